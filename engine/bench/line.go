package bench

import (
	"cmp"
	"math"
	"slices"

	"shallows/engine/config"
)

// Line is what a table shows of a row.
type Line struct {
	Row      int
	Settings []string           // the values of those in which rows differ, see [Differing]
	Ended    int                // runs
	Diverged int                // of these
	Rate     Rate               // without a goal, none
	Spread   map[Metric]Summary // with a goal, of Share too: as pictures have it
}

// Blown reports whether half the runs or more diverged: the numbers in the middle are then the last finite ones of runs
// that have no end.
func (l Line) Blown() bool { return l.Diverged > 0 && 2*l.Diverged >= l.Ended }

// Lines returns a line for each row, in their order, over the runs that have ended.
func (b *Bench) Lines() []Line {
	lines := make([]Line, len(b.rows))
	differing := b.plan.Differing(b.rows)
	for i := range b.rows {
		lines[i] = b.Line(i, differing)
	}
	return lines
}

// Line returns the line of one row, with the settings in which rows differ.
func (b *Bench) Line(row int, differing []*config.Setting) Line {
	results := b.Ended(row)
	l := Line{Row: row, Ended: len(results), Diverged: Diverged(results), Spread: make(map[Metric]Summary)}
	if m := b.plan.Goal.Metric; m != "" {
		l.Rate = RateOf(results, m)
		l.Spread[Share] = l.Rate.summary()
	}
	for _, s := range differing {
		l.Settings = append(l.Settings, s.Text(b.rows[row].Config))
	}
	for _, m := range Metrics {
		l.Spread[m] = Summarise(results, m)
	}
	return l
}

// Sort puts lines in the order of a number of theirs. Equal ones stay as they are, and those without come last.
func Sort(lines []Line, by func(Line) float64, descending bool) {
	slices.SortStableFunc(lines, func(a, b Line) int {
		x, y := by(a), by(b)
		switch {
		case math.IsNaN(x) || math.IsNaN(y):
			return cmp.Compare(indicator(math.IsNaN(x)), indicator(math.IsNaN(y)))
		case descending:
			x, y = y, x
		}
		return cmp.Compare(x, y)
	})
}

func indicator(is bool) int {
	if is {
		return 1
	}
	return 0
}
