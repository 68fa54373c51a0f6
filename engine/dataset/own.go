package dataset

import "math"

// MaxOwn is the most points that own data can have.
const MaxOwn = 5000

// Largest and Smallest bound the magnitude of a coordinate of own data that is not 0, so that the
// inputs made of it and their variance are finite numbers.
const (
	Largest  = 1e50
	Smallest = 1e-50
)

// Usable reports whether x can be a coordinate of own data.
func Usable(x float64) bool {
	size := math.Abs(x)
	return size == 0 || Smallest <= size && size <= Largest
}

// Points are own data: points of two classes, and the extent that shows them, in which they lie.
type Points struct {
	Set
	Extent Extent
}

// NewPoints returns points of usable coordinates as own data, shown by the extent that suits them. A
// positive value is class 1.
func NewPoints(s Set) Points { return Points{s, Fit(s)} }

// Equal reports whether the points and what shows them are the same.
func (p Points) Equal(q Points) bool {
	return p.Extent == q.Extent && p.Set.Equal(q.Set)
}

// AsOwn returns the examples of s that lie in the extent as own data on places that can be drawn on. A positive value is
// class 1; those of classes from 2 on, which own data do not have, are left out.
func AsOwn(s Set, shown Extent) Points {
	own := Points{Extent: shown}
	for i, y := range s.Y {
		if y < 2 && shown.X1.Holds(s.X[0][i]) && shown.X2.Holds(s.X[1][i]) {
			x1, x2 := shown.Round(s.X[0][i], s.X[1][i])
			own.Add(x1, x2, class(y > 0))
		}
	}
	return own
}

// perUnit is how many places of a drawing in Home lie along a unit of an axis: few enough that four
// decimals write each of them exactly.
const perUnit = 1e4

// MaxSteps is the largest number that Steps returns.
const MaxSteps int = 2 * Reach * perUnit

// Steps returns the number of the place in Home nearest to the coordinate x: 0 at the left or lower
// edge, MaxSteps at the other.
func Steps(x float64) int { return int(math.RoundToEven(home.round(x)*perUnit)) + MaxSteps/2 }

// Place returns the coordinate of a number of steps.
func Place(steps int) float64 { return float64(steps-MaxSteps/2) / perUnit }

// Drawn reports whether p could have been drawn in Home: it shows them, and they lie on its places.
func (p Points) Drawn() bool {
	if len(p.X) != 2 {
		return p.Extent == Home && p.Len() == 0
	}
	for i := range p.Y {
		if x1, x2 := Home.Round(p.X[0][i], p.X[1][i]); x1 != p.X[0][i] || x2 != p.X[1][i] {
			return false
		}
	}
	return p.Extent == Home
}

// Classes reads the classes of a set, which are written as 0 and 1 or as -1 and 1.
type Classes struct{ zero, minus bool }

// Of returns the class that y stands for, 0 or 1, and reports whether it is one beside those before.
func (c *Classes) Of(y float64) (class float64, ok bool) {
	switch y {
	case 1:
		return 1, true
	case 0:
		c.zero = true
	case -1:
		c.minus = true
	default:
		return 0, false
	}
	return 0, c.zero != c.minus
}
