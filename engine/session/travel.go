package session

// Remember has the run keep, from the present step on, what GoTo needs to return to any step: at most some 8 MiB,
// and as much again where own data change on the way, however long the run. Where a thousand changes are not enough,
// its beginning is forgotten.
func (s *Session) Remember() {
	s.tape = new(tape)
	s.tape.begin(s)
}

// Reach returns the first and the last step that GoTo can go to. The last is beyond the present one after going back,
// until training goes another way: with a change at an earlier step, or without one that was made later.
func (s *Session) Reach() (first, last int) {
	if s.tape == nil {
		return s.step, s.step
	}
	return s.tape.snapshots[0].step, s.tape.last
}

// Since returns the step within Reach at which a setting, a point or a parameter was last changed; the first there is where none was.
func (s *Session) Since() int {
	first, _ := s.Reach()
	if s.tape != nil && s.tape.made > 0 {
		return max(first, s.tape.changes[s.tape.made-1].step)
	}
	return first
}

// GoTo takes the run to the step, or to the nearest within Reach, as it was when it was left: settings, parameters
// and optimizer are the same, bit for bit. It makes at most n updates for that and reports whether the run is there;
// until it is, the run stands somewhere before.
func (s *Session) GoTo(step, n int) bool {
	first, last := s.Reach()
	step = max(first, min(step, last))
	if step == s.step {
		return true
	}
	t := s.tape
	if s.atEnd() {
		t.final, t.diverged = s.Now(), s.diverged
	}
	if m := t.before(step); s.step > step || s.step < m.step {
		s.recall(m)
	}
	for ; s.step < step && n > 0; n-- {
		if !s.advance() {
			panic("session: an update cannot be made again")
		}
		s.redo()
	}
	if s.atEnd() {
		s.diverged = t.diverged
	}
	return s.step == step
}

// atEnd reports whether the run has not been further than the present step.
func (s *Session) atEnd() bool { return s.tape == nil || s.step == s.tape.last }

// recall puts the run where a snapshot was taken, and makes the changes of that step.
func (s *Session) recall(m *snapshot) {
	s.apply(s.tape.at(m.changes))
	s.diverged = false
	s.load(m.numbers, m.updates)
	s.batches.resume(m.epoch, m.used)
	s.step = m.step
	s.changed()
	s.tape.made = m.changes
	s.redo()
}

// redo makes those changes of the present step that are on the tape.
func (s *Session) redo() {
	for t := s.tape; t.pending(s.step); t.made++ {
		s.apply(t.changes[t.made])
	}
}

// apply makes a change.
func (s *Session) apply(c change) {
	s.adopt(c.config)
	if c.own != s.own {
		s.learn(c.own)
	}
	s.edited, s.hand = c.edited, c.hand
	if c.parameter != none {
		s.network.Parameters()[c.parameter] = c.value
	}
	s.changed()
}

// change makes a change at the present step, from where the run goes another way: the next update is another one, of which
// it is not known any more whether it is finite. On the way it is tried at once, as it is where a link leads there.
func (s *Session) change(c change) {
	c.step = s.step
	s.apply(c)
	s.diverged = false
	if s.step > 0 {
		s.Foresee()
	}
	if s.tape != nil {
		s.cut()
		s.tape.add(c, s)
	}
	s.record()
}

// arrive notes where training has come: further than ever, or where the run has been before.
func (s *Session) arrive() {
	if t := s.tape; t != nil {
		switch {
		case s.step > t.last:
			t.arrive(s)
		case t.pending(s.step): // but the settings stay as they are now
			s.cut()
		default:
			return
		}
	}
	s.record()
}

// cut forgets the run beyond the present step, and what was changed there but not made again.
func (s *Session) cut() {
	if !s.atEnd() || s.tape.pending(s.step) {
		s.tape.cut(s.step)
		s.history.cut(s.step)
	}
}
