package host

const (
	// mostWaiting is how many commands wait for their turn.
	mostWaiting = 100
	// mostJoined is how many are carried out as one; of those that read, answers may be large.
	mostJoined  = 20_000
	mostReading = 1000
)

// add puts a request last among those that wait, or makes it one with one before it. What there is no room for is left
// out. It reports whether it is not one too many of its type.
func (h *Host) add(r *request) bool {
	c := r.command
	at := len(h.waiting) - 1
	for c.reads && at > 0 && h.waiting[at].name != r.name && h.waiting[at].command.reads {
		at--
	}
	if at >= 0 && h.waiting[at].name == r.name && c.join != nil {
		earlier, most := h.waiting[at], mostJoined
		if c.reads {
			most = mostReading
		}
		if len(earlier.ids) < most && c.join(earlier, r) {
			earlier.ids = append(earlier.ids, r.ids...)
			if c.reads {
				return true
			}
			// Of what changes something it is the last, and may now be one with what is before it too.
			h.waiting = h.waiting[:at]
			return h.add(earlier)
		}
	}
	alike := 0
	for _, other := range h.waiting {
		if other.name == r.name {
			alike++
		}
	}
	most := mostWaiting
	if c.most > 0 {
		most = c.most
	}
	if alike >= most {
		return false
	}
	if len(h.waiting) < mostWaiting {
		h.waiting = append(h.waiting, r)
	}
	return true
}
