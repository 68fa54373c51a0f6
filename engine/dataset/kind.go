// Package dataset draws points, of the plane mostly, and what a network is to learn about them: a class or a
// value. Every set but own data is drawn from the RandomState of its seed.
package dataset

import "shallows/engine/random"

// Reach is how far [Home] extends from the origin along each axis, and local coordinates go.
const Reach = 6.0

// Kind is a shape of data.
type Kind uint8

// The data sets. All but plane and bumps, which have a value to predict, have two classes, or as many as a [Recipe] says, iris three. Circle, XOR, gauss, spiral, plane
// and bumps have the geometry of TensorFlow Playground, whose noise of 0 to 50 percent is noise from 0 to 1 here. Those
// whose names begin with SK are scikit-learn's own, number for number, in its units. Own data are not generated: they are
// a [Drawing].
const (
	Planar      Kind = iota // the course's flower: eight petals by turns of two classes
	Circle                  // a disc inside a ring
	Rings                   // three rings, the middle one of class 0; of three classes and more a ring a class
	XOR                     // opposite quadrants alike
	Gauss                   // two Gaussian clouds
	Blobs                   // a Gaussian cloud a class, around a circle
	Spiral                  // a spiral a class, one inside the other
	Moons                   // two half circles, interleaved
	Line                    // the two sides of a line
	Shell                   // a ball inside a shell, of three coordinates
	SKCircles               // make_circles
	SKMoons                 // make_moons
	SKBlobs                 // make_blobs, the odd labels of class 1
	SKQuantiles             // make_gaussian_quantiles of two classes
	Iris                    // 150 flowers of three kinds, of four measures
	Plane                   // a value that rises along the diagonal
	Bumps                   // a value with three hills and three hollows
	Own                     // points made by hand, or a table
)

// Kinds lists every data set.
var Kinds = []Kind{Planar, Circle, Rings, XOR, Gauss, Blobs, Spiral, Moons, Line, Shell, SKCircles, SKMoons, SKBlobs, SKQuantiles, Iris, Plane, Bumps, Own}

// draw appends n examples to s.
type draw func(s *Set, n int, noise float64, r *random.RandomState)

// Recipe is what a set other than own data is drawn from.
type Recipe struct {
	Kind     Kind
	N        int     // examples
	Noise    float64 // from 0 to 1
	Seed     uint32
	Factor   float64 // of SKCircles: the inner radius, the outer one being 1
	Clusters int     // of SKBlobs
	Classes  int     // from 2 to the kind's MaxClasses, of the kinds that have more than two
}

// DefaultFactor and DefaultClusters are those of the course, the first scikit-learn's as well.
const (
	DefaultFactor   = 0.8
	DefaultClusters = 6
)

var kinds = [...]struct {
	code         string
	draw         draw   // nil where one of the following is not
	classes      int    // the most it can have, 0 for two
	usually      int    // classes, 0 for two
	rings        []Ring // from the centre on, of two classes
	among        func(s *Set, q Recipe, r *random.RandomState)
	sklearn      func(s *Set, q Recipe, r *random.RandomState)
	regression   bool
	columns      int   // coordinates, 0 for the plane's two
	fixed        bool  // the examples are always the same
	names        Names // of columns and classes
	defaultNoise float64
	rate         float64
}{
	Planar:      {code: "planar", draw: planar, defaultNoise: 0.2, rate: 1.2},
	Circle:      {code: "circle", rings: []Ring{{0, 2.5}, {3.5, 5}}, rate: 1.2},
	Rings:       {code: "rings", rings: []Ring{{0.5, 1.5}, {2.25, 3.25}, {4, 5}}, classes: 5, rate: 1.2},
	XOR:         {code: "xor", draw: xor, rate: 1.2},
	Gauss:       {code: "gauss", draw: gauss, rate: 1.2},
	Blobs:       {code: "blobs", among: blobs, classes: MaxClasses, usually: 3, rate: 1.2},
	Spiral:      {code: "spiral", among: spiral, classes: 5, rate: 1.2},
	Moons:       {code: "moons", draw: moons, rate: 1.2},
	Line:        {code: "line", draw: line, rate: 1.2},
	Shell:       {code: "shell", draw: shell, columns: 3, rate: 1.2},
	SKCircles:   {code: "skcircles", sklearn: skCircles, defaultNoise: 0.05, rate: 1.2},
	SKMoons:     {code: "skmoons", sklearn: skMoons, defaultNoise: 0.2, rate: 1.2},
	SKBlobs:     {code: "skblobs", sklearn: skBlobs, defaultNoise: 1, rate: 1.2},
	SKQuantiles: {code: "skquantiles", sklearn: skQuantiles, defaultNoise: 0.5, rate: 1.2},
	Iris:        {code: "iris", draw: iris, columns: 4, classes: 3, usually: 3, fixed: true, names: irisNames, rate: 0.1},
	Plane:       {code: "plane", draw: plane, regression: true, rate: 0.03},
	Bumps:       {code: "bumps", draw: bumps, regression: true, rate: 0.03},
	Own:         {code: "own", classes: MaxClasses, usually: 2, rate: 1.2},
}

