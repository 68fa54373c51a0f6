package lecture

import (
	"math"
	"slices"
	"testing"
)

func TestLoopAndProductAgree(t *testing.T) {
	for _, link := range []string{"v=1&steps=20", "v=1&n=2000&net=64&in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&init=he", "v=1&net=0"} {
		s := run(t, link)
		v := NewVectorisation(s)
		v.Each()
		v.Stack()
		Z := s.Trace().Z[1]
		for i, z := range v.Loop.Data {
			if want := Z.Data[i]; !(math.Abs(z-want) <= 1e-14*max(1, math.Abs(want))) {
				t.Fatalf("%s: the loop's number %d is %v, the network's %v", link, i, z, want)
			}
		}
		if d := v.Difference(); !(d <= 1e-13) { // of sums of 8 terms below 100
			t.Errorf("%s: loop and product differ by %v", link, d)
		}
	}
}

func TestLoopFillsOneColumn(t *testing.T) {
	v := NewVectorisation(run(t, "v=1&n=10&init=he"))
	v.Stack()
	v.One(3)
	for i, z := range v.Loop.Data {
		want := 0.
		if i%10 == 2 {
			want = v.Stacked.Data[i]
		}
		if z != want {
			t.Errorf("number %d is %v, want %v", i, z, want)
		}
	}
	if v.Difference() == 0 {
		t.Error("columns not yet computed make no difference")
	}
}

func TestVectorisationStaysWhenTheRunGoesOn(t *testing.T) {
	s := run(t, "v=1&n=10&init=he")
	v := NewVectorisation(s)
	v.Stack()
	first := slices.Clone(v.Stacked.Data)
	s.Step(5)
	v.Stack()
	if !slices.Equal(v.Stacked.Data, first) {
		t.Error("training changes what was looked at")
	}
}
