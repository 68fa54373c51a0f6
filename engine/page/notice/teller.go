package notice

import (
	"math"
	"slices"
	"time"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Teller says what a reader should know of what happens to the run.
type Teller struct {
	long     bool // that the link takes long stands there
	diverged bool // that the run diverged, too
}

// Hear says what there is to say of an event.
func (t *Teller) Hear(d *panel.Desk, event run.Event) {
	switch e := event.(type) {
	case run.Change:
		t.over(d)
		if e.Lost && (e.Cause == run.Set || e.Cause == run.Drag) {
			// A slider that is moved while the run plays starts it over many times: one notice says it.
			d.Ask("notice", Notice{Text: record.T("notice.restarted"), Name: "restarted", ByReader: true})
		}
	case run.Stepped:
		t.over(d)
		if e.Diverged {
			t.diverged = true
			d.Ask("notice", diverged(d))
		}
	case run.Entered:
		if t.long {
			t.long = false
			d.Ask("dismiss", Dismissal{"long"})
		}
	}
}

// over takes back that the run diverged, once that is so no more.
func (t *Teller) over(d *panel.Desk) {
	if t.diverged && !d.Session().Diverged() {
		t.diverged = false
		d.Ask("dismiss", Dismissal{"diverged"})
	}
}

// diverged says that the run diverged, with a button for what helps where the reader may change that.
func diverged(d *panel.Desk) Notice {
	if d.Session().OutOfScale() && !slices.Contains(d.Locked, "scaling") {
		n := Say("notice.divergedOutOfScale")
		n.Action, n.Do, n.Lasting = record.T("own.standardise"), "controls set scaling standard", true
		n.Name = "diverged"
		return n
	}
	n := Say("notice.diverged")
	n.Name = "diverged"
	if !slices.Contains(d.Locked, "lr") {
		n.Action, n.Do = record.T("notice.calm"), "run calm"
	}
	return n
}

const (
	known = 2 * time.Second // after which the pace of a way to a step is known
	long  = time.Minute     // that a link may take
)

// Look says of a link that it takes long, once that is known, and offers to open it untrained.
func (t *Teller) Look(d *panel.Desk, now time.Time) {
	way := d.Run.Way()
	if d.Run.State() != run.Seeking || !way.Opening || t.long {
		return
	}
	step, passed := d.Session().At(), now.Sub(way.Began)
	left := time.Duration(float64(passed) * float64(way.Goal-step) / float64(max(1, step-way.From)))
	if passed < known || passed+left < long {
		return
	}
	t.long = true
	d.Ask("notice", Notice{
		Text: record.T("notice.longRun", "goal", way.Goal, "minutes", int(math.Ceil(left.Minutes()))), Name: "long",
		Action: record.T("notice.untrained"), Do: "run reset", Lasting: true,
	})
}
