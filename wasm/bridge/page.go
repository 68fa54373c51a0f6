//go:build js

package bridge

// do does what the words of an intent say and returns the answer of package page as JSON.
func (e *Engine) do(args arguments) any {
	words := make([]string, len(args))
	for i := range args {
		words[i] = args.text(i)
	}
	answer := e.page.Do(words...)
	if !e.page.Still() {
		e.draw()
	}
	return string(answer.JSON())
}

// work lets what is open go on for so many milliseconds and returns the answer as JSON.
func (e *Engine) work(args arguments) any { return string(e.page.Work(args.number(0)).JSON()) }
