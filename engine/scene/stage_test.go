package scene

import (
	"math"
	"slices"
	"testing"
)

func TestShownUnit(t *testing.T) {
	s := newStage("net=4,3", 0)
	for _, test := range []struct {
		name            string
		hover, selected Target
		want            Target
	}{
		{"nothing marked", Target{}, Target{}, Target{Unit, 3, 1, 0}},
		{"a unit hovered", Target{Unit, 1, 2, 0}, Target{Unit, 2, 1, 0}, Target{Unit, 1, 2, 0}},
		{"an input hovered", Target{Unit, 0, 2, 0}, Target{}, Target{Unit, 0, 2, 0}},
		{"a unit selected", Target{Link, 1, 1, 1}, Target{Unit, 2, 1, 0}, Target{Unit, 2, 1, 0}},
		{"a bias hovered", Target{Bias, 2, 3, 0}, Target{}, Target{Unit, 2, 3, 0}},
		{"a unit that is gone", Target{Unit, 1, 9, 0}, Target{Unit, 7, 1, 0}, Target{Unit, 3, 1, 0}},
	} {
		s.Hover(test.hover)
		s.Select(test.selected)
		if got := s.Shown(); got != test.want {
			t.Errorf("%s: %v is shown, want %v", test.name, got, test.want)
		}
	}
}

func TestValues(t *testing.T) {
	s := newStage("net=4,3", 10)
	n := s.session.Network()
	for _, test := range []struct {
		target Target
		want   float64
	}{
		{Target{Link, 1, 2, 1}, n.W[1].Data[2]},
		{Target{Link, 2, 3, 4}, n.W[2].Data[11]},
		{Target{Bias, 3, 1, 0}, n.B[3][0]},
		{Target{Link, 2, 3, 5}, math.NaN()},
		{Target{Bias, 0, 1, 0}, math.NaN()},
		{Target{Unit, 1, 1, 0}, math.NaN()},
	} {
		if got := s.Value(test.target); got != test.want && !(math.IsNaN(got) && math.IsNaN(test.want)) {
			t.Errorf("%v: %v, want %v", test.target, got, test.want)
		}
	}
}

func TestFieldIsThePrediction(t *testing.T) {
	s := newStage("data=spiral&act=relu&init=he&lr=0.1", 20)
	for _, p := range somewhere {
		want := make([]float64, 1)
		s.session.Predict(want, []float64{p.X}, []float64{p.Y})
		if got := s.Field(p.X, p.Y); math.Abs(got-want[0]) > 1e-12 {
			t.Errorf("at %v: %v, want %v", p, got, want[0])
		}
	}
}

func TestHitInEachSlot(t *testing.T) {
	s := newStage("net=4", 50)
	l := s.Layout()

	at := s.diagram.biases[2].Rect.Centre()
	if got := s.Hit(NetworkSlot, at.X, at.Y); got.Target != (Target{Bias, 1, 3, 0}) || got.Value != s.session.Network().B[1][2] {
		t.Errorf("on a bias: %v", got)
	}

	got := s.Hit(OutputSlot, l.Square.X+0.75*l.Square.W, l.Square.Y+0.75*l.Square.H)
	if got.Kind != Plane || math.Abs(got.X-3) > 1e-9 || math.Abs(got.Y+3) > 1e-9 || got.Value != s.Field(got.X, got.Y) {
		t.Errorf("in the plane: %v", got)
	}
	if got := s.Hit(OutputSlot, 1, 1); got.Kind != Nothing {
		t.Errorf("beside the plane: %v", got)
	}

	right := s.curve.box.X + s.curve.box.W
	if got := s.Hit(CostSlot, right-0.1, 50); got.Kind != Cost || got.X != 50 || got.Value != s.session.Metrics().Cost {
		t.Errorf("at the end of the curve: %v", got)
	}

	s.SetSlots(Slots{Scale: 1})
	for slot := range slotCount {
		if got := s.Hit(slot, 100, 100); got.Kind != Nothing {
			t.Errorf("%v: %v in a slot that is not there", slot, got)
		}
	}
}

func TestLayoutVersionGrowsOnlyWithChanges(t *testing.T) {
	s := newStage("net=16", 5)
	version := s.Layout().Version
	same := func(what string) {
		t.Helper()
		if got := s.Layout().Version; got != version {
			t.Errorf("%s changed the layout", what)
		}
	}
	changed := func(what string) {
		t.Helper()
		if got := s.Layout().Version; got == version {
			t.Errorf("%s did not change the layout", what)
		}
		version = s.Layout().Version
	}
	same("asking twice")
	s.Hover(Target{Unit, 1, 1, 0})
	same("hovering")
	s.SetTheme(Theme{})
	same("a theme")
	moved := s.slots
	moved.Rects[NetworkSlot].X += 30
	s.SetSlots(moved)
	same("scrolling")
	moved.Rects[NetworkSlot].W += 30
	s.SetSlots(moved)
	changed("resizing")
	s.SetView(View{Unfolded: []int{1}})
	changed("unfolding")

	relabelled := func(what string, change func()) {
		t.Helper()
		before := slices.Clone(s.Layout().Labels)
		change()
		if slices.Equal(s.Layout().Labels, before) {
			t.Errorf("%s did not change the labels", what)
		}
		same(what)
	}
	relabelled("the steps on the axis", func() { s.session.Step(500) })
	relabelled("the scale of the axis", func() { s.SetView(View{Unfolded: []int{1}, LogSteps: true}) })
}

func TestLabelsOfAbsentSlotsAreLeftOut(t *testing.T) {
	s := newStage("net=4", 5)
	slots := s.slots
	slots.Rects[CostSlot] = Rect{}
	s.SetSlots(slots)
	if len(s.Layout().Labels) == 0 {
		t.Error("no labels at the plane")
	}
	for _, l := range s.Layout().Labels {
		if l.Slot == CostSlot {
			t.Errorf("label %q of the cost curve", l.Text)
		}
	}
}
