package graph

import (
	"slices"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// How many rows, columns and numbers a matrix may have that is written out without being asked for.
const mostRows, mostCols, mostNumbers = 4, 4, 8

// Node is a node of the graph, and what stands on the edge that leaves it: its value and, under it, the derivative of
// the loss by it. Larger matrices show their shape until they are unfolded.
type Node struct {
	Key             string // W1
	Element         string // its id, graph-W1
	Explain         string // the intent of a press
	Class           string
	Row, Column     int    // in the picture, counted from 1
	Beside          int    // the column of the numbers
	Focus           string // the intent of the focus
	Content         record.Markup
	Label           []any
	Last            bool   // no edge leaves it
	Numbers, Slopes string // classes
	Unfold          string // the intent of the button
	Whole           bool   // there is none: the numbers are always written out
	Unfolded        string // true or false, as ARIA has it
	Shape           string
	Fold            record.Text // name of the button
	Value, Slope    record.Markup
}

// Edge is a line from a node past its numbers to another node, by the elements' ids.
type Edge struct {
	Key      string
	From, To string
	Back     bool // there is a derivative, which comes back
}

func key(n lecture.Node) string {
	if n.Layer == 0 {
		return n.Name
	}
	return n.Name + strconv.Itoa(n.Layer)
}

func id(n lecture.Node) string { return "graph-" + key(n) }

// picture is the graph as the lecture draws it: on each layer's left its parameters above and below what it gets, then z
// and a; values on the edges, derivatives under them. Only what was seen up to the step on show is in it.
func (p *Panel) picture(d *panel.Desk) (nodes []Node, edges []Edge) {
	values, slopes := seen(p.steps[:p.at+1], false), seen(p.steps[:p.at+1], true)
	for i, n := range p.graph.Nodes {
		node := p.node(d, n)
		node.Class += hidden(!values[i])
		if slices.Contains(p.steps[p.at].nodes, i) {
			node.Class += " latest"
		}
		node.Numbers, node.Slopes = "graph-numbers"+hidden(!values[i]), "graph-slope"+hidden(!slopes[i])
		node.Last = i == len(p.graph.Nodes)-1
		nodes = append(nodes, node)
	}
	for _, e := range p.graph.Edges {
		if values[e.To] {
			from := p.graph.Nodes[e.From]
			edges = append(edges, Edge{key(from), id(from), id(p.graph.Nodes[e.To]), slopes[e.From]})
		}
	}
	return nodes, edges
}

func hidden(is bool) string {
	if is {
		return " graph-hidden"
	}
	return ""
}

// node is a node with all that is known of it.
func (p *Panel) node(d *panel.Desk, n lecture.Node) Node {
	write := func(e lecture.Expression) record.Markup { return record.Markup(d.Notation.OfOne().Math(e)) }
	name := record.T("graph.node."+n.Name, "layer", n.Layer)
	node := Node{
		Key: key(n), Element: id(n), Explain: "graph explain " + key(n), Focus: "point " + mathml.Reference(n.Symbol),
		Class: "graph-node given", Content: write(n.Symbol), Label: []any{name},
	}
	node.Row, node.Column = place(n.Symbol, p.graph)
	node.Beside = node.Column + 1
	switch {
	case n.Name == lecture.L:
		node.Class, node.Content = "graph-node loss", write(lecture.Equals{n.Symbol, n.Result})
		node.Label = []any{name, ": ", node.Content}
	case n.Formula != nil:
		node.Class, node.Content = "graph-node computed", write(ends(n.Formula))
		node.Label = []any{name, ": ", node.Content}
	}
	value, slope := matrices(n)
	node.Whole = n.Rows <= mostRows && n.Cols <= mostCols && n.Rows*n.Cols <= mostNumbers
	folded := !node.Whole && !p.unfolded[node.Key]
	if !node.Whole {
		node.Unfold, node.Unfolded = "graph unfold "+node.Key, strconv.FormatBool(!folded)
		node.Shape = strconv.Itoa(n.Rows) + " × " + strconv.Itoa(n.Cols)
		node.Fold = record.T("graph.fold", "rows", n.Rows, "cols", n.Cols)
	}
	if folded {
		node.Fold = record.T("graph.unfold", "rows", n.Rows, "cols", n.Cols)
	} else {
		node.Value = write(value)
	}
	if n.Derivative != (lecture.Symbol{}) {
		node.Slope = write(n.Derivative)
		if !folded {
			node.Slope = write(lecture.Equals{n.Derivative, slope})
		}
	}
	return node
}

// matrices are the numbers of a node's value and of its derivative.
func matrices(n lecture.Node) (value, slope lecture.Matrix) {
	return lecture.Matrix{Rows: n.Rows, Cols: n.Cols, Values: n.Value, Of: n.Symbol},
		lecture.Matrix{Rows: n.Rows, Cols: n.Cols, Values: n.Slope, Of: n.Derivative}
}

// ends is a chain of equations with its ends only.
func ends(e lecture.Expression) lecture.Expression {
	if chain, ok := e.(lecture.Equals); ok {
		return lecture.Equals{chain[0], chain[len(chain)-1]}
	}
	return e
}

// place is where a node stands: what a layer gets in the middle row, its weights above, its bias below; at the end the
// target below the output.
func place(s lecture.Symbol, g *lecture.Graph) (row, column int) {
	last := 0
	for _, n := range g.Nodes {
		last = max(last, n.Layer)
	}
	row = 2
	before := 0 // layers
	switch s.Name {
	case lecture.W:
		row, before = 1, s.Layer-1
	case lecture.B:
		row, before = 3, s.Layer-1
	case lecture.Z:
		before = s.Layer - 1
	case lecture.A:
		before = s.Layer
	case lecture.Y:
		row, before = 3, last
	case lecture.L:
		before = last
	}
	column = 1 + 4*before
	if s.Name == lecture.Z || s.Name == lecture.L {
		column += 2
	}
	return row, column
}

// Row is a node in the table, which is to be read where the picture cannot be seen.
type Row struct {
	Key, Name      string
	Formula, Value record.Markup
	Rule, Slope    record.Markup
}

func table(d *panel.Desk, g *lecture.Graph) (rows []Row) {
	write := func(e lecture.Expression) record.Markup { return record.Markup(d.Notation.OfOne().Math(e)) }
	for _, n := range g.Nodes {
		value, slope := matrices(n)
		row := Row{Key: key(n), Name: n.Name + ": ", Formula: write(n.Symbol), Value: write(value)}
		if n.Layer > 0 {
			row.Name = n.Name + "[" + strconv.Itoa(n.Layer) + "]: "
		}
		if n.Formula != nil {
			row.Formula = write(n.Formula)
		}
		if n.Derivative != (lecture.Symbol{}) {
			row.Rule, row.Slope = write(n.Derivative), write(slope)
		}
		if n.Chain != nil {
			row.Rule = write(n.Chain)
		}
		rows = append(rows, row)
	}
	return rows
}
