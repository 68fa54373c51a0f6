package main

import (
	"fmt"
	"io"
	"strings"
)

// formulas gives each activation's a from z, and dz from itself, z and a. They have no jumps that
// are taken in ordinary use: min and max are calls in Go's WebAssembly, and so are the choices here
// made by arithmetic.
var formulas = []struct{ name, comment, apply, chain string }{
	{
		"Sigmoid", "is v/(1 + v) or 1/(1 + v), by the sign of z, with v = e^x and x = -|z|. Let n be the multiple of\n" +
			"// log 2 / 64 nearest to x and r the rest: e^x is 2^(n/64) e^r, an entry of a table with the whole part\n" +
			"// of n/64 added to its exponent, times a polynomial",
		`x := -math.Abs(z[E])
		if x < expLow {
			x = expLow
		}
		u := x*(64/math.Ln2) + nearest1
		n, bits := u-nearest1, math.Float64bits(u)
		r := x - n*log2High - n*log2Low
		entry := &exp2Table[bits%uint64(len(exp2Table))]
		y := math.Float64frombits(entry.bits + bits&^63<<46)
		v := y + y*(entry.rest+(r+r*r*(1./2+r*(1./6+r*(1./24+r*(1./120+r*(1./720)))))))
		positive := 0.5 + math.Copysign(0.5, z[E])
		a[E] = (positive + (1-positive)*v) / (1 + v)
		if z[E] < expLow {
			a[E] = 0
		}`,
		"dz[E] *= a[E] * (1 - a[E])",
	},
	{
		"Tanh", "is (t + s)/(1 + ts), the sum formula, with t the tangent at the multiple of 1/64\n" +
			"// nearest to |z|, from a table, and s that of the rest, a polynomial",
		`x := math.Abs(z[E])
		if x > tanhHigh {
			x = tanhHigh
		}
		u := x + nearest64
		t := tanhTable[math.Float64bits(u)%uint64(len(tanhTable))]
		r := x - (u - nearest64)
		q := r * r
		s := r + r*q*(-1./3+q*(2./15-q*(17./315)))
		a[E] = math.Copysign(t+s*(1-t*t)/(1+t*s), z[E])`,
		"dz[E] *= 1 - a[E]*a[E]",
	},
	{
		"ReLU", "is exact: z/2 + |z|/2",
		"a[E] = 0.5*z[E] + 0.5*math.Abs(z[E])",
		"dz[E] *= 0.5 - math.Copysign(0.5, 0-z[E])",
	},
	{
		"Leaky", "adds slope times z/2 - |z|/2 to that",
		"a[E] = 0.5*z[E] + 0.5*math.Abs(z[E]) + slope*(0.5*z[E]-0.5*math.Abs(z[E]))",
		`positive := 0.5 - math.Copysign(0.5, 0-z[E])
		dz[E] *= positive + slope*(1-positive)`,
	},
}

// writeFunctions writes the activations and their share of the chain rule, tile by tile.
func writeFunctions(out io.Writer) {
	for _, f := range formulas {
		fmt.Fprintf(out, `
// apply%[1]s %[2]s.
func apply%[1]s(A, Z []tile%[3]s) {
	for j := range Z {
		a, z := &A[j], &Z[j]
		%[4]s
	}
}
`, f.name, f.comment, slope(f.apply), unrolled(f.apply))
		operand := "a"
		if strings.Contains(f.chain, " z[E]") || strings.Contains(f.chain, "-z[E]") {
			operand = "z"
		}
		fmt.Fprintf(out, `
// chain%[1]s multiplies dZ by the derivative.
func chain%[1]s(dZ, %[2]s []tile%[3]s) {
	for j := range dZ {
		dz, %[4]s := &dZ[j], &%[2]s[j]
		%[5]s
	}
}
`, f.name, strings.ToUpper(operand), slope(f.chain), operand, unrolled(f.chain))
	}
}

// slope is the parameter that only some formulas have.
func slope(formula string) string {
	if strings.Contains(formula, "slope") {
		return ", slope float64"
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
