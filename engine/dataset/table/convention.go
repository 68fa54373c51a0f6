package table

import (
	"reflect"
	"slices"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/number"
)

// read decides how the numbers of all points are written, and returns them.
func (b *body) read(mark number.Mark) (*Table, *Problem) {
	set, problem := b.conventions()
	if problem != nil {
		return nil, problem
	}
	t := &Table{Counted: b.counted}
	if !b.named && b.counted == 0 {
		t.Names = named([]Column{b.column(0), b.column(1)}, b.column(2), b.words)
	}
	if b.assumed || !b.named && (b.width > 3 || !slices.Equal(b.at, []int{0, 1, 2})) {
		t.Columns = []Column{b.column(0), b.column(1), b.column(2)}
	}
	point, pointProblem := b.points(set, number.Point)
	comma, commaProblem := b.points(set, number.Comma)
	switch {
	case pointProblem != nil && commaProblem != nil:
		if set.With(number.Point) == 0 {
			pointProblem = commaProblem
		}
		return nil, pointProblem
	case commaProblem != nil || reflect.DeepEqual(point, comma):
		t.Points = point
	case pointProblem != nil:
		t.Points = comma
	default:
		t.Choice = b.choice(mark)
		t.Points = map[number.Mark]dataset.Set{number.Point: point, number.Comma: comma}[t.Choice.Mark]
	}
	if problem := b.summary(t.Points.X, t.Points.Y); problem != nil {
		return nil, problem
	}
	return t, nil
}

// lastRows are those at the end among which there may be sums and means.
const lastRows = 8

// conventions returns the ways in which all numbers of the points are written. Where these leave open which mark stands
// before decimals, the other columns may tell.
func (b *body) conventions() (number.Conventions, *Problem) {
	set := number.AnyConvention
	if b.separator == ',' && len(b.names) > 1 && slices.Equal(b.names, symbols(len(b.names)-1)) {
		set &^= number.ConventionsOf("1.000.000") // as Write has it
	}
	points := 0
	for i, r := range b.rows {
		if r.length() > b.width || len(r.cells) <= slices.Max(b.at) {
			return 0, b.ragged(r)
		}
		if i >= len(b.rows)-lastRows {
			if column := slices.IndexFunc(r.cells, isTotal); column >= 0 && !(b.contents != nil && b.recurs(column, r)) {
				return 0, &Problem{Reason: Total, Line: r.line, Value: r.cells[column]}
			}
		}
		if b.gap(r) >= 0 {
			continue
		}
		if points++; points > dataset.MaxOwn {
			return 0, &Problem{Reason: Rows, Line: r.line}
		}
		for role, column := range b.at {
			cell := r.cells[column]
			k := r.kinds[column]
			switch fits := number.ConventionsOf(cell); {
			case role == b.class && (k == truth || b.words != nil):
			case role == b.class && (k == word || k == fault || isCode(cell)): // codes may be told apart by more than their numbers
				return 0, b.problem(Class, r, role)
			case k != numeral:
				return 0, b.problem(k.reason(), r, role)
			case set&fits == 0:
				return 0, b.contradiction(r, role, fits)
			default:
				set &= fits
			}
		}
	}
	for _, r := range b.rows {
		for column, cell := range r.cells {
			if r.kinds[column] != numeral {
				continue
			}
			if fits := set & number.ConventionsOf(cell); fits != 0 {
				set = fits
			}
		}
	}
	return set, nil
}

// points returns the points with mark before the decimals of their numbers, which have to be written in one of the ways
// of set.
func (b *body) points(set number.Conventions, mark number.Mark) (dataset.Set, *Problem) {
	if set.With(mark) == 0 {
		return dataset.Set{}, &Problem{}
	}
	var s dataset.Set
	var classes dataset.Classes
	for _, r := range b.rows {
		x, problem := b.coordinates(r, mark)
		if problem != nil {
			return dataset.Set{}, problem
		}
		cell := r.cells[b.at[2]]
		y, isWord := truths[strings.ToLower(cell)]
		if b.words != nil {
			y, isWord = float64(slices.Index(b.words, strings.ToLower(cell))), true
		}
		if !isWord {
			y, _ = number.Read(cell, mark)
		}
		y, ok := classes.Of(y)
		if !ok || y > 1 || !isWord && number.Vanishes(cell, mark) {
			return dataset.Set{}, b.problem(Class, r, 2)
		}
		s.Append(y, x...)
	}
	return s, nil
}

