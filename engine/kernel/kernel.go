// Package kernel trains an nn.Network fast: what nn computes with gonum, matrix by matrix, is done
// here tile by tile, a tile being a few examples of one unit, in the straight lines that kernelgen
// writes. The numbers agree with nn's to rounding, and are the same on every machine: an example's
// are computed in one order, whichever batch it is in.
package kernel

import (
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
)

//go:generate sh -c "go run ./kernelgen > unrolled.tmp && mv unrolled.tmp unrolled.go"

// tile holds one number for each of a few examples.
type tile [width]float64

// Kernel is bound to one network, whose parameters it reads and changes. It allocates nothing after
// New.
type Kernel struct {
	network  *nn.Network
	layers   []layer   // from the first hidden one to the output
	inputs   []tile    // of Forward
	gradient []float64 // in the order of the network's parameters, summed over the examples of a batch
}

// New returns a kernel for n.
func New(n *nn.Network) *Kernel {
	k := &Kernel{
		network:  n,
		inputs:   make([]tile, n.Sizes[0]),
		gradient: make([]float64, n.ParameterCount()),
	}
	dW, dB := n.Split(k.gradient)
	for l := 1; l < len(n.Sizes); l++ {
		k.layers = append(k.layers, newLayer(n.Activation(l), n.Slope, n.W[l].Data, n.B[l], dW[l].Data, dB[l]))
	}
	return k
}

// Forward does what n.Forward does.
func (k *Kernel) Forward(X blas64.General, t *nn.Trace) {
	t.A[0] = X
	for l := range k.layers {
		t.Z[l+1].Cols, t.A[l+1].Cols = X.Cols, X.Cols
	}
	for first := 0; first < X.Cols; first += width {
		load(k.inputs, X, first)
		k.forward(k.inputs)
		for l := range k.layers {
			store(t.Z[l+1], first, k.layers[l].z)
			store(t.A[l+1], first, k.layers[l].a)
		}
	}
}

// load fills tiles with the columns of X from first on; past its end they keep what they hold.
func load(tiles []tile, X blas64.General, first int) {
	for i := range tiles {
		row := X.Data[i*X.Stride : i*X.Stride+X.Cols]
		copy(tiles[i][:], row[first:])
	}
}

// store is the inverse of load.
func store(X blas64.General, first int, tiles []tile) {
	for i := range tiles {
		row := X.Data[i*X.Stride : i*X.Stride+X.Cols]
		copy(row[first:], tiles[i][:])
	}
}

func (k *Kernel) forward(x []tile) {
	for i := range k.layers {
		x = k.layers[i].forward(x)
	}
}

// sumGradient sets k.gradient to the sum over the examples of b of the derivatives of their loss.
func (k *Kernel) sumGradient(b *Batch) {
	clear(k.gradient)
	for i := range b.y {
		x := b.tile(i)
		k.forward(x)
		k.backwardOutput(&b.y[i], b.examples-i*width)
		for l := len(k.layers) - 1; l > 0; l-- {
			below := &k.layers[l-1]
			k.layers[l].backward(below.a, below.dz)
			below.chain()
		}
		k.layers[0].backward(x, nil)
	}
}

// backwardOutput computes dZ[L] for a tile whose first examples count.
func (k *Kernel) backwardOutput(y *tile, examples int) {
	output := &k.layers[len(k.layers)-1]
	a, dz := &output.a[0], &output.dz[0]
	for e := range dz {
		dz[e] = a[e] - y[e]
	}
	if k.network.Loss == nn.MeanSquaredError {
		output.chain()
	}
	for e := examples; e < width; e++ {
		dz[e] = 0
	}
}
