package lessons

import "shallows/engine/page/panel"

// Fetch is the effect "fetch": the browser hands over the files of a lesson in the language at hand.
type Fetch struct{ Lesson string }

func heading() panel.Focus { return panel.Focus{ID: "lesson-heading"} }