// coordinates returns the numbers of a row in the columns that are read, without the class.
func (b *body) coordinates(r row, mark number.Mark) (x []float64, problem *Problem) {
	for role, column := range b.at {
		if role == b.class {
			continue
		}
		v, _ := number.Read(r.cells[column], mark)
		if !dataset.Usable(v) || number.Vanishes(r.cells[column], mark) {
			return nil, b.problem(Range, r, role)
		}
		x = append(x, v)
	}
	return x, nil
}

// gap returns the role of the first column in which a row has no value, -1 where it has all, or where gaps are refused.
func (b *body) gap(r row) int {
	if b.contents == nil {
		return -1
	}
	return slices.IndexFunc(b.at, func(column int) bool { return b.lacks(r, column) })
}

// recurs reports whether the word that a row has in a column stands in another row as well.
func (b *body) recurs(column int, r row) bool {
	return slices.ContainsFunc(b.rows, func(other row) bool { return other.line != r.line && other.at(column) == r.at(column) })
}

// choice is what is taken where the mark before decimals is open: mark, or the likelier one if it is 0.
func (b *body) choice(mark number.Mark) *Choice {
	c := &Choice{Mark: mark}
	for _, r := range b.rows {
		for _, column := range b.at {
			cell := r.at(column)
			point, _ := number.Read(cell, number.Point)
			if comma, _ := number.Read(cell, number.Comma); point == comma || c.Line > 0 {
				continue
			}
			if c.Mark == 0 {
				c.Mark = b.likely(cell, column)
			}
			c.Line, c.Cell = r.line, cell
			c.Value, _ = number.Read(cell, c.Mark)
			c.Other, _ = number.Read(cell, c.Mark.Other())
		}
	}
	return c
}

// likely returns the mark that probably stands before decimals, by a cell with a mark and three digits after it, as in
// 1,200. Beside numbers below 1,000 without a mark it parts thousands, beside larger ones it does not; else a point does
// not, nor does a comma where semicolons separate cells.
func (b *body) likely(cell string, column int) number.Mark {
	mark := number.Point
	if strings.ContainsRune(cell, ',') {
		mark = number.Comma
	}
	parts := mark == number.Comma && b.separator != ';'
	for _, r := range b.rows {
		if bare := r.at(column); bare != "0" && strings.Trim(bare, "0123456789") == "" {
			if parts = len(bare) < 4; !parts {
				break
			}
		}
	}
	if parts {
		return mark.Other()
	}
	return mark
}

// contradiction is the problem of a number that can be written in none of the ways of those before it.
func (b *body) contradiction(r row, role int, fits number.Conventions) *Problem {
	p := b.problem(Contradiction, r, role)
	for _, before := range b.rows {
		for _, column := range b.at {
			cell := before.at(column)
			of := number.ConventionsOf(cell)
			if before.line > r.line || before.line == r.line && column == b.at[role] {
				continue
			}
			if of != 0 && of&fits == 0 {
				p.Other = &Cell{before.line, cell}
				return p
			}
			if of != 0 && of != number.AnyConvention && p.Other == nil {
				p.Other = &Cell{before.line, cell}
			}
		}
	}
	return p
}

func (b *body) problem(reason Reason, r row, role int) *Problem {
	return &Problem{Reason: reason, Line: r.line, Column: b.column(role), Value: r.cells[b.at[role]]}
}

// ragged is the problem of a row with too few cells, or with too many.
func (b *body) ragged(r row) *Problem {
	return &Problem{Reason: Columns, Line: r.line, Value: count(len(r.cells)), Names: b.names}
}
