package lecture

import "shallows/engine/nn"

// meanLoss is the mean of the examples' losses.
func (l *Ledger) meanLoss() Expression {
	a := Symbol{Name: A, Layer: l.network.Layers(), Row: 1, Example: Every}
	y := Symbol{Name: Y, Example: Every}
	switch {
	case l.network.Loss == nn.LogLoss:
		return Negative{Product{overM, Total{l.likelihood(a, y)}}}
	case l.network.Loss == nn.MeanSquaredError:
		return Product{Fraction{Number(1), Product{Number(2), Symbol{Name: M}}}, Total{l.squaredError(a, y)}}
	case l.notation == signedShown:
		return Product{overM, Total{logistic(a.in(Z), y)}}
	}
	return Negative{Product{overM, Total{logLikelihood(a, y)}}}
}

// loss is the loss of one example with output a and target y.
func (l *Ledger) loss(a, y Symbol) Expression {
	switch {
	case l.network.Loss == nn.LogLoss:
		return Negative{l.likelihood(a, y)}
	case l.network.Loss == nn.MeanSquaredError:
		return Product{Fraction{Number(1), Number(2)}, l.squaredError(a, y)}
	case l.notation == signedShown:
		return logistic(a.in(Z), y)
	}
	return Negative{logLikelihood(a, y)}
}

// squaredError is (a - y)^2.
func (l *Ledger) squaredError(a, y Symbol) Expression {
	return Power{Sum{a, Negative{l.notation.learned(y)}}, Number(2)}
}

// likelihood is y_1 log a_1 + y_2 log a_2 and so on over the units of a softmax: log a of the class, whose y is 1.
func (l *Ledger) likelihood(a, y Symbol) Expression {
	return Sum(series(l.outputs(), func(k int) Expression {
		return Product{y.At(k, 0), Call{Function{Name: Log}, a.At(k, 0)}}
	}))
}

// logLikelihood is y log a + (1-y) log(1-a), with y in {0, 1}.
func logLikelihood(a, y Symbol) Expression {
	log := func(of Expression) Expression { return Call{Function{Name: Log}, of} }
	return Sum{
		Product{y, log(a)},
		Product{Sum{Number(1), Negative{y}}, log(Sum{Number(1), Negative{a}})},
	}
}

// logistic is the same loss as -logLikelihood with y in {-1, +1}: log(1 + e^-yz).
func logistic(z, y Symbol) Expression {
	return Call{Function{Name: Log}, Sum{Number(1), Call{Function{Name: Exp}, Negative{Product{y, z}}}}}
}

// penalties are the weights' share of the cost.
func (l *Ledger) penalties() []Expression {
	norms := func(name string) Expression {
		var norms []Expression
		for k := 1; k <= l.network.Layers(); k++ {
			norms = append(norms, Call{Function{Name: name}, Symbol{Name: W, Layer: k}})
		}
		return sum(norms[0], norms[1:]...)
	}
	var terms []Expression
	if l.penalty.L2 > 0 {
		terms = append(terms, Product{Fraction{lambda(2), Number(2)}, norms(Squares)})
	}
	if l.penalty.L1 > 0 {
		terms = append(terms, Product{lambda(1), norms(Sizes)})
	}
	return terms
}

// decay is the derivative of the penalties by the weights w.
func (l *Ledger) decay(w Symbol) []Expression {
	var terms []Expression
	if l.penalty.L2 > 0 {
		terms = append(terms, Product{lambda(2), w})
	}
	if l.penalty.L1 > 0 {
		terms = append(terms, Product{lambda(1), Call{Function{Name: Sign}, w}})
	}
	return terms
}

func lambda(norm int) Symbol { return Symbol{Name: Lambda, Row: norm} }
