package bench

import (
	"math/bits"

	"shallows/engine/session"
)

// Metric is a number that a run ends with.
type Metric string

// The metrics, by their codes in links.
const (
	Cost         Metric = "cost"
	Accuracy     Metric = "accuracy"
	TestCost     Metric = "testcost"
	TestAccuracy Metric = "testaccuracy"
)

// Metrics lists every metric.
var Metrics = []Metric{Cost, Accuracy, TestCost, TestAccuracy}

// Share is a number of a row in pictures beside them: the share of its runs that reached the goal.
const Share Metric = "share"

// Rises reports whether more of it is better.
func (m Metric) Rises() bool { return m == Accuracy || m == TestAccuracy || m == Share }

// Of returns the metric, not Share, of a run, NaN where it has none: see [session.Metrics].
func (m Metric) Of(r session.Metrics) float64 {
	switch m {
	case Cost:
		return r.Cost
	case Accuracy:
		return r.Accuracy
	case TestCost:
		return r.TestCost
	default:
		return r.TestAccuracy
	}
}

// Goal is what runs are to reach: an accuracy of at least Value, or a cost of at most Value. With no Metric there is none.
type Goal struct {
	Metric Metric
	Value  float64
	Stop   bool // runs end where they reach it
}

// Possible reports whether a run could stand where the goal is reached: no cost is below 0 and no accuracy above 1. A goal that
// every run reaches at once is possible.
func (g Goal) Possible() bool { return g.Value >= 0 && (!g.Metric.Rises() || g.Value <= 1) }

// reached reports whether a run that stands so has reached the goal.
func (g Goal) reached(m session.Metrics) bool { return g.by(g.Metric.Of(m)) }

// ReachedBy reports whether a run stands where the goal is reached, and computes no more of it than that takes.
func (g Goal) ReachedBy(s *session.Session) bool {
	switch g.Metric {
	case Accuracy:
		return g.by(s.Accuracy())
	case TestAccuracy:
		return g.by(s.TestAccuracy())
	case Cost:
		return g.by(s.Now().Cost)
	case TestCost:
		return g.by(s.Now().TestCost)
	}
	return false
}

// by reports whether a value of the metric reaches the goal; NaN does not.
func (g Goal) by(v float64) bool {
	return g.Metric.Rises() && v >= g.Value || !g.Metric.Rises() && v <= g.Value
}

// eachStep is how many steps from the start are looked at one by one for the goal. From there on the distance doubles
// whenever the number of steps does, so that a step at which it was reached is known to within a 32nd.
const eachStep = 64

// nextLook returns the first step after a step that is looked at for the goal.
func nextLook(step int) int {
	apart := 1 << max(0, bits.Len(uint(step)/eachStep))
	return step - step%apart + apart
}
