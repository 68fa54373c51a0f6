package dataset

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// Four decimals write a place exactly, whichever it is.
func TestPlacesHaveFourDecimals(t *testing.T) {
	for steps := range int(MaxSteps) + 1 {
		x := Place(steps)
		if Steps(x) != steps {
			t.Fatalf("step %d is at %v, which is step %d", steps, x, Steps(x))
		}
		if read, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64); err != nil || read != x {
			t.Fatalf("%v is %v with four decimals", x, read)
		}
	}
	for x, want := range map[float64]float64{0.12344: 0.1234, -7: -6, 1e300: 6, math.Copysign(0, -1): 0} {
		if got := Place(Steps(x)); got != want || math.Signbit(got) != math.Signbit(want) {
			t.Errorf("%v is placed at %v, want %v", x, got, want)
		}
	}
}

// What lies in [-6, 6] and spreads there is shown as ever; other axes show what there is, each by itself.
func TestFit(t *testing.T) {
	for name, test := range map[string]struct {
		x1, x2 []float64
		want   Extent
	}{
		"none":                     {nil, nil, Home},
		"in the plane":             {[]float64{-6, 3}, []float64{0.25, 6}, Home},
		"a third of the plane":     {[]float64{1, 5}, []float64{-2, 2}, Home},
		"a single place":           {[]float64{2, 2}, []float64{-1, -1}, Home},
		"0.5, 0.5, 1":              {[]float64{-0.5, 0.5}, []float64{0.5, -0.5}, Extent{Interval{-0.6, 0.6}, Interval{-0.6, 0.6}}},
		"circles":                  {[]float64{-1.01, 0.98}, []float64{-1, 1}, Extent{Interval{-1.21, 1.18}, Interval{-1.2, 1.2}}},
		"0.01 beside 6":            {[]float64{0.001, 0.01}, []float64{-6, 6}, Extent{Interval{0.0001, 0.0109}, home}},
		"salaries and ages":        {[]float64{20000, 150000}, []float64{23, 67}, Extent{Interval{7000, 163000}, Interval{18.6, 71.4}}},
		"just beyond the plane":    {[]float64{-6.001, 6}, []float64{0, 0}, Extent{Interval{-7.3, 7.3}, home}},
		"as small as they come":    {[]float64{1e-9, 3e-9}, []float64{0, 5}, Extent{Interval{8e-10, 3.2e-9}, home}},
		"large ones":               {[]float64{1e9, 3e9}, []float64{0, 5}, Extent{Interval{8e8, 3.2e9}, home}},
		"one value far away":       {[]float64{1e9, 1e9}, []float64{0, 5}, Extent{Interval{5e8, 1.5e9}, home}},
		"all but one value":        {[]float64{1e9, math.Nextafter(1e9, 2e9)}, []float64{0, 5}, Extent{Interval{999999800, 1000000200}, home}},
		"the largest there may be": {[]float64{-Largest, Largest}, []float64{0, 5}, Extent{Interval{-1.2e50, 1.2e50}, home}},
	} {
		s := Set{X: [][]float64{test.x1, test.x2}, Y: make([]float64, len(test.x1))}
		p := NewPoints(s)
		if p.Extent != test.want || !slices.Equal(p.X[0], test.x1) || !slices.Equal(p.X[1], test.x2) {
			t.Errorf("%s: %v in %v, want %v", name, p.Set, p.Extent, test.want)
		}
		if !p.Extent.Valid() || !p.Extent.Contains(p.Set) {
			t.Errorf("%s: %v is not valid or does not hold the points", name, p.Extent)
		}
	}
}

