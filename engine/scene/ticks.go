package scene

import (
	"math"

	"shallows/engine/number"
)

// tick is a marked place on an axis.
type tick struct {
	value float64
	text  string
}

// linearTicks marks the multiples in [low, high] of the smallest 1, 2 or 5 times a power of ten
// that gives at most limit marks. It needs low < high and limit >= 2.
func linearTicks(low, high float64, limit int) []tick {
	step := niceStep(high/float64(limit) - low/float64(limit))
	for {
		first, last := math.Ceil(low/step-1e-9), math.Floor(high/step+1e-9)
		if count := int(last-first) + 1; count <= limit {
			of := make([]int, count)
			for i := range of {
				of[i] = int(first) + i
			}
			ticks := make([]tick, count)
			for i, n := range number.Multiples(step, of) {
				ticks[i] = tick{float64(of[i]) * step, n.String()}
			}
			return ticks
		}
		step = niceStep(step * 1.01)
	}
}

// niceStep is the smallest 1, 2 or 5 times a power of ten that is no less than least.
func niceStep(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= least*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// stepTicks marks step 0 and the powers of ten up to last, at most limit of them.
func stepTicks(last float64, limit int) []tick {
	ticks := []tick{{0, "0"}}
	decades := int(math.Log10(max(1, last)) + 1e-9)
	stride := 1 + (decades+1)/max(1, limit)
	for d := 0; d <= decades; d += stride {
		ticks = append(ticks, tick{math.Pow10(d), number.Multiples(math.Pow10(d), []int{1})[0].String()})
	}
	return ticks
}
