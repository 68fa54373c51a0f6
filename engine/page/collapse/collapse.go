// Package collapse is the panel on why hidden layers are not linear: what a network of linear layers amounts to, number
// by number.
package collapse

import (
	"math"
	"slices"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

// grid is how many places along each side of the plane the two networks are compared at.
const grid = 41

// deep are linear layers that learn without running away.
var deep = []config.Pair{{Key: "net", Value: "4,4,4"}, {Key: "act", Value: "linear"}, {Key: "init", Value: "xavier"}, {Key: "lr", Value: "0.05"}}

// Panel is the panel of linear layers.
type Panel struct{}

// New returns the panel.
func New() panel.Part { return Panel{} }

// Do takes: turn, which makes the hidden layers linear or else tanh; deepen.
func (Panel) Do(d *panel.Desk, words []string) {
	switch {
	case len(words) != 1:
	case words[0] == "turn" && linear(d):
		d.Run.Set("act", nn.Tanh.String(), run.Set)
	case words[0] == "turn":
		d.Run.Set("act", nn.Linear.String(), run.Set)
	case words[0] == "deepen":
		d.Run.SetAll(run.Set, deep...)
	}
}

// Leave takes the line away.
func (Panel) Leave(d *panel.Desk) { d.Stage.SetLines(nil) }

// Record is what the panel shows.
type Record struct {
	Verdict    record.Text
	Bent       bool // no W′ stands for the whole
	Formulas   []Formula
	Difference string // the largest between the two over the plane
	Line       record.Text
	Turn       record.Text // of the button
	Shallow    bool        // there is no hidden layer
}

// Formula is a chain of equations, in pieces between which lines may break.
type Formula struct {
	Key    string
	Pieces []any // of record.Markup
}

// Record returns a Record and draws the line of W′ and b′ over the boundary.
func (Panel) Record(d *panel.Desk) any { return show(d) }

func show(d *panel.Desk) Record {
	c, n := d.Session().Config(), d.Session().Network()
	r := Record{Shallow: len(c.Net) == 0, Turn: record.T("collapse.straighten")}
	if linear(d) {
		r.Turn = record.T("collapse.bend")
	}
	amounts := record.T("collapse.to." + n.Output.String())
	collapsed, ok := lecture.Collapse(n)
	r.Bent = !ok || r.Shallow
	d.Stage.SetLines(nil)
	switch {
	case r.Shallow:
		r.Verdict = record.T("collapse.none", "amounts", amounts)
	case !ok:
		layer := slices.IndexFunc(n.Hidden, func(g nn.Activation) bool { return g != nn.Linear })
		r.Verdict = record.T("collapse.bent", "layer", layer+1, "act", record.T("option."+n.Hidden[layer].String()), "amounts", amounts)
	default:
		r.Verdict = record.T("collapse.linear", "layers", len(c.Net), "amounts", amounts)
		r.Formulas = formulas(d, n, collapsed)
		r.Difference = number.Of(lecture.Difference(d.Session(), collapsed, grid)).String()
		r.Line = drawLine(d, collapsed)
	}
	return r
}

// linear reports whether every hidden layer would be linear.
func linear(d *panel.Desk) bool {
	return !slices.ContainsFunc(d.Session().Config().Act, func(g nn.Activation) bool { return g != nn.Linear })
}

// drawLine draws where W′x + b′ = 0 and says so.
func drawLine(d *panel.Desk, collapsed *nn.Network) record.Text {
	if collapsed.Output == nn.Softmax {
		return record.T("collapse.regions")
	}
	lines, ok := lecture.Lines(d.Session(), collapsed)
	if !ok {
		return record.T("collapse.otherInputs")
	}
	from, to, ok := lines[0].Clip(d.Session().Extent())
	if !ok {
		return record.T("collapse.noLine")
	}
	d.Stage.SetLines([]scene.Lines{{Style: scene.Dashed, Segments: []scene.Segment{
		{From: scene.Point{X: from[0], Y: from[1]}, To: scene.Point{X: to[0], Y: to[1]}}}}})
	return record.T("collapse.line")
}

// What the parameters amount to.
var weights, bias = lecture.Symbol{Name: "W′"}, lecture.Symbol{Name: "b′"}

// formulas are W′ and b′ in symbols and in numbers, and what the network computes with them.
func formulas(d *panel.Desk, n, collapsed *nn.Network) []Formula {
	var symbols, matrices lecture.Product
	for l := n.Layers(); l >= 1; l-- {
		symbols = append(symbols, lecture.Symbol{Name: lecture.W, Layer: l})
		matrices = append(matrices, matrix(n, l))
	}
	W := collapsed.W[1]
	var last lecture.Expression = lecture.Number(collapsed.B[1][0])
	if W.Rows > 1 {
		last = lecture.Matrix{Rows: W.Rows, Cols: 1, Values: collapsed.B[1]}
	}
	return []Formula{
		{"W", pieces(d, lecture.Equals{weights, symbols, matrices, lecture.Matrix{Rows: W.Rows, Cols: W.Cols, Values: W.Data}})},
		{"b", pieces(d, lecture.Equals{bias, biasSymbols(n.Layers()), biasNumbers(n, n.Layers()), last})},
		{"y", pieces(d, lecture.Equals{
			lecture.Prediction{},
			applied(n.Output, lecture.Sum{lecture.Product{weights, lecture.Symbol{Name: "x"}}, bias}),
			applied(n.Output, affine(d.Session().Config(), collapsed)),
		})},
	}
}

func pieces(d *panel.Desk, e lecture.Equals) []any {
	var list []any
	for _, piece := range d.Notation.Pieces(e) {
		list = append(list, record.Markup(piece))
	}
	return list
}

func matrix(n *nn.Network, l int) lecture.Expression {
	W := n.W[l]
	return lecture.Matrix{Rows: W.Rows, Cols: W.Cols, Values: W.Data, Of: lecture.Symbol{Name: lecture.W, Layer: l}}
}

// biasSymbols is W[l] (… b[1] …) + b[l], the bias that layers 1 to l amount to.
func biasSymbols(l int) lecture.Expression {
	b := lecture.Symbol{Name: lecture.B, Layer: l}
	if l == 1 {
		return b
	}
	return lecture.Sum{lecture.Product{lecture.Symbol{Name: lecture.W, Layer: l}, biasSymbols(l - 1)}, b}
}

// biasNumbers is the same with numbers.
func biasNumbers(n *nn.Network, l int) lecture.Expression {
	var b lecture.Expression = lecture.Matrix{Rows: len(n.B[l]), Cols: 1, Values: n.B[l], Of: lecture.Symbol{Name: lecture.B, Layer: l}}
	if l == 1 {
		return b
	}
	if len(n.B[l]) == 1 {
		b = lecture.Number(n.B[l][0]) // with its sign as that of the sum
	}
	return lecture.Sum{lecture.Product{matrix(n, l), biasNumbers(n, l-1)}, b}
}

// applied is the output's function of an argument; a linear output has none.
func applied(g nn.Activation, argument lecture.Expression) lecture.Expression {
	if g == nn.Linear {
		return argument
	}
	return lecture.Call{Function: lecture.Function{Name: g.String()}, Argument: argument}
}

// affine is w′₁ x₁ + … + b′ with numbers.
func affine(c config.Config, collapsed *nn.Network) lecture.Expression {
	if W := collapsed.W[1]; W.Rows > 1 {
		return lecture.Sum{
			lecture.Product{lecture.Matrix{Rows: W.Rows, Cols: W.Cols, Values: W.Data}, lecture.Symbol{Name: "x"}},
			lecture.Matrix{Rows: W.Rows, Cols: 1, Values: collapsed.B[1]},
		}
	}
	var sum lecture.Sum
	for i, w := range collapsed.W[1].Data {
		var term lecture.Expression = lecture.Product{lecture.Number(math.Abs(w)), lecture.Feature(c.Inputs[i])}
		if w < 0 {
			term = lecture.Negative{Of: term}
		}
		sum = append(sum, term)
	}
	return append(sum, lecture.Number(collapsed.B[1][0]))
}
