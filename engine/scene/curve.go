package scene

import (
	"math"
	"sort"

	"shallows/engine/number"
	"shallows/engine/session"
)

// curve is the cost curve laid out: axes and the scales behind them.
type curve struct {
	frame
	logSteps bool
	last     float64 // the step at the right edge
	highest  float64 // the cost at the upper edge; the lower edge is 0
	peak     Label   // tells the highest cost where it lies beyond the upper edge
}

// explosion is how many times the first cost, or 1 if that is more, a cost has to be to lie beyond the upper edge: with an
// axis up to the cost of a diverging run what came before would lie flat on the lower edge.
const explosion = 10

// layCurve places the cost curve of a history in a slot of w by h.
func layCurve(w, h float64, history []session.Record, logSteps bool) curve {
	const left, right, top, bottom = 46.0, 14.0, 10.0, 24.0
	c := curve{logSteps: logSteps, last: 1}
	peak, peakStep := 0.0, 0
	limit := math.Inf(1)
	for _, r := range history {
		c.last = max(c.last, float64(r.Step))
		for _, cost := range []float64{r.Cost, r.TestCost} {
			if math.IsNaN(cost) || math.IsInf(cost, 0) {
				continue
			}
			if math.IsInf(limit, 1) {
				limit = explosion * max(1, cost)
			}
			if cost <= limit {
				c.highest = max(c.highest, cost)
			}
			if cost > peak {
				peak, peakStep = cost, r.Step
			}
		}
	}
	exploded := peak > c.highest
	if c.highest == 0 {
		c.highest = 1
	}
	c.highest = max(c.highest, 1e-300) // below it ticks lose their digits
	costs := linearTicks(0, c.highest, max(2, min(6, int((h-top-bottom)/28))))
	c.highest = min(1.04*c.highest, math.MaxFloat64)

	margin := max(left, tickLength+tickGap+widest(costs))
	c.box = Rect{margin, top, max(1, w-margin-right), max(1, h-top-bottom)}
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
	if exploded {
		c.peak = c.summit(peak, float64(peakStep))
	}
	return c
}

// tickDigit is about how wide a character of a tick is.
const tickDigit = 6.6

// summit says how high a cost is that lies beyond the upper edge, beside the step that has it.
func (c curve) summit(cost, step float64) Label {
	at, beside := c.plot(step, cost), 2*tickGap
	label := Label{Slot: CostSlot, X: at.X - beside, Y: at.Y + 3*tickGap, Text: "↑ " + number.Of(cost).String(), Anchor: Right}
	if at.X < c.box.X+c.box.W/2 {
		label.X, label.Anchor = at.X+beside, Left
	}
	return label
}

// labels is the texts of the axes and of the peak.
func (c curve) labels(labels []Label, slot Slot) []Label {
	labels = c.frame.labels(labels, slot)
	if c.peak.Text != "" {
		labels = append(labels, c.peak)
	}
	return labels
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
