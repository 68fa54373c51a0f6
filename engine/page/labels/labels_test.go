package labels

import (
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/scene"
)

func TestLabelsStandInTheirSlots(t *testing.T) {
	d := paneltest.Desk("v=1")
	var slots scene.Slots
	slots.Scale = 1
	slots.Rects[scene.OutputSlot] = scene.Rect{W: 300, H: 300}
	d.Stage.SetSlots(slots)
	r := Part{}.Record(d).(Record)
	if len(r.Output) == 0 || len(r.Cost) != 0 {
		t.Fatalf("got %+v", r)
	}
	l := d.Stage.Layout().Labels[0]
	if got := r.Output[0]; got.Key != "0" || got.Text != l.Text || got.Class != "label "+string(l.Anchor) || got.X == "" || got.Y == "" {
		t.Errorf("got %+v of %+v", got, l)
	}
}
