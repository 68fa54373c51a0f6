package dataset

import (
	"math"
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

func TestToPlane(t *testing.T) {
	for name, test := range map[string]struct {
		x1, x2, want1, want2 []float64
		scaled               bool
	}{
		"none":                     {},
		"in the plane":             {[]float64{-6, 3}, []float64{0.25, 6}, []float64{-6, 3}, []float64{0.25, 6}, false},
		"more digits than a place": {[]float64{1. / 3, 2}, []float64{0, 1}, []float64{0.3333, 2}, []float64{0, 1}, false},
		"a single place":           {[]float64{2, 2}, []float64{-1, -1}, []float64{2, 2}, []float64{-1, -1}, false},
		"too small to be seen":     {[]float64{0, 1}, []float64{0, 0.5}, []float64{-5, 5}, []float64{-5, 5}, true},
		"wide along one axis":      {[]float64{0, 0.1}, []float64{0, 2}, []float64{0, 0.1}, []float64{0, 2}, false},
		"beyond the plane":         {[]float64{0, 100, 25}, []float64{3, 3, 3}, []float64{-5, 5, -2.5}, []float64{0, 0, 0}, true},
		"just beyond the plane":    {[]float64{-6.001, 6}, []float64{0, 0}, []float64{-5, 5}, []float64{0, 0}, true},
		"a single place far away":  {[]float64{1e9}, []float64{-1e9}, []float64{0}, []float64{0}, true},
		"as large as can be":       {[]float64{-math.MaxFloat64, math.MaxFloat64}, []float64{0, 1}, []float64{-5, 5}, []float64{-5, 5}, true},
		"by a hair beyond":         {[]float64{math.Nextafter(-6, -7), 6}, []float64{0, 0}, []float64{-5, 5}, []float64{0, 0}, true},
		"too small to be halved":   {[]float64{-5e-324, 1e-323}, []float64{0, 0}, []float64{-5, 5}, []float64{0, 0}, true},
		"as small as can be":       {[]float64{0, 5e-324}, []float64{0, 0}, []float64{0, 0}, []float64{0, 0}, false},
	} {
		own, scaled := ToPlane(Set{X1: test.x1, X2: test.x2, Y: make([]float64, len(test.x1))})
		if scaled != test.scaled || !slices.Equal(own.X1, test.want1) || !slices.Equal(own.X2, test.want2) {
			t.Errorf("%s: %v, %v, scaled is %v", name, own.X1, own.X2, scaled)
		}
	}
}

// Own data made of another set is what the plane shows of it, on places.
func TestAsOwn(t *testing.T) {
	for _, kind := range Kinds {
		if kind == Own {
			continue
		}
		own, again := AsOwn(Generate(kind, 400, 1, 1)), Set{}
		if again = AsOwn(own); !slices.Equal(again.X1, own.X1) || !slices.Equal(again.X2, own.X2) || !slices.Equal(again.Y, own.Y) {
			t.Errorf("%v: own data change when they are made own data", kind)
		}
		if own.Len() < 300 || own.Len() > 400 || slices.ContainsFunc(own.X1, outside) || slices.ContainsFunc(own.X2, outside) {
			t.Errorf("%v: %d points", kind, own.Len())
		}
		if !slices.Contains(own.Y, 0) || !slices.Contains(own.Y, 1) || slices.ContainsFunc(own.Y, func(y float64) bool { return y != 0 && y != 1 }) {
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
		{[]float64{1, 2}, []float64{1}},
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
	d := NewDrawing(Set{})
	first := d.Points()
	steps := []struct {
		name string
		do   func() bool
		want []float64 // x1 of the points
	}{
		{"add", func() bool { return d.Add(1, 2, 1, false) }, []float64{1}},
		{"spray", func() bool { return d.Add(2, 2, 0, false) && d.Add(3, 2, 0, true) }, []float64{1, 2, 3}},
		{"drag", func() bool { return d.Move(1, 2.5, 0, false) && d.Move(1, 9, 0, true) }, []float64{1, 6, 3}},
		{"remove", func() bool { return d.Remove(0, false) }, []float64{6, 3}},
		{"undo", d.Undo, []float64{1, 6, 3}},
		{"undo", d.Undo, []float64{1, 2, 3}},
		{"undo", d.Undo, []float64{1}},
		{"redo", d.Redo, []float64{1, 2, 3}},
		{"replace", func() bool { d.Replace(Set{X1: []float64{4}, X2: []float64{4}, Y: []float64{0}}); return true }, []float64{4}},
		{"undo", d.Undo, []float64{1, 2, 3}},
		{"undo", d.Undo, []float64{1}},
		{"undo", d.Undo, nil},
	}
	for i, step := range steps {
		if !step.do() || !slices.Equal(d.Points().X1, step.want) {
			t.Fatalf("step %d, %s: the points are at %v, want %v", i, step.name, d.Points().X1, step.want)
		}
	}
	if d.Undo() || d.CanUndo() || !d.Redo() || first.Len() != 0 {
		t.Errorf("at the beginning there is more to undo, or nothing to redo; the first set has %d points", first.Len())
	}
	if d.Add(0, 0, 0, false); d.CanRedo() || d.Redo() {
		t.Error("a change leaves something to redo")
	}
	if d.Move(2, 0, 0, false) || d.Move(-1, 0, 0, false) || d.Remove(2, false) || d.Remove(-1, false) {
		t.Error("a point that there is not is moved or removed")
	}
}

func TestCopiesOfADrawingKeepTheirOwnWay(t *testing.T) {
	d := NewDrawing(Set{})
	for i := range maxUndo + 5 {
		d.Add(float64(i%6), 0, 0, false)
	}
	d.Undo()
	other := *d
	other.Undo()
	other.Add(5.5, 0, 0, false)
	other.Add(5.5, 0, 0, false)
	want := d.Points().Len()
	if !d.Redo() || d.Points().Len() != want+1 || !d.Undo() || !d.Undo() || d.Points().Len() != want-1 {
		t.Errorf("%d points, want %d", d.Points().Len(), want-1)
	}
	for d.Redo() {
	}
	if x := d.Points().X1; slices.Contains(x, 5.5) {
		t.Errorf("the points of another drawing are in this one: %v", x)
	}
}

func TestDrawingIsBounded(t *testing.T) {
	d := NewDrawing(Set{})
	for range MaxOwn {
		if !d.Add(1, 1, 1, false) {
			t.Fatalf("no room after %d points", d.Points().Len())
		}
	}
	if d.Add(1, 1, 1, false) {
		t.Errorf("there is room for more than %d points", MaxOwn)
	}
	for d.Undo() {
	}
	if got := d.Points().Len(); got != MaxOwn-maxUndo {
		t.Errorf("undoing goes back to %d points", got)
	}
}
