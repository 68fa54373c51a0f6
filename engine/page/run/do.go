package run

import "strconv"

// Do takes:
//
//	play, pause, toggle
//	step N [TICKET]          trains N more updates
//	go STEP [TICKET]         to a step of the run so far
//	back                     to the step before
//	reset, calm, redraw      starts over
//	again                    starts over and plays
//	open FRAGMENT [TICKET]   the run of a link, or of an address from its '?' on
//	hold, resume             pauses, and goes on
//	speed NAME
//
// Words that are none of these change nothing.
func (r *Run) Do(words []string) {
	if len(words) == 0 {
		return
	}
	if act, ok := acts[words[0]]; ok && len(words) == 1 {
		act(r)
		return
	}
	if len(words) < 2 || len(words) > 3 {
		return
	}
	ticket := ""
	if len(words) == 3 {
		ticket = words[2]
	}
	n, err := strconv.Atoi(words[1])
	switch {
	case words[0] == "open":
		r.open(words[1], ticket)
	case words[0] == "speed":
		r.SetSpeed(words[1])
	case words[0] == "step" && err == nil:
		r.Step(n, ticket)
	case words[0] == "go" && err == nil:
		r.GoTo(n, ticket)
	}
}

var acts = map[string]func(*Run){
	"play":  (*Run).Play,
	"pause": (*Run).Rest,
	"toggle": func(r *Run) {
		if r.state == Playing {
			r.Rest()
		} else {
			r.Play()
		}
	},
	"back":  func(r *Run) { r.GoTo(r.Destination()-1, "") },
	"reset": (*Run).Reset,
	"again": func(r *Run) {
		r.Reset()
		r.Play()
	},
	"calm":   (*Run).Calm,
	"redraw": (*Run).Redraw,
	"hold":   (*Run).Hold,
	"resume": (*Run).Resume,
}
