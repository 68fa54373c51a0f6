package lecture

import (
	"math"
	"testing"

	"shallows/engine/config"
	"shallows/engine/session"
)

// open returns the run of a link, which must be valid, at step 0.
func open(t *testing.T, link string) *session.Session {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) != 0 {
		t.Fatalf("%s: %v", link, warnings)
	}
	return session.New(c)
}

// n=399 has classes of 199 and 200, n=400 of 200 each.
func TestFromZerosOnlyTheOutputBiasMoves(t *testing.T) {
	for _, test := range []struct {
		link  string
		moves bool
	}{
		{"init=zeros&act=tanh&n=399", true},
		{"init=zeros&act=relu&n=399", true},
		{"init=zeros&act=leaky&net=3,3&n=399", true},
		{"init=zeros&act=tanh", false},
		{"init=zeros&act=relu", false},
		{"init=zeros&act=tanh&net=5,3&opt=adam&lr=0.1", false},
		{"init=zeros&act=tanh&batch=64", true}, // single batches are not balanced
	} {
		s := open(t, test.link)
		s.Step(100)
		m := MovementOf(s)
		if m.Weights != 0 || m.HiddenBiases != 0 {
			t.Errorf("%s: weights moved by %g, hidden biases by %g", test.link, m.Weights, m.HiddenBiases)
		}
		if moved := m.OutputBias > 1e-4; moved != test.moves {
			t.Errorf("%s: the output bias moved by %g", test.link, m.OutputBias)
		}
	}
}

func TestFromZerosLogisticRegressionLearns(t *testing.T) {
	s := open(t, "data=line&net=0&init=zeros&lr=0.5")
	first := s.Metrics().Cost
	s.Step(200)
	if last := s.Metrics(); math.Abs(first-math.Ln2) > 1e-12 || last.Cost > 0.1 || last.Accuracy != 1 {
		t.Errorf("the cost went from %g to %g, accuracy %g", first, last.Cost, last.Accuracy)
	}
}

func TestCopiesMoveAsOne(t *testing.T) {
	for _, link := range []string{
		"init=constant&scale=0.5",
		"init=constant&scale=0.5&act=relu&lr=0.1",
		"init=constant&scale=0.1&net=4,3&n=401&batch=32&opt=adam&lr=0.01&l2=0.01",
		"init=rows&scale=0.5",
		"init=rows&scale=0.5&net=4,3,2&act=relu,sigmoid,tanh&opt=rmsprop&lr=0.01",
		"init=rows&scale=0.5&n=401&in=x1,x2,x1x2&net=7",
	} {
		s := open(t, link)
		s.Step(200)
		if m := MovementOf(s); m.Weights < 0.01 {
			t.Errorf("%s: weights moved by %g only", link, m.Weights)
		}
		for _, r := range s.History() {
			if r.Asymmetry != 0 {
				t.Errorf("%s: units are %g apart at step %d", link, r.Asymmetry, r.Step)
				break
			}
		}
	}
}

func TestPokedCopiesPart(t *testing.T) {
	for _, link := range []string{
		"init=constant&scale=0.5", "init=rows&scale=0.5", "init=rows&scale=0.5&n=401&net=7",
		"init=zeros", "init=zeros&act=relu",
	} {
		s := open(t, link)
		if err := Poke(s); err != nil {
			t.Fatal(err)
		}
		if got := s.Network().Asymmetry(); math.Abs(got-Nudge) > 1e-12 {
			t.Errorf("%s: units are %g apart after the poke", link, got)
		}
		s.Step(1000)
		if got := s.Network().Asymmetry(); got < 100*Nudge {
			t.Errorf("%s: units are %g apart after 1000 updates", link, got)
		}
		if s.Replayable() {
			t.Errorf("%s: a poked run has no link", link)
		}
	}
}
