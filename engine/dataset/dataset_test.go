package dataset

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"shallows/engine/random"
)

func TestPlanarEqualsTheCourse(t *testing.T) {
	text, err := os.ReadFile("testdata/planar.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ X, Y [][]float64 }
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	s := Generate(Planar, 400, Planar.DefaultNoise(), 1)
	if s.Len() != 400 || len(want.X[0]) != 400 {
		t.Fatalf("%d examples, and %d of the course's", s.Len(), len(want.X[0]))
	}
	for i := range s.Len() {
		// A sine may differ in its last digit from one library to the next.
		if math.Abs(s.X[0][i]-want.X[0][i]) > 1e-14 || math.Abs(s.X[1][i]-want.X[1][i]) > 1e-14 || s.Y[i] != want.Y[0][i] {
			t.Errorf("example %d is (%v, %v), %v, want (%v, %v), %v",
				i, s.X[0][i], s.X[1][i], s.Y[i], want.X[0][i], want.X[1][i], want.Y[0][i])
		}
	}
}

// The formulas of sklearn.datasets in NumPy, by oracle.py sklearn: the course's sets, and others with all that can differ.
func TestScikitLearnsSetsEqualIts(t *testing.T) {
	text, err := os.ReadFile("testdata/sklearn.json")
	if err != nil {
		t.Fatal(err)
	}
	var sets []struct {
		Data          string
		N, Clusters   int
		Noise, Factor float64
		Seed          uint32
		X1, X2, Y     []float64
	}
	if err := json.Unmarshal(text, &sets); err != nil {
		t.Fatal(err)
	}
	if len(sets) != 10 {
		t.Fatalf("sklearn.json holds %d sets, want 10", len(sets))
	}
	for _, want := range sets {
		kind := Kinds[slices.IndexFunc(Kinds, func(k Kind) bool { return k.String() == want.Data })]
		s := Recipe{Kind: kind, N: want.N, Noise: want.Noise, Seed: want.Seed, Factor: want.Factor, Clusters: want.Clusters}.Set()
		if s.Len() != want.N || len(want.Y) != want.N {
			t.Fatalf("%s: %d examples, and %d of NumPy's", want.Data, s.Len(), len(want.Y))
		}
		allowed := 0.
		if kind == SKCircles || kind == SKMoons {
			allowed = 1e-15 // a sine may differ in its last digit from one library to the next
		}
		for i := range want.Y {
			if math.Abs(s.X[0][i]-want.X1[i]) > allowed || math.Abs(s.X[1][i]-want.X2[i]) > allowed || s.Y[i] != want.Y[i] {
				t.Errorf("%s: example %d is (%v, %v), %v, want (%v, %v), %v",
					want.Data, i, s.X[0][i], s.X[1][i], s.Y[i], want.X1[i], want.X2[i], want.Y[i])
			}
		}
	}
}

// A set in units of its own is shown whole.
func TestTheViewFitsTheData(t *testing.T) {
	for _, test := range []struct {
		kind Kind
		want Extent
	}{
		{Moons, Home},
		{SKCircles, Extent{Interval{-1.35, 1.32}, Interval{-1.3, 1.29}}},
		{SKBlobs, Extent{Interval{-13.1, 1.8}, Interval{-11.5, 9.4}}},
	} {
		s := Generate(test.kind, 300, test.kind.DefaultNoise(), 1)
		if got := test.kind.Extent(s); got != test.want {
			t.Errorf("%v is shown by %v, want %v", test.kind, got, test.want)
		}
	}
}

func TestEverySet(t *testing.T) {
	for _, kind := range Kinds {
		if !kind.IsDrawn() {
			continue // is not drawn from a seed
		}
		for _, n := range []int{10, 11, 400} {
			for _, noise := range []float64{0, 0.5, 1} {
				s := Generate(kind, n, noise, 1)
				if len(s.X[0]) != n || len(s.X[1]) != n || len(s.Y) != n {
					t.Fatalf("%v: %d, %d, %d values for %d examples", kind, len(s.X[0]), len(s.X[1]), len(s.Y), n)
				}
				again := Generate(kind, n, noise, 1)
				if !slices.Equal(s.X[0], again.X[0]) || !slices.Equal(s.X[1], again.X[1]) || !slices.Equal(s.Y, again.Y) {
					t.Errorf("%v: another set from the same seed", kind)
				}
				if other := Generate(kind, n, 1, 2); slices.Equal(other.X[0], s.X[0]) && slices.Equal(other.Y, s.Y) {
					t.Errorf("%v: the same set from another seed", kind)
				}
				for i, y := range s.Y {
					if !kind.Regression() && (y != math.Trunc(y) || y < 0 || int(y) >= kind.DefaultClasses()) {
						t.Errorf("%v: a class of %v", kind, y)
					}
					if noise == 0 && !kind.Extent(s).Contains(s) {
						t.Errorf("%v: (%v, %v) is out of the plane shown", kind, s.X[0][i], s.X[1][i])
					}
				}
			}
		}
	}
}

// Without noise a point tells its target.
func TestGeometry(t *testing.T) {
	radius := func(x1, x2 float64) float64 { return math.Hypot(x1, x2) }
	tests := []struct {
		kind  Kind
		holds func(x1, x2, y float64) bool
	}{
		{Circle, func(x1, x2, y float64) bool {
			r := radius(x1, x2)
			return y == 1 && r < 2.5 || y == 0 && r >= 3.5 && r < 5
		}},
		{Rings, func(x1, x2, y float64) bool {
			r := radius(x1, x2)
			return y == 1 && (r >= 0.5 && r < 1.5 || r >= 4 && r < 5) || y == 0 && r >= 2.25 && r < 3.25
		}},
		{XOR, func(x1, x2, y float64) bool {
			return (y == 1) == (x1*x2 > 0) && min(math.Abs(x1), math.Abs(x2)) >= 0.3 && max(math.Abs(x1), math.Abs(x2)) <= 5.3
		}},
		{Spiral, func(x1, x2, y float64) bool {
			r, half := radius(x1, x2), math.Pi*(1-y)
			t := 1.75*2*math.Pi*r/5 + half
			return math.Abs(x1-r*math.Sin(t)) < 1e-12 && math.Abs(x2-r*math.Cos(t)) < 1e-12 && r < 5
		}},
		{Moons, func(x1, x2, y float64) bool {
			// Two half circles of radius 10/3; the lower is the upper turned about the origin.
			if y == 1 {
				x1, x2 = -x1, -x2
			}
			return math.Abs(radius(x1+5./3, x2+2.5/3)-10./3) < 1e-12 && x2 > -2.5/3-1e-12
		}},
		{Line, func(x1, x2, y float64) bool {
			distance := 0.6*x1 + 0.8*x2 - 1
			return (y == 1) == (distance > 0) && math.Abs(distance) > 0.3-1e-12
		}},
		{Plane, func(x1, x2, y float64) bool { return math.Abs(y-(x1+x2)/10) < 1e-15 }},
		{Bumps, func(x1, x2, y float64) bool {
			x1 = math.Abs(x1)
			hill := max(0, 1-radius(min(x1, math.Abs(x1-4)), math.Abs(x2)-2.5)/2)
			if (x1 < 2) == (x2 > 0) {
				hill = -hill
			}
			return math.Abs(y-hill) < 1e-15
		}},
	}
	for _, test := range tests {
		s := Generate(test.kind, 401, 0, 1)
		for i, y := range s.Y {
			if !test.holds(s.X[0][i], s.X[1][i], y) {
				t.Errorf("%v: (%v, %v) with target %v does not belong", test.kind, s.X[0][i], s.X[1][i], y)
			}
		}
	}
}

func TestClassesAreBalanced(t *testing.T) {
	for _, kind := range []Kind{Planar, Gauss, Spiral, Moons} {
		Y := Generate(kind, 401, 1, 1).Y
		for i, y := range Y {
			if want := Y[0]; i < 200 && y != want || i >= 200 && y != 1-want {
				t.Errorf("%v: example %d of 401 has class %v, the first has %v", kind, i, y, want)
			}
		}
	}
}

// The clouds of gauss have the variance 0.5 without noise and 4 with all of it.
func TestGaussVariance(t *testing.T) {
	for noise, want := range map[float64]float64{0: 0.5, 0.5: 2.25, 1: 4} {
		s := Generate(Gauss, 2000, noise, 1)
		var squares float64
		for i, y := range s.Y {
			centre := 4*y - 2
			squares += (s.X[0][i]-centre)*(s.X[0][i]-centre) + (s.X[1][i]-centre)*(s.X[1][i]-centre)
		}
		if got := squares / 4000; math.Abs(got-want) > 0.05*want {
			t.Errorf("noise %v: variance %v, want %v", noise, got, want)
		}
	}
}

// Where noise acts on the target, the points stay and some targets change.
func TestNoiseOfTargets(t *testing.T) {
	for _, kind := range []Kind{Circle, Rings, XOR, Line, Plane, Bumps} {
		clean, noisy := Generate(kind, 400, 0, 1), Generate(kind, 400, 0.5, 1)
		if !slices.Equal(clean.X[0], noisy.X[0]) || !slices.Equal(clean.X[1], noisy.X[1]) {
			t.Errorf("%v: noise moves the points", kind)
		}
		if slices.Equal(clean.Y, noisy.Y) {
			t.Errorf("%v: noise changes no target", kind)
		}
	}
}

func TestSplit(t *testing.T) {
	tests := []struct{ n, percent, test int }{
		{400, 0, 0},
		{400, 25, 100},
		{10, 90, 9},
		{10, 5, 0},  // 0.5, and half goes to even as in Python
		{10, 15, 2}, // 1.5
		{11, 50, 6}, // 5.5
		{10, 4, 0},
	}
	for _, test := range tests {
		s := Generate(Gauss, test.n, 0, 1)
		train, held := s.Split(test.percent, 3)
		order := random.NewRandomState(3).Permutation(test.n)
		if held.Len() != test.test || train.Len() != test.n-test.test {
			t.Errorf("%d%% of %d: %d held out, %d left", test.percent, test.n, held.Len(), train.Len())
			continue
		}
		for j, i := range order[:test.test] {
			if held.X[0][j] != s.X[0][i] || held.X[1][j] != s.X[1][i] || held.Y[j] != s.Y[i] {
				t.Errorf("%d%% of %d: test example %d is not example %d", test.percent, test.n, j, i)
			}
		}
		left := slices.Sorted(slices.Values(order[test.test:]))
		for j, i := range left {
			if train.X[0][j] != s.X[0][i] || train.X[1][j] != s.X[1][i] || train.Y[j] != s.Y[i] {
				t.Errorf("%d%% of %d: training example %d is not example %d", test.percent, test.n, j, i)
			}
		}
	}
}

func TestInputs(t *testing.T) {
	s := Set{X: [][]float64{{2, -1}, {3, 0.5}}, Y: []float64{0, 1}}
	X := s.Inputs(Features)
	want := [][]float64{
		{2, -1},
		{3, 0.5},
		{4, 1},
		{9, 0.25},
		{6, -0.5},
		{math.Sin(2), math.Sin(-1)},
		{math.Sin(3), math.Sin(0.5)},
	}
	if X.Rows != 7 || X.Cols != 2 || !slices.Equal(X.Data, slices.Concat(want...)) {
		t.Errorf("X = %+v, want %v", X, want)
	}
}

// Of any number of classes, each has its place without noise, and as many examples as the others.
func TestMoreClasses(t *testing.T) {
	for _, kind := range []Kind{Blobs, Spiral, Rings} {
		for classes := 2; classes <= kind.MaxClasses(); classes++ {
			s := Recipe{Kind: kind, N: 401, Seed: 1, Classes: classes}.Set()
			counts := make([]int, classes)
			for i, y := range s.Y {
				counts[int(y)]++
				if !kind.Extent(s).Contains(s) {
					t.Fatalf("%v of %d: (%v, %v) is out of the plane shown", kind, classes, s.X[0][i], s.X[1][i])
				}
				if got := nearest(kind, classes, s.X[0][i], s.X[1][i]); got != y && (kind != Blobs || classes < 5) && s.X[0][i] != 0 {
					t.Errorf("%v of %d: (%v, %v) is of class %v, and belongs to %v", kind, classes, s.X[0][i], s.X[1][i], y, got)
				}
			}
			for k, count := range counts {
				if want := 401 / classes; (kind != Rings || classes > 2) && count != want && count != want+1 {
					t.Errorf("%v of %d: class %d has %d of 401", kind, classes, k, count)
				}
			}
			if again := (Recipe{Kind: kind, N: 401, Seed: 1, Classes: classes}).Set(); !again.Equal(s) {
				t.Errorf("%v of %d: another set from the same seed", kind, classes)
			}
		}
	}
	if got, want := Rings.Rings(3), Rings.Rings(2); !slices.Equal(got, want) {
		t.Errorf("three rings of three classes are %v, of two %v", got, want)
	}
	if Planar.MaxClasses() != 2 || Plane.MaxClasses() != 2 {
		t.Error("other sets have two classes")
	}
}

// nearest is the class that a place belongs to.
func nearest(kind Kind, classes int, x1, x2 float64) float64 {
	radius, turn := math.Hypot(x1, x2), math.Atan2(x1, x2)/(2*math.Pi)
	switch kind {
	case Rings:
		for i, ring := range Rings.Rings(classes) {
			if radius < ring.Outer {
				return where(classes > 2, float64(i), float64(1-i%2))
			}
		}
	case Spiral:
		arm := math.Round((turn - 1.75*radius/5) * float64(classes))
		return float64(classes-1) - math.Mod(arm+10*float64(classes), float64(classes))
	case Blobs:
		return math.Mod(math.Round(turn*float64(classes))+float64(classes), float64(classes))
	}
	return -1
}

func where(is bool, yes, no float64) float64 {
	if is {
		return yes
	}
	return no
}
