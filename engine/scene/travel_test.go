package scene

import (
	"math"
	"testing"
	"time"
)

func TestNumbersTravelAlongTheLinksOfTheirLayer(t *testing.T) {
	s := newStage("net=3", 0)
	before := len(s.Picture(NetworkSlot).Boxes)
	out := time.Unix(1e9, 0)
	for _, test := range []struct {
		back  bool
		after time.Duration
		at    float64 // of a link, NaN for nowhere
	}{
		{false, 0, 0},
		{false, onTheWay / 2, 0.5},
		{false, onTheWay / 4, 0.15625},
		{true, 0, 1},
		{true, onTheWay / 2, 0.5},
		{true, onTheWay, math.NaN()},
		{false, 2 * onTheWay, math.NaN()},
	} {
		s.Send(Travel{Layer: 2, Back: test.back})
		s.Pass(out)
		moving := s.Pass(out.Add(test.after))
		p := s.Picture(NetworkSlot)
		if nowhere := math.IsNaN(test.at); nowhere || !moving {
			if !nowhere || moving || len(p.Boxes) != before || s.Sent() != (Travel{}) {
				t.Errorf("%+v: moving %v, %d boxes more", test, moving, len(p.Boxes)-before)
			}
			continue
		}
		if got := len(p.Boxes) - before; got != 3*2 {
			t.Errorf("%+v: %d boxes more, want a dot with an edge for each of 3 links", test, got)
		}
		for _, k := range s.diagram.links {
			if k.layer == 2 && len(boxesAt(p, inPixels(s, NetworkSlot, k.curve.At(test.at)))) < 2 {
				t.Errorf("%+v: no dot on the link from unit %d", test, k.from)
			}
		}
	}
	if s.Pass(out) {
		t.Error("nothing is on its way")
	}
}

func TestATargetWithoutUnitMarksItsLayer(t *testing.T) {
	s := newStage("net=3", 0)
	before := len(s.Picture(NetworkSlot).Strokes)
	s.Hover(Target{Kind: Link, Layer: 1})
	if got := len(s.Picture(NetworkSlot).Strokes) - before; got != 6 {
		t.Errorf("%d links are marked, want all 6 of layer 1", got)
	}
	if shown := s.Shown(); shown != (Target{Kind: Unit, Layer: 2, To: 1}) {
		t.Errorf("the plane shows %v, want the output", shown)
	}
	s.Hover(Target{Kind: Unit, Layer: 1})
	if shown := s.Shown(); shown != (Target{Kind: Unit, Layer: 2, To: 1}) {
		t.Errorf("the plane shows %v, want the output", shown)
	}
}
