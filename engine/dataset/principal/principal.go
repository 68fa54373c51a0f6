// Package principal finds the directions along which data vary most.
package principal

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
)

// Components are the principal components of data.
type Components struct {
	Mean, Deviation []float64   // of the coordinates; of one that is the same for all the deviation is 1
	Along           [][]float64 // directions of unit length, one a coordinate, the first being that of the largest share
	Share           []float64   // of the variance, from 0 to 1
}

// Of returns the components of X, which has a coordinate a row and an example a column. Each coordinate is taken from its
// mean and divided by its deviation first, so that its unit does not matter. A direction and its opposite are the same: the
// largest of its parts is positive. It reports false where there are fewer than two coordinates or examples, or no variance.
//
// gonum's stat.PC finds the same, which a test holds, but by a decomposition that would be a tenth of what a visit loads.
func Of(X blas64.General) (c Components, ok bool) {
	if X.Rows < 2 || X.Cols < 2 {
		return Components{}, false
	}
	standard := dataset.NewStandardisation(X)
	c.Mean, c.Deviation = standard.Mean, standard.Deviation
	Z := blas64.General{Rows: X.Rows, Cols: X.Cols, Stride: X.Cols}
	for i := range X.Rows {
		Z.Data = append(Z.Data, X.Data[i*X.Stride:i*X.Stride+X.Cols]...)
	}
	standard.Apply(Z)
	variances, directions := eigen(products(Z))
	order := make([]int, len(variances))
	sum := 0.
	for k, v := range variances {
		order[k], variances[k] = k, max(0, v)
		sum += variances[k]
	}
	if sum == 0 {
		return Components{}, false
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(variances[b], variances[a]) })
	for _, k := range order {
		orient(directions[k])
		c.Along, c.Share = append(c.Along, directions[k]), append(c.Share, variances[k]/sum)
	}
	return c, true
}

// products returns the products of each two rows of Z.
func products(Z blas64.General) [][]float64 {
	A := make([][]float64, Z.Rows)
	for i := range A {
		A[i] = make([]float64, Z.Rows)
		for j := range A {
			for k := range Z.Cols {
				A[i][j] += float64(Z.Data[i*Z.Stride+k] * Z.Data[j*Z.Stride+k])
			}
		}
	}
	return A
}

// eigen returns the eigenvalues of the symmetric matrix A, which it changes, and their vectors of unit length, a row each:
// by Jacobi's rotations, each of which makes two cells opposite the diagonal 0 (Golub and Van Loan, Matrix Computations,
// 8.5).
func eigen(A [][]float64) (values []float64, vectors [][]float64) {
	n := len(A)
	vectors = make([][]float64, n)
	for i := range vectors {
		vectors[i] = make([]float64, n)
		vectors[i][i] = 1
	}
	const sweeps = 60 // some ten are enough
	for range sweeps {
		rotated := false
		for p := range n {
			for q := p + 1; q < n; q++ {
				if math.Abs(A[p][q]) <= 1e-17*math.Sqrt(math.Abs(float64(A[p][p]*A[q][q]))) {
					continue
				}
				rotated = true
				half := (A[q][q] - A[p][p]) / (2 * A[p][q])
				t := math.Copysign(1, half) / (math.Abs(half) + math.Hypot(1, half))
				c := 1 / math.Hypot(1, t)
				s := t * c
				for _, row := range A {
					row[p], row[q] = float64(c*row[p])-float64(s*row[q]), float64(s*row[p])+float64(c*row[q])
				}
				for _, M := range [][][]float64{A, vectors} {
					for k := range n {
						M[p][k], M[q][k] = float64(c*M[p][k])-float64(s*M[q][k]), float64(s*M[p][k])+float64(c*M[q][k])
					}
				}
				A[p][q], A[q][p] = 0, 0
			}
		}
		if !rotated {
			break
		}
	}
	for i := range A {
		values = append(values, A[i][i])
	}
	return values, vectors
}

// orient turns a direction so that the largest of its parts, the first of them if there are several, is positive. Rounding
// does not tell which of two is larger.
func orient(direction []float64) {
	const slack = 1e-9
	largest := 0
	for j, v := range direction {
		if math.Abs(v) > math.Abs(direction[largest])+slack {
			largest = j
		}
	}
	if direction[largest] < 0 {
		for j := range direction {
			direction[j] = -direction[j]
		}
	}
}

// Section returns the plane through the mean along the first two components.
func (c Components) Section() dataset.Section {
	return dataset.Span(c.Mean, c.Deviation, [2][]float64{c.Along[0], c.Along[1]})
}
