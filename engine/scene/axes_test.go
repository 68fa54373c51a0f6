package scene

import (
	"math"
	"testing"
	"unicode/utf8"

	"shallows/engine/dataset"
	"shallows/engine/session"
)

func TestPlaneIsASquareInTheMiddle(t *testing.T) {
	for _, size := range slotSizes {
		f := layPlane(size.X, size.Y, dataset.Home, [2]axis{{"x₁", ""}, {"x₂", ""}})
		if f.box.W != f.box.H {
			t.Errorf("%v: the plane is %v by %v", size, f.box.W, f.box.H)
		}
		if f.box.X < 20 || f.box.Y < 0 || f.box.X+f.box.W > size.X || f.box.Y+f.box.H > size.Y-20 {
			t.Errorf("%v: the plane at %v leaves no room for its axes", size, f.box)
		}
		if f.box.W < min(size.X, size.Y)-60 {
			t.Errorf("%v: the plane is only %v wide", size, f.box.W)
		}
	}
}

func TestPlaneAxes(t *testing.T) {
	f := layPlane(336, 336, dataset.Home, [2]axis{{"x₁", ""}, {"x₂", ""}})
	for _, test := range []struct {
		x1, x2 float64
		want   Point
	}{
		{-6, 6, Point{f.box.X, f.box.Y}},
		{0, 0, f.box.Centre()},
		{6, -6, Point{f.box.X + f.box.W, f.box.Y + f.box.H}},
	} {
		got := f.plot(test.x1, test.x2)
		if got != test.want {
			t.Errorf("(%v, %v) is at %v, want %v", test.x1, test.x2, got, test.want)
		}
		if x1, x2 := f.unplot(got); math.Abs(x1-test.x1) > 1e-9 || math.Abs(x2-test.x2) > 1e-9 {
			t.Errorf("%v is (%v, %v), want (%v, %v)", got, x1, x2, test.x1, test.x2)
		}
	}
	for _, l := range f.labels(nil, OutputSlot) {
		if l.Anchor == Top && l.Text == "2" && l.X != f.plot(2, 0).X {
			t.Errorf("the label 2 is at %v, want %v", l.X, f.plot(2, 0).X)
		}
		if l.Anchor == Right && l.Text == "−4" && l.Y != f.plot(0, -4).Y {
			t.Errorf("the label −4 is at %v, want %v", l.Y, f.plot(0, -4).Y)
		}
	}
}

var history = []session.Record{
	{Step: 0, Cost: 0.7, TestCost: 0.8},
	{Step: 1, Cost: 0.6, TestCost: 0.7},
	{Step: 10, Cost: 0.4, TestCost: math.NaN()},
	{Step: 100, Cost: 0.1, TestCost: math.Inf(1)},
}

func TestCostCurveSpansItsHistory(t *testing.T) {
	for _, logSteps := range []bool{false, true} {
		c := layCurve(400, 200, history, logSteps)
		first, last := c.plot(0, 0), c.plot(100, 0.8)
		if first.X != c.box.X || math.Abs(last.X-c.box.X-c.box.W) > 1e-9 {
			t.Errorf("log %v: steps 0 and 100 are at %v and %v of %v", logSteps, first.X, last.X, c.box)
		}
		if first.Y != c.box.Y+c.box.H || last.Y < c.box.Y || last.Y > c.box.Y+0.1*c.box.H {
			t.Errorf("log %v: costs 0 and 0.8 are at %v and %v of %v", logSteps, first.Y, last.Y, c.box)
		}
		if x := c.plot(10, 0).X; logSteps != (x > c.box.X+0.3*c.box.W) {
			t.Errorf("log %v: step 10 is at %v of %v", logSteps, x, c.box)
		}
	}
}

func TestCostCursorFindsTheNearestRecord(t *testing.T) {
	for _, logSteps := range []bool{false, true} {
		c := layCurve(400, 200, history, logSteps)
		for _, r := range history {
			x := c.plot(float64(r.Step), 0).X
			if got, ok := c.nearest(history, x+1); !ok || got.Step != r.Step {
				t.Errorf("log %v: at step %d the cursor finds step %d", logSteps, r.Step, got.Step)
			}
		}
		if got, _ := c.nearest(history, -50); got.Step != 0 {
			t.Errorf("log %v: left of the axis the cursor finds step %d", logSteps, got.Step)
		}
	}
}

func TestCostCurveOfAFreshRun(t *testing.T) {
	c := layCurve(400, 200, history[:1], true)
	for _, p := range []Point{c.plot(0, 0.7), c.plot(1, 0.7)} {
		if math.IsNaN(p.X) || !c.box.Contains(p) {
			t.Errorf("%v is not in %v", p, c.box)
		}
	}
}

// An exploding cost leaves the axis to what came before, and its height is told; every text stays in the slot.
func TestCostAxisKeepsToWhatCanBeRead(t *testing.T) {
	for _, test := range []struct {
		costs   []float64
		highest string // on the axis
		peak    string // "" where the axis has room for all
	}{
		{[]float64{0.7, 0.3, 0.2}, "0.6", ""},
		{[]float64{0.7, 0.3, 9, 0.2}, "8", ""},
		{[]float64{0.7, 0.3, 40, 0.2}, "0.6", "↑ 40"},
		{[]float64{0.3, 2, 50, 1e5, 1.5e300}, "2.0", "↑ 1.5×10³⁰⁰"},
		{[]float64{25, 3, 0.2}, "20", ""},
		{[]float64{math.Inf(1), math.NaN(), 0.3, math.Inf(1)}, "0.3", ""},
		{[]float64{1.7e308, 1.7e308}, "1.5×10³⁰⁸", ""},
		{[]float64{3e-7, 1e-7}, "3×10⁻⁷", ""},
		{[]float64{5e-324, 0}, "1.0×10⁻³⁰⁰", ""},
		{[]float64{0, 0}, "1.0", ""},
	} {
		for _, size := range []Point{{400, 200}, {230, 120}} {
			var history []session.Record
			for i, cost := range test.costs {
				history = append(history, session.Record{Step: i, Cost: cost, TestCost: math.NaN()})
			}
			c := layCurve(size.X, size.Y, history, false)
			if got := c.yTicks[len(c.yTicks)-1].text; size.X == 400 && got != test.highest || c.peak.Text != test.peak {
				t.Errorf("%v: the axis ends in %s and tells %q, want %s and %q", test.costs, got, c.peak.Text, test.highest, test.peak)
			}
			for _, l := range c.labels(nil, CostSlot) {
				width := tickDigit * float64(utf8.RuneCountInString(l.Text))
				left := l.X - map[Anchor]float64{Left: 0, Top: width / 2, Right: width}[l.Anchor]
				if left < 0 || left+width > size.X || math.IsNaN(l.Y) || l.Y < 0 || l.Y > size.Y {
					t.Errorf("%v: %q at %v, %v leaves the slot", test.costs, l.Text, left, l.Y)
				}
			}
		}
	}
}
