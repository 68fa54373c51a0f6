package lecture

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas64"
)

// Quantity is one matrix of a ledger: its symbol, shape, formula and numbers.
type Quantity struct {
	Symbol
	Rows, Cols int
	Formula    Expression // nil for what an update is given: X, Y, the parameters and the optimizer's memory

	data     blas64.General
	examples []int // those of the columns, nil where columns are not examples
}

// Examples returns the numbers of the columns in the training set, nil where columns are not examples. They may not be
// changed.
func (q *Quantity) Examples() []int { return q.examples }

// Value returns the number in row i and column j, counted from 1.
func (q *Quantity) Value(i, j int) float64 { return q.data.Data[(i-1)*q.data.Stride+j-1] }

// Cell returns the symbol of row i and column j, counted from 1.
func (q *Quantity) Cell(i, j int) Symbol {
	s := q.Symbol
	switch {
	case q.Name == J:
		return s
	case q.Name == Y && q.Rows == 1:
		return s.Of(q.examples[j-1])
	case q.examples != nil:
		return s.At(i, 0).Of(q.examples[j-1])
	case q.Cols == 1 && isColumn(q.Name):
		return s.At(i, 0)
	}
	return s.At(i, j)
}

// isColumn reports whether a name is that of a bias, or belongs to one.
func isColumn(name string) bool { return slices.Contains([]string{B, DB, VB, SB}, name) }

// Window appends to dst, row by row, the numbers of as many as rows rows from row and cols columns
// from col, counted from 1; fewer where the matrix ends.
func (q *Quantity) Window(dst []float64, row, rows, col, cols int) []float64 {
	left, right := max(col, 1)-1, min(col-1+cols, q.Cols)
	for i := max(row, 1) - 1; i < min(row-1+rows, q.Rows) && left < right; i++ {
		dst = append(dst, q.data.Data[i*q.data.Stride+left:i*q.data.Stride+right]...)
	}
	return dst
}
