package describe

import (
	"math"

	"shallows/engine/number"
	"shallows/engine/session"
)

// Shares of the curve's height, between its lowest and its highest point, but for the first, which is of the cost.
const (
	unmoved = 0.01 // of the cost: a curve that is flat, and ends as high as it began
	begun   = 0.1  // the fall that ends a plateau at the start
	jump    = 0.1  // a rise from a record to the next
	settled = 0.02 // a change in the last quarter that is none
	onward  = 0.1  // a change in the last quarter that is one
	apart   = 0.1  // of the training cost: a test cost that is another
	many    = 8    // jumps that are swings
	few     = 4    // steps: too few to speak of an end
	late    = 0.3  // of the steps: how long a plateau is spoken of
)

// Curve says how the cost went from the first step to the present one.
func Curve(run *session.Session) []Sentence {
	if run.Train().Len() == 0 {
		return []Sentence{say("curve.empty")}
	}
	told := course(run.History())
	if metrics := run.Metrics(); metrics.Diverged {
		told = append(told, say("curve.diverged", "step", metrics.Step))
	}
	return told
}

// course says how the costs of records went, of which there is one at least.
func course(records []session.Record) []Sentence {
	first, last := records[0], records[len(records)-1]
	steps := last.Step - first.Step
	if steps == 0 {
		return append([]Sentence{say("curve.start", "step", last.Step, "cost", cost(last.Cost))}, tested(records)...)
	}
	lowest, highest := first, first
	for _, r := range records {
		if r.Cost < lowest.Cost {
			lowest = r
		}
		if r.Cost > highest.Cost || math.IsInf(highest.Cost, 1) && !math.IsInf(r.Cost, 1) {
			highest = r
		}
	}
	height := highest.Cost - lowest.Cost
	least := unmoved * math.Abs(first.Cost)
	way := func(key string) Sentence {
		return say(key, "from", cost(first.Cost), "to", cost(last.Cost), "steps", steps)
	}
	var told []Sentence
	falls := first.Cost-last.Cost > least
	switch {
	case height <= least:
		return append([]Sentence{say("curve.flat", "cost", cost(last.Cost), "steps", steps)}, tested(records)...)
	case falls:
		told = []Sentence{way("curve.falls")}
	case last.Cost-first.Cost > least:
		told = []Sentence{way("curve.rises")}
	default:
		told = []Sentence{way("curve.returns")}
	}
	if falls {
		for i, r := range records {
			if r.Cost < first.Cost-begun*height {
				if float64(records[i-1].Step-first.Step) >= late*float64(steps) {
					told = append(told, say("curve.late", "step", r.Step))
				}
				break
			}
		}
	}
	jumps, peak := 0, first // the highest from the first jump on
	rises := func(i int) bool { return i > 0 && records[i].Cost-records[i-1].Cost > jump*height }
	for i, r := range records {
		if rises(i) && !rises(i-1) {
			jumps++
		}
		if rises(i) && (jumps == 1 && peak.Step == first.Step || r.Cost > peak.Cost) {
			peak = r
		}
	}
	quarter := records[0]
	for _, r := range records {
		if r.Step-first.Step <= steps*3/4 {
			quarter = r
		}
	}
	change := (last.Cost - quarter.Cost) / height
	switch {
	case jumps >= many:
		told = append(told, say("curve.swings", "low", cost(lowest.Cost), "high", cost(highest.Cost)))
	case jumps > 0 && peak.Step < last.Step:
		told = append(told, say("curve.jumps", "jumps", jumps, "high", cost(peak.Cost), "step", peak.Step))
	case steps < few:
	case falls && math.Abs(change) < settled:
		told = append(told, say("curve.levels"))
	case falls && change < -onward:
		told = append(told, say("curve.onward"))
	}
	if last.Cost-lowest.Cost > jump*height && lowest.Step > first.Step {
		told = append(told, say("curve.lowest", "low", cost(lowest.Cost), "step", lowest.Step))
	}
	return append(told, tested(records)...)
}

// tested says how the test cost stands beside the training cost, and whether it has turned; nothing where there is none.
func tested(records []session.Record) []Sentence {
	last := records[len(records)-1]
	if math.IsNaN(last.TestCost) {
		return nil
	}
	lowest := last
	for _, r := range records {
		if r.TestCost < lowest.TestCost {
			lowest = r
		}
	}
	if lowest.Step > records[0].Step && last.TestCost > (1+apart)*lowest.TestCost {
		return []Sentence{say("curve.test.turned", "low", cost(lowest.TestCost), "step", lowest.Step, "cost", cost(last.TestCost))}
	}
	switch {
	case last.TestCost > (1+apart)*last.Cost:
		return []Sentence{say("curve.test.above", "cost", cost(last.TestCost))}
	case last.TestCost < (1-apart)*last.Cost:
		return []Sentence{say("curve.test.below", "cost", cost(last.TestCost))}
	}
	return []Sentence{say("curve.test.alike", "cost", cost(last.TestCost))}
}

func cost(v float64) string { return number.Of(v).String() }
