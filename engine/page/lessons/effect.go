package lessons

import "shallows/engine/page/panel"

// Fetch is the effect "fetch": the browser reads files of web/ and hands over what is in them by an intent, "" for one that
// does not come.
type Fetch struct {
	Files []string // their paths
	Then  string   // the intent, to which the texts are added
}

func heading() panel.Focus { return panel.Focus{ID: "lesson-heading"} }
