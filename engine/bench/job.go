package bench

import "shallows/engine/session"

// Result is what has come of a run.
type Result struct {
	session.Metrics // where it ended; of a run that diverged, where it last was finite

	Reached int       // the first step looked at with the goal reached, -1 for none
	Curve   []float64 // the cost at the plan's Samples, as far as the run went
}

// mostSamples is how many costs of a run are kept, beside that of step 0.
const mostSamples = 50

// Samples returns the steps whose costs are kept: the first, the last and others evenly in between.
func (p Plan) Samples() []int {
	n := min(mostSamples, p.Steps)
	steps := make([]int, n+1)
	for i := range steps {
		steps[i] = i * p.Steps / n
	}
	return steps
}

// Job is one run of a plan on its way.
type Job struct {
	Row, Seed int // its row, and the number of its seed, from 0

	steps   int
	goal    Goal
	samples []int
	session *session.Session
	result  Result
	done    bool
}

// Start returns the job of seed number k of row number i, at step 0, in the room of one of the spares where that can be.
func (p Plan) Start(rows []Row, i, k int, spares *Spares) *Job {
	j := &Job{
		Row: i, Seed: k,
		steps: p.Steps, goal: p.Goal, samples: p.Samples(),
		session: spares.run(p, rows[i], k),
		result:  Result{Reached: -1},
	}
	j.session.KeepNoHistory()
	j.look()
	return j
}

// Turn trains by about so many multiplications, one step at least, and returns what is left of them where the run ends.
func (j *Job) Turn(work int) (left int) {
	for work > 0 && !j.done {
		next := j.next()
		n := min(next-j.session.At(), 1+work/j.session.Work())
		made := j.session.Step(n)
		work -= max(1, made) * j.session.Work()
		switch {
		case made < n: // it has diverged, or there is nothing to learn from
			j.done, j.result.Metrics = true, j.session.Metrics()
		case j.session.At() == next: // not where a slice happens to end
			j.look()
		}
	}
	return max(0, work)
}

// next returns the next step that is looked at.
func (j *Job) next() int {
	next := j.samples[len(j.result.Curve)]
	if j.goal.Metric != "" && j.result.Reached < 0 {
		next = min(next, nextLook(j.session.At()))
	}
	return next
}

// look notes what is to be noted of the present step, and whether the run ends there.
func (j *Job) look() {
	m := j.session.Metrics()
	if m.Step == j.samples[len(j.result.Curve)] {
		j.result.Curve = append(j.result.Curve, m.Cost)
	}
	if j.goal.Metric != "" && j.result.Reached < 0 && j.goal.reached(m) {
		j.result.Reached = m.Step
		j.done = j.goal.Stop
	}
	if m.Step == j.steps {
		j.done = true
	}
	j.result.Metrics = m
}

// Done reports whether the run has ended.
func (j *Job) Done() bool { return j.done }

// Result returns what has come of the run so far.
func (j *Job) Result() Result { return j.result }

// Session returns the run itself, to be looked at.
func (j *Job) Session() *session.Session { return j.session }
