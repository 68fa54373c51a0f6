package main

import (
	"fmt"
	"io"
	"strings"
)

// rules are the optimizers: I is a parameter, g the sums of its derivatives over the examples, which
// scale turns into means, v and s what the rule remembers.
var rules = []struct{ name, parameters, formula string }{
	{"descent", "p, g []float64, rate float64", "p[I] -= rate * g[I]"},
	{"momentum", "p, g, v []float64, rate, scale float64", `v[I] = 0.9*v[I] + 0.1*(scale*g[I])
		p[I] -= rate * v[I]`},
	{"rmsProp", "p, g, s []float64, rate, scale float64", `{
			g := scale * g[I]
			s[I] = 0.9*s[I] + 0.1*g*g
			p[I] -= rate * g / (math.Sqrt(s[I]) + nn.Epsilon)
		}`},
	{"adam", "p, g, v, s []float64, rate, scale, sBias float64", `{
			g := scale * g[I]
			v[I] = 0.9*v[I] + 0.1*g
			s[I] = 0.999*s[I] + 0.001*g*g
			p[I] -= rate * v[I] / (math.Sqrt(s[I]/sBias) + nn.Epsilon)
		}`},
}

// writeRules writes one update of all parameters for every rule, and what a run needs to know of
// the result.
func writeRules(out io.Writer) {
	for _, r := range rules {
		slices, _, _ := strings.Cut(r.parameters, " []")
		blocks := ""
		for name := range strings.SplitSeq(slices, ", ") {
			blocks += fmt.Sprintf("%[1]s := (*[%[2]d]float64)(%[1]s[i:])\n", name, stride)
		}
		fmt.Fprintf(out, `
func %[1]s(%[2]s) {
	i := 0
	for ; i+%[3]d <= len(p); i += %[3]d {
		%[4]s%[5]s
	}
	for ; i < len(p); i++ {
		%[6]s
	}
}
`, r.name, r.parameters, stride, blocks,
			each(stride, "\n", func(i int) string { return strings.ReplaceAll(r.formula, "[I]", fmt.Sprintf("[%d]", i)) }),
			strings.ReplaceAll(r.formula, "[I]", "[i]"))
	}
	fmt.Fprintf(out, `
// Size returns the sum of all |p|, NaN if one is.
func Size(p []float64) float64 {
	sum, i := 0., 0
	for ; i+%[1]d <= len(p); i += %[1]d {
		p := (*[%[1]d]float64)(p[i:])
		sum += %[2]s
	}
	for ; i < len(p); i++ {
		sum += math.Abs(p[i])
	}
	return sum
}
`, stride, each(stride, " + ", func(i int) string { return fmt.Sprintf("math.Abs(p[%d])", i) }))
}
