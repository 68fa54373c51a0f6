//go:build js

package bridge

import (
	"strings"
	"testing"
)

func TestGraphInJavaScript(t *testing.T) {
	p := open(t)
	p.open(`"v=1&net=0"`)
	p.expect("graph", `401, "own"`, `null`)
	if x := p.call("graph", `1, "own"`).Get("nodes").Index(0); stringify(x.Get("symbol")) != `{"name":"X","layer":0}` || x.Get("value").Length() != 2 {
		t.Errorf("the first node is %s", stringify(x))
	}
}

func TestLectureWithWrongArguments(t *testing.T) {
	p := open(t)
	for _, test := range []struct{ method, args string }{
		{"graph", `1`},
		{"graph", `"1", "own"`},
	} {
		if result := p.call(test.method, test.args); !strings.HasPrefix(result.Get("error").String(), "wrong arguments: "+test.method+"(") {
			t.Errorf("%s(%s) returns %s, want an error", test.method, test.args, stringify(result))
		}
	}
}
