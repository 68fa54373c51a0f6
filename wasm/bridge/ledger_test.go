//go:build js

package bridge

import (
	"math"
	"strings"
	"syscall/js"
	"testing"
)

func TestFormulaInJavaScript(t *testing.T) {
	p := open(t)
	Z := p.call("formulas", `[{name: "Z", layer: 1}], "own"`).Index(0)
	want := `{"kind":"equals","of":[` +
		`{"kind":"symbol","name":"Z","letter":"Z","layer":1,"row":0,"col":0,"example":0,"next":false},` +
		`{"kind":"sum","of":[{"kind":"product","of":[` +
		`{"kind":"symbol","name":"W","letter":"W","layer":1,"row":0,"col":0,"example":0,"next":false},` +
		`{"kind":"symbol","name":"X","letter":"X","layer":0,"row":0,"col":0,"example":0,"next":false}]},` +
		`{"kind":"symbol","name":"b","letter":"b","layer":1,"row":0,"col":0,"example":0,"next":false}]}]}`
	if got := stringify(Z.Get("formula")); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Every kind of node reaches the page, with nothing left out.
func TestEveryFormulaHasAKind(t *testing.T) {
	p := open(t)
	kinds := js.Global().Get("Function").New("formulas", `
		const kinds = new Set();
		const walk = (node) => {
			if (node === null || typeof node !== "object") return;
			if (Array.isArray(node.of) && node.of.includes(null)) kinds.add("nothing");
			if ("kind" in node) kinds.add(node.kind);
			Object.values(node).forEach(walk);
		};
		formulas.forEach((q) => walk(q.formula));
		return [...kinds].sort().join(" ");`)
	p.open(`"v=1&opt=adam&l1=0.1&l2=0.1"`)
	got := kinds.Invoke(p.call("formulas", `[{name: "A", layer: 1}, {name: "J"}, {name: "dZ", layer: 1}, {name: "dW", layer: 1},
		{name: "vdW", layer: 1, next: true}, {name: "W", layer: 1, next: true}], "binary"`)).String()
	if want := "assign call elementwise ellipsis equals fraction negative number power product sum symbol total transpose"; got != want {
		t.Errorf("kinds %s, want %s", got, want)
	}
}

func TestGraphInJavaScript(t *testing.T) {
	p := open(t)
	p.open(`"v=1&net=0"`)
	g := p.call("graph", `1, "own"`)
	p.expect("graph", `401, "own"`, `null`)
	if got := stringify(g.Get("edges")); got != `[{"from":0,"to":3},{"from":1,"to":3},{"from":2,"to":3},{"from":3,"to":4},{"from":4,"to":6},{"from":5,"to":6}]` {
		t.Errorf("edges %s", got)
	}
	a, y := g.Get("nodes").Index(4), g.Get("nodes").Index(5)
	if value, slope := a.Get("value").Index(0).Float(), a.Get("slope").Index(0).Float(); math.Abs(slope-1/(1-value)) > 1e-12 {
		t.Errorf("dL/da = %v at a = %v, y = 0", slope, value)
	}
	if !y.Get("derivative").IsNull() || !y.Get("chain").IsNull() || a.Get("derivative").Get("name").String() != "dA" {
		t.Errorf("y is %s", stringify(y))
	}
}

func TestLectureWithWrongArguments(t *testing.T) {
	p := open(t)
	for _, test := range []struct{ method, args string }{
		{"graph", `1`},
		{"graph", `"1", "own"`},
		{"formulas", `[{name: "Z"}]`},
		{"formulas", `{name: "Z"}, "own"`},
	} {
		if result := p.call(test.method, test.args); !strings.HasPrefix(result.Get("error").String(), "wrong arguments: "+test.method+"(") {
			t.Errorf("%s(%s) returns %s, want an error", test.method, test.args, stringify(result))
		}
	}
}
