package dataset

import (
	"math"
	"slices"
)

// Interval is a stretch of an axis, from Low up to High.
type Interval struct{ Low, High float64 }

// Extent is the part of the plane that is shown: an interval of each axis.
//
// Within it a place also has local coordinates, which go from -Reach to Reach along either axis
// whatever the data's units. In Home they are the place's own, bit for bit.
type Extent struct{ X1, X2 Interval }

// Home is the extent of data sets that are generated in the units of this page, and of points drawn on an empty plane.
var Home = Extent{home, home}

var home = Interval{-Reach, Reach}

// Fit returns the extent that shows s. Along an axis it is Home's where the points lie there and
// spread over at least a third of it, or not at all; else it is what they cover with about a tenth of
// that as a margin on either side, between round numbers.
func Fit(s Set) Extent {
	return Extent{fit(s.column(0)), fit(s.column(1))}
}

// leastRelative is how long an interval is at least, relative to the larger of its ends: enough for
// ticks of nine digits to tell its parts apart.
const leastRelative = 1e-7

// fit returns the interval that shows coordinates of an axis.
func fit(x []float64) Interval {
	if len(x) == 0 {
		return home
	}
	low, high := slices.Min(x), slices.Max(x)
	length, size := high-low, max(math.Abs(low), math.Abs(high))
	if size <= Reach && (length == 0 || length >= 2*Reach/3) {
		return home
	}
	margin := length / 10
	if length == 0 {
		margin = size / 2
	}
	margin = max(margin, 2*leastRelative*size)
	power := magnitude(length+2*margin) - 2
	const slack = 1e-6 // for what is round but for rounding
	return Interval{
		multiple(math.Floor(inverse(low-margin, power)+slack), power),
		multiple(math.Ceil(inverse(high+margin, power)-slack), power),
	}
}

// magnitude is the power of ten of v's first digit.
func magnitude(v float64) int { return int(math.Floor(math.Log10(v))) }

// multiple returns k times a power of ten, as a decimal text of it is read.
func multiple(k float64, power int) float64 {
	if power < 0 {
		return k / math.Pow10(-power)
	}
	return k * math.Pow10(power)
}

// inverse returns how many times a power of ten v is.
func inverse(v float64, power int) float64 { return multiple(v, -power) }

// Valid reports whether a plane can be shown by e: its ends are in order, of usable size and far
// enough apart.
func (e Extent) Valid() bool { return e.X1.valid() && e.X2.valid() }

func (r Interval) valid() bool {
	size := max(math.Abs(r.Low), math.Abs(r.High))
	return size <= 10*Largest && r.High-r.Low >= leastRelative*max(Smallest, size)
}

// Contains reports whether all points of s lie in e.
func (e Extent) Contains(s Set) bool {
	return e.X1.contains(s.column(0)) && e.X2.contains(s.column(1))
}

func (r Interval) contains(x []float64) bool {
	return !slices.ContainsFunc(x, func(x float64) bool { return !r.Holds(x) })
}

// Holds reports whether x lies in r.
func (r Interval) Holds(x float64) bool { return r.Low <= x && x <= r.High }

// At returns the place of local coordinates.
func (e Extent) At(u1, u2 float64) (x1, x2 float64) { return e.X1.at(u1), e.X2.at(u2) }

func (r Interval) at(u float64) float64 { return r.Centre() + float64(r.Scale()*u) }

// Local returns the local coordinates of a place.
func (e Extent) Local(x1, x2 float64) (u1, u2 float64) { return e.X1.local(x1), e.X2.local(x2) }

func (r Interval) local(x float64) float64 { return (x - r.Centre()) / r.Scale() }

// Centre returns the middle of r.
func (r Interval) Centre() float64 { return r.Low/2 + r.High/2 }

// Scale returns how much of the axis a unit of the local coordinate is.
func (r Interval) Scale() float64 { return (r.High - r.Low) / (2 * Reach) }

// Round returns the place nearest to (x1, x2) that can be drawn on: in e, on multiples of a power of
// ten that is less than a ten-thousandth of it. In Home these are places of four decimals.
func (e Extent) Round(x1, x2 float64) (r1, r2 float64) { return e.X1.round(x1), e.X2.round(x2) }

func (r Interval) round(x float64) float64 {
	power := magnitude(r.High-r.Low) - 5
	x = multiple(math.RoundToEven(inverse(max(r.Low, min(r.High, x)), power)), power)
	return max(r.Low, min(r.High, x)) + 0 // -0 + 0 is 0
}

// Over returns the values that a feature has in e.
func (f Feature) Over(e Extent) Interval {
	a, b := f.Of(e.X1.Low, e.X2.Low), f.Of(e.X1.Low, e.X2.High)
	c, d := f.Of(e.X1.High, e.X2.Low), f.Of(e.X1.High, e.X2.High)
	over := Interval{min(a, b, c, d), max(a, b, c, d)}
	switch {
	case f == SinX1 || f == SinX2:
		return Interval{-1, 1}
	case f == X1Sq && e.X1.Holds(0), f == X2Sq && e.X2.Holds(0):
		over.Low = 0
	}
	return over
}
