package bench

import (
	"strconv"

	"shallows/engine/page/panel"
	"shallows/engine/session"
)

// opened is a run of the bench that is on the page.
type opened struct {
	key             string // its row's
	seed            int
	session, before *session.Session // and the run that was there
}

// open takes: ROW, of which the seed whose plane is on show becomes the run on the page, where it ended.
func (p *Panel) open(d *panel.Desk, words []string) {
	row, err := strconv.Atoi(words[0])
	if err != nil || p.bench == nil || row < 0 || row >= len(p.bench.Rows()) {
		return
	}
	k := p.seedOf(rowKey(p.bench.Rows()[row]))
	result, _ := p.bench.Result(row, k)
	p.put(d, row, k, result.Step)
}

// put makes a row's run the one on the page, at a step.
func (p *Panel) put(d *panel.Desk, row, k, step int) {
	r := p.bench.Rows()[row]
	before := d.Session()
	if p.opened != nil && before == p.opened.session {
		before = p.opened.before
	}
	s := p.bench.Plan().Run(r, k)
	s.Remember()
	p.opened = &opened{rowKey(r), k, s, before}
	p.record = nil
	d.Run.Show(s, step)
}

// back brings the run back that was on the page before.
func (p *Panel) back(d *panel.Desk, _ []string) {
	if p.opened == nil {
		return
	}
	before := p.opened.before
	p.opened = nil
	d.Run.Show(before, before.At())
	rest(d)
}
