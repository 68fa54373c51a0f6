package scene

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

var salaries = dataset.Set{
	X: [][]float64{{20000, 150000, 60000, 45000, 98000, 31000},
		{23, 67, 45, 31, 52, 60}},
	Y: []float64{0, 1, 1, 0, 1, 0},
}

// circles lie around 0, so that the shader computes the squares of their local coordinates.
var circles = dataset.Set{X: [][]float64{{-1, 1, 0.1, 0.2}, {0.5, -0.5, 0.1, 0}}, Y: []float64{0, 0, 1, 1}}

// newMeasuredStage shows a run over points in units of their own.
func newMeasuredStage(fragment string, points dataset.Set, steps int) *Stage {
	s := newStage("net=1", 0)
	c, _ := config.Decode("data=own&" + fragment)
	run := session.NewOver(c, dataset.NewPoints(points), nil)
	run.Step(steps)
	s.SetSession(run)
	s.Layout()
	return s
}

// The shader computes every unit of measured points in local coordinates, or else has it sampled, and
// either way the picture is that of the network in the data's units.
func TestShaderShowsMeasuredPoints(t *testing.T) {
	timestamps := dataset.Set{X: [][]float64{{1.7e9, 1.7e9 + 1000, 1.7e9 + 500}, {1e-9, 2e-9, 3e-9}}, Y: []float64{0, 1, 1}}
	for _, test := range []struct {
		fragment string
		points   dataset.Set
		sampled  bool
	}{
		{"net=4&init=xavier", circles, false},
		{"net=3&init=xavier&in=x1,x2,x1sq,x2sq,x1x2", circles, false},
		{"net=4&init=xavier&scaling=standard", salaries, false},
		{"net=3&init=he&act=relu&scale=0.0001", salaries, false},
		{"net=3&init=xavier&scaling=standard&in=x1sq,x2", salaries, true},
		{"net=3&init=xavier&scaling=standard", timestamps, false},
		{"net=3&init=randn", timestamps, false},
		{"net=3&init=xavier&scaling=standard", dataset.Set{X: [][]float64{{1e40, 2e40}, {1, 5}}, Y: []float64{0, 1}}, false},
		{"net=3&init=xavier", dataset.Set{X: [][]float64{{1e40, 2e40}, {1, 5}}, Y: []float64{0, 1}}, true},
		{"net=3&init=xavier&in=sinx1,x2", circles, true},
	} {
		s := newMeasuredStage(test.fragment, test.points, 5)
		h := s.Shader()
		if sampled := h.Samples != nil; sampled != test.sampled {
			t.Errorf("%s: sampled is %v", test.fragment, sampled)
			continue
		}
		shown := s.session.Extent()
		if test.sampled {
			eachUnit(s, func(unit Target, number int) {
				side := h.Samples.side
				x, y := number%h.Samples.across*side+3, number/h.Samples.across*side+side-1
				pixel := h.Samples.Pixels[4*(y*h.Samples.Width+x):]
				got := tone(pixel)
				cell := 2 * dataset.Reach / float64(side)
				x1, x2 := shown.At(-dataset.Reach+3.5*cell, -dataset.Reach+0.5*cell)
				if _, want := s.at(unit, x1, x2); math.Abs(got-want) > 1e-5 {
					t.Errorf("%s: %v is sampled as %v, want %v", test.fragment, unit, got, want)
				}
			})
			continue
		}
		program := parseKage(t, h.Source, h.Uniforms)
		for _, p := range somewhere {
			x1, x2 := shown.At(p.X, p.Y)
			eachUnit(s, func(unit Target, number int) {
				got := program.call("field", p.X, p.Y, float64(number))
				if _, want := s.at(unit, x1, x2); math.Abs(got[0]-want) > 1e-5 {
					t.Errorf("%s: %v at (%v, %v) has the tone %v, want %v", test.fragment, unit, x1, x2, got[0], want)
				}
			})
		}
	}
}

