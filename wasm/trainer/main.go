//go:build js

// Command trainer is the engine without a page: a worker trains runs of benches with it, one beside another on a core and
// in a memory of its own.
package main

import (
	"syscall/js"
	"time"

	"shallows/engine/bench/pool"
	"shallows/engine/kernel"
	"shallows/wasm/vector"
)

// turn is how long the trainer does not hear of another order.
const turn = 100 * time.Millisecond

// main offers shallowsTrain(order), which takes an order, "" for none, trains for a moment and returns a report, "" where
// there is nothing to do: both as package pool has them.
func main() {
	kernel.Use(vector.Instantiate)
	var trainer pool.Trainer
	js.Global().Set("shallowsTrain", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if order := args[0].String(); order != "" {
			trainer.Order(order)
		}
		return trainer.Turn(turn)
	}))
	select {} // the worker goes on calling
}
