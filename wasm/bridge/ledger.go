//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/lecture"
)

// graph returns the quantities of one training example: {nodes: [{symbol: {name, layer}, value}, …]}; null where there is
// no such example.
func (e *Engine) graph(args arguments) any {
	g := lecture.NewGraph(e.run(), args.integer(0), targets(args.at(1)))
	if g == nil {
		return nil
	}
	return object("nodes", array(g.Nodes, func(n lecture.Node) any {
		return object("symbol", object("name", n.Name, "layer", n.Layer), "value", float64Array(n.Value))
	}))
}

// targets reads how the classes are written.
func targets(v js.Value) lecture.Targets {
	t, ok := lecture.ParseTargets(text(v))
	if !ok {
		panic(wrongArguments{})
	}
	return t
}
