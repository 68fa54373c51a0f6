package bench

import (
	"maps"
	"slices"

	"shallows/engine/bench"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// last is a bench before some of it, or all, was dropped.
type last struct {
	form   form
	table  table
	set    bool
	bench  *bench.Bench
	sights sights
}

// keep keeps the bench as it is, and has a notice say what is dropped now and offer to undo that.
func (p *Panel) keep(d *panel.Desk, says string) {
	p.last = &last{p.form, p.table, p.set, p.bench, p.sights}
	p.last.table.pinned, p.last.table.seeds = slices.Clone(p.table.pinned), maps.Clone(p.table.seeds)
	p.last.table.marked = slices.Clone(p.table.marked)
	d.Ask("dismiss", notice.Dismissal{Name: "bench"})
	d.Ask("notice", notice.Notice{Name: "bench", Text: record.T(says), Action: record.T("bench.undo"), Do: bench.Key + " undo"})
}

// undo brings back the bench that was there before some of it was dropped. It waits to be run on.
func (p *Panel) undo(d *panel.Desk, _ []string) {
	l := p.last
	if l == nil {
		return
	}
	trained := p.bench
	p.last, p.running = nil, false
	p.form, p.table, p.set, p.bench, p.sights = l.form, l.table, l.set, l.bench, l.sights
	p.renew(d)
	if trained != nil && p.bench != nil { // what has come of what stayed
		p.bench.Adopt(trained)
	}
	if d.Panel == bench.Key {
		d.Ask("focus", panel.Focus{ID: "bench-rows"}) // the notice's button goes
	}
}
