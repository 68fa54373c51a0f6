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

// NewComparison returns the runs of c at step 0.
func NewComparison(c config.Config) *Comparison {
	var comparison Comparison
	for _, g := range Compared {
		each, _ := c.With(config.Pair{Key: "act", Value: g.String()})
		comparison.Runs = append(comparison.Runs, session.New(each))
	}
	return &comparison
}

// Step makes n updates of each run that has not diverged.
func (c *Comparison) Step(n int) {
	for _, run := range c.Runs {
		run.Step(n)
	}
}
