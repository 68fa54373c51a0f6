package kernel

import "math"

// double is the unevaluated sum hi + lo of about 106 bits.
type double struct{ hi, lo float64 }

// normal returns hi + lo with a hi that is the rounded sum, for |hi| > |lo|.
func normal(hi, lo float64) double {
	sum := hi + lo
	return double{sum, lo - (sum - hi)}
}

// add returns x + y for |x.hi| >= |y.hi|.
func (x double) add(y double) double {
	sum := normal(x.hi, y.hi)
	return normal(sum.hi, sum.lo+x.lo+y.lo)
}

func (x double) multiply(y double) double {
	hi := x.hi * y.hi
	return normal(hi, math.FMA(x.hi, y.hi, -hi)+x.hi*y.lo+x.lo*y.hi)
}

func (x double) divide(y double) double {
	q := x.hi / y.hi
	rest := math.FMA(-q, y.hi, x.hi) + x.lo - q*y.lo
	return normal(q, rest/y.hi)
}
