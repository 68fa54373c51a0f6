package nn_test

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/diff/fd"

	"shallows/engine/nn"
	"shallows/engine/random"
)

// outputs are the loss and output pairs a network can have, and how many units those have.
var outputs = []struct {
	loss   nn.Loss
	output nn.Activation
	units  int
}{
	{nn.CrossEntropy, nn.Sigmoid, 1},
	{nn.MeanSquaredError, nn.Sigmoid, 1},
	{nn.MeanSquaredError, nn.Tanh, 1},
	{nn.MeanSquaredError, nn.Linear, 1},
	{nn.LogLoss, nn.Softmax, 2},
	{nn.LogLoss, nn.Softmax, 3},
	{nn.LogLoss, nn.Softmax, nn.MaxClasses},
}

var penalties = []nn.Penalty{{}, {L1: 0.01}, {L2: 0.1}}

// examples draws m examples of inputs from N(0, 1) and classes from 0, two of them or as many as a softmax has units.
func examples(inputs, units, m int) (X blas64.General, Y []float64) {
	r := random.NewRandomState(7)
	X = blas64.General{Rows: inputs, Cols: m, Stride: m}
	for range inputs * m {
		X.Data = append(X.Data, r.Randn())
	}
	for range m {
		Y = append(Y, math.Round(r.RandomSample()*float64(max(units, 2)-1)))
	}
	return X, Y
}

func network(t testing.TB, a nn.Architecture) *nn.Network {
	t.Helper()
	n, err := nn.New(a, nn.Xavier, 0, 3)
	if err != nil {
		t.Fatal(err)
	}
	for l := range n.B {
		for i := range n.B[l] {
			n.B[l][i] = 0.1 * float64(i+1)
		}
	}
	return n
}

func TestGradientEqualsDifferences(t *testing.T) {
	const inputs, m = 3, 5
	for _, hidden := range nn.Activations {
		for _, out := range outputs {
			X, Y := examples(inputs, out.units, m)
			for _, p := range penalties {
				name := fmt.Sprintf("%v,%v,%v,%v,l1=%v,l2=%v", hidden, out.output, out.units, out.loss, p.L1, p.L2)
				t.Run(name, func(t *testing.T) {
					n := network(t, nn.Architecture{
						Sizes:  []int{inputs, 4, 2, out.units},
						Hidden: []nn.Activation{hidden, hidden},
						Output: out.output,
						Slope:  0.1,
						Loss:   out.loss,
					})
					trace, gradient := n.NewTrace(m), n.NewGradient(m)
					n.Forward(X, trace)
					n.Backward(trace, Y, p, gradient)

					parameters := append([]float64(nil), n.Parameters()...)
					want := fd.Gradient(nil, func(x []float64) float64 {
						copy(n.Parameters(), x)
						n.Forward(X, trace)
						return n.Cost(trace, Y, p)
					}, parameters, &fd.Settings{Formula: fd.Central})
					for i, got := range gradient.Parameters() {
						if math.Abs(got-want[i]) > 1e-8 {
							t.Errorf("derivative by parameter %d is %v, differences give %v", i, got, want[i])
						}
					}
				})
			}
		}
	}
}

func TestPenaltyLeavesBiasesFree(t *testing.T) {
	X, Y := examples(2, 1, 5)
	n := network(t, nn.Architecture{Sizes: []int{2, 1}, Output: nn.Sigmoid})
	trace, free, bound := n.NewTrace(5), n.NewGradient(5), n.NewGradient(5)
	n.Forward(X, trace)
	n.Backward(trace, Y, nn.Penalty{}, free)
	n.Backward(trace, Y, nn.Penalty{L1: 2, L2: 3}, bound)
	if free.DB[1][0] != bound.DB[1][0] {
		t.Errorf("db = %v with a penalty, %v without", bound.DB[1][0], free.DB[1][0])
	}
	w := n.W[1].Data
	extra := n.Cost(trace, Y, nn.Penalty{L1: 2, L2: 3}) - n.Cost(trace, Y, nn.Penalty{})
	if want := 2*(math.Abs(w[0])+math.Abs(w[1])) + 3./2*(w[0]*w[0]+w[1]*w[1]); math.Abs(extra-want) > 1e-14 {
		t.Errorf("the penalty costs %v, want %v", extra, want)
	}
}

func TestFewerExamplesThanRoom(t *testing.T) {
	X, Y := examples(3, 1, 4)
	n := network(t, nn.Architecture{Sizes: []int{3, 5, 1}, Hidden: []nn.Activation{nn.Tanh}, Output: nn.Sigmoid})
	fitting, fittingGradient := n.NewTrace(4), n.NewGradient(4)
	n.Forward(X, fitting)
	n.Backward(fitting, Y, nn.Penalty{}, fittingGradient)

	roomy, roomyGradient := n.NewTrace(9), n.NewGradient(9)
	more, moreY := examples(3, 1, 9)
	n.Forward(more, roomy)
	n.Backward(roomy, moreY, nn.Penalty{}, roomyGradient)
	n.Forward(X, roomy)
	n.Backward(roomy, Y, nn.Penalty{}, roomyGradient)
	if got := len(roomy.Output()); got != 4 {
		t.Fatalf("%d outputs of 4 examples", got)
	}
	for i, want := range fittingGradient.Parameters() {
		if got := roomyGradient.Parameters()[i]; got != want {
			t.Errorf("derivative by parameter %d is %v with room to spare, %v without", i, got, want)
		}
	}
}

// A wide network with many examples is where gonum would start goroutines.
func TestTrainingAllocatesNothing(t *testing.T) {
	const m = 500
	for i, optimizer := range nn.Optimizers {
		out := outputs[i%2*5] // a sigmoid or three units
		X, Y := examples(2, out.units, m)
		n := network(t, nn.Architecture{
			Sizes:  []int{2, 50, 64, out.units},
			Hidden: []nn.Activation{nn.Tanh, nn.ReLU},
			Output: out.output,
			Loss:   out.loss,
		})
		trace, gradient, updater := n.NewTrace(m), n.NewGradient(m), nn.NewUpdater(optimizer, 0.01, n)
		allocations := testing.AllocsPerRun(3, func() {
			n.Forward(X, trace)
			n.Cost(trace, Y, nn.Penalty{L1: 0.1, L2: 0.1})
			n.Backward(trace, Y, nn.Penalty{L1: 0.1, L2: 0.1}, gradient)
			updater.Step(n, gradient)
		})
		if allocations != 0 {
			t.Errorf("%v: %v allocations a step, want none", optimizer, allocations)
		}
	}
}
