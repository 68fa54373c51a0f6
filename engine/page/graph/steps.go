package graph

import (
	"slices"

	"shallows/engine/lecture"
)

// step is one step through a graph: the nodes whose values, or whose derivatives, come with it.
type step struct {
	backward bool
	nodes    []int
}

// stepsOf returns the steps through a graph: forward each quantity that is computed, with what it is computed from and
// is given; backward each derivative, those of the parameters of a layer at once.
func stepsOf(g *lecture.Graph) []step {
	var steps []step
	for i, node := range g.Nodes {
		if node.Formula == nil {
			continue
		}
		var nodes []int
		for _, edge := range g.Edges {
			if edge.To == i && g.Nodes[edge.From].Formula == nil {
				nodes = append(nodes, edge.From)
			}
		}
		steps = append(steps, step{nodes: append(nodes, i)})
	}
	for i, node := range slices.Backward(g.Nodes) {
		if node.Derivative == (lecture.Symbol{}) {
			continue
		}
		last := &steps[len(steps)-1]
		if node.Formula == nil && last.backward && g.Nodes[last.nodes[0]].Formula == nil {
			last.nodes = slices.Insert(last.nodes, 0, i)
		} else {
			steps = append(steps, step{true, []int{i}})
		}
	}
	return steps
}

// seen are the nodes of which something is to be seen after some steps: their values, or their derivatives.
func seen(steps []step, backward bool) map[int]bool {
	nodes := map[int]bool{}
	for _, step := range steps {
		for _, i := range step.nodes {
			nodes[i] = nodes[i] || step.backward == backward
		}
	}
	return nodes
}
