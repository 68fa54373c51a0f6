//go:build js

package bridge

import "testing"

func TestGoingBackInJavaScript(t *testing.T) {
	p := open(t)
	p.expect("reach", "", `{"first":0,"last":0}`)
	p.engine.Train(40, 1e6)
	p.call("set", `{lr: 0.5}`)
	late := p.json("params", "")
	p.engine.Train(60, 1e6)
	p.expect("goTo", "100, 5", `{"reached":true,"changed":false}`)
	p.expect("goTo", "39, 1000", `{"reached":true,"changed":true}`)
	p.expect("hash", "", `"#v=1&steps=39"`)
	p.expect("reach", "", `{"first":0,"last":100}`)
	p.expect("goTo", "40, 1000", `{"reached":true,"changed":true}`)
	p.expect("params", "", late)
	p.expect("replayable", "", `false`)
	p.expect("goTo", "1e6, 1000", `{"reached":true,"changed":false}`)
	p.call("reset", "")
	p.expect("reach", "", `{"first":0,"last":0}`)

	for _, link := range []string{`"v=1&net=2"`, `"activation=tanh&networkShape=3"`} {
		p.call("open", link)
		p.engine.Train(10, 1e6)
		p.expect("reach", "", `{"first":0,"last":10}`)
	}
}

func TestGoingBackTakesAsManyCallsAsItNeeds(t *testing.T) {
	p := open(t)
	p.engine.Train(20000, 1e6)
	want := p.json("metrics", "")
	calls := 0
	for _, step := range []string{"12345", "12349", "12344", "20000"} {
		for !p.call("goTo", step+", 0").Get("reached").Bool() {
			calls++
		}
	}
	if calls == 0 || calls > 3*64 {
		t.Errorf("%d calls of one update each did not reach their step", calls)
	}
	p.expect("metrics", "", want)
}
