package scene

import "testing"

func TestNumbersTravelAlongTheLinksOfTheirLayer(t *testing.T) {
	s := newStage("net=3", 0)
	before := len(s.Picture(NetworkSlot).Boxes)
	for _, test := range []struct {
		travel Travel
		end    func(Curve) Point
	}{
		{Travel{Layer: 2, Progress: 0}, func(c Curve) Point { return c.From }},
		{Travel{Layer: 2, Progress: 1}, func(c Curve) Point { return c.To }},
		{Travel{Layer: 2, Back: true, Progress: 0}, func(c Curve) Point { return c.To }},
		{Travel{Layer: 2, Back: true, Progress: 1}, func(c Curve) Point { return c.From }},
	} {
		s.SetTravel(test.travel)
		p := s.Picture(NetworkSlot)
		if got := len(p.Boxes) - before; got != 3*2 {
			t.Errorf("%+v: %d boxes more, want a dot with an edge for each of 3 links", test.travel, got)
		}
		for _, k := range s.diagram.links {
			if k.layer == 2 && len(boxesAt(p, inPixels(s, NetworkSlot, test.end(k.curve)))) < 2 {
				t.Errorf("%+v: no dot at the end of the link from unit %d", test.travel, k.from)
			}
		}
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
