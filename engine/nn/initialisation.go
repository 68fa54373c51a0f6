package nn

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/random"
)

// Init is a way to draw the first weights. Biases always begin at zero.
type Init uint8

// The initialisations of the lecture.
const (
	Zeros    Init = iota // 0
	Constant             // scale
	Randn                // N(0, 1) * scale
	Xavier               // N(0, 1) * sqrt(1/n[l-1])
	He                   // N(0, 1) * sqrt(2/n[l-1])
	Uniform              // U(-scale, scale)
	Rows                 // N(0, 1) * scale, drawn for one unit a layer; the others are its copies
)

// Inits holds every initialisation.
var Inits = []Init{Zeros, Constant, Randn, Xavier, He, Uniform, Rows}

var initCodes = [...]string{"zeros", "constant", "randn", "xavier", "he", "uniform", "rows"}

// String returns the initialisation's code, the one links carry.
func (i Init) String() string { return initCodes[i] }

// Scaled reports whether the scale takes part in it.
func (i Init) Scaled() bool { return i == Constant || i == Randn || i == Uniform || i == Rows }

// Symmetric reports whether it makes all units of a layer alike.
func (i Init) Symmetric() bool { return i == Zeros || i == Constant || i == Rows }

// weight returns the next weight of a layer with so many units before it.
func (i Init) weight(r *random.RandomState, scale float64, before int) float64 {
	switch i {
	case Constant:
		return scale
	case Randn, Rows:
		return r.Randn() * scale
	case Xavier:
		return r.Randn() * math.Sqrt(1/float64(before))
	case He:
		return r.Randn() * math.Sqrt(2/float64(before))
	case Uniform:
		return r.Uniform(-scale, scale)
	}
	return 0
}

// distinct returns how many weights of W[l] are drawn; the rest repeat them in turn.
//
// With Rows all units of a layer begin alike and stay so: they have equal weights from the layer
// before and into the layer after. Above W[1], where the units before are copies too, that leaves
// one number for the whole matrix.
func (i Init) distinct(l int, W blas64.General) int {
	switch {
	case i != Rows:
		return len(W.Data)
	case l == 1:
		return W.Cols
	}
	return 1
}
