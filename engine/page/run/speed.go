package run

import (
	"math"
	"time"
)

// Speed is how many updates a second a run makes while it plays, on any machine that is quick enough.
type Speed struct {
	Name string
	// Slowest is the updates a second at step 0, Fastest those that it comes to; both 0 for as many as can be.
	Slowest, Fastest float64
}

// Speeds are those that a reader can choose.
var Speeds = []Speed{
	{"one", 1, 1},
	{"slow", 10, 10},
	{"normal", 10, 600},
	{"fast", 3000, 3000},
	{Name: "full"},
}

var usual = Speeds[2]

// gather is by how much a speed that gathers pace grows with each update: then the first 200 take five seconds.
const gather = 0.47

// Speed returns how fast the run plays.
func (r *Run) Speed() Speed { return r.speed }

// SetSpeed has the run play at the speed of a name. A name that no speed has changes nothing.
func (r *Run) SetSpeed(name string) {
	for _, speed := range Speeds {
		if speed.Name == name {
			r.speed = speed
		}
	}
}

// after returns where a run that stands at a step, a fraction of the way to the next included, is after so many seconds. It depends
// on nothing else, so neither how the time is cut into frames nor when it was played before makes a difference: wherever a run
// goes on, it goes on as one that has been played up to there.
func (s Speed) after(step, seconds float64) float64 {
	turn := (s.Fastest - s.Slowest) / gather // the step from which on it grows no more
	if step < turn {
		// The growth by gather for each step: an exponential in time.
		until := math.Log(s.Fastest/(s.Slowest+gather*step)) / gather
		if seconds < until {
			return (step+s.Slowest/gather)*math.Exp(gather*seconds) - s.Slowest/gather
		}
		step, seconds = turn, seconds-until
	}
	return step + s.Fastest*seconds
}

// pace turns passing time into whole updates.
type pace struct {
	begun float64 // the part of the next update whose time has passed; the first one is due at once
	lent  float64 // seconds that were taken to have passed while the clock stood still

	made  int     // updates since the rate was found
	took  float64 // seconds
	rates float64 // updates a second, 0 before that is known
}

const (
	// longest is how many seconds count of those between two turns: neither a tab that was hidden nor a long task is made up for.
	longest = 0.25
	// frame is how long a turn takes where the clock stands still, as some browsers' do for a tenth of a second, and one that was
	// tampered with for good.
	frame = 1.0 / 60
	// The rate is found after so many seconds, of which no more count where a tab was hidden.
	rateAfter, rateMost = 0.5, 2
)

// due returns the updates due at a step, elapsed seconds after the last turn.
func (p *pace) due(s Speed, step int, elapsed float64) int {
	passed := max(0, min(elapsed, longest)-p.lent)
	p.lent = max(0, p.lent-elapsed)
	if elapsed <= 0 {
		passed, p.lent = frame, min(longest, p.lent+frame)
	}
	if s.Fastest == 0 {
		return many
	}
	at := s.after(float64(step)+p.begun, passed) - float64(step)
	whole := math.Floor(at)
	p.begun = at - whole
	return int(whole)
}

// did hears how many of the updates that were due have been made. What could not be done is not owed.
func (p *pace) did(made, due int, elapsed float64) {
	if made < due {
		p.begun = 0
	}
	p.made += made
	p.took += min(elapsed, rateMost)
	if made > 0 && p.took >= rateAfter { // from one update to another
		p.rates, p.made, p.took = float64(p.made)/p.took, 0, 0
	}
}

// Rate returns about how many updates a second the run has made of late while it plays, 0 where that is not known yet.
func (r *Run) Rate() float64 {
	if r.state != Playing {
		return 0
	}
	return r.pace.rates
}

// Within calls step up to n times, until the budget in milliseconds is used up or step returns false. It returns how
// often step returned true. Where the clock stands still it is the work, about so many multiplications a step, that ends
// it: clocks of some browsers move but every tenth of a second, and one that was tampered with never does.
func Within(budget float64, n, work int, step func() bool) int {
	const most = 1e8 // multiplications while the clock stands still
	start := time.Now()
	var last time.Duration
	done, still := 0, 0
	for done < n && step() {
		done++
		passed := time.Since(start)
		if still++; passed != last {
			last, still = passed, 0
		}
		if passed.Seconds()*1000 >= budget || still*work >= most {
			break
		}
	}
	return done
}
