package scene

import (
	"math"
	"strconv"
	"strings"
)

// tick is a marked place on an axis.
type tick struct {
	value float64
	text  string
}

// linearTicks marks the multiples in [low, high] of the smallest 1, 2 or 5 times a power of ten
// that gives at most limit marks. It needs low < high and limit >= 2.
func linearTicks(low, high float64, limit int) []tick {
	step, decimals := niceStep((high - low) / float64(limit))
	for {
		first, last := math.Ceil(low/step-1e-9), math.Floor(high/step+1e-9)
		if int(last-first)+1 <= limit {
			ticks := make([]tick, 0, limit)
			for i := first; i <= last; i++ {
				ticks = append(ticks, tick{i * step, number(i*step, decimals)})
			}
			return ticks
		}
		step, decimals = niceStep(step * 1.01)
	}
}

// niceStep is the smallest 1, 2 or 5 times a power of ten that is no less than least, and the
// number of decimals its multiples need.
func niceStep(least float64) (step float64, decimals int) {
	exponent := math.Floor(math.Log10(least))
	power := math.Pow(10, exponent)
	decimals = max(0, -int(exponent))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= least*(1-1e-9) {
			return m * power, decimals
		}
	}
	return 10 * power, max(0, decimals-1)
}

// stepTicks marks step 0 and the powers of ten up to last, at most limit of them.
func stepTicks(last float64, limit int) []tick {
	ticks := []tick{{0, "0"}}
	decades := int(math.Log10(max(1, last)) + 1e-9)
	stride := 1 + (decades+1)/max(1, limit)
	for d := 0; d <= decades; d += stride {
		ticks = append(ticks, tick{math.Pow10(d), number(math.Pow10(d), 0)})
	}
	return ticks
}

// number writes v with a true minus sign and, from a thousand up, short: 20k, 1.5M.
func number(v float64, decimals int) string {
	suffix := ""
	switch {
	case math.Abs(v) >= 1e6:
		v, suffix, decimals = v/1e6, "M", -1
	case math.Abs(v) >= 1e3:
		v, suffix, decimals = v/1e3, "k", -1
	}
	text := strconv.FormatFloat(v, 'f', decimals, 64) + suffix
	if strings.HasPrefix(text, "-") {
		if strings.Trim(text, "-0.") == "" {
			return text[1:]
		}
		return "−" + text[1:]
	}
	return text
}
