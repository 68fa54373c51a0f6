//go:build js

package bridge

import (
	"fmt"
	"testing"
)

func TestTheCourseRun(t *testing.T) {
	p := open(t)
	for _, test := range []struct {
		steps int
		cost  string
	}{{0, "0.693048"}, {1000, "0.288083"}} {
		if done := p.engine.run().Step(test.steps); done != test.steps {
			t.Fatalf("did %d steps, want %d", done, test.steps)
		}
		m := p.call("metrics", "")
		if got := fmt.Sprintf("%.6f", m.Get("cost").Float()); got != test.cost || m.Get("step").Int() != test.steps {
			t.Errorf("the cost is %s at step %v, want %s at %d", got, m.Get("step"), test.cost, test.steps)
		}
	}
}

func TestMetricsInJavaScript(t *testing.T) {
	p := open(t)
	p.open(`"data=plane&net=0&init=zeros"`)
	m := p.call("metrics", "")
	for _, name := range []string{"accuracy", "testAccuracy", "testCost"} {
		if !m.Get(name).IsNull() {
			t.Errorf("%s is %v, want null", name, m.Get(name))
		}
	}
	p.open(`"data=xor&test=50&lr=100&out=linear&in=x1sq,x2sq&net=16&act=relu&init=he"`)
	p.engine.run().Step(1000)
	if !p.call("metrics", "").Get("diverged").Bool() {
		t.Error("a run with a huge learning rate is not called diverged")
	}
}

func TestParamsAndTheirChange(t *testing.T) {
	p := open(t)
	p.open(`"net=2&init=constant&scale=0.5&act=relu"`)
	p.call("do", slots)
	p.call("do", `"diagram", "open", "unit-1-2"`)
	p.call("do", `"inspector", "set", "1", "0.25"`)
	p.call("do", `"diagram", "open", "unit-2-1"`)
	p.call("do", `"inspector", "set", "0", "-3"`)
	p.expect("params", "", `{"layers":[{"W":[[0.5,0.5],[0.25,0.5]],"b":[0,0],"activation":"relu"},`+
		`{"W":[[0.5,0.5]],"b":[-3],"activation":"sigmoid"}]}`)
	if p.engine.run().Replayable() {
		t.Error("a link would not need the weights")
	}
}

func TestPredict(t *testing.T) {
	p := open(t)
	p.open(`"data=plane&net=0&init=constant&scale=0.5"`)
	p.expect("predict", `[[1, 2], [-4, 0]]`, `[1.5,-2]`)
	p.expect("predict", `[]`, `[]`)
	p.open(`"data=blobs&net=0&init=zeros&classes=4"`)
	p.expect("predict", `[[1, 2], [-4, 0]]`, `[[0.25,0.25,0.25,0.25],[0.25,0.25,0.25,0.25]]`)
}

func TestDataInJavaScript(t *testing.T) {
	p := open(t)
	p.open(`"n=10&test=30"`)
	data := p.call("data", "")
	if train, test := data.Get("train").Length(), data.Get("test").Length(); train != 7 || test != 3 {
		t.Errorf("%d and %d examples, want 7 and 3", train, test)
	}
	example, set := data.Get("test").Index(0), p.engine.run().Test()
	for i, want := range []float64{set.X[0][0], set.X[1][0], set.Y[0]} {
		if got := example.Index(i).Float(); got != want {
			t.Errorf("component %d of the example is %v, want %v", i, got, want)
		}
	}
	// Values to predict are in their own unit, and so is what is predicted.
	p.open(`"data=plane&n=10&net=0&init=zeros&yscaling=standard"`)
	mean, _ := p.engine.run().Target()
	if y := p.call("data", "").Get("train").Index(3).Index(2).Float(); y != p.engine.run().Data().Y[3] || mean == 0 {
		t.Errorf("value 4 is %v", y)
	}
	if got := p.call("predict", `[[1, 2]]`).Index(0).Float(); got != mean {
		t.Errorf("%v is predicted, want %v", got, mean)
	}
}
