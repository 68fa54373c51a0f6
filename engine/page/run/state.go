package run

import (
	"time"

	"shallows/engine/session"
)

// State is what a run is at.
type State string

// The states, as window.playground tells them.
const (
	Paused  State = "paused"
	Playing State = "playing"
	Seeking State = "seeking" // on its way to a step
)

// Budget is how many milliseconds a slice of training takes.
const Budget = 8

// many is more updates than a slice can do; the budget ends it.
const many = 1e6

// Way is a way to a step: by training, or through steps where the run has been.
type Way struct {
	From, Goal int
	Began      time.Time
	Opening    bool // the step is that of a link
	Travelling bool // the run has been there
	Stop       Stop // where training stops by itself, for a way that Train goes

	ticket string // of who asked for it
}

// State returns what the run is at.
func (r *Run) State() State { return r.state }

// Way returns the way that a run on its way to a step is on.
func (r *Run) Way() Way { return r.way }

// Destination returns the step that the run stands at, or is on its way back to.
func (r *Run) Destination() int {
	if r.way.Travelling {
		return r.way.Goal
	}
	return r.Session().At()
}

// Play trains until Pause, or where it stops by itself, from the moment on that there are examples to learn from.
func (r *Run) Play() {
	if r.state == Playing {
		return
	}
	r.Pause()
	if !r.Session().Diverged() {
		r.arm(r.stop, true)
		r.play()
	}
}

func (r *Run) play() {
	r.pace = pace{begun: 1}
	r.enter(Playing, Way{})
}

// Pause stops whatever the run is at.
func (r *Run) Pause() {
	if r.state == Paused {
		return
	}
	stopped := r.way
	r.enter(Paused, Way{})
	r.end(stopped, false)
}

// Rest pauses, and has the run stand there.
func (r *Run) Rest() {
	r.Pause()
	r.stand()
}

// leaveSeek stops the run where it is on its way to a step.
func (r *Run) leaveSeek() {
	if r.state == Seeking {
		r.Pause()
	}
}

func (r *Run) enter(s State, way Way) {
	way.From, way.Began = r.Session().At(), time.Now()
	r.state, r.way = s, way
	if s == Paused {
		r.way = Way{}
		r.rests++
	}
	r.tell(Entered{s})
}

// end tells whoever asked for a way to a step how it ended.
func (r *Run) end(s Way, reached bool) {
	if s.ticket != "" {
		r.tell(Ended{s.ticket, reached})
	}
}

// held is what a run was at that was held.
type held struct {
	state State
	way   Way
}

// Hold pauses; Resume goes on with what the run was at.
func (r *Run) Hold() {
	h := held{r.state, r.way}
	h.way.ticket = ""
	r.Pause()
	r.held = h
}

// Resume goes on with what the run was at before Hold.
func (r *Run) Resume() {
	h := r.held
	r.held = held{}
	switch {
	case h.state == Playing && !r.Session().Diverged():
		r.Pause()
		r.play()
	case h.state == Seeking && h.way.Travelling:
		r.GoTo(h.way.Goal, "")
	case h.state == Seeking:
		r.Pause()
		r.train(Way{Goal: h.way.Goal, Stop: h.way.Stop})
	}
}

// Step trains n more updates, in slices where these are more than one.
func (r *Run) Step(n int, ticket string) {
	r.Pause()
	r.train(Way{Goal: r.Session().At() + n, ticket: ticket})
}

func (r *Run) train(s Way) {
	switch ahead := s.Goal - r.Session().At(); {
	case ahead <= 0:
		r.stand()
		r.end(s, true)
	case r.Empty():
		r.end(s, false)
	case ahead == 1 && s.Stop == (Stop{}): // so short that another state would only flicker
		made, _ := r.slice(1, Budget)
		r.stand()
		r.end(s, made == 1)
	default:
		r.enter(Seeking, s)
	}
}

// stand tells where the run has come to rest whether it diverges right there, so that it stands as its link does. At step 0
// nothing has been trained that could.
func (r *Run) stand() {
	if run := r.Session(); run.At() > 0 && !run.Diverged() && run.Foresee() {
		r.stepped()
	}
}

// GoTo goes to a step of the run so far, or to the nearest there is, as it was then; a later call takes the place of an
// earlier one that is still under way.
func (r *Run) GoTo(step int, ticket string) {
	first, last := r.Session().Reach()
	s := Way{Goal: max(first, min(last, step)), Travelling: true, ticket: ticket}
	if r.way.Travelling {
		r.end(r.way, false)
		r.way.ticket = ""
	} else {
		r.Pause()
	}
	if r.travel(s.Goal, Budget) {
		r.Pause()
		r.end(s, true)
		return
	}
	r.enter(Seeking, s)
}

// Turn goes on for so many milliseconds, elapsed seconds after the last turn, or 0 where the clock has stood still. It returns
// how many updates it made, and whether there is anything to tell but that.
func (r *Run) Turn(elapsed, budget float64) (made int, news bool) {
	switch r.state {
	case Playing:
		if r.Empty() {
			break
		}
		due, ended := r.pace.due(r.speed, r.Session().At(), elapsed), false
		if due > 0 {
			made, ended = r.slice(due, budget)
		}
		r.pace.did(made, due, elapsed)
		if ended {
			r.Pause()
		}
	case Seeking:
		s := r.way
		there := false
		if s.Travelling {
			there = r.travel(s.Goal, budget)
		} else {
			made, there = r.slice(s.Goal-r.Session().At(), budget)
			there = there || r.Session().At() >= s.Goal
		}
		if there {
			r.enter(Paused, Way{})
			r.stand()
			r.end(s, s.Travelling || s.arrived(r.Session()))
		}
	}
	if len(r.events) == 1 && r.events[0] == (Stepped{}) {
		r.events = nil
	}
	return made, len(r.events) > 0
}

// slice trains at most n updates, and reports whether training ends with them: where it stops by itself, and where the run
// diverged or has nothing to learn from.
func (r *Run) slice(n int, budget float64) (made int, ended bool) {
	s, stop, why := r.Session(), r.minded(), Why("")
	made = Within(budget, min(n, many), s.Work(), func() bool {
		if why != "" || s.Step(1) == 0 {
			return false
		}
		switch {
		case r.reaches(stop):
			why = AtGoal
		case s.At() == stop.Step:
			why = AtStep
		case s.At() == session.MaxSteps:
			why = AtLast
		}
		return true
	})
	r.stepped()
	if why != "" && r.way.ticket == "" {
		r.tell(Stopping{why, stop})
	}
	return made, why != "" || made == 0 || s.Diverged()
}

// travel goes towards a step within the budget and reports whether the run is there.
func (r *Run) travel(step int, budget float64) (there bool) {
	s := r.Session()
	before := s.Terms()
	Within(budget, 1<<30, s.Work(), func() bool {
		there = s.GoTo(step, 1)
		return !there
	})
	if s.Terms() != before {
		r.happened(Change{Cause: Travel})
	}
	r.stepped()
	return there
}

func (r *Run) stepped() {
	if r.state == Paused {
		r.rests++
	}
	r.tell(Stepped{r.Session().Diverged()})
}
