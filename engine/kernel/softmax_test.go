package kernel

import (
	"fmt"
	"math"
	"testing"

	"shallows/engine/nn"
)

// Of all sizes of z a softmax is the exact one's to some last places, and nothing where that is nothing.
func TestSoftmax(t *testing.T) {
	zs := []float64{0, 1e-300, 0.25, 1, -3, 40, -40, 700, -707.9, 708, -708.1, 1e5, -1e5, 1e300, -1e300, math.MaxFloat64, -math.MaxFloat64}
	for _, first := range zs {
		for _, second := range zs {
			var a, z [3]tile
			for e := range width {
				z[0][e], z[1][e], z[2][e] = first, second, 0.5
			}
			applySoftmax(&operation{out: a[:], in: z[:]})
			largest := max(first, second, 0.5)
			sum := math.Exp(first-largest) + math.Exp(second-largest) + math.Exp(0.5-largest)
			for j := range a {
				for e, got := range a[j] {
					want := math.Exp(z[j][e]-largest) / sum
					if math.Abs(got-want) > 8*0x1p-52*want && want > 1e-307 || !(got >= 0 && got <= 1) {
						t.Fatalf("unit %d of %v, %v and 0.5 is %v for example %d, want %v", j+1, first, second, got, e, want)
					}
				}
			}
		}
	}
}

// Beside a unit that is certain, the other is e^x itself.
func TestPowers(t *testing.T) {
	for i := range 20_000 {
		var a, z [2]tile
		for e := range width {
			z[1][e] = -40 - 668*(float64(width*i+e)+0.5)/(20_000*width)
		}
		applySoftmax(&operation{out: a[:], in: z[:]})
		for e, got := range a[1] {
			if want := math.Exp(z[1][e]); apart(got, want) > 2 {
				t.Fatalf("e^%v is %v, want %v", z[1][e], got, want)
			}
		}
	}
}

func TestSoftmaxOfNoNumber(t *testing.T) {
	for _, lost := range []float64{math.NaN(), math.Inf(1)} {
		for j := range 3 {
			var a, z [3]tile
			z[j][4] = lost
			applySoftmax(&operation{out: a[:], in: z[:]})
			if !math.IsNaN(a[j][4]) {
				t.Errorf("unit %d of %v is %v", j+1, lost, a[j][4])
			}
			if got := a[j][5]; math.Abs(got-1./3) > 1e-15 {
				t.Errorf("beside it unit %d is %v, want 1/3", j+1, got)
			}
		}
	}
}

// BenchmarkOutputs times an update of 400 examples with a sigmoid and with three classes, for what each adds to the same
// hidden layers.
func BenchmarkOutputs(b *testing.B) {
	for _, hidden := range [][]int{{}, {4}, {8, 8}, {32, 32}} {
		for _, out := range []nn.Activation{nn.Sigmoid, nn.Softmax} {
			k, step := updates(b, hidden, out)
			b.Run(fmt.Sprint(hidden, " ", out, k.fast != nil), func(b *testing.B) {
				for b.Loop() {
					step()
				}
			})
		}
	}
}

// updates returns what makes one update of 400 examples, of three classes for a softmax.
func updates(b testing.TB, hidden []int, out nn.Activation) (k *Kernel, step func()) {
	a := nn.Architecture{Sizes: append(append([]int{2}, hidden...), 1), Output: out}
	if out == nn.Softmax {
		a.Sizes[a.Layers()], a.Loss = 3, nn.LogLoss
	}
	for range hidden {
		a.Hidden = append(a.Hidden, nn.Tanh)
	}
	const m = 400
	n, X, Y := problem(b, a, m)
	u, chosen := nn.NewUpdater(nn.GradientDescent, 0.01, n), all(m)
	k = New(n)
	return k, func() { k.Step(X, Y, chosen, nn.Penalty{}, u) }
}
