package lecture

import (
	"shallows/engine/config"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// Compared lists the activations of a Comparison.
var Compared = []nn.Activation{nn.Sigmoid, nn.Tanh, nn.ReLU}

// Comparison is one experiment run once for each activation of Compared in all hidden layers, from
// the same initial weights.
type Comparison struct {
	Runs []*session.Session
}

// NewComparison returns the runs of the settings of s, over its data, at step 0.
func NewComparison(s *session.Session) *Comparison {
	var comparison Comparison
	for _, g := range Compared {
		each, _ := s.Config().With(config.Pair{Key: "act", Value: g.String()})
		comparison.Runs = append(comparison.Runs, session.NewOver(each, s.Own(), nil))
	}
	return &comparison
}

// Step makes n updates of each run and returns how many the longest-lived made: fewer when all diverge.
func (c *Comparison) Step(n int) int { return stepAll(n, c.Runs...) }

// stepAll makes n updates of each run and returns the most that one of them made.
func stepAll(n int, runs ...*session.Session) int {
	done := 0
	for _, run := range runs {
		done = max(done, run.Step(n))
	}
	return done
}
