//go:build js

package bridge

import "testing"

func TestAParkedRunComesBackAsItWas(t *testing.T) {
	p := open(t)
	p.call("open", `"v=1&data=spiral&net=5,3&batch=64&opt=adam&lr=0.05"`)
	p.engine.Train(37, 1e6)
	p.call("setWeight", "1, 2, 1, 0.125")
	p.engine.Train(11, 1e6)
	state := func() []string {
		var all []string
		for _, method := range []string{"config", "hash", "replayable", "metrics", "params", "data"} {
			all = append(all, p.json(method, ""))
		}
		return all
	}
	before := state()

	p.expect("park", "", `{"ok":true}`)
	p.expect("hash", "", `"#v=1&data=spiral&net=5,3&lr=0.05&opt=adam&batch=64"`)
	p.call("open", `"v=1&data=xor&net=2"`)
	p.engine.Train(20, 1e6)
	p.call("setBias", "1, 1, 3")
	p.expect("park", "", `{"ok":false}`)
	p.call("reset", "")
	p.expect("unpark", "", `{"ok":true}`)
	for i, got := range state() {
		if got != before[i] {
			t.Errorf("the run came back as %s, was %s", got, before[i])
		}
	}
	p.expect("unpark", "", `{"ok":false}`)

	// The optimizer's memory and the batches come back too: training goes on as if nothing had been.
	p.engine.Train(20, 1e6)
	after := p.json("params", "")
	p.call("open", `"v=1&data=spiral&net=5,3&batch=64&opt=adam&lr=0.05"`)
	p.engine.Train(37, 1e6)
	p.call("setWeight", "1, 2, 1, 0.125")
	p.engine.Train(31, 1e6)
	p.expect("params", "", after)
}
