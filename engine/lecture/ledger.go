package lecture

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Ledger is one update written out: every quantity of the forward pass, the cost, the backward pass
// and the update, with its numbers. It is a record: the session may go on meanwhile.
type Ledger struct {
	Examples   []int      // the columns' numbers in the training set
	Quantities []Quantity // in the lecture's order

	network   *nn.Network // before the update
	optimizer nn.Optimizer
	penalty   nn.Penalty
	notation  notation
	scalars   map[Symbol]float64 // the values of symbols that are no Quantity
	places    map[Symbol]int     // in Quantities
}

// NewLedger returns the ledger of the update that s makes next, on the examples of its batch.
func NewLedger(s *session.Session, t Targets) *Ledger {
	return newLedger(s, s.Ahead(), s.Penalty(), notationOf(s, t))
}

// NewFullLedger returns the ledger of the update that s would make next if it took all training
// examples.
func NewFullLedger(s *session.Session, t Targets) *Ledger {
	all := make([]int, s.Train().Len())
	for i := range all {
		all[i] = i
	}
	return newLedger(s, all, s.Penalty(), notationOf(s, t))
}

// newSingleLedger returns the ledger of one training example, counted from 1, whose cost is its
// loss; ok is false when there is no such example.
func newSingleLedger(s *session.Session, example int, t Targets) (l *Ledger, ok bool) {
	if example < 1 || example > s.Train().Len() {
		return nil, false
	}
	return newLedger(s, []int{example - 1}, nn.Penalty{}, notationOf(s, t)), true
}

// newLedger makes an update from some examples, counted from 0, with copies of what s holds.
func newLedger(s *session.Session, examples []int, p nn.Penalty, n notation) *Ledger {
	m := len(examples)
	X, targets := take(s, examples)
	before, updater := s.Network().Clone(), s.Updater()
	after, memory := before.Clone(), updater.Clone()
	trace, gradient := before.NewTrace(m), before.NewGradient(m)
	before.Forward(X, trace)
	before.Backward(trace, targets, p, gradient)
	updater.Step(after, gradient)

	l := &Ledger{
		network:   before,
		optimizer: s.Config().Optimizer,
		penalty:   p,
		notation:  n,
		places:    map[Symbol]int{},
		scalars: map[Symbol]float64{
			{Name: M}:              float64(m),
			{Name: T}:              float64(updater.Updates()),
			{Name: Alpha}:          updater.LearningRate,
			{Name: Epsilon}:        nn.Epsilon,
			{Name: Lambda, Row: 1}: p.L1,
			{Name: Lambda, Row: 2}: p.L2,
		},
	}
	for _, i := range examples {
		l.Examples = append(l.Examples, i+1)
	}
	l.addForward(trace)
	l.addCost(targets, before.Cost(trace, targets, p))
	l.addBackward(gradient)
	l.addUpdate(memory, updater, after)
	return l
}

// take returns X and Y of some training examples, counted from 0.
func take(s *session.Session, examples []int) (X blas64.General, targets []float64) {
	all := s.Inputs()
	X = blas64.General{Rows: all.Rows, Cols: len(examples), Stride: len(examples)}
	for f := range all.Rows {
		for _, i := range examples {
			X.Data = append(X.Data, all.Data[f*all.Stride+i])
		}
	}
	for _, i := range examples {
		targets = append(targets, s.Train().Y[i])
	}
	return X, targets
}

// add appends a quantity.
func (l *Ledger) add(s Symbol, data blas64.General) {
	q := Quantity{Symbol: s, Rows: data.Rows, Cols: data.Cols, Formula: l.formula(s), data: data}
	switch s.Name {
	case X, Y, Z, A, DZ, DA:
		q.examples = l.Examples
	}
	l.places[s] = len(l.Quantities)
	l.Quantities = append(l.Quantities, q)
}

func (l *Ledger) addForward(t *nn.Trace) {
	l.add(Symbol{Name: X}, t.A[0])
	for k := 1; k <= l.network.Layers(); k++ {
		l.add(Symbol{Name: W, Layer: k}, l.network.W[k])
		l.add(Symbol{Name: B, Layer: k}, column(l.network.B[k]))
		l.add(Symbol{Name: Z, Layer: k}, t.Z[k])
		l.add(Symbol{Name: A, Layer: k}, t.A[k])
	}
}

