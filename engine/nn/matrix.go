package nn

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
)

// newMatrix returns a zero matrix.
func newMatrix(rows, cols int) blas64.General {
	return blas64.General{Rows: rows, Cols: cols, Stride: cols, Data: make([]float64, rows*cols)}
}

// row returns row i of M, sharing its memory.
func row(M blas64.General, i int) []float64 {
	return M.Data[i*M.Stride : i*M.Stride+M.Cols]
}

// columns returns the columns from first up to last of M, sharing its memory.
func columns(M blas64.General, first, last int) blas64.General {
	M.Data = M.Data[first:]
	M.Cols = last - first
	return M
}

// multiply writes C = A B, or Aᵀ B, where C has at most MaxUnits rows.
//
// gonum starts goroutines, and allocates for them, once C has four blocks of 64 x 64; so C is
// written in strips of columns too narrow for that.
func multiply(transpose blas.Transpose, A, B, C blas64.General) {
	const strip = 128
	for first := 0; first < C.Cols; first += strip {
		last := min(first+strip, C.Cols)
		blas64.Gemm(transpose, blas.NoTrans, 1, A, columns(B, first, last), 0, columns(C, first, last))
	}
}
