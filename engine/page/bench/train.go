package bench

import (
	"strconv"
	"time"

	"shallows/engine/bench"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// slice is about how many multiplications are made before the clock is looked at.
const slice = 5e6

// calm is how many times as long as its share of a frame the bench trains while the run on the page rests: a click waits
// no longer than for a slow frame.
const calm = 3

// Busy reports whether runs are to be trained here.
func (p *Panel) Busy() bool { return p.running && p.workers == 0 }

// Work trains them for about so many milliseconds.
func (p *Panel) Work(d *panel.Desk, budget float64) {
	if !p.Busy() {
		return
	}
	if !d.Moving {
		budget *= calm
	}
	_, share := p.bench.Progress()
	p.clock.tick(share)
	run.Within(budget, 1<<30, slice, func() bool { return p.bench.Turn(slice) })
	if p.bench.Done() {
		p.done(d)
	}
}

// Running is the effect "bench": the runs of a bench are to be trained, from a link to it, or rest. Who trains them in
// other memories says so by "bench workers", then asks for runs by "bench next" and hands in what comes of them by "bench put".
type Running struct {
	Number   int // of the bench, which goes with each of its results
	Fragment string
	Yes      bool
}

// tell says whether the bench is to be trained, for those who train elsewhere.
func (p *Panel) tell(d *panel.Desk) {
	d.Ask("bench", Running{p.number, p.base + "&" + bench.Key + "=" + p.form.plan.Encode(), p.running})
}

// Next returns a run that has not begun, by the number of its row and of its seed; ok is false where there is none, or the
// bench rests.
func (p *Panel) Next() (row, seed int, ok bool) {
	if !p.running {
		return 0, 0, false
	}
	j := p.bench.Next()
	if j == nil {
		return 0, 0, false
	}
	return j.Row, j.Seed, true
}

// Put takes what has come of a run of the bench of a number, as [bench.Result.Text] and [PlaneOf] have it. What is of another
// bench, or none, changes nothing.
func (p *Panel) Put(d *panel.Desk, number, row, seed int, result, plane string) {
	if number != p.number || p.bench == nil || row < 0 || row >= len(p.bench.Rows()) || seed < 0 || seed >= p.bench.Plan().Seeds.Len() {
		return
	}
	r, ok := p.bench.Plan().ReadResult(result)
	if _, ended := p.bench.Result(row, seed); !ok || ended {
		return
	}
	p.bench.Put(row, seed, r)
	if isPlane(plane) {
		p.planes[p.key(row, seed)] = plane
	}
	if p.running && p.bench.Done() {
		p.done(d)
	}
}

// Job is the effect "job": a run to be trained elsewhere.
type Job struct{ Number, Row, Seed int }

func (p *Panel) next(d *panel.Desk, _ []string) {
	if row, seed, ok := p.Next(); ok {
		d.Ask("job", Job{p.number, row, seed})
	}
}

func (p *Panel) take(d *panel.Desk, words []string) {
	var numbers [3]int
	for i := range numbers {
		n, err := strconv.Atoi(words[i])
		if err != nil {
			return
		}
		numbers[i] = n
	}
	p.Put(d, numbers[0], numbers[1], numbers[2], words[3], words[4])
}

// hire takes note of how many train elsewhere. What they had begun and not brought begins anew.
func (p *Panel) hire(d *panel.Desk, words []string) {
	count, err := strconv.Atoi(words[0])
	if err != nil || count < 0 || count == p.workers {
		return
	}
	p.workers = count
	if count == 0 && p.bench != nil {
		p.renew(d)
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
