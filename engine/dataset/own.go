package dataset

import (
	"math"
	"slices"
)

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

// Points are own data: examples of classes from 0 on, or with values, and the extent that shows those of the plane, in
// which they lie.
type Points struct {
	Set
	Extent Extent // Home of examples of other columns than two
	Values bool   // the targets are values to predict
	Names  Names  // none of points that are drawn
}

// NewPoints returns examples of usable coordinates as own data, shown by the extent that suits them. A target is the
// number of a class.
func NewPoints(s Set) Points {
	if !s.isFlat() {
		return Points{Set: s, Extent: Home}
	}
	return Points{Set: s, Extent: Fit(s)}
}

// Columns returns how many columns the points have; of none as many as the plane.
func (p Points) Columns() int {
	if p.Len() == 0 {
		return 2
	}
	return len(p.X)
}

// Classes returns how many classes the points have: one more than the largest number or as many as there are names, and
// at least 2, which it is of values too.
func (p Points) Classes() int {
	count := max(2, len(p.Names.Classes))
	if !p.Values {
		for _, y := range p.Y {
			count = max(count, int(y)+1)
		}
	}
	return count
}

// Equal reports whether the points and what shows and names them are the same.
func (p Points) Equal(q Points) bool {
	return p.Extent == q.Extent && p.Values == q.Values && p.Names.Equal(q.Names) && p.Set.Equal(q.Set)
}

// AsOwn returns the examples of classes of s that lie in the extent as own data on places that can be drawn on; those that
// are not of the plane it returns as they are.
func AsOwn(s Set, shown Extent) Points {
	if !s.isFlat() {
		return NewPoints(s.Clone())
	}
	own := Points{Extent: shown}
	for i, y := range s.Y {
		if shown.X1.Holds(s.X[0][i]) && shown.X2.Holds(s.X[1][i]) {
			x1, x2 := shown.Round(s.X[0][i], s.X[1][i])
			own.Add(x1, x2, y)
		}
	}
	return own
}

// Signs returns the examples with classes in place of values: 1 where the value is positive.
func (s Set) Signs() Set {
	s.Y = slices.Clone(s.Y)
	for i, y := range s.Y {
		s.Y[i] = class(y > 0)
	}
	return s
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

// IsPlain reports whether p has two columns and two classes, and nothing has a name.
func (p Points) IsPlain() bool {
	return p.isFlat() && !p.Values && p.Classes() == 2 && p.Names.Equal(Names{})
}

// Drawn reports whether p could have been drawn in Home: it shows them, and they lie on its places.
func (p Points) Drawn() bool {
	if !p.IsPlain() {
		return false
	}
	for i := range p.Len() {
		if x1, x2 := Home.Round(p.X[0][i], p.X[1][i]); x1 != p.X[0][i] || x2 != p.X[1][i] {
			return false
		}
	}
	return p.Extent == Home
}

// Classes reads the classes of a set, which are numbers from 0 on, fewer than MaxClasses, or -1 and 1.
type Classes struct{ zero, minus bool }

// Of returns the class that y stands for, and reports whether it is one beside those before.
func (c *Classes) Of(y float64) (class float64, ok bool) {
	switch {
	case y == 1:
		return 1, true
	case y == -1:
		c.minus = true
		return 0, !c.zero
	case y == math.Trunc(y) && 0 <= y && y < MaxClasses:
		c.zero = true
		return y, !c.minus
	}
	return 0, false
}
