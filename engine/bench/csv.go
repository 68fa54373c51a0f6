package bench

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/link"
	"shallows/engine/number"
)

// WriteCSV writes a line of each run that has ended, row by row: the settings in which rows differ, its seed, what came of the run
// in full precision, nothing where that is no number, and the fragment of a link to where it ended.
func (b *Bench) WriteCSV(w io.Writer) error {
	seed := "seed"
	if b.plan.Seeds.Of == Points {
		seed = "dseed"
	}
	differing := slices.DeleteFunc(b.plan.Differing(b.rows), func(s *config.Setting) bool { return s.Key == seed })
	head := []string{"row"}
	for _, s := range differing {
		head = append(head, s.Key)
	}
	lines := csv.NewWriter(w)
	lines.Write(append(head, seed, "step", "cost", "accuracy", "testCost", "testAccuracy", "diverged", "reached", "fragment")) // Error tells
	for i, row := range b.rows {
		for k := range b.results[i] {
			r, ended := b.Result(i, k)
			if !ended {
				continue
			}
			cells := []string{strconv.Itoa(i + 1)}
			for _, s := range differing {
				cells = append(cells, s.Text(row.Config))
			}
			cells = append(cells, b.plan.Seeds.Text(row.Config, k), strconv.Itoa(r.Step),
				number.Exact(r.Cost), number.Exact(r.Accuracy), number.Exact(r.TestCost), number.Exact(r.TestAccuracy),
				strconv.FormatBool(r.Diverged), reached(r.Reached), at(link.Fragment(b.plan.Run(row, k)), r.Step))
			lines.Write(cells)
		}
	}
	lines.Flush()
	return lines.Error()
}

// WriteLinesCSV writes a line of each row: the settings in which rows differ, how many runs have ended, diverged and reached
// the goal, the interval of that share and the median of the steps it took, and how each metric is spread.
func (b *Bench) WriteLinesCSV(w io.Writer) error {
	head := []string{"row"}
	for _, s := range b.plan.Differing(b.rows) {
		head = append(head, s.Key)
	}
	head = append(head, "runs", "diverged", "reached", "shareLow", "shareHigh", "steps")
	for _, m := range Metrics {
		for _, of := range []string{"Median", "Lower", "Upper", "Best", "Worst"} {
			head = append(head, string(m)+of)
		}
	}
	lines := csv.NewWriter(w)
	lines.Write(head) // Error tells
	for _, l := range b.Lines() {
		cells := append([]string{strconv.Itoa(l.Row + 1)}, l.Settings...)
		cells = append(cells, strconv.Itoa(l.Ended), strconv.Itoa(l.Diverged))
		if l.Rate.Runs == 0 {
			cells = append(cells, "", "", "", "")
		} else {
			cells = append(cells, strconv.Itoa(l.Rate.Reached), number.Exact(l.Rate.Low), number.Exact(l.Rate.High), number.Exact(l.Rate.Steps))
		}
		for _, m := range Metrics {
			s := l.Spread[m]
			for _, v := range []float64{s.Median, s.Lower, s.Upper, s.Best, s.Worst} {
				cells = append(cells, number.Exact(v))
			}
		}
		lines.Write(cells)
	}
	lines.Flush()
	return lines.Error()
}

func reached(step int) string {
	if step < 0 {
		return ""
	}
	return strconv.Itoa(step)
}

// at returns the fragment of a run at step 0 with a step to train it to, before the points that end it.
func at(fragment string, step int) string {
	settings, points, found := strings.Cut(fragment, "&z=")
	settings += "&steps=" + strconv.Itoa(step)
	if found {
		settings += "&z=" + points
	}
	return settings
}
