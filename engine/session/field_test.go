package session

import (
	"math"
	"testing"
)

func TestFieldCoversThePlane(t *testing.T) {
	s := open(t, "in=x1,x2,x1x2&net=3")
	field := s.Field(4)
	// A 4 by 4 grid over [-6, 6]² has its centres at ±1.5 and ±4.5; row 0 is at the top.
	tests := []struct {
		row, column int
		x1, x2      float64
	}{
		{0, 0, -4.5, 4.5},
		{0, 3, 4.5, 4.5},
		{1, 2, 1.5, 1.5},
		{3, 0, -4.5, -4.5},
	}
	for _, test := range tests {
		at := func(layer, unit int) float64 {
			A := field.A[layer]
			return A.Data[unit*A.Stride+4*test.row+test.column]
		}
		if at(0, 0) != test.x1 || at(0, 1) != test.x2 || at(0, 2) != test.x1*test.x2 {
			t.Errorf("row %d, column %d is at (%v, %v), want (%v, %v)", test.row, test.column, at(0, 0), at(0, 1), test.x1, test.x2)
		}
		output := make([]float64, 1)
		s.Predict(output, []float64{test.x1}, []float64{test.x2})
		if at(2, 0) != output[0] {
			t.Errorf("the field at (%v, %v) is %v, the prediction %v", test.x1, test.x2, at(2, 0), output[0])
		}
		W := s.Network().W[1]
		z := W.Data[0]*test.x1 + W.Data[1]*test.x2 + W.Data[2]*test.x1*test.x2
		if a := at(1, 0); math.Abs(a-math.Tanh(z)) > 1e-12 {
			t.Errorf("unit 1 at (%v, %v) is %v, want %v", test.x1, test.x2, a, math.Tanh(z))
		}
	}
}

func TestFieldFollowsTraining(t *testing.T) {
	s := open(t, "")
	before := s.Field(2).Output()[0]
	s.Step(10)
	output := make([]float64, 1)
	s.Predict(output, []float64{-3}, []float64{3})
	if after := s.Field(2).Output()[0]; after != output[0] || after == before {
		t.Errorf("the field is %v before and %v after training; the prediction is %v", before, after, output[0])
	}
}
