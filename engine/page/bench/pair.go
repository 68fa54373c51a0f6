package bench

import (
	"math"
	"slices"
	"strconv"
	"time"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// Pair lays two rows of the bench side by side, in a dialog over the page: one step of both is on show, and what drives
// one drives both. Their runs are made again, from their settings.
type Pair struct {
	panel *Panel
	bench *bench.Bench // whose rows they are, nil while the dialog is closed
	seed  int          // the number of the seed of both
	sides [2]side

	at, goal int // the step on show, and the one that they are on their way to
	playing  bool
	frame    time.Time // of playing, when the last one came
	owed     float64   // steps that are due

	pointed place // of both planes
	pulled  bool  // the pointer has gone down on the costs

	told   bool // that the dialog is open
	record *PairRecord
	drawn  look
	rests  time.Time // until when the record stays, while they move
	curves costs
}

// place is one of the plane, in shares of its edges from the upper left; there is none where there is not.
type place struct {
	there   bool
	x, down float64
}

// playtime is how long it takes to play all steps, where the runs are quick enough for that.
const playtime = 15 * time.Second

// stretch is about how many multiplications are made between two looks at the clock.
const stretch = 1e6

// Marks are of rows that are to be laid side by side: two at most, of which the first in the table stands at the left.
func (p *Panel) marks() []int {
	if p.bench == nil {
		return nil
	}
	m := p.rows()
	all := len(m.keys) == 2 && len(p.table.marked) == 0 // there is nothing to choose
	var rows []int
	for _, l := range p.lines(m) {
		if (all || slices.Contains(p.table.marked, m.keys[l.Row])) && len(rows) < 2 {
			rows = append(rows, l.Row)
		}
	}
	return rows
}

// mark marks a row, or no longer; where there are two already, the one that was marked first gives way.
func (p *Panel) mark(row int, on bool) {
	t, keys := &p.table, p.rows().keys
	if len(t.marked) == 0 {
		for _, marked := range p.marks() {
			t.marked = append(t.marked, keys[marked])
		}
	}
	t.marked = slices.DeleteFunc(t.marked, func(key string) bool { return key == keys[row] || !slices.Contains(keys, key) })
	if on {
		t.marked = append(t.marked[max(0, len(t.marked)-1):], keys[row])
	}
}

// Pair returns what lays two rows of the bench side by side.
func (p *Panel) Pair() *Pair { return &p.pair }

// open opens the dialog on the rows that are marked, where their runs ended.
func (p *Pair) open(d *panel.Desk) {
	rows := p.panel.marks()
	if len(rows) < 2 {
		return
	}
	p.bench = p.panel.bench
	p.seed = p.panel.seedOf(p.panel.rows().keys[rows[0]])
	p.sides[0].row, p.sides[1].row = rows[0], rows[1]
	p.begin()
	p.goal = p.last()
	d.Ask("dialog", panel.Dialog{Element: "pair-dialog", First: "#pair-play"})
}

// close closes it, where the bench is another or the panel is left.
func (p *Pair) close(d *panel.Desk) {
	if p.bench != nil {
		d.Ask("close", panel.Dialog{Element: "pair-dialog"})
		*p = Pair{panel: p.panel, told: p.told}
	}
}

// begin makes both runs, at step 0.
func (p *Pair) begin() {
	rows, plan := p.bench.Rows(), p.bench.Plan()
	differing := plan.Differing([]bench.Row{rows[p.sides[0].row], rows[p.sides[1].row]})
	differing = slices.DeleteFunc(differing, func(s *config.Setting) bool {
		return s.Text(rows[p.sides[0].row].Config) == s.Text(rows[p.sides[1].row].Config)
	})
	for i := range p.sides {
		row := p.sides[i].row
		p.sides[i] = newSide(p.bench, row, p.seed, nameOf(differing, rows[row]))
	}
	p.at, p.playing, p.curves, p.record = 0, false, costs{}, nil
}

// last is the last step that there is to be seen.
func (p *Pair) last() int { return max(p.sides[0].end, p.sides[1].end) }

// Do takes: toggle, which plays or pauses; step; back; place STEP; key NAME, a key in the dialog that none of its controls
// takes; at VERB X Y KIND BUTTON, what a pointer does over one of the planes, in shares of it, and pull VERB X Y KIND BUTTON over the
// costs, which lead along; seed NUMBER of the bench's; open SIDE, which makes the left run, 0, or the right one the run on the page; close, as
// the dialog has been closed.
func (p *Pair) Do(d *panel.Desk, words []string) {
	if p.bench == nil || len(words) == 0 {
		return
	}
	if len(words) == 6 {
		p.point(words[0], words[1], words[2:4], words[5])
		return
	}
	verb, number, ok := words[0], 0, false
	if len(words) == 2 {
		var err error
		number, err = strconv.Atoi(words[1])
		ok = err == nil
	}
	if verb == "key" && len(words) == 2 {
		verb = map[string]string{"Space": "toggle", "ArrowRight": "step", "ArrowLeft": "back"}[words[1]]
	}
	p.record = nil
	switch {
	case verb == "toggle":
		p.toggle()
	case verb == "step":
		p.lead(p.at + 1)
	case verb == "back":
		p.lead(p.at - 1)
	case verb == "place" && ok:
		p.lead(number)
	case verb == "seed" && ok && number >= 0 && number < p.bench.Plan().Seeds.Len():
		goal := p.goal
		p.seed = number
		p.begin()
		p.lead(goal)
	case verb == "open" && ok && number >= 0 && number < len(p.sides):
		side := p.sides[number]
		seed := p.seed
		p.close(d)
		p.panel.put(d, side.row, seed, side.run.At())
	case verb == "close":
		*p = Pair{panel: p.panel, told: p.told}
	}
}

// point follows the pointer: over one plane it is at the same place of the other, and over the costs it pulls the step along.
func (p *Pair) point(over, verb string, at []string, button string) {
	var x, y float64
	if !panel.ReadNumbers(at, &x, &y) {
		return
	}
	switch {
	case over == "at":
		if p.pointed = (place{}); verb != "leave" && x >= 0 && x <= 1 && y >= 0 && y <= 1 {
			p.pointed = place{true, x, y}
		}
	case over == "pull":
		if verb != "move" {
			p.pulled = verb == "press" && button == "0"
		}
		if p.pulled && p.curves.plot != nil {
			left, wide, w := p.curves.extent()
			p.lead(int(math.Round(float64(p.last()) * (x*wide - left) / w)))
		}
	}
}

// toggle plays, from the beginning where the end is on show, or pauses.
func (p *Pair) toggle() {
	if p.playing {
		p.lead(p.at)
		return
	}
	goal := p.at
	if p.at == p.last() {
		goal = 0
	}
	p.lead(goal)
	p.playing, p.frame, p.owed = true, time.Now(), 0
}

// lead has both runs go to a step, and rest there.
func (p *Pair) lead(step int) { p.goal, p.playing = max(0, min(step, p.last())), false }

// News reports whether there may be something to show.
func (p *Pair) News() bool { return p.told || p.bench != nil }

// busy reports whether they are on their way.
func (p *Pair) busy() bool { return p.bench != nil && (p.playing || p.at != p.goal) }

// work goes on for about so many milliseconds.
func (p *Pair) work(budget float64) {
	if p.playing && p.at == p.goal {
		p.goal = min(p.last(), p.at+p.due(time.Now()))
	}
	multiplications := p.sides[0].run.Work() + p.sides[1].run.Work()
	run.Within(budget, math.MaxInt, multiplications, func() bool {
		return p.at != p.goal && p.move(1+stretch/multiplications)
	})
	p.playing = p.playing && p.goal < p.last()
}

// due returns how many steps are due since the last frame.
func (p *Pair) due(now time.Time) int {
	p.owed += min(longest, now.Sub(p.frame)).Seconds() * float64(p.last()) / playtime.Seconds()
	p.frame = now
	whole := math.Floor(p.owed)
	p.owed -= whole
	return int(whole)
}

// move brings both runs nearer to their goal by some updates. On the way forward they stay side by side; on the way back the
// step on show stays until both are there.
func (p *Pair) move(updates int) bool {
	to := p.goal
	if to > p.at {
		to = min(to, p.at+updates)
	}
	there := true
	for i := range p.sides {
		there = p.sides[i].lead(to, updates) && there
	}
	if there {
		p.at = to
	}
	return true
}
