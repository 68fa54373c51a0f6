//go:build js

package bridge

import (
	"fmt"
	"strings"
	"testing"
)

func TestConfigInJavaScript(t *testing.T) {
	p := open(t)
	p.expect("config", "", `{"data":"planar","n":400,"noise":0.2,"factor":0.8,"clusters":6,"classes":2,"dseed":1,"test":0,"scaling":"none","yscaling":"none","in":["x1","x2"],"net":[4],"act":["tanh"],`+
		`"slope":0.01,"out":"sigmoid","loss":"bce","init":"randn","scale":0.01,"seed":2,"lr":1.2,"opt":"gd","batch":0,`+
		`"bseed":10,"l1":0,"l2":0,"steps":0}`)
}

func TestSet(t *testing.T) {
	for _, test := range []struct {
		patch  string
		result string
		hash   string
	}{
		{`{}`, `"restarted":false,"warnings":[]`, "#v=1"},
		{`{lr: 0.03}`, `"restarted":false,"warnings":[]`, "#v=1&lr=0.03"},
		{`{lr: 1e-7}`, `"restarted":false,"warnings":[]`, "#v=1&lr=1e-7"},
		{`{lr: "0.5", opt: "adam"}`, `"restarted":false,"warnings":[]`, "#v=1&lr=0.5&opt=adam"},
		{`{data: "spiral"}`, `"restarted":true,"warnings":[]`, "#v=1&data=spiral"},
		{`{net: [8, 8], act: ["relu", "tanh"]}`, `"restarted":true,"warnings":[]`, "#v=1&net=8,8&act=relu,tanh"},
		{`{net: []}`, `"restarted":true,"warnings":[]`, "#v=1&net=0"},
		{`{net: 0}`, `"restarted":true,"warnings":[]`, "#v=1&net=0"},
		{`{lr: 1000}`, `"restarted":false,"warnings":[{"key":"lr","value":"1000","used":"100","reason":"clamped"}]`, "#v=1&lr=100"},
		{`{lr: NaN}`, `"restarted":false,"warnings":[{"key":"lr","value":"NaN","used":"1.2","reason":"invalid"}]`, "#v=1"},
		{`{in: []}`, `"restarted":false,"warnings":[{"key":"in","value":"","used":"x1,x2","reason":"invalid"}]`, "#v=1"},
		{`{data: null}`, `"restarted":false,"warnings":[{"key":"data","value":"null","used":"planar","reason":"invalid"}]`, "#v=1"},
		{`{lr: undefined, net: [3]}`, `"restarted":true,"warnings":[]`, "#v=1&net=3"},
		{`{size: 3}`, `"restarted":false,"warnings":[{"key":"size","value":"3","used":"","reason":"unknown"}]`, "#v=1"},
		{`{__proto__: {lr: 5}}`, `"restarted":false,"warnings":[]`, "#v=1"},
	} {
		p := open(t)
		want := `{"effects":[{"name":"changed","with":{"cause":"set",` + test.result + `}}`
		if got := p.call("set", test.patch).Get("answer").String(); !strings.HasPrefix(got, want) {
			t.Errorf("set(%s) returns %.300s, want %s", test.patch, got, want)
		}
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

func TestConfigCanBeSet(t *testing.T) {
	p := open(t)
	for _, fragment := range []string{
		"#v=1", "#v=1&data=plane&noise=0.3&in=x1,sinx2&net=0&act=relu", "#v=1&net=8,4,2&act=relu,tanh,linear&lr=1e-5",
	} {
		p.open(`"` + fragment + `"`)
		config := p.call("config", "")
		p.open(`"v=1"`)
		p.object.Call("set", config)
		if got := p.call("hash", "").String(); got != fragment {
			t.Errorf("the config of %s leads to %s", fragment, got)
		}
	}
}

func TestOpenTellsWhatItCouldNotTake(t *testing.T) {
	p := open(t)
	result := p.call("set", `"#v=1&net=3&lr=fast&steps=1"`)
	if got, want := stringify(result.Get("warnings")), `[{"key":"lr","value":"fast","used":"1.2","reason":"invalid"}]`; got != want {
		t.Errorf("the warnings are %s, want %s", got, want)
	}
	if answer := result.Get("answer").String(); !strings.HasPrefix(answer, `{"effects":[{"name":"changed","with":{"cause":"open",`) {
		t.Errorf("it answers %.200s", answer)
	}
	if got := p.call("hash", "").String(); got != "#v=1&net=3&steps=1" {
		t.Errorf("it leads to %s", got)
	}
}
