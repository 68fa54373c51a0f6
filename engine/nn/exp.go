package nn

import "math"

// exp returns e^z as [math.Exp] computes it in a browser. On some processors that has code of its own, with other last
// bits, and a run is to be the same everywhere. This is the algorithm of FreeBSD's e_exp.c, which Go uses elsewhere, with
// products rounded before they are added, as WebAssembly does.
func exp(z float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01
		ln2Lo = 1.90821492927058770002e-10
		log2e = 1.44269504088896338700e+00

		overflow, underflow = 7.09782712893383973096e+02, -7.45133219101941108420e+02
		nearZero            = 1.0 / (1 << 28)

		p1, p2, p3 = 1.66666666666666657415e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05
		p4, p5     = -1.65339022054652515390e-06, 4.13813679705723846039e-08
	)
	switch {
	case math.IsNaN(z):
		return z
	case z > overflow:
		return math.Inf(1)
	case z < underflow:
		return 0
	case -nearZero < z && z < nearZero:
		return 1 + z
	}
	k := int(float64(log2e*z) + math.Copysign(0.5, z))
	hi, lo := z-float64(float64(k)*ln2Hi), float64(float64(k)*ln2Lo)
	r := hi - lo
	t := r * r
	c := r - float64(t*(p1+float64(t*(p2+float64(t*(p3+float64(t*(p4+float64(t*p5)))))))))
	y := 1 - ((lo - float64(r*c)/(2-c)) - hi)
	if -1021 <= k && k <= 1023 { // what Ldexp does takes longer than all of this
		return y * math.Float64frombits(uint64(k+1023)<<52)
	}
	return math.Ldexp(y, k)
}
