//go:build js

package bridge

// exported is the engine behind the module's functions, which have no receiver.
var exported *Engine

// Turn goes on with the run of the engine that was started, as [page.Page.Turn] does, and returns the number of updates
// made, or -1 less that number where there is more to tell. Calling the module's export costs less than going through
// syscall/js.
//
//go:wasmexport turn
func Turn(elapsed, budget float64) int32 {
	made, news := exported.page.Turn(elapsed, budget)
	if news {
		return int32(-1 - made)
	}
	return int32(made)
}
