package bench

import (
	"slices"

	"shallows/engine/dataset"
)

// Order is how the runs of a bench take turns. It changes no bit of them.
type Order uint8

// The orders.
const (
	InTurn  Order = iota // a race: the first seed of all rows side by side, then the next
	InOrder              // one row after the other, run by run
)

// lanes is how many runs are side by side in a race at most: of a network each, and what it has to remember.
const lanes = 64

// quantum is about how many multiplications a run makes before it is the next one's turn: enough that it need not fetch
// its numbers into the processor's caches anew all the time, which took a third of the time.
const quantum = 5e6

// Bench has the runs of a plan take turns. It is not safe for concurrent use; where its runs are trained elsewhere, in
// workers or threads, jobs go out by [Bench.Next] or [Bench.Claim], and what has come of them in by [Bench.Put].
type Bench struct {
	plan    Plan
	rows    []Row
	results [][]*Result // by row and seed, nil for what has not ended
	live    []*Job
	spares  Spares
	watch   func(*Job)
	turn    int // whose it is, of those
	next    int // of the runs, in their order
	again   []place
	away    map[place]int // the steps that claimed runs are told to have made
	order   Order
	left    int // runs that have not ended
	whole   float64
	waiting float64 // work of the runs that have not begun
	made    float64 // work of the runs that have ended
}

// place is a run's.
type place struct{ row, seed int }

// Open returns a bench at its beginning, of a plan that has no [Excess].
func Open(p Plan, order Order) *Bench {
	b := &Bench{plan: p, rows: p.Rows(), order: order, away: map[place]int{}}
	b.results = make([][]*Result, len(b.rows))
	for i := range b.rows {
		b.results[i] = make([]*Result, p.Seeds.Len())
		b.whole += b.Work(i) * float64(p.Seeds.Len())
	}
	b.left, b.waiting = b.Runs(), b.whole
	return b
}

// Runs returns how many runs there are.
func (b *Bench) Runs() int { return len(b.rows) * b.plan.Seeds.Len() }

// Work returns about how many multiplications a run of a row takes.
func (b *Bench) Work(row int) float64 { return float64(b.plan.Steps) * b.plan.work(b.rows[row].Config) }

// Plan returns what the bench makes.
func (b *Bench) Plan() Plan { return b.plan }

// Rows returns its rows. They may not be changed.
func (b *Bench) Rows() []Row { return b.rows }

// Next returns a run that has not begun, nil when all have.
func (b *Bench) Next() *Job {
	row, seed, ok := b.Claim()
	if !ok {
		return nil
	}
	return b.plan.Start(b.rows, row, seed, &Spares{})
}

// Claim returns a run that has not begun, by its row and the number of its seed, for whoever trains it elsewhere; false
// when all have.
func (b *Bench) Claim() (row, seed int, ok bool) {
	for len(b.again) > 0 || b.next < b.Runs() {
		row, seed = b.following()
		b.waiting -= b.Work(row)
		if b.results[row][seed] == nil {
			return row, seed, true
		}
	}
	return 0, 0, false
}

// following returns the run whose turn to begin it is: what was given back comes first.
func (b *Bench) following() (row, seed int) {
	if len(b.again) > 0 {
		first := b.again[0]
		b.again = b.again[1:]
		return first.row, first.seed
	}
	row, seed = b.next%len(b.rows), b.next/len(b.rows)
	if b.order == InOrder {
		row, seed = b.next/b.plan.Seeds.Len(), b.next%b.plan.Seeds.Len()
	}
	b.next++
	return row, seed
}

// Release gives back a run that has begun: it begins anew.
func (b *Bench) Release(row, seed int) {
	delete(b.away, place{row, seed})
	b.again = append(b.again, place{row, seed})
	b.waiting += b.Work(row)
}

// Recall gives back the runs that Turn is at.
func (b *Bench) Recall() {
	for _, j := range b.live {
		b.Release(j.Row, j.Seed)
	}
	b.live = nil
}

// Waiting returns about how many multiplications the runs take that have not begun.
func (b *Bench) Waiting() float64 { return b.waiting }

