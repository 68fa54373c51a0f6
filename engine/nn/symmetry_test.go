package nn

import (
	"slices"
	"testing"

	"shallows/engine/random"
)

func TestRowsAreCopiesOfOneUnitALayer(t *testing.T) {
	a := Architecture{Sizes: []int{2, 3, 2, 1}, Hidden: []Activation{Tanh, ReLU}}
	n, err := New(a, Rows, 0.5, 7)
	if err != nil {
		t.Fatal(err)
	}
	r := random.NewRandomState(7)
	draw := func() float64 { return r.Randn() * 0.5 }
	for l, drawn := range [][]float64{1: {draw(), draw()}, 2: {draw()}, 3: {draw()}} {
		W := n.W[l].Data
		if want := slices.Repeat(drawn, len(W)/max(len(drawn), 1)); !slices.Equal(W, want) {
			t.Errorf("W[%d] = %v, want %v", l, W, want)
		}
	}
}

func TestAsymmetry(t *testing.T) {
	n, err := New(Architecture{Sizes: []int{2, 3, 1}, Hidden: []Activation{Tanh}}, Constant, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := n.Asymmetry(); got != 0 {
		t.Errorf("copies are %g apart", got)
	}
	copy(n.W[1].Data, []float64{1, 1, 1, 1, 4, 1})
	copy(n.B[1], []float64{0, 2, 4})
	if got := n.Asymmetry(); got != 5 { // between the first row and the third, by (3, 0, 4)
		t.Errorf("got %g, want 5", got)
	}
}
