//go:build js

// Command wasm is the engine of the page: it wires the session, what shows it and what drives it.
package main

import (
	"log"

	"shallows/engine/config"
	"shallows/engine/kernel"
	"shallows/engine/scene"
	"shallows/engine/session"
	"shallows/wasm/bridge"
	"shallows/wasm/render"
	"shallows/wasm/vector"
)

func main() {
	kernel.Use(vector.Instantiate)
	stage := scene.NewStage(session.New(config.Default()))
	if bridge.WebGL2() {
		paint := func() {
			render.Schedule()
			bridge.Frame()
		}
		bridge.Start(bridge.New(stage, paint))
		log.Print("drawing stopped: ", render.Run(stage, paint))
	} else {
		bridge.Start(bridge.New(stage, func() {}))
	}
	select {} // the page goes on calling
}
