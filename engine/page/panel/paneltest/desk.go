// Package paneltest is what the tests of the panels have in common.
package paneltest

import (
	"shallows/engine/bench/pool"
	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

// Desk opens a link, trains as far as it says and lays the run before a panel.
func Desk(fragment string) *panel.Desk {
	opened := link.Open(fragment)
	opened.Run.Step(opened.Steps)
	stage := scene.NewStage(opened.Run)
	return &panel.Desk{Run: run.New(stage), Stage: stage, Pool: pool.New()}
}
