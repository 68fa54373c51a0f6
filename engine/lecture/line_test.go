package lecture

import (
	"math"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/session"
)

// Lines of the largest and the smallest numbers are where those of usual ones are.
func TestLinesOfAnySize(t *testing.T) {
	for _, size := range []float64{1e-320, 1e-200, 1, 1e20, 1e155, 1e308} {
		from, to, ok := Line{size, -size / 2, size / 4}.Clip(dataset.Home)
		if want := (Point{-3.25, -6}); !ok || math.Abs(from[0]-want[0]) > 1e-9 || math.Abs(from[1]-want[1]) > 1e-9 {
			t.Errorf("a line of %v goes from %v to %v, %v", size, from, to, ok)
		}
	}
	for _, l := range []Line{{1e-320, 0, 1e300}, {0, 0, 1e308}, {1e308, 1e-320, math.MaxFloat64}} {
		from, to, ok := l.Clip(dataset.Home)
		for _, x := range append(from[:], to[:]...) {
			if math.IsNaN(x) || math.Abs(x) > dataset.Reach+1e-9 {
				t.Errorf("%v goes from %v to %v, %v", l, from, to, ok)
			}
		}
	}
}

func TestClip(t *testing.T) {
	for _, test := range []struct {
		line     Line
		from, to Point
		ok       bool
	}{
		{Line{1, 0, 0}, Point{0, -6}, Point{0, 6}, true},
		{Line{0, 1, -3}, Point{6, 3}, Point{-6, 3}, true},
		{Line{-2, 2, 0}, Point{6, 6}, Point{-6, -6}, true},
		{Line{1, 1, -9}, Point{6, 3}, Point{3, 6}, true},
		{Line{1e-300, 1e-300, -9e-300}, Point{6, 3}, Point{3, 6}, true},
		{Line{1, 0, 7}, Point{}, Point{}, false},
		{Line{1, 1, -13}, Point{}, Point{}, false},
		{Line{0, 0, 0}, Point{}, Point{}, false},
		{Line{0, 0, 1}, Point{}, Point{}, false},
		{Line{1e-300, 0, 1e100}, Point{}, Point{}, false},
	} {
		from, to, ok := test.line.Clip(dataset.Home)
		if ok != test.ok || !near(from, test.from) || !near(to, test.to) {
			t.Errorf("%v: got %v to %v, %v; want %v to %v, %v", test.line, from, to, ok, test.from, test.to, test.ok)
		}
	}
}

func near(p, q Point) bool { return math.Abs(p[0]-q[0]) < 1e-9 && math.Abs(p[1]-q[1]) < 1e-9 }

func TestUnitsHaveLinesOnlyInThePlaneTheySee(t *testing.T) {
	for link, count := range map[string]int{
		"v=1": 4, "net=0": 1, "net=3,5": 3, "in=x1": 0, "in=x1,x2sq": 0, "in=x1,x2,x1x2": 0,
	} {
		s := open(t, link)
		lines, ok := Lines(s, s.Network())
		if len(lines) != count || ok != (count > 0) {
			t.Errorf("%s: %d lines, %v", link, len(lines), ok)
		}
		for i, line := range lines {
			W := s.Network().W[1]
			if want := (Line{W.Data[2*i], W.Data[2*i+1], s.Network().B[1][i]}); line != want {
				t.Errorf("%s: unit %d has %v, want %v", link, i+1, line, want)
			}
		}
	}
}

// In whatever units the data are, a unit's line is where its z is 0, from edge to edge of what is shown.
func TestLinesInTheDatasUnits(t *testing.T) {
	points := dataset.NewPoints(dataset.Set{X: [][]float64{{20000, 150000, 60000}, {23, 67, 45}}, Y: []float64{0, 1, 1}})
	for _, link := range []string{"data=own&scaling=standard&net=3&init=xavier", "data=own&net=0&init=randn"} {
		s := session.NewOver(open(t, link).Config(), points, nil)
		if link == "data=own&net=0&init=randn" {
			s.SetWeight(1, 1, 1, 0.001)
			s.SetWeight(1, 1, 2, -2)
		}
		lines, ok := Lines(s, s.Network())
		if !ok {
			t.Fatal(link)
		}
		for i, line := range lines {
			from, to, ok := line.Clip(s.Extent())
			if !ok {
				t.Errorf("%s: unit %d has no line", link, i+1)
			}
			for _, p := range []Point{from, to} {
				x := dataset.Set{X: [][]float64{{p[0]}, {p[1]}}}
				trace := s.Network().NewTrace(1)
				s.Network().Forward(s.InputsOf(x), trace)
				if z := trace.Z[1].Data[i]; math.Abs(z) > 1e-9 {
					t.Errorf("%s: at the end %v of its line unit %d has the z %v", link, p, i+1, z)
				}
				if u1, u2 := s.Extent().Local(p[0], p[1]); math.Abs(max(math.Abs(u1), math.Abs(u2))-dataset.Reach) > 1e-9 {
					t.Errorf("%s: the line of unit %d ends at %v, not at the edge", link, i+1, p)
				}
			}
		}
	}
}