// Whatever the numbers, their extent holds them and its places are told apart.
func TestFitHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		size := math.Pow(10, 100*r.Float64()-50)
		around, spread := size*(2*r.Float64()-1), size*math.Pow(10, -20*r.Float64())
		var x []float64
		for range 1 + r.IntN(4) {
			v := around + spread*(2*r.Float64()-1)
			if v = max(-Largest, min(Largest, v)); !Usable(v) {
				v = 0
			}
			x = append(x, v)
		}
		p := NewPoints(Set{X: [][]float64{x, x}, Y: make([]float64, len(x))})
		if !p.Extent.Valid() || !p.Extent.Contains(p.Set) {
			t.Fatalf("%v are shown by %v", x, p.Extent)
		}
		for _, v := range x {
			u, _ := p.Extent.Local(v, v)
			back, _ := p.Extent.At(u, u)
			if length := p.Extent.X1.High - p.Extent.X1.Low; math.Abs(u) > Reach*(1+1e-6) || math.Abs(back-v) > 1e-6*length {
				t.Fatalf("%v is at %v of %v, where %v is", v, u, p.Extent.X1, back)
			}
			if drawn, _ := p.Extent.Round(v, v); !Usable(drawn) || !p.Extent.X1.contains([]float64{drawn}) || math.Abs(drawn-v) > 1e-4*(p.Extent.X1.High-p.Extent.X1.Low) {
				t.Fatalf("%v is drawn at %v in %v", v, drawn, p.Extent.X1)
			}
		}
	}
}

// Points drawn in an extent have few digits, which in Home are four decimals.
func TestRound(t *testing.T) {
	salaries := Interval{7000, 163000}
	for _, test := range []struct {
		in      Interval
		x, want float64
	}{
		{home, 0.12344, 0.1234}, {home, -7, -6}, {home, 1e300, 6}, {home, -1e-9, 0},
		{salaries, 45123.4567, 45123}, {salaries, 1e9, 163000}, {salaries, 0, 7000},
		{Interval{18.6, 71.4}, 33.33333, 33.3333}, {Interval{8e-10, 3.2e-9}, 1.23456789e-9, 1.23457e-9},
	} {
		if got := test.in.round(test.x); got != test.want || math.Signbit(got) && got == 0 {
			t.Errorf("%v is drawn at %v in %v, want %v", test.x, got, test.in, test.want)
		}
	}
}

// In Home a place is its own local coordinates, to the bit.
func TestHomeIsItsOwnLocal(t *testing.T) {
	for _, x := range []float64{-6, 6, 1. / 3, -math.Pi, 5e-324, 0} {
		if u, _ := Home.Local(x, x); u != x {
			t.Errorf("%v is at %v", x, u)
		}
		if at, _ := Home.At(x, x); at != x {
			t.Errorf("at %v is %v", x, at)
		}
	}
}

func TestValidExtents(t *testing.T) {
	for _, test := range []struct {
		in   Interval
		want bool
	}{
		{home, true}, {Interval{1, 1}, false}, {Interval{2, 1}, false}, {Interval{math.NaN(), 1}, false},
		{Interval{0, math.NaN()}, false}, {Interval{0, math.Inf(1)}, false}, {Interval{math.Inf(-1), 0}, false},
		{Interval{1e9, 1e9 + 1}, false}, {Interval{1e9, 1e9 + 200}, true}, {Interval{-1e52, 1e52}, false}, {Interval{0, 1e-58}, false},
	} {
		if got := (Extent{home, test.in}).Valid() && (Extent{test.in, home}).Valid(); got != test.want {
			t.Errorf("%v: %v", test.in, got)
		}
	}
}

func TestFeaturesOverAnExtent(t *testing.T) {
	shown := Extent{Interval{-2, 3}, Interval{1, 4}}
	for f, want := range map[Feature]Interval{
		X1: {-2, 3}, X2: {1, 4}, X1Sq: {0, 9}, X2Sq: {1, 16}, X1X2: {-8, 12}, SinX1: {-1, 1}, SinX2: {-1, 1},
	} {
		if got := f.Over(shown); got != want {
			t.Errorf("%v goes over %v, want %v", f, got, want)
		}
	}
}