// Note takes that a run which was claimed has made so many steps, for [Bench.Progress].
func (b *Bench) Note(row, seed, step int) { b.away[place{row, seed}] = step }

// Put takes what has come of a run that has ended, once.
func (b *Bench) Put(row, seed int, r Result) {
	if b.results[row][seed] == nil {
		b.left--
		b.made += b.Work(row)
	}
	b.results[row][seed] = &r
	delete(b.away, place{row, seed})
}

// Adopt takes over what has come of runs of another bench that are this one's too, so that rows are added, removed and put
// in another order without training again. It is called before the first turn.
func (b *Bench) Adopt(other *Bench) {
	p, q := b.plan, other.plan
	if p.Steps != q.Steps || p.Goal != q.Goal {
		return
	}
	moved := !p.Points.Equal(q.Points) // which rows over other data do not see
	ended := make(map[string]*Result)
	for i, row := range other.rows {
		if moved && row.Config.Data == dataset.Own {
			continue
		}
		for k, r := range other.results[i] {
			ended[q.Seeds.In(row.Config, k).Encode()] = r
		}
	}
	for i, row := range b.rows {
		for k := range b.results[i] {
			if r := ended[p.Seeds.In(row.Config, k).Encode()]; r != nil {
				b.Put(i, k, *r)
			}
		}
	}
}

// Turn trains by about so many multiplications, and reports whether there is more to do. A caller that has only some
// milliseconds gives as many as fitted into the last ones; to pause it makes no turn, to cancel it drops the bench.
func (b *Bench) Turn(work int) (more bool) {
	for work > 0 && b.left > 0 {
		for len(b.live) < b.width() {
			row, seed, ok := b.Claim()
			if !ok {
				break
			}
			b.live = append(b.live, b.plan.Start(b.rows, row, seed, &b.spares))
		}
		if len(b.live) == 0 {
			return false // the rest is elsewhere
		}
		b.turn %= len(b.live)
		j := b.live[b.turn]
		share := min(work, quantum)
		work -= share - j.Turn(share)
		if j.Done() {
			b.Put(j.Row, j.Seed, j.Result())
			if b.watch != nil {
				b.watch(j)
			}
			b.spares.Keep(j)
			b.live = slices.Delete(b.live, b.turn, b.turn+1)
		} else {
			b.turn++
		}
	}
	return b.left > 0
}

// width is how many runs are side by side.
func (b *Bench) width() int {
	if b.order == InTurn {
		return lanes
	}
	return 1
}

// Live returns the runs that are being trained, to be looked at while they last.
func (b *Bench) Live() []*Job { return b.live }

// Watch has see told of each run that ends in a turn, to look at it a last time: its session is not kept.
func (b *Bench) Watch(see func(*Job)) { b.watch = see }

// Done reports whether all runs have ended.
func (b *Bench) Done() bool { return b.left == 0 }

// Progress returns how many runs have ended, and the share of all work that is done, from 0 to 1.
func (b *Bench) Progress() (ended int, share float64) {
	if b.left == 0 {
		return b.Runs(), 1
	}
	made := b.made
	for _, j := range b.live {
		made += float64(j.session.At()) * b.plan.work(b.rows[j.Row].Config)
	}
	for run, step := range b.away {
		made += float64(step) * b.plan.work(b.rows[run.row].Config)
	}
	return b.Runs() - b.left, made / b.whole
}

// Remaining returns how long the rest will take, in the unit of spent, which the share of the work has taken. It is 0
// before anything is done.
func Remaining(spent, share float64) float64 {
	if share <= 0 {
		return 0
	}
	return spent/share - spent
}

// Result returns what has come of a run, false where it has not ended.
func (b *Bench) Result(row, seed int) (r Result, ended bool) {
	if b.results[row][seed] == nil {
		return Result{Reached: -1}, false
	}
	return *b.results[row][seed], true
}

// Ended returns the results of a row's runs that have ended, in the order of seeds.
func (b *Bench) Ended(row int) []Result {
	var list []Result
	for _, r := range b.results[row] {
		if r != nil {
			list = append(list, *r)
		}
	}
	return list
}
