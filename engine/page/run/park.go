package run

import (
	"strings"

	"shallows/engine/link"
)

// Open starts the run that the fragment of a link describes, and trains as far as it says.
func (r *Run) Open(fragment string) { r.open(fragment, "") }

func (r *Run) open(fragment, ticket string) {
	if strings.HasPrefix(fragment, "?") {
		_, _, fragment = link.Query(fragment)
	}
	r.Pause()
	opened := link.Open(fragment)
	opened.Run.Remember()
	r.stage.SetSession(opened.Run)
	if opened.View != nil {
		view := r.stage.View()
		view.Discretise, view.HideTest = opened.View.Discretise, !opened.View.ShowTest
		r.stage.SetView(view)
	}
	r.happened(Change{Cause: Open, Restarted: true, Warnings: opened.Warnings})
	r.train(Way{Goal: opened.Steps, Opening: true, ticket: ticket})
}

// Park sets the run aside as it is, to go on with another one. The run that is aside already stays.
func (r *Run) Park() {
	r.Pause()
	if r.parked == nil {
		r.parked = r.Session()
	}
}

// Unpark brings the run that was set aside back in place of the present one; it changes nothing where there is none.
func (r *Run) Unpark() {
	if r.parked == nil {
		return
	}
	r.Pause()
	r.stage.SetSession(r.parked)
	r.parked = nil
	r.happened(Change{Cause: Open, Restarted: true})
}
