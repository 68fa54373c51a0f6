// Package script is what programs ask of the page that takes its time: benches. What it says is for who writes them, so
// its sentences are English, as the rest of window.playground.
package script

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"shallows/engine/bench"
	"shallows/engine/bench/pool"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// Benches are those that scripts have asked for and that are being trained.
type Benches struct{ list []*asked }

// asked is a bench by the name that its script has for it, and the ticket of who waits for its rows.
type asked struct {
	name, ticket string
	bench        *bench.Bench
	task         *pool.Task
	news         bool // runs have ended
}

// Told is the effect "bench": how the bench of a name gets on. At its end the effect "ended" has a slice of Row.
type Told struct {
	Name  string
	Ended int // runs
	Runs  int // in all
}

// Row is a configuration with what has come of its runs.
type Row struct {
	Config   record.Encoded // its settings
	Fragment string         // of a link to it, at step 0
	Runs     []Run
}

// Run is a run as window.playground tells it: numbers in full, null where there is none.
type Run struct {
	Seed                                   int
	Step                                   int
	Cost, Accuracy, TestCost, TestAccuracy record.Encoded
	Diverged                               bool
	Reached                                *int
}

// Do takes: bench NAME PLAN TICKET, the plan in JSON; cancel NAME, of a bench; step NUMBER TICKET, so many more updates, and go NUMBER TICKET,
// to a step of the run so far, the number as JSON has what a script gave for it; until WHERE TICKET, up to a step or a goal.
func (b *Benches) Do(d *panel.Desk, words []string) {
	if len(words) == 2 && words[0] == "cancel" {
		b.cancel(d, words[1])
	}
	if len(words) == 4 && words[0] == "bench" {
		b.bench(d, words)
	}
	if len(words) != 3 {
		return
	}
	switch words[0] {
	case "step", "go":
		number, end := way(d, words[0], words[1])
		if end.Problem != "" {
			end.Ticket = words[2]
			d.Ask("ended", end)
			return
		}
		d.Run.Do([]string{words[0], strconv.Itoa(number), words[2]})
	case "until":
		stop, err := stopOf(d, words[1])
		if err != nil {
			d.Ask("ended", panel.Ended{Ticket: words[2], Problem: err.Error()})
			return
		}
		d.Run.Train(stop, words[2])
	}
}

// way reads the number of a way by so many steps, or to one, and says what is wrong with it, if anything.
func way(d *panel.Desk, how, given string) (number int, wrong panel.Ended) {
	v, err := strconv.ParseFloat(given, 64)
	whole := err == nil && v == math.Trunc(v)
	most := session.MaxSteps - d.Session().At()
	switch {
	case how == "go" && !whole:
		wrong.Problem = "goTo(step): step must be a whole number"
	case how == "step" && (!whole || v < 0):
		wrong.Problem = "step(n): n must be a whole number, not negative"
	case how == "step" && v > float64(most):
		wrong.Problem = fmt.Sprintf("step(n): a run ends at step %d; n can be %d at most", session.MaxSteps, most)
		wrong.Beyond = true
	}
	return int(max(-1, min(v, session.MaxSteps))), wrong
}

func (b *Benches) bench(d *panel.Desk, words []string) {
	plan, err := planOf(d, words[2])
	if err != nil {
		d.Ask("ended", panel.Ended{Ticket: words[3], Problem: err.Error()})
		return
	}
	a := &asked{name: words[1], ticket: words[3], bench: bench.Open(plan, bench.InOrder)}
	b.list = append(b.list, a)
	a.task = d.Pool.Add(a.bench, func(r pool.Report) { a.news = a.news || r.Ended })
}

// cancel ends a bench where it is, unless it has ended.
func (b *Benches) cancel(d *panel.Desk, name string) {
	b.list = slices.DeleteFunc(b.list, func(a *asked) bool {
		if a.name != name {
			return false
		}
		a.task.Cancel()
		d.Ask("ended", panel.Ended{Ticket: a.ticket})
		return true
	})
}

// Tell tells of benches whose runs have ended since the last call.
func (b *Benches) Tell(d *panel.Desk) {
	b.list = slices.DeleteFunc(b.list, func(a *asked) bool {
		if a.news {
			a.news = false
			ended, _ := a.bench.Progress()
			d.Ask("bench", Told{a.name, ended, a.bench.Runs()})
		}
		if !a.bench.Done() {
			return false
		}
		d.Ask("ended", panel.Ended{Ticket: a.ticket, Reached: true, Rows: rowsOf(a.bench)})
		return true
	})
}

func rowsOf(b *bench.Bench) []Row {
	p := b.Plan()
	var rows []Row
	for i, r := range b.Rows() {
		points := dataset.Points{}
		if r.Config.Data == dataset.Own {
			points = p.Points
		}
		row := Row{record.Encoded(r.Config.JSON()), "#" + link.Fragment(session.NewOver(r.Config, points, nil)), nil}
		for k, result := range b.Ended(i) {
			run := Run{
				Seed: int(p.Seeds.At(r.Config, k)), Step: result.Step,
				Cost: number(result.Cost), Accuracy: number(result.Accuracy),
				TestCost: number(result.TestCost), TestAccuracy: number(result.TestAccuracy),
				Diverged: result.Diverged,
			}
			if result.Reached >= 0 {
				run.Reached = &result.Reached
			}
			row.Runs = append(row.Runs, run)
		}
		rows = append(rows, row)
	}
	return rows
}

// number writes a number so that it is read as itself. JSON has no infinity, but reads what is too large as one.
func number(v float64) record.Encoded {
	switch {
	case math.IsNaN(v):
		return "null"
	case math.IsInf(v, 0):
		return record.Encoded(strconv.FormatFloat(math.Copysign(1, v), 'g', -1, 64) + "e999")
	}
	return record.Encoded(strconv.FormatFloat(v, 'g', -1, 64))
}
