package dataset

import (
	"math"
	"slices"
)

// MaxOwn is the most points that own data can have.
const MaxOwn = 5000

// perUnit is how many places own data know along a unit of an axis: few enough that four decimals
// write each of them exactly, in a link, in a file and in a program.
const perUnit = 1e4

// Steps returns the number of the place nearest to the coordinate x: 0 at the left or lower edge of the
// plane, MaxSteps at the other. What lies outside is moved to the edge.
func Steps(x float64) int {
	return int(math.RoundToEven((max(-Reach, min(Reach, x)))*perUnit)) + MaxSteps/2
}

// MaxSteps is the largest number that Steps returns.
const MaxSteps int = 2 * Reach * perUnit

// Place returns the coordinate of a number of steps.
func Place(steps int) float64 { return float64(steps-MaxSteps/2) / perUnit }

// AsOwn returns the examples of s that lie in the plane as own data. A positive value is class 1.
func AsOwn(s Set) Set {
	var own Set
	for i, y := range s.Y {
		if math.Abs(s.X1[i]) <= Reach && math.Abs(s.X2[i]) <= Reach {
			own.add(Place(Steps(s.X1[i])), Place(Steps(s.X2[i])), class(y > 0))
		}
	}
	return own
}

// ToPlane returns finite points from anywhere as own data, and whether that took scaling them. Points
// that lie in the plane and spread over more than a unit of it, or are a single place, stay where they are;
// the others fill it from -5 to 5 along each axis.
func ToPlane(s Set) (own Set, scaled bool) {
	if s.Len() == 0 {
		return s, false
	}
	x1, x2 := rangeOf(s.X1), rangeOf(s.X2)
	spread := max(x1.half(), x2.half())
	if scaled = !x1.inPlane() || !x2.inPlane() || 0 < spread && spread <= 0.5; scaled {
		s = Set{X1: x1.fill(s.X1), X2: x2.fill(s.X2), Y: s.Y}
	}
	return AsOwn(s), scaled
}

// interval is where the numbers of an axis lie.
type interval struct{ low, high float64 }

func rangeOf(x []float64) interval { return interval{slices.Min(x), slices.Max(x)} }

func (r interval) inPlane() bool { return -Reach <= r.low && r.high <= Reach }

// half is half its length. It halves before it subtracts, as the largest numbers would overflow.
func (r interval) half() float64 { return r.high/2 - r.low/2 }

// fill spreads numbers from -5 to 5; those that are all the same come to lie in the middle.
func (r interval) fill(x []float64) []float64 {
	centre, half := r.low/2+r.high/2, r.half()
	filled := make([]float64, len(x))
	for i, x := range x {
		if half > 0 {
			filled[i] = 5 * max(-1, min(1, (x-centre)/half)) // the smallest numbers have no exact halves
		}
	}
	return filled
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
