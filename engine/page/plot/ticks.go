package plot

import "math"

// RoundTicks returns multiples of 1, 2, 5 or 10 times a power of ten from low to high, about as many as wanted.
func RoundTicks(low, high float64, count int) []float64 {
	rough := (high - low) / float64(count)
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	step := rough
	for _, digit := range []float64{10, 5, 2, 1} {
		if digit*power >= rough {
			step = digit * power
		}
	}
	var ticks []float64
	for i := math.Ceil(low / step); i <= math.Floor(high/step); i++ {
		ticks = append(ticks, i*step)
	}
	return ticks
}

// PowerTicks returns powers of ten from low to high, no more than most.
func PowerTicks(low, high float64, most int) []float64 {
	first, last := int(math.Ceil(math.Log10(low)-1e-9)), int(math.Floor(math.Log10(high)+1e-9))
	step := max(1, (last-first+most)/most)
	var ticks []float64
	for power := first; power <= last; power += step {
		ticks = append(ticks, math.Pow(10, float64(power)))
	}
	return ticks
}

// Decades returns the powers of ten around positive numbers.
func Decades(low, high float64) (below, above float64) {
	return math.Pow(10, math.Floor(math.Log10(low))), math.Pow(10, math.Ceil(math.Log10(high)))
}
