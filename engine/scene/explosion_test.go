package scene

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// However a run explodes, with any data set, activation and rate, the texts of its picture stay in their slots.
func TestTextsOfRunsThatExplode(t *testing.T) {
	runs := 0
	for i, data := range dataset.Kinds {
		if data == dataset.Own {
			continue
		}
		for j, act := range []nn.Activation{nn.Sigmoid, nn.Tanh, nn.ReLU, nn.Leaky, nn.Linear} {
			rate := []int{10, 30, 100}[(i+j)%3]
			link := fmt.Sprintf("data=%v&out=linear&act=%v&lr=%d&net=4,4&init=he&scale=1&test=20", data, act, rate)
			s := newStage(link, 0)
			for range 200 {
				s.session.Step(1)
				s.checkTexts(t, link)
			}
			if s.session.Step(2000); !s.session.Metrics().Diverged {
				continue
			}
			runs++
			for _, size := range []Point{{600, 240}, {336, 200}, {240, 130}} {
				s.SetSlots(Slots{Rects: [slotCount]Rect{{0, 0, size.X, size.Y}, {0, 0, size.X, size.Y}, {0, 0, size.X, size.Y}}, Scale: 1})
				s.checkTexts(t, link)
			}
		}
	}
	if runs < 40 {
		t.Errorf("only %d runs explode", runs)
	}
}

// checkTexts holds each label against its slot.
func (s *Stage) checkTexts(t *testing.T, link string) {
	t.Helper()
	for _, l := range s.Layout().Labels {
		slot := s.slots.Rects[l.Slot]
		width := tickDigit * float64(utf8.RuneCountInString(l.Text))
		left := l.X
		switch l.Anchor {
		case Right:
			left -= width
		case Top, Bottom:
			left -= width / 2
		}
		if !(left > -1 && left+width < slot.W+1 && l.Y > -1 && l.Y < slot.H+1) {
			t.Fatalf("%s, step %d: %q at %v, %v leaves %v", link, s.session.Metrics().Step, l.Text, l.X, l.Y, slot)
		}
	}
}
