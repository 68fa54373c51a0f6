//go:build js

package bridge

import (
	"shallows/engine/lecture"
	"shallows/engine/session"
)

// startExperiment begins to train the settings' run with a mistake in the gradient beside the right one, from step 0.
func (e *Engine) startExperiment(args arguments) any {
	e.trial = lecture.NewExperiment(e.learning(), args.mistake(0))
	return nil
}

// experiment makes up to n updates of both runs within a budget in milliseconds: {right, wrong}, of each {step, cost,
// diverged} with its curve, null before the start.
func (e *Engine) experiment(args arguments) any {
	n, budget := args.integer(0), args.number(1)
	if e.trial == nil {
		return nil
	}
	within(budget, n, func() bool { return e.trial.Step(1) > 0 })
	return object("right", curve(e.trial.Right), "wrong", curve(e.trial.Wrong))
}

func curve(s *session.Session) any {
	var step, cost []float64
	for _, r := range s.History() {
		step, cost = append(step, float64(r.Step)), append(cost, r.Cost)
	}
	return object("step", float64Array(step), "cost", float64Array(cost), "diverged", s.Metrics().Diverged)
}
