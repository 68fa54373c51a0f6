package kernel

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
)

// straight are the activations that kernelgen has straight lines for.
var straight = []nn.Activation{nn.Sigmoid, nn.Tanh, nn.ReLU, nn.Leaky, nn.Linear}

// architectures reach every function of the kernel: sums of 1 to 8 terms and over several chunks,
// every activation, output and loss, no hidden layer and the most.
func architectures() (list []nn.Architecture) {
	type output struct {
		g     nn.Activation
		loss  nn.Loss
		units int
	}
	outputs := []output{
		{nn.Sigmoid, nn.CrossEntropy, 1}, {nn.Sigmoid, nn.MeanSquaredError, 1},
		{nn.Tanh, nn.MeanSquaredError, 1}, {nn.Linear, nn.MeanSquaredError, 1},
		{nn.Softmax, nn.LogLoss, 0},
	}
	for i, sizes := range [][]int{
		{1, 1}, {7, 1}, {2, 1, 1}, {2, 4, 1}, {3, 2, 3, 1}, {4, 5, 6, 1}, {5, 7, 8, 1}, {6, 9, 10, 1},
		{7, 11, 12, 1}, {2, 13, 14, 15, 1}, {2, 64, 16, 1}, {2, 8, 8, 8, 8, 8, 8, 1}, {3, 1, 64, 2, 17, 1}, {2, 3, 4, 1},
	} {
		a := nn.Architecture{Sizes: sizes, Slope: []float64{0.01, -0.2}[i%2]}
		for l := range len(sizes) - 2 {
			a.Hidden = append(a.Hidden, straight[(i+l)%len(straight)])
		}
		if i == 13 {
			a.Hidden = []nn.Activation{nn.Swish, nn.Tanh} // computed by its rule
		}
		for _, o := range outputs {
			a.Output, a.Loss = o.g, o.loss
			a.Sizes = slices.Clone(a.Sizes)
			a.Sizes[a.Layers()] = cmp.Or(o.units, 2+i%(nn.MaxClasses-1))
			list = append(list, a)
		}
	}
	return list
}

// problem returns a network with weights of about one and m random examples.
func problem(t testing.TB, a nn.Architecture, m int) (n *nn.Network, X blas64.General, Y []float64) {
	t.Helper()
	n, err := nn.New(a, nn.Xavier, 0, 3)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, uint64(m)))
	for _, b := range n.B {
		for i := range b {
			b[i] = r.NormFloat64() / 2
		}
	}
	X = blas64.General{Rows: a.Sizes[0], Cols: m, Stride: m}
	for range a.Sizes[0] * m {
		X.Data = append(X.Data, 2*r.NormFloat64())
	}
	for range m {
		Y = append(Y, float64(r.IntN(max(2, a.Sizes[a.Layers()]))))
	}
	return n, X, Y
}

func name(a nn.Architecture) string {
	return fmt.Sprint(a.Sizes, a.Hidden, a.Output, a.Loss, a.Slope)
}

// near holds two lists of numbers to 1e-12 of the largest of them.
func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	largest := 1e-3
	for _, w := range want {
		largest = max(largest, math.Abs(w))
	}
	for i, w := range want {
		if !(math.Abs(got[i]-w) <= 1e-12*largest) {
			t.Fatalf("%s: number %d is %.17g, want %.17g", what, i, got[i], w)
		}
	}
}

func all(m int) []int {
	list := make([]int, m)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestForward(t *testing.T) {
	for _, a := range architectures() {
		for _, m := range []int{1, width - 1, width, 3*width + 3} {
			n, X, _ := problem(t, a, m)
			got, want := n.NewTrace(m), n.NewTrace(m)
			New(n).Forward(X, got)
			n.Forward(X, want)
			for l := 1; l <= a.Layers(); l++ {
				near(t, fmt.Sprintf("%s, %d examples, Z[%d]", name(a), m, l), got.Z[l].Data, want.Z[l].Data)
				near(t, fmt.Sprintf("%s, %d examples, A[%d]", name(a), m, l), got.A[l].Data, want.A[l].Data)
			}
		}
	}
}

func TestGradient(t *testing.T) {
	for _, a := range architectures() {
		for _, m := range []int{1, width - 1, width, 3*width + 3} {
			n, X, Y := problem(t, a, m)
			trace, want := n.NewTrace(m), n.NewGradient(m)
			n.Forward(X, trace)
			n.Backward(trace, Y, nn.Penalty{}, want)

			k := New(n)
			k.sumGradient(X, Y, all(m))
			for i := range k.gradient {
				k.gradient[i] /= float64(m)
			}
			near(t, fmt.Sprintf("%s, %d examples", name(a), m), k.gradient, want.Parameters())
		}
	}
}

func TestStep(t *testing.T) {
	const m = 20
	batches := [][]int{{4, 2, 19, 0, 7, 11, 3, 1, 18, 5, 6, 8}, {9, 10, 12}, all(m), {13}}
	for _, a := range architectures()[8:] {
		for _, optimizer := range nn.Optimizers {
			for _, p := range []nn.Penalty{{}, {L1: 0.01}, {L2: 0.1}, {L1: 0.02, L2: 0.3}} {
				n, X, Y := problem(t, a, m)
				n.W[1].Data[0] = 0 // where |w| has no derivative
				reference := n.Clone()
				updater := nn.NewUpdater(optimizer, 0.01, n)
				referenceUpdater := nn.NewUpdater(optimizer, 0.01, n)
				k := New(n)
				for _, batch := range batches {
					k.Step(X, Y, batch, p, updater)

					x, y := pick(X, Y, batch)
					trace, gradient := reference.NewTrace(len(y)), reference.NewGradient(len(y))
					reference.Forward(x, trace)
					reference.Backward(trace, y, p, gradient)
					referenceUpdater.Step(reference, gradient)

					what := fmt.Sprint(name(a), " ", optimizer, p, batch)
					near(t, what, n.Parameters(), reference.Parameters())
					near(t, what+" size", []float64{Size(n.Parameters())}, []float64{blas64.Asum(blas64.Vector{
						N: len(n.Parameters()), Data: reference.Parameters(), Inc: 1,
					})})
					v, s := updater.Memory()
					wantV, wantS := referenceUpdater.Memory()
					near(t, what+" v", v, wantV)
					near(t, what+" s", s, wantS)
				}
			}
		}
	}
}

// pick returns some columns.
func pick(X blas64.General, Y []float64, chosen []int) (x blas64.General, y []float64) {
	x = blas64.General{Rows: X.Rows, Cols: len(chosen), Stride: len(chosen)}
	for i := range X.Rows {
		for _, c := range chosen {
			x.Data = append(x.Data, X.Data[i*X.Stride+c])
		}
	}
	for _, c := range chosen {
		y = append(y, Y[c])
	}
	return x, y
}

func TestNoAllocations(t *testing.T) {
	a := nn.Architecture{Sizes: []int{2, 16, 1}, Hidden: []nn.Activation{nn.Tanh}}
	n, X, Y := problem(t, a, 25)
	k, updater, trace := New(n), nn.NewUpdater(nn.Adam, 0.01, n), n.NewTrace(25)
	chosen := all(25)
	if allocations := testing.AllocsPerRun(100, func() {
		k.Step(X, Y, chosen, nn.Penalty{L2: 0.1}, updater)
		k.Forward(X, trace)
	}); allocations != 0 {
		t.Errorf("an update and a forward pass allocate %v times", allocations)
	}
}
