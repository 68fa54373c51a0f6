package main

import (
	"fmt"
	"io"
)

// writeSums writes the matrix products, each as a table of functions by the number of terms.
func writeSums(out io.Writer) {
	for n := 1; n <= chunk; n++ {
		writeForward(out, n, "start", ", B []float64", "b := B[j]", "b + ")
		writeForward(out, n, "extend", "", "", "z[%[1]d] + ")
		writeBackward(out, n, "startBack", "")
		writeBackward(out, n, "extendBack", "dx[%[1]d] + ")
		writeGradient(out, n)
	}
	fmt.Fprintf(out, `
// gradientBias adds the sums over the examples of dZ to db.
func gradientBias(dB []float64, dZ []tile) {
	for j := range dZ {
		dz := &dZ[j]
		dB[j] += %s
	}
}

// gather picks columns of a row.
func gather(to *tile, row []float64, columns *[width]int) {
	%s
}
`, pairwise(func(e int) string { return fmt.Sprintf("dz[%d]", e) }),
		each(width, "\n", func(e int) string { return fmt.Sprintf("to[%[1]d] = row[columns[%[1]d]]", e) }))
	for _, table := range []struct{ name, contract, signature string }{
		{"start", "writes Z = W X + b over n inputs; a row of W is stride long", "(Z []tile, W []float64, stride int, B []float64, X []tile)"},
		{"extend", "adds W X over n more inputs to Z", "(Z []tile, W []float64, stride int, X []tile)"},
		{"startBack", "writes dX = Wᵀ dZ over n units; a row of W is as long as dX", "(dX []tile, W []float64, dZ []tile)"},
		{"extendBack", "adds Wᵀ dZ over n more units to dX", "(dX []tile, W []float64, dZ []tile)"},
		{"gradient", "adds dZ Xᵀ over n inputs to dW, whose rows are stride long", "(dW []float64, stride int, dZ, X []tile)"},
	} {
		fmt.Fprintf(out, "\n// %[1]s[n] %[2]s.\nvar %[1]s = [...]func%[3]s{%[4]s}\n", table.name, table.contract, table.signature,
			"nil, "+each(chunk, ", ", func(i int) string { return fmt.Sprint(table.name, i+1) }))
	}
}

func writeForward(out io.Writer, n int, name, parameter, before, first string) {
	fmt.Fprintf(out, `
func %[1]s%[2]d(Z []tile, W []float64, stride int%[3]s, X []tile) {
	x := (*[%[2]d]tile)(X)
	for j := range Z {
		z, w := &Z[j], (*[%[2]d]float64)(W[j*stride:])
		%[4]s
		%[5]s := %[6]s
		%[7]s
	}
}
`, name, n, parameter, before, weights(n),
		each(n, ", ", func(i int) string { return fmt.Sprintf("w[%d]", i) }),
		lanes("z", first, n, "x"))
}

func writeBackward(out io.Writer, n int, name, first string) {
	fmt.Fprintf(out, `
func %[1]s%[2]d(dX []tile, W []float64, dZ []tile) {
	dz, stride := (*[%[2]d]tile)(dZ), len(dX)
	for k := range dX {
		dx := &dX[k]
		%[3]s := %[4]s
		%[5]s
	}
}
`, name, n, weights(n),
		each(n, ", ", func(i int) string { return fmt.Sprintf("W[%d*stride+k]", i) }),
		lanes("dx", first, n, "dz"))
}

// weights names n weights.
func weights(n int) string {
	return each(n, ", ", func(i int) string { return fmt.Sprint("w", i) })
}

// lanes assigns the sum of n weighted terms to every lane.
func lanes(to, first string, n int, of string) string {
	return each(width, "\n", func(e int) string {
		start := first
		if first != "" && first != "b + " {
			start = fmt.Sprintf(first, e)
		}
		return fmt.Sprintf("%s[%d] = %s%s", to, e, start, each(n, " + ", func(i int) string {
			return fmt.Sprintf("w%d*%s[%d][%d]", i, of, i, e)
		}))
	})
}

// writeGradient adds even and odd examples apart, as a pair of lanes does, so that a kernel on
// vectors of two can give the same bits.
func writeGradient(out io.Writer, n int) {
	fmt.Fprintf(out, `
func gradient%[1]d(dW []float64, stride int, dZ, X []tile) {
	x := (*[%[1]d]tile)(X)
	for j := range dZ {
		dz, dw := &dZ[j], (*[%[1]d]float64)(dW[j*stride:])
		%[2]s := %[3]s
		%[4]s
	}
}
`, n, each(width, ", ", func(e int) string { return fmt.Sprint("d", e) }),
		each(width, ", ", func(e int) string { return fmt.Sprintf("dz[%d]", e) }),
		each(n, "\n", func(i int) string {
			return fmt.Sprintf("dw[%d] += %s", i, pairwise(func(e int) string { return fmt.Sprintf("d%d*x[%d][%d]", e, i, e) }))
		}))
}

// pairwise is the sum over the examples, the even ones first.
func pairwise(term func(e int) string) string {
	even := each(width/2, " + ", func(i int) string { return term(2 * i) })
	odd := each(width/2, " + ", func(i int) string { return term(2*i + 1) })
	return "(" + even + ") + (" + odd + ")"
}
