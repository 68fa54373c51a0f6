//go:build js

package bridge

// exported is the engine behind the module's functions, which have no receiver.
var exported *Engine

// train is Engine.Train for the page's loop: a direct call of the module costs less than one through syscall/js.
//
//go:wasmexport train
func train(n int32, budget float64) int32 {
	return int32(exported.Train(int(n), budget))
}
