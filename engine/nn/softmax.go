package nn

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"
)

// softmax writes A = e^Z / Σ e^Z, the sum over the rows of each column. The largest of a column is taken from all of it
// first, which changes nothing but keeps e^z from overflowing.
func softmax(A, Z blas64.General) {
	for i := range Z.Cols {
		largest, sum := Z.Data[Largest(Z, i)*Z.Stride+i], 0.
		for k := range Z.Rows {
			e := exp(Z.Data[k*Z.Stride+i] - largest)
			A.Data[k*A.Stride+i] = e
			sum += e
		}
		for k := range Z.Rows {
			A.Data[k*A.Stride+i] /= sum
		}
	}
}

// Largest returns the row, counted from 0, of the largest number in column i of A, the first of equal ones.
func Largest(A blas64.General, i int) int {
	at := 0
	for k := 1; k < A.Rows; k++ {
		if A.Data[k*A.Stride+i] > A.Data[at*A.Stride+i] {
			at = k
		}
	}
	return at
}

// logLoss is -log a[y] of the softmax A of column i of Z, which is log Σ e^z - z[y]: written so that neither a large |z|
// overflows nor an output near 0 or 1 loses its logarithm. Its derivative by z[k] is a[k], less 1 for y.
func logLoss(Z blas64.General, i int, y float64) float64 {
	z := func(k int) float64 { return Z.Data[k*Z.Stride+i] }
	top, rest := Largest(Z, i), 0.
	for k := range Z.Rows {
		if k != top {
			rest += exp(z(k) - z(top))
		}
	}
	return z(top) - z(int(y)) + math.Log1p(rest)
}

// OneHot returns Y as a row a class: 1 in the row of the class of a column, a number from 0, and 0 in the others.
func OneHot(classes []float64, K int) blas64.General {
	Y := newMatrix(K, len(classes))
	for i, class := range classes {
		Y.Data[int(class)*Y.Stride+i] = 1
	}
	return Y
}

// subtractOneHot writes dZ = A - Y with Y one-hot.
func subtractOneHot(dZ, A blas64.General, classes []float64) {
	for k := range A.Rows {
		to, a := row(dZ, k), row(A, k)
		for i, class := range classes {
			to[i] = a[i] - where(class == float64(k), 1, 0)
		}
	}
}