func (l *Ledger) addCost(targets []float64, cost float64) {
	if l.network.Output == nn.Softmax {
		l.add(Symbol{Name: Y}, nn.OneHot(targets, l.outputs()))
	} else {
		shown := slices.Clone(targets)
		for i, y := range shown {
			shown[i] = l.notation.shown(y)
		}
		l.add(Symbol{Name: Y}, blas64.General{Rows: 1, Cols: len(shown), Stride: len(shown), Data: shown})
	}
	l.add(Symbol{Name: J}, column([]float64{cost}))
}

func (l *Ledger) addBackward(g *nn.Gradient) {
	for k := l.network.Layers(); k >= 1; k-- {
		if !l.direct(k) {
			l.add(Symbol{Name: DA, Layer: k}, g.DA[k])
		}
		l.add(Symbol{Name: DZ, Layer: k}, g.DZ[k])
		l.add(Symbol{Name: DW, Layer: k}, g.DW[k])
		l.add(Symbol{Name: DB, Layer: k}, column(g.DB[k]))
	}
}

// direct reports whether dZ[k] is found without dA[k].
func (l *Ledger) direct(k int) bool {
	return k == l.network.Layers() && l.network.Loss.ByZ()
}

// outputs returns n[L].
func (l *Ledger) outputs() int { return l.network.Sizes[l.network.Layers()] }

// target returns the symbol of the target of a cell or a column of the last layer.
func (l *Ledger) target(s Symbol) Symbol {
	y := Symbol{Name: Y, Example: s.Example}
	if l.network.Output == nn.Softmax {
		y.Row = s.Row
	}
	return y
}

func (l *Ledger) addUpdate(before, after *nn.Updater, next *nn.Network) {
	v0, s0 := before.Memory()
	v1, s1 := after.Memory()
	rules := []struct {
		W, b          string
		before, after []float64
		used          bool
	}{
		{VW, VB, v0, v1, l.optimizer == nn.Momentum || l.optimizer == nn.Adam},
		{SW, SB, s0, s1, l.optimizer == nn.RMSProp || l.optimizer == nn.Adam},
		{W, B, nil, next.Parameters(), true},
	}
	for k := 1; k <= l.network.Layers(); k++ {
		for _, r := range rules {
			if r.used && r.before != nil {
				W, b := next.Split(r.before)
				l.add(Symbol{Name: r.W, Layer: k}, W[k])
				l.add(Symbol{Name: r.b, Layer: k}, column(b[k]))
			}
			if r.used {
				W, b := next.Split(r.after)
				l.add(Symbol{Name: r.W, Layer: k, Next: true}, W[k])
				l.add(Symbol{Name: r.b, Layer: k, Next: true}, column(b[k]))
			}
		}
	}
}

// column returns a vector as a matrix of one column.
func column(v []float64) blas64.General {
	return blas64.General{Rows: len(v), Cols: 1, Stride: 1, Data: v}
}

// Quantity returns the quantity that s is, or that it is a column or a cell of; nil when the ledger
// has none.
func (l *Ledger) Quantity(s Symbol) *Quantity {
	i, ok := l.places[Symbol{Name: s.Name, Layer: s.Layer, Next: s.Next}]
	if !ok {
		return nil
	}
	return &l.Quantities[i]
}

// Value returns the number of a cell or a scalar, and whether there is one.
func (l *Ledger) Value(s Symbol) (float64, bool) {
	if v, ok := l.scalars[s]; ok {
		return v, true
	}
	q := l.Quantity(s)
	if q == nil {
		return 0, false
	}
	i, j := max(s.Row, 1), max(s.Col, 1)
	if q.examples != nil {
		j = slices.Index(q.examples, s.Example) + 1
	}
	if i > q.Rows || j < 1 || j > q.Cols || q.Cell(i, j) != s {
		return 0, false
	}
	return q.Value(i, j), true
}
