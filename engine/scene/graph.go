package scene

import (
	"math"

	"shallows/engine/nn"
)

// drawOutput paints, of data with a single column, the network's output over it, a line a class of a softmax: there the
// plane goes up along the target.
func (s *Stage) drawOutput(d pen) {
	if s.session.Columns() != 1 {
		return
	}
	n := s.session.Network()
	p1, trace := s.session.Row(2 + int(s.plane.box.W/2))
	for k, A := 0, trace.A[n.Layers()]; k < A.Rows; k++ {
		colour := s.theme.Ink
		if n.Output == nn.Softmax {
			colour = s.theme.Classes[k]
		}
		outputs := A.Data[k*A.Stride : k*A.Stride+A.Cols]
		s.drawGraph(d, p1, outputs, 4.5, s.theme.Surface.Fade(0.8))
		s.drawGraph(d, p1, outputs, 2.25, colour)
	}
}

// drawGraph paints outputs over places across the plane, where they lie in it.
func (s *Stage) drawGraph(d pen, p1, outputs []float64, width float64, colour Colour) {
	box := s.plane.box
	at := func(i int) Point { return s.plane.plot(p1[i], s.session.ValueOf(bounded(outputs[i]))) }
	for i := 1; i < len(p1); i++ {
		if from, to, ok := clipped(at(i-1), at(i), box.Y, box.Y+box.H); ok {
			d.line(from, to, width, colour)
		}
	}
}

// clipped returns what of a straight piece lies between two heights, false where that is nothing.
func clipped(from, to Point, top, bottom float64) (a, b Point, ok bool) {
	if max(from.Y, to.Y) < top || min(from.Y, to.Y) > bottom {
		return a, b, false
	}
	cut := func(p Point) Point {
		y := math.Max(top, math.Min(bottom, p.Y))
		if y == p.Y {
			return p
		}
		return Point{from.X + (to.X-from.X)*(y-from.Y)/(to.Y-from.Y), y}
	}
	return cut(from), cut(to), true
}
