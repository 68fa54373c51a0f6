package run

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shallows/engine/bench"
	"shallows/engine/session"
)

// stopped plays or trains to where the run stops, in slices of a budget, and returns what was told of that.
func stopped(r *Run, s Stop, how string, budget float64) string {
	r.SetSpeed("full")
	switch how {
	case "play":
		r.SetStop(s)
		r.Play()
	case "script":
		r.Train(s, "7")
	default:
		r.Train(s, "")
	}
	var list []string
	for n := 0; ; n++ {
		for _, event := range r.Events() {
			switch e := event.(type) {
			case Stopping:
				list = append(list, string(e.Why))
			case Ended:
				list = append(list, fmt.Sprint(e.Reached))
			}
		}
		if r.State() == Paused || n > 20000 {
			return strings.Join(list, " ")
		}
		r.Turn(0.02, budget)
	}
}

// Training stops at the first step at which the goal is reached, or at the step itself, with the weights that a run has
// there that goes step by step, however it is sliced.
func TestTrainingStopsByItself(t *testing.T) {
	const explosion = "v=1&data=plane&act=relu&init=he&scale=1&lr=100"
	goal := func(m bench.Metric, v float64) Stop { return Stop{Goal: bench.Goal{Metric: m, Value: v}} }
	for _, test := range []struct {
		link string
		stop Stop
		told string // of both ways, and of how a script's ends
		at   int
	}{
		{"v=1", Stop{Step: 500}, "step true", 500},
		{"v=1", Stop{Step: 1}, "step true", 1},
		{"v=1&steps=20", Stop{Step: 21}, "step true", 21},
		{"v=1", goal(bench.Cost, 0.3), "goal true", 601},
		{"v=1", goal(bench.Accuracy, 0.9), "goal true", -1},
		{"v=1&test=20&batch=16", goal(bench.TestAccuracy, 0.8), "goal true", -1},
		{"v=1&test=20", goal(bench.TestCost, 0.4), "goal true", -1},
		{"v=1", Stop{Step: 600, Goal: bench.Goal{Metric: bench.Cost, Value: 0.3}}, "step false", 600},
		{"v=1", Stop{Step: 601, Goal: bench.Goal{Metric: bench.Cost, Value: 0.3}}, "goal true", 601},
		{"v=1", Stop{Step: 700, Goal: bench.Goal{Metric: bench.Cost, Value: 0.3}}, "goal true", 601},
		{explosion, Stop{Step: 1000}, " false", -1},
		{explosion, goal(bench.Cost, 0), " false", -1},
		{"v=1&data=own", Stop{Step: 5}, " false", 0},
	} {
		alone := open(test.link).Session()
		for (test.stop.Step == 0 || alone.At() < test.stop.Step) && alone.Step(1) == 1 {
			if v := test.stop.Goal; v.Metric != "" {
				now := v.Metric.Of(alone.Metrics())
				if v.Metric.Rises() && now >= v.Value || !v.Metric.Rises() && now <= v.Value {
					break
				}
			}
		}
		why, reached, _ := strings.Cut(test.told, " ")
		for how, want := range map[string]string{"play": why, "train": why, "script": reached} {
			for _, budget := range []float64{0, 8} {
				if test.link == "v=1&data=own" && how == "play" { // it waits for points
					continue
				}
				r := open(test.link)
				got := stopped(r, test.stop, how, budget)
				s := r.Session()
				if got != want || s.At() != alone.At() || test.at >= 0 && s.At() != test.at || !slices.Equal(s.State().Parameters, alone.State().Parameters) {
					t.Errorf("%s, %s to %+v by slices of %v: %q at %d, want %q at %d", test.link, how, test.stop, budget, got, s.At(), want, alone.At())
				}
			}
		}
	}
}

// A goal that is reached already counts once it has not been; a step that does not lie ahead stops no playing, and has
// nothing trained.
func TestWhereTheGoalOrTheStepIsReachedAlready(t *testing.T) {
	cost := bench.Goal{Metric: bench.Cost, Value: 0.5}
	r := open("v=1&steps=600")
	for range 2 {
		r.SetStop(Stop{Goal: cost})
		r.Play()
		if got := r.Events(); len(got) != 2 || got[0] != (Stopping{Holds, Stop{Goal: cost}}) {
			t.Errorf("told %v", got)
		}
		at := r.Session().At()
		r.Turn(0.02, 8)
		if r.State() != Playing || r.Session().At() == at {
			t.Error("it does not go on")
		}
		r.Pause()
		r.Events()
	}
	// Where it has not been reached since, it is reached anew.
	r.Play()
	r.Session().Reset()
	for n := 0; r.State() == Playing && n < 20000; n++ {
		r.Turn(0.02, 8)
	}
	if got := r.Session(); r.State() != Paused || got.Now().Cost > 0.5 || got.Now().Cost < 0.49 {
		t.Errorf("it is %s at a cost of %v", r.State(), got.Now().Cost)
	}
	r.Events()
	at := r.Session().At()
	if got := stopped(r, Stop{Step: at}, "train", 8); got != "passed" || r.Session().At() != at {
		t.Errorf("told %s at %d", got, r.Session().At())
	}
	if got := stopped(r, Stop{Step: at}, "script", 8); got != "true" {
		t.Errorf("a script hears %s", got)
	}
	r.Play()
	if r.Train(Stop{Step: at - 1}, ""); r.State() != Playing {
		t.Errorf("what plays beyond the step is %s", r.State())
	}
	r.Pause()
	r.Events()
	r.SetStop(Stop{Step: at})
	r.Play()
	r.Turn(0.02, 8)
	if r.State() != Playing {
		t.Error("a step behind stops it")
	}
	// Another goal while it plays is looked at from now on.
	r.Events()
	r.SetStop(Stop{Goal: bench.Goal{Metric: bench.Accuracy, Value: 0}})
	if got := r.Events(); len(got) != 1 || got[0].(Stopping).Why != Holds {
		t.Errorf("told %v", got)
	}
}

func TestWhatStopsByItself(t *testing.T) {
	r := open("v=1&steps=3")
	r.SetStop(Stop{Step: 5})
	r.Step(4, "a")
	for r.State() == Seeking {
		r.Turn(0, 8)
	}
	if r.Session().At() != 7 {
		t.Errorf("so many more steps stop at %d", r.Session().At())
	}
	r.Reset()
	if r.Stop() != (Stop{Step: 5}) {
		t.Error("starting over forgets it")
	}
	r.Train(Stop{Step: 5000}, "")
	r.Hold()
	r.Resume()
	if r.State() != Seeking || r.Way().Goal != 5000 || r.Way().Stop.Step != 5000 {
		t.Errorf("after a pause it is on the way %+v", r.Way())
	}
	r.Open("v=1&data=xor")
	if r.Stop() != (Stop{}) {
		t.Error("the run of a link stops")
	}
}

// The last step that there is ends training and says so.
func TestTheLastStep(t *testing.T) {
	for _, how := range []string{"play", "train"} {
		r := open("v=1&n=10&net=1&batch=1")
		s := r.Session()
		state := s.State()
		state.Step = session.MaxSteps - 2
		if err := s.Restore(state); err != nil {
			t.Fatal(err)
		}
		stop := Stop{Goal: bench.Goal{Metric: bench.Cost, Value: 0}}
		if got := stopped(r, stop, how, 8); got != "last" || s.At() != session.MaxSteps {
			t.Errorf("%s: %s at %d", how, got, s.At())
		}
	}
}
