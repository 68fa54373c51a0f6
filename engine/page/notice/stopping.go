package notice

import (
	"math"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Where says where training stops by itself: to step 500, until the cost ≤ 0.3, or whichever comes first.
func Where(s run.Stop) record.Text {
	switch step := number.Count(s.Step); {
	case s.Goal.Metric == "":
		return record.T("until.step", "step", step)
	case s.Step == 0:
		return record.T("until.goal", "goal", goalOf(s.Goal))
	default:
		return record.T("until.both", "step", step, "goal", goalOf(s.Goal))
	}
}

// goalOf says what is to be reached.
func goalOf(g bench.Goal) record.Text {
	return record.T("until.metric."+string(g.Metric), "is", Bound(g))
}

// Bound writes what a goal wants of its metric, in signs.
func Bound(g bench.Goal) string {
	if g.Metric.Rises() {
		return "≥ " + Level(g) + "%"
	}
	return "≤ " + Level(g)
}

// Level writes the value of a goal, in percent where its metric rises.
func Level(g bench.Goal) string {
	if g.Metric.Rises() {
		return config.FormatNumber(math.Round(1e6*g.Value) / 1e4)
	}
	return config.FormatNumber(g.Value)
}

// stopping says why training has stopped by itself, or has not.
func stopping(d *panel.Desk, e run.Stopping) Notice {
	m, goal := d.Session().Metrics(), e.Stop.Goal
	why := e.Why
	if why == run.AtStep && goal.Metric != "" {
		why = "short"
	}
	if goal.Metric == "" {
		return Notice{Text: record.T("until.stopped."+string(why), "step", number.Count(m.Step))}
	}
	is := "–"
	switch v := goal.Metric.Of(m); {
	case math.IsNaN(v):
	case goal.Metric.Rises():
		is = strings.Replace(number.Percent(v, 2), ".00%", "%", 1)
	default:
		is = number.Cost(v).String()
	}
	now := record.T("until.metric."+string(goal.Metric), "is", is)
	return Notice{Text: record.T("until.stopped."+string(why), "step", number.Count(m.Step), "now", now, "goal", goalOf(goal))}
}
