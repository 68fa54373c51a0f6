package run

import (
	"shallows/engine/bench"
	"shallows/engine/config"
)

// Event is something that has happened to the run: a Change, a Stepped, a Stopping, a Hopeless, an Entered or an Ended.
type Event any

// Change is a change of settings, data or weights, as window.playground tells it.
type Change struct {
	Cause     Cause
	Restarted bool
	Warnings  []config.Warning
	Lost      bool        // training was lost by it
	Chosen    bool        // the reader chose a data set by hand
	Linked    bool        // another run, of a link
	Bench     *bench.Plan // of that link, nil for none
}

// Another reports whether what was said of the run before speaks of this one no more: it is that of another link or
// table, or over another data set.
func (c Change) Another() bool { return c.Restarted && (c.Linked || c.Chosen || c.Cause == Points) }

// Cause is what changed the run.
type Cause string

// The causes.
const (
	Set    Cause = "set"    // a setting, at once
	Drag   Cause = "drag"   // a setting, while a slider is being moved
	Type   Cause = "type"   // a parameter by hand
	Reset  Cause = "reset"  // the same initial weights again
	Draw   Cause = "draw"   // other initial weights
	Open   Cause = "open"   // another run
	Points Cause = "points" // own data
	Travel Cause = "travel" // the run went to a step where settings or data were others
)

// Stepped is a slice of training, or of going to a step.
type Stepped struct {
	Diverged bool // the run stands where the next update would not be finite
}

// Hopeless is that no lower learning rate has the run train.
type Hopeless struct{}

// Entered is a state that the run has entered.
type Entered struct{ State State }

// Ended is the end of a way to a step.
type Ended struct {
	Ticket  string // of who asked for it
	Reached bool   // not stopped before
}

// Events returns what has happened since the last call.
func (r *Run) Events() []Event {
	events := r.events
	r.events = nil
	return events
}

// Changes returns the changes among the events since the last call.
func (r *Run) Changes() []Change {
	var changes []Change
	for _, e := range r.Events() {
		if c, ok := e.(Change); ok {
			changes = append(changes, c)
		}
	}
	return changes
}

// Rests grows whenever the run has come to rest at numbers that are worth hearing.
func (r *Run) Rests() int { return r.rests }

func (r *Run) tell(e Event) { r.events = append(r.events, e) }

func (r *Run) happened(c Change) {
	if r.state == Paused && (c.Cause == Reset || c.Cause == Draw || c.Cause == Set && c.Restarted) {
		r.rests++
	}
	r.tell(c)
}
