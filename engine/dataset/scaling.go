package dataset

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"
)

// Scaling says which numbers a network gets for its inputs, or learns for values to predict.
type Scaling uint8

// The scalings.
const (
	Unscaled     Scaling = iota // as they are
	Standardised                // each with mean 0 and variance 1 over the training examples
)

// Scalings lists every scaling.
var Scalings = []Scaling{Unscaled, Standardised}

// String returns the scaling's code, the one links carry.
func (s Scaling) String() string { return [...]string{"none", "standard"}[s] }

// Standardisation takes from each input a mean and divides it by a deviation. The zero value leaves
// inputs as they are. So it does of values to predict, in one row.
type Standardisation struct{ Mean, Deviation []float64 }

// NewStandardisation returns the one that gives each row of X, which has an example a column, the mean
// 0 and the variance 1. The variance is that of a population, the mean of the squares, as NumPy's std
// has it. Of a constant row only the mean is taken, see [Moments]. Without examples it is the zero value.
func NewStandardisation(X blas64.General) (s Standardisation) {
	for i := range X.Rows {
		if X.Cols == 0 {
			return Standardisation{}
		}
		mean, deviation, constant := Moments(X.Data[i*X.Stride : i*X.Stride+X.Cols])
		if constant {
			deviation = 1
		}
		s.Mean, s.Deviation = append(s.Mean, mean), append(s.Deviation, deviation)
	}
	return s
}

// Constant is the deviation of numbers, relative to the largest of them, up to which rounding alone
// may have made it.
const Constant = 1e-12

// Moments returns the mean of numbers, of which there must be one, and their deviation, the root of the
// mean square of what is left without it; constant reports whether they are all the same, to within
// Constant.
func Moments(x []float64) (mean, deviation float64, constant bool) {
	mean = average(x, func(x float64) float64 { return x })
	mean += average(x, func(x float64) float64 { return x - mean }) // what rounding has left
	deviation = math.Sqrt(average(x, func(x float64) float64 { return (x - mean) * (x - mean) }))
	return mean, deviation, deviation <= Constant*max(math.Abs(slices.Min(x)), math.Abs(slices.Max(x)))
}

// average returns the mean of f over x.
func average(x []float64, f func(float64) float64) float64 {
	sum := 0.
	for _, x := range x {
		sum += f(x)
	}
	return sum / float64(len(x))
}

// Of returns what becomes of the value v of input i, counted from 0.
func (s Standardisation) Of(i int, v float64) float64 {
	if s.Mean == nil {
		return v
	}
	return (v - s.Mean[i]) / s.Deviation[i]
}

// Apply changes the rows of X.
func (s Standardisation) Apply(X blas64.General) {
	for i := range s.Mean {
		row := X.Data[i*X.Stride : i*X.Stride+X.Cols]
		for j, v := range row {
			row[j] = s.Of(i, v)
		}
	}
}

// OutOfScale reports whether an input of X, which has an example a column, or values to predict in its place, has numbers that
// usual initial weights and learning rates do not suit: far from 0, or nearly the same for all examples.
func OutOfScale(X blas64.General) bool {
	const far, near = 20, 0.05 // Home's own inputs x1 and x2 have a deviation around 3
	for i := range X.Rows {
		if X.Cols == 0 {
			return false
		}
		mean, deviation, constant := Moments(X.Data[i*X.Stride : i*X.Stride+X.Cols])
		if math.Hypot(mean, deviation) > far || deviation < near && !constant {
			return true
		}
	}
	return false
}
