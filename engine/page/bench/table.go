package bench

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/page/panel"
)

// table is how the rows are looked at. Rows go by their settings, as the numbers of others change with one.
type table struct {
	by     string // the column that they are sorted by, "" for none
	down   bool
	order  []string // by hand
	pinned []string
	marked []string       // to be laid side by side, the last ones
	more   string         // the row whose details are on show
	seeds  map[string]int // whose plane is, 0 where it is not said
	most   int            // rows on show, beside the first ones
	metric bench.Metric   // in the picture, "" for the first
}

// page is how many rows are shown first, and how many more each time.
const page = 25

// do takes: sort COLUMN; pin, remove, more ROW; mark ROW true or false; move ROW up or down; seed ROW NUMBER; rows, for more of them; metric NAME,
// in the picture. It reports whether there is such a word.
func (t *table) do(p *Panel, d *panel.Desk, words []string) bool {
	row, key := -1, ""
	if len(words) > 1 && p.bench != nil {
		if n, err := strconv.Atoi(words[1]); err == nil && n >= 0 && n < len(p.bench.Rows()) {
			row, key = n, p.rows().keys[n]
		}
	}
	switch verb := words[0] + " " + strconv.Itoa(len(words)-1); {
	case verb == "sort 1":
		t.sort(words[1])
	case verb == "rows 0":
		t.most += page
		rest(d)
	case verb == "metric 1":
		if m := bench.Metric(words[1]); m == bench.Share || slices.Contains(bench.Metrics, m) {
			t.metric = m
		}
	case row < 0:
		return false
	case verb == "pin 1":
		if i := slices.Index(t.pinned, key); i >= 0 {
			t.pinned = slices.Delete(t.pinned, i, i+1)
		} else {
			t.pinned = append(t.pinned, key)
		}
	case verb == "mark 2":
		p.mark(row, words[2] == "true")
	case verb == "more 1":
		if t.more == key {
			key = ""
		}
		t.more = key
	case verb == "remove 1":
		p.remove(d, row)
		rest(d)
	case verb == "move 2":
		t.move(p, key, words[2])
	case verb == "seed 2":
		if k, err := strconv.Atoi(words[2]); err == nil && k >= 0 && k < p.bench.Plan().Seeds.Len() {
			if t.seeds == nil {
				t.seeds = map[string]int{}
			}
			t.seeds[key] = k
		}
	default:
		return false
	}
	return true
}

// sort sorts by a column, the other way round where that is done, and no more after that.
func (t *table) sort(column string) {
	first := column == string(bench.Accuracy) || column == string(bench.TestAccuracy) || column == "share"
	switch {
	case t.by != column:
		t.by, t.down = column, first
	case t.down == first:
		t.down = !first
	default:
		t.by = ""
	}
}

// move moves a row by one place; from then on the order is the reader's.
func (t *table) move(p *Panel, key, way string) {
	m := p.rows()
	var keys []string
	for _, l := range p.lines(m) {
		keys = append(keys, m.keys[l.Row])
	}
	i := slices.Index(keys, key)
	j := i + 1
	if way == "up" {
		j = i - 1
	}
	if j < 0 || j >= len(keys) || slices.Contains(t.pinned, keys[i]) != slices.Contains(t.pinned, keys[j]) {
		return
	}
	keys[i], keys[j] = keys[j], keys[i]
	t.order, t.by = keys, ""
}

// removable reports whether a row can be removed: it is beside those that vary, or the only one of its value.
func (p *Panel) removable(row int) bool {
	plan := p.bench.Plan()
	if len(p.bench.Rows()) == 1 {
		return false
	}
	return p.bench.Rows()[row].Places == nil || len(plan.Vary) == 1 && len(plan.Vary[0].Values) > 1
}

// remove takes a row out of the plan.
func (p *Panel) remove(d *panel.Desk, row int) {
	if !p.removable(row) || p.form.excess != nil {
		return
	}
	p.keep(d, "bench.removed")
	plan, r := p.bench.Plan(), p.bench.Rows()[row]
	if r.Places == nil {
		i := row - (len(p.bench.Rows()) - len(plan.Added))
		p.form.added = slices.Delete(slices.Clone(p.form.added), i, i+1)
	} else {
		values := slices.Delete(slices.Clone(plan.Vary[0].Values), r.Places[0], r.Places[0]+1)
		for i := range p.form.axes {
			if p.form.axes[i].key == plan.Vary[0].Key {
				p.form.axes[i].text = strings.Join(values, ";")
			}
		}
	}
	p.set = true
	p.renew(d)
}

// lines returns the table's lines in the order that the reader chose.
func (p *Panel) lines(m *memory) []bench.Line {
	t := p.table
	lines := slices.Clone(m.lines)
	place := func(l bench.Line) float64 {
		if i := slices.Index(t.order, m.keys[l.Row]); i >= 0 {
			return float64(i)
		}
		return float64(len(t.order) + l.Row)
	}
	if len(t.order) > 0 {
		bench.Sort(lines, place, false)
	}
	if t.by != "" {
		bench.Sort(lines, valueIn(m, t.by), t.down)
	}
	bench.Sort(lines, func(l bench.Line) float64 {
		if slices.Contains(t.pinned, m.keys[l.Row]) {
			return 0
		}
		return 1
	}, false)
	return lines
}

// valueIn returns what a column is sorted by.
func valueIn(m *memory, column string) func(bench.Line) float64 {
	for at, s := range m.differing {
		if s.Key == column {
			return settingIn(m.lines, at)
		}
	}
	return func(l bench.Line) float64 {
		switch column {
		case "share":
			if l.Rate.Runs == 0 {
				return math.NaN()
			}
			return float64(l.Rate.Reached) / float64(l.Rate.Runs)
		case "steps":
			return l.Rate.Steps
		case "diverged":
			return float64(l.Diverged)
		case "runs":
			return float64(l.Ended)
		}
		if l.Blown() {
			return math.NaN() // and so last
		}
		return l.Spread[bench.Metric(column)].Median
	}
}

// settingIn returns the numbers of a setting, or where one is none the places of rows.
func settingIn(lines []bench.Line, at int) func(bench.Line) float64 {
	numeric := true
	for _, l := range lines {
		_, err := strconv.ParseFloat(l.Settings[at], 64)
		numeric = numeric && err == nil
	}
	return func(l bench.Line) float64 {
		if !numeric {
			return float64(l.Row)
		}
		v, _ := strconv.ParseFloat(l.Settings[at], 64)
		return v
	}
}

// seedOf returns whose plane a row shows, by its key.
func (p *Panel) seedOf(key string) int {
	return min(p.table.seeds[key], p.bench.Plan().Seeds.Len()-1)
}
