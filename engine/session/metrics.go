package session

import (
	"iter"
	"math"

	"shallows/engine/nn"
)

// Metrics is how the run stands.
type Metrics struct {
	Step  int // updates made
	Epoch int // complete passes over the training examples

	// Cost is J over all training examples, with the penalty, and TestCost the same over those held
	// out. Accuracy and TestAccuracy are the shares of classes told right, from 0 to 1. A metric of
	// no examples, and an accuracy of regression data, is NaN.
	Cost, TestCost         float64
	Accuracy, TestAccuracy float64

	Diverged bool // the next update would not have been finite
}

// Metrics computes how the run stands.
func (s *Session) Metrics() Metrics {
	r := s.Now()
	return Metrics{
		Step: s.step, Epoch: s.batches.epoch,
		Cost: r.Cost, TestCost: r.TestCost,
		Accuracy: s.Accuracy(), TestAccuracy: s.TestAccuracy(),
		Diverged: s.diverged,
	}
}

// Accuracy returns that of Metrics.
func (s *Session) Accuracy() float64 { return s.accuracy(&s.train) }

// TestAccuracy returns that of Metrics.
func (s *Session) TestAccuracy() float64 { return s.accuracy(&s.test) }

// cost returns J over the examples, NaN when there are none.
func (s *Session) cost(e *examples) float64 {
	return s.network.Cost(e.forward(s.kernel), e.Y, s.Penalty())
}

// accuracy returns the share of the examples whose class the output gives. It is NaN when there are none,
// and of regression data.
func (s *Session) accuracy(e *examples) float64 {
	if s.config.Regression() {
		return math.NaN()
	}
	right, t := 0, e.forward(s.kernel)
	for i, y := range e.Y {
		if s.told(t, i) == s.classOf(y) {
			right++
		}
	}
	return float64(right) / float64(e.Len())
}

// told returns the class that the output gives example i of a forward pass: of a softmax the one whose unit is the largest,
// else the upper class where the output exceeds the threshold.
func (s *Session) told(t *nn.Trace, i int) int {
	if s.config.Output == nn.Softmax {
		return t.Class(i)
	}
	return s.classOf(t.Output()[i])
}

// classOf returns the class of a target or, of one output, of what it gives.
func (s *Session) classOf(y float64) int {
	switch {
	case s.config.Output == nn.Softmax:
		return int(y)
	case y > s.threshold():
		return 1
	}
	return 0
}

// Confusion counts examples by their class, the row, and by the class that the output gives them.
type Confusion [][]int

// Confusion returns the counts over the training examples, or over those held out; there must be classes.
func (s *Session) Confusion(test bool) Confusion {
	K := s.config.ClassCount()
	c := make(Confusion, K)
	for i := range c {
		c[i] = make([]int, K)
	}
	for class, told := range s.Told(test) {
		c[class][told]++
	}
	return c
}

// Told goes along the training examples, or those held out: the class of each, and the class that the output gives it. There
// must be classes.
func (s *Session) Told(test bool) iter.Seq2[int, int] {
	e := &s.train
	if test {
		e = &s.test
	}
	return func(yield func(class, told int) bool) {
		t := e.forward(s.kernel)
		for i, y := range e.Y {
			if !yield(s.classOf(y), s.told(t, i)) {
				return
			}
		}
	}
}

// threshold lies between the targets of the two classes.
func (s *Session) threshold() float64 {
	if s.config.Output == nn.Tanh {
		return 0
	}
	return 0.5
}

// Now returns the record of the present step, of which the history may have none.
func (s *Session) Now() Record {
	if s.known != s.version {
		s.present, s.known = Record{
			Step:      s.step,
			Cost:      s.cost(&s.train),
			TestCost:  s.cost(&s.test),
			Asymmetry: s.network.Asymmetry(),
		}, s.version
	}
	return s.present
}
