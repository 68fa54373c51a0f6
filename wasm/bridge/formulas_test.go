//go:build js

package bridge

import "testing"

func TestFormulasInJavaScript(t *testing.T) {
	p := open(t)
	p.open(`"v=1&n=10&net=1&init=constant&scale=0.5&lr=1&batch=4"`)
	result := p.call("formulas", `[{name: "Z", layer: 1}, {name: "Z", layer: 1, row: 1, example: 7}, {name: "X"}, {name: "W", layer: 3}], "own"`)
	matrix, cell, given, none := result.Index(0), result.Index(1), result.Index(2), result.Index(3)
	if rows, cols := matrix.Get("rows").Int(), matrix.Get("cols").Int(); rows != 1 || cols != 10 {
		t.Errorf("Z[1] is (%d, %d), want all ten examples", rows, cols)
	}
	if got := matrix.Get("formula").Get("of").Length(); got != 2 {
		t.Errorf("the formula of Z[1] has %d sides, want 2 in symbols", got)
	}
	if got := cell.Get("formula").Get("of").Length(); got != 4 {
		t.Errorf("the formula of z_1[1](7) has %d sides, want 4, with numbers", got)
	}
	if !given.Get("formula").IsNull() || given.Get("rows").Int() != 2 {
		t.Errorf("X is %s", stringify(given))
	}
	if !none.IsNull() {
		t.Errorf("W[3] is %s", stringify(none))
	}
}
