package lessons

import "shallows/engine/page/panel"

// Fetch is the effect "fetch": the browser hands over the files of a lesson in the language at hand.
type Fetch struct{ Lesson string }

// Hold is the effect "hold": whatever becomes of the run, the address keeps the fragment that it has; "" ends that.
type Hold struct{ Fragment string }

func heading() panel.Focus { return panel.Focus{ID: "lesson-heading"} }
