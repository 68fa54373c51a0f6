//go:build js

package bridge

import "testing"

func TestTasksInJavaScript(t *testing.T) {
	p := open(t)
	p.expect("lookAtTask", "", "null")
	p.call("open", `"v=1"`)
	p.call("startTask", `{open: "v=1", fewest: "step", task: [{keep: ["group.data", "in"]}, {of: "dZ[1]", is: ["4", "400"]}, {of: "step", atLeast: 3}]}`)
	p.expect("lookAtTask", "", `{"goals":[{"value":null,"list":null,"met":true},{"value":null,"list":["4","400"],"met":true},{"value":0,"list":null,"met":false}],"solved":false,"fewest":0}`)
	p.engine.Train(10, 1e6)
	p.expect("lookAtTask", "", `{"goals":[{"value":null,"list":null,"met":true},{"value":null,"list":["4","400"],"met":true},{"value":10,"list":null,"met":true}],"solved":true,"fewest":3}`)
	p.expect("keepsTo", `"v=1&steps=5"`, "true")
	p.expect("keepsTo", `"v=1&net=5"`, "false")
	for _, wrong := range []string{"", "null", "{}", `{open: 1, task: []}`, `{open: "", task: [{of: "step", atLeast: "3"}]}`, `{open: "", task: [{is: 3}]}`} {
		p.expect("startTask", wrong, `{"error":"wrong arguments: startTask(page)"}`)
	}
}

// Whatever is kept, a standing comes of it.
func TestStandingsInJavaScript(t *testing.T) {
	p := open(t)
	const begun = `{"page":0,"answer":null,"solved":false,"fewest":null}`
	for _, kept := range []string{"undefined", "null", "7", `"page"`, "[]", "{}", `{page: "length"}`, `{page: -1, answer: "1", solved: 1, fewest: {}}`, `{page: NaN, fewest: 3}`} {
		p.expect("standing", kept+", null", begun)
	}
	p.expect("standing", `{page: 4, answer: 2, solved: true, fewest: 5}, {page: 1}`, `{"page":1,"answer":2,"solved":true,"fewest":5}`)
	p.expect("standing", `{page: 4, solved: true, fewest: 5}, {solved: true, fewest: 7}`, `{"page":4,"answer":null,"solved":true,"fewest":5}`)
}

func TestTheProgramForNumPySettlesInJavaScript(t *testing.T) {
	p := open(t)
	p.call("open", `"v=1"`)
	p.engine.Train(500, 1e6)
	p.expect("settleNumpy", "0", "false")
	for p.json("settleNumpy", "5") == "false" {
	}
	p.expect("numpy().includes", `"\nassert "`, "true")
}
