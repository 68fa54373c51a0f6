//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/lecture"
)

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
