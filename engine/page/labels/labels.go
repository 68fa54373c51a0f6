// Package labels is the texts over the pictures of the plane and the cost curve: the numbers at their axes.
package labels

import (
	"strconv"

	"shallows/engine/page/panel"
	"shallows/engine/scene"
)

// Part is the labels.
type Part struct{}

// Do does nothing: labels are to be read.
func (Part) Do(*panel.Desk, []string) {}

// Record is where they are.
type Record struct{ Output, Cost []Label }

// Label is one text, at a place of its slot.
type Label struct {
	Key, Text, Class string
	X, Y             string // CSS lengths
	Room             string // how wide it may be, "" for as wide as it is
}

// Record returns a Record.
func (Part) Record(d *panel.Desk) any {
	var r Record
	for _, l := range d.Stage.Layout().Labels {
		list := &r.Output
		if l.Slot == scene.CostSlot {
			list = &r.Cost
		}
		label := Label{Key: strconv.Itoa(len(*list)), Text: l.Text, Class: "label " + string(l.Anchor), X: panel.Pixels(l.X), Y: panel.Pixels(l.Y)}
		if l.Room > 0 {
			label.Class, label.Room = label.Class+" name", panel.Pixels(l.Room)
		}
		*list = append(*list, label)
	}
	return r
}
