package nn_test

import (
	"math"
	"testing"

	"shallows/engine/nn"
)

// Two updates of one weight w = 1 with the derivatives 2 and then -1, learning rate 0.1, worked out
// by hand from the course's formulas.
func TestOptimizers(t *testing.T) {
	tests := []struct {
		optimizer nn.Optimizer
		want      [2]float64
	}{
		{nn.GradientDescent, [2]float64{1 - 0.1*2, 0.8 + 0.1}},
		{nn.Momentum, [2]float64{1 - 0.1*0.2, 0.98 - 0.1*(0.9*0.2-0.1)}},
		{nn.RMSProp, [2]float64{
			1 - 0.1*2/(math.Sqrt(0.4)+1e-8),
			1 - 0.1*2/(math.Sqrt(0.4)+1e-8) + 0.1/(math.Sqrt(0.46)+1e-8),
		}},
		// v = 0.2, then 0.08; s = 0.004, then 0.004996.
		{nn.Adam, [2]float64{
			1 - 0.1*(0.2/0.1)/(math.Sqrt(0.004/0.001)+1e-8),
			1 - 0.1*2/(2+1e-8) - 0.1*(0.08/0.19)/(math.Sqrt(0.004996/0.001999)+1e-8),
		}},
	}
	for _, test := range tests {
		n, _, gradient := logistic(t, []float64{1}, 0)
		updater := nn.NewUpdater(test.optimizer, 0.1, n)
		for i, g := range []float64{2, -1} {
			gradient.DW[1].Data[0] = g
			updater.Step(n, gradient)
			if got := n.W[1].Data[0]; math.Abs(got-test.want[i]) > 1e-14 {
				t.Errorf("%v: w = %v after update %d, want %v", test.optimizer, got, i+1, test.want[i])
			}
			if b := n.B[1][0]; b != 0 {
				t.Errorf("%v: b = %v after update %d, though its derivative is 0", test.optimizer, b, i+1)
			}
		}
	}
}
