//go:build js

package bridge

import (
	"syscall/js"
	"testing"
)

func TestAnIntentIsAnsweredInJSON(t *testing.T) {
	p := open(t)
	p.call("do", `"panel", "check"`)
	answer := js.Global().Get("JSON").Call("parse", p.call("do", `"check", "break", "mean"`))
	shown := answer.Get("records").Index(0).Get("record").Get("shown")
	if name, code := shown.Get("name").String(), shown.Get("record").Get("verdicts").Get("code").String(); name != "check" || code != "wrong" {
		t.Errorf("got %s", stringify(answer))
	}
	p.call("do", `"check", "train"`)
	answer = js.Global().Get("JSON").Call("parse", p.call("work", "1"))
	if !answer.Get("more").Bool() {
		t.Errorf("a thousand steps in a millisecond: %s", stringify(answer))
	}
	if got := p.call("do", `{}`).Get("error").String(); got != "wrong arguments: do(word, …)" {
		t.Errorf("got %s", got)
	}
}
