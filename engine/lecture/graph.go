package lecture

import (
	"slices"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Graph is the computation graph of one example's loss: x, W[1], b[1] -> z[1] -> a[1] and so on to
// a[L], y -> L. Of logistic regression it is the first one the lecture draws.
type Graph struct {
	Nodes []Node // each after those it is computed from
	Edges []Edge
}

// Node is a quantity of the graph, a column or a matrix, with the derivative of the loss by it. Both
// belong to the edge that leaves the node, of which there is one but for the loss.
type Node struct {
	Symbol
	Rows, Cols int
	Value      []float64  // row by row
	Formula    Expression // nil for what is given
	Result     Expression // the Value where it is a single number, else nil

	Derivative Symbol // the zero Symbol for the target and the loss
	Slope      []float64
	Chain      Expression // how Derivative is found
	Rise       Expression // the Slope where it is a single number, else nil
}

// Edge leads from a node to one that is computed from it, both by index.
type Edge struct{ From, To int }

// NewGraph returns the graph of one training example, counted from 1, in the network of s; nil when
// there is no such example.
func NewGraph(s *session.Session, example int, t Targets) *Graph {
	l, ok := newSingleLedger(s, example, t)
	if !ok {
		return nil
	}
	n := l.network
	g := &Graph{}
	below := g.add(l.node(Symbol{Name: X}, Symbol{Name: DX}))
	for k := 1; k <= n.Layers(); k++ {
		w := g.add(l.node(Symbol{Name: W, Layer: k}, Symbol{Name: DW, Layer: k}))
		b := g.add(l.node(Symbol{Name: B, Layer: k}, Symbol{Name: DB, Layer: k}))
		z := g.add(l.node(Symbol{Name: Z, Layer: k}, Symbol{Name: DZ, Layer: k}), below, w, b)
		below = g.add(l.node(Symbol{Name: A, Layer: k}, Symbol{Name: DA, Layer: k}), z)
	}
	y := g.add(l.node(Symbol{Name: Y}, Symbol{}))
	g.add(l.lossNode(), below, y)
	return g
}

// add appends a node that is computed from some others and returns its index.
func (g *Graph) add(n Node, from ...int) int {
	to := len(g.Nodes)
	g.Nodes = append(g.Nodes, n)
	for _, from := range from {
		g.Edges = append(g.Edges, Edge{from, to})
	}
	return to
}

// node returns the node of a quantity and its derivative, in the ledger of one example.
func (l *Ledger) node(s, derivative Symbol) Node {
	q := l.Quantity(s)
	if q.examples != nil {
		s.Example = l.Examples[0]
	}
	n := Node{Symbol: s, Rows: q.Rows, Cols: q.Cols, Value: q.data.Data, Formula: l.formula(s)}
	n.Result = single(n.Value, l.saturated(s.At(1, 0)))
	if derivative != (Symbol{}) {
		derivative.Example = s.Example
		n.Derivative, n.Slope, n.Chain = derivative, l.slope(derivative), l.derivative(derivative)
		n.Rise = single(n.Slope, l.sure() || l.saturated(Symbol{Name: A, Layer: s.Layer, Row: 1, Example: l.Examples[0]}))
	}
	return n
}

func (l *Ledger) lossNode() Node {
	example := l.Examples[0]
	s, loss := Symbol{Name: L, Example: example}, l.Quantity(Symbol{Name: J}).data.Data
	return Node{
		Symbol: s, Rows: 1, Cols: 1, Value: loss,
		Formula: Equals{s, l.loss(l.output(), Symbol{Name: Y, Example: example})},
		Result:  single(loss, l.sure()),
	}
}

// output returns the symbol of the output's value for the first example.
func (l *Ledger) output() Symbol {
	return Symbol{Name: A, Layer: l.network.Layers(), Row: 1, Example: l.Examples[0]}
}

// sure reports whether an output of the first example is at the bound of its activation.
func (l *Ledger) sure() bool {
	for k := range l.outputs() {
		if l.saturated(l.output().At(k+1, 0)) {
			return true
		}
	}
	return false
}

// single returns a single number, which may come of one that was rounded.
func single(values []float64, comes bool) Expression {
	if len(values) != 1 {
		return nil
	}
	return rounded(values[0], comes)
}

// slope returns the numbers of a derivative of the loss.
func (l *Ledger) slope(s Symbol) []float64 {
	switch {
	case s.Name == DX:
		dX := make([]float64, l.network.Sizes[0])
		dZ := l.Quantity(Symbol{Name: DZ, Layer: 1}).data.Data
		blas64.Gemv(blas.Trans, 1, l.network.W[1], vector(dZ), 0, vector(dX))
		return dX
	case s.Name == DA && l.network.Output == nn.Softmax && l.direct(s.Layer):
		dA, y := slices.Clone(l.Quantity(s.matrix(A)).data.Data), l.Quantity(Symbol{Name: Y}).data.Data
		for k, a := range dA {
			dA[k] = 0
			if y[k] == 1 {
				dA[k] = -1 / a
			}
		}
		return dA
	case s.Name == DA && l.direct(s.Layer):
		a := l.Quantity(s.matrix(A)).Value(1, 1)
		if y := l.Quantity(Symbol{Name: Y}).Value(1, 1); y == 1 {
			return []float64{-1 / a}
		}
		return []float64{1 / (1 - a)}
	}
	return l.Quantity(s).data.Data
}

func vector(v []float64) blas64.Vector { return blas64.Vector{N: len(v), Inc: 1, Data: v} }

// derivative returns the formula of a derivative of the loss, which for parameters and inputs differs
// from that of the cost.
func (l *Ledger) derivative(s Symbol) Expression {
	dz := s.matrix(DZ).Of(l.Examples[0])
	switch {
	case s.Name == DW:
		return Equals{s, Product{dz, Transpose{Input(s.Layer).Of(dz.Example)}}}
	case s.Name == DB:
		return Equals{s, dz}
	case s.Name == DX:
		return Equals{s, l.back(s)}
	case l.direct(s.Layer) && s.Name == DA:
		return Equals{s, l.lossSlope(s)}
	case l.direct(s.Layer) && s.Name == DZ && l.network.Output == nn.Softmax:
		return Equals{s, l.excess(s)} // no product element by element: each a depends on every z
	case l.direct(s.Layer) && s.Name == DZ:
		return append(append(Equals{s}, l.chain(s)...), l.excess(s))
	}
	return l.formula(s)
}

// lossSlope is the derivative of cross-entropy by the output, -y/a + (1-y)/(1-a), or of a softmax -y/a.
func (l *Ledger) lossSlope(s Symbol) Expression {
	a, y := s.in(A), l.target(s)
	if l.network.Output == nn.Softmax {
		return Negative{Fraction{y, a}}
	}
	not := func(e Expression) Expression { return Sum{Number(1), Negative{e}} }
	return Sum{
		Negative{Fraction{l.notation.learned(y), a}},
		Fraction{not(l.notation.learned(y)), not(a)},
	}
}
