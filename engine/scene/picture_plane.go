package scene

import (
	"math"

	"shallows/engine/dataset"
	"shallows/engine/session"
)

// drawPlane paints the field of the unit on show, the axes, the examples and the lines over them.
func (s *Stage) drawPlane(d pen) {
	box := s.plane.box
	shown := s.Shown()
	number := shown.To - 1
	for l := range shown.Layer {
		number += s.session.Network().Sizes[l]
	}
	if s.Whole() {
		number += s.session.Network().Sizes[shown.Layer]
	}
	line := 1.0
	isGraph := s.session.Columns() == 1 && s.session.Config().Regression() && shown.Layer == s.session.Network().Layers()
	if shown.Layer == 0 || isGraph { // where the output itself is a line, that where it is 0 would look like another
		line = 0
	}
	d.Quads = append(d.Quads, Quad{Rect: d.snapRect(box), Unit: number, Line: line, Gain: 1})

	axis := s.theme.Ink.Fade(0.16)
	if at, ok := s.plane.across(0); ok {
		d.rule(Point{at, box.Y}, Point{at, box.Y + box.H}, axis)
	}
	if at, ok := s.plane.up(0); ok {
		d.rule(Point{box.X, at}, Point{box.X + box.W, at}, axis)
	}
	s.drawTicks(d, s.plane.frame)

	s.drawOutput(d)
	radius := max(2.4, min(5, box.W/95))
	examples := s.session.Train().Len() + s.session.Test().Len()
	radius *= max(0.6, min(1, math.Sqrt(500/float64(max(1, examples)))))
	train, test := s.session.Places()
	s.drawExamples(d, s.session.Train(), train, radius, false)
	if !s.view.HideTest || s.cell.Test {
		s.drawExamples(d, s.session.Test(), test, radius, true)
	}
	s.drawExample(d, radius)
	s.drawLines(d)
	d.outline(box.inset(-1), 0, 1, s.theme.Muted.Fade(0.6))
}

// drawTicks paints the tick marks of a frame.
func (s *Stage) drawTicks(d pen, f frame) {
	c := s.theme.Muted
	bottom := f.box.Y + f.box.H
	for _, t := range f.xTicks {
		d.rule(Point{t.at, bottom}, Point{t.at, bottom + tickLength}, c)
	}
	for _, t := range f.yTicks {
		d.rule(Point{f.box.X - tickLength, t.at}, Point{f.box.X, t.at}, c)
	}
}

// drawExamples paints the examples in the plane with edges that set them off the field. All edges
// come first, and again faintly with each example, so that a crowd of examples stays one colour
// and still looks like many. Where examples follow one another in a line, as in moons without
// noise, the faint edges would cover all that came before: there they are left out. Test examples
// have a hole. Where a cell is marked, those outside of it are faint.
func (s *Stage) drawExamples(d pen, set dataset.Set, places session.Places, radius float64, test bool) {
	edge := s.theme.Surface
	if c := s.session.Config(); c.Regression() || c.ClassCount() > 2 {
		edge = s.theme.Ink.Fade(0.7)
	}
	within := s.within(test)
	look := func(i int) (mark, bool) {
		m, ok := s.mark(set, places, i, radius)
		if within != nil && !within[i] {
			m.near *= faint
		}
		return m, ok
	}
	for i := range set.Y {
		if m, ok := look(i); ok {
			d.mark(m, m.size+0.6, edge.Fade(m.near))
		}
	}
	var last Point
	for i := range set.Y {
		m, ok := look(i)
		if !ok {
			continue
		}
		if math.Hypot(m.at.X-last.X, m.at.Y-last.Y) > m.size {
			d.mark(m, m.size+0.4, edge.Fade(0.35*m.near))
		}
		last = m.at
		d.mark(m, m.size-0.4, m.colour.Fade(m.near))
		if test {
			d.mark(m, 0.5*m.size, s.theme.Surface.Fade(m.near))
		}
	}
}

// mark is how an example looks.
type mark struct {
	at     Point
	class  int // whose shape it has
	size   float64
	colour Colour
	near   float32 // how opaque it is: 1 in the plane that is shown, less with the distance from it
}

// mark is the look of example i: the shape and the colour of its class, which of two are those of their sides of the
// ramp; a value is a disc of its colour. It reports false outside the plane.
func (s *Stage) mark(set dataset.Set, places session.Places, i int, radius float64) (mark, bool) {
	y := set.Y[i]
	across, in1 := s.plane.across(places.P1[i])
	up, in2 := s.plane.up(places.P2[i])
	if !in1 || !in2 {
		return mark{}, false
	}
	at, near := Point{across, up}, float32(1)
	if places.Off != nil {
		near = float32(max(0.12, math.Exp(-places.Off[i]*places.Off[i]/2)))
	}
	switch {
	case s.session.Config().Regression():
		return mark{at, 1, radius, s.theme.Ramp(s.TargetTone(y), false), near}, true
	case y <= 0:
		return mark{at, 0, 1.25 * radius, s.theme.Negative, near}, true
	default:
		return mark{at, int(y), radius, s.theme.Classes[int(y)], near}, true
	}
}

// mark adds the shape of m.
func (d pen) mark(m mark, size float64, c Colour) {
	switch m.class {
	case 0:
		d.diamond(m.at, size, c)
	case 1:
		d.disc(m.at, size, c)
	default:
		d.shape(m.class, m.at, size, c)
	}
}
