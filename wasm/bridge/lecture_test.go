//go:build js

package bridge

import (
	"strings"
	"syscall/js"
	"testing"
)

func TestActivationsInJavaScript(t *testing.T) {
	p := open(t)
	curves := p.call("activations", "-2, 2, 5")
	if got := curves.Length(); got != 5 {
		t.Fatalf("%d curves", got)
	}
	relu := curves.Index(2)
	if relu.Get("activation").String() != "relu" || relu.Get("low").Float() != 0 || !relu.Get("high").IsNull() || relu.Get("zeroCentred").Bool() {
		t.Errorf("relu is %s", stringify(relu))
	}
	for i, want := range []float64{0, 0, 0, 1, 2} {
		if got := relu.Get("g").Index(i).Float(); got != want {
			t.Errorf("relu(%v) = %g", relu.Get("z").Index(i), got)
		}
	}
}

func TestActivityIsOfAUnitThatExists(t *testing.T) {
	p := open(t)
	for _, args := range []string{"0, 1", "1, 0", "1, 5", "3, 1", "-1, 1"} {
		p.expect("activity", args, "null")
	}
	if a := p.call("activity", "1, 4"); a.Get("z").Length() != 400 || a.Get("dead").Bool() {
		t.Errorf("got %s", stringify(a))
	}
	if got := p.call("flows", "").Length(); got != 2 {
		t.Errorf("flows of %d layers", got)
	}
}

func TestComparisonTrainsBesideTheRun(t *testing.T) {
	p := open(t)
	p.expect("compare", "1, 100", "null")
	p.call("startComparison", "")
	runs := p.call("compare", "3, 1e6")
	for i, want := range []string{"sigmoid", "tanh", "relu"} {
		run := runs.Index(i)
		if run.Get("activation").String() != want || run.Get("step").Int() != 3 || run.Get("layers").Length() != 2 {
			t.Errorf("run %d is %s", i, stringify(run))
		}
	}
	if step := p.call("metrics", "").Get("step").Int(); step != 0 {
		t.Errorf("the run itself went to step %d", step)
	}
}

func TestAnIntentIsAnsweredInJSON(t *testing.T) {
	p := open(t)
	p.call("do", `"panel", "check"`)
	answer := js.Global().Get("JSON").Call("parse", p.call("do", `"check", "break", "mean"`))
	shown := answer.Get("records").Index(0)
	if name, code := shown.Get("name").String(), shown.Get("record").Get("verdicts").Get("code").String(); name != "check" || code != "wrong" {
		t.Errorf("got %s", stringify(answer))
	}
	p.call("do", `"check", "train"`)
	answer = js.Global().Get("JSON").Call("parse", p.call("work", "1"))
	if !answer.Get("more").Bool() {
		t.Errorf("a thousand steps in a millisecond: %s", stringify(answer))
	}
	if got := p.call("do", `{}`).Get("error").String(); got != "wrong arguments: do(word, …)" {
		t.Errorf("got %s", got)
	}
}

func TestNumPyIsOfTheRun(t *testing.T) {
	p := open(t)
	p.engine.Train(2, 1e6)
	if got := p.call("numpy", "").String(); !strings.Contains(got, "steps = 2 ") {
		t.Errorf("got %s", got)
	}
}
