package talk

import "shallows/engine/page/panel"

// parts are how many parts the panels are shown in that have more to show than a screen holds. In their templates data-part has the number
// of each.
var parts = map[string]int{"activations": 4}

// walk is the way through the parts of the view on show.
type walk struct {
	talk *Talk
	of   int
}

// stepper returns what has the steps of a view, nil for none.
func (t *Talk) stepper(view string) panel.Stepper {
	if of := parts[view]; of > 0 {
		return walk{t, of}
	}
	return t.steps(view)
}

// Begin goes to the first part.
func (w walk) Begin(d *panel.Desk) { w.Turn(d, 1-w.talk.part) }

// Turn goes to another part.
func (w walk) Turn(d *panel.Desk, by int) bool {
	if to := w.talk.part + by; by != 0 && to >= 1 && to <= w.of {
		w.talk.part = to
		w.talk.look(d)
		return true
	}
	return false
}

// Steps returns the part on show among all.
func (w walk) Steps() (at, of int) { return w.talk.part, w.of }
