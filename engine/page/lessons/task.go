package lessons

import (
	"math"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/lesson"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Goal is one thing that a task asks for, and how the run stands to it.
type Goal struct {
	Key   string
	Says  any // record.Text or record.Markup
	Now   any // what the run has of it; nil where that says nothing more
	Met   bool
	State record.Text
}

// goals returns those of a task with how a run stands to them.
func goals(d *panel.Desk, asked []lesson.Condition, judged []lesson.Goal) []Goal {
	var list []Goal
	for i, c := range asked {
		g := Goal{Key: strconv.Itoa(i), Says: asks(d, c), State: record.T("lessons.unmet")}
		if i < len(judged) {
			g.Now, g.Met = now(d, c, judged[i].Value), judged[i].Met
		}
		if g.Met {
			g.State = record.T("lessons.met")
		}
		list = append(list, g)
	}
	return list
}

// asks says what a condition asks for, by the name of the setting or the measure, or by a symbol and its shape.
func asks(d *panel.Desk, c lesson.Condition) any {
	if len(c.Keep) > 0 {
		var names []any
		for i, key := range c.Keep {
			if i > 0 {
				names = append(names, record.T("condition.and"))
			}
			names = append(names, name(key))
		}
		return record.T("condition.keep", "names", names)
	}
	if s, ok := readSymbol(c.Of, 0); ok && isShape(c) && len(c.Is) == 2 {
		return d.Math(lecture.Shape{Of: s, Rows: c.Is[0], Cols: c.Is[1]})
	}
	limit, says := math.NaN(), "atMost"
	switch {
	case c.AtLeast != nil:
		limit, says = *c.AtLeast, "atLeast"
	case c.AtMost != nil:
		limit = *c.AtMost
	case c.Below != nil:
		limit, says = *c.Below, "below"
	}
	switch c.Of {
	case "typed", "parted", "changes":
		return record.T("condition."+c.Of, "value", value(c.Of, limit))
	}
	if c.Is != nil {
		return record.T("condition.is", "name", name(c.Of), "value", options(c))
	}
	return record.T("condition."+says, "name", name(c.Of), "value", value(c.Of, limit))
}

// isShape reports whether a condition is on the shape of a quantity.
func isShape(c lesson.Condition) bool { return strings.Contains(c.Of, "[") }

// name returns what the page calls a setting, a group of settings or a measure.
func name(key string) record.Text {
	switch {
	case config.Lookup(key) != nil:
		return record.T("setting." + key)
	case key == "cost" || key == "testCost" || key == "accuracy" || key == "step":
		return record.T("readout." + key)
	case key == "hiddenUnits" || key == "hiddenActivations":
		return record.T("measure." + key)
	}
	return record.T(key)
}

// options returns what a condition wants something to be, in the page's words.
func options(c lesson.Condition) []any {
	s := config.Lookup(c.Of)
	named := c.Of == "hiddenActivations" || s != nil && (s.Kind() == config.Choice || s.Kind() == config.Choices)
	var list []any
	for i, code := range c.Is {
		if i > 0 {
			list = append(list, ", ")
		}
		if named {
			list = append(list, record.T("option."+code))
		} else {
			list = append(list, code)
		}
	}
	return list
}

// now returns what the run has of what a condition asks: a number where it is to reach a limit, a shape.
func now(d *panel.Desk, c lesson.Condition, v lesson.Value) any {
	switch {
	case isShape(c) && len(v.List) == 2:
		return d.Math(lecture.Shape{Rows: v.List[0], Cols: v.List[1]})
	case c.Of != "" && c.Is == nil && !math.IsNaN(v.Number):
		return value(c.Of, v.Number)
	}
	return nil
}

// value writes a number of what a condition is of.
func value(of string, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	if of == "accuracy" {
		return number.Percent(v, 1)
	}
	return number.Of(v).String()
}

// solved tells that a lesson's task is, for the first time.
func solved(id string) notice.Notice {
	return notice.Say("lessons.solvedNotice", "title", record.T("lesson."+id))
}

// Hear looks at the run after an event that may have changed how it stands.
func (p *Part) Hear(d *panel.Desk, _ run.Change) { p.Look(d) }

// Look judges the run as it stands; a solution is noted at once. It reports whether there is one to tell of.
func (p *Part) Look(d *panel.Desk) (news bool) {
	o := p.open
	if o == nil || o.judge == nil {
		return false
	}
	p.record = nil
	o.judgement = o.judge.Look(d.Session())
	if !o.judgement.Solved {
		return false
	}
	before, fewest, step := p.progress[o.id], -1, d.Session().At()
	if o.page().Fewest != "" {
		fewest = o.judgement.Fewest
	}
	if o.page().Fewest == "step" {
		step = fewest
	}
	better := !before.Solved || fewest >= 0 && (before.Fewest < 0 || fewest < before.Fewest)
	if !better && (before.Run != (lesson.Run{}) || o.unkept) {
		return false
	}
	change := nothing
	change.Solved, change.Fewest, change.Run = true, fewest, lesson.RunOf(d.Session(), step)
	o.unkept = change.Run == (lesson.Run{})
	if !better && o.unkept {
		return false
	}
	p.note(d, o.id, change)
	return true
}
