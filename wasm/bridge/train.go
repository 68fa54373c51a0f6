//go:build js

package bridge

// exported is the engine behind the module's functions, which have no receiver.
var exported *Engine

// Train is the method Train of the engine that was started, for the page's loop: calling the module's export costs
// less than going through syscall/js.
//
//go:wasmexport train
func Train(n int32, budget float64) int32 {
	return int32(exported.Train(int(n), budget))
}
