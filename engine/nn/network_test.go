package nn_test

import (
	"math"
	"testing"

	"shallows/engine/nn"
	"shallows/engine/random"
)

// Weights are drawn layer by layer and row by row; those of the other initialisations are held
// against NumPy's in package session.
func TestUniformWeights(t *testing.T) {
	a := nn.Architecture{Sizes: []int{2, 3, 1}, Hidden: []nn.Activation{nn.Tanh}, Output: nn.Sigmoid}
	n, err := nn.New(a, nn.Uniform, 0.5, 5)
	if err != nil {
		t.Fatal(err)
	}
	r := random.NewRandomState(5)
	for l := 1; l <= 2; l++ {
		for i, w := range n.W[l].Data {
			if want := r.RandomSample() - 0.5; w != want {
				t.Errorf("weight %d of W[%d] is %v, want %v", i, l, w, want)
			}
		}
		for i, b := range n.B[l] {
			if b != 0 {
				t.Errorf("bias %d of b[%d] is %v, want 0", i, l, b)
			}
		}
	}
}

func TestNewRejects(t *testing.T) {
	tanh := func(n int) []nn.Activation {
		g := make([]nn.Activation, n)
		for i := range g {
			g[i] = nn.Tanh
		}
		return g
	}
	tests := map[string]nn.Architecture{
		"no layers":               {},
		"seven hidden layers":     {Sizes: []int{2, 1, 1, 1, 1, 1, 1, 1, 1}, Hidden: tanh(7)},
		"an empty layer":          {Sizes: []int{2, 0, 1}, Hidden: tanh(1)},
		"a layer of 65 units":     {Sizes: []int{2, 65, 1}, Hidden: tanh(1)},
		"two outputs":             {Sizes: []int{2, 2}},
		"4,097 parameters":        {Sizes: []int{2, 18, 58, 49, 1}, Hidden: tanh(3)},
		"a missing activation":    {Sizes: []int{2, 4, 1}},
		"an unknown activation":   {Sizes: []int{2, 4, 1}, Hidden: []nn.Activation{nn.Softmax + 1}},
		"a hidden softmax":        {Sizes: []int{2, 4, 1}, Hidden: []nn.Activation{nn.Softmax}},
		"a softmax of one":        {Sizes: []int{2, 1}, Output: nn.Softmax, Loss: nn.LogLoss},
		"a softmax of eleven":     {Sizes: []int{2, 11}, Output: nn.Softmax, Loss: nn.LogLoss},
		"a softmax for a sigmoid": {Sizes: []int{2, 3}, Output: nn.Softmax},
		"a sigmoid for a softmax": {Sizes: []int{2, 1}, Loss: nn.LogLoss},
		"cross-entropy of tanh":   {Sizes: []int{2, 1}, Output: nn.Tanh, Loss: nn.CrossEntropy},
		"the loss of a rectifier": {Sizes: []int{2, 1}, Output: nn.ReLU, Loss: nn.MeanSquaredError},
		"a slope beyond numbers":  {Sizes: []int{2, 1}, Slope: math.NaN()},
	}
	for name, a := range tests {
		if _, err := nn.New(a, nn.Zeros, 0, 0); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	largest := nn.Architecture{Sizes: []int{2, 17, 58, 50, 1}, Hidden: tanh(3)}
	if _, err := nn.New(largest, nn.Zeros, 0, 0); err != nil {
		t.Errorf("4,096 parameters: %v", err)
	}
}

// A sigmoid output sure of itself: z = ±1000 and e^1000 overflows.
func TestSureOutputs(t *testing.T) {
	tests := []struct{ z, y, cost, a, dZ float64 }{
		{1000, 1, 0, 1, 0},
		{1000, 0, 1000, 1, 1},
		{-1000, 1, 1000, 0, -1},
		{-1000, 0, 0, 0, 0},
		{40, 1, math.Exp(-40), 1, 0},
		{-40, 0, math.Exp(-40), math.Exp(-40), math.Exp(-40)},
	}
	for _, test := range tests {
		n, trace, gradient := logistic(t, []float64{test.z}, 0)
		X, Y := row(1), []float64{test.y}
		n.Forward(X, trace)
		n.Backward(trace, Y, nn.Penalty{}, gradient)
		cost, a, dZ := n.Cost(trace, Y, nn.Penalty{}), trace.Output()[0], gradient.DZ[1].Data[0]
		if !near(cost, test.cost) || !near(a, test.a) || !near(dZ, test.dZ) {
			t.Errorf("z = %v, y = %v: cost %v, a %v, dz %v; want %v, %v, %v",
				test.z, test.y, cost, a, dZ, test.cost, test.a, test.dZ)
		}
	}
}

func near(got, want float64) bool { return math.Abs(got-want) <= 1e-15*math.Abs(want) }
