package lecture

import (
	"math"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// Line is where a unit that sees x1 and x2 has z = 0: W1 x1 + W2 x2 + B = 0.
type Line struct{ W1, W2, B float64 }

// Lines returns the line of each unit of n's first layer, in the data's own units. In the plane a unit
// has one only where the inputs of s are x1 and x2, and so are its axes; ok is false where they are others.
func Lines(s *session.Session, n *nn.Network) (lines []Line, ok bool) {
	if v := s.View(); v.Principal || v.Axes != [2]int{0, 1} {
		return nil, false
	}
	if inputs := s.Config().Inputs; len(inputs) != 2 || inputs[0] != dataset.X1 || inputs[1] != dataset.X2 {
		return nil, false
	}
	for i, b := range n.B[1] {
		w := n.W[1].Data[i*n.W[1].Stride:]
		line := Line{w[0], w[1], b}
		if standard := s.Standardisation(); standard.Mean != nil {
			line.W1, line.W2 = line.W1/standard.Deviation[0], line.W2/standard.Deviation[1]
			line.B -= line.W1*standard.Mean[0] + line.W2*standard.Mean[1]
		}
		lines = append(lines, line)
	}
	return lines, true
}

// Point is a point of the plane, x1 and x2.
type Point [2]float64

// Clip returns the ends of the line's part within the plane that is shown; ok is false where it has
// none, or where both weights are 0.
func (l Line) Clip(shown dataset.Extent) (from, to Point, ok bool) {
	// Squares of the largest numbers overflow, those of the smallest vanish.
	if unit := max(math.Abs(l.W1), math.Abs(l.W2)); unit > 0 {
		l = Line{l.W1 / unit, l.W2 / unit, l.B / unit}
	}
	c1, c2 := shown.At(0, 0)
	local := Line{l.W1 * shown.X1.Scale(), l.W2 * shown.X2.Scale(), l.B + float64(l.W1*c1) + float64(l.W2*c2)}
	from, to, ok = local.clip()
	from[0], from[1] = shown.At(from[0], from[1])
	to[0], to[1] = shown.At(to[0], to[1])
	return from, to, ok
}

// clip is Clip in local coordinates.
func (l Line) clip() (from, to Point, ok bool) {
	size := math.Hypot(l.W1, l.W2)
	if size == 0 {
		return from, to, false
	}
	// The line is foot + t*along, foot its point next to the origin.
	normal := Point{l.W1 / size, l.W2 / size}
	foot := Point{-l.B / size * normal[0], -l.B / size * normal[1]}
	along := Point{-normal[1], normal[0]}
	first, last := math.Inf(-1), math.Inf(1)
	for k := range along {
		if along[k] == 0 {
			if !(math.Abs(foot[k]) <= dataset.Reach) {
				return from, to, false
			}
			continue
		}
		in, out := (-dataset.Reach-foot[k])/along[k], (dataset.Reach-foot[k])/along[k]
		first, last = max(first, min(in, out)), min(last, max(in, out))
	}
	if !(first < last) {
		return from, to, false
	}
	for k := range along {
		from[k], to[k] = foot[k]+first*along[k], foot[k]+last*along[k]
	}
	return from, to, true
}
