//go:build js

package bridge

import (
	"math"
	"time"

	"shallows/engine/lecture"
)

// vectorise computes Z[1] of all training examples column by column and as one product, each over and over for as many
// milliseconds as given, up to 1000 and at least once: {rows, cols, loop: {z, ms, times}, product: {z, ms, times}, difference}, where z
// is the result, row by row, ms how long it took once, and difference the largest between the two.
func (e *Engine) vectorise(args arguments) any {
	budget := args.number(0)
	if budget > 1000 {
		panic(wrongArguments{})
	}
	v, work := lecture.NewVectorisation(e.run()), e.run().Work()
	loopTime, loopTimes := timed(budget, work, v.Each)
	productTime, productTimes := timed(budget, work, v.Stack)
	return object(
		"rows", v.Loop.Rows, "cols", v.Loop.Cols,
		"loop", object("z", float64Array(v.Loop.Data), "ms", loopTime, "times", loopTimes),
		"product", object("z", float64Array(v.Stacked.Data), "ms", productTime, "times", productTimes),
		"difference", v.Difference(),
	)
}

// timed runs f, of about so many multiplications, until the budget in milliseconds is used up and returns the mean time of a run and how many there were.
func timed(budget float64, work int, f func()) (ms float64, times int) {
	start := time.Now()
	times = within(budget, math.MaxInt, work, func() bool {
		f()
		return true
	})
	return time.Since(start).Seconds() * 1000 / float64(times), times
}
