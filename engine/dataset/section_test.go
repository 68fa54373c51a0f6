package dataset

import (
	"math"
	"slices"
	"testing"
)

// Without noise the ball has the radius 2.5, and the shell lies between 3.5 and 5, in all directions.
func TestShell(t *testing.T) {
	s := Generate(Shell, 401, 0, 1)
	octants := map[[4]bool]bool{}
	for i, y := range s.Y {
		x1, x2, x3 := s.X[0][i], s.X[1][i], s.X[2][i]
		r := math.Hypot(math.Hypot(x1, x2), x3)
		if y == 1 && r > 2.5 || y == 0 && (r < 3.5-1e-12 || r > 5) || y != class(i < 200) {
			t.Errorf("example %d, at the radius %v, is of class %v", i, r, y)
		}
		octants[[4]bool{x1 > 0, x2 > 0, x3 > 0, y > 0}] = true
	}
	if len(octants) != 16 {
		t.Errorf("the examples are in %d octants of the two classes", len(octants))
	}
}

func TestFeaturesOfColumns(t *testing.T) {
	for n, want := range map[int]string{1: "x1", 2: "x1 x2 x1sq x2sq x1x2 sinx1 sinx2", 4: "x1 x2 x3 x4", 16: "x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13 x14 x15 x16"} {
		got := ""
		for i, f := range FeaturesOf(n) {
			if j, ok := f.Column(); ok != (n != 2 || i < 2) || ok && Coordinate(j) != f {
				t.Errorf("%v is coordinate %d: %v", f, j, ok)
			}
			got += f.String() + " "
		}
		if got != want+" " {
			t.Errorf("%d columns have %s", n, got)
		}
	}
	s := Set{X: [][]float64{{1, 2}, {3, 4}, {5, 6}}, Y: []float64{0, 1}}
	if got := s.Inputs([]Feature{X1, Coordinate(2), Coordinate(9)}).Data; !slices.Equal(got, []float64{1, 2, 5, 6, 0, 0}) {
		t.Errorf("the inputs are %v", got)
	}
}

// A slice holds what is no axis, to the last bit, and tells how far examples are from it.
func TestSlice(t *testing.T) {
	s := Slice(3, 1, []float64{10, 20, 30, 40}, []float64{2, 1, 5, 1})
	points := s.Points([]float64{0.1, -7}, []float64{0.3, 1e9})
	for j, want := range [][]float64{{10, 10}, {0.3, 1e9}, {30, 30}, {0.1, -7}} {
		if !slices.Equal(points.X[j], want) {
			t.Errorf("column %d is %v, want %v", j, points.X[j], want)
		}
	}
	p1, p2, off := s.Places(Set{X: [][]float64{{10, 16}, {5, 6}, {30, 10}, {7, 8}}})
	if !slices.Equal(p1, []float64{7, 8}) || !slices.Equal(p2, []float64{5, 6}) || !slices.Equal(off, []float64{0, 5}) {
		t.Errorf("the places are %v, %v, off %v", p1, p2, off)
	}
	one := Slice(0, 1, []float64{3}, []float64{1})
	if points := one.Points([]float64{4}, []float64{9}); len(points.X) != 1 || points.X[0][0] != 4 {
		t.Errorf("of one column the point is %v", points.X)
	}
}

// Nothing is drawn among points that are not of the plane, and what is taken away goes from all columns.
func TestDrawingAmongWidePoints(t *testing.T) {
	d := NewDrawing(NewPoints(Set{X: [][]float64{{1, 2}, {3, 4}, {5, 6}}, Y: []float64{0, 1}}))
	if d.Add(1, 1, 1, false) || d.Move(0, 1, 1, false) || !d.Remove(0, false) {
		t.Error("a point was drawn or moved, or none removed")
	}
	if p := d.Points(); p.Len() != 1 || p.X[2][0] != 6 {
		t.Errorf("left are %v", p.Set)
	}
}