// String returns the data set's code, the one links carry.
func (k Kind) String() string { return kinds[k].code }

// Regression reports whether Y is a value instead of a class.
func (k Kind) Regression() bool { return kinds[k].regression }

// Columns returns how many coordinates the points have; of own data those that are drawn.
func (k Kind) Columns() int { return max(2, kinds[k].columns) }

// MaxClasses is the most classes of any set.
const MaxClasses = 10

// MaxClasses returns how many classes the set can have at most, 2 of most sets and of values, which have none.
func (k Kind) MaxClasses() int { return max(2, kinds[k].classes) }

// LeastClasses returns how many classes the set has at least.
func (k Kind) LeastClasses() int {
	if kinds[k].fixed {
		return kinds[k].classes
	}
	return 2
}

// IsDrawn reports whether the examples are drawn from a seed, as many as are asked for.
func (k Kind) IsDrawn() bool { return k != Own && !kinds[k].fixed }

// Names returns what the columns and classes of the set are called; most have no names.
func (k Kind) Names() Names { return kinds[k].names }

// DefaultClasses returns how many classes the set usually has.
func (k Kind) DefaultClasses() int { return max(2, kinds[k].usually) }

// Rings returns what a set of rings of so many classes consists of, from the centre on; nil of any other. Of two classes
// they are of class 1 and 0 by turns, of more each of its own, from 0 on.
func (k Kind) Rings(classes int) []Ring {
	rings := kinds[k].rings
	if rings == nil || classes <= 2 {
		return rings
	}
	return ringsOf(classes)
}

// DefaultNoise returns the noise with which the set is usually drawn.
func (k Kind) DefaultNoise() float64 { return kinds[k].defaultNoise }

// LearningRate returns the rate that the page sets when the set is chosen by hand. Links and scripts begin all sets with
// one rate: of values it is too high.
func (k Kind) LearningRate() float64 { return kinds[k].rate }

// Extent returns what of the plane shows examples of the set: Home, or what suits those of scikit-learn, which have units
// of their own.
func (k Kind) Extent(s Set) Extent {
	if kinds[k].sklearn == nil {
		return Home
	}
	return Fit(s)
}

// Generate draws n examples of a set other than own data, with noise from 0 to 1, and what else a recipe has as usual.
func Generate(k Kind, n int, noise float64, seed uint32) Set {
	return Recipe{k, n, noise, seed, DefaultFactor, DefaultClusters, k.DefaultClasses()}.Set()
}

// Set draws the examples. The stream of RandomState(Seed) is used up in the same way whatever the noise, so that more
// noise moves the same points further. Where a set is drawn class by class, each has as many examples as the others, and
// later ones one more where N does not divide.
func (q Recipe) Set() Set {
	s := NewSet(q.Kind.Columns(), q.N)
	r := random.NewRandomState(q.Seed)
	row := &kinds[q.Kind]
	switch {
	case row.sklearn != nil:
		row.sklearn(&s, q, r)
	case row.draw != nil:
		row.draw(&s, q.N, q.Noise, r)
	case row.among != nil:
		row.among(&s, q, r)
	default:
		around(&s, q, r)
	}
	return s
}
