//go:build js

package bridge

import (
	"shallows/engine/lecture"
	"shallows/engine/session"
)

// startComparison begins to compare the settings' run with each of a few activations, at step 0.
func (e *Engine) startComparison(arguments) any {
	e.comparison = lecture.NewComparison(e.learning())
	return nil
}

// compare makes up to n updates of each run within a budget in milliseconds: [{activation, step, cost, diverged, layers},
// …] with the flows of the layers, null before the start.
func (e *Engine) compare(args arguments) any {
	n, budget := args.integer(0), args.number(1)
	if e.comparison == nil {
		return nil
	}
	within(budget, n, len(e.comparison.Runs)*e.run().Work(), func() bool { return e.comparison.Step(1) > 0 })
	return array(e.comparison.Runs, func(run *session.Session) any {
		m, layers := run.Metrics(), lecture.Flows(run)
		return object("activation", layers[0].Activation.String(),
			"step", m.Step, "cost", m.Cost, "diverged", m.Diverged, "layers", flowList(layers))
	})
}
