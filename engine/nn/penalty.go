package nn

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"
)

// Penalty is the weights' share of the cost, L2/2 ΣW² + L1 Σ|W|, over every weight of the network.
// Biases are free.
type Penalty struct{ L1, L2 float64 }

// Cost returns the penalty of the weights W.
func (p Penalty) Cost(W []blas64.General) float64 {
	if p == (Penalty{}) {
		return 0
	}
	var squares, sizes float64
	for _, W := range W {
		for _, w := range W.Data {
			squares += w * w
			sizes += math.Abs(w)
		}
	}
	return p.L2/2*squares + p.L1*sizes
}

// Derivative is that of the penalty by one weight; at 0, where |w| has none, it takes 0.
func (p Penalty) Derivative(w float64) float64 {
	switch {
	case w > 0:
		return p.L2*w + p.L1
	case w < 0:
		return p.L2*w - p.L1
	}
	return 0
}
