//go:build js

package bridge

import (
	"strings"
	"syscall/js"
	"testing"
)

func TestSettingPoints(t *testing.T) {
	p := open(t)
	for _, test := range []struct{ points, said string }{
		{`[[0, 0, -1], [100.123456789, 1, 1]]`, `{"points":2,"fitted":true,"outOfScale":true}`},
		{`[[-5, 0, -1], [5.00001, 4, 1]]`, `{"points":2,"fitted":false,"outOfScale":false}`},
		{`[[150, 0], [160, 1], [170, 1]]`, `{"points":3,"fitted":true,"outOfScale":true}`},
		{`[[150, 1, 5, 0], [160, 2, 6, 1], [170, 3, 7, 1]]`, `{"points":3,"fitted":true,"outOfScale":true}`},
		{`[[-5, 0, -1, 0], [5, 4, 1, 1]]`, `{"points":2,"fitted":false,"outOfScale":false}`},
		{`[]`, `{"points":0,"fitted":false,"outOfScale":false}`},
	} {
		said := p.call("setData", test.points)
		if answer := said.Get("answer").String(); !strings.Contains(answer, `{"name":"changed","with":{"cause":"points","restarted":true,`) {
			t.Errorf("%s: answers %s", test.points, answer)
		}
		said.Delete("answer")
		if got := stringify(said); got != test.said {
			t.Errorf("%s: %s, want %s", test.points, got, test.said)
		}
	}
	p.expect("setData", `[[1e60, 0, -1]]`, `{"error":"setData(points): points[0][0] must be 0, or from 1e-50 to 1e50 but for its sign, not 1e+60"}`)
}

func TestFiles(t *testing.T) {
	p := open(t)
	for bytes, want := range map[string]string{
		`0xef, 0xbb, 0xbf, ...row("1,2,0"), ...row("1,a,0")`:              `"value":"a"`,
		`0xff, 0xfe, ...wide("1,2,0"), ...wide("1,\xe9,0")`:               `"value":"é"`,
		`...row("1,2,0"), ...row("1,\xba\xe1,0"), 0x90, 0x30, 0x81, 0x30`: `"value":"横"`,
		`...row("1,2,0"), ...row("1,gro\xdf,0")`:                          `"value":"groß"`,
		`0x50, 0x4b, 3, 4`:                                                `own.problem.spreadsheet`,
		`...row("1,2,0"), ...row("3,4,1")`:                                `"cause":"points"`,
	} {
		codes := `const row = (text) => [...text + "\n"].map((c) => c.charCodeAt(0)), wide = (text) => row(text).flatMap((c) => [c, 0]);`
		answer := js.Global().Get("Function").New("engine", codes+`return engine.file(new Uint8Array([`+bytes+`]))`).Invoke(p.object).String()
		if !strings.Contains(answer, want) {
			t.Errorf("%s: answers %s, want %s", bytes, answer, want)
		}
	}
}

// Without points nothing in the lecture has numbers, and the console hears of no mistake.
func TestCallsWithoutExamples(t *testing.T) {
	p := open(t)
	p.open(`"data=own&steps=10"`)
	if done := p.engine.run().Step(10); done != 0 {
		t.Errorf("did %d updates", done)
	}
	if m := p.json("metrics", ""); !strings.Contains(m, `"cost":null`) || !strings.Contains(m, `"accuracy":null`) {
		t.Errorf("the metrics are %s", m)
	}
	for method, args := range map[string]string{
		"figure": `"equations", 1, {}, ""`,
	} {
		if p.call(method, args).Type().String() == "object" && !p.call(method, args).IsNull() && !p.call(method, args).Get("error").IsUndefined() {
			t.Errorf("%s fails: %v", method, p.call(method, args).Get("error"))
		}
	}
}
