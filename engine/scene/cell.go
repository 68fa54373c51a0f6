package scene

import "shallows/engine/session"

// Cell is one of the confusion matrix: the training examples, or those held out, of a class that the output takes for a
// class. Both count from 1; the zero Cell is none.
type Cell struct {
	Test        bool
	Class, Told int
}

// faint is how opaque the examples outside of a marked cell are.
const faint = 0.15

// SetCell marks the examples of a cell in the plane: the others are faint. The zero Cell marks none. There must be classes.
func (s *Stage) SetCell(c Cell) { s.cell = c }

// Cell is the cell whose examples are marked, the zero Cell if none is.
func (s *Stage) Cell() Cell { return s.cell }

// within says of each training example, or of each held out, whether it is in the marked cell; it is nil where none is.
func (s *Stage) within(test bool) []bool {
	if s.cell == (Cell{}) {
		return nil
	}
	k := &s.kept[0]
	if test {
		k = &s.kept[1]
	}
	if version := s.session.Version(); k.cell != s.cell || k.session != s.session || k.version != version {
		*k = kept{s.cell, s.session, version, nil}
		for class, told := range s.session.Told(test) {
			k.within = append(k.within, Cell{test, class + 1, told + 1} == s.cell)
		}
	}
	return k.within
}

// kept is what within returns, and what of.
type kept struct {
	cell    Cell
	session *session.Session
	version uint64
	within  []bool
}
