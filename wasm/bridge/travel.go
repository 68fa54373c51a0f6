//go:build js

package bridge

// reach returns the first and the last step of the run so far, {first, last}.
func (e *Engine) reach(arguments) any {
	first, last := e.run().Reach()
	return object("first", first, "last", last)
}
