//go:build js

// Package bridge offers a session and its stage to JavaScript as one object of plain functions.
//
// Arguments come from scripts that may be careless or hostile. A call with arguments of the wrong shape changes nothing and
// returns {error}, a sentence that says which is wrong, or the call's signature; no call ends the program.
package bridge

import (
	"fmt"
	"strings"
	"syscall/js"

	"shallows/engine/page"
	"shallows/engine/scene"
)

// Engine is what the page drives.
type Engine struct {
	stage *scene.Stage
	page  *page.Page
	draw  func()
}

// New returns an engine for stage that calls draw when the picture is out of date. Training leaves that to the page,
// which knows how often pictures can be painted.
func New(stage *scene.Stage, draw func()) *Engine {
	e := &Engine{stage: stage, page: page.New(stage), draw: draw}
	e.page.Host().OriginOf = originOf
	return e
}

// WebGL2 reports whether the page found WebGL 2, without which nothing can be drawn.
func WebGL2() bool {
	options := js.Global().Get("shallowsOptions")
	return options.Type() == js.TypeObject && options.Get("webgl2").Equal(js.ValueOf(true))
}

// Start hands e to the page's function shallowsStart. From then on the module's export turn drives e.
func Start(e *Engine) {
	exported = e
	js.Global().Call("shallowsStart", e.object())
}

// Frame asks for a frame of the browser, for ebiten: see start in web/loader.js. There is none to ask for before its first.
func Frame() {
	if next := js.Global().Get("shallowsFrame"); next.Truthy() {
		next.Invoke()
	}
}

// methods are the functions of the object, named by their signatures.
var methods = []struct {
	signature string
	call      func(*Engine, arguments) any
}{
	{"do(word, …)", (*Engine).do},
	{"work(milliseconds)", (*Engine).work},
	{"hear(message)", (*Engine).hear},

	{"config()", (*Engine).config},
	{"set(settings), an object such as {lr: 0.3}, or the fragment of a link", (*Engine).set},
	{"hash()", (*Engine).hash},

	{"reach()", (*Engine).reach},
	{"metrics()", (*Engine).metrics},
	{"params()", (*Engine).params},
	{"predict(points), plain arrays such as [[1, 2], [3, 4]]", (*Engine).predict},
	{"data()", (*Engine).data},

	{"setData(points), plain arrays such as [[1, 2, 0], [3, 4, 1]]", (*Engine).setData},
	{"file(bytes)", (*Engine).file},

	{"figure(part, pixels, {token: colour, …}, address)", (*Engine).figure},
}

// object returns the methods of e as a JavaScript object.
func (e *Engine) object() js.Value {
	o := object()
	for _, m := range methods {
		name, _, _ := strings.Cut(m.signature, "(")
		o.Set(name, js.FuncOf(func(_ js.Value, args []js.Value) (result any) {
			defer func() {
				if problem := recover(); problem != nil {
					result = object("error", explain(problem, m.signature))
				}
			}()
			return m.call(e, args)
		}))
	}
	return o
}

// explain says why a call failed: its arguments, or else a mistake in this program, which the console hears of.
func explain(problem any, signature string) string {
	switch problem := problem.(type) {
	case sentence:
		return string(problem)
	case wrongArguments, js.Error:
		return "wrong arguments: " + signature
	}
	js.Global().Get("console").Call("error", signature+": "+fmt.Sprint(problem))
	return "internal error: " + signature
}
