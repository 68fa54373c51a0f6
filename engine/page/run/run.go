// Package run is the run on the page: everything that changes it goes through here, so that what follows it hears.
package run

import (
	"strconv"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// Run is the session on show with what has happened to it since it was last asked.
type Run struct {
	stage   *scene.Stage
	changes []Change
	parked  *session.Session // nil unless a run is aside
}

// Change is one change of the run, as window.playground tells it.
type Change struct {
	Cause     Cause
	Restarted bool
	Warnings  []config.Warning
	Goal      int // the step that a run just opened is to be trained up to, else 0
}

// Cause is what changed the run.
type Cause string

// The causes.
const (
	Set  Cause = "set"  // a setting, at once
	Drag Cause = "drag" // a setting, while a slider is being moved
	Type Cause = "type" // a parameter by hand
	Open Cause = "open" // another run
)

// New returns the run that stage shows.
func New(stage *scene.Stage) *Run { return &Run{stage: stage} }

// Session returns the session on show.
func (r *Run) Session() *session.Session { return r.stage.Session() }

// Empty reports whether there are no examples to learn from.
func (r *Run) Empty() bool { return r.Session().Train().Len() == 0 }

// Set changes a setting, of which derived defaults follow.
func (r *Run) Set(key, value string, cause Cause) {
	r.SetAll(cause, config.Pair{Key: key, Value: value})
}

// SetAll changes several settings at once.
func (r *Run) SetAll(cause Cause, pairs ...config.Pair) {
	c, warnings := r.Session().Config().With(pairs...)
	restarted := r.Session().Apply(c)
	r.happened(Change{Cause: cause, Restarted: restarted, Warnings: warnings})
}

// SetAt changes a number to that at a position of a slider, which is being moved.
func (r *Run) SetAt(key string, slider config.Slider, position string) {
	at, err := strconv.Atoi(position)
	s := config.Lookup(key)
	if err == nil && s != nil {
		r.Set(key, slider.Value(s.Kind(), at), Drag)
	}
}

// Poke changes one weight by a little, so that units that move as one part.
func (r *Run) Poke() {
	if lecture.Poke(r.Session()) == nil {
		r.happened(Change{Cause: Type})
	}
}

func (r *Run) happened(c Change) { r.changes = append(r.changes, c) }

// Changes returns what has happened since the last call.
func (r *Run) Changes() []Change {
	changes := r.changes
	r.changes = nil
	return changes
}
