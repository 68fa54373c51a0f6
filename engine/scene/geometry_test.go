package scene

import (
	"math"
	"testing"
)

func TestCurveJoinsItsEndsHorizontally(t *testing.T) {
	for _, c := range []Curve{
		{Point{0, 0}, Point{100, 0}},
		{Point{10, 20}, Point{110, 80}},
		{Point{10, 400}, Point{30, 0}},
	} {
		if got := c.At(0); got != c.From {
			t.Errorf("%v begins at %v", c, got)
		}
		if got := c.At(1); math.Hypot(got.X-c.To.X, got.Y-c.To.Y) > 1e-9 {
			t.Errorf("%v ends at %v", c, got)
		}
		for _, end := range []float64{0, 1} {
			if got := c.Tangent(end); math.Abs(got.X-1) > 1e-9 || math.Abs(got.Y) > 1e-9 {
				t.Errorf("%v: tangent %v at %v, want horizontal", c, got, end)
			}
		}
		const step = 1e-6
		for _, at := range []float64{0.1, 0.5, 0.8} {
			a, b := c.At(at-step), c.At(at+step)
			along := math.Hypot(b.X-a.X, b.Y-a.Y)
			got := c.Tangent(at)
			if math.Hypot(got.X-(b.X-a.X)/along, got.Y-(b.Y-a.Y)/along) > 1e-6 {
				t.Errorf("%v: tangent %v at %v, want the difference quotient", c, got, at)
			}
		}
	}
}

func TestCurveDistance(t *testing.T) {
	c := Curve{Point{0, 0}, Point{100, 60}}
	for _, test := range []struct {
		p    Point
		want float64
	}{
		{Point{0, 0}, 0},
		{Point{50, 30}, 0},
		{Point{-3, 4}, 5},
		{Point{103, 56}, 5},
	} {
		if got := c.Distance(test.p); math.Abs(got-test.want) > 0.2 {
			t.Errorf("distance of %v: %v, want %v", test.p, got, test.want)
		}
	}
}
