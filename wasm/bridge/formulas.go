//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/lecture"
)

// formulas returns what the update on all training examples makes of some symbols: [{rows, cols, formula}, …], of a cell
// its formula with numbers; null where there is no such quantity. targets is "own", "binary" or "signed".
func (e *Engine) formulas(args arguments) any {
	l := lecture.NewFullLedger(e.learning(), targets(args.at(1)))
	return array(elements(args.plain(0)), func(v js.Value) any {
		s := symbolOf(v)
		q := l.Quantity(s)
		if q == nil {
			return nil
		}
		formula := q.Formula
		if cell := l.Cell(s); cell != nil {
			formula = cell
		}
		return object("rows", q.Rows, "cols", q.Cols, "formula", expression(formula))
	})
}
