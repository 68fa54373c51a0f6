package nn_test

import (
	"math"
	"testing"

	"shallows/engine/nn"
)

// An output sure of itself, right or wrong: e^1000 overflows, and e^-1000 has no logarithm.
func TestSureSoftmax(t *testing.T) {
	thirds := math.Log(3)
	tests := []struct {
		z     [3]float64
		class float64
		cost  float64
		a, dZ [3]float64
	}{
		{[3]float64{0, 0, 0}, 1, thirds, [3]float64{1. / 3, 1. / 3, 1. / 3}, [3]float64{1. / 3, 1./3 - 1, 1. / 3}},
		{[3]float64{1000, 1000, 1000}, 1, thirds, [3]float64{1. / 3, 1. / 3, 1. / 3}, [3]float64{1. / 3, 1./3 - 1, 1. / 3}},
		{[3]float64{1000, 0, -1000}, 0, 0, [3]float64{1, 0, 0}, [3]float64{0, 0, 0}},
		{[3]float64{1000, 0, -1000}, 2, 2000, [3]float64{1, 0, 0}, [3]float64{1, 0, -1}},
		{[3]float64{-1e300, -1e300, 0}, 2, 0, [3]float64{0, 0, 1}, [3]float64{0, 0, 0}},
		{[3]float64{0, 40, 0}, 1, 2 * math.Exp(-40), [3]float64{math.Exp(-40), 1, math.Exp(-40)}, [3]float64{math.Exp(-40), 0, math.Exp(-40)}},
		{[3]float64{-40, 0, -800}, 0, 40, [3]float64{math.Exp(-40), 1, 0}, [3]float64{-1, 1, 0}},
	}
	for _, test := range tests {
		n, err := nn.New(nn.Architecture{Sizes: []int{1, 3}, Output: nn.Softmax, Loss: nn.LogLoss}, nn.Zeros, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		copy(n.B[1], test.z[:])
		trace, gradient := n.NewTrace(1), n.NewGradient(1)
		Y := []float64{test.class}
		n.Forward(row(1), trace)
		n.Backward(trace, Y, nn.Penalty{}, gradient)
		if got := n.Cost(trace, Y, nn.Penalty{}); !near(got, test.cost) {
			t.Errorf("z = %v: class %v costs %v, want %v", test.z, test.class, got, test.cost)
		}
		for k := range test.z {
			if a, dZ := trace.A[1].Data[k], gradient.DZ[1].Data[k]; !near(a, test.a[k]) || !near(dZ, test.dZ[k]) {
				t.Errorf("z = %v: unit %d gives %v with dz %v for class %v, want %v and %v", test.z, k+1, a, dZ, test.class, test.a[k], test.dZ[k])
			}
		}
	}
}

func TestClass(t *testing.T) {
	for _, test := range []struct {
		z    [3]float64
		want int
	}{
		{[3]float64{0, 0, 0}, 0},
		{[3]float64{-1, 2, 2}, 1},
		{[3]float64{-1, 2, 2.1}, 2},
		{[3]float64{5, -3, 4}, 0},
	} {
		n := network(t, nn.Architecture{Sizes: []int{1, 3}, Output: nn.Softmax, Loss: nn.LogLoss})
		copy(n.W[1].Data, make([]float64, 3))
		copy(n.B[1], test.z[:])
		trace := n.NewTrace(1)
		n.Forward(row(1), trace)
		if got := trace.Class(0); got != test.want {
			t.Errorf("z = %v is class %d, want %d", test.z, got, test.want)
		}
	}
}
