package nn

import (
	"math"
	"runtime"
	"testing"
)

// Within two last digits of the machine's own; in WebAssembly they are the same.
func TestExp(t *testing.T) {
	for _, z := range []float64{0, 1e-300, 1e-9, -1e-9, 709.7, 709.79, 710, -745.1, -745.2, math.Inf(1), math.Inf(-1)} {
		check(t, z)
	}
	for z := -750.; z < 720; z += 0.0123456789 {
		check(t, z)
	}
	for z := -2.; z < 2; z += 0.000123456789 {
		check(t, z)
	}
	if !math.IsNaN(exp(math.NaN())) {
		t.Error("e to what is no number is one")
	}
}

func check(t *testing.T, z float64) {
	t.Helper()
	if z > 709 && z < 709.8 && runtime.GOARCH != "wasm" {
		return // some processors' own is infinite too early
	}
	got, want := exp(z), math.Exp(z)
	near := math.Abs(got-want) <= max(4e-16*want, 1e-323)
	if got != want && (runtime.GOARCH == "wasm" || !near) {
		t.Errorf("exp(%v) = %v, want %v", z, got, want)
	}
}
