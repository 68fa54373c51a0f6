package nn

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/random"
)

// Network is an architecture with its weights and biases.
type Network struct {
	Architecture

	W []blas64.General // W[l] is n[l] x n[l-1]; W[0] is empty
	B [][]float64      // B[l] holds the n[l] biases; B[0] is empty

	parameters []float64
}

// New returns a network with its first weights, drawn layer by layer and row by row from
// RandomState(seed), and zero biases. scale is the constant, the factor of randn and rows or the half
// width of uniform; the other initialisations do not read it. The error is that of Validate.
func New(a Architecture, how Init, scale float64, seed uint32) (*Network, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	a.Sizes, a.Hidden = slices.Clone(a.Sizes), slices.Clone(a.Hidden)
	n := &Network{Architecture: a}
	n.parameters, n.W, n.B = allocate(a)
	r := random.NewRandomState(seed)
	for l, W := range n.W {
		drawn := how.distinct(l, W)
		for i := range W.Data {
			if i < drawn {
				W.Data[i] = how.weight(r, scale, W.Cols)
			} else {
				W.Data[i] = W.Data[i-drawn]
			}
		}
	}
	return n, nil
}

// Parameters returns all weights and biases in one slice that shares their memory: W[1] row by
// row, b[1], W[2], b[2] and so on.
func (n *Network) Parameters() []float64 { return n.parameters }

// Index returns where in [Network.Parameters] w[to, from] of layer l is, all counted from 1, or b[to] where from is 0.
func (a Architecture) Index(l, to, from int) int {
	first := 0
	for k := 1; k < l; k++ {
		first += a.Sizes[k] * (a.Sizes[k-1] + 1)
	}
	if from == 0 {
		return first + a.Sizes[l]*a.Sizes[l-1] + to - 1
	}
	return first + (to-1)*a.Sizes[l-1] + from - 1
}

// Clone returns a copy of n that shares nothing with it but the architecture.
func (n *Network) Clone() *Network {
	c := &Network{Architecture: n.Architecture, parameters: slices.Clone(n.parameters)}
	c.W, c.B = n.Split(c.parameters)
	return c
}

// allocate returns zeros for every weight and bias of a, as one slice and as its layers.
func allocate(a Architecture) (flat []float64, W []blas64.General, b [][]float64) {
	flat = make([]float64, a.ParameterCount())
	W, b = a.Split(flat)
	return flat, W, b
}

// Split returns the layers of a slice in the order of [Network.Parameters], sharing its memory.
func (a Architecture) Split(flat []float64) (W []blas64.General, b [][]float64) {
	W = make([]blas64.General, len(a.Sizes))
	b = make([][]float64, len(a.Sizes))
	take := func(count int) []float64 {
		taken := flat[:count:count]
		flat = flat[count:]
		return taken
	}
	for l := 1; l < len(a.Sizes); l++ {
		rows, cols := a.Sizes[l], a.Sizes[l-1]
		W[l] = blas64.General{Rows: rows, Cols: cols, Stride: cols, Data: take(rows * cols)}
		b[l] = take(rows)
	}
	return W, b
}
