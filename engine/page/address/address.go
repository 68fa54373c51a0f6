// Package address keeps the fragment of the page's address and the run alike: what the run becomes is written there, and
// a fragment that comes from outside (typed in, back, forward) opens its run. While the run plays the address waits.
package address

import (
	"time"

	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// WebKit refuses more than 100 changes of the address in 10 s: so many entries of the history are made in that time, as
// quick changes share one.
const (
	most = 50
	span = 10 * time.Second
)

// Address is the fragment of the page's address.
type Address struct {
	fragment string         // that it has
	of       panel.Standing // the run that it was written for
	bench    string         // and the bench
	pushed   []time.Time    // when the last entries of the history were made
}

// Written is the effect "address": the fragment From gives way to another, as another entry of the history or in place of
// the present one. An address that has another by then has it from outside, and it is about to come.
type Written struct {
	From, Fragment string
	Push           bool
}

// At takes note of the fragment that the address has.
func (a *Address) At(fragment string) { *a = Address{fragment: fragment, pushed: a.pushed} }

// Came follows a fragment that has come from outside, and is not known by At. Where the address keeps the fragment of a run that is aside, yield
// has to bring that back.
func (a *Address) Came(d *panel.Desk, fragment string, yield func()) {
	if fragment == a.fragment || d.Pinned != "" && fragment == d.Pinned {
		return
	}
	a.At(fragment)
	if d.Pinned != "" {
		yield()
	}
	if fragment != d.Place() {
		d.Run.Open(fragment)
	}
}

// Hear follows an event of the run. What a reader has done on purpose can be undone by going back.
func (a *Address) Hear(d *panel.Desk, event run.Event, now time.Time) {
	c, ok := event.(run.Change)
	deliberate := ok && c.Restarted && (c.Cause == run.Draw || c.Cause == run.Set || c.Cause == run.Points)
	if !deliberate || d.Pinned != "" || d.Run.State() == run.Seeking || len(a.pushed) == most && now.Sub(a.pushed[0]) < span {
		return
	}
	if a.write(d, d.Place(), true) {
		a.pushed = append(a.pushed[max(0, len(a.pushed)+1-most):], now)
	}
}

// Follow has the address keep the fragment that it is to keep, or else take that of a run at rest. A fragment with
// weights takes its time to write.
func (a *Address) Follow(d *panel.Desk) {
	switch {
	case d.Pinned != "":
		a.write(d, d.Pinned, false)
	case d.Quiet && (d.Standing() != a.of || d.Bench+d.Beside != a.bench):
		a.write(d, d.Place(), false)
	}
}

// write has another fragment written, and reports whether it is another.
func (a *Address) write(d *panel.Desk, fragment string, push bool) bool {
	from := a.fragment
	a.fragment, a.of, a.bench = fragment, d.Standing(), d.Bench+d.Beside
	if from != fragment {
		d.Ask("address", Written{from, fragment, push})
	}
	return from != fragment
}
