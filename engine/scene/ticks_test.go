package scene

import (
	"strings"
	"testing"
)

func texts(ticks []tick) string {
	var all []string
	for _, t := range ticks {
		all = append(all, t.text)
	}
	return strings.Join(all, " ")
}

func TestLinearTicks(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		limit     int
		want      string
	}{
		{-6, 6, 7, "−6 −4 −2 0 2 4 6"},
		{-6, 6, 5, "−5 0 5"},
		{0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{0, 0.7, 5, "0.0 0.2 0.4 0.6"},
		{0, 0.0031, 4, "0.000 0.001 0.002 0.003"},
		{0, 9, 2, "0 5"},
		{0, 12000, 8, "0 2k 4k 6k 8k 10k 12k"},
		{0, 3.2e6, 4, "0 10⁶ 2×10⁶ 3×10⁶"},
		{0, 0.0001, 6, "0 0.2×10⁻⁴ 0.4×10⁻⁴ 0.6×10⁻⁴ 0.8×10⁻⁴ 1.0×10⁻⁴"},
		{0, 1.7e308, 4, "0 0.5×10³⁰⁸ 1.0×10³⁰⁸ 1.5×10³⁰⁸"},
		{0, 1500, 4, "0 500 1000 1500"},
	} {
		if got := texts(linearTicks(test.low, test.high, test.limit)); got != test.want {
			t.Errorf("from %v to %v, at most %d: %q, want %q", test.low, test.high, test.limit, got, test.want)
		}
	}
}

func TestStepTicks(t *testing.T) {
	for _, test := range []struct {
		last  float64
		limit int
		want  string
	}{
		{1, 6, "0 1"},
		{99, 6, "0 1 10"},
		{1000, 6, "0 1 10 100 1000"},
		{100000, 4, "0 1 100 10k"},
	} {
		if got := texts(stepTicks(test.last, test.limit)); got != test.want {
			t.Errorf("up to %v, at most %d: %q, want %q", test.last, test.limit, got, test.want)
		}
	}
}
