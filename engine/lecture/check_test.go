package lecture

import (
	"slices"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/floats"
)

func TestDifferencesAreCentral(t *testing.T) {
	s := open(t, "net=3,2&init=xavier&l2=0.1")
	p := newProbe(s)
	parameters := slices.Clone(s.Network().Parameters())
	want := fd.Gradient(nil, p.cost, parameters, &fd.Settings{Formula: fd.Central})
	if got := p.differences(); !floats.EqualApprox(got, want, 1e-10) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Whatever the network, the gradient is never called wrong.
func TestTheGradientPassesItsCheck(t *testing.T) {
	for _, test := range []struct {
		link  string
		steps int
	}{
		{"v=1", 0}, {"v=1", 1000},
		{"net=0", 10},
		{"net=5,3&act=sigmoid,leaky&init=xavier", 50},
		{"act=relu&net=8,8&init=he&lr=0.1", 200},
		{"data=spiral&act=relu&net=6", 0}, // has examples at the origin, where z = 0
		{"in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&lr=0.01&init=xavier", 20},
		{"loss=mse&l2=0.1", 100}, {"out=tanh&l1=0.01&lr=0.1", 100}, {"data=bumps&net=6&init=xavier&lr=0.1", 100},
		{"net=61,62&act=relu&init=he&lr=0.01", 0},
		{"data=blobs&classes=10&net=6&l1=0.1", 0}, // has a weight that a difference takes across 0
		{"data=rings&classes=5&net=5,4&act=relu&init=he&l2=0.1&scaling=standard&lr=0.3", 40},
	} {
		s := open(t, test.link)
		s.Step(test.steps)
		c := NewCheck(s, NoMistake)
		if len(c.Matrices) != 2*s.Network().Layers() || c.Examples < 4 {
			t.Errorf("%s: %d matrices over %d examples", test.link, len(c.Matrices), c.Examples)
		}
		for _, m := range c.Matrices {
			if m.Verdict == Wrong || m.Verdict == Unclear && m.Analytic > 1e-7 {
				t.Errorf("%s at step %d: %s[%d] is %v: %+v", test.link, test.steps, m.Symbol.Name, m.Symbol.Layer, m.Verdict, m)
			}
		}
	}
}

// In a deep network of tiny weights the numerical gradient is all rounding.
func TestAGradientLostInRoundingIsUnclear(t *testing.T) {
	s := open(t, "net=4,4,4,4&scale=0.001")
	c := NewCheck(s, NoMistake)
	if got := c.Matrices[0].Verdict; got != Unclear {
		t.Errorf("dW[1] is %v: %+v", got, c.Matrices[0])
	}
}

// Every difference takes such small z across the bend of relu, for every example.
func TestNoExampleWithoutABendIsUnclear(t *testing.T) {
	c := NewCheck(open(t, "net=4,4,4&act=relu&scale=0.0001"), DropMean)
	for _, m := range c.Matrices {
		if c.Examples != 0 || m.Verdict != Unclear {
			t.Errorf("%s[%d] is %v over %d examples", m.Symbol.Name, m.Symbol.Layer, m.Verdict, c.Examples)
		}
	}
}

func TestTheCheckFindsMistakes(t *testing.T) {
	for _, test := range []struct {
		mistake Mistake
		link    string
		wrong   string // the matrices called wrong
	}{
		{NoMistake, "net=3,4", ""},
		{DropMean, "net=3,4", "dW1 db1 dW2 db2 dW3 db3 "},
		{DropDerivative, "net=3,4", "dW1 db1 dW2 db2 "},
		{ForgetTranspose, "net=3,4", "dW1 db1 dW2 dW3 "},
		{SwapZForA, "net=3,4", "dW2 dW3 "},
		{DropDerivative, "net=3,4&loss=mse", "dW1 db1 dW2 db2 dW3 db3 "},
		{DropMean, "net=0&l2=0.1", "dW1 db1 "},
		{ForgetTranspose, "net=0", "dW1 "},
		{DropDerivative, "net=3&act=linear", ""},
		{SwapZForA, "net=3&act=linear", ""},
		{SwapZForA, "net=0", ""},
		{DropMean, "data=blobs&classes=10&net=6&l1=0.001", "dW1 db1 dW2 db2 "},
		{DropDerivative, "data=blobs&classes=10&net=6&l1=0.001", "dW1 db1 "},
	} {
		s := open(t, test.link+"&init=xavier")
		s.Step(5)
		wrong := ""
		for i, m := range NewCheck(s, test.mistake).Matrices {
			if m.Verdict == Wrong {
				wrong += m.Symbol.Name + string(rune('1'+i/2)) + " "
			}
		}
		if wrong != test.wrong {
			t.Errorf("%v with %s: %q are wrong, want %q", test.mistake, test.link, wrong, test.wrong)
		}
	}
}
