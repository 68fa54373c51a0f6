package scene

import (
	"math"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// single is a stage of data with one column.
func single(t *testing.T, settings string, names dataset.Names, values bool, x, y []float64) *Stage {
	t.Helper()
	points := dataset.NewPoints(dataset.Set{X: [][]float64{x}, Y: y})
	points.Names, points.Values = names, values
	c, _ := config.Decode("v=1&data=own" + settings)
	s := NewStage(session.NewOver(c, points, nil))
	s.SetTheme(testTheme)
	s.SetSlots(Slots{Rects: [slotCount]Rect{{10, 20, 640, 480}, {660, 20, 400, 400}, {660, 430, 400, 200}}, Scale: 1})
	s.Layout()
	return s
}

// Data of one column have it across and the target up, where the examples lie at theirs and the output is a line.
func TestPlaneOfASingleColumn(t *testing.T) {
	years, values := []float64{1900, 1910, 1920, 1950}, []float64{-1, -0.4, 0.2, 1}
	for _, test := range []struct {
		settings string
		values   bool
		y        []float64
		low      float64 // of what is shown up
		high     float64
		up       []float64 // where the examples are
	}{
		{"&out=linear&loss=mse", true, values, -1.2, 1.2, values}, // as they are, whether or not they are learnt so
		{"", false, []float64{0, 0, 1, 1}, -0.1, 1.2, []float64{0, 0, 1, 1}},
		{"&out=tanh&loss=mse", false, []float64{0, 0, 1, 1}, -1.2, 1.2, []float64{-1, -1, 1, 1}},
		{"&out=softmax", false, []float64{0, 1, 2, 2}, -0.1, 1.2, []float64{1.05, 1.1, 1.15, 1.15}},
	} {
		names := dataset.Names{Inputs: []string{"year"}}
		s := single(t, test.settings+"&scaling=standard&net=2", names, test.values, years, test.y)
		if up := s.session.Extent().X2; math.Abs(up.Low-test.low) > 1e-9 || math.Abs(up.High-test.high) > 1e-9 {
			t.Errorf("%s: the plane goes up along %v", test.settings, up)
		}
		if line := s.Picture(OutputSlot).Quads[0].Line; (line == 0) != test.values {
			t.Errorf("%s: where the output is 0 there is a line of %v", test.settings, line)
		}
		train, _ := s.session.Places()
		for i, y := range test.up {
			if train.P1[i] != years[i] || math.Abs(train.P2[i]-y) > 1e-9 {
				t.Errorf("%s: example %d lies at %v, %v", test.settings, i, train.P1[i], train.P2[i])
			}
			m, ok := s.mark(s.session.Train(), train, i, 3)
			if hit := s.Hit(OutputSlot, m.at.X, m.at.Y); !ok || m.near != 1 || hit.Example != i+1 {
				t.Errorf("%s: example %d is met as %+v", test.settings, i, hit)
			}
		}
		if got := axes(s.session); got != [2]axis{{"x₁", "year"}, {"y", ""}} {
			t.Errorf("%s: axes %v", test.settings, got)
		}
		s.session.Step(3)
		var p Picture
		s.drawOutput(pen{Picture: &p, scale: 1})
		box, lines := s.plane.box, 0
		for _, b := range p.Boxes {
			if b.Colour == s.theme.Ink || b.Colour == s.theme.Classes[0] {
				lines++
			}
			if b.Centre.Y < box.Y || b.Centre.Y > box.Y+box.H || b.Centre.X < box.X || b.Centre.X > box.X+box.W {
				t.Errorf("%s: a piece at %v leaves the plane %v", test.settings, b.Centre, box)
			}
		}
		if lines < int(box.W/4) {
			t.Errorf("%s: the line has %d pieces", test.settings, lines)
		}
	}
	flat := newStage("v=1", 0)
	var p Picture
	if flat.drawOutput(pen{Picture: &p, scale: 1}); p.Boxes != nil {
		t.Error("the output over two columns is drawn as a line")
	}
}

func TestALineIsClipped(t *testing.T) {
	for _, test := range []struct {
		from, to, a, b Point
		ok             bool
	}{
		{Point{0, 2}, Point{1, 3}, Point{0, 2}, Point{1, 3}, true},
		{Point{0, -10}, Point{2, 10}, Point{1, 0}, Point{2, 10}, true},
		{Point{0, -10}, Point{4, 30}, Point{1, 0}, Point{2, 10}, true},
		{Point{0, -3}, Point{1, -1}, Point{}, Point{}, false},
		{Point{0, 11}, Point{1, 1e18}, Point{}, Point{}, false},
	} {
		if a, b, ok := clipped(test.from, test.to, 0, 10); ok != test.ok || ok && (a != test.a || b != test.b) {
			t.Errorf("%v to %v: %v to %v, %v", test.from, test.to, a, b, ok)
		}
	}
}