// Own data made of another set is what the plane shows of it, on places.
func TestAsOwn(t *testing.T) {
	for _, kind := range Kinds {
		if kind == Own {
			continue
		}
		set := Generate(kind, 400, 1, 1)
		shown := kind.Extent(set)
		if kind.Regression() {
			set = set.Signs()
		}
		own := AsOwn(set, shown)
		if kind.Columns() != 2 {
			if !own.Set.Equal(set) || own.Drawn() || own.Columns() != kind.Columns() {
				t.Errorf("%v does not stay as it is", kind)
			}
			continue
		}
		if again := AsOwn(own.Set, shown); own.Drawn() != (shown == Home && kind.DefaultClasses() == 2) || !slices.Equal(again.X[0], own.X[0]) || !slices.Equal(again.X[1], own.X[1]) || !slices.Equal(again.Y, own.Y) {
			t.Errorf("%v: own data change when they are made own data", kind)
		}
		if own.Len() < 300 || own.Len() > 400 || own.Extent != shown || !shown.Contains(own.Set) {
			t.Errorf("%v: %d points", kind, own.Len())
		}
		if !slices.Contains(own.Y, 0) || !slices.Contains(own.Y, 1) || slices.Max(own.Y) != float64(kind.DefaultClasses()-1) || own.Classes() != kind.DefaultClasses() {
			t.Errorf("%v: the classes are %v", kind, own.Y)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, test := range []struct {
		given, want []float64 // want ends where a class is refused
	}{
		{[]float64{0, 1, 0}, []float64{0, 1, 0}},
		{[]float64{-1, 1, -1}, []float64{0, 1, 0}},
		{[]float64{1, 1}, []float64{1, 1}},
		{[]float64{0, 1, -1}, []float64{0, 1}},
		{[]float64{-1, 0}, []float64{0}},
		{[]float64{1, 2, 9, 0}, []float64{1, 2, 9, 0}},
		{[]float64{-1, 2}, []float64{0}},
		{[]float64{1, 10}, []float64{1}},
		{[]float64{0.5}, nil},
	} {
		var classes Classes
		var got []float64
		for _, y := range test.given {
			class, ok := classes.Of(y)
			if !ok {
				break
			}
			got = append(got, class)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%v are the classes %v, want %v", test.given, got, test.want)
		}
	}
}

func TestDrawing(t *testing.T) {
	d := NewDrawing(Points{})
	first := d.Points()
	undo, redo := func() bool { return d.Undo(nil) }, func() bool { return d.Redo(nil) }
	steps := []struct {
		name string
		do   func() bool
		want []float64 // x1 of the points
	}{
		{"add", func() bool { return d.Add(1, 2, 1, false) }, []float64{1}},
		{"spray", func() bool { return d.Add(2, 2, 0, false) && d.Add(3, 2, 0, true) }, []float64{1, 2, 3}},
		{"drag", func() bool { return d.Move(1, 2.5, 0, false) && d.Move(1, 9, 0, true) }, []float64{1, 6, 3}},
		{"remove", func() bool { return d.Remove(0, false) }, []float64{6, 3}},
		{"undo", undo, []float64{1, 6, 3}},
		{"undo", undo, []float64{1, 2, 3}},
		{"undo", undo, []float64{1}},
		{"redo", redo, []float64{1, 2, 3}},
		{"replace", func() bool {
			d.Replace(NewPoints(Set{X: [][]float64{{4}, {4}}, Y: []float64{0}}), nil)
			return true
		}, []float64{4}},
		{"undo", undo, []float64{1, 2, 3}},
		{"undo", undo, []float64{1}},
		{"undo", undo, nil},
	}
	for i, step := range steps {
		done := step.do()
		var got []float64
		for _, x1 := range d.Points().X[:min(1, len(d.Points().X))] {
			got = x1
		}
		if !done || !slices.Equal(got, step.want) {
			t.Fatalf("step %d, %s: the points are at %v, want %v", i, step.name, got, step.want)
		}
	}
	if d.Undo(nil) || d.CanUndo() || !d.Redo(nil) || first.Len() != 0 {
		t.Errorf("at the beginning there is more to undo, or nothing to redo; the first set has %d points", first.Len())
	}
	if d.Add(0, 0, 0, false); d.CanRedo() || d.Redo(nil) {
		t.Error("a change leaves something to redo")
	}
	if d.Move(2, 0, 0, false) || d.Move(-1, 0, 0, false) || d.Remove(2, false) || d.Remove(-1, false) {
		t.Error("a point that there is not is moved or removed")
	}
}

func TestCopiesOfADrawingKeepTheirOwnWay(t *testing.T) {
	d := NewDrawing(Points{})
	for i := range maxUndo + 5 {
		d.Add(float64(i%6), 0, 0, false)
	}
	d.Undo(nil)
	other := *d
	other.Undo(nil)
	other.Add(5.5, 0, 0, false)
	other.Add(5.5, 0, 0, false)
	want := d.Points().Len()
	if !d.Redo(nil) || d.Points().Len() != want+1 || !d.Undo(nil) || !d.Undo(nil) || d.Points().Len() != want-1 {
		t.Errorf("%d points, want %d", d.Points().Len(), want-1)
	}
	for d.Redo(nil) {
	}
	if x := d.Points().X[0]; slices.Contains(x, 5.5) {
		t.Errorf("the points of another drawing are in this one: %v", x)
	}
}

// What is kept beside replaced points comes back with them, and what is kept on the way back is there for the way on.
func TestWhatIsKeptBesidePoints(t *testing.T) {
	d := NewDrawing(Points{})
	d.Add(1, 2, 1, false)
	d.Replace(NewPoints(Set{}), "drawn")
	d.Add(3, 4, 0, false)
	for i, step := range []struct {
		do            func() bool
		before, after any
		points        int
	}{
		{func() bool { return true }, nil, nil, 1},
		{func() bool { return d.Undo(nil) }, "drawn", nil, 0},
		{func() bool { return d.Undo("cleared") }, nil, "cleared", 1},
		{func() bool { return d.Redo("again") }, "again", nil, 0},
		{func() bool { return d.Redo(nil) }, nil, nil, 1},
	} {
		if !step.do() || d.Before() != step.before || d.After() != step.after || d.Points().Len() != step.points {
			t.Errorf("step %d: %v before, %v after %d points", i, d.Before(), d.After(), d.Points().Len())
		}
	}
}

func TestDrawingIsBounded(t *testing.T) {
	d := NewDrawing(Points{})
	for range MaxOwn {
		if !d.Add(1, 1, 1, false) {
			t.Fatalf("no room after %d points", d.Points().Len())
		}
	}
	if d.Add(1, 1, 1, false) {
		t.Errorf("there is room for more than %d points", MaxOwn)
	}
	for d.Undo(nil) {
	}
	if got := d.Points().Len(); got != MaxOwn-maxUndo {
		t.Errorf("undoing goes back to %d points", got)
	}
}

// What is drawn among measured points is drawn in their extent, which stays; undoing brings it back.
func TestDrawingAmongMeasuredPoints(t *testing.T) {
	salaries := NewPoints(Set{X: [][]float64{{20000, 150000}, {23, 67}}, Y: []float64{0, 1}})
	d := NewDrawing(Points{})
	d.Add(1, 2, 1, false)
	d.Replace(salaries, nil)
	d.Add(45123.4567, 1e9, 1, false)
	if p := d.Points(); p.Extent != salaries.Extent || p.X[0][2] != 45123 || p.X[1][2] != 71.4 || p.Drawn() {
		t.Errorf("drawn at %v, %v in %v", p.X[0][2], p.X[1][2], p.Extent)
	}
	d.Undo(nil)
	if d.Undo(nil); d.Points().Extent != Home || !d.Points().Drawn() {
		t.Errorf("undone, the points are shown by %v", d.Points().Extent)
	}
}
