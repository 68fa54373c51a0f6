package lecture

import (
	"math"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// several returns the run of a link over so many blobs, told apart by a softmax, trained as far as the link says.
func several(t *testing.T, link string, classes int) *session.Session {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) > 0 {
		t.Fatalf("%s: %v", link, warnings)
	}
	c.Data, c.Noise, c.Classes, c.Output, c.Loss = dataset.Blobs, 0, classes, nn.Softmax, nn.LogLoss
	s := session.New(c)
	s.Step(c.Steps)
	return s
}

// The numbers follow from the formulas, and the derivatives from the loss, for any number of classes.
func TestSeveralClassesAddUp(t *testing.T) {
	for _, classes := range []int{2, 3, 5} {
		for _, link := range []string{
			"v=1&n=15&batch=7&net=3&init=xavier&lr=0.1&steps=5&l2=0.1",
			"v=1&n=12&batch=5&net=0&steps=3&lr=0.1",
			"v=1&n=15&batch=4&net=3,2&act=relu,tanh&init=he&lr=0.05&opt=adam&steps=6",
		} {
			s := several(t, link, classes)
			for _, targets := range []Targets{OwnTargets, BinaryTargets, SignedTargets} {
				addUp(t, s, targets)
				derive(t, s, targets)
			}
		}
	}
}

func TestSoftmaxFormulas(t *testing.T) {
	s := several(t, "v=1&n=12&net=0&init=zeros", 3)
	l := NewLedger(s, OwnTargets)
	for _, test := range []struct {
		of   Symbol
		want string
	}{
		{Symbol{Name: A, Layer: 1}, "A[1] = g[1](Z[1]) = softmax(Z[1])"},
		{Symbol{Name: J}, "J = -{1 / m} Σ (y_1(i) log(a_1[1](i)) + y_2(i) log(a_2[1](i)) + y_3(i) log(a_3[1](i)))"},
		{Symbol{Name: DZ, Layer: 1}, "dZ[1] = A[1] - Y"},
		{Symbol{Name: DW, Layer: 1}, "dW[1] = {1 / m} dZ[1] X^T"},
	} {
		if got := text(l.Quantity(test.of).Formula); got != test.want {
			t.Errorf("\n got %s\nwant %s", got, test.want)
		}
	}
	for _, test := range []struct {
		of   Symbol
		want string
	}{
		{Symbol{Name: Y, Row: 2, Example: 5}, "y_2(5) = 1"},
		{Symbol{Name: Y, Example: 5}, "nothing"},
		{Symbol{Name: A, Layer: 1, Row: 2, Example: 5}, "a_2[1](5) = {exp(z_2[1](5)) / exp(z_1[1](5)) + exp(z_2[1](5)) + exp(z_3[1](5))} = {exp(0) / exp(0) + exp(0) + exp(0)} = 0.3333"},
		{Symbol{Name: DZ, Layer: 1, Row: 2, Example: 5}, "dz_2[1](5) = a_2[1](5) - y_2(5) = 0.3333 - 1 = -0.6667"},
		{Symbol{Name: DZ, Layer: 1, Row: 1, Example: 5}, "dz_1[1](5) = a_1[1](5) - y_1(5) = 0.3333 - 0 = 0.3333"},
	} {
		if got := text(l.Cell(test.of)); got != test.want {
			t.Errorf("\n got %s\nwant %s", got, test.want)
		}
	}
	g := NewGraph(s, 5, OwnTargets)
	for _, test := range []struct {
		of             Symbol
		formula, chain string
	}{
		{Symbol{Name: Z, Layer: 1, Example: 5}, "z[1](5) = W[1] x(5) + b[1]", "dz[1](5) = a[1](5) - y(5)"},
		{Symbol{Name: A, Layer: 1, Example: 5}, "a[1](5) = g[1](z[1](5)) = softmax(z[1](5))", "da[1](5) = -{y(5) / a[1](5)}"},
		{Symbol{Name: L, Example: 5}, "L(5) = -(y_1(5) log(a_1[1](5)) + y_2(5) log(a_2[1](5)) + y_3(5) log(a_3[1](5)))", "nothing"},
	} {
		n := g.Nodes[slices.IndexFunc(g.Nodes, func(n Node) bool { return n.Symbol == test.of })]
		if got := text(n.Formula); got != test.formula {
			t.Errorf("\n got %s\nwant %s", got, test.formula)
		}
		if got := text(n.Chain); got != test.chain {
			t.Errorf("\n got %s\nwant %s", got, test.chain)
		}
	}
}

func TestSoftmaxIsChecked(t *testing.T) {
	s := several(t, "v=1&n=30&net=3&init=xavier&lr=0.1&steps=5", 3)
	verdicts := func(m Mistake) (wrong int) {
		for _, matrix := range NewCheck(s, m).Matrices {
			if matrix.Verdict != Right {
				wrong++
			}
		}
		return wrong
	}
	for _, m := range Mistakes {
		if wrong := verdicts(m); (wrong > 0) != (m != NoMistake) {
			t.Errorf("%v: %d matrices are not right", m, wrong)
		}
	}
}

func TestSoftmaxCollapses(t *testing.T) {
	s := several(t, "v=1&act=linear&net=4,3&init=xavier&lr=0.1&steps=20", 3)
	n, ok := Collapse(s.Network())
	if !ok || n.Layers() != 1 || n.Sizes[1] != 3 {
		t.Fatalf("got %+v, %v", n, ok)
	}
	if got := Difference(s, n, 30); got > 1e-13 {
		t.Errorf("%g apart in the plane", got)
	}
	n.B[1][2]++
	if got := Difference(s, n, 30); got < 0.01 {
		t.Errorf("%g apart in the plane with another bias of the last unit", got)
	}
}

func TestActivityOfASoftmax(t *testing.T) {
	s := several(t, "v=1&n=12&net=0&init=zeros", 3)
	if a := ActivityOf(s, 1, 2); a.Saturated != 0 || a.Dead {
		t.Errorf("%+v", a)
	}
	for range 3 {
		if err := s.SetBias(1, 3, 40); err != nil {
			t.Fatal(err)
		}
	}
	if a := ActivityOf(s, 1, 3); a.Saturated != 1 {
		t.Errorf("%+v", a)
	}
	if f := Flows(s); len(f) != 1 || f[0].Activation != nn.Softmax || math.IsNaN(f[0].DZ) {
		t.Errorf("%+v", f)
	}
}
