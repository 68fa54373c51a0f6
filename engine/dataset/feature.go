package dataset

import "math"

// Feature is a function of a point that a network can take as an input.
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
)

// Features lists every feature.
var Features = []Feature{X1, X2, X1Sq, X2Sq, X1X2, SinX1, SinX2}

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
func (f Feature) String() string { return features[f].code }

// Of returns the feature of the point (x1, x2).
func (f Feature) Of(x1, x2 float64) float64 { return features[f].of(x1, x2) }
