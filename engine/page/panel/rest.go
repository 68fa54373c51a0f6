package panel

import "time"

// LeastRest is how long what is told while the run trains rests then at least.
const LeastRest = 100 * time.Millisecond

// RestedFrom returns when what began at a time, and has just ended, may be done again while the run trains: after LeastRest,
// and so many times as long as it took, which leaves most of the time to training where the browser takes as long to show it.
func RestedFrom(began time.Time) time.Time {
	const longer = 10
	now := time.Now()
	return now.Add(max(LeastRest, longer*now.Sub(began)))
}
