package run

import (
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/session"
)

// Open starts the run that the fragment of a link describes, and trains as far as it says. It returns what it warns of.
func (r *Run) Open(fragment string) []config.Warning { return r.open(fragment, "") }

func (r *Run) open(fragment, ticket string) []config.Warning {
	if strings.HasPrefix(fragment, "?") {
		_, _, fragment = link.Query(fragment)
	}
	opened, plan := bench.OpenLink(fragment)
	return r.begin(opened, plan, ticket)
}

// OpenOver starts the run that the fragment of a link describes over own data that it does not hold, and trains as far as it says.
func (r *Run) OpenOver(fragment string, points dataset.Points) {
	r.begin(link.OpenOver(fragment, points), nil, "")
}

// begin puts what was opened in place of the present run.
func (r *Run) begin(opened link.Opened, plan *bench.Plan, ticket string) []config.Warning {
	r.Pause()
	opened.Run.Remember()
	r.stage.SetSession(opened.Run)
	r.stop = Stop{}
	if opened.View != nil {
		view := r.stage.View()
		view.Discretise, view.HideTest = opened.View.Discretise, !opened.View.ShowTest
		r.stage.SetView(view)
	}
	r.happened(Change{Cause: Open, Restarted: true, Warnings: opened.Warnings, Linked: true, Bench: plan})
	r.train(Way{Goal: opened.Steps, Opening: true, ticket: ticket})
	return opened.Warnings
}

// Show puts another run in place of the present one, and trains it up to a step.
func (r *Run) Show(s *session.Session, step int) {
	r.Pause()
	r.stage.SetSession(s)
	r.stop = Stop{}
	r.happened(Change{Cause: Open, Restarted: true})
	r.train(Way{Goal: step, Opening: true})
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
