package scene

import "testing"

func TestAnExampleIsFoundWhereItIsDrawn(t *testing.T) {
	s := newStage("", 0)
	train := s.session.Train()
	s.Layout()
	const example = 17
	at := s.plane.plot(train.X[0][example-1], train.X[1][example-1])
	found := s.Hit(OutputSlot, at.X+1, at.Y).Example
	if found == 0 {
		t.Fatal("no example is found")
	}
	near := s.plane.plot(train.X[0][found-1], train.X[1][found-1])
	if dx, dy := near.X-at.X, near.Y-at.Y; dx*dx+dy*dy > 4 {
		t.Errorf("example %d at %v is found at %v", found, near, at)
	}
	box := s.plane.box
	if got := s.Hit(OutputSlot, box.X+2, box.Y+2); got.Kind != Plane || got.Example != 0 {
		t.Errorf("in the empty corner: %v", got)
	}
}

func TestTheChosenExampleIsRinged(t *testing.T) {
	s := newStage("", 0)
	train := s.session.Train()
	before := len(s.Picture(OutputSlot).Boxes)
	s.SetExample(5)
	boxes := s.Picture(OutputSlot).Boxes
	at := inPixels(s, OutputSlot, s.plane.plot(train.X[0][4], train.X[1][4]))
	if ring := boxes[len(boxes)-2]; len(boxes) <= before || ring.Centre != at || ring.Stroke == 0 {
		t.Errorf("the box under the outline of the plane is %v, want a ring at %v", ring, at)
	}
	for _, none := range []int{0, -1, train.Len() + 1} {
		s.SetExample(none)
		if got := len(s.Picture(OutputSlot).Boxes); got != before {
			t.Errorf("example %d: %d boxes, want %d", none, got, before)
		}
	}
}
