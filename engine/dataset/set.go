package dataset

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/random"
)

// Set holds examples: points of the plane and their targets, 0 or 1 for a class, a value around
// [-1, 1] for regression.
type Set struct{ X1, X2, Y []float64 }

// Len returns the number of points.
func (s Set) Len() int { return len(s.X1) }

// add appends an example. Written into its callers, the three slices that may grow would be a tenth of the package.
//
//go:noinline
func (s *Set) add(x1, x2, y float64) {
	s.X1, s.X2, s.Y = append(s.X1, x1), append(s.X2, x2), append(s.Y, y)
}

// Held returns how many of n examples [Set.Split] holds out: testPercent of a hundred, rounded as Python rounds, half to
// even, but not the only example there is.
func Held(n, testPercent int) int {
	count := int(math.RoundToEven(float64(n*testPercent) / 100))
	if count == n {
		return 0
	}
	return count
}

// Split holds out a test set, the first [Held] examples of RandomState(seed).permutation(n). The others stay in their
// order.
func (s Set) Split(testPercent int, seed uint32) (train, test Set) {
	held := random.NewRandomState(seed).Permutation(s.Len())[:Held(s.Len(), testPercent)]
	for _, i := range held {
		test.add(s.X1[i], s.X2[i], s.Y[i])
	}
	slices.Sort(held)
	for i := range s.Len() {
		if len(held) > 0 && held[0] == i {
			held = held[1:]
			continue
		}
		train.add(s.X1[i], s.X2[i], s.Y[i])
	}
	return train, test
}

// Inputs returns the network's X: one row a feature, one column an example.
func (s Set) Inputs(features []Feature) blas64.General {
	m := s.Len()
	X := blas64.General{Rows: len(features), Cols: m, Stride: m, Data: make([]float64, 0, len(features)*m)}
	for _, f := range features {
		for i := range m {
			X.Data = append(X.Data, f.Of(s.X1[i], s.X2[i]))
		}
	}
	return X
}
