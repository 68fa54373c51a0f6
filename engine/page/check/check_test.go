package check

import (
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/run"
)

// verdicts returns the verdict on each matrix, the sentence on all of them and how many formulas change.
func verdicts(v Verdicts) (each, all string, changed int) {
	for _, row := range v.Rows {
		each += row.Verdict[:1]
	}
	return each, strings.TrimPrefix(v.Says.Key, "check.all."), len(v.Slips)
}

func TestTheGradientIsRightUntilItIsBroken(t *testing.T) {
	for _, test := range []struct {
		link, mistake, each, all string
		changed                  int
	}{
		{"v=1&steps=1000", "none", "rrrr", "right", 0},
		{"v=1&steps=1000", "mean", "wwww", "wrong", 4},
		{"v=1&steps=1000", "derivative", "wwrr", "wrong", 1},
		{"v=1&steps=1000", "activation", "rrwr", "wrong", 1},
		{"v=1&act=linear&init=xavier&steps=5", "derivative", "rrrr", "harmless", 1},
		{"v=1&net=0&steps=5", "activation", "rr", "harmless", 0},
		{"v=1&init=zeros", "none", "rrrr", "right", 0},
	} {
		d, p := paneltest.Desk(test.link), &Panel{}
		p.Do(d, []string{"break", test.mistake})
		each, all, changed := verdicts(p.show(d).Verdicts)
		if each != test.each || all != test.all || changed != test.changed {
			t.Errorf("%s, %s: %s %s %d, want %s %s %d", test.link, test.mistake, each, all, changed, test.each, test.all, test.changed)
		}
	}
}

func TestTheCheckFollowsTheRun(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=3,2&act=relu,sigmoid&init=he&lr=0.1"), &Panel{}
	before := p.show(d)
	d.Session().Step(50)
	after := p.show(d)
	if before.Verdicts.Rows[0].Analytic == after.Verdicts.Rows[0].Analytic {
		t.Error("fifty steps on the gradient is the same")
	}
	if step := after.Verdicts.Note.Get("step"); step != 50 {
		t.Errorf("the note is of step %v", step)
	}
}

func TestTrainingWithAMistakeShowsWhatItCostsAndLeavesTheRunAlone(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=3"), &Panel{}
	before := d.Session().Version()
	p.Do(d, []string{"break", "activation"})
	p.Do(d, []string{"train"})
	if action := p.show(d).Trial.Action.Key; action != "check.stop" {
		t.Errorf("while it trains the button says %s", action)
	}
	for p.Busy() {
		p.Work(d, 1)
	}
	status := p.show(d).Trial.Status
	if step, right := status.Get("step"), status.Get("right"); step != 1000 || right != "0.288083" {
		t.Errorf("at step %v the right gradient has %v, the course 0.288083", step, right)
	}
	if wrong := status.Get("wrong").(string); wrong < "0.4" {
		t.Errorf("the mistake costs %s", wrong)
	}
	if plot := p.show(d).Trial.Plot; strings.Count(string(plot), `class="plot-line `) != 2 {
		t.Errorf("the plot is %s", plot)
	}
	if d.Session().Version() != before {
		t.Error("the run has changed")
	}
	d.Run.Set("lr", "0.5", run.Set)
	if r := p.show(d).Trial; r.Status.Key != "" || !r.Untried {
		t.Error("other settings keep the old trial")
	}
}

func TestAPressStopsTheTrial(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	p.Do(d, []string{"train"})
	p.Do(d, []string{"train"})
	if p.Busy() {
		t.Error("it goes on")
	}
}
