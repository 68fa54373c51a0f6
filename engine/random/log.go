package random

import "math"

// log returns the natural logarithm of a positive normal x, correctly rounded but for about one
// argument in fifty thousand.
//
// NumPy draws normals with the C library's logarithm. glibc's is correctly rounded but for about
// one argument in fifteen hundred; math.Log gives another last digit for one in fourteen, so its
// normals would not be NumPy's.
//
// With x = 2^k f and s = (f-1)/(f+1), log x = k log 2 + 2s + 2s(s²/3 + s⁴/5 + s⁶/7 + ...). The
// terms that reach the last place are carried as a sum of two float64, the larger first.
func log(x float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01 // so few digits that k*ln2Hi is exact
		ln2Lo = 1.90821492927058770002e-10
	)
	f, exponent := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, exponent = 2*f, exponent-1
	}
	k := float64(exponent)

	above, below := f-1, f+1
	belowLo := f - (below - 1)
	s := above / below
	sLo := (math.FMA(-s, below, above) - s*belowLo) / below

	w := s * s
	wLo := math.FMA(s, s, -w) + 2*s*sLo
	third := w / 3
	thirdLo := (math.FMA(-3, third, w) + wLo) / 3

	// |s| <= 0.172, so the terms after s²⁴/25 are below 1e-20 and cannot be seen.
	rest := 0.0
	for n := 25; n >= 5; n -= 2 {
		rest = rest*w + 1/float64(n)
	}
	cubic := 2 * s * third
	cubicLo := math.FMA(2*s, third, -cubic) + 2*s*(thirdLo+w*w*rest) + 2*sLo*third

	sum, sumLo := add(k*ln2Hi, 2*s)
	sum, carry := add(sum, cubic)
	return sum + (carry + (sumLo + (k*ln2Lo + (2*sLo + cubicLo))))
}

// add returns a+b rounded and the rounding error, given |a| >= |b| or a = 0.
func add(a, b float64) (sum, err float64) {
	sum = a + b
	return sum, b - (sum - a)
}
