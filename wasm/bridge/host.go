//go:build js

package bridge

import "syscall/js"

// hear takes a message of the page around this one, as JSON: {refusal, waits}, why the command in it is refused, "" where
// it is not, and whether commands wait for their turn.
func (e *Engine) hear(args arguments) any {
	refusal := e.page.Host().Hear(args.text(0))
	return object("refusal", refusal, "waits", e.page.Host().Waits())
}

// originOf returns the origin of an address, "" where it has none.
func originOf(address string) (origin string) {
	// An exception of JavaScript: it is no address.
	defer func() { _ = recover() }()
	return js.Global().Get("URL").New(address).Get("origin").String()
}
