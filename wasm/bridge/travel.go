//go:build js

package bridge

import (
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// show goes on with a new run, any step of which can be gone back to.
func (e *Engine) show(run *session.Session) {
	run.Remember()
	e.stage.SetSession(run)
	e.draw()
}

// reach returns the first and the last step of the run so far, {first, last}.
func (e *Engine) reach(arguments) any {
	first, last := e.run().Reach()
	return object("first", first, "last", last)
}

// goTo goes to a step of the run so far, or to the nearest there is, within a budget in milliseconds: {reached,
// changed}, whether the run is there and whether settings or own data are others than before. Until it is there, the run
// stands at a step before.
func (e *Engine) goTo(args arguments) any {
	step, budget := args.integer(0), args.number(1)
	settings, train := e.settingsText(), e.run().Train()
	reached := false
	within(budget, maxUpdates, e.run().Work(), func() bool {
		reached = e.run().GoTo(step, 1)
		return !reached
	})
	return object("reached", reached, "changed", e.settingsText() != settings || !same(e.run().Train(), train))
}

// maxUpdates is more than any budget has time for.
const maxUpdates = 1 << 30

// settingsText tells settings apart, the step aside.
func (e *Engine) settingsText() string {
	c := e.run().Config()
	c.Steps = 0
	return c.Encode()
}

// same tells whether two sets are one.
func same(a, b dataset.Set) bool {
	return a.Len() == b.Len() && (a.Len() == 0 || &a.X1[0] == &b.X1[0])
}
