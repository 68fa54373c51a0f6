//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	numbers "shallows/engine/number"
)

// drawing returns how the drawing of own data stands: {own, points, undo, redo}. own tells whether the run is over it,
// undo and redo whether there is something to undo and to redo.
func (e *Engine) drawing(arguments) any {
	s := e.run()
	return object("own", s.Config().Data == dataset.Own, "points", s.Own().Len(), "undo", s.CanUndo(), "redo", s.CanRedo())
}

// points returns own data, local coordinates and class of one point after the other.
func (e *Engine) points(arguments) any {
	own := e.run().Own()
	values := make([]float64, 0, 3*own.Len())
	for i := range own.Len() {
		u1, u2 := own.Extent.Local(own.X1[i], own.X2[i])
		values = append(values, u1, u2, own.Y[i])
	}
	return float64Array(values)
}

// place returns the place at local coordinates where a point would be drawn, {x1, x2}, as texts in the data's units.
func (e *Engine) place(args arguments) any {
	const digits = 9
	extent := e.run().Own().Extent
	x1, x2 := extent.Round(extent.At(args.number(0), args.number(1)))
	return object("x1", numbers.Rounded(x1, digits).String(), "x2", numbers.Rounded(x2, digits).String())
}

// addPoint draws a point of a class at local coordinates and keeps the weights: {ok}, false where there is no room or the run is over other
// data. joined, it is undone together with what was done before; so for movePoint and removePoint.
func (e *Engine) addPoint(args arguments) any {
	u1, u2, class, joined := args.number(0), args.number(1), args.integer(2), boolean(args.at(3))
	if class != 0 && class != 1 {
		panic(wrongArguments{})
	}
	return e.edit(func(d *dataset.Drawing) bool {
		x1, x2 := d.Points().Extent.At(u1, u2)
		return d.Add(x1, x2, float64(class), joined)
	})
}

// movePoint moves a point, counted from 0, to local coordinates: {ok}, false where there is none.
func (e *Engine) movePoint(args arguments) any {
	i, u1, u2, joined := args.integer(0), args.number(1), args.number(2), boolean(args.at(3))
	return e.edit(func(d *dataset.Drawing) bool {
		x1, x2 := d.Points().Extent.At(u1, u2)
		return d.Move(i, x1, x2, joined)
	})
}

// removePoint takes a point away, counted from 0: {ok}, false where there is none.
func (e *Engine) removePoint(args arguments) any {
	i, joined := args.integer(0), boolean(args.at(1))
	return e.edit(func(d *dataset.Drawing) bool { return d.Remove(i, joined) })
}

// undoPoints undoes the latest change of own data: {ok}, false where there is none.
func (e *Engine) undoPoints(arguments) any { return e.edit((*dataset.Drawing).Undo) }

// redoPoints undoes the latest undoPoints: {ok}, false where there is none.
func (e *Engine) redoPoints(arguments) any { return e.edit((*dataset.Drawing).Redo) }

func (e *Engine) edit(edit func(*dataset.Drawing) bool) any {
	ok := e.run().Draw(edit)
	e.draw()
	return object("ok", ok)
}

// setPoints starts a new run over other own data, [[x1, x2, y], …] with classes 0 and 1, or -1 and 1: {points, fitted,
// outOfScale}, how many they are, whether the plane shows what they cover instead of -6 to 6, and as outOfScale.
func (e *Engine) setPoints(args arguments) any {
	rows := elements(args.plain(0))
	if len(rows) > dataset.MaxOwn {
		panic(wrongArguments{})
	}
	var s dataset.Set
	var classes dataset.Classes
	for _, row := range rows {
		cells := elements(row)
		if len(cells) != 3 {
			panic(wrongArguments{})
		}
		x1, x2 := number(cells[0]), number(cells[1])
		y, ok := classes.Of(number(cells[2]))
		if !ok || !dataset.Usable(x1) || !dataset.Usable(x2) {
			panic(wrongArguments{})
		}
		s.X1, s.X2, s.Y = append(s.X1, x1), append(s.X2, x2), append(s.Y, y)
	}
	return e.replace(s)
}

// decodeTable returns the text of a file, {text}, or tells what is wrong with it, {problem}.
func (e *Engine) decodeTable(args arguments) any {
	file := args.bytes(0)
	label, problem := table.EncodingOf(file)
	if problem != nil {
		return problemOf(problem)
	}
	return object("text", js.Global().Get("TextDecoder").New(label).Call("decode", args.at(0)))
}

// openTable starts a new run over the points of a CSV text, {points, fitted, outOfScale, columns, counted, choice}, or
// changes nothing and tells what is wrong with it, {problem}. Columns are those taken for x1, x2 and the class, null where
// they are plain. Counted is the line taken for numbers of the columns, 0 for none. Choice is null or what the text leaves open, with the mark that stands before decimals in the other reading; that is
// taken where it is the second argument, which is else empty.
func (e *Engine) openTable(args arguments) any {
	mark := args.text(1)
	if mark != "" && mark != "." && mark != "," {
		panic(wrongArguments{})
	}
	read, problem := table.Read(args.text(0), numbers.Mark((mark + "\x00")[0]))
	if problem != nil {
		return problemOf(problem)
	}
	result := e.replace(read.Points)
	result.Set("columns", nil)
	if read.Columns != nil {
		result.Set("columns", array(read.Columns, columnOf))
	}
	result.Set("counted", read.Counted)
	result.Set("choice", nil)
	if c := read.Choice; c != nil {
		result.Set("choice", object("line", c.Line, "cell", c.Cell, "value", c.Value, "other", c.Other, "mark", string(rune(c.Mark.Other()))))
	}
	return result
}

// editable returns whether a text is short enough for a field.
func (e *Engine) editable(args arguments) any { return table.IsEditable(args.text(0)) }

func problemOf(p *table.Problem) js.Value {
	problem := object("reason", string(p.Reason), "line", p.Line, "column", columnOf(p.Column), "value", p.Value, "names", array(p.Names, as), "other", nil)
	if p.Other != nil {
		problem.Set("other", object("line", p.Other.Line, "value", p.Other.Value))
	}
	return object("problem", problem)
}

func columnOf(c table.Column) any { return object("number", c.Number, "name", c.Name) }

func (e *Engine) replace(s dataset.Set) js.Value {
	own := dataset.NewPoints(s)
	e.run().Replace(own)
	e.draw()
	return object("points", own.Len(), "fitted", own.Extent != dataset.Home, "outOfScale", e.run().OutOfScale())
}

// outOfScale tells whether own data have numbers with which training hardly gets anywhere until they are standardised.
func (e *Engine) outOfScale(arguments) any { return e.run().OutOfScale() }

// table returns own data as a CSV text.
func (e *Engine) table(arguments) any { return table.Write(e.run().Own().Set) }
