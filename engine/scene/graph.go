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
	n, box := s.session.Network(), s.plane.box
	p1 := make([]float64, 2+int(box.W/2))
	for i := range p1 {
		p1[i], _ = s.plane.unplot(Point{box.X + box.W*float64(i)/float64(len(p1)-1), box.Y})
	}
	trace := n.NewTrace(len(p1))
	n.Forward(s.session.InputsOf(s.session.Points(p1, make([]float64, len(p1)))), trace)
	for k, A := 0, trace.A[n.Layers()]; k < A.Rows; k++ {
		colour := s.theme.Ink
		if n.Output == nn.Softmax {
			colour = s.theme.Classes[k]
		}
		row := make([]float64, A.Cols)
		for i, a := range A.Data[k*A.Stride : k*A.Stride+A.Cols] {
			row[i] = s.session.ValueOf(bounded(a))
		}
		s.drawGraph(d, p1, row, 4.5, s.theme.Surface.Fade(0.8))
		s.drawGraph(d, p1, row, 2.25, colour)
	}
}

// drawGraph paints values over places across the plane, where they lie in it.
func (s *Stage) drawGraph(d pen, p1, values []float64, width float64, colour Colour) {
	box := s.plane.box
	for i := 1; i < len(p1); i++ {
		from, to := s.plane.plot(p1[i-1], values[i-1]), s.plane.plot(p1[i], values[i])
		if from, to, ok := clipped(from, to, box.Y, box.Y+box.H); ok {
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
