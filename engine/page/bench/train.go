package bench

import (
	"time"

	"shallows/engine/bench/pool"
	"shallows/engine/page/panel"
)

// tell has the bench trained, or rest.
func (p *Panel) tell(d *panel.Desk) {
	switch {
	case p.task != nil && p.task.Bench != p.bench:
		p.task.Cancel()
		p.task = nil
		p.tell(d)
	case p.task != nil:
		p.task.Pause(!p.running)
	case p.running:
		b := p.bench
		p.task = d.Pool.Add(b, func(r pool.Report) {
			if p.bench == b {
				p.see(d, r)
			}
		})
	}
}

// see takes how a run gets on.
func (p *Panel) see(d *panel.Desk, r pool.Report) {
	_, share := p.bench.Progress()
	p.clock.tick(share)
	p.sights.note(keyOf(p.bench, r.Row, r.Seed), r.Parameters)
	if p.running && p.bench.Done() {
		p.done(d)
	}
}

// clock tells how long the bench has been trained, and how long the rest will take.
type clock struct {
	last  time.Time
	spent time.Duration
	from  float64 // the share of the work that was done before
}

// longest is how long a turn counts at most: in a hidden tab none is given.
const longest = 250 * time.Millisecond

// tick counts the time since the last turn.
func (c *clock) tick(share float64) {
	now := time.Now()
	if c.last.IsZero() {
		c.from = share
	} else {
		c.spent += min(longest, now.Sub(c.last))
	}
	c.last = now
}

// left returns how many seconds are left, 0 where that is not known.
func (c *clock) left(share float64) float64 {
	made := share - c.from
	if made <= 0 {
		return 0
	}
	return c.spent.Seconds() * (1 - share) / made
}
