package number

import (
	"math"
	"strconv"
	"testing"
)

func TestExactReadsBack(t *testing.T) {
	for _, v := range []float64{0, 1, -0.1, 1.0 / 3, 5e-324, math.MaxFloat64, math.Inf(-1)} {
		if back, err := strconv.ParseFloat(Exact(v), 64); err != nil || back != v {
			t.Errorf("%v is written %s, which reads back as %v, %v", v, Exact(v), back, err)
		}
	}
	if Exact(math.NaN()) != "" || Exact(0.1) != "0.1" {
		t.Errorf("NaN is written %q, 0.1 %s", Exact(math.NaN()), Exact(0.1))
	}
}
