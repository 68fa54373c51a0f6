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
		t.stand(d)
		if e.Lost && (e.Cause == run.Set || e.Cause == run.Drag) {
			// A slider that is moved while the run plays starts it over many times: one notice says it.
			d.Ask("notice", Notice{Text: record.T("notice.restarted"), Name: "restarted", ByReader: true})
		}
	case run.Stepped:
		t.stand(d)
	case run.Stopping:
		d.Ask("notice", stopping(d, e))
	case run.Hopeless:
		d.Ask("notice", Say("notice.hopeless"))
	case run.Entered:
		if t.long {
			t.long = false
			d.Ask("dismiss", Dismissal{"long"})
		}
	}
}

// stand says that the run diverged, and takes it back once that is so no more.
func (t *Teller) stand(d *panel.Desk) {
	was := t.diverged
	t.diverged = d.Session().Diverged()
	switch {
	case t.diverged:
		d.Ask("notice", diverged(d))
	case was:
		d.Ask("dismiss", Dismissal{"diverged"})
	}
}

// diverged says that the run diverged, for as long as it stands there, with a button for what helps where the reader may
// change that.
func diverged(d *panel.Desk) Notice {
	n := Notice{Text: record.T("notice.diverged"), Name: "diverged", Lasting: true}
	switch {
	case Standardises(d):
		n.Text = record.T("notice.divergedOutOfScale")
		n.Action, n.Do = record.T("own.standardise"), "own standardise"
	case !slices.Contains(d.Locked, "lr"):
		n.Action, n.Do = record.T("notice.calm"), "run calm"
	}
	return n
}

// Standardises reports whether to standardise own data would help, and its reader may do so.
func Standardises(d *panel.Desk) bool {
	return d.Session().OutOfScale() && !slices.Contains(d.Locked, "scaling")
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
