package scene

import (
	"fmt"
	"testing"
)

var slotSizes = []Point{{320, 240}, {390, 300}, {640, 480}, {1200, 900}, {300, 700}}

var networks = [][]int{
	{2, 1},
	{1, 1},
	{7, 1},
	{2, 4, 1},
	{2, 12, 1},
	{2, 13, 1},
	{7, 64, 1},
	{2, 64, 48, 12, 1},
	{2, 8, 8, 8, 8, 8, 8, 1},
	{7, 24, 24, 24, 24, 24, 24, 1},
}

// eachDiagram lays every network out in every slot, folded and unfolded.
func eachDiagram(t *testing.T, check func(t *testing.T, d *diagram, slot Rect, sizes []int)) {
	for _, sizes := range networks {
		for _, unfolded := range [][]int{nil, {1, 2, 3, 4, 5, 6}} {
			for _, size := range slotSizes {
				t.Run(fmt.Sprint(sizes, unfolded, size), func(t *testing.T) {
					check(t, layDiagram(size.X, size.Y, sizes, unfolded, [2]float64{}), Rect{0, 0, size.X, size.Y}, sizes)
				})
			}
		}
	}
}

func overlap(a, b Rect) bool {
	const touch = 1e-9
	return a.X+a.W > b.X+touch && b.X+b.W > a.X+touch && a.Y+a.H > b.Y+touch && b.Y+b.H > a.Y+touch
}

func TestUnitsFitAndDoNotOverlap(t *testing.T) {
	eachDiagram(t, func(t *testing.T, d *diagram, slot Rect, sizes []int) {
		for i, u := range d.units {
			if !slot.Contains(Point{u.Rect.X, u.Rect.Y}) || !slot.Contains(Point{u.Rect.X + u.Rect.W, u.Rect.Y + u.Rect.H}) {
				t.Errorf("unit %d of layer %d is at %v, outside", u.Index, u.Layer, u.Rect)
			}
			if u.Rect.W != u.Rect.H || u.Rect.W < leastUnit {
				t.Errorf("unit %d of layer %d is %v by %v", u.Index, u.Layer, u.Rect.W, u.Rect.H)
			}
			for _, v := range d.units[:i] {
				if overlap(u.Rect, v.Rect) {
					t.Errorf("unit %d of layer %d overlaps unit %d of layer %d", u.Index, u.Layer, v.Index, v.Layer)
				}
			}
			for _, f := range d.folds {
				if overlap(u.Rect, f.Rect) {
					t.Errorf("unit %d of layer %d overlaps the fold of layer %d", u.Index, u.Layer, f.Layer)
				}
			}
		}
	})
}

func TestLayersGoFromLeftToRight(t *testing.T) {
	eachDiagram(t, func(t *testing.T, d *diagram, slot Rect, sizes []int) {
		if len(d.headings) != len(sizes) {
			t.Fatalf("%d headings, want %d", len(d.headings), len(sizes))
		}
		edge := 0.0
		for l := range sizes {
			right := edge
			for _, u := range d.units[d.first[l]:d.first[l+1]] {
				if u.Layer != l || u.Rect.X <= edge {
					t.Errorf("unit %d of layer %d begins at %v, not right of %v", u.Index, u.Layer, u.Rect.X, edge)
				}
				if h := d.headings[l]; u.Rect.Y < h.Y {
					t.Errorf("unit %d of layer %d reaches into its heading", u.Index, u.Layer)
				}
				right = max(right, u.Rect.X+u.Rect.W)
			}
			edge = right
		}
	})
}

func TestEveryUnitButTheInputsHasABias(t *testing.T) {
	eachDiagram(t, func(t *testing.T, d *diagram, slot Rect, sizes []int) {
		want := len(d.units) - d.first[1]
		if len(d.biases) != want {
			t.Fatalf("%d biases, want %d", len(d.biases), want)
		}
		last := d.biases[len(d.biases)-1]
		if last.Layer != len(sizes)-1 || last.Index != 1 {
			t.Errorf("the last bias is of unit %d of layer %d, want the output", last.Index, last.Layer)
		}
	})
}

