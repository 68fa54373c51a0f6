// Package bench trains many runs side by side. Its rows are configurations, made by varying a setting or two; each is run
// from several seeds, since one run is an anecdote. A [Plan] says which runs there are, a [Job] is one of them on its way,
// a [Bench] has them all take turns, and what has come of them are a [Summary], a [Rate], curves and pictures.
//
// A run is that of [session.NewOver] with the same settings, bit for bit, however its steps are sliced and whatever else
// is trained meanwhile. No run is kept: each can be made again.
package bench

import (
	"fmt"
	"math"
	"slices"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// The most that a plan can ask for.
const (
	MostRuns     = 1000
	MostSeeds    = 100
	MostSteps    = 100000
	MostExamples = 2e10 // that updates take, of all runs
)

// Plan is which runs a bench makes.
type Plan struct {
	Base   config.Config  // what is not varied, with no steps
	Points dataset.Points // own data, where a row is about them

	Vary  []Axis          // at most two, the first the outer one
	Added [][]config.Pair // rows beside, each by how it differs from Base
	Seeds Seeds
	Steps int // of each run, from 1
	Goal  Goal
}

// New returns the plan of a few runs of c, one row.
func New(c config.Config, points dataset.Points) Plan {
	c.Steps = 0
	return Plan{Base: c, Points: points, Seeds: Seeds{Of: Weights, Count: usualSeeds}, Steps: usualSteps}
}

const usualSeeds, usualSteps = 5, 1000

// Row is a configuration, without steps.
type Row struct {
	Config config.Config
	Places []int // along each axis of the plan, the number of its value; nil for a row beside
}

// RowCount returns how many rows there are.
func (p Plan) RowCount() int {
	crossed := 1
	for _, a := range p.Vary {
		crossed *= len(a.Values)
	}
	if len(p.Vary) == 0 && len(p.Added) > 0 {
		crossed = 0
	}
	return crossed + len(p.Added)
}

// Rows returns the rows: every value of the first axis with every one of the second, then those beside. With neither
// there is one, of Base. A value that does not suit the others in its row becomes their default, as in links.
func (p Plan) Rows() []Row {
	rows := []Row{{Config: p.Base}}
	if len(p.Vary) == 0 && len(p.Added) > 0 {
		rows = nil
	}
	for i, a := range p.Vary {
		var crossed []Row
		for _, row := range rows {
			for at, value := range a.Values {
				pairs := []config.Pair{{Key: a.Key, Value: value}}
				for j, place := range row.Places {
					pairs = append(pairs, config.Pair{Key: p.Vary[j].Key, Value: p.Vary[j].Values[place]})
				}
				c, _ := p.Base.With(pairs...)
				crossed = append(crossed, Row{c, append(slices.Clone(row.Places[:i]), at)})
			}
		}
		rows = crossed
	}
	for _, pairs := range p.Added {
		c, _ := p.Base.With(pairs...)
		c.Steps = 0
		rows = append(rows, Row{Config: c})
	}
	return rows
}

// Has reports whether runs of a row have a number of a metric: accuracy is that of classes, and test metrics of points
// that are held back.
func (p Plan) Has(r Row, m Metric) bool {
	c, n := r.Config, p.points(r.Config)
	held := dataset.Held(n, c.Test)
	return n > 0 && !(m.Rises() && c.Regression()) && (held > 0 || m != TestCost && m != TestAccuracy)
}

// points returns how many points c has.
func (p Plan) points(c config.Config) int {
	switch {
	case c.Data == dataset.Own:
		return p.Points.Len()
	case !c.Data.IsDrawn():
		return dataset.Recipe{Kind: c.Data}.Set().Len()
	}
	return c.N
}

// Differing returns the settings in which rows differ, and those that vary be it over one value, in the order of links.
func (p Plan) Differing(rows []Row) []*config.Setting {
	var list []*config.Setting
	for i := range config.Settings {
		s := &config.Settings[i]
		varies := slices.ContainsFunc(p.Vary, func(a Axis) bool { return a.Key == s.Key })
		if varies || slices.ContainsFunc(rows, func(r Row) bool { return s.Text(r.Config) != s.Text(rows[0].Config) }) {
			list = append(list, s)
		}
	}
	return list
}

// Run returns the run of a row with its seed number k, from 0, at step 0.
func (p Plan) Run(r Row, k int) *session.Session {
	return session.NewOver(p.Seeds.In(r.Config, k), p.Points, nil)
}

// Stand gives a run parameters that it had on its way, to be looked at, not to be trained on. It reports whether they are
// its network's.
func Stand(s *session.Session, parameters []float64) bool {
	none := make([]float64, len(parameters)) // what an optimizer remembers is not seen
	return s.Restore(session.State{Parameters: parameters, V: none, S: none}) == nil
}

// examples returns how many training examples an update of c takes.
func (p Plan) examples(c config.Config) int {
	n := p.points(c)
	n -= dataset.Held(n, c.Test)
	if c.Batch > 0 {
		n = min(n, c.Batch)
	}
	return n
}

// work returns about how many multiplications a step of c takes, like [session.Session.Work].
func (p Plan) work(c config.Config) float64 {
	parameters := nn.Architecture{Sizes: c.Sizes()}.ParameterCount()
	return max(2000, 6*float64(parameters*p.examples(c)))
}

// Excess is what of a plan is too much, and how much of it would do.
type Excess struct {
	Key       string  // rows, seeds or steps: what to have fewer of; last where seeds go beyond the last there is
	Has, Most float64 // rows there are and can be; for seeds, runs; for steps, examples that updates take; for last, the first seed and the last
	Fits      int     // so many rows, seeds or steps
}

// Error says so, for who does not read a page.
func (e *Excess) Error() string {
	switch e.Key {
	case "rows": // beyond that they are not counted
		return fmt.Sprintf("that makes more than the %.0f rows that are possible: leave values out", e.Most)
	case "last":
		return fmt.Sprintf("seeds from %.0f on go beyond %.0f, the last there is: have %d or fewer", e.Has, e.Most, e.Fits)
	case "seeds":
		return fmt.Sprintf("that makes %.0f runs, and %.0f are possible: have at most %d seeds", e.Has, e.Most, e.Fits)
	}
	return fmt.Sprintf("that makes %.0f examples in updates, and %.0f are possible: have at most %d steps", e.Has, e.Most, e.Fits)
}

// Excess returns what is to be cut, nil of a plan that can be run.
func (p Plan) Excess() *Excess {
	rows, seeds := p.RowCount(), p.Seeds.Len()
	if rows > MostRuns {
		return &Excess{"rows", float64(rows), MostRuns, MostRuns}
	}
	if runs := rows * seeds; runs > MostRuns {
		return &Excess{"seeds", float64(runs), MostRuns, MostRuns / rows}
	}
	perStep := 0.
	for _, r := range p.Rows() {
		if fits := p.Seeds.fits(r.Config); fits < seeds {
			return &Excess{"last", float64(p.Seeds.At(r.Config, 0)), math.MaxUint32, fits}
		}
		perStep += float64(seeds * p.examples(r.Config))
	}
	if all := perStep * float64(p.Steps); all > MostExamples {
		return &Excess{"steps", all, MostExamples, int(MostExamples / perStep)}
	}
	return nil
}
