package lessons

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// subject is what formulas were written of, and what panel was open.
type subject struct {
	run      panel.Standing
	notation mathml.Notation
	targets  lecture.Targets
	example  int
	panel    string
}

// formulas returns those of a page in the run at hand, with its numbers; what the network does not have is left out.
func formulas(d *panel.Desk, asked []string) []Line {
	if len(asked) == 0 || d.Run.Empty() {
		return nil
	}
	var list []Line
	example := max(1, d.Example)
	ledger := lecture.NewFullLedger(d.Session(), d.Targets)
	graph := lecture.NewGraph(d.Session(), example, d.Targets)
	for i, text := range asked {
		if says := formula(d, ledger, graph, text, example); says != nil {
			list = append(list, Line{strconv.Itoa(i), says})
		}
	}
	return list
}

// formula returns one in pieces between which lines may break, nil where the network has no such quantity.
func formula(d *panel.Desk, ledger *lecture.Ledger, graph *lecture.Graph, text string, example int) []any {
	text, shape := strings.CutPrefix(text, "shape ")
	s, _ := readSymbol(text, example)
	found := inGraph(graph, s.Symbol)
	if s.Example == 0 || s.Row > 0 {
		quantity := ledger.Quantity(s.Symbol)
		switch {
		case quantity == nil:
			return nil
		case shape:
			found = lecture.Shape{Of: s, Rows: strconv.Itoa(quantity.Rows), Cols: strconv.Itoa(quantity.Cols)}
		default:
			found = quantity.Formula
			if cell := ledger.Cell(s.Symbol); cell != nil {
				found = brief(cell, s.Symbol)
			}
		}
	}
	if found == nil {
		return nil
	}
	var pieces []any
	for _, piece := range d.Notation.Pieces(found) {
		pieces = append(pieces, record.Markup(piece))
	}
	return pieces
}

// brief leaves the numbers of the examples out of the cost, which no column has room for, and keeps what they come to.
func brief(cell lecture.Expression, s lecture.Symbol) lecture.Expression {
	if chain, ok := cell.(lecture.Equals); ok && s.Name == lecture.J && len(chain) > 3 {
		return append(slices.Clone(chain[:2]), chain[len(chain)-1])
	}
	return cell
}

// inGraph returns how the graph finds a whole column of one example, its loss or, where the symbol is one, a derivative.
func inGraph(graph *lecture.Graph, s lecture.Symbol) lecture.Expression {
	if graph == nil {
		return nil
	}
	for _, node := range graph.Nodes {
		if node.Symbol.Name == s.Name && node.Symbol.Layer == s.Layer {
			return node.Formula
		}
	}
	for _, node := range graph.Nodes {
		if node.Derivative.Name == s.Name && node.Derivative.Layer == s.Layer {
			return node.Chain
		}
	}
	return nil
}
