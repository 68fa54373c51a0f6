package session

// Record is what the curves show of a step: the costs, as in Metrics, and how far the units of the
// first layer have parted.
type Record struct {
	Step           int
	Cost, TestCost float64
	Asymmetry      float64 // see [nn.Network.Asymmetry]
}

// maxRecords bounds the history; one place is kept free for the present step.
const maxRecords = 1024

// history holds the records of every stride-th step from 0. When it is full, every other one goes
// and the stride doubles, which keeps the shape of the curve however long the run.
type history struct {
	records []Record
	stride  int
}

func newHistory() history {
	return history{records: make([]Record, 0, maxRecords)}
}

func (h *history) clear() { h.records, h.stride = h.records[:0], 1 }

// due reports whether the history wants a record of step.
func (h *history) due(step int) bool { return step%h.stride == 0 }

// add stores a record that is due: the next one, or again the latest.
func (h *history) add(r Record) {
	last := len(h.records) - 1
	switch {
	case last >= 0 && h.records[last].Step == r.Step:
		h.records[last] = r
	case len(h.records) < maxRecords-1:
		h.records = append(h.records, r)
	default:
		h.thin()
		if h.due(r.Step) {
			h.records = append(h.records, r)
		}
	}
}

func (h *history) thin() {
	h.stride *= 2
	kept := h.records[:0]
	for _, r := range h.records {
		if h.due(r.Step) {
			kept = append(kept, r)
		}
	}
	h.records = kept
}
