package session

import (
	"math"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// open returns the run that a link opens, at step 0.
func open(t testing.TB, link string) *Session {
	t.Helper()
	return New(settings(t, link))
}

func settings(t testing.TB, link string) config.Config {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) != 0 {
		t.Fatalf("%s: %v", link, warnings)
	}
	return c
}

func parameters(s *Session) []float64 { return slices.Clone(s.Network().Parameters()) }

func TestRunDoesNotDependOnHowItIsWatched(t *testing.T) {
	const steps = 1500
	for _, link := range []string{
		"",
		"test=20&batch=64&opt=adam&lr=0.01",
		"data=spiral&n=100&net=6&act=relu&init=he&opt=momentum&batch=7&l1=0.001",
	} {
		whole, sliced := open(t, link), open(t, link)
		whole.Step(steps)
		for i := 0; sliced.Metrics().Step < steps; i++ {
			sliced.Step(min(i%7, steps-sliced.Metrics().Step))
			sliced.Gradient()
			sliced.Field(3)
			sliced.History()
		}
		if !slices.Equal(parameters(whole), parameters(sliced)) {
			t.Errorf("%q: parameters differ when the steps are made in slices", link)
		}
		if !slices.EqualFunc(whole.History(), sliced.History(), sameRecord) {
			t.Errorf("%q: the history differs when the steps are made in slices", link)
		}
	}
}

// sameRecord also holds where there is no test cost.
func sameRecord(a, b Record) bool {
	return a.Step == b.Step && a.Cost == b.Cost && (a.TestCost == b.TestCost || math.IsNaN(a.TestCost) && math.IsNaN(b.TestCost))
}

func TestResetStartsTheSameRun(t *testing.T) {
	s := open(t, "batch=64&opt=adam&lr=0.01")
	first := parameters(s)
	s.Step(50)
	want := parameters(s)
	if err := s.SetBias(1, 1, 5); err != nil {
		t.Fatal(err)
	}
	s.Reset()
	if !slices.Equal(parameters(s), first) {
		t.Error("Reset does not bring the first weights back")
	}
	if m := s.Metrics(); m.Step != 0 || m.Epoch != 0 || !s.Replayable() || len(s.History()) != 1 {
		t.Errorf("after Reset: %+v, replayable %v, %d records", m, s.Replayable(), len(s.History()))
	}
	s.Step(50)
	if !slices.Equal(parameters(s), want) {
		t.Error("the run after Reset is another one")
	}
}

func TestApply(t *testing.T) {
	tests := []struct {
		change               string
		restarts, replayable bool
	}{
		{"", false, true},
		{"steps=70", false, true},
		{"lr=0.5", false, false},
		{"l1=0.1", false, false},
		{"l2=0.1", false, false},
		{"opt=adam", false, false},
		{"batch=32", false, false},
		{"bseed=11", false, false},
		{"seed=3", true, true},
		{"net=5", true, true},
		{"act=relu", true, true},
		{"data=circle", true, true},
		{"in=x1,x2,x1x2", true, true},
		{"test=10", true, true},
	}
	for _, test := range tests {
		s := open(t, "")
		s.Step(20)
		version, before := s.Version(), parameters(s)
		if got := s.Apply(settings(t, test.change)); got != test.restarts {
			t.Errorf("%s: restarted is %v, want %v", test.change, got, test.restarts)
		}
		if kept := slices.Equal(parameters(s), before); kept == test.restarts {
			t.Errorf("%s: weights kept is %v", test.change, kept)
		}
		if got := s.Replayable(); got != test.replayable {
			t.Errorf("%s: replayable is %v, want %v", test.change, got, test.replayable)
		}
		steps := 0
		if !test.restarts && test.replayable {
			steps = 20
		}
		if got := s.Config().Steps; got != steps {
			t.Errorf("%s: Config().Steps = %d, want %d", test.change, got, steps)
		}
		if s.Version() <= version {
			t.Errorf("%s: the version did not grow", test.change)
		}
		if s.Step(1) != 1 || slices.Equal(parameters(s), before) {
			t.Errorf("%s: the run does not go on", test.change)
		}
	}
}

func TestChangeAtStepZeroIsReplayable(t *testing.T) {
	s, linked := open(t, ""), open(t, "lr=0.3&opt=momentum&batch=50")
	s.Apply(settings(t, "lr=0.3&opt=momentum&batch=50"))
	s.Step(30)
	linked.Step(s.Config().Steps)
	if !s.Replayable() || !slices.Equal(parameters(s), parameters(linked)) {
		t.Error("the link of a run changed at step 0 leads elsewhere")
	}
}

// Halfway through a pass over the examples a new batch size begins another order.
func TestNewBatchSizeBeginsAPass(t *testing.T) {
	s := open(t, "batch=150")
	s.Step(4)
	s.Apply(settings(t, "batch=100"))
	if m := s.Metrics(); m.Epoch != 1 {
		t.Errorf("%d passes are complete, want 1", m.Epoch)
	}
	s.Step(3)
	if m := s.Metrics(); m.Epoch != 1 {
		t.Errorf("%d passes are complete after three quarters of the second, want 1", m.Epoch)
	}
	s.Step(1)
	if m := s.Metrics(); m.Epoch != 2 {
		t.Errorf("%d passes are complete, want 2", m.Epoch)
	}
}

func TestLongRunsAreNotReplayable(t *testing.T) {
	s := open(t, "n=10&net=0")
	s.Step(100000)
	if !s.Replayable() || s.Config().Steps != 100000 {
		t.Error("a link can carry 100000 steps")
	}
	s.Step(1)
	if s.Replayable() || s.Config().Steps != 0 {
		t.Error("a link cannot carry 100001 steps")
	}
}

func TestTargets(t *testing.T) {
	tests := []struct {
		link string
		want []float64
	}{
		{"", []float64{0, 1}},
		{"out=linear", []float64{0, 1}},
		{"out=tanh", []float64{-1, 1}},
	}
	for _, test := range tests {
		s := open(t, test.link+"&test=25")
		if s.Train().Len() != 300 || s.Test().Len() != 100 {
			t.Errorf("%s: %d examples to train and %d to test, want 300 and 100", test.link, s.Train().Len(), s.Test().Len())
		}
		for _, set := range []dataset.Set{s.Train(), s.Test()} {
			values := slices.Compact(slices.Sorted(slices.Values(set.Y)))
			if !slices.Equal(values, test.want) {
				t.Errorf("%s: the targets are %v, want %v", test.link, values, test.want)
			}
		}
	}
	if y := open(t, "data=plane&out=tanh").Train().Y; slices.Max(y) > 1.2 || slices.Min(y) < -1.2 {
		t.Error("the values of regression data are stretched for a tanh output")
	}
}

func TestStepAllocatesNothing(t *testing.T) {
	s := open(t, "test=20")
	if allocations := testing.AllocsPerRun(100, func() { s.Step(1); s.Metrics(); s.History() }); allocations != 0 {
		t.Errorf("%v allocations a step, want none", allocations)
	}
}
