package pool

import (
	"slices"
	"time"

	"shallows/engine/bench"
)

// Trainer trains the runs that it is ordered to, one after the other. It is not safe for concurrent use.
type Trainer struct {
	jobs   []*job
	paused []int // numbers of tasks
	spares bench.Spares
}

// job is a run that a trainer has before it.
type job struct {
	task, row, seed int
	start           func(*bench.Spares) *bench.Job
	begun           *bench.Job // nil before it begins
}

// Order takes an order of a [Pool]. One of another form changes nothing.
func (t *Trainer) Order(text string) {
	what, task, jobs := read(text)
	switch what {
	case training:
		t.jobs = append(t.jobs, jobs...)
	case pausing:
		t.paused = append(t.paused, task)
	case resuming, dropping:
		t.paused = slices.DeleteFunc(t.paused, func(other int) bool { return other == task })
	}
	if what == dropping {
		t.jobs = slices.DeleteFunc(t.jobs, func(j *job) bool { return j.task == task })
	}
}

// Turn trains for about so long and returns a report of what has come of that, "" where there is nothing to do.
func (t *Trainer) Turn(long time.Duration) (report string) {
	var b []byte
	var at *job // under way
	within(long, func() bool {
		i := slices.IndexFunc(t.jobs, func(j *job) bool { return !slices.Contains(t.paused, j.task) })
		if i < 0 {
			return false
		}
		at = t.jobs[i]
		if at.begun == nil {
			at.begun = at.start(&t.spares)
		}
		at.begun.Turn(quantum)
		if at.begun.Done() {
			b = appendReport(b, at.task, at.report())
			t.spares.Keep(at.begun)
			t.jobs, at = slices.Delete(t.jobs, i, i+1), nil
		}
		return true
	})
	if at != nil {
		b = appendReport(b, at.task, at.report())
	}
	return string(b)
}

// report tells of a run under the numbers that it has in its bench.
func (j *job) report() Report {
	r := reportOf(j.begun)
	r.Row, r.Seed = j.row, j.seed
	return r
}
