package main

import (
	"fmt"
	"io"
)

// writeSums writes the matrix products, each as a table of functions by the number of terms. More
// terms take several of them.
func writeSums(out io.Writer) {
	for _, sum := range []struct {
		name, contract string
		write          func(out io.Writer, name string, n int)
	}{
		{"start", "writes Z = W X + b over the first inputs", writeStart},
		{"extend", "adds W X over further inputs to Z", writeExtend},
		{"startBack", "writes dX = Wᵀ dZ over the first units", writeStartBack},
		{"extendBack", "adds Wᵀ dZ over further units to dX", writeExtendBack},
		{"startGradient", "adds dZ Xᵀ over the first inputs to dW, and the sums of dZ to db", writeStartGradient},
		{"extendGradient", "adds dZ Xᵀ over further inputs to dW", writeExtendGradient},
	} {
		for n := 1; n <= chunk; n++ {
			sum.write(out, fmt.Sprint(sum.name, n), n)
		}
		fmt.Fprintf(out, "\n// %[1]s[n] %[2]s, n of them.\nvar %[1]s = [...]func(*operation){nil, %[3]s}\n", sum.name, sum.contract,
			each(chunk, ", ", func(i int) string { return fmt.Sprint(sum.name, i+1) }))
	}
	fmt.Fprintf(out, `
// lastGradient is startGradient, extendGradient and startBack in one, for a layer of one unit: its
// units out are the inputs in.
func lastGradient(o *operation) {
	W, DW, DX, X, dz := o.w, o.dw, o.out, o.in, &o.dz[0]
	%s
	o.db[0] += %s
	for k := range X {
		w, x, dx := W[k], &X[k], &DX[k]
		DW[k] += %s
		%s
	}
}

// difference writes a - y, held in dz, for a layer of one unit.
func difference(o *operation) {
	to, a, y := &o.out[0], &o.in[0], &o.dz[0]
	%s
}

// gather reads the given columns of X and Y.
func gather(x []tile, X []float64, stride int, y *tile, Y []float64, columns *[width]int) {
	for i := range x {
		x, X := &x[i], X[i*stride:]
		%s
	}
	%s
}
`, examples(), pairwise(func(e int) string { return fmt.Sprint("d", e) }),
		pairwise(func(e int) string { return fmt.Sprintf("d%d*x[%[1]d]", e) }),
		each(width, "\n", func(e int) string { return fmt.Sprintf("dx[%d] = w * d%[1]d", e) }),
		each(width, "\n", func(e int) string { return fmt.Sprintf("to[%[1]d] = a[%[1]d] - y[%[1]d]", e) }),
		each(width, "\n", func(e int) string { return fmt.Sprintf("x[%[1]d] = X[columns[%[1]d]]", e) }),
		each(width, "\n", func(e int) string { return fmt.Sprintf("y[%[1]d] = Y[columns[%[1]d]]", e) }))
}

// examples puts dz into locals.
func examples() string {
	return each(width, ", ", func(e int) string { return fmt.Sprint("d", e) }) + " := " +
		each(width, ", ", func(e int) string { return fmt.Sprintf("dz[%d]", e) })
}

func writeStart(out io.Writer, name string, n int) {
	fmt.Fprintf(out, `
func %s(o *operation) {
	Z, W, B, stride, x := o.out, o.w, o.b, o.stride, (*[%d]tile)(o.in)
	for j := range Z {
		z, w, b := &Z[j], (*[%[2]d]float64)(W[j*stride:]), B[j]
		%s := %s
		%s
	}
}
`, name, n, weights(n), each(n, ", ", func(i int) string { return fmt.Sprintf("w[%d]", i) }),
		lanes("z", func(e int) string { return "b + " }, n, "x"))
}

func writeExtend(out io.Writer, name string, n int) {
	fmt.Fprintf(out, `
func %s(o *operation) {
	Z, W, stride, x := o.out, o.w, o.stride, (*[%d]tile)(o.in)
	for j := range Z {
		z, w := &Z[j], (*[%[2]d]float64)(W[j*stride:])
		%s := %s
		%s
	}
}
`, name, n, weights(n), each(n, ", ", func(i int) string { return fmt.Sprintf("w[%d]", i) }),
		lanes("z", func(e int) string { return fmt.Sprintf("z[%d] + ", e) }, n, "x"))
}

func writeStartBack(out io.Writer, name string, n int) {
	writeBack(out, name, n, func(e int) string { return "" })
}

func writeExtendBack(out io.Writer, name string, n int) {
	writeBack(out, name, n, func(e int) string { return fmt.Sprintf("dx[%d] + ", e) })
}

func writeBack(out io.Writer, name string, n int, first func(e int) string) {
	fmt.Fprintf(out, `
func %s(o *operation) {
	DX, W, stride, dz := o.out, o.w, o.stride, (*[%d]tile)(o.dz)
	for k := range DX {
		dx := &DX[k]
		%s := %s
		%s
	}
}
`, name, n, weights(n), each(n, ", ", func(i int) string { return fmt.Sprintf("W[%d*stride+k]", i) }),
		lanes("dx", first, n, "dz"))
}

func writeStartGradient(out io.Writer, name string, n int) {
	fmt.Fprintf(out, `
func %s(o *operation) {
	DZ, DW, DB, stride, x := o.dz, o.dw, o.db, o.stride, (*[%d]tile)(o.in)
	for j := range DZ {
		dz, dw := &DZ[j], (*[%[2]d]float64)(DW[j*stride:])
		%s
		DB[j] += %s
	}
}
`, name, n, gradient(n), pairwise(func(e int) string { return fmt.Sprint("d", e) }))
}

func writeExtendGradient(out io.Writer, name string, n int) {
	fmt.Fprintf(out, `
func %s(o *operation) {
	DZ, DW, stride, x := o.dz, o.dw, o.stride, (*[%d]tile)(o.in)
	for j := range DZ {
		dz, dw := &DZ[j], (*[%[2]d]float64)(DW[j*stride:])
		%s
	}
}
`, name, n, gradient(n))
}

// weights names n weights.
func weights(n int) string {
	return each(n, ", ", func(i int) string { return fmt.Sprint("w", i) })
}

// lanes assigns the sum of n weighted terms to every lane.
func lanes(to string, first func(e int) string, n int, of string) string {
	return each(width, "\n", func(e int) string {
		return fmt.Sprintf("%s[%d] = %s%s", to, e, first(e), each(n, " + ", func(i int) string {
			return fmt.Sprintf("w%d*%s[%d][%d]", i, of, i, e)
		}))
	})
}

// gradient adds to the derivatives of n weights.
func gradient(n int) string {
	return examples() + "\n" +
		each(n, "\n", func(i int) string {
			return fmt.Sprintf("dw[%d] += %s", i, pairwise(func(e int) string { return fmt.Sprintf("d%d*x[%d][%d]", e, i, e) }))
		})
}

// pairwise is the sum over the examples, the even and the odd ones apart, as vectors of two add them.
func pairwise(term func(e int) string) string {
	even := each(width/2, " + ", func(i int) string { return term(2 * i) })
	odd := each(width/2, " + ", func(i int) string { return term(2*i + 1) })
	return "(" + even + ") + (" + odd + ")"
}
