package nn

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// Trace is one forward pass over a set of examples: every Z and A. A[0] is the X it was given,
// Z[0] is empty.
type Trace struct {
	Z, A []blas64.General
}

// NewTrace returns a trace with room for m examples.
func (n *Network) NewTrace(m int) *Trace {
	t := &Trace{Z: make([]blas64.General, len(n.Sizes)), A: make([]blas64.General, len(n.Sizes))}
	for l := 1; l < len(n.Sizes); l++ {
		t.Z[l] = newMatrix(n.Sizes[l], m)
		t.A[l] = newMatrix(n.Sizes[l], m)
	}
	return t
}

// Forward computes Z and A of every layer for the examples in the columns of X, which are at most
// as many as t has room for. The trace keeps X, not a copy.
func (n *Network) Forward(X blas64.General, t *Trace) {
	t.A[0] = X
	for l := 1; l < len(t.A); l++ {
		t.Z[l].Cols, t.A[l].Cols = X.Cols, X.Cols
		multiply(blas.NoTrans, n.W[l], t.A[l-1], t.Z[l])
		g := n.Activation(l)
		for i, b := range n.B[l] {
			z := row(t.Z[l], i)
			floats.AddConst(b, z)
			if g != Softmax {
				g.apply(row(t.A[l], i), z, n.Slope)
			}
		}
		if g == Softmax {
			softmax(t.A[l], t.Z[l])
		}
	}
}

// Class returns the class that the output tells example i to be, counted from 0: that of its largest unit, the first of equal
// ones.
func (t *Trace) Class(i int) int { return Largest(t.A[len(t.A)-1], i) }

// Output returns the only row of A[L], the network's output for every example; of a softmax it is the first.
func (t *Trace) Output() []float64 { return row(t.A[len(t.A)-1], 0) }

// Cost returns J over the examples of a forward pass with targets Y.
func (n *Network) Cost(t *Trace, Y []float64, p Penalty) float64 {
	return n.Loss.mean(t, Y) + p.Cost(n.W)
}
