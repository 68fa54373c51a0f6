package session

import (
	"slices"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// former is a run as it was when other own data took its place. The one left last keeps all, its tape of up to 16 MiB too;
// those before keep where they stood and how the cost went, some 100 kB beside their data, but cannot go back to their steps.
type former struct {
	config   *config.Config
	own      *dataset.Drawing
	view     View
	state    State
	diverged bool
	edited   bool
	hand     hand
	history  history
	tape     *tape
}

// former returns the run as it is.
func (s *Session) former() *former {
	return &former{s.config, s.own, s.view, s.State(), s.diverged, s.edited, s.hand, s.history, s.tape}
}

// leave notes that f, which has given way to the run, is what was left last.
func (s *Session) leave(f *former) {
	if s.left != nil {
		s.left.tape = nil
	}
	s.left = f
}

// comeBack puts a former run in place of this one, with its own data as a drawing that knows the way on from them.
func (s *Session) comeBack(f *former, own *dataset.Drawing) {
	s.restart(*f.config, own)
	if err := s.restore(f.state); err != nil {
		panic(err) // a run has stood there
	}
	s.config, s.diverged, s.edited, s.hand = f.config, f.diverged, f.edited, f.hand
	s.history = f.history
	s.history.records = slices.Clone(f.history.records)
	switch {
	case f.tape != nil: // it is the run's again, and no longer that of what was left
		f.tape.redraw(f.own, own)
		s.tape, f.tape = f.tape, nil
	case s.tape != nil:
		s.tape.begin(s)
	}
	s.look(f.view)
}

// CanUndo reports whether there is something that Undo can take back.
func (s *Session) CanUndo() bool { return s.config.Data == dataset.Own && s.own.CanUndo() }

// CanRedo reports whether there is something that Redo can do again: over other data, that own ones took their place.
func (s *Session) CanRedo() bool {
	return s.own.CanRedo() && (s.config.Data == dataset.Own || s.own.After() != nil)
}

// Undo takes the latest change of own data back, and reports whether there was one. What was drawn goes as it came, see
// Draw; where Replace has begun the run, the one before comes back as it was, and Undo returns that it is another.
func (s *Session) Undo() (undone, another bool) {
	return s.turn(s.CanUndo(), s.own.Before(), (*dataset.Drawing).Undo)
}

// Redo takes the latest Undo back, like Undo.
func (s *Session) Redo() (redone, another bool) {
	return s.turn(s.CanRedo(), s.own.After(), (*dataset.Drawing).Redo)
}

func (s *Session) turn(can bool, beside any, way func(*dataset.Drawing, any) bool) (turned, another bool) {
	f, another := beside.(*former)
	switch {
	case !can:
		return false, false
	case another:
		own, now := *s.own, s.former()
		way(&own, now)
		s.comeBack(f, &own)
		s.leave(now)
		return true, true
	}
	return s.Draw(func(own *dataset.Drawing) bool { return way(own, nil) }), false
}
