// Package panel is what the parts of the page, the lecture's panels among them, have in common: what they see of the
// page, and what the page asks of them.
package panel

import (
	"shallows/engine/bench"
	"shallows/engine/bench/pool"
	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/link"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// Desk is what lies before a part: the run, the pictures, how formulas are written, and a way to ask for an effect.
type Desk struct {
	Run      *run.Run
	Stage    *scene.Stage
	Notation mathml.Notation
	Targets  lecture.Targets
	Pointed  lecture.Symbol // what is pointed at, the zero Symbol for nothing
	Cell     scene.Cell     // of the confusion matrix that is pointed at, the zero Cell for none
	Example  int            // the training example that is chosen, counted from 1, 0 for none
	Lesson   string         // the lesson that is open, "" for none
	Page     int            // of the lesson, counted from 1
	// Presenting says that the page is before an audience: then keys go through the talk, and no field takes the focus by itself.
	Presenting bool
	// Inspected is the part of the network whose unit's parameters are on show to be typed in, the zero Target for none.
	Inspected scene.Target
	Moving    bool // the run trains or travels: numbers change all the time
	// Still says that what was asked for last left the pictures as they were.
	Still bool
	Calm  bool // the reader asked for less motion
	// Quiet says that the run and what is pointed at have been as they are for a moment: what takes its time follows then.
	Quiet bool
	Lulls int // how often that has come about
	// Hovering says that the pointer is over the network: who moves it sees what the plane shows.
	Hovering bool
	// Pinned is the fragment that the address keeps whatever becomes of the run, "" for none.
	Pinned string

	// Bench is the bench in a link to the run on show, as links have it: one that starts from that run, "" for none.
	Bench string
	// Beside is a bench that starts from other settings, as the address has it beside the run: other links are to the run alone.
	Beside string
	// Site is the address of the playground, ending in a slash.
	Site string
	// Pool has benches trained.
	Pool *pool.Pool

	// Panel is the panel that is open, "" for none; a part that changes it has another opened, or closed.
	Panel string
	// Side is what the zone at the side shows: settings, which "" is too, or lessons.
	Side string
	// Picture is the one shown where the window has room for one: output, which "" is too, network or cost.
	Picture string

	// Withheld and Locked are the keys of settings that the page leaves out, or shows only.
	Withheld, Locked []string

	effects []Effect
}

// Effect is something that only a browser can do.
type Effect struct {
	Name string // of one of web/types.d.ts, Effects
	With any    // a struct as package record has it
}

// Copy is the effect "copy": a text to the clipboard. The part hears "copied" then, or else "selected": it may not be
// copied and stands selected in the element Shown.
type Copy struct{ Text, Shown, Part string }

// Visit is the effect "visit": another page is opened beside this one or, where that may not be, a link to it is copied.
type Visit struct{ Address string }

// Save is the effect "save": a file to keep.
type Save struct{ Name, Type, Text string }

// Focus is the effect "focus": an element gets the focus, or what in it the Tab key stops at first; the effect "return",
// where nothing else has it; the effect "sight": it comes into sight; and the effect "select": what it holds is selected.
type Focus struct{ ID string }

// Sight is the effect "sight" where a row of elements is to have the one in its middle: Inline is center.
type Sight struct{ ID, Inline string }

// TabOf is the tab of a panel.
func TabOf(name string) Focus { return Focus{"tab-" + name} }

// Query is the effect "query": in the address a key of the query gets a value, or goes where that is "", as another
// entry of the history or in place of the present one.
type Query struct {
	Key, Value string
	Push       bool
}

// Ended is the effect "ended": a way, to a step or to a lesson, or a bench of a script has ended, for whoever has the ticket.
type Ended struct {
	Ticket  string
	Reached bool
	Rows    any    // of a bench, a slice, nil where it was cancelled
	Problem string // why there is no such way, "" where there is
	Beyond  bool   // the problem is that it would lead beyond the last step there is
}

// Keep is the effect "keep": the browser keeps a text under a key.
type Keep struct{ Key, Text string }

// Recall is the effect "recall": the browser brings back what it keeps under some keys, by an intent to which the texts are
// added, "" where it keeps nothing.
type Recall struct {
	Keys []string
	Then string // the intent
}

// Later is the effect "later": an intent after some time; where Unused is the id of an element, once neither pointer nor
// focus are in it.
type Later struct {
	Milliseconds   int
	Intent, Unused string
}

// Reload is the effect "reload": the page comes anew with a fragment.
type Reload struct{ Fragment string }

// Dialog is the effect "dialog": opening one.
type Dialog struct{ Element, First string } // its id; a selector of what gets the focus

// Ask asks for an effect, by its name and a struct of what it needs.
func (d *Desk) Ask(name string, with any) { d.effects = append(d.effects, Effect{name, with}) }

// Pass asks for the effect "pass": what is being done means nothing here, and the browser does with it what it does.
func (d *Desk) Pass() { d.Ask("pass", struct{}{}) }

// Asked returns the effects asked for since the last call.
func (d *Desk) Asked() []Effect {
	effects := d.effects
	d.effects = nil
	return effects
}

// Place returns the fragment of the page's address, with its #: it has the bench whatever run is on show.
func (d *Desk) Place() string {
	if d.Beside == "" {
		return d.Hash()
	}
	return d.Hash() + "&" + bench.Key + "=" + d.Beside
}

// Write has formulas written in another notation, which the browser keeps for the next visit.
func (d *Desk) Write(n mathml.Notation, t lecture.Targets) {
	if n != d.Notation {
		d.Ask("keep", Keep{"notation", n.String()})
	}
	if t != d.Targets {
		d.Ask("keep", Keep{"targets", t.String()})
	}
	d.Notation, d.Targets = n, t
}

// Session returns the session on show.
func (d *Desk) Session() *session.Session { return d.Run.Session() }

// Fragment returns the fragment of a link to the run on show, with the bench that starts from it if there is one.
func (d *Desk) Fragment() string {
	fragment := link.Fragment(d.Session())
	if d.Bench != "" {
		fragment += "&" + bench.Key + "=" + d.Bench
	}
	return fragment
}

// Hash returns it with its #.
func (d *Desk) Hash() string { return "#" + d.Fragment() }

// Standing is a run as it stands: equal to another while nothing of it has changed.
type Standing struct {
	session *session.Session
	version uint64
}

// Standing returns how the run on show stands.
func (d *Desk) Standing() Standing { return Standing{d.Session(), d.Session().Version()} }

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

// Part is a part of the page: controls, a dialog, one of the lecture's panels. It keeps what its reader chose there.
// Of the panels one is open at a time, and it is asked only where the run has examples to learn from.
type Part interface {
	// Record returns what the part shows now, a struct as package record has it, in the template of the part's name. The
	// pointer that it returned last says that nothing has changed, and spares the page to find that out. It may ask for
	// effects that belong to it.
	Record(*Desk) any
	// Do does what a control of the part asks for, in the words after the part's name. Words that no control has
	// change nothing.
	Do(d *Desk, words []string)
}

// Stepper is a part that is gone through in steps, such as the stages of an update.
type Stepper interface {
	// Begin goes to the first step, and lets the run be if that is on show.
	Begin(d *Desk)
	// Turn goes on by so many steps, or back, and reports whether there is such a one.
	Turn(d *Desk, by int) bool
	// Steps returns the step that was told last, counted from 1, and how many there are; none of what is not there yet.
	Steps() (at, of int)
}

// StepTo returns the step of s that is so many further on, or back, and whether there is such another one.
func StepTo(s Stepper, by int) (to int, ok bool) {
	at, of := s.Steps()
	to = at + by
	return to, by != 0 && to >= 1 && to <= of
}

// Walker is a Stepper that brings each of its steps into sight itself.
type Walker interface {
	Stepper
	// Walks does nothing: it tells one from others.
	Walks()
}

// Parted is a panel that a talk shows in parts, which have their numbers in its template as data-part, counted from 1.
type Parted interface {
	// Parts returns how many there are now.
	Parts() int
}

// Worker is a panel that trains runs of its own.
type Worker interface {
	// Busy reports whether there is work to do.
	Busy() bool
	// Work goes on for about so many milliseconds.
	Work(d *Desk, budget float64)
}

// Hearer is a part that hears of changes of the run.
type Hearer interface {
	Hear(d *Desk, change run.Change)
}

// Leaver is a panel that leaves something on the page when it is closed.
type Leaver interface {
	// Leave takes it away.
	Leave(*Desk)
}

// Follower is a panel that brings the example that is chosen into sight.
type Follower interface {
	// Follow is called when another example is chosen.
	Follow(*Desk)
}
