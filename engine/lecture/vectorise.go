package lecture

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/session"
)

// Vectorisation computes Z[1] of all training examples in two ways.
type Vectorisation struct {
	Loop    blas64.General // Z[1] as One fills it, column by column
	Stacked blas64.General // Z[1] as Stack computes it

	w, x blas64.General
	b    []float64
}

// NewVectorisation returns the first layer of the run as it stands, with nothing computed yet.
func NewVectorisation(s *session.Session) *Vectorisation {
	n := s.Network().Clone()
	X := s.Inputs()
	empty := func() blas64.General {
		rows, cols := n.Sizes[1], X.Cols
		return blas64.General{Rows: rows, Cols: cols, Stride: cols, Data: make([]float64, rows*cols)}
	}
	return &Vectorisation{Loop: empty(), Stacked: empty(), w: n.W[1], x: X, b: n.B[1]}
}

// One computes the column z[1](i) = W[1] x(i) + b[1] of example i, counted from 1.
func (v *Vectorisation) One(i int) {
	x := blas64.Vector{N: v.x.Rows, Inc: v.x.Stride, Data: v.x.Data[i-1:]}
	z := blas64.Vector{N: v.Loop.Rows, Inc: v.Loop.Stride, Data: v.Loop.Data[i-1:]}
	blas64.Copy(blas64.Vector{N: len(v.b), Inc: 1, Data: v.b}, z)
	blas64.Gemv(blas.NoTrans, 1, v.w, x, 1, z)
}

// Each computes all columns, one after the other.
func (v *Vectorisation) Each() {
	for i := range v.x.Cols {
		v.One(i + 1)
	}
}

// Stack computes Z[1] = W[1] X + b[1] as one product, a whole row of X at a time. (gonum's Gemm would
// start goroutines, which take longer than a product of this size.)
func (v *Vectorisation) Stack() {
	row := func(m blas64.General, i int) blas64.Vector {
		return blas64.Vector{N: m.Cols, Inc: 1, Data: m.Data[i*m.Stride:]}
	}
	for j, b := range v.b {
		z := row(v.Stacked, j)
		for i := range z.N {
			z.Data[i] = b
		}
		for k := range v.x.Rows {
			blas64.Axpy(v.w.Data[j*v.w.Stride+k], row(v.x, k), z)
		}
	}
}

// Difference returns the largest distance between the two results.
func (v *Vectorisation) Difference() float64 {
	largest := 0.
	for i, z := range v.Loop.Data {
		largest = max(largest, math.Abs(z-v.Stacked.Data[i]))
	}
	return largest
}
