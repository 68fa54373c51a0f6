package lecture

import "shallows/engine/nn"

// formula returns how a quantity or a cell of it is found, nil for what an update is given.
func (l *Ledger) formula(s Symbol) Expression {
	if steps := l.steps(s); steps != nil {
		return equation(s, steps)
	}
	return nil
}

// equation says that s equals each of some steps or, for a value after the update, becomes them.
func equation(s Symbol, steps []Expression) Expression {
	if !s.Next {
		return append(Equals{s}, steps...)
	}
	becomes := Assign{s, steps[0]}
	if len(steps) == 1 {
		return becomes
	}
	return append(Equals{becomes}, steps[1:]...)
}

// steps returns what a quantity or a cell of it equals, in symbols of its layer and of those beside
// it; where there are two, the second writes out the first.
func (l *Ledger) steps(s Symbol) []Expression {
	if s.Next {
		return []Expression{l.updated(s)}
	}
	switch s.Name {
	case Z:
		return []Expression{l.linear(s)}
	case A:
		if s.cell() && l.network.Activation(s.Layer) == nn.Softmax {
			return []Expression{l.share(s.in(Z))}
		}
		g := Call{Function{Name: G, Layer: s.Layer}, s.in(Z)}
		return []Expression{g, call(l.network.Activation(s.Layer), s.in(Z))}
	case J:
		return []Expression{sum(l.meanLoss(), l.penalties()...)}
	case DA:
		if s.Layer == l.network.Layers() {
			return []Expression{l.excess(s)}
		}
		return []Expression{l.back(s)}
	case DZ:
		if l.direct(s.Layer) {
			return []Expression{l.excess(s)}
		}
		return l.chain(s)
	case DW:
		return []Expression{sum(outer(s), l.decay(s.in(W))...)}
	case DB:
		return []Expression{Product{overM, Total{s.in(DZ).Of(Every)}}}
	}
	return nil
}

// linear is W A + b.
func (l *Ledger) linear(s Symbol) Expression {
	weights, bias, input := s.matrix(W), s.matrix(B), Input(s.Layer)
	if !s.cell() {
		return Sum{Product{weights, input.Of(s.Example)}, bias}
	}
	return append(l.terms(input, s.Example, func(k int) Symbol { return weights.At(s.Row, k) }), bias.At(s.Row, 0))
}

// back is W^T dZ of the layer above.
func (l *Ledger) back(s Symbol) Expression {
	weights, above := Symbol{Name: W, Layer: s.Layer + 1}, Symbol{Name: DZ, Layer: s.Layer + 1}
	if !s.cell() {
		return Product{Transpose{weights}, above.Of(s.Example)}
	}
	terms := l.terms(above, s.Example, func(k int) Symbol { return weights.At(k, s.Row) })
	return sum(terms[0], terms[1:]...)
}

// terms is the sum, over the units of a column of one example, of weight times cell.
func (l *Ledger) terms(column Symbol, example int, weight func(unit int) Symbol) Sum {
	return series(l.network.Sizes[column.Layer], func(k int) Expression {
		return Product{weight(k), column.At(k, 0).Of(example)}
	})
}

// share is what a softmax makes of a cell z: e^z over the sum of that for all units.
func (l *Ledger) share(z Symbol) Expression {
	power := func(k int) Expression { return Call{Function{Name: Exp}, z.At(k, 0)} }
	return Fraction{power(z.Row), Sum(series(l.outputs(), power))}
}

// excess is A - Y: what the output has too much.
func (l *Ledger) excess(s Symbol) Expression {
	return Sum{s.in(A), Negative{l.notation.learned(l.target(s))}}
}

// chain is dA * g'(Z), then with the derivative written out.
func (l *Ledger) chain(s Symbol) []Expression {
	dA, prime := s.in(DA), Function{Name: G, Layer: s.Layer, Prime: true}
	factors := derivative(l.network.Activation(s.Layer), s.in(Z))
	return []Expression{
		s.times(dA, Call{prime, s.in(Z)}),
		s.times(append([]Expression{dA}, factors...)...),
	}
}

// call is g(z).
func call(g nn.Activation, z Symbol) Expression {
	if g == nn.Linear {
		return z
	}
	return Call{Function{Name: g.String()}, z}
}

// derivative is g'(z), as factors: of a linear unit's 1 there are none.
func derivative(g nn.Activation, z Symbol) []Expression {
	a := z.in(A)
	switch g {
	case nn.Sigmoid:
		return []Expression{a, Sum{Number(1), Negative{a}}}
	case nn.Tanh:
		return []Expression{Sum{Number(1), Negative{Power{a, Number(2)}}}}
	case nn.Linear:
		return nil
	}
	return []Expression{Call{Function{Name: g.String(), Prime: true}, z}}
}

// outer is dZ A^T / m.
func outer(s Symbol) Expression {
	dZ, input := s.matrix(DZ), Input(s.Layer)
	if !s.cell() {
		return Product{overM, dZ, Transpose{input}}
	}
	return Product{overM, Total{Product{dZ.At(s.Row, 0).Of(Every), input.At(s.Col, 0).Of(Every)}}}
}

var overM = Fraction{Number(1), Symbol{Name: M}}

// sum is a Sum, or its only term.
func sum(first Expression, more ...Expression) Expression {
	if len(more) == 0 {
		return first
	}
	return append(Sum{first}, more...)
}