func TestHitFindsWhatIsSeen(t *testing.T) {
	eachDiagram(t, func(t *testing.T, d *diagram, slot Rect, sizes []int) {
		for _, u := range d.units {
			want := Target{Kind: Unit, Layer: u.Layer, To: u.Index}
			if got, _ := d.hit(u.Rect.Centre()); got != want {
				t.Errorf("at %v: %v, want %v", u.Rect.Centre(), got, want)
			}
		}
		for _, b := range d.biases {
			want := Target{Kind: Bias, Layer: b.Layer, To: b.Index}
			if got, at := d.hit(b.centre); got != want || at != b.centre {
				t.Errorf("at %v: %v, want %v", b.centre, got, want)
			}
		}
		for _, f := range d.folds {
			want := Target{Kind: Fold, Layer: f.Layer}
			if got, _ := d.hit(f.Rect.Centre()); got != want {
				t.Errorf("at %v: %v, want %v", f.Rect.Centre(), got, want)
			}
		}
		if got, _ := d.hit(Point{1, 1}); got != (Target{}) {
			t.Errorf("in the corner: %v, want nothing", got)
		}
	})
}

func TestHitFindsTheNearestLink(t *testing.T) {
	d := layDiagram(640, 480, []int{2, 4, 1}, nil, [2]float64{})
	for _, k := range d.links {
		at := k.curve.At(0.8)
		want := Target{Link, k.layer, k.to, k.from}
		if got, _ := d.hit(Point{at.X, at.Y + 1}); got != want {
			t.Errorf("just below %v: %v", want, got)
		}
	}
	lowest := d.links[len(d.links)-1].curve
	if got, _ := d.hit(Point{lowest.At(0.5).X, lowest.At(0.5).Y + 12}); got != (Target{}) {
		t.Errorf("12 pixels from a link: %v, want nothing", got)
	}
}

func TestWideLayersFold(t *testing.T) {
	indices := func(d *diagram, l int) (all []int) {
		for _, u := range d.units[d.first[l]:d.first[l+1]] {
			all = append(all, u.Index)
		}
		return all
	}
	for _, test := range []struct {
		size     int
		unfolded []int
		shown    string
		folds    string
	}{
		{12, nil, "[1 2 3 4 5 6 7 8 9 10 11 12]", "[]"},
		{13, nil, "[1 2 3 4 5 9 10 11 12 13]", "[3]"},
		{64, nil, "[1 2 3 4 5 60 61 62 63 64]", "[54]"},
		{13, []int{1}, "[1 2 3 4 5 6 7 8 9 10 11 12 13]", "[0]"},
		{13, []int{2}, "[1 2 3 4 5 9 10 11 12 13]", "[3]"},
	} {
		d := layDiagram(640, 480, []int{2, test.size, 1}, test.unfolded, [2]float64{})
		hidden := []int{}
		for _, f := range d.folds {
			hidden = append(hidden, f.Hidden)
		}
		if shown := fmt.Sprint(indices(d, 1)); shown != test.shown || fmt.Sprint(hidden) != test.folds {
			t.Errorf("%d units, unfolded %v: %s, folds %v; want %s, %s", test.size, test.unfolded, shown, hidden, test.shown, test.folds)
		}
		if want := 2*len(indices(d, 1)) + len(indices(d, 1)); len(d.links) != want {
			t.Errorf("%d units, unfolded %v: %d links, want %d", test.size, test.unfolded, len(d.links), want)
		}
	}
}

func TestBiasesAreEasyToHitWhereThereIsRoom(t *testing.T) {
	for _, size := range []Point{{640, 480}, {1200, 900}} {
		for _, b := range layDiagram(size.X, size.Y, []int{2, 4, 1}, nil, [2]float64{}).biases {
			if b.Rect.W < targetSize || b.Rect.H < targetSize {
				t.Errorf("%v: the bias of unit %d answers in %v", size, b.Index, b.Rect)
			}
		}
	}
}
