package session

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"shallows/engine/dataset"
)

func TestDivergedRunStops(t *testing.T) {
	for _, link := range []string{
		"out=linear&lr=100&scale=1",
		"out=linear&lr=10&act=relu&init=he&net=20,20&batch=32",
		"act=linear&scale=100&lr=100&net=8,8,8",
		"act=leaky&slope=1&scale=100&lr=100&net=8,8,8&opt=momentum&l2=10",
	} {
		s, single := open(t, link), open(t, link)
		done := s.Step(1000)
		for single.Step(1) == 1 {
		}
		m := s.Metrics()
		if done == 1000 || m.Step != done || !m.Diverged {
			t.Errorf("%s: %d updates, %+v", link, done, m)
		}
		if !slices.Equal(parameters(s), parameters(single)) {
			t.Errorf("%s: another end when the steps are made one by one", link)
		}
		for _, p := range append(parameters(s), m.Cost) {
			if math.IsNaN(p) || math.IsInf(p, 0) {
				t.Errorf("%s: a parameter or the cost is %v", link, p)
			}
		}
		for _, r := range s.History() {
			if math.IsNaN(r.Cost) || math.IsInf(r.Cost, 0) {
				t.Errorf("%s: the history holds a cost of %v", link, r.Cost)
			}
		}
		if s.Step(1) != 0 {
			t.Errorf("%s: an update after the run diverged", link)
		}
		s.Reset()
		if s.Metrics().Diverged || s.Step(1) != 1 {
			t.Errorf("%s: no update after Reset", link)
		}
	}
}

// A run that stands right before its end looks no different from any other, until it is asked. Asking changes no bit.
func TestForeseeing(t *testing.T) {
	const explosion = "net=8,8&act=relu&out=linear&init=he&lr=100&steps=1000"
	for _, test := range []struct {
		link  string
		steps int
		want  bool
	}{
		{explosion, 65, true},
		{explosion, 64, false},
		{"opt=adam&batch=32", 12, false},
		{"opt=adam&batch=32", 13, false},
		{"opt=momentum&batch=64", 7, false},
		{"data=own", 0, false},
	} {
		s, other := open(t, test.link), open(t, test.link)
		s.Remember()
		s.Step(test.steps)
		other.Step(test.steps)
		if got := s.Foresee(); got != test.want || s.Diverged() != test.want || s.At() != test.steps {
			t.Errorf("%s at %d: %v, want %v", test.link, test.steps, got, test.want)
		}
		for range 5 {
			if fmt.Sprint(s.State(), s.History()) != fmt.Sprint(other.State(), other.History()) {
				t.Errorf("%s at %d: the run is another", test.link, s.At())
			}
			s.Step(1)
			other.Step(1)
		}
	}
}

// Whether a run has diverged is a matter of its next update: what makes that finite has the run go on, and what makes it
// infinite stops the run at once. A run that is restored there, as from a link, stands the same.
func TestDivergenceIsOfTheNextUpdate(t *testing.T) {
	const explosion = "data=bumps&net=16,16,16&act=relu&init=he&lr=100"
	s := open(t, explosion)
	s.Remember()
	if done := s.Step(60); done != 34 || !s.Diverged() {
		t.Fatalf("it stops at step %d", done)
	}
	for _, test := range []struct {
		key, value string
		want       bool
	}{
		{"lr", "0.001", false},
		{"lr", "100", true},
		{"lr", "99", true},
		{"lr", "0.000001", false},
		{"opt", "adam", false},
		{"opt", "gd", false},
	} {
		set(t, test.key, test.value)(s)
		restored := open(t, s.Config().Encode())
		if err := restored.Restore(s.State()); err != nil {
			t.Fatal(err)
		}
		if restored.Foresee(); s.Diverged() != test.want || restored.Diverged() != test.want {
			t.Errorf("%s=%s: diverged %v, from a link %v, want %v", test.key, test.value, s.Diverged(), restored.Diverged(), test.want)
		}
	}
	if !s.GoTo(20, 100) || s.Diverged() || !s.GoTo(34, 100) || s.Diverged() {
		t.Error("there and back it is another")
	}
	if s.Step(1) != 1 {
		t.Error("with a smaller learning rate the run does not go on")
	}
	if set(t, "lr", "100")(s); !s.Diverged() || s.Step(1) != 0 {
		t.Error("with a larger learning rate the run goes on")
	}
	if !s.GoTo(20, 100) || s.Diverged() || !s.GoTo(35, 100) || !s.Diverged() {
		t.Error("there and back the run that stopped is another")
	}
}

// Without examples there is no next update that could explode; undone, there is.
func TestUndoingAtDivergence(t *testing.T) {
	s := drawn(t, "act=relu&init=he&net=16,16,16&out=linear&loss=mse&lr=100", 20)
	s.Remember()
	if s.Step(1000); !s.Diverged() || s.At() == 0 {
		t.Fatalf("at step %d it has diverged: %v", s.At(), s.Diverged())
	}
	for _, test := range []struct {
		edit func(*dataset.Drawing) bool
		want bool
	}{
		{func(d *dataset.Drawing) bool { d.Replace(dataset.NewPoints(dataset.Set{}), nil); return true }, false},
		{undo, true},
		{redo, false},
	} {
		if s.Draw(test.edit); s.Diverged() != test.want {
			t.Errorf("with %d points diverged is %v", s.Train().Len(), s.Diverged())
		}
	}
}

// A gradient whose square is too large ends the run before the optimizer remembers infinity, which no link could carry.
func TestWhatTheOptimizerRemembersStaysFinite(t *testing.T) {
	for _, opt := range []string{"rmsprop", "adam"} {
		s := open(t, "opt="+opt)
		if err := s.SetWeight(2, 1, 1, 1e163); err != nil {
			t.Fatal(err)
		}
		if done := s.Step(5); done != 0 || !s.Metrics().Diverged {
			t.Errorf("%s: %d updates, %+v", opt, done, s.Metrics())
		}
		if err := open(t, "opt="+opt).Restore(s.State()); err != nil {
			t.Errorf("%s: the run is nowhere another can be: %v", opt, err)
		}
	}
}

func TestNoStepBeyondTheLast(t *testing.T) {
	s := open(t, "")
	state := s.State()
	state.Step = MaxSteps - 2
	if err := s.Restore(state); err != nil {
		t.Fatal(err)
	}
	s.Remember()
	if done := s.Step(5); done != 2 || s.Metrics().Step != MaxSteps || s.Metrics().Diverged {
		t.Errorf("%d updates, %+v", done, s.Metrics())
	}
	if !s.GoTo(MaxSteps-1, 5) {
		t.Error("no way back from the last step")
	}
	for _, change := range []func(*State){
		func(s *State) { s.Step = 3_000_000_000 },
		func(s *State) { s.Epoch = 3_000_000_000 },
		func(s *State) { s.Updates = 3_000_000_000 },
	} {
		beyond := state
		change(&beyond)
		if err := s.Restore(beyond); err != ErrSteps || s.Metrics().Step != 0 {
			t.Errorf("%+v: %v", s.Metrics(), err)
		}
	}
}
