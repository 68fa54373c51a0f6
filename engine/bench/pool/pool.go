// Package pool has benches trained by workers, each of which has an engine and a memory of its own: a [Pool] hands out
// runs in orders, and a [Trainer] makes of them what it reports. Both are texts. Where there is no worker the pool trains
// in turns itself.
//
// A run is the same bit for bit whoever trains it, so neither how many workers there are nor which of them is quicker
// changes a result.
package pool

import (
	"slices"
	"time"

	"shallows/engine/bench"
)

// mostWorkers is how many workers are of use: each takes some 30 MB.
const mostWorkers = 8

// enough is about how many multiplications a worker has before it: for as long as a page may be busy that is to hand out
// more, half a second and upwards.
const enough = 2e9

// quantum is about how many multiplications are made between two looks at the clock.
const quantum = 5e6

// within calls step, of a quantum each, until so long has passed or it returns false. There are clocks that stand still;
// where so much was made that it must have passed, that ends it too.
func within(long time.Duration, step func() bool) {
	const most = 1e9
	for began, made := time.Now(), 0.; made < most && step() && time.Since(began) < long; made += quantum {
	}
}

// Pool has benches trained. It is not safe for concurrent use.
type Pool struct {
	tasks   []*Task // that have not ended, in the order in which they came
	last    int     // the number of the task that came last
	workers map[string]*worker
	wanted  int // workers
	orders  []Order
}

// worker is a worker by the runs that it has before it.
type worker struct{ runs []run }

// load is about how many multiplications they take, of what is not paused.
func (w *worker) load() float64 {
	load := 0.
	for _, r := range w.runs {
		if !r.task.paused {
			load += r.task.Bench.Work(r.row)
		}
	}
	return load
}

// run is a run that has been handed out.
type run struct {
	task      *Task
	row, seed int
}

// Order is a text for a worker, which a [Trainer] there takes.
type Order struct{ Worker, Text string }

// Task is a bench that is being trained.
type Task struct {
	Bench *bench.Bench

	pool   *Pool
	number int
	see    func(Report)
	paused bool
}

// New returns a pool without work and without workers.
func New() *Pool { return &Pool{workers: map[string]*worker{}} }

// Add has a bench trained, of which no turn has been made, after those that were added before. See is told how its runs
// get on: of each when it has ended, of some on their way.
func (p *Pool) Add(b *bench.Bench, see func(Report)) *Task {
	p.last++
	t := &Task{Bench: b, pool: p, number: p.last, see: see}
	b.Watch(func(j *bench.Job) { see(reportOf(j)) })
	p.tasks = append(p.tasks, t)
	p.fill()
	return t
}

// Cancel ends the training of a bench where it is.
func (t *Task) Cancel() { t.pool.drop(t) }

func (p *Pool) drop(t *Task) {
	p.tasks = slices.DeleteFunc(p.tasks, func(other *Task) bool { return other == t })
	p.tell(t, dropping)
	for _, w := range p.workers {
		w.runs = slices.DeleteFunc(w.runs, func(r run) bool { return r.task == t })
	}
	p.fill()
}

// Pause has a bench wait, and the runs under way with it, or go on.
func (t *Task) Pause(paused bool) {
	if paused == t.paused {
		return
	}
	t.paused = paused
	if paused {
		t.pool.tell(t, pausing)
	} else {
		t.pool.tell(t, resuming)
	}
	t.pool.fill()
}

// Paused reports whether a bench waits.
func (t *Task) Paused() bool { return t.paused }

// tell tells all workers what is to be done with the runs of a task. One that has reported its last may hear it before
// it gets the next.
func (p *Pool) tell(t *Task, what string) {
	for name := range p.workers {
		p.orders = append(p.orders, Order{name, about(what, t)})
	}
}

// Arrive takes in a worker, by a name of its own, as long as there is something to train.
func (p *Pool) Arrive(name string) {
	if len(p.tasks) == 0 {
		return
	}
	p.workers[name] = &worker{}
	for _, t := range p.tasks {
		t.Bench.Recall()
	}
	p.fill()
}

// Lose does without a worker that is no more; what it had others begin anew.
func (p *Pool) Lose(name string) {
	if w := p.workers[name]; w != nil {
		for _, r := range w.runs {
			r.task.Bench.Release(r.row, r.seed)
		}
		delete(p.workers, name)
		p.orders = slices.DeleteFunc(p.orders, func(o Order) bool { return o.Worker == name })
	}
	p.fill()
}

// Report takes what a worker reports.
func (p *Pool) Report(name, text string) {
	w := p.workers[name]
	if w == nil {
		return
	}
	for _, told := range parse(text) {
		i := slices.IndexFunc(w.runs, func(r run) bool {
			return r.task.number == told.task && r.row == told.Row && r.seed == told.Seed
		})
		if i < 0 {
			continue // of a task that was dropped
		}
		t := w.runs[i].task
		if told.Ended {
			w.runs = slices.Delete(w.runs, i, i+1)
			t.Bench.Put(told.Row, told.Seed, told.Result)
		} else {
			t.Bench.Note(told.Row, told.Seed, told.At)
		}
		t.see(told.Report)
	}
	p.fill()
}

// fill hands out runs to workers that have few before them. The nearer the end, the fewer are handed out at once, so
// that all workers end at about the same time.
func (p *Pool) fill() {
	p.tasks = slices.DeleteFunc(p.tasks, func(t *Task) bool { return t.Bench.Done() })
	for name, w := range p.workers {
		load := w.load()
		for _, t := range p.tasks {
			var runs []run
			for !t.paused && (load == 0 || load < min(enough, t.Bench.Waiting()/float64(2*len(p.workers)))) {
				row, seed, ok := t.Bench.Claim()
				if !ok {
					break
				}
				runs = append(runs, run{t, row, seed})
				load += t.Bench.Work(row)
			}
			if len(runs) > 0 {
				w.runs = append(w.runs, runs...)
				p.orders = append(p.orders, Order{name, order(t, runs)})
			}
		}
	}
}

// Orders returns the orders since the last call.
func (p *Pool) Orders() []Order {
	orders := p.orders
	p.orders = nil
	return orders
}

// Workers returns how many workers are of use, at most, and whether that is another number than at the last call. With
// nothing left to train there are none any more.
func (p *Pool) Workers() (most int, news bool) {
	was, runs := p.wanted, 0
	for _, t := range p.tasks {
		runs += t.Bench.Runs()
	}
	if p.wanted = max(p.wanted, min(runs, mostWorkers)); runs == 0 {
		p.wanted = 0
		clear(p.workers)
	}
	return p.wanted, p.wanted != was
}

// Busy reports whether there is work for Turn: as long as there is no worker.
func (p *Pool) Busy() bool {
	return len(p.workers) == 0 && slices.ContainsFunc(p.tasks, func(t *Task) bool { return !t.paused })
}

// Turn trains for about so long, where Busy says so.
func (p *Pool) Turn(long time.Duration) {
	i := slices.IndexFunc(p.tasks, func(t *Task) bool { return !t.paused })
	if i < 0 || !p.Busy() {
		return
	}
	t := p.tasks[i]
	within(long, func() bool { return t.Bench.Turn(quantum) })
	for _, j := range t.Bench.Live() {
		t.see(reportOf(j))
	}
	p.fill()
}