// The ramp reaches as far as the values to predict do, told in the data's unit; the usual ones have the usual ramp.
func TestRampOfValues(t *testing.T) {
	for _, test := range []struct {
		fragment  string
		Y         []float64
		low, high float64
	}{
		{"scaling=standard&yscaling=standard&net=3&init=xavier", []float64{290, 410, 340, 320, 380, 360}, 290, 410},
		{"scaling=standard&yscaling=standard&net=3&init=xavier&in=x1sq,x2", []float64{0, 0, 0, 0, 0, 60}, -40, 60},
		{"scaling=standard&yscaling=standard&out=tanh", []float64{290, 410, 340, 320, 380, 360}, 350 - math.Sqrt(9200./6), 350 + math.Sqrt(9200./6)},
		{"scaling=standard&net=3&init=xavier", []float64{290, 410, 340, 320, 380, 360}, 290, 410},
		{"scaling=standard", []float64{-3, 4, 2, 2, 1, 0}, -4, 4},
		{"scaling=standard", []float64{7, 7, 7, 7, 7, 7}, -7, 7},
		{"scaling=standard", []float64{-0.5, 0.75, 0, 0, 1, 0}, -1, 1},
		{"classes=0&scaling=standard&out=sigmoid", []float64{-0.5, 0.75, 0, 0, 5, 0}, 0, 1},
	} {
		s := newMeasuredStage("net=1", salaries, 0)
		points := dataset.NewPoints(dataset.Set{X: salaries.X, Y: test.Y})
		points.Values = true
		c, _ := config.Decode("data=own&lr=0.1&" + test.fragment)
		run := session.NewOver(c, points, nil)
		run.Step(30)
		s.SetSession(run)
		s.Layout()
		if low, high := s.Ramp(); math.Abs(low-test.low)+math.Abs(high-test.high) > 1e-9*test.high {
			t.Errorf("%s, %v: the ramp goes from %v to %v", test.fragment, test.Y, low, high)
		}
		L := run.Network().Layers()
		unit, tones := Target{Kind: Unit, Layer: L, To: 1}, s.Tones(levelNodes)
		for i, y := range test.Y {
			x1, x2 := salaries.X[0][i], salaries.X[1][i]
			value, tone := s.at(unit, x1, x2)
			if want := max(-1, min(1, 2*(value-test.low)/(test.high-test.low)-1)); math.Abs(tone-want) > 1e-9 {
				t.Errorf("%s, %v: %v has the tone %v, want %v", test.fragment, test.Y, value, tone, want)
			}
			if run.Network().Output.String() == "linear" {
				want := max(-1, min(1, 2*(y-test.low)/(test.high-test.low)-1))
				if got := s.TargetTone(run.Train().Y[i]); math.Abs(got-want) > 1e-9 {
					t.Errorf("%s: the example of %v has the tone %v, want %v", test.fragment, y, got, want)
				}
			}
		}
		if h := s.Shader(); h.Samples == nil {
			program, number := parseKage(t, h.Source, h.Uniforms), 0
			for _, size := range run.Network().Sizes[:L] {
				number += size
			}
			for cell, want := range tones {
				u := dataset.Reach * (float64(2*(cell%levelNodes)+1)/levelNodes - 1)
				v := dataset.Reach * (1 - float64(2*(cell/levelNodes)+1)/levelNodes)
				if got := program.call("field", u, v, float64(number))[0]; math.Abs(got-want) > 1e-4 {
					t.Errorf("%s: the shader gives %v at (%v, %v), want %v", test.fragment, got, u, v, want)
				}
			}
		}
	}
}

// The exported picture has the colours of the field where its axes say.
func TestRastersOfMeasuredPoints(t *testing.T) {
	s := newMeasuredStage("net=3&init=xavier&scaling=standard", salaries, 20)
	quads := s.Picture(NetworkSlot).Quads
	shown := s.session.Extent()
	eachUnit(s, func(unit Target, number int) {
		r := s.Rasters(quads)[number]
		for _, at := range [][2]int{{0, 0}, {r.Width / 3, r.Height / 2}, {r.Width - 1, 1}} {
			x1, x2 := shown.At(middleOf(r, at[0], at[1]))
			if got, want := pixelAt(r, at[0], at[1]), s.stretched(unit, quads[number], x1, x2); apart(got, want) > 0.51/255 {
				t.Errorf("%v at %v is %v, want %v", unit, at, got, want)
			}
		}
	})
}

