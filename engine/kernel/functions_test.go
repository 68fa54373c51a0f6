package kernel

import (
	"math"
	"testing"
)

// arguments visits z of all sizes and signs, dense where the functions bend, and the ends of every
// stretch on which they are computed in one way.
func arguments(visit func(z float64)) {
	both := func(z float64) { visit(z); visit(-z) }
	for _, z := range []float64{
		0, math.SmallestNonzeroFloat64, 0x1p-1074 * 12345, 0x1p-1022, 0x1p-1021, math.MaxFloat64, math.Inf(1),
		40, 708, 709, 709.5, 709.78, 710, 744, 745.2, 746, 800,
	} {
		both(z)
		both(math.Nextafter(z, math.Inf(1)))
		both(math.Nextafter(z, 0))
	}
	for exponent := -1074.; exponent < 1024; exponent += 0.37 {
		both(math.Exp2(exponent))
	}
	for z := 0.; z < 45; z += 0.0001234567 {
		both(z)
	}
	for i := range 64 * 45 * 2 { // table entries and the borders between them
		z := float64(i) / 128
		both(z)
		both(math.Nextafter(z, math.Inf(1)))
		both(math.Nextafter(z, 0))
	}
	for z := 45.; z < 760; z += 0.0123456789 {
		both(z)
	}
}

// apart returns how many numbers lie from a to b, counting b.
func apart(a, b float64) int64 {
	if a == b || math.IsNaN(a) && math.IsNaN(b) {
		return 0
	}
	d := int64(math.Float64bits(math.Abs(a))) - int64(math.Float64bits(math.Abs(b)))
	if math.Signbit(a) != math.Signbit(b) || math.IsNaN(a) || math.IsNaN(b) {
		return math.MaxInt64
	}
	return max(d, -d)
}

// sigmoid takes care, as nn's need not, that no rounding is amplified.
func sigmoid(z float64) float64 {
	if z < 0 {
		return math.Exp(z) / (1 + math.Exp(z))
	}
	return 1 / (1 + math.Exp(-z))
}

func TestFunctions(t *testing.T) {
	for _, f := range []struct {
		name    string
		apply   func(*operation)
		want    func(z float64) float64
		ulps    int64
		tiniest float64 // where the result is less, 0 will do
	}{
		{"tanh", applyTanh, math.Tanh, 2, 0},
		{"sigmoid", applySigmoid, sigmoid, 2, 0x1p-1021},
	} {
		arguments(func(z float64) {
			var a, in [1]tile
			for e := range in[0] {
				in[0][e] = z
			}
			f.apply(&operation{out: a[:], in: in[:]})
			want := f.want(z)
			for e, got := range a[0] {
				if apart(got, want) > f.ulps && math.Abs(want) > f.tiniest {
					t.Fatalf("%s(%v) of example %d is %v, want %v", f.name, z, e, got, want)
				}
			}
		})
		var a, in [1]tile
		in[0] = tile{math.NaN()}
		f.apply(&operation{out: a[:], in: in[:]})
		if !math.IsNaN(a[0][0]) {
			t.Errorf("%s(NaN) is %v", f.name, a[0][0])
		}
	}
}
