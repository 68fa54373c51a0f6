package session

import (
	"math"
	"slices"
	"testing"
)

// A run restored from the middle of another goes on as that one does.
func TestRestoreGoesOnAlike(t *testing.T) {
	for _, link := range []string{
		"",
		"test=20&batch=64&opt=adam&lr=0.01",
		"data=spiral&n=100&net=6&act=relu&init=he&opt=momentum&batch=7&l1=0.001",
		"data=bumps&net=3,3&batch=33&opt=rmsprop&lr=0.003&seed=9",
	} {
		for _, steps := range []int{0, 1, 14, 137} {
			s := open(t, link)
			s.Step(steps)
			if err := s.SetWeight(1, 2, 1, 0.1); err != nil {
				t.Fatal(err)
			}
			restored := open(t, link)
			restored.Step(3)
			if err := restored.Restore(s.State()); err != nil {
				t.Fatalf("%q at step %d: %v", link, steps, err)
			}
			for range 2 {
				if !slices.Equal(parameters(s), parameters(restored)) {
					t.Errorf("%q at step %d: the parameters differ", link, s.Metrics().Step)
				}
				if a, b := s.Now(), restored.Now(); !sameRecord(a, b) || s.Metrics().Epoch != restored.Metrics().Epoch {
					t.Errorf("%q: at %+v of epoch %d, want %+v of %d", link, b, restored.Metrics().Epoch, a, s.Metrics().Epoch)
				}
				s.Step(50)
				restored.Step(50)
			}
			if restored.Replayable() {
				t.Errorf("%q: a restored run claims to follow from its settings", link)
			}
		}
	}
}

func TestRestoredRunHasAHistoryOfItsOwn(t *testing.T) {
	s := open(t, "")
	s.Step(5000)
	restored := open(t, "")
	if err := restored.Restore(s.State()); err != nil {
		t.Fatal(err)
	}
	if history := restored.History(); len(history) != 1 || history[0].Step != 5000 {
		t.Errorf("the history is %v, want step 5000 alone", history)
	}
	restored.Step(3)
	if history := restored.History(); len(history) != 4 || history[3].Step != 5003 {
		t.Errorf("the history is %v, want steps 5000 to 5003", history)
	}
	restored.Reset()
	if history := restored.History(); len(history) != 1 || history[0].Step != 0 || !restored.Replayable() {
		t.Errorf("after Reset the history is %v", history)
	}
}

func TestRestoreRefusesWhatCannotBe(t *testing.T) {
	const link = "n=100&batch=30&opt=adam"
	s := open(t, link)
	s.Step(6)
	for name, spoil := range map[string]func(*State){
		"a negative step":            func(s *State) { s.Step = -1 },
		"a negative epoch":           func(s *State) { s.Epoch = -1 },
		"a negative update":          func(s *State) { s.Updates = -1 },
		"a batch that began before":  func(s *State) { s.Used = -30 },
		"a batch that never begins":  func(s *State) { s.Used = 31 },
		"a batch past the pass":      func(s *State) { s.Used = 120 },
		"too few parameters":         func(s *State) { s.Parameters = s.Parameters[1:] },
		"too many parameters":        func(s *State) { s.Parameters = append(s.Parameters, 1) },
		"no memory":                  func(s *State) { s.V = nil },
		"a parameter that is none":   func(s *State) { s.Parameters[3] = math.NaN() },
		"an infinite parameter":      func(s *State) { s.Parameters[0] = math.Inf(-1) },
		"memory that is no number":   func(s *State) { s.V[2] = math.NaN() },
		"a negative mean of squares": func(s *State) { s.S[1] = -1e-300 },
	} {
		state := s.State()
		spoil(&state)
		other := open(t, link)
		want := parameters(other)
		other.Step(4)
		if other.Restore(state) == nil {
			t.Errorf("%s is restored", name)
		}
		if m := other.Metrics(); m.Step != 0 || m.Epoch != 0 || !other.Replayable() || !slices.Equal(parameters(other), want) {
			t.Errorf("%s leaves the run at %+v", name, m)
		}
	}
}
