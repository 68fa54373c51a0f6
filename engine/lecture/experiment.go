package lecture

import (
	"shallows/engine/config"
	"shallows/engine/session"
)

// Experiment is one run trained by the right gradient and again, from the same initial weights, by
// one with a mistake in it. Either may diverge, which ends that run alone.
type Experiment struct {
	Right, Wrong *session.Session
}

// NewExperiment returns the two runs of c at step 0.
func NewExperiment(c config.Config, m Mistake) *Experiment {
	e := &Experiment{Right: session.New(c), Wrong: session.New(c)}
	if m != NoMistake {
		e.Wrong = session.NewWith(c, m.Backward)
	}
	return e
}

// Step makes n updates of each run and returns how many the longer-lived made: fewer when both diverge.
func (e *Experiment) Step(n int) int { return stepAll(n, e.Right, e.Wrong) }
