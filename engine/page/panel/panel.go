// Package panel is what the lecture's panels have in common: what they see of the page, and what the page asks of them.
package panel

import (
	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// Desk is what lies before a panel: the run, the pictures, and how formulas are written.
type Desk struct {
	Run      *run.Run
	Stage    *scene.Stage
	Notation mathml.Notation
	Targets  lecture.Targets
}

// Session returns the session on show.
func (d *Desk) Session() *session.Session { return d.Run.Session() }

// Math writes parts of a formula side by side, in the reader's notation.
func (d *Desk) Math(parts ...lecture.Expression) record.Markup {
	return record.Markup(d.Notation.Math(parts...))
}

// Choice is one of a few things to choose from.
type Choice struct {
	Key    string // its code
	Name   record.Text
	Chosen bool
}

// Panel is one of the lecture's panels. It is made when it is opened; its template has its name.
type Panel interface {
	// Record returns what the panel shows now, a struct as package record has it. The run has examples to learn from.
	Record(*Desk) any
	// Do does what a control of the panel asks for, in the words after the panel's name. Words that no control has
	// change nothing.
	Do(d *Desk, words []string)
}

// Worker is a panel that trains runs of its own.
type Worker interface {
	// Work goes on for about so many milliseconds and reports whether there is more to do.
	Work(d *Desk, budget float64) (more bool)
}

// Leaver is a panel that leaves something on the page when it is closed.
type Leaver interface {
	// Leave takes it away.
	Leave(*Desk)
}

// Goer is a panel that can ask for another one.
type Goer interface {
	// Next returns the name of the panel asked for since the last call, "" for none.
	Next() string
}
