package scene

import (
	"math"

	"shallows/engine/dataset"
)

// drawPlane paints the field of the unit on show, the axes and the examples.
func (s *Stage) drawPlane(d pen) {
	box := s.plane.box
	shown := s.Shown()
	number := shown.To - 1
	for l := range shown.Layer {
		number += s.session.Network().Sizes[l]
	}
	line := 1.0
	if shown.Layer == 0 {
		line = 0
	}
	d.Quads = append(d.Quads, Quad{Rect: d.snapRect(box), Unit: number, Line: line, Opacity: 1})

	origin := s.plane.plot(0, 0)
	axis := s.theme.Ink.Fade(0.16)
	d.rule(Point{box.X, origin.Y}, Point{box.X + box.W, origin.Y}, axis)
	d.rule(Point{origin.X, box.Y}, Point{origin.X, box.Y + box.H}, axis)
	s.drawTicks(d, s.plane)

	radius := max(2.4, min(5, box.W/95))
	examples := s.session.Train().Len() + s.session.Test().Len()
	radius *= max(0.6, min(1, math.Sqrt(500/float64(max(1, examples)))))
	s.drawExamples(d, s.session.Train(), radius, false)
	if !s.view.HideTest {
		s.drawExamples(d, s.session.Test(), radius, true)
	}
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

// drawExamples paints the examples inside the plane: class 1 as discs, class 0 as diamonds, each
// with an edge that sets it off the field; test examples have a hole. A regression example is a
// disc in the colour of its value.
func (s *Stage) drawExamples(d pen, set dataset.Set, radius float64, test bool) {
	regression := s.session.Config().Data.Regression()
	for i, y := range set.Y {
		if math.Abs(set.X1[i]) > dataset.Reach || math.Abs(set.X2[i]) > dataset.Reach {
			continue
		}
		at := s.plane.plot(set.X1[i], set.X2[i])
		shape, size, edge, colour := d.disc, radius, s.theme.Surface, s.theme.Positive
		switch {
		case regression:
			edge, colour = s.theme.Ink.Fade(0.7), s.theme.Ramp(max(-1, min(1, y)), false)
		case y <= 0:
			shape, size, colour = d.diamond, 1.25*radius, s.theme.Negative
		}
		shape(at, size+0.6, edge)
		shape(at, size-0.4, colour)
		if test {
			shape(at, 0.5*size, s.theme.Surface)
		}
	}
}
