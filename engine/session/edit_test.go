package session

import (
	"math"
	"testing"
)

func TestEdit(t *testing.T) {
	s := open(t, "net=4,3")
	if err := s.SetWeight(2, 3, 4, 7); err != nil {
		t.Error(err)
	}
	if err := s.SetBias(1, 2, -5); err != nil {
		t.Error(err)
	}
	W, b := s.Network().W[2], s.Network().B[1]
	if got := W.Data[2*W.Stride+3]; got != 7 {
		t.Errorf("w_34 of layer 2 is %v, want 7", got)
	}
	if b[1] != -5 {
		t.Errorf("b_2 of layer 1 is %v, want -5", b[1])
	}
	if s.Replayable() {
		t.Error("a run with typed-in weights claims to be replayable")
	}

	for _, err := range []error{
		s.SetWeight(0, 1, 1, 0),
		s.SetWeight(4, 1, 1, 0),
		s.SetWeight(1, 5, 1, 0),
		s.SetWeight(1, 1, 3, 0),
		s.SetWeight(1, 0, 1, 0),
		s.SetWeight(1, 1, 0, 0),
		s.SetWeight(1, 1, 1, math.NaN()),
		s.SetBias(3, 2, 0),
		s.SetBias(1, 1, math.Inf(1)),
	} {
		if err == nil {
			t.Error("an edit out of range is accepted")
		}
	}
}

// A parameter with which the cost would not be finite is refused, typed in or in a state.
func TestParametersOfInfiniteCostAreRefused(t *testing.T) {
	for _, test := range []struct {
		link string
		v    float64
		want error
	}{
		{"", 1e20, nil},
		{"", 1e155, nil},
		{"data=plane", 1e20, nil},
		{"data=plane&act=relu&init=xavier", 1e155, ErrInfinite},
		{"net=0", math.MaxFloat64, ErrInfinite},
		{"data=own", 1e20, nil},
	} {
		s := open(t, test.link)
		state := s.State()
		state.Parameters[0] = test.v
		if err := s.SetWeight(1, 1, 1, test.v); err != test.want {
			t.Errorf("%q: typing in %v: %v, want %v", test.link, test.v, err, test.want)
		}
		if cost := s.Metrics().Cost; s.Train().Len() > 0 && !isFinite(cost) {
			t.Errorf("%q: the cost is %v", test.link, cost)
		}
		if err := open(t, test.link).Restore(state); err != test.want {
			t.Errorf("%q: a state of %v: %v, want %v", test.link, test.v, err, test.want)
		}
	}
}
