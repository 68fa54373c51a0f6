package main

import (
	"fmt"
	"io"
	"strings"
)

// formulas gives each activation's a from z, and dz from itself, z or a. They hold where |z| < limit,
// and have no jumps: an if is one, and min and max are calls in Go's WebAssembly, so choices are made
// by arithmetic.
var formulas = []struct{ name, comment, limit, apply, given, chain string }{
	{
		"Sigmoid", "is v/(1 + v) or 1/(1 + v), by the sign of z, with v = e^x and x = -|z|. Let n be the multiple of\n" +
			"// log 2 / 64 nearest to x and r the rest: e^x is 2^(n/64) e^r, an entry of a table with the whole part\n" +
			"// of n/64 added to its exponent, times a polynomial",
		"sigmoidLimit",
		`x := -math.Abs(z[E])
		u := x*(64/math.Ln2) + nearest1
		n, bits := u-nearest1, math.Float64bits(u)
		r := x - n*log2High - n*log2Low
		entry := &exp2Table[bits%uint64(len(exp2Table))]
		y := math.Float64frombits(entry.bits + bits&^63<<46)
		v := y + y*(entry.rest+(r+r*r*(1./2+r*(1./6+r*(1./24+r*(1./120+r*(1./720)))))))
		positive := 0.5 + math.Copysign(0.5, z[E])
		a[E] = (positive + (1-positive)*v) / (1 + v)`,
		"a", "dz[E] *= a[E] * (1 - a[E])",
	},
	{
		"Tanh", "is (t + s)/(1 + ts), the formula for sums, with t the tangent at the multiple of 1/64\n" +
			"// nearest to z, from a table, and s that of the rest, a polynomial",
		"tanhLimit",
		`u := z[E] + nearest64
		t := tanhTable[math.Float64bits(u)%uint64(len(tanhTable))]
		r := z[E] - (u - nearest64)
		q := r * r
		s := r + r*q*(-1./3+q*(2./15-q*(17./315)))
		a[E] = t + s*(1-t*t)/(1+t*s)`,
		"a", "dz[E] *= 1 - a[E]*a[E]",
	},
	{
		"ReLU", "is exact: z/2 + |z|/2", "",
		"a[E] = 0.5*z[E] + 0.5*math.Abs(z[E])",
		"z", "dz[E] *= 0.5 - math.Copysign(0.5, 0-z[E])",
	},
	{
		"Leaky", "adds slope times z/2 - |z|/2 to that", "",
		"a[E] = 0.5*z[E] + 0.5*math.Abs(z[E]) + slope*(0.5*z[E]-0.5*math.Abs(z[E]))",
		"z", `positive := 0.5 - math.Copysign(0.5, 0-z[E])
		dz[E] *= positive + slope*(1-positive)`,
	},
}

// writeFunctions writes the activations and their share of the chain rule, tile by tile.
func writeFunctions(out io.Writer) {
	for _, f := range formulas {
		fmt.Fprintf(out, `
// apply%[1]s %[2]s.
func apply%[1]s(o *operation) {
	A, Z%[3]s := o.out, o.in%[4]s
	for j := range Z {
		a, z := &A[j], &Z[j]
		%[5]s%[6]s
	}
}
`, f.name, f.comment, name(f.apply), value(f.apply), bounds(f.limit), unrolled(f.apply))
		fmt.Fprintf(out, `
// chain%[1]s multiplies dZ by the derivative, given %[3]s.
func chain%[1]s(o *operation) {
	DZ, %[3]s%[2]s := o.out, o.in%[4]s
	for j := range DZ {
		dz, %[5]s := &DZ[j], &%[3]s[j]
		%[6]s
	}
}
`, f.name, name(f.chain), strings.ToUpper(f.given), value(f.chain), f.given, unrolled(f.chain))
	}
}

// bounds brings the rare z that a formula does not hold for within its limit, in a copy.
func bounds(limit string) string {
	if limit == "" {
		return ""
	}
	return fmt.Sprintf(`if %s {
			within := bounded(z, %s)
			z = &within
		}
		`, each(width, " || ", func(e int) string { return fmt.Sprintf("!(math.Abs(z[%d]) < %s)", e, limit) }), limit)
}

// name and value declare the slope where a formula has it.
func name(formula string) string {
	if strings.Contains(formula, "slope") {
		return ", slope"
	}
	return ""
}

func value(formula string) string {
	if strings.Contains(formula, "slope") {
		return ", o.slope"
	}
	return ""
}

// unrolled repeats a formula for every example E of the tile.
func unrolled(formula string) string {
	return each(width, "\n", func(e int) string {
		text := strings.ReplaceAll(formula, "[E]", fmt.Sprintf("[%d]", e))
		if strings.Contains(text, ":=") {
			text = "{\n" + text + "\n}"
		}
		return text
	})
}
