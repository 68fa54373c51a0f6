package vectorise

import (
	"math"
	"time"

	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// How long each way is measured, and how many multiplications it may take while the clock stands still: clocks of some
// browsers move but every tenth of a second, and one that was tampered with never does.
const (
	measured = 60 * time.Millisecond
	most     = 100_000_000
)

// Times is how long each way takes on this machine.
type Times struct {
	None    bool // they were not measured
	Caption record.Text
	Rows    []Time
	Ratio   record.Text // none where the clock stood still: it measures nothing
}

// Time is how long one way takes.
type Time struct {
	Key  string
	Name record.Text
	Each string // the mean of its runs
	Runs int
}

// measure measures both ways.
func measure(s *session.Session) *Times {
	v := lecture.NewVectorisation(s)
	loop, loops := timed(s.Work(), v.Each)
	product, products := timed(s.Work(), v.Stack)
	t := &Times{
		Caption: record.T("vectorise.times", "cols", v.Loop.Cols),
		Rows: []Time{
			{"loop", record.T("vectorise.loop"), microseconds(loop), loops},
			{"product", record.T("vectorise.product"), microseconds(product), products},
		},
	}
	ratio, winner := loop/product, "product"
	if loop <= product {
		ratio, winner = product/loop, "loop"
	}
	if !math.IsNaN(ratio) && !math.IsInf(ratio, 0) {
		t.Ratio = record.T("vectorise.ratio."+winner, "ratio", number.Rounded(ratio, 2).String())
	}
	return t
}

// timed runs f, of about so many multiplications, over and over, and returns the mean seconds of a run and how many
// there were.
func timed(work int, f func()) (seconds float64, runs int) {
	start := time.Now()
	var last time.Duration
	for still := 0; ; {
		f()
		runs++
		passed := time.Since(start)
		if still++; passed != last {
			last, still = passed, 0
		}
		if passed >= measured || still*work >= most {
			return passed.Seconds() / float64(runs), runs
		}
	}
}

// microseconds writes a time to read.
func microseconds(seconds float64) string { return number.Rounded(1e6*seconds, 3).String() + " µs" }
