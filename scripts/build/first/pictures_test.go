package first

import (
	"encoding/xml"
	"math"
	"strings"
	"testing"

	"shallows/engine/scene"
)

// What stands for a field is the field: no tone is another by more than a thirtieth.
func TestFieldsAreSlopes(t *testing.T) {
	s := stage(slots)
	for _, slot := range []scene.Slot{scene.NetworkSlot, scene.OutputSlot} {
		quads := s.Picture(slot).Quads
		for i, q := range quads {
			q.Line = 0
			r := s.Rasters([]scene.Quad{q})[0]
			f := slopeOf(r)
			for y := range r.Height {
				for x := range r.Width {
					want := f.middle + f.across*((float64(x)+0.5)/float64(r.Width)-0.5) + f.down*((float64(y)+0.5)/float64(r.Height)-0.5)
					if got := toneAt(r, x, y); math.Abs(got-max(-1, min(1, want))) > 1.0/30 {
						t.Fatalf("field %d of %v is %v at %d, %d, and stands as %v", i, slot, got, x, y, want)
					}
				}
			}
		}
	}
}

// A bias stands as an empty ring, so all have to be nothing.
func TestBiasesAreNothing(t *testing.T) {
	n := stage(slots).Session().Network()
	for l := 1; l <= n.Layers(); l++ {
		for i, b := range n.B[l] {
			if b != 0 {
				t.Errorf("the bias of unit %d of layer %d is %v", i+1, l, b)
			}
		}
	}
}

// The pictures are well-formed, have all that there is to see, and no length of the slots that they were made of.
func TestPictures(t *testing.T) {
	pictures := Pictures()
	for slot, want := range map[string]map[string]int{
		"network": {"first-link": 12, "first-unit": 7, "first-bias": 5, "linearGradient id": 7, "stroke-dasharray": 8},
		"output":  {"M": 1192 /* three an example, but for those that follow one another closely */, "first-tick": 12, "first-boundary": 1},
		"cost":    {"first-tick right": 6, "first-tick top": 4, "circle": 1},
	} {
		text := pictures[slot]
		for what, times := range want {
			if n := strings.Count(text, what); n != times {
				t.Errorf("%s has %s %d times, want %d", slot, what, n, times)
			}
		}
		if err := xml.Unmarshal([]byte("<svg>"+text+"</svg>"), new(struct{})); err != nil {
			t.Errorf("%s: %v", slot, err)
		}
	}
	if strings.Contains(pictures["output"]+pictures["network"]+pictures["cost"], "NaN") {
		t.Error("a place is no number")
	}
}