// Axes, marks and what a pointer meets are in the data's own units; another extent is laid out anew.
func TestMeasuredPlane(t *testing.T) {
	s := newMeasuredStage("net=3&scaling=standard", salaries, 0)
	for i := range salaries.Y {
		at := s.plane.plot(salaries.X[0][i], salaries.X[1][i])
		h := s.Hit(OutputSlot, at.X, at.Y)
		if h.Kind != Plane || h.Example != i+1 || math.Abs(h.X-salaries.X[0][i]) > 1e-6 || math.Abs(h.Y-salaries.X[1][i]) > 1e-9 {
			t.Errorf("example %d: the pointer meets %+v", i+1, h)
		}
		out := make([]float64, 1)
		if s.session.Predict(out, salaries.X[0][i:i+1], salaries.X[1][i:i+1]); math.Abs(h.Value-out[0]) > 1e-9 {
			t.Errorf("example %d: the value is %v, want %v", i+1, h.Value, out[0])
		}
	}
	texts := func() (texts []string) {
		for _, l := range s.Layout().Labels {
			if l.Slot == OutputSlot {
				texts = append(texts, l.Text)
			}
		}
		return texts
	}
	if got := texts(); !slices.Contains(got, "40") || slices.Contains(got, "−4") {
		t.Errorf("the axes say %q", got)
	}
	version := s.Layout().Version
	s.session.Replace(dataset.NewPoints(dataset.Set{}))
	if got := texts(); !slices.Contains(got, "−4") || s.Layout().Version == version {
		t.Errorf("the axes of an empty plane say %q", got)
	}
}

// Ticks stand in the slot and apart from one another, whatever the numbers.
func TestMeasuredAxesAreReadable(t *testing.T) {
	for name, shown := range map[string]dataset.Extent{
		"home":              dataset.Home,
		"salaries and ages": dataset.NewPoints(salaries).Extent,
		"circles":           dataset.NewPoints(circles).Extent,
		"small and large":   {X1: dataset.Interval{Low: 8e-10, High: 3.2e-9}, X2: dataset.Interval{Low: 8e8, High: 3.2e9}},
		"0.0001234":         {X1: dataset.Interval{Low: 0.00012, High: 0.00013}, X2: dataset.Interval{Low: 0.00012, High: 0.00013}},
		"timestamps":        {X1: dataset.Interval{Low: 1.7e9, High: 1.7e9 + 1000}, X2: dataset.Interval{Low: 1.7e9, High: 1.7e9 + 1000}},
		"years":             {X1: dataset.Interval{Low: 2018.8, High: 2022.2}, X2: dataset.Interval{Low: -1.2e50, High: 1.2e50}},
	} {
		for _, size := range slotSizes {
			p := layPlane(size.X, size.Y, shown, [2]axis{{"x₁", ""}, {"x₂", ""}})
			if p.box.W != p.box.H {
				t.Errorf("%s in %v: the plane is %v by %v", name, size, p.box.W, p.box.H)
			}
			var lefts [2]float64 // where the last label of each axis ends
			lefts[0], lefts[1] = math.Inf(-1), math.Inf(1)
			count := map[Anchor]int{}
			for _, l := range p.labels(nil, OutputSlot) {
				width := tickDigit * float64(utf8.RuneCountInString(l.Text))
				count[l.Anchor]++
				if l.Anchor == Top {
					if l.X-width/2 < lefts[0] || l.X+width/2 > size.X+2 {
						t.Errorf("%s in %v: %q at %v overlaps or leaves the slot", name, size, l.Text, l.X)
					}
					lefts[0] = l.X + width/2
					continue
				}
				if l.X-width < 0 || l.Y > lefts[1] || strings.Contains(l.Text, "e") {
					t.Errorf("%s in %v: %q at %v, %v overlaps, leaves the slot or is no numeral", name, size, l.Text, l.X, l.Y)
				}
				lefts[1] = l.Y - 9
			}
			if size.X >= 300 && size.Y >= 300 && (count[Top] < 2 || count[Right] < 2) {
				t.Errorf("%s in %v: the axes have %v ticks", name, size, count)
			}
		}
	}
}
