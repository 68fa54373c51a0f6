package lecture

import (
	"slices"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Collapse returns what n amounts to when every hidden layer is linear: a network without hidden
// layers, with
//
//	W' = W[L] … W[1]
//	b' = W[L] (… (W[2] b[1] + b[2]) …) + b[L]
//
// and the same output; with a sigmoid or softmax output, logistic regression. ok is false when a hidden layer is
// not linear.
func Collapse(n *nn.Network) (collapsed *nn.Network, ok bool) {
	if slices.ContainsFunc(n.Hidden, func(g nn.Activation) bool { return g != nn.Linear }) {
		return nil, false
	}
	W, b := n.W[1], column(n.B[1])
	for l := 2; l <= n.Layers(); l++ {
		W = product(n.W[l], W)
		b = product(n.W[l], b)
		for i := range b.Data {
			b.Data[i] += n.B[l][i]
		}
	}
	a := n.Architecture
	a.Sizes, a.Hidden = []int{a.Sizes[0], a.Sizes[a.Layers()]}, nil
	collapsed, err := nn.New(a, nn.Zeros, 0, 0)
	if err != nil {
		panic(err) // n itself is valid
	}
	copy(collapsed.W[1].Data, W.Data)
	copy(collapsed.B[1], b.Data)
	return collapsed, true
}

// OutputsOver returns the outputs of n over the r by r grid of [session.Session.Field], with the
// inputs of s; of a softmax those of its first unit, then of the second and so on.
func OutputsOver(s *session.Session, n *nn.Network, r int) []float64 {
	t := n.NewTrace(r * r)
	n.Forward(s.Field(r).A[0], t)
	return t.A[n.Layers()].Data
}

// Difference returns the largest difference between the outputs of n and those of the network of s
// over an r by r grid of the plane.
func Difference(s *session.Session, n *nn.Network, r int) float64 {
	return farthest(s.Field(r).A[s.Network().Layers()].Data, OutputsOver(s, n, r))
}

// product returns A B.
func product(A, B blas64.General) blas64.General {
	C := blas64.General{Rows: A.Rows, Cols: B.Cols, Stride: B.Cols, Data: make([]float64, A.Rows*B.Cols)}
	blas64.Gemm(blas.NoTrans, blas.NoTrans, 1, A, B, 0, C)
	return C
}
