//go:build js

package bridge

import (
	"math"
	"syscall/js"

	"shallows/engine/lesson"
)

// startTask begins to judge a task, given as its page in web/lessons has it: {open, task, fewest}.
func (e *Engine) startTask(args arguments) any {
	page := args.plain(0)
	t := lesson.Task{Open: text(property(page, "open"))}
	for _, v := range elements(property(page, "task")) {
		t.Goals = append(t.Goals, condition(v))
	}
	if fewest := page.Get("fewest"); !fewest.IsUndefined() {
		t.Fewest = text(fewest)
	}
	e.judge = lesson.NewJudge(t)
	return nil
}

// condition reads what a task asks.
func condition(v js.Value) (c lesson.Condition) {
	if keep := property(v, "keep"); !keep.IsUndefined() {
		c.Keep = texts(keep)
		return c
	}
	c.Of = text(property(v, "of"))
	if is := v.Get("is"); !is.IsUndefined() {
		c.Is = texts(is)
	}
	limit := func(key string) *float64 {
		if v := v.Get(key); !v.IsUndefined() {
			limit := number(v)
			return &limit
		}
		return nil
	}
	c.AtLeast, c.AtMost, c.Below = limit("atLeast"), limit("atMost"), limit("below")
	return c
}

// texts reads a list of codes.
func texts(v js.Value) []string {
	list := []string{}
	for _, item := range elements(v) {
		list = append(list, text(item))
	}
	return list
}

// lookAtTask judges the run as it stands, null before a task: {goals: [{value, list, met}], solved, fewest}. value is a
// number and list what is no number, each null where there is none.
func (e *Engine) lookAtTask(arguments) any {
	if e.judge == nil {
		return nil
	}
	j := e.judge.Look(e.run())
	return object("goals", array(j.Goals, func(g lesson.Goal) any {
		var list any
		if g.Value.List != nil {
			list = array(g.Value.List, as)
		}
		return object("value", orNull(g.Value.Number), "list", list, "met", g.Met)
	}), "solved", j.Solved, "fewest", j.Fewest)
}

// keepsTo tells whether the run is still that of a fragment, however far it was trained.
func (e *Engine) keepsTo(args arguments) any { return lesson.Kept(e.run(), args.text(0)) }

// standing returns how a reader stands in a lesson, {page, answer, solved, fewest}, from what is kept of it, which may be
// anything, with what is new: answer and fewest are null where there is none.
func (e *Engine) standing(args arguments) any {
	kept, change := standing(args.at(0)), standing(args.at(1))
	s := kept.Merge(change)
	count := func(n int) any {
		if n < 0 {
			return nil
		}
		return n
	}
	return object("page", max(s.Page, 0), "answer", count(s.Answer), "solved", s.Solved, "fewest", count(s.Fewest))
}

// standing reads what is kept of a lesson, whatever it is.
func standing(v js.Value) lesson.Standing {
	field := func(key string) js.Value {
		if v.Type() != js.TypeObject {
			return js.Undefined()
		}
		return v.Get(key)
	}
	count := func(key string) float64 {
		if n := field(key); n.Type() == js.TypeNumber {
			return n.Float()
		}
		return math.NaN()
	}
	return lesson.Read(count("page"), count("answer"), field("solved").Equal(js.ValueOf(true)), count("fewest"))
}
