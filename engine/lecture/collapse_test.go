package lecture

import (
	"math"
	"testing"
)

func TestLinearLayersCollapse(t *testing.T) {
	for _, link := range []string{
		"act=linear", "act=linear&net=8,5,3&init=xavier&lr=0.1", "net=0", "in=x1,x2,x1sq,sinx2&net=3&act=linear&lr=0.01",
		"data=plane&act=linear&net=4,4&lr=0.01&init=he", "out=tanh&act=linear&net=6",
	} {
		s := open(t, link)
		s.Step(100)
		n, ok := Collapse(s.Network())
		if !ok || n.Layers() != 1 || n.Output != s.Network().Output {
			t.Fatalf("%s: got %+v, %v", link, n, ok)
		}
		if got := Difference(s, n, 40); got > 1e-13 {
			t.Errorf("%s: %g apart in the plane", link, got)
		}
		n.B[1][0]++
		if got := Difference(s, n, 40); got < 0.01 {
			t.Errorf("%s: %g apart in the plane with another bias", link, got)
		}
	}
}

func TestCollapseMultipliesAndAdds(t *testing.T) {
	s := open(t, "act=linear&net=2")
	n := s.Network()
	copy(n.W[1].Data, []float64{1, 2, 3, 4})
	copy(n.W[2].Data, []float64{5, 6})
	copy(n.B[1], []float64{7, 8})
	n.B[2][0] = 9
	got, _ := Collapse(n)
	if W, b := got.W[1].Data, got.B[1][0]; W[0] != 5+18 || W[1] != 10+24 || b != 35+48+9 {
		t.Errorf("got %v and %v", W, b)
	}
}

func TestOtherLayersDoNotCollapse(t *testing.T) {
	for _, link := range []string{"v=1", "act=relu", "net=3,3&act=linear,leaky"} {
		if n, ok := Collapse(open(t, link).Network()); ok || n != nil {
			t.Errorf("%s collapses to %v", link, n)
		}
	}
}

func TestOutputsOverAreTheNetworks(t *testing.T) {
	s := open(t, "in=x1,x2sq")
	outputs := OutputsOver(s, s.Network(), 12)
	want := make([]float64, 1)
	s.Predict(want, []float64{-5.5}, []float64{5.5})
	if len(outputs) != 144 || math.Abs(outputs[0]-want[0]) > 1e-15 {
		t.Errorf("got %d outputs, the first %g, want %g", len(outputs), outputs[0], want[0])
	}
}
