package own

import (
	"math"
	"slices"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// In local coordinates.
const (
	stride = 0.2  // of an arrow key
	leap   = 1    // of one with Shift
	near   = 0.15 // how near a point must be to be the one at the cursor
)

// cursor is where the keyboard draws: arrows move it over the plane, Enter or space adds a point, M takes the one there
// along until it is pressed again, Delete takes it away, N goes to the next point; a digit chooses the class.
type cursor struct {
	at      place
	shown   bool
	carried int // the point taken along, counted from 0, -1 for none
	stroke  stroke
	visited int // the point gone to last, -1 for none
}

func (c *cursor) hide() { c.shown, c.carried = false, -1 }

var arrows = map[string]place{"ArrowLeft": {-1, 0}, "ArrowRight": {1, 0}, "ArrowUp": {0, 1}, "ArrowDown": {0, -1}}

func (o *Own) key(d *panel.Desk, name string, shift bool) {
	if name == "Escape" && o.pen.does != nothing {
		o.cancel(d)
		o.tell(record.T("own.undone", "points", d.Session().Own().Len()))
		return
	}
	o.pen.stop() // points may be numbered anew
	arrow, isArrow := arrows[name]
	class, err := strconv.Atoi(name)
	digit, isClass := drawing(class), err == nil
	step := 1
	if shift {
		step = -1
	}
	switch {
	case isArrow:
		o.goOn(d, arrow, shift)
	case name == "Enter" || name == "Space":
		o.put(d)
	case name == "Delete" || name == "Backspace":
		o.remove(d)
	case name == "m":
		o.carry(d)
	case name == "n":
		o.visit(d, step)
	case isClass && slices.Contains(tools(d), digit):
		o.hold(digit)
		o.tell(nameOf(d, digit))
	case name == "Escape" && o.cursor.carried >= 0:
		o.putBack(d)
	default:
		d.Pass()
		return
	}
	o.cursor.shown = true
}

// goOn goes along an arrow, to the next multiple of a stride.
func (o *Own) goOn(d *panel.Desk, arrow place, far bool) {
	c := &o.cursor
	step := stride
	if far {
		step = leap
	}
	along := func(x, way float64) float64 {
		if way == 0 {
			return x
		}
		return max(-dataset.Reach, min(dataset.Reach, float64(math.Round((x+float64(step*way))/stride)*stride)))
	}
	c.at = place{along(c.at.u1, arrow.u1), along(c.at.u2, arrow.u2)}
	if c.carried >= 0 {
		c.stroke.shift(d, c.carried, c.at)
	}
	if i := o.here(d); i < 0 || i == c.carried {
		o.say(d, "own.at")
	} else {
		o.describe(d, i)
	}
}

// here returns the point at the cursor, counted from 0, -1 for none.
func (o *Own) here(d *panel.Desk) int {
	if o.cursor.carried >= 0 {
		return o.cursor.carried
	}
	return nearest(d.Session().Own(), o.cursor.at, near)
}

func (o *Own) put(d *panel.Desk) {
	switch c := &o.cursor; {
	case c.carried >= 0:
		o.carry(d)
	case c.at.inside() && o.draw(d, []place{c.at}, new(stroke)):
		o.say(d, "own.added", "class", d.Class(o.tool.class()), "points", d.Session().Own().Len())
	}
}

func (o *Own) remove(d *panel.Desk) {
	i := o.here(d)
	if i < 0 {
		o.say(d, "own.none")
		return
	}
	d.Run.EditPoints(func(drawing *dataset.Drawing) bool { return drawing.Remove(i, false) })
	o.cursor.carried = -1
	o.say(d, "own.removed", "points", d.Session().Own().Len())
}

// carry takes the point at the cursor along, or lets it go.
func (o *Own) carry(d *panel.Desk) {
	c := &o.cursor
	i := o.here(d)
	switch {
	case c.carried >= 0:
		c.carried = -1
		o.say(d, "own.dropped")
	case i < 0:
		o.say(d, "own.none")
	default:
		c.carried, c.stroke, c.at = i, stroke{}, pointOf(d.Session().Own(), i)
		o.say(d, "own.taken")
	}
}

// putBack lets the point taken along go where it was.
func (o *Own) putBack(d *panel.Desk) {
	c := &o.cursor
	c.stroke.takeBack(d)
	c.at, c.carried = pointOf(d.Session().Own(), c.carried), -1
	o.say(d, "own.dropped")
}

// visit goes to a point: the next one for 1, the one before for -1.
func (o *Own) visit(d *panel.Desk, step int) {
	c, points := &o.cursor, d.Session().Own()
	count := points.Len()
	if count == 0 {
		o.say(d, "own.none")
		return
	}
	c.carried = -1
	c.visited = ((c.visited+step)%count + count) % count
	c.at = pointOf(points, c.visited)
	o.describe(d, c.visited)
}

func (o *Own) describe(d *panel.Desk, i int) {
	points := d.Session().Own()
	o.say(d, "own.point", "point", i+1, "class", d.Class(int(points.Y[i])), "points", points.Len())
}

// say tells what was done, and where the cursor is, in the data's units.
func (o *Own) say(d *panel.Desk, key string, with ...any) {
	const digits = 9
	extent := d.Session().Own().Extent
	x1, x2 := extent.Round(extent.At(o.cursor.at.u1, o.cursor.at.u2))
	o.tell(record.T(key, append(with, "x1", number.Rounded(x1, digits).String(), "x2", number.Rounded(x2, digits).String())...))
}
