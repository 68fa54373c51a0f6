package scene

import (
	"strings"
	"testing"

	"shallows/engine/dataset"
)

// Axes of columns with names have these outside of their ticks, as wide as the axis at most, and the plane is a square all the same.
func TestNamesOfAxes(t *testing.T) {
	for _, size := range slotSizes {
		for _, along := range [][2]axis{{{"x₁", "sepal length"}, {"x₂", strings.Repeat("花", 60)}}, {{"x₁", "a"}, {"y", ""}}, {{"x₁", ""}, {"x₂", "b"}}} {
			p := layPlane(size.X, size.Y, dataset.Home, along)
			if p.box.W != p.box.H || p.box.Y < 0 || p.box.Y+p.box.H > size.Y && p.box.W > 1 {
				t.Errorf("%v: the plane is at %v", size, p.box)
			}
			found := 0
			for _, l := range p.labels(nil, OutputSlot) {
				for _, a := range along {
					if a.called != "" && l.Text == a.symbol+" · "+a.called && l.Room == p.box.W || a.called == "" && l.Text == a.symbol && l.Room == 0 {
						found++
					}
				}
				if l.Room > 0 && p.box.W > 1 && (l.Y < 7 || l.Y > size.Y-7 || l.Y > p.box.Y-7 && l.Y < p.box.Y+p.box.H+20) {
					t.Errorf("%v: %q is at %v, beside %v", size, l.Text, l.Y, p.box)
				}
			}
			if found != 2 {
				t.Errorf("%v: %d of the axes %v are named", size, found, along)
			}
		}
	}
}

func TestSymbolsOfAxes(t *testing.T) {
	if coordinates[0] != "x₁" || coordinates[11] != "x₁₂" || components[1] != "PC₂" {
		t.Errorf("axes are called %v and %v", coordinates, components)
	}
}

// Inputs and outputs have the more room beside them the longer their names are, up to about a fifth of the picture.
func TestRoomForNames(t *testing.T) {
	side := func(link string) [2]float64 { return newStage(link, 0).Layout().Sides }
	plain, iris, classes := side("v=1"), side("v=1&data=iris"), side("v=1&data=blobs")
	if plain[0] != plain[1] || iris[0] <= plain[0] || iris[1] <= plain[1] || classes[0] != plain[0] || classes[1] <= plain[1] {
		t.Errorf("without names %v, of iris %v, of classes %v", plain, iris, classes)
	}
	long := dataset.Names{Inputs: []string{strings.Repeat("wide ", 15) + "wide"}, Classes: []string{"no", strings.Repeat("是", 60)}}
	s := single(t, "", long, false, []float64{1, 2}, []float64{0, 1})
	if got := s.Layout().Sides; got != [2]float64{0.21 * 640, 0.21 * 640} {
		t.Errorf("long names have %v", got)
	}
	if class, shown := s.Class(1); class != 1 || !shown {
		t.Errorf("the output stands for class %d, %v", class, shown)
	}
	if _, shown := newStage("v=1", 0).Class(1); shown {
		t.Error("a class without a name is shown")
	}
}
