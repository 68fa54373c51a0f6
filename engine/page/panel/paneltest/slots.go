package paneltest

import (
	"shallows/engine/page/panel"
	"shallows/engine/scene"
)

// Shown lays a run before a panel as Desk does, with pictures in a window of 1000 by 800.
func Shown(fragment string) *panel.Desk {
	d := Desk(fragment)
	d.Stage.SetSlots(scene.Slots{Scale: 1, Rects: [...]scene.Rect{
		scene.NetworkSlot: {X: 100, Y: 50, W: 500, H: 400}, scene.OutputSlot: {X: 650, Y: 50, W: 300, H: 300}, scene.CostSlot: {X: 650, Y: 400, W: 300, H: 200},
	}})
	return d
}
