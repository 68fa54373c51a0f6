package session

import (
	"cmp"
	"math/bits"
	"slices"
)

// Record is what the curves show of a step: the costs, as in Metrics, and how far the units of the
// first layer have parted.
type Record struct {
	Step           int
	Cost, TestCost float64
	Asymmetry      float64 // see [nn.Network.Asymmetry]
}

// evenRecords is how many steps from the start have a record each. From there on the distance between
// records doubles whenever the number of steps does: a curve keeps its shape however long the run, and
// what is recorded of a step does not depend on how far the run went after it.
const evenRecords = 1024

// history holds the records of some steps, in order.
type history struct {
	first   int // step
	records []Record
	none    bool // nothing is recorded
}

// begin starts over at a step.
func (h *history) begin(step int) { h.first, h.records = step, h.records[:0] }

// due reports whether the history wants a record of step.
func (h *history) due(step int) bool {
	made := uint(step - h.first)
	doublings := max(0, bits.Len(made/evenRecords))
	return made&(1<<doublings-1) == 0
}

// find returns where the record of step is, or would be.
func (h *history) find(step int) (int, bool) {
	return slices.BinarySearchFunc(h.records, step, func(r Record, step int) int { return cmp.Compare(r.Step, step) })
}

// add stores a record of a new last step, or again of one that has a record.
func (h *history) add(r Record) {
	i, found := h.find(r.Step)
	if found {
		h.records[i] = r
		return
	}
	room := 2 // one place is kept free, for Records
	if len(h.records) == 1 {
		room = 5 * evenRecords // enough for 250,000 steps, of a run that keeps more than its start
	}
	h.records = append(slices.Grow(h.records, room), r)
}

// cut drops the records after step.
func (h *history) cut(step int) {
	i, found := h.find(step)
	if found {
		i++
	}
	h.records = h.records[:i]
}

// KeepNoHistory has the run record no costs of its steps, which takes about as long as training does: its history is the
// present step alone.
func (s *Session) KeepNoHistory() { s.history = history{first: s.step, none: true} }

// record adds the present step to the history, if it wants that.
func (s *Session) record() {
	if !s.history.none && s.history.due(s.step) {
		s.history.add(s.Now())
	}
}

// History returns the records of steps up to the present one, as Records does.
func (s *Session) History() []Record {
	records, now := s.Records()
	return records[:now+1]
}

// Records returns the records of the run so far, and which of them is the present step's. Its first, present and last
// step are always among them: from the first on 1024 steps have one each, and of later ones those that are a power of
// two apart, at most a 512th of the way from the first. The slice is valid until the session changes.
func (s *Session) Records() (records []Record, present int) {
	records = s.history.records
	present, found := s.history.find(s.step)
	if !found && s.atEnd() {
		return append(records, s.Now()), present
	}
	if !found {
		s.course = append(append(s.course[:0], records[:present]...), s.Now())
		records = append(s.course, records[present:]...)
		s.course = records
	}
	if !s.atEnd() && records[len(records)-1].Step < s.tape.last {
		records = append(records, s.tape.final)
	}
	return records, present
}
