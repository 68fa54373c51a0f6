//go:build js

package bridge

import (
	"math"
	"strings"
	"syscall/js"
	"testing"
)

const tiny = `"v=1&n=10&net=1&init=constant&scale=0.5&lr=1&batch=4"`

func TestLedgerInJavaScript(t *testing.T) {
	p := open(t)
	p.open(tiny)
	ledger := p.call("ledger", `{all: false, targets: "own"}`)
	if got := ledger.Get("examples").Length(); got != 4 {
		t.Errorf("%d examples, want those of the batch", got)
	}
	var names, stages []string
	for i := range ledger.Get("quantities").Length() {
		q := ledger.Get("quantities").Index(i)
		name := q.Get("symbol").Get("name").String()
		if q.Get("symbol").Get("next").Bool() {
			name += "'"
		}
		names = append(names, name)
	}
	if got, want := strings.Join(names, " "), "X W b Z A W b Z A Y J dZ dW db dA dZ dW db W' b' W' b'"; got != want {
		t.Errorf("quantities %s, want %s", got, want)
	}
	for i := range ledger.Get("stages").Length() {
		stage := ledger.Get("stages").Index(i)
		name := stage.Get("direction").String()
		if !stage.Get("name").IsNull() {
			name = stage.Get("name").Get("name").String()
		}
		stages = append(stages, name)
	}
	if got, want := strings.Join(stages, " "), "Z A Z A J dZ dW db dZ dW db update"; got != want {
		t.Errorf("stages %s, want %s", got, want)
	}
}

func TestFormulaInJavaScript(t *testing.T) {
	p := open(t)
	ledger := p.call("ledger", `{all: true, targets: "own"}`)
	Z := ledger.Get("quantities").Index(3)
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
	kinds := js.Global().Get("Function").New("ledger", `
		const kinds = new Set();
		const walk = (node) => {
			if (node === null || typeof node !== "object") return;
			if (Array.isArray(node.of) && node.of.includes(null)) kinds.add("nothing");
			if ("kind" in node) kinds.add(node.kind);
			Object.values(node).forEach(walk);
		};
		ledger.quantities.forEach((q) => walk(q.formula));
		return [...kinds].sort().join(" ");`)
	p.open(`"v=1&opt=adam&l1=0.1&l2=0.1"`)
	got := kinds.Invoke(p.call("ledger", `{all: true, targets: "binary"}`)).String()
	if want := "assign call elementwise equals fraction negative number power product sum symbol total transpose"; got != want {
		t.Errorf("kinds %s, want %s", got, want)
	}
}

func TestLedgerWindowAndCellInJavaScript(t *testing.T) {
	p := open(t)
	const Z = `{name: "Z", layer: 1}`
	p.expect("ledgerWindow", Z+`, 1, 1, 1, 1`, `null`)
	p.expect("ledgerCell", `{name: "W", layer: 1, row: 1, col: 2}`, `null`)
	p.open(tiny)
	p.call("ledger", `{all: true, targets: "signed"}`)
	p.expect("ledgerWindow", `{name: "W", layer: 1}, 1, 9, 2, 9`, `{"0":0.5}`)
	p.expect("ledgerWindow", `{name: "Y"}, 1, 1, 5, 2`, `{"0":-1,"1":1}`)
	p.expect("ledgerWindow", `{name: "vdW", layer: 1}, 1, 1, 1, 1`, `null`)
	if got := p.call("ledgerWindow", Z+`, 1, 1, 3, 5`).Length(); got != 5 {
		t.Errorf("a window of %d numbers, want 5", got)
	}
	p.expect("ledgerCell", `{name: "W", layer: 1, row: 1, col: 2}`, `{"kind":"equals","of":[`+
		`{"kind":"symbol","name":"W","letter":"w","layer":1,"row":1,"col":2,"example":0,"next":false},{"kind":"number","value":0.5,"markup":"<mn>0.5</mn>"}]}`)
	p.expect("ledgerCell", `{name: "W", layer: 1, row: 1, col: 3}`, `null`)
	if formulas := p.call("unitFormula", "1, 1, 10"); formulas.Length() != 2 {
		t.Errorf("the unit's formulas are %s", stringify(formulas))
	}
	p.expect("unitFormula", "1, 2, 10", `[]`)
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

func TestLedgerWithWrongArguments(t *testing.T) {
	p := open(t)
	for _, test := range []struct{ method, args string }{
		{"ledger", ``},
		{"ledger", `{all: true}`},
		{"ledger", `{all: true, targets: "three"}`},
		{"ledgerWindow", `{name: "Z", layer: 1}`},
		{"ledgerWindow", `null, 1, 1, 1, 1`},
		{"ledgerCell", `{name: 5}`},
		{"ledgerCell", `{name: "Z", layer: "1"}`},
		{"unitFormula", `1, 1`},
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
