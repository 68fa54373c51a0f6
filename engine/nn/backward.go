package nn

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// Gradient is one backward pass over a set of examples. Index 0, the input, is empty everywhere.
type Gradient struct {
	DZ, DA []blas64.General // one column an example; DA[L] is left alone where the loss is ByZ and DZ[L] needs none
	DW     []blas64.General
	DB     [][]float64

	parameters []float64
}

// NewGradient returns a gradient with room for m examples.
func (n *Network) NewGradient(m int) *Gradient {
	g := &Gradient{DZ: make([]blas64.General, len(n.Sizes)), DA: make([]blas64.General, len(n.Sizes))}
	g.parameters, g.DW, g.DB = allocate(n.Architecture)
	for l := 1; l < len(n.Sizes); l++ {
		g.DZ[l] = newMatrix(n.Sizes[l], m)
		g.DA[l] = newMatrix(n.Sizes[l], m)
	}
	return g
}

// Parameters returns all of DW and DB in one slice that shares their memory, in the order of
// [Network.Parameters].
func (g *Gradient) Parameters() []float64 { return g.parameters }

// Backward computes the gradient of J with penalty p, over the examples of the forward pass t with
// targets Y. They are at most as many as g has room for.
func (n *Network) Backward(t *Trace, Y []float64, p Penalty, g *Gradient) {
	L, m := n.Layers(), len(Y)
	for l := 1; l <= L; l++ {
		g.DZ[l].Cols, g.DA[l].Cols = m, m
	}
	n.backwardOutput(t, Y, g)
	for l := L; l >= 1; l-- {
		blas64.Gemm(blas.NoTrans, blas.Trans, 1, g.DZ[l], t.A[l-1], 0, g.DW[l])
		dW := g.DW[l].Data
		for i, w := range n.W[l].Data {
			dW[i] = dW[i]/float64(m) + p.Derivative(w)
		}
		for i := range g.DB[l] {
			g.DB[l][i] = sum(row(g.DZ[l], i)) / float64(m)
		}
		if l > 1 {
			multiply(blas.Trans, n.W[l], g.DZ[l], g.DA[l-1])
			n.chain(t, g, l-1)
		}
	}
}

// sum adds numbers in their order. floats.Sum begins elsewhere in a row that memory does not align, and
// units that are copies of one another would part by the rounding.
func sum(values []float64) float64 {
	total := 0.
	for _, v := range values {
		total += v
	}
	return total
}

// backwardOutput computes dZ[L]. All losses have the derivative A - Y: the squared error by A[L], the others by Z[L].
func (n *Network) backwardOutput(t *Trace, Y []float64, g *Gradient) {
	L := n.Layers()
	switch n.Loss {
	case CrossEntropy:
		floats.SubTo(row(g.DZ[L], 0), t.Output(), Y)
	case LogLoss:
		subtractOneHot(g.DZ[L], t.A[L], Y)
	default:
		floats.SubTo(row(g.DA[L], 0), t.Output(), Y)
		n.chain(t, g, L)
	}
}

// chain computes dZ[l] from dA[l].
func (n *Network) chain(t *Trace, g *Gradient, l int) {
	activation := n.Activation(l)
	for i := range n.Sizes[l] {
		activation.chain(row(g.DZ[l], i), row(g.DA[l], i), row(t.Z[l], i), row(t.A[l], i), n.Slope)
	}
}
