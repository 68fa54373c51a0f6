// Package dataset draws points of the plane and what a network is to learn about them: a class or a
// value. Every set but own data is drawn from the RandomState of its seed.
package dataset

import "shallows/engine/random"

// Reach is how far [Home] extends from the origin along each axis, and local coordinates go.
const Reach = 6.0

// Kind is a shape of data.
type Kind uint8

// The data sets. The first eight have two classes, the next two a value to predict. All but planar,
// rings, moons and line have the geometry of TensorFlow Playground, whose noise of 0 to 50 percent is noise
// from 0 to 1 here. Own data are not generated: they are a [Drawing].
const (
	Planar Kind = iota // the course's flower: eight petals by turns of two classes
	Circle             // a disc inside a ring
	Rings              // three rings, the middle one of class 0
	XOR                // opposite quadrants alike
	Gauss              // two Gaussian clouds
	Spiral             // two spirals, one inside the other
	Moons              // two half circles, interleaved
	Line               // the two sides of a line
	Plane              // a value that rises along the diagonal
	Bumps              // a value with three hills and three hollows
	Own                // two classes of points made by hand
)

// Kinds lists every data set.
var Kinds = []Kind{Planar, Circle, Rings, XOR, Gauss, Spiral, Moons, Line, Plane, Bumps, Own}

// draw appends n examples to s.
type draw func(s *Set, n int, noise float64, r *random.RandomState)

var kinds = [...]struct {
	code         string
	draw         draw   // nil where there are rings
	rings        []Ring // from the centre on
	regression   bool
	defaultNoise float64
	rate         float64
}{
	Planar: {code: "planar", draw: planar, defaultNoise: 0.2, rate: 1.2},
	Circle: {code: "circle", rings: []Ring{{0, 2.5}, {3.5, 5}}, rate: 1.2},
	Rings:  {code: "rings", rings: []Ring{{0.5, 1.5}, {2.25, 3.25}, {4, 5}}, rate: 1.2},
	XOR:    {code: "xor", draw: xor, rate: 1.2},
	Gauss:  {code: "gauss", draw: gauss, rate: 1.2},
	Spiral: {code: "spiral", draw: spiral, rate: 1.2},
	Moons:  {code: "moons", draw: moons, rate: 1.2},
	Line:   {code: "line", draw: line, rate: 1.2},
	Plane:  {code: "plane", draw: plane, regression: true, rate: 0.03},
	Bumps:  {code: "bumps", draw: bumps, regression: true, rate: 0.03},
	Own:    {code: "own", rate: 1.2},
}

// String returns the data set's code, the one links carry.
func (k Kind) String() string { return kinds[k].code }

// Regression reports whether Y is a value instead of a class.
func (k Kind) Regression() bool { return kinds[k].regression }

// Rings returns what a set of rings consists of, from the centre on, of class 1 and 0 by turns; nil of any other.
func (k Kind) Rings() []Ring { return kinds[k].rings }

// DefaultNoise returns the noise with which the set is usually drawn.
func (k Kind) DefaultNoise() float64 { return kinds[k].defaultNoise }

// LearningRate returns the rate that the page sets when the set is chosen by hand. Links and scripts begin all sets with
// one rate: of values it is too high.
func (k Kind) LearningRate() float64 { return kinds[k].rate }

// Generate draws n examples of a set other than own data, with noise from 0 to 1. The stream of
// RandomState(seed) is used up in the same way whatever the noise, so that more noise moves the same
// points further. Where a set is drawn class by class and n is odd, the second class has one example
// more.
func Generate(k Kind, n int, noise float64, seed uint32) Set {
	s := Set{X1: make([]float64, 0, n), X2: make([]float64, 0, n), Y: make([]float64, 0, n)}
	draw := kinds[k].draw
	if draw == nil {
		draw = around(kinds[k].rings)
	}
	draw(&s, n, noise, random.NewRandomState(seed))
	return s
}
