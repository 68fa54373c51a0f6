package nn

import (
	"math"

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
)

// Inits holds every initialisation.
var Inits = []Init{Zeros, Constant, Randn, Xavier, He, Uniform}

var initCodes = [...]string{"zeros", "constant", "randn", "xavier", "he", "uniform"}

// String returns the initialisation's code, the one links carry.
func (i Init) String() string { return initCodes[i] }

// weight returns the next weight of a layer with so many units before it.
func (i Init) weight(r *random.RandomState, scale float64, before int) float64 {
	switch i {
	case Constant:
		return scale
	case Randn:
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
