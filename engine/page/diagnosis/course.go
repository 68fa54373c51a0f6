package diagnosis

import (
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// What the signs in the course of the costs ask, where a guess is what it costs to answer the mean of the targets always.
const (
	window  = 30   // the last records, in which the cost jumps
	jump    = 0.2  // of a guess: a rise from a record to the next that is a jump
	several = 3    // jumps
	long    = 20   // records since the test cost was lowest
	lasting = 5    // the last records, which all show it
	above   = 1.1  // times the lowest test cost
	rise    = 0.02 // of a guess: the least rise of the test cost
)

// records returns those of the history since something but training changed the run.
func (v view) records() []session.Record {
	records := v.History()
	for len(records) > 0 && records[0].Step < v.since {
		records = records[1:]
	}
	return records
}

// jumps: of the last records several cost much more than the one before.
func jumps(v view) (record.Text, bool) {
	records := v.records()
	records = records[max(0, len(records)-window):]
	high, count := jump*v.guess(), 0
	for i := 1; i < len(records); i++ {
		if records[i].Cost-records[i-1].Cost > high {
			count++
		}
	}
	return record.T("diagnosis.jumps"), count >= several
}

// overfits: the test cost was lowest long ago, is well above that now and has not come down again, while the training cost is
// below what it was then.
func overfits(v view) (record.Text, bool) {
	records := v.records()
	if v.Test().Len() == 0 || len(records) <= long {
		return record.Text{}, false
	}
	at := 0
	for i, r := range records {
		if r.TestCost < records[at].TestCost {
			at = i
		}
	}
	lowest := records[at]
	high := max(above*lowest.TestCost, lowest.TestCost+rise*v.guess())
	for _, r := range records[len(records)-lasting:] {
		if r.TestCost < high || r.Cost >= lowest.Cost {
			return record.Text{}, false
		}
	}
	last := len(records) - 1
	return record.T("diagnosis.overfits"), last-at >= long && records[last].TestCost >= records[(at+last)/2].TestCost
}
