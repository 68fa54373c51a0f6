package main

import (
	"fmt"
	"io"
	"strings"
)

// exponential sets v to e^x for x from -708 to 0: it names what it needs on the way.
const exponential = `u := x*(64/math.Ln2) + nearest1
		n, bits := u-nearest1, math.Float64bits(u)
		r := x - n*log2High - n*log2Low
		entry := &exp2Table[bits%uint64(len(exp2Table))]
		y := math.Float64frombits(entry.bits + bits&^63<<46)
		v := y + y*(entry.rest+(r+r*r*(1./2+r*(1./6+r*(1./24+r*(1./120+r*(1./720)))))))
		`

// power sets v to e^x likewise, more quickly: the steps are so small that three terms do.
const power = `u := x*(1024/math.Ln2) + nearest1
		n, bits := u-nearest1, math.Float64bits(u)
		r := x - n*log2FineHigh - n*log2FineLow
		y := math.Float64frombits(fineTable[bits%uint64(len(fineTable))] + bits<<42)
		v := y + y*(r+r*r*(second+r*(1./6)))
		`

// formulas gives each activation's a from z, and dz from itself, z or a. They hold where |z| < limit,
// and have no jumps: an if is one, and min and max are calls in Go's WebAssembly, so choices are made
// by arithmetic.
var formulas = []struct{ name, comment, limit, apply, given, chain string }{
	{
		"Sigmoid", "is v/(1 + v) or 1/(1 + v), by the sign of z, with v = e^x and x = -|z|. Let n be the multiple of\n" +
			"// log 2 / 64 nearest to x and r the rest: e^x is 2^(n/64) e^r, an entry of a table with the whole part\n" +
			"// of n/64 added to its exponent, times a polynomial",
		"expLimit",
		`x := -math.Abs(z[E])
		` + exponential + `positive := 0.5 + math.Copysign(0.5, z[E])
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

// writeSoftmax writes the one activation that mixes the units of a layer, and its difference to the targets.
func writeSoftmax(out io.Writer) {
	fmt.Fprintf(out, `
// applySoftmax is e^x over its sum, with x = z less the largest z of the example, which is found without a jump: the sign of
// a difference, in all bits, chooses between two.
func applySoftmax(o *operation) {
	A, Z := o.out, o.in
	largest, sum := Z[0], tile{}
	for j := range Z[1:] {
		z := &Z[j+1]
		%s
	}
	for j := range Z {
		a, z := &A[j], Z[j]
		%s
		if %s {
			z = bounded(&z, expLimit)
		}
		%s
	}
	%s
	for j := range A {
		a := &A[j]
		%s
	}
}

// differenceToClass writes a - 1 into dz for the unit that is the class of an example, and a for the others, given the
// classes in dz.
func differenceToClass(o *operation) {
	DZ, A, y := o.out, o.in, &o.dz[0]
	for j := range DZ {
		dz, a, unit := &DZ[j], &A[j], float64(j)
		%s
	}
}
`,
		unrolled(`less := math.Float64bits(z[E]-largest[E])
		below := uint64(int64(less) >> 63)
		largest[E] = math.Float64frombits(math.Float64bits(largest[E])&below | math.Float64bits(z[E])&^below)`),
		unrolled("z[E] -= largest[E]"),
		each(width, " || ", func(e int) string { return fmt.Sprintf("!(z[%d] > -expLimit)", e) }),
		unrolled("x := z[E]\n"+power+`a[E] = v
		sum[E] += v`),
		unrolled("sum[E] = 1 / sum[E]"),
		unrolled("a[E] *= sum[E]"),
		unrolled(`other := math.Abs(y[E] - unit)
		dz[E] = a[E] - (0.5*(1-other) + 0.5*math.Abs(1-other))`))
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
