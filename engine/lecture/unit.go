package lecture

import "shallows/engine/session"

// Unit returns the formulas of one unit's z and a for one training example, in full and with
// numbers; of an input, layer 0, its value. All are counted from 1. The answer is nil when there is
// no such unit or example.
func Unit(s *session.Session, layer, unit, example int) []Expression {
	l, ok := newSingleLedger(s, example, OwnTargets)
	if !ok {
		return nil
	}
	names := []string{Z, A}
	if layer == 0 {
		names = []string{X}
	}
	var formulas []Expression
	for _, name := range names {
		if f := l.Cell(Symbol{Name: name, Layer: layer, Row: unit, Example: example}); f != nil {
			formulas = append(formulas, f)
		}
	}
	return formulas
}
