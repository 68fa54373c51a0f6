package dataset

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/random"
)

// Set holds examples and their targets. A column of X is one coordinate of all of them: X[0] is x1, X[1] is x2; X is nil
// where there are none. A target in Y is the number of a class, from 0, or a value around [-1, 1] for regression; a set of
// which only the places matter has none.
type Set struct {
	X [][]float64
	Y []float64
}

// Len returns the number of examples.
func (s Set) Len() int {
	if len(s.X) == 0 {
		return 0
	}
	return len(s.X[0])
}

// isFlat reports whether the examples are points of the plane, or there are none.
func (s Set) isFlat() bool { return len(s.X) == 2 || s.Len() == 0 }

// column returns coordinate j of all examples, nil where they have none.
func (s Set) column(j int) []float64 {
	if j >= len(s.X) {
		return nil
	}
	return s.X[j]
}

// NewSet returns a set without examples that has room for n of so many columns.
func NewSet(columns, n int) Set {
	s := Set{X: make([][]float64, columns), Y: make([]float64, 0, n)}
	for j := range s.X {
		s.X[j] = make([]float64, 0, n)
	}
	return s
}

// Add appends an example of the plane.
func (s *Set) Add(x1, x2, y float64) { s.Append(y, x1, x2) }

// Append appends an example of the coordinates x, as many as those of the examples before it.
func (s *Set) Append(y float64, x ...float64) {
	if len(s.X) != len(x) {
		s.X = make([][]float64, len(x))
	}
	for j, x := range x {
		s.X[j] = append(s.X[j], x)
	}
	s.Y = append(s.Y, y)
}

// take appends example i of from.
func (s *Set) take(from Set, i int) {
	if s.X == nil {
		s.X = make([][]float64, len(from.X))
	}
	for j, column := range from.X {
		s.X[j] = append(s.X[j], column[i])
	}
	s.Y = append(s.Y, from.Y[i])
}

// Clone returns a copy that shares no memory with s.
func (s Set) Clone() Set {
	X := slices.Clone(s.X)
	for j := range X {
		X[j] = slices.Clone(X[j])
	}
	return Set{X, slices.Clone(s.Y)}
}

// Equal reports whether two sets have the same examples in the same order.
func (s Set) Equal(t Set) bool {
	return slices.Equal(s.Y, t.Y) && s.Len() == t.Len() && (s.Len() == 0 || slices.EqualFunc(s.X, t.X, slices.Equal[[]float64]))
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
		test.take(s, i)
	}
	slices.Sort(held)
	for i := range s.Len() {
		if len(held) > 0 && held[0] == i {
			held = held[1:]
			continue
		}
		train.take(s, i)
	}
	return train, test
}

// Targets returns Y as one row, which it shares with s: one column an example.
func (s Set) Targets() blas64.General {
	m := len(s.Y)
	return blas64.General{Rows: 1, Cols: m, Stride: max(1, m), Data: s.Y}
}

// Columns returns the coordinates as they are: one row a coordinate, one column an example.
func (s Set) Columns() blas64.General {
	m := s.Len()
	return blas64.General{Rows: len(s.X), Cols: m, Stride: max(1, m), Data: slices.Concat(s.X...)}
}

// Inputs returns the network's X: one row a feature, one column an example. A coordinate that s does not have is 0.
func (s Set) Inputs(features []Feature) blas64.General {
	m := s.Len()
	X := blas64.General{Rows: len(features), Cols: m, Stride: m, Data: make([]float64, 0, len(features)*m)}
	for _, f := range features {
		switch j, ok := f.Column(); {
		case ok && j < len(s.X):
			X.Data = append(X.Data, s.X[j]...)
		case ok || len(s.X) < 2:
			X.Data = append(X.Data, make([]float64, m)...)
		default:
			for i := range m {
				X.Data = append(X.Data, f.Of(s.X[0][i], s.X[1][i]))
			}
		}
	}
	return X
}
