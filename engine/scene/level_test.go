package scene

import (
	"math"
	"testing"
)

// Before it has learnt anything a unit shows its line with the contrast of a trained one; the plane shows what is.
func TestUntrainedUnitsShowTheirLines(t *testing.T) {
	for link, steps := range map[string]int{
		"net=4": 200, "net=4&act=sigmoid": 0, "net=4&act=relu&init=he": 0, "net=4&act=relu&out=linear&data=plane": 0,
		"net=40,30&init=xavier": 20, "net=27,27,28,28,28,28": 0, "net=4,4,4,4,4,4&scale=0.0001": 0,
	} {
		s := newStage(link+"&n=20", 0)
		s.slots.Scale = 0.5
		for range 2 {
			p := s.Picture(NetworkSlot)
			rasters := s.Rasters(p.Quads)
			for i, u := range s.diagram.units {
				strongest := 0.0
				for y := range rasters[i].Height {
					for x := range rasters[i].Width {
						strongest = max(strongest, apart(pixelAt(rasters[i], x, y), testTheme.Neutral))
					}
				}
				if want := 0.9 * apart(testTheme.Ramp(1, false), testTheme.Neutral); strongest < want {
					t.Errorf("%s at %d: unit %d of layer %d has a contrast of %.3f, want %.3f", link, s.session.At(), u.Index, u.Layer, strongest, want)
				}
			}
			if q := s.Picture(OutputSlot).Quads[0]; q.Gain != 1 {
				t.Errorf("%s: the plane is stretched by %v", link, q.Gain)
			}
			s.session.Step(steps)
		}
	}
}

// What is stretched is told by the bar, which has the length of the level.
func TestABarTellsTheLevel(t *testing.T) {
	for _, test := range []struct {
		link  string
		steps int
		unit  int // of the quads
		level float64
		bar   bool
	}{
		{"net=4", 0, 0, 1, false},            // an input
		{"net=4", 0, 2, 0.029, true},         // tanh of w x: 0.0042 * 6 + 0.0006 * 6, near enough
		{"net=4", 2000, 2, 1, true},          // it has learnt
		{"net=4&init=zeros", 0, 2, 0, true},  // nothing
		{"data=blobs&net=4", 0, 6, 1, false}, // of a softmax
		{"net=64", 0, 2, 0.029, false},       // there is no room
	} {
		s := newStage(test.link, test.steps)
		if test.link == "net=64" {
			s.SetView(View{Unfolded: []int{1}})
		}
		q := s.Picture(NetworkSlot)
		if level := s.levels()[test.unit]; math.Abs(level-test.level) > 0.02 {
			t.Errorf("%s after %d steps: unit %d has the level %.3f, want %.3f", test.link, test.steps, test.unit, level, test.level)
		}
		var bars []Box
		unit := q.Quads[test.unit].Rect
		for _, b := range q.Boxes {
			if b.Colour == testTheme.Ink && unit.Contains(b.Centre) {
				bars = append(bars, b)
			}
		}
		if len(bars) > 0 != test.bar {
			t.Errorf("%s: unit %d has %d bars", test.link, test.unit, len(bars))
		}
		if test.bar {
			full := 0.7 * unit.H
			if long := 2 * (bars[0].Half.X - bars[0].Radius); math.Abs(long-s.levels()[test.unit]*full) > 2 {
				t.Errorf("%s: its bar is %v long, of %v", test.link, long, full)
			}
		}
	}
}
