package talk

import "shallows/engine/page/panel"

// walk is the way through the parts of the view on show.
type walk struct {
	talk *Talk
	of   int
}

// stepper returns what has the steps of a view, nil for none.
func (t *Talk) stepper(view string) panel.Stepper {
	if of := t.parts(view); of > 0 {
		return walk{t, of}
	}
	steps, _ := t.shows(view).(panel.Stepper)
	return steps
}

// parts returns how many parts a view is shown in, 0 where it is none of those.
func (t *Talk) parts(view string) int {
	if parted, ok := t.shows(view).(panel.Parted); ok {
		return parted.Parts()
	}
	return 0
}

// Begin goes to the first part.
func (w walk) Begin(d *panel.Desk) { w.Turn(d, 1-w.talk.part) }

// Turn goes to another part.
func (w walk) Turn(d *panel.Desk, by int) bool {
	to, ok := panel.StepTo(w, by)
	if ok {
		w.talk.part = to
		w.talk.look(d)
	}
	return ok
}

// Steps returns the part on show among all.
func (w walk) Steps() (at, of int) { return w.talk.part, w.of }
