//go:build js

package bridge

import "shallows/engine/session"

// park sets the run aside as it is and goes on with a new one of the same settings: {ok}, false while a run is aside
// already, which then stays.
func (e *Engine) park(arguments) any {
	if e.parked != nil {
		return object("ok", false)
	}
	e.parked = e.run()
	e.show(session.NewOver(e.parked.Config(), e.parked.Own(), nil))
	return object("ok", true)
}

// unpark brings the run that was set aside back in place of the present one: {ok}, false where there is none.
func (e *Engine) unpark(arguments) any {
	if e.parked == nil {
		return object("ok", false)
	}
	e.stage.SetSession(e.parked)
	e.parked = nil
	e.draw()
	return object("ok", true)
}
