package bench

import (
	"hash/fnv"
	"io"
	"strconv"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// follow has a bench that nothing has come of start from the run on the page. What is added says how it differs from that.
func (p *Panel) follow(d *panel.Desk) {
	if p.opened == nil && !p.form.kept && len(p.form.added) == 0 && !p.begun() && (p.base == "" || !p.here(d.Session())) {
		p.start(d)
	}
}

// start has the bench start from the run on the page.
func (p *Panel) start(d *panel.Desk) {
	s := d.Session()
	p.form.kept = false
	p.form.base, p.form.points = settingsOf(s), dataset.Points{}
	if p.form.base.Data == dataset.Own {
		p.form.points = s.Own()
	}
	p.renew(d)
}

func settingsOf(s *session.Session) config.Config {
	c := s.Config()
	c.Steps = 0
	return c
}

// beside is how the run on the page stands to the bench, which is found out once for its settings.
type beside struct {
	found bool
	terms session.Terms
	here  bool   // it is of the settings that the bench starts from
	text  string // the bench in a link to it, "" where none can hold it
}

// stands returns how a run stands to the bench.
func (p *Panel) stands(s *session.Session) beside {
	if b := &p.beside; !b.found || b.terms != s.Terms() {
		c, base := settingsOf(s), p.form.base
		points := base.Data != dataset.Own || c.Data == dataset.Own && s.Own().Equal(p.form.points)
		*b = beside{found: true, terms: s.Terms(), here: points && c.Encode() == base.Encode()}
		if b.here {
			b.text = p.form.plan.Encode()
		} else if points {
			b.text = p.form.plan.EncodeBeside(c)
		}
	}
	return p.beside
}

// here reports whether a run is of the settings that the bench starts from.
func (p *Panel) here(s *session.Session) bool { return p.stands(s).here }

// Link has links to the run on the page hold the bench where it starts from that run, at any step of it. To another run a
// link is to that alone: who opens it is to see it. The address has the bench in any case.
func (p *Panel) Link(d *panel.Desk) {
	d.Bench, d.Beside = "", ""
	if !p.set {
		return
	}
	p.follow(d)
	if b := p.stands(d.Session()); b.here {
		d.Bench = b.text
	} else {
		d.Beside = b.text
	}
}

// trace tells the bench from others, without what is in it.
func (p *Panel) trace() string {
	hash := fnv.New64a()
	io.WriteString(hash, p.base+"&"+p.form.plan.Encode())
	return strconv.FormatUint(hash.Sum64(), 36)
}

// kept takes the trace of the bench that was run last in this browser: what came of that is gone with the page.
func (p *Panel) kept(d *panel.Desk, words []string) {
	if words[0] == p.trace() && !p.begun() {
		d.Ask("notice", notice.Notice{Name: bench.Key, Text: record.T("bench.gone"), Action: record.T("bench.run"), Do: bench.Key + " run"})
	}
}
