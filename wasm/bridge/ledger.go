//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/lecture"
)

// ledger writes out the next update, on the examples of its batch or on all, and keeps it for ledgerWindow and ledgerCell:
// {examples, quantities: [{symbol, rows, cols, formula}, …], stages: [{name, direction, layer, fills}, …]}. examples are
// the numbers of the columns, targets "own", "binary" or "signed".
func (e *Engine) ledger(args arguments) any {
	given := args.plain(0)
	write, targets := lecture.NewLedger, targets(property(given, "targets"))
	if boolean(property(given, "all")) {
		write = lecture.NewFullLedger
	}
	e.written = write(e.learning(), targets)
	return object(
		"examples", array(e.written.Examples, as),
		"quantities", array(e.written.Quantities, quantity),
		"stages", array(e.written.Stages(), stage),
	)
}

func quantity(q lecture.Quantity) any {
	return object("symbol", symbol(q.Symbol), "rows", q.Rows, "cols", q.Cols, "formula", expression(q.Formula))
}

// stage renders a stage; the update's name is null.
func stage(s lecture.Stage) any {
	fills := array(s.Fills, func(s lecture.Symbol) any { return symbol(s) })
	return object("name", symbolOrNull(s.Name), "direction", s.Direction.String(), "layer", s.Layer, "fills", fills)
}

// ledgerWindow returns the numbers of some rows and columns of a quantity of the ledger, row by row in a Float64Array;
// fewer where it ends, null where there is no such quantity.
func (e *Engine) ledgerWindow(args arguments) any {
	s, row, rows, col, cols := symbolOf(args.plain(0)), args.integer(1), args.integer(2), args.integer(3), args.integer(4)
	if e.written == nil {
		return nil
	}
	q := e.written.Quantity(s)
	if q == nil {
		return nil
	}
	return float64Array(q.Window(nil, row, rows, col, cols))
}

// ledgerCell returns how a cell of the ledger is found, with numbers; null where there is no such cell.
func (e *Engine) ledgerCell(args arguments) any {
	s := symbolOf(args.plain(0))
	if e.written == nil {
		return nil
	}
	return expression(e.written.Cell(s))
}

// unitFormula returns the formulas of a unit's z and a for one training example, with numbers; of an input its value.
func (e *Engine) unitFormula(args arguments) any {
	return array(lecture.Unit(e.run(), args.integer(0), args.integer(1), args.integer(2)), expression)
}

// graph returns the computation graph of one training example: {nodes: [{symbol, rows, cols, value, formula, derivative,
// slope, chain}, …], edges: [{from, to}, …]}; null where there is no such example.
func (e *Engine) graph(args arguments) any {
	g := lecture.NewGraph(e.run(), args.integer(0), targets(args.at(1)))
	if g == nil {
		return nil
	}
	return object("nodes", array(g.Nodes, node), "edges", array(g.Edges, func(e lecture.Edge) any {
		return object("from", e.From, "to", e.To)
	}))
}

func node(n lecture.Node) any {
	return object(
		"symbol", symbol(n.Symbol), "rows", n.Rows, "cols", n.Cols,
		"value", float64Array(n.Value), "formula", expression(n.Formula), "result", expression(n.Result),
		"derivative", symbolOrNull(n.Derivative), "slope", float64Array(n.Slope), "chain", expression(n.Chain), "rise", expression(n.Rise),
	)
}

// targets reads how the classes are written.
func targets(v js.Value) lecture.Targets {
	t, ok := lecture.ParseTargets(text(v))
	if !ok {
		panic(wrongArguments{})
	}
	return t
}
