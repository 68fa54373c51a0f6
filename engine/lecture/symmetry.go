package lecture

import (
	"math"

	"shallows/engine/session"
)

// The symmetry meter itself is [nn.Network.Asymmetry], which every [session.Record] holds.

// Nudge is what Poke adds.
const Nudge = 1e-6

// Poke adds Nudge to w_11^[1], which is enough for units that move as one to part.
func Poke(s *session.Session) error {
	return s.SetWeight(1, 1, 1, s.Network().W[1].Data[0]+Nudge)
}

// Movement is the largest change of a parameter since step 0, by kind. HiddenBiases is 0 without
// hidden layers.
type Movement struct{ Weights, HiddenBiases, OutputBias float64 }

// MovementOf returns how far training has moved the parameters of s.
func MovementOf(s *session.Session) Movement {
	n := s.Network()
	W, b := n.Split(s.Initial())
	var m Movement
	for l := 1; l <= n.Layers(); l++ {
		m.Weights = max(m.Weights, farthest(n.W[l].Data, W[l].Data))
		if l < n.Layers() {
			m.HiddenBiases = max(m.HiddenBiases, farthest(n.B[l], b[l]))
		} else {
			m.OutputBias = farthest(n.B[l], b[l])
		}
	}
	return m
}

// farthest returns the largest distance between numbers of the same place.
func farthest(a, b []float64) float64 {
	largest := 0.
	for i := range a {
		largest = max(largest, math.Abs(a[i]-b[i]))
	}
	return largest
}
