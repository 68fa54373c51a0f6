package run

import (
	"shallows/engine/bench"
	"shallows/engine/session"
)

// Stop is where training stops by itself: at a step or where a goal is reached, whichever comes first.
type Stop struct {
	Step int        // this one, where it lies ahead; 0 for none
	Goal bench.Goal // looked at after every update; none without a Metric
}

// Stopping is what there is to say of that.
type Stopping struct {
	Why  Why
	Stop Stop
}

// Why is the reason.
type Why string

// The reasons.
const (
	AtStep Why = "step" // training has stopped at the step
	AtGoal Why = "goal" // it has stopped where the goal is reached
	AtLast Why = "last" // it has stopped at the last step that there is
	// Holds: it begins where the goal is reached already, and goes on until it is reached anew.
	Holds Why = "holds"
	// Passed: nothing comes of it, as the step does not lie ahead; what the run is at goes on.
	Passed Why = "passed"
)

// Stop returns where the run stops by itself while it plays. Another run, of a link or a row of a bench, stops nowhere.
func (r *Run) Stop() Stop { return r.stop }

// SetStop has the run stop there while it plays.
func (r *Run) SetStop(s Stop) {
	r.stop = s
	if r.state == Playing {
		r.arm(s, true)
	}
}

// Train trains as fast as it can to where it is to stop. Whoever has a ticket hears whether the goal was reached or, without
// one, the step, at once where it is so already; nothing else is told then.
func (r *Run) Train(s Stop, ticket string) {
	way := Way{Goal: session.MaxSteps, Stop: s, ticket: ticket}
	if s.Step > 0 {
		way.Goal = s.Step
	}
	passed := way.Goal <= r.Session().At()
	if passed && ticket == "" {
		r.tell(Stopping{Passed, s})
		return
	}
	r.Pause()
	if passed || ticket != "" && s.Goal.ReachedBy(r.Session()) {
		r.end(way, way.arrived(r.Session()))
		return
	}
	r.arm(s, ticket == "")
	r.train(way)
}

// arm prepares to look at the goal: one that is reached already counts once it has not been, which is told aloud.
func (r *Run) arm(s Stop, aloud bool) {
	if r.armed = !s.Goal.ReachedBy(r.Session()); !r.armed && aloud {
		r.tell(Stopping{Holds, s})
	}
}

// minded returns where what the run is at stops by itself.
func (r *Run) minded() Stop {
	if r.state == Playing {
		return r.stop
	}
	return r.way.Stop
}

// reaches looks at the goal after an update, and reports whether it has been reached by that.
func (r *Run) reaches(s Stop) bool {
	reached := s.Goal.ReachedBy(r.Session())
	now := reached && r.armed
	r.armed = !reached
	return now
}

// arrived reports whether a way that has ended here has led where it was to lead.
func (w Way) arrived(s *session.Session) bool {
	if w.Stop.Goal.Metric != "" {
		return w.Stop.Goal.ReachedBy(s)
	}
	return s.At() >= w.Goal
}
