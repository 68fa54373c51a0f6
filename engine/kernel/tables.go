package kernel

import "math"

// The functions of the layers differ from package math's by at most two units in the last place: an
// entry of a table, as accurate as a float64 can be, and a short polynomial for what remains.

const (
	// Adding one of these rounds to a multiple of 1 or 1/64 and leaves it in the lowest bits.
	nearest1  = 3 << 51
	nearest64 = 3 << 45

	// The functions are constant, but for less than 1e-307, beyond these.
	tanhLimit = 31
	expLimit  = 708

	// log 2 / 64 in two parts, the first of so few bits that its multiples are exact.
	log2High = 0x1.62e42fefp-7
	log2Low  = 0x1.473de6af278edp-40

	// log 2 / 1024 likewise, for the powers of a softmax. Of so small an r, e^r is 1 + r + second r^2 + r^3/6 to 1e-16: second is
	// what exceeds 1/2 so that r^4/24 is missed least.
	log2FineHigh = 0x1.62e42fe8p-11
	log2FineLow  = 0x1.e8e7bcd5e4f1ep-41
	second       = 0x1.00000021f6e2ep-1
)

// bounded returns z with what is not within the limit brought there; NaN stays.
func bounded(z *tile, limit float64) (within tile) {
	for e, z := range z {
		within[e] = max(min(z, limit), -limit)
	}
	return within
}

var (
	tanhTable = newTanhTable() // tanh i/64, for i modulo its length
	exp2Table = newExp2Table() // 2^(i/64)
	fineTable = newFineTable() // the bits of 2^(i/1024) less i << 42, which adding to the exponent brings
)

func newTanhTable() (table [4096]float64) {
	one, step := double{1, 0}, double{0x1.fff5559997df9p-7, -0x1.b57bb5ea29efp-61} // step is tanh 1/64
	x := double{}
	for i := range len(table) / 2 {
		table[i] = x.hi
		x = x.add(step).divide(one.add(x.multiply(step))) // tanh of a sum
		table[len(table)-1-i] = -x.hi
	}
	return table
}

// power is 2^(i/64) in a form whose exponent can be added to: the bits of the nearest float64, and
// what it lacks as a share of it.
type power struct {
	bits uint64
	rest float64
}

func newExp2Table() (table [64]power) {
	step := double{0x1.02c9a3e778061p+0, -0x1.19083535b085dp-56} // 2^(1/64)
	x := double{1, 0}
	for i := range table {
		table[i] = power{math.Float64bits(x.hi), x.lo / x.hi}
		x = x.multiply(step)
	}
	return table
}

func newFineTable() (table [1024]uint64) {
	step := double{0x1.002c605e2e8cfp+0, -0x1.d7c96f201bb2fp-55} // 2^(1/1024)
	x := double{1, 0}
	for i := range table {
		table[i] = math.Float64bits(x.hi) - uint64(i)<<42
		x = x.multiply(step)
	}
	return table
}
