//go:build js

package bridge

import "shallows/engine/page"

// do does what the words of an intent say and returns the answer of package page as JSON.
func (e *Engine) do(args arguments) any {
	words := make([]string, len(args))
	for i := range args {
		words[i] = args.text(i)
	}
	return e.tell(e.page.Do(words...))
}

// work lets what is open go on for so many milliseconds and returns the answer as JSON.
func (e *Engine) work(args arguments) any { return e.tell(e.page.Work(args.number(0))) }

// tell returns an answer as JSON, and has the picture follow.
func (e *Engine) tell(a page.Answer) any {
	if !e.page.Still() {
		e.draw()
	}
	return string(a.JSON())
}
