// Package readouts is the numbers of the run.
package readouts

import (
	"math"
	"strconv"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// Part is the readouts.
type Part struct {
	rests   int // those of the run that the summary is of
	summary record.Text
}

// New returns the readouts.
func New() panel.Part { return &Part{} }

// Do does nothing: there is nothing to do with numbers.
func (p *Part) Do(*panel.Desk, []string) {}

// Record is what they show.
type Record struct {
	Step, Epoch        int
	Rate               record.Text // how many steps it makes a second while it plays
	Cost               string
	TestCost, Accuracy string // "" where they do not apply
	NoTest, NoAccuracy bool
	// Summary is for screen readers. The numbers change with every picture, so it is of where the run came to rest last.
	Summary record.Text
}

// Record returns a Record.
func (p *Part) Record(d *panel.Desk) any {
	r := Of(d)
	if rests := d.Run.Rests(); rests != p.rests && !d.Run.Empty() {
		p.rests, p.summary = rests, r.Summary
	}
	r.Summary = p.summary
	return r
}

// Of returns the numbers as they are now.
func Of(d *panel.Desk) Record {
	m := d.Session().Metrics()
	r := Record{Step: m.Step, Epoch: m.Epoch, Cost: "–", NoTest: math.IsNaN(m.TestCost), NoAccuracy: math.IsNaN(m.Accuracy)}
	if rate := rounded(d.Run.Rate()); rate > 0 {
		r.Rate = record.T("readout.rate", "rate", number.Count(rate))
	}
	if !d.Run.Empty() {
		r.Cost = number.Cost(m.Cost).String()
	}
	if !r.NoTest {
		r.TestCost = number.Cost(m.TestCost).String()
	}
	if !r.NoAccuracy {
		r.Accuracy = number.Percent(m.Accuracy, 1)
	}
	if !d.Run.Empty() {
		r.Summary = summary(m)
	}
	return r
}

// rounded returns a rate in two digits, as it is another each time.
func rounded(rate float64) int {
	unit := 1.0
	for rate/unit >= 99.5 {
		unit *= 10
	}
	return int(math.Round(rate/unit) * unit)
}

func summary(m session.Metrics) record.Text {
	if math.IsNaN(m.Accuracy) {
		return record.T("summary.regression", "step", strconv.Itoa(m.Step), "cost", number.Cost(m.Cost).String())
	}
	return record.T("summary.classes", "step", strconv.Itoa(m.Step), "cost", number.Cost(m.Cost).String(), "accuracy", number.Percent(m.Accuracy, 1))
}
