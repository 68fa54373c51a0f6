package lessons

import "shallows/engine/page/panel"

// Fetch is the effect "fetch": the browser hands over the files of a lesson in the language at hand.
type Fetch struct{ Lesson string }

// Side is the effect "side": what the zone at the side shows, settings or lessons.
type Side struct{ Shows string }

// Address is the effect "lesson": the address names a lesson, or none, as another entry of the history or in place of
// the present one.
type Address struct {
	Lesson string
	Push   bool
}

// Hold is the effect "hold": whatever becomes of the run, the address keeps the fragment that it has; "" ends that.
type Hold struct{ Fragment string }

// Beside is the effect "beside": a panel is opened, or "" closes the one that is open.
type Beside struct{ Panel string }

// Picture is the effect "picture": where the window has room for one of network, output and cost, it is that.
type Picture struct{ Name string }

func heading() panel.Focus { return panel.Focus{ID: "lesson-heading"} }
