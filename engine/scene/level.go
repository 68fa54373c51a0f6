package scene

import (
	"math"

	"shallows/engine/nn"
)

// The small picture of a unit shows where its values are high and where they are low, however large they are: its tones are
// stretched until the largest has all of the ramp's strength, so that a unit shows its line before it has learnt anything. How
// large it was, its level, is told by a bar at the right edge, which is as long as the edge where the tones reach 1. The plane
// stretches nothing, as there the tones have a scale beside them; nor do the units of a softmax, whose shares are of one whole.
//
// The level of an input is 1.

// levelNodes is how many places along an edge of the plane a level is looked for at.
const levelNodes = 16

// levels returns the level of every unit, as quads count them.
func (s *Stage) levels() []float64 {
	if h := s.Shader(); h.Samples != nil {
		return h.Samples.levels
	}
	n := s.session.Network()
	if s.measured.network == n && s.measured.version == s.session.Version() {
		return s.measured.levels
	}
	m := &s.measured
	m.network, m.version, m.levels = n, s.session.Version(), m.levels[:0]
	field := s.session.Field(levelNodes)
	for l, size := range n.Sizes {
		for i := range size {
			level := 0.0
			for node := range levelNodes * levelNodes {
				level = max(level, math.Abs(s.tones.in(field, n.Architecture, l, i, node)))
			}
			m.levels = append(m.levels, levelOf(level, n.Architecture, l))
		}
	}
	return m.levels
}

// measured is the levels of a network as it was.
type measured struct {
	network *nn.Network
	version uint64 // of the session
	levels  []float64
}

// levelOf is the level of a unit of layer l whose tones reach so far.
func levelOf(reach float64, a nn.Architecture, l int) float64 {
	if l == 0 || a.Activation(l) == nn.Softmax {
		return 1
	}
	return min(1, reach)
}

// gain is how far tones of a level are stretched. Those that are nothing are left alone.
func gain(level float64) float64 {
	if level < 1e-30 {
		return 1
	}
	return 1 / level
}

// drawLevel paints the bar of a unit that has room for one.
func (s *Stage) drawLevel(d pen, unit Rect, level float64) {
	const width, least = 3.0, 24.0
	if unit.W < least {
		return
	}
	x, low, high := unit.X+unit.W-0.09*unit.W-width/2, unit.Y+0.85*unit.H, unit.Y+0.15*unit.H
	d.line(Point{x, low}, Point{x, high}, width+2, s.theme.Surface.Fade(0.75))
	d.line(Point{x, low}, Point{x, low + level*(high-low)}, width, s.theme.Ink)
}
