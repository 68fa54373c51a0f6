package dataset

import (
	"math"
	"strconv"
)

// Feature is a function of a point that a network can take as an input: a coordinate, or what is made of the first two.
type Feature uint8

// The features.
const (
	X1 Feature = iota
	X2
	X1Sq  // x1²
	X2Sq  // x2²
	X1X2  // x1 x2
	SinX1 // sin x1
	SinX2 // sin x2
	x3    // and so on up to x16
)

// MaxColumns is the most coordinates that data have.
const MaxColumns = 16

// Features lists every feature of points of the plane.
var Features = []Feature{X1, X2, X1Sq, X2Sq, X1X2, SinX1, SinX2}

// Coordinate returns the feature that is coordinate j, from 0 to MaxColumns-1.
func Coordinate(j int) Feature {
	if j < 2 {
		return X1 + Feature(j)
	}
	return x3 + Feature(j-2)
}

// Coordinates returns the first n features that are coordinates.
func Coordinates(n int) []Feature {
	list := make([]Feature, n)
	for j := range list {
		list[j] = Coordinate(j)
	}
	return list
}

// FeaturesOf returns the features that data of so many columns have: of the plane all, else the coordinates.
func FeaturesOf(columns int) []Feature {
	if columns == 2 {
		return Features
	}
	return Coordinates(columns)
}

// Column returns which coordinate f is, from 0; ok is false where it is none.
func (f Feature) Column() (j int, ok bool) {
	switch {
	case f <= X2:
		return int(f), true
	case f >= x3:
		return int(f-x3) + 2, true
	}
	return 0, false
}

var features = [...]struct {
	code string
	of   func(x1, x2 float64) float64
}{
	X1:    {"x1", func(x1, _ float64) float64 { return x1 }},
	X2:    {"x2", func(_, x2 float64) float64 { return x2 }},
	X1Sq:  {"x1sq", func(x1, _ float64) float64 { return x1 * x1 }},
	X2Sq:  {"x2sq", func(_, x2 float64) float64 { return x2 * x2 }},
	X1X2:  {"x1x2", func(x1, x2 float64) float64 { return x1 * x2 }},
	SinX1: {"sinx1", func(x1, _ float64) float64 { return math.Sin(x1) }},
	SinX2: {"sinx2", func(_, x2 float64) float64 { return math.Sin(x2) }},
}

// String returns the feature's code, the one links carry.
func (f Feature) String() string {
	if j, ok := f.Column(); ok {
		return "x" + strconv.Itoa(j+1)
	}
	return features[f].code
}

// Of returns the feature of the point (x1, x2) of the plane.
func (f Feature) Of(x1, x2 float64) float64 { return features[f].of(x1, x2) }
