package session

import "slices"

// Clone returns a run that stands where s does, with what s has recorded and remembers, and goes its own way from there.
func (s *Session) Clone() *Session {
	c := build(*s.config, s.own, s.backward, nil)
	c.load(s.save(nil), s.updater.Updates())
	c.batches.resume(s.batches.epoch, s.batches.used)
	c.step, c.diverged, c.edited, c.hand = s.step, s.diverged, s.edited, s.hand
	c.history.first, c.history.records, c.history.none = s.history.first, slices.Clone(s.history.records), s.history.none
	if s.tape != nil {
		c.tape = s.tape.clone()
	}
	c.look(s.view)
	c.changed()
	return c
}

// clone returns a tape of the same run that has room of its own.
func (t *tape) clone() *tape {
	c := *t
	c.changes, c.snapshots, c.free, c.numbers = slices.Clone(t.changes), slices.Clone(t.snapshots), nil, 0
	for i := range c.snapshots {
		m := &c.snapshots[i]
		m.numbers = slices.Clone(m.numbers)
		c.numbers += cap(m.numbers)
	}
	return &c
}
