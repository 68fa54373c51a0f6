package lecture

import (
	"math"
	"testing"

	"shallows/engine/config"
	"shallows/engine/nn"
	"shallows/engine/session"
)

func TestCurvesStayInTheirRangesAndSlopes(t *testing.T) {
	const count = 241
	curves := Curves(0.1, -6, 6, count)
	if len(curves) != len(nn.Activations) {
		t.Fatalf("%d curves", len(curves))
	}
	for _, c := range curves {
		odd := true
		for i, z := range c.Z {
			if c.G[i] < c.Low || c.G[i] > c.High {
				t.Errorf("%v(%g) = %g is out of its range %g to %g", c.Activation, z, c.G[i], c.Low, c.High)
			}
			odd = odd && math.Abs(c.G[i]+c.G[count-1-i]) < 1e-12
			if i == 0 || i == count-1 || z == 0 {
				continue // relu and leaky bend at 0
			}
			if slope := (c.G[i+1] - c.G[i-1]) / (c.Z[i+1] - c.Z[i-1]); math.Abs(slope-c.Prime[i]) > 1e-3 {
				t.Errorf("%v'(%g) = %g, the curve rises by %g", c.Activation, z, c.Prime[i], slope)
			}
		}
		if odd != c.ZeroCentred {
			t.Errorf("%v: zero-centred %v", c.Activation, c.ZeroCentred)
		}
	}
	for _, test := range []struct {
		slope float64
		g     nn.Activation
		low   float64
	}{{0.1, nn.Leaky, math.Inf(-1)}, {0, nn.Leaky, 0}, {0.1, nn.ReLU, 0}, {0.1, nn.Swish, -0.27846454276107379}} {
		if got, _, _ := test.g.Bounds(test.slope); got != test.low {
			t.Errorf("%v with slope %g goes down to %g, want %g", test.g, test.slope, got, test.low)
		}
	}
}

func TestActivity(t *testing.T) {
	s := open(t, "act=relu,tanh&net=2,2")
	n := s.Network()
	copy(n.W[1].Data, []float64{1, 0, 0, 0})    // the second unit sees its bias alone
	if err := s.SetBias(1, 2, -1); err != nil { // which also tells s of the weights
		t.Fatal(err)
	}
	a, b := ActivityOf(s, 1, 1), ActivityOf(s, 1, 2)
	negative := 0
	for i, x1 := range s.Train().X[0] {
		if a.Z[i] != x1 || b.Z[i] != -1 {
			t.Fatalf("example %d has z = %g and %g, want %g and -1", i+1, a.Z[i], b.Z[i], x1)
		}
		if x1 <= 0 {
			negative++
		}
	}
	if want := float64(negative) / 400; a.Saturated != want || a.Dead {
		t.Errorf("the first unit is saturated for %g of the examples, want %g; dead: %v", a.Saturated, want, a.Dead)
	}
	if b.Saturated != 1 || !b.Dead {
		t.Errorf("the second unit is saturated for %g of the examples; dead: %v", b.Saturated, b.Dead)
	}
	f := Flows(s)
	if f[0].Dead != 1 || f[0].Saturated != (a.Saturated+1)/2 || f[1].Dead != 0 {
		t.Errorf("the layers are %+v", f)
	}
}

// Behind six layers of sigmoids next to nothing of the gradient is left; tanh and relu keep more.
func TestComparisonShowsTheGradientVanish(t *testing.T) {
	c, _ := config.Decode("net=6,6,6,6,6,6&init=xavier&lr=0.1")
	comparison := NewComparison(session.New(c))
	first := map[nn.Activation]float64{}
	for i, run := range comparison.Runs {
		f := Flows(run)
		if f[0].Activation != Compared[i] || len(f) != 7 {
			t.Fatalf("run %d has %+v", i, f)
		}
		first[Compared[i]] = f[0].DW / f[6].DW
	}
	if first[nn.Sigmoid] > 1e-3 || first[nn.Tanh] < 100*first[nn.Sigmoid] || first[nn.ReLU] < 100*first[nn.Sigmoid] {
		t.Errorf("the gradient of the first layer against that of the last: %v", first)
	}
	comparison.Step(50)
	for _, run := range comparison.Runs {
		if got := run.Metrics().Step; got != 50 {
			t.Errorf("%v is at step %d", run.Config().Act, got)
		}
	}
}
