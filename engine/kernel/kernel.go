// Package kernel trains an nn.Network fast: what nn computes with gonum, matrix by matrix, is done
// here tile by tile, a tile being ten examples of one unit, in the straight lines that kernelgen
// writes. The numbers agree with nn's to rounding, and are the same on every machine: an example's
// are computed in one order, whichever examples are beside it.
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
	x        []tile     // the inputs
	y        []tile     // the targets, one tile; of a softmax the classes, counted from 0
	columns  [width]int // of the examples in x and y, where there are fewer
	layers   []layer    // from the first hidden one to the output
	gradient []float64  // in the order of the network's parameters, summed over the examples of an update

	programs  [2]program           // forward and backward
	fast      func(function int32) // does passes and rules elsewhere, see Accelerator; or nil
	constants *constants           // that fast reads
	whole     examples             // that it goes through in a pass of whole tiles, or went through last
	terms     terms                // of its rules
}

// examples are chosen columns of X and Y, as many as fill some tiles.
type examples struct {
	chosen []int
	x      []float64
	stride int // of x, in bytes
	y      []float64
}

// pass is one of the programs of a kernel.
type pass int32

const (
	forward  pass = iota // from x to the output's a
	backward             // from the output's a and y to the gradient, which it adds to

	// Only where fast is: whole sets the gradient to what both make of the tiles of the examples in whole, if there are some.
	// Those that follow, one for each optimizer, do that and then change the parameters.
	whole
	update
)

// New returns a kernel for n.
func New(n *nn.Network) *Kernel {
	k := &Kernel{
		network:  n,
		x:        make([]tile, n.Sizes[0]),
		y:        make([]tile, 1),
		gradient: make([]float64, n.ParameterCount()),
	}
	dW, dB := n.Split(k.gradient)
	for l := 1; l < len(n.Sizes); l++ {
		units := func() []tile { return make([]tile, n.Sizes[l]) }
		layer := layer{
			activation: n.Activation(l), slope: n.Slope,
			w: n.W[l].Data, b: n.B[l], dw: dW[l].Data, db: dB[l],
			z: units(), a: units(), dz: units(),
		}
		if layer.activation == nn.Linear {
			layer.a = layer.z
		}
		k.layers = append(k.layers, layer)
	}
	k.compile()
	if accelerator != nil {
		k.accelerate(accelerator)
	}
	return k
}

// compile writes the programs.
func (k *Kernel) compile() {
	p, x := &k.programs[forward], k.x
	for i := range k.layers {
		k.layers[i].forward(p, x)
		x = k.layers[i].a
	}
	p = &k.programs[backward]
	o := operation{out: k.output().dz, in: k.output().a, dz: k.y}
	if k.network.Loss == nn.LogLoss {
		p.add(differenceToClass, codeDifferenceToClass, o)
	} else {
		p.add(difference, codeDifference, o)
	}
	if !k.network.Loss.ByZ() {
		k.output().chain(p)
	}
	for i := len(k.layers) - 1; i > 0; i-- {
		l, below := &k.layers[i], &k.layers[i-1]
		l.backward(p, below.a, below.dz)
		below.chain(p)
	}
	k.layers[0].backward(p, k.x, nil)
}

func (k *Kernel) output() *layer { return &k.layers[len(k.layers)-1] }

func (k *Kernel) run(p pass) {
	if k.fast != nil {
		k.fast(int32(p))
		return
	}
	k.programs[p].run()
}

// Forward does what the network's Forward does.
func (k *Kernel) Forward(X blas64.General, t *nn.Trace) {
	t.A[0] = X
	for l := range k.layers {
		t.Z[l+1].Cols, t.A[l+1].Cols = X.Cols, X.Cols
	}
	for first := 0; first < X.Cols; first += width {
		load(k.x, X, first)
		k.run(forward)
		for l, layer := range k.layers {
			store(t.Z[l+1], first, layer.z)
			store(t.A[l+1], first, layer.a)
		}
	}
}

// load reads the columns of X from first on, as far as they go; past them the tiles keep what they hold.
func load(tiles []tile, X blas64.General, first int) {
	for i := range tiles {
		row := X.Data[i*X.Stride : i*X.Stride+X.Cols]
		copy(tiles[i][:], row[first:])
	}
}

// store writes the columns of X from first on, as far as they go.
func store(X blas64.General, first int, tiles []tile) {
	for i := range tiles {
		row := X.Data[i*X.Stride : i*X.Stride+X.Cols]
		copy(row[first:], tiles[i][:])
	}
}

// sumGradient sets k.gradient to the sum over the chosen columns of X, at least one, of the
// derivatives of their loss against Y.
func (k *Kernel) sumGradient(X blas64.General, Y []float64, chosen []int) {
	if n := len(chosen) / width * width; n > 0 && k.fast != nil {
		k.whole = examples{chosen[:n], X.Data, 8 * X.Stride, Y}
		k.fast(int32(whole))
		chosen = chosen[n:]
	} else {
		clear(k.gradient)
	}
	for len(chosen) > 0 {
		examples := min(len(chosen), width)
		columns := &k.columns
		if examples == width {
			columns = (*[width]int)(chosen)
		} else {
			for e := copy(columns[:], chosen); e < width; e++ {
				columns[e] = chosen[0] // does not count, but is finite wherever that one is
			}
		}
		gather(k.x, X.Data, X.Stride, &k.y[0], Y, columns)
		k.run(forward)
		k.silence(examples)
		k.run(backward)
		chosen = chosen[examples:]
	}
}

// silence has the examples of the tile from the given one on no difference between output and target, and so no derivative.
func (k *Kernel) silence(from int) {
	target := 0.
	if k.network.Loss == nn.LogLoss {
		target = -1 // no class
	}
	for e := from; e < width; e++ {
		k.y[0][e] = target
	}
	for j := range k.output().a {
		clear(k.output().a[j][from:])
	}
}
