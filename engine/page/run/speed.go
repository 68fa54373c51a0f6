package run

import (
	"math"
	"time"
)

// Speed is how fast a run plays: by the second, or by the frame, which Full fills.
type Speed struct {
	Name      string
	perSecond float64
	perFrame  int
}

// Speeds are those that a reader can choose.
var Speeds = []Speed{
	{Name: "1", perSecond: 1},
	{Name: "5", perSecond: 5},
	{Name: "20", perSecond: 20},
	{Name: "60", perSecond: 60},
	{Name: "frame", perFrame: 10},
	{Name: "full", perFrame: many},
}

var usual = Speeds[4]

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

// pace turns passing time into whole updates.
type pace struct {
	owed float64 // the first update is due at once
}

// due returns the updates due after so many seconds more.
func (p *pace) due(s Speed, elapsed float64) int {
	if s.perFrame > 0 {
		return s.perFrame
	}
	p.owed += elapsed * s.perSecond
	whole := math.Floor(p.owed)
	p.owed -= whole
	return int(whole)
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
