//go:build js

package bridge

import (
	"fmt"
	"strings"
	"syscall/js"
	"testing"
)

func TestConfigInJavaScript(t *testing.T) {
	p := open(t)
	p.expect("config", "", `{"data":"planar","n":400,"noise":0.2,"dseed":1,"test":0,"scaling":"none","in":["x1","x2"],"net":[4],"act":["tanh"],`+
		`"slope":0.01,"out":"sigmoid","loss":"bce","init":"randn","scale":0.01,"seed":2,"lr":1.2,"opt":"gd","batch":0,`+
		`"bseed":10,"l1":0,"l2":0,"steps":0}`)
}

func TestSet(t *testing.T) {
	for _, test := range []struct {
		patch  string
		result string
		hash   string
	}{
		{`{}`, `{"warnings":[],"restarted":false}`, "#v=1"},
		{`{lr: 0.03}`, `{"warnings":[],"restarted":false}`, "#v=1&lr=0.03"},
		{`{lr: 1e-7}`, `{"warnings":[],"restarted":false}`, "#v=1&lr=1e-7"},
		{`{lr: "0.5", opt: "adam"}`, `{"warnings":[],"restarted":false}`, "#v=1&lr=0.5&opt=adam"},
		{`{data: "spiral"}`, `{"warnings":[],"restarted":true}`, "#v=1&data=spiral"},
		{`{net: [8, 8], act: ["relu", "tanh"]}`, `{"warnings":[],"restarted":true}`, "#v=1&net=8,8&act=relu,tanh"},
		{`{net: []}`, `{"warnings":[],"restarted":true}`, "#v=1&net=0"},
		{`{net: 0}`, `{"warnings":[],"restarted":true}`, "#v=1&net=0"},
		{`{lr: 1000}`, `{"warnings":[{"key":"lr","value":"1000","used":"100","reason":"clamped"}],"restarted":false}`, "#v=1&lr=100"},
		{`{lr: NaN}`, `{"warnings":[{"key":"lr","value":"NaN","used":"1.2","reason":"invalid"}],"restarted":false}`, "#v=1"},
		{`{in: []}`, `{"warnings":[{"key":"in","value":"","used":"x1,x2","reason":"invalid"}],"restarted":false}`, "#v=1"},
		{`{data: null}`, `{"warnings":[{"key":"data","value":"null","used":"planar","reason":"invalid"}],"restarted":false}`, "#v=1"},
		{`{size: 3}`, `{"warnings":[{"key":"size","value":"3","used":"","reason":"unknown"}],"restarted":false}`, "#v=1"},
		{`{__proto__: {lr: 5}}`, `{"warnings":[],"restarted":false}`, "#v=1"},
	} {
		p := open(t)
		p.expect("set", test.patch, test.result)
		if got := p.call("hash", "").String(); got != test.hash {
			t.Errorf("set(%s) leads to %s, want %s", test.patch, got, test.hash)
		}
	}
}

// A script may pass what it likes: what has no bound is counted, and cut before it is copied.
func TestSetOfAnySize(t *testing.T) {
	p := open(t)
	result := p.call("set", `Object.fromEntries(Array.from({length: 200_000}, (_, i) => ["k" + i, i]).concat([["lr", 0.5]]))`)
	warnings := result.Get("warnings")
	n := warnings.Length()
	if n > 150 {
		t.Fatalf("%d warnings", n)
	}
	if last := stringify(warnings.Index(n - 1)); last != fmt.Sprintf(`{"key":"","value":"%d","used":"","reason":"more"}`, 200_000-(n-1)) {
		t.Errorf("after %d warnings the last is %s", n-1, last)
	}
	p.call("set", `{opt: "x".repeat(1e8), ["y".repeat(1e8)]: 1, net: Array(1e6).fill(2)}`)
	if got := p.call("hash", "").String(); !strings.Contains(got, "lr=0.5") {
		t.Errorf("the settings are %s", got)
	}
}

func TestMisspelt(t *testing.T) {
	p := open(t)
	p.expect("misspelt", `"lagn", ["ui", "lang"]`, "true")
	p.expect("misspelt", `"utm_source", ["ui", "lang"]`, "false")
}

