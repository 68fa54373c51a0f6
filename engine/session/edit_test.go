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
