//go:build js

package bridge

import (
	"testing"

	"shallows/engine/scene"
)

const slots = `"slots", "2", "network", "10", "20", "600", "400", "output", "620", "20", "300", "300"`

func TestAnExampleIsRinged(t *testing.T) {
	p := open(t)
	p.open(`"data=line&n=10"`)
	p.call("do", slots)
	boxes := func() int { return len(p.engine.stage.Picture(scene.OutputSlot).Boxes) }
	without := boxes()
	p.call("do", `"example", "7"`)
	if boxes() == without {
		t.Error("no ring is drawn")
	}
	p.call("do", `"example", "0"`)
	if boxes() != without {
		t.Error("the ring stays")
	}
}
