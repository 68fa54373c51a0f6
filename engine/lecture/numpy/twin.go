package numpy

import (
	"math"
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// Twin finds out how far rounding carries in a run. Python adds up in another order than the page does, so the two
// part by the last bits of a number, and some runs blow that up. The twin of a run is the same but for what rounding may
// make of each parameter in the first update: while it keeps the run's cost, so does a program for NumPy. L1's sign(w) jumps at
// 0, and so does the derivative of relu and leaky, where a unit's inputs are 0 and its z is its bias: a run with such a
// parameter so close to 0 that rounding decides on which side it is has parted from its twin as well.
type Twin struct {
	run      *session.Session
	settings string         // of its run
	own      dataset.Points // that its run learns from, if it does
	alike    int            // the step up to which the two were compared and alike
	parted   bool           // beyond it they are not
}

// alike is how far apart the costs of the two may be, relative to the cost where that is above 1. It is a ten thousandth of
// what the program asserts: under RMSProp, where gradients are small, NumPy's rounding carries further than the twin's.
const alike = 1e-10

// Follow trains the twin up to the step of s while more returns true, and reports whether there is nothing left to find
// out. A run that is another one, or has gone back, gets a new twin. Of a run that is not replayable there is nothing to
// find out, as its program begins with the parameters as they are.
func (t *Twin) Follow(s *session.Session, more func() bool) bool {
	if !s.Replayable() {
		return true
	}
	if !t.follows(s) {
		t.start(s)
	}
	const slice = 64 // updates between two questions
	for step := s.Metrics().Step; !t.settled(s); {
		if !more() {
			return false
		}
		t.step(min(slice, step-t.run.Metrics().Step))
		t.compare(s)
	}
	return true
}

// step does so many updates of the twin, or fewer where it parts.
func (t *Twin) step(updates int) {
	for range updates { // where it cannot go on, it diverges and its run does not
		if t.parted = t.undecided() || t.run.Step(1) == 0; t.parted {
			return
		}
	}
}

// undecided reports whether rounding decides on which side of 0 a parameter is, where that matters. One that is 0 is so in
// NumPy too.
func (t *Twin) undecided() bool {
	n := t.run.Network()
	near := func(v float64) bool { return v != 0 && math.Abs(v) < surely }
	for l := 1; l <= n.Layers(); l++ {
		g := n.Activation(l)
		kink := g == nn.ReLU || g == nn.Leaky
		if (kink || t.run.Config().L1 > 0) && slices.ContainsFunc(n.W[l].Data, near) || kink && slices.ContainsFunc(n.B[l], near) {
			return true
		}
	}
	return false
}

// surely is how far from 0 a parameter is that has the same sign in NumPy.
const surely = 1e-12

// follows reports whether t is the twin of s, and not ahead of it.
func (t *Twin) follows(s *session.Session) bool {
	return t.run != nil && t.settings == settings(s) && t.own.Equal(s.Own()) &&
		t.run.Metrics().Step <= s.Metrics().Step && t.alike <= s.Metrics().Step
}

// settled reports whether it is known if the twin of s, which follows, is alike at the step of s.
func (t *Twin) settled(s *session.Session) bool {
	return t.parted || t.run.Metrics().Step == s.Metrics().Step
}

// start makes the twin of s.
func (t *Twin) start(s *session.Session) {
	*t = Twin{run: session.NewOver(s.Config(), s.Own(), nil), settings: settings(s), own: s.Own()}
	if s.Metrics().Step == 0 || t.run.Step(1) == 0 {
		return
	}
	n, sign := t.run.Network(), 1.
	// The sum of a derivative is rounded like one of ones: that is far more than the last bit of a small parameter.
	rounding := 0x1p-53 * s.Config().LearningRate
	// One is above, the next below: equal units do not stay equal either.
	other := func(v float64) float64 {
		sign = -sign
		if v == 0 {
			return 0 // exactly, in NumPy too
		}
		return math.Nextafter(v+sign*rounding, math.Inf(int(sign)))
	}
	for l := 1; l <= n.Layers(); l++ {
		for i := range n.W[l].Rows {
			for j := range n.W[l].Cols {
				must(t.run.SetWeight(l, i+1, j+1, other(n.W[l].Data[i*n.W[l].Stride+j])))
			}
			must(t.run.SetBias(l, i+1, other(n.B[l][i])))
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// compare looks at the costs that both have a record of.
func (t *Twin) compare(s *session.Session) {
	theirs := s.History()
	for _, own := range t.run.History() {
		if own.Step <= t.alike {
			continue
		}
		i, found := slices.BinarySearchFunc(theirs, own.Step, func(r session.Record, step int) int { return r.Step - step })
		if !found {
			continue
		}
		if !near(own.Cost, theirs[i].Cost) || !near(own.TestCost, theirs[i].TestCost) {
			t.parted = true
			return
		}
		t.alike = own.Step
	}
}

// near reports whether two costs are alike; without test examples neither is a number.
func near(a, b float64) bool {
	return math.Abs(a-b) <= alike*max(1, math.Abs(b)) || math.IsNaN(a) && math.IsNaN(b)
}

// settings returns those of a run, without its step.
func settings(s *session.Session) string {
	c := s.Config()
	c.Steps = 0
	return c.Encode()
}
