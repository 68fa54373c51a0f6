package bench

import (
	"math"
	"slices"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Picture is a metric against what varies.
type Picture struct {
	Key     string
	Metrics []panel.Choice
	Metric  string
	Caption record.Text
	Drawn   record.Markup
	Label   record.Text // what it shows
	Says    []Problem   // what is marked in it
}

// picture returns the picture of the bench, none where nothing varies or no run has ended.
func (p *Panel) picture() []Picture {
	plan := p.bench.Plan()
	metrics := p.shownMetrics()
	if plan.Goal.Metric != "" {
		metrics = append(metrics, bench.Share)
	}
	m := p.table.metric
	if !slices.Contains(metrics, m) {
		m = metrics[0]
	}
	r := Picture{Key: "picture", Metric: string(m)}
	for _, one := range metrics {
		r.Metrics = append(r.Metrics, panel.Choice{Key: string(one), Name: record.T("bench.metric." + string(one)), Chosen: one == m})
	}
	label := p.labelled(m)
	if label.Key == "" {
		return nil
	}
	r.Label = label
	name := func(at int) record.Text { return record.T("setting." + plan.Vary[at].Key) }
	if bands := p.bench.Bands(m); bands != nil {
		r.Caption = record.T(wordsOf(m).bands, "metric", unit(m), "name", name(0))
		var above []any
		r.Drawn, above = drawBands(bands, plan.Vary[0].Key, m, p.bound(m))
		if plan.Vary[0].Key == "lr" {
			r.Says = says(bands)
		}
		if len(above) > 0 {
			r.Says = append(r.Says, Problem{"above", record.T("bench.above", "at", above)})
		}
	} else {
		r.Caption = record.T(wordsOf(m).heat, "metric", unit(m), "down", name(0), "across", name(1))
		r.Drawn = drawHeat(p.bench.Heat(m), labelsOf(plan.Vary[0].Key, plan.Vary[0].Values), labelsOf(plan.Vary[1].Key, plan.Vary[1].Values), m, p.bound(m))
	}
	if some := p.blown(); some > 0 {
		r.Says = append(r.Says, Problem{"blown", record.T("bench.blown", "count", some, "all", len(p.rows().lines))})
	}
	return []Picture{r}
}

// texts are the keys of what is said of a picture.
type texts struct{ bands, heat, extremes string }

func wordsOf(m bench.Metric) texts {
	if m == bench.Share {
		return texts{"bench.shares", "bench.shareHeat", "bench.shareExtremes"}
	}
	return texts{"bench.bands", "bench.heat", "bench.extremes"}
}

// blown returns how many rows have runs that diverged.
func (p *Panel) blown() int {
	n := 0
	for _, l := range p.rows().lines {
		if l.Diverged > 0 {
			n++
		}
	}
	return n
}

// unit names a metric as pictures write it.
func unit(m bench.Metric) record.Text {
	if m.Rises() {
		return record.T("bench.percent", "metric", record.T("bench.metric."+string(m)))
	}
	return record.T("bench.metric." + string(m))
}

// scaled returns a number of a metric as pictures write it.
func scaled(m bench.Metric, v float64) float64 {
	if m.Rises() {
		return 100 * v
	}
	return v
}

// labelled says which of the rows that vary is the best and which the worst, of those in which fewer than half the runs
// diverged where there are any; no Text where there is nothing to show.
func (p *Panel) labelled(m bench.Metric) record.Text {
	plan := p.bench.Plan()
	if len(plan.Vary) == 0 {
		return record.Text{}
	}
	var varied []bench.Line
	for _, l := range p.rows().lines {
		if p.bench.Rows()[l.Row].Places != nil && l.Spread[m].Count > 0 {
			varied = append(varied, l)
		}
	}
	if len(varied) == 0 {
		return record.Text{}
	}
	if sound := slices.DeleteFunc(slices.Clone(varied), bench.Line.Blown); len(sound) > 0 {
		varied = sound
	}
	bench.Sort(varied, func(l bench.Line) float64 { return l.Spread[m].Median }, m.Rises())
	best, worst := varied[0], varied[len(varied)-1]
	at := func(l bench.Line) []any {
		var list []any
		for i, place := range p.bench.Rows()[l.Row].Places {
			if i > 0 {
				list = append(list, ", ")
			}
			s := config.Lookup(plan.Vary[i].Key)
			list = append(append(list, record.T("setting."+s.Key), " "), valueOf(s, plan.Vary[i].Values[place])...)
		}
		return list
	}
	if len(varied) == 1 {
		return record.T("bench.single", "metric", record.T("bench.metric."+string(m)), "best", written(m, best.Spread[m].Median), "at", at(best))
	}
	return record.T(wordsOf(m).extremes, "metric", record.T("bench.metric."+string(m)),
		"best", written(m, best.Spread[m].Median), "at", at(best), "worst", written(m, worst.Spread[m].Median), "other", at(worst))
}

// says puts the marks of a learning rate into words.
func says(b *bench.Bands) []Problem {
	var list []Problem
	if i := b.Steepest; i > 0 {
		list = append(list, Problem{"steepest", record.T("bench.steepest", "from", b.List[i-1].Text, "to", b.List[i].Text)})
	}
	if i := b.Diverges; i >= 0 {
		list = append(list, Problem{"diverges", record.T("bench.diverges", "at", b.List[i].Text, "count", b.List[i].Diverged, "all", b.List[i].Ended)})
	} else {
		list = append(list, Problem{"diverges", record.T("bench.nowhere")})
	}
	return list
}

// bound is how far up a picture of a metric leads at most.
func (p *Panel) bound(m bench.Metric) float64 {
	if m.Rises() {
		return math.Inf(1)
	}
	return beyond * firstOf(p.rows().medians...)
}

// beyond is how many times what runs begin with a cost is in a picture at most: of a run with more than that, which diverges
// or is about to, the others would be a line at the bottom.
const beyond = 10

// firstOf returns the least cost above 0 that curves begin with, +Inf where none does.
func firstOf(curves ...[]float64) float64 {
	first := math.Inf(1)
	for _, costs := range curves {
		if len(costs) > 0 && costs[0] > 0 {
			first = min(first, costs[0])
		}
	}
	return first
}
