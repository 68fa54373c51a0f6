package run

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// played plays a run for so many seconds, of which a turn takes the next of frames, and returns the step after it.
func played(r *Run, seconds float64, frames ...float64) int {
	r.Play()
	for i, at := 0, 0.0; at < seconds-1e-9; i++ {
		frame := min(frames[i%len(frames)], seconds-at)
		r.Turn(frame, plenty)
		at += frame
	}
	return r.Session().At()
}

const small = "v=1&n=10&net=1"

func TestASpeedIsByTime(t *testing.T) {
	for _, test := range []struct {
		speed     string
		link      string
		seconds   float64
		from, to  int
		rate, off float64
	}{
		{"one", small, 10, 10, 11, 1, 0.1},
		{"slow", small, 10, 100, 101, 10, 0.7},
		{"normal", small, 0.5, 5, 8, 0, 0}, // slow enough to be seen
		{"normal", small, 5, 195, 215, 0, 0},
		{"normal", small, 10, 1800, 2200, 600, 6},
		{"normal", small + "&steps=5000", 2, 6200, 6201, 600, 6},
		{"fast", small, 2, 6000, 6001, 3000, 30},
	} {
		for _, frames := range [][]float64{
			{1.0 / 60}, {1.0 / 144}, {1.0 / 30}, {0.001}, {1.0 / 60, 1.0 / 60, 0.1, 1.0 / 144}, // some that are dropped
			{0, 0, 0, 0, 0, 0.1}, // by a clock that moves but every tenth of a second
		} {
			r := open(test.link)
			r.SetSpeed(test.speed)
			if at := played(r, test.seconds, frames...); at < test.from || at > test.to {
				t.Errorf("%s for %g s by frames of %v: at %d, want %d to %d", test.speed, test.seconds, frames, at, test.from, test.to)
			}
			if rate := r.Rate(); frames[0] > 0 && test.rate > 0 && math.Abs(rate-test.rate) > test.off {
				t.Errorf("%s by frames of %v: %g updates a second", test.speed, frames, rate)
			}
		}
	}
}

// The same screen or another, a run is where it is at a time, and its numbers are those of that step.
func TestFramesChangeNoNumbers(t *testing.T) {
	alone := open("v=1")
	alone.Session().Step(200)
	for _, hertz := range []float64{60, 144} {
		r := open("v=1")
		r.SetStop(Stop{Step: 200})
		seconds := 0.0
		for r.Play(); r.State() == Playing; seconds += 1 / hertz {
			r.Turn(1/hertz, plenty)
		}
		if seconds < 4.7 || seconds > 5.2 {
			t.Errorf("at %g Hz the first 200 steps take %.2f s", hertz, seconds)
		}
		if !slices.Equal(parameters(r), parameters(alone)) {
			t.Errorf("at %g Hz its weights are others", hertz)
		}
	}
}

// What begins slowly does so by the step it stands at: going on from there, however it has come there, is going on as fast.
func TestWhereARunGoesOn(t *testing.T) {
	for _, test := range []struct {
		name string
		come func(r *Run) // to step 400
	}{
		{"a pause", func(r *Run) {
			r.SetStop(Stop{Step: 400})
			played(r, 20, 1.0/60)
			r.SetStop(Stop{})
		}},
		{"a link", func(r *Run) { r.Open(small + "&steps=400") }},
		{"training there", func(r *Run) { r.Train(Stop{Step: 400}, "") }},
		{"going back", func(r *Run) {
			r.Session().Step(9000)
			r.GoTo(400, "")
		}},
		{"holding", func(r *Run) {
			r.Session().Step(400)
			r.Play()
			r.Hold()
		}},
	} {
		r := open(small)
		test.come(r)
		for r.State() == Seeking {
			r.Turn(0, plenty)
		}
		if r.Session().At() != 400 {
			t.Fatalf("%s leads to %d", test.name, r.Session().At())
		}
		r.Resume()
		if at := played(r, 1, 1.0/60); at < 652 || at > 655 {
			t.Errorf("a second after %s it is at %d", test.name, at)
		}
	}
	r := open(small)
	played(r, 4, 1.0/60)
	r.Redraw()
	if at := played(r, 0.5, 1.0/60); at < 5 || at > 8 {
		t.Errorf("of a run that starts over %d steps are made at once", at)
	}
}

// What could not be done is not owed: not what a hidden tab missed, nor what a slow machine cannot do.
func TestNothingIsOwed(t *testing.T) {
	r := open(small + "&steps=5000")
	r.Play()
	r.Turn(3600, plenty)
	if at := r.Session().At(); at != 5151 {
		t.Errorf("after an hour out of sight it is at %d", at)
	}
	r = open(small + "&steps=5000")
	r.Play()
	for range 100 {
		if made, _ := r.Turn(0.02, 0); made != 1 {
			t.Fatalf("without time it made %d", made)
		}
	}
	if made, _ := r.Turn(0.02, plenty); made != 12 {
		t.Errorf("of a backlog it made %d", made)
	}
	if rate := r.Rate(); math.Abs(rate-50) > 5 {
		t.Errorf("it tells of %g updates a second", rate)
	}
	r.Pause()
	if r.Rate() != 0 {
		t.Error("a pause has a rate")
	}
}

func TestWhatIsDue(t *testing.T) {
	for _, test := range []struct{ speed, want string }{
		{"one", "1 0 0 1 0"}, {"slow", "3 3 2 3 2"}, {"full", "1000000 1000000 1000000 1000000 1000000"},
	} {
		r, due := open("v=1"), ""
		r.SetSpeed(test.speed)
		r.Play()
		for i := range 5 {
			due += fmt.Sprint(" "[:min(i, 1)], r.pace.due(r.Speed(), 0, 0.25))
		}
		if due != test.want {
			t.Errorf("%s: %s, want %s", test.speed, due, test.want)
		}
	}
	// A clock that stands still for good stops no run.
	r := open(small)
	if r.Play(); played(r, 1e-6, 1e-9) != 1 {
		t.Error("the first update is not due at once")
	}
	for range 60 {
		r.Turn(0, plenty)
	}
	if at := r.Session().At(); at < 12 || at > 15 {
		t.Errorf("60 turns without a clock lead to %d", at)
	}
	r.SetSpeed("warp")
	if r.Speed() != usual {
		t.Error("a speed of no name")
	}
}