func TestConfigCanBeSet(t *testing.T) {
	p := open(t)
	for _, fragment := range []string{
		"#v=1", "#v=1&data=plane&noise=0.3&in=x1,sinx2&net=0&act=relu", "#v=1&net=8,4,2&act=relu,tanh,linear&lr=1e-5",
	} {
		p.call("open", `"`+fragment+`"`)
		config := p.call("config", "")
		p.call("open", `"v=1"`)
		p.object.Call("set", config)
		if got := p.call("hash", "").String(); got != fragment {
			t.Errorf("the config of %s leads to %s", fragment, got)
		}
	}
}

func TestOpen(t *testing.T) {
	p := open(t)
	p.call("set", `{l1: 1}`)
	p.engine.Train(3, 1e6)
	p.expect("open", `"#v=1&lr=0.5&steps=20&x=1"`,
		`{"warnings":[{"key":"x","value":"1","used":"","reason":"unknown"}],"steps":20}`)
	if got := p.call("hash", "").String(); got != "#v=1&lr=0.5" {
		t.Errorf("the run is %s before its first step", got)
	}
	p.engine.Train(20, 1e6)
	if got := p.call("hash", "").String(); got != "#v=1&lr=0.5&steps=20" {
		t.Errorf("the run is %s after 20 steps", got)
	}
}

func TestWhatIsTypedInIsInTheLink(t *testing.T) {
	p := open(t)
	p.call("open", `"v=1&net=3&opt=adam&batch=64&lr=0.05"`)
	p.engine.Train(9, 1e6)
	p.call("setWeight", "1, 2, 1, 0.1")
	p.engine.Train(4, 1e6)
	hash := p.call("hash", "").String()
	want := p.json("params", "")
	p.engine.Train(10, 1e6)
	later := p.json("params", "")

	p.call("open", `"v=1"`)
	p.expect("open", `"`+hash+`"`, `{"warnings":[],"steps":0}`)
	p.expect("params", "", want)
	p.expect("hash", "", `"`+hash+`"`)
	if step := p.call("metrics", "").Get("step").Int(); step != 13 {
		t.Errorf("the run opens at step %d, want 13", step)
	}
	p.engine.Train(10, 1e6)
	p.expect("params", "", later)

	p.expect("open", `"`+hash[:len(hash)-9]+`"`,
		`{"warnings":[{"key":"z","value":"","used":"","reason":"damaged"}],"steps":0}`)
	p.expect("hash", "", `"#v=1&net=3&lr=0.05&opt=adam&batch=64"`)
}

func TestALinkOfTensorFlowPlaygroundSetsTheView(t *testing.T) {
	p := open(t)
	p.call("view", `{logSteps: true}`)
	p.expect("open", `"#discretize=true&networkShape="`,
		`{"warnings":[{"key":"","value":"","used":"","reason":"tensorflow"}],"steps":0}`)
	p.expect("view", `{}`, `{"discretise":true,"showTest":false,"logSteps":true}`)
	p.call("open", `"#v=1"`)
	p.expect("view", `{}`, `{"discretise":true,"showTest":false,"logSteps":true}`)
	p.call("open", `"#showTestData=true"`)
	p.expect("view", `{}`, `{"discretise":false,"showTest":true,"logSteps":true}`)
}

func TestSettingsDescribeTheControls(t *testing.T) {
	p := open(t)
	p.call("open", `"#data=plane&noise=0.5"`)
	find := js.Global().Get("Function").New("engine", "key", "return JSON.stringify(engine.settings().find(s => s.key === key))")
	for _, test := range []struct{ key, want string }{
		{"noise", `{"key":"noise","kind":"number","group":"data","structural":true,"default":0,"min":0,"max":1,` +
			`"slider":{"scale":"linear","low":0,"high":1}}`},
		{"net", `{"key":"net","kind":"integers","group":"network","structural":true,"default":[4],"min":1,"max":64,"maxItems":6}`},
		{"in", `{"key":"in","kind":"choices","group":"network","structural":true,"default":["x1","x2"],` +
			`"options":["x1","x2","x1sq","x2sq","x1x2","sinx1","sinx2"],"maxItems":7}`},
		{"loss", `{"key":"loss","kind":"choice","group":"network","structural":true,"default":"mse","options":["mse"]}`},
		{"seed", `{"key":"seed","kind":"integer","group":"start","structural":true,"default":2,"min":0,"max":4294967295}`},
	} {
		if got := find.Invoke(p.object, test.key).String(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
