package scene

import (
	"math"
	"sort"

	"shallows/engine/session"
)

// curve is the cost curve laid out: axes and the scales behind them.
type curve struct {
	frame
	logSteps bool
	last     float64 // the step at the right edge
	highest  float64 // the cost at the upper edge; the lower edge is 0
}

// layCurve places the cost curve of a history in a slot of w by h.
func layCurve(w, h float64, history []session.Record, logSteps bool) curve {
	const left, right, top, bottom = 46.0, 14.0, 10.0, 24.0
	c := curve{logSteps: logSteps, last: 1}
	c.box = Rect{left, top, max(1, w-left-right), max(1, h-top-bottom)}
	highest := 0.0
	for _, r := range history {
		c.last = max(c.last, float64(r.Step))
		for _, cost := range []float64{r.Cost, r.TestCost} {
			if cost > highest && !math.IsInf(cost, 1) {
				highest = cost
			}
		}
	}
	if highest == 0 {
		highest = 1
	}
	down := max(2, min(6, int(c.box.H/28)))
	costs := linearTicks(0, highest, down)
	c.highest = highest * 1.04
	for _, t := range costs {
		c.yTicks = append(c.yTicks, place{c.plot(0, t.value).Y, t.text})
	}
	steps := linearTicks(0, c.last, max(2, min(8, int(c.box.W/72), int(c.last)+1)))
	if logSteps {
		steps = stepTicks(c.last, int(c.box.W/56))
	}
	for _, t := range steps {
		if t.value == math.Trunc(t.value) {
			c.xTicks = append(c.xTicks, place{c.plot(t.value, 0).X, t.text})
		}
	}
	return c
}

// along maps a step to [0, 1]; logarithmic steps are shifted by one so that 0 has a place.
func (c curve) along(step float64) float64 {
	if c.logSteps {
		return math.Log1p(step) / math.Log1p(c.last)
	}
	return step / c.last
}

// plot is where a cost at a step is; costs beyond the upper edge stay on it.
func (c curve) plot(step, cost float64) Point {
	return Point{
		c.box.X + c.box.W*c.along(step),
		c.box.Y + c.box.H*(1-min(1, cost/c.highest)),
	}
}

// nearest is the record closest to x on the step axis.
func (c curve) nearest(history []session.Record, x float64) (session.Record, bool) {
	if len(history) == 0 {
		return session.Record{}, false
	}
	t := max(0, min(1, (x-c.box.X)/c.box.W))
	i := sort.Search(len(history), func(i int) bool { return c.along(float64(history[i].Step)) >= t })
	if i == len(history) {
		i--
	}
	if i > 0 && t-c.along(float64(history[i-1].Step)) < c.along(float64(history[i].Step))-t {
		i--
	}
	return history[i], true
}
