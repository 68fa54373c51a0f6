// Package diagnosis says in a line what keeps a run from learning, where something does: computed from the run, never guessed.
package diagnosis

import (
	"time"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Part is the line.
type Part struct {
	since int             // the step at which something but training changed the run last
	told  map[string]bool // the signs that this run was said to show

	shown  string // the sign, "" for none
	record *Record
	of     subject   // that it is made of
	rested time.Time // until when it stays as it is while the run moves
}

// subject is what a record is made of, beside the history.
type subject struct {
	run    panel.Standing
	lesson string
	empty  bool
}

// Record is what is shown.
type Record struct {
	Away   bool
	Says   record.Text
	Lesson Lesson // that shows why
	// News is for screen readers: what is said, as it was when it was first true of this run.
	News record.Text
}

// Lesson is a link to one.
type Lesson struct {
	Says    record.Text // none where there is no link
	Address string
	Open    string // the intent
}

// New returns a line that says nothing.
func New() *Part { return &Part{record: &Record{Away: true}, told: map[string]bool{}} }

// Do does nothing: the line has a link alone.
func (p *Part) Do(*panel.Desk, []string) {}

// Hear notes that something but training has changed the run.
func (p *Part) Hear(d *panel.Desk, change run.Change) {
	p.since, p.of = d.Session().At(), subject{}
	if change.Restarted {
		clear(p.told)
	}
}

// Record returns a pointer to a Record.
func (p *Part) Record(d *panel.Desk) any {
	began := time.Now()
	now := subject{d.Standing(), d.Lesson, d.Run.Empty()}
	if now == p.of || d.Moving && began.Before(p.rested) {
		return p.record
	}
	p.of, p.record = now, p.look(d)
	p.rested = panel.RestedFrom(began)
	return p.record
}

// look says the first sign that the run shows. Of a run that has diverged a notice tells.
func (p *Part) look(d *panel.Desk) *Record {
	last := p.shown
	p.shown = ""
	if d.Run.Empty() || d.Session().Diverged() {
		return &Record{Away: true}
	}
	for _, s := range signs {
		says, ok := s.of(view{d.Session(), p.since})
		if !ok {
			continue
		}
		p.shown = s.key
		r := &Record{Says: says}
		if s.lesson != d.Lesson {
			r.Lesson = Lesson{record.T("diagnosis.lesson", "name", record.T("lesson."+s.lesson)), "?lesson=" + s.lesson + "&page=" + s.page, "lessons show " + s.lesson + " " + s.page}
		}
		if !p.told[s.key] {
			p.told[s.key], r.News = true, says
		} else if s.key == last {
			r.News = p.record.News
		}
		return r
	}
	return &Record{Away: true}
}
