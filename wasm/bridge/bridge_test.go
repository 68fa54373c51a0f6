//go:build js

package bridge

import (
	"errors"
	"fmt"
	"strings"
	"syscall/js"
	"testing"

	"shallows/engine/config"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// visitor is the engine as a page sees it.
type visitor struct {
	*testing.T
	engine *Engine
	object js.Value
	drawn  int // how often a frame was asked for
}

func open(t *testing.T) *visitor {
	p := &visitor{T: t}
	p.engine = New(scene.NewStage(session.New(config.Default())), func() { p.drawn++ })
	p.object = p.engine.object()
	return p
}

// call calls a method with arguments in JavaScript's notation, such as `"network", 1, 2`.
func (p *visitor) call(method, args string) js.Value {
	p.Helper()
	call := js.Global().Get("Function").New("engine", "return engine."+method+"("+args+")")
	return call.Invoke(p.object)
}

// open opens a link, in JavaScript's notation, at step 0.
func (p *visitor) open(fragment string) js.Value {
	p.Helper()
	return p.call("do", `"run", "open", `+fragment)
}

// json returns the result of a call as JSON.
func (p *visitor) json(method, args string) string {
	p.Helper()
	return stringify(p.call(method, args))
}

func stringify(v js.Value) string { return js.Global().Get("JSON").Call("stringify", v).String() }

// expect holds the result of a call, as JSON, against want.
func (p *visitor) expect(method, args, want string) {
	p.Helper()
	if got := p.json(method, args); got != want {
		p.Errorf("%s(%s) returns %s, want %s", method, args, got, want)
	}
}

func TestCallsWithWrongArgumentsChangeNothing(t *testing.T) {
	p := open(t)
	before := p.call("hash", "").String()
	for _, test := range []struct{ method, args string }{
		{"set", ``},
		{"set", `null`},
		{"set", `5`},
		{"set", `{get lr() { throw new Error("no") }}`},
		{"set", `new Proxy({}, {ownKeys() { throw new Error("no") }})`},
		{"set", `{lr: {toString() { throw new Error("no") }}}`},
		{"set", `{lr: Object.create(null)}`},
		{"set", `[8, 8]`},
		{"set", `new Map([["lr", 1]])`},
		{"set", `{get [Symbol.toStringTag]() { throw new Error("no") }}`},
		{"do", `"run", {}`},
		{"do", `"run", "open", 5`},
		{"predict", ``},
		{"predict", `undefined`},
		{"predict", `5`},
		{"predict", `[1, 2]`},
		{"predict", `[[1]]`},
		{"predict", `[[1, 2, 3]]`},
		{"predict", `[[1, NaN]]`},
		{"predict", `[[1, "2"]]`},
		{"predict", `[[1, 2n]]`},
		{"predict", `(() => { const loop = []; loop[0] = loop; return loop })()`},
		{"predict", `[{length: 2, 0: 1, 1: 2}]`},
		{"figure", `5, 2, {}, ""`},
		{"figure", `"attic", 2, {}, ""`},
		{"figure", `"whole", 0, {}, ""`},
		{"figure", `"whole", 2, null, ""`},
		{"figure", `"whole", 2, {ink: 5}, ""`},
		{"do", `1`},
		{"setData", ``},
		{"setData", `[[1], [2]]`},
		{"setData", `[[1, 2, 0], [1, 2, 1], [1, 2, -1]]`},
		{"setData", `[[1, Infinity, 0]]`},
		{"setData", `Array(5001).fill([1, 2, 0])`},
		{"file", `"1,2,0"`},
		{"file", `{length: 1e9}`},
	} {
		result := p.call(test.method, test.args)
		said := strings.TrimPrefix(result.Get("error").String(), "wrong arguments: ")
		if result.Type() != js.TypeObject || !strings.HasPrefix(said, test.method+"(") {
			t.Errorf("%s(%s) returns %v, want an error", test.method, test.args, result)
		}
	}
	if after := p.call("hash", "").String(); after != before || p.drawn != 0 {
		t.Errorf("the run is %s, was %s; %d frames were asked for", after, before, p.drawn)
	}
}

// Whatever the engine panics with, the call returns and the console hears of it.
func TestTheConsoleHearsOfMistakes(t *testing.T) {
	p := open(t)
	console := js.Global().Get("console")
	error := console.Get("error")
	defer console.Set("error", error)
	for _, mistake := range []any{"a sentence", errors.New("an error"), 5} {
		console.Set("error", js.Global().Get("Function").New("text", "globalThis.heard = text"))
		p.engine.draw = func() { panic(mistake) }
		p.expect("do", `"run", "reset"`, `{"error":"internal error: do(word, …)"}`)
		if heard, want := js.Global().Get("heard").String(), fmt.Sprint("do(word, …): ", mistake); heard != want {
			t.Errorf("the console hears %q, want %q", heard, want)
		}
	}
}

func TestWhatChangesThePictureDrawsIt(t *testing.T) {
	p := open(t)
	for _, test := range []struct{ method, args string }{
		{"set", `{lr: 1}`},
		{"do", `"run", "open", ""`},
		{"do", `"run", "reset"`},
		{"do", `"run", "step", "1"`},
		{"do", `"slots", "1"`},
		{"do", `"theme", "ink", "#000000"`},
		{"do", `"together", "2", "calm", "true", "2", "example", "1"`},
		{"do", `"point", "{}"`},
		{"do", `"example", "1"`},
		{"do", `"panel", "ledger"`},
	} {
		before := p.drawn
		if p.call(test.method, test.args); p.drawn != before+1 {
			t.Errorf("%s(%s) asks for %d frames, want 1", test.method, test.args, p.drawn-before)
		}
	}
	before := p.drawn
	p.engine.run().Step(3)
	p.call("do", `"pointing", "network", "leave", "1", "1", "mouse", "0"`)
	p.call("do", `"here", "sight", "X", "0", "0", "40", "9", "true"`)
	for _, method := range []string{"config", "hash", "metrics", "params", "data"} {
		p.call(method, "")
	}
	if p.drawn != before {
		t.Errorf("what changes nothing asks for %d frames", p.drawn-before)
	}
}
