package lecture

import "shallows/engine/session"

// Experiment is one run trained by the right gradient and again, from the same initial weights, by
// one with a mistake in it. Either may diverge, which ends that run alone.
type Experiment struct {
	Right, Wrong *session.Session
}

// NewExperiment returns the two runs of the settings of s, over its data, at step 0.
func NewExperiment(s *session.Session, m Mistake) *Experiment {
	wrong := session.Backward(m.Backward)
	if m == NoMistake {
		wrong = nil
	}
	return &Experiment{
		Right: session.NewOver(s.Config(), s.Own(), nil),
		Wrong: session.NewOver(s.Config(), s.Own(), wrong),
	}
}

// Step makes n updates of each run and returns how many the longer-lived made: fewer when both diverge.
func (e *Experiment) Step(n int) int { return stepAll(n, e.Right, e.Wrong) }
