package lecture

import "math"

// numbers returns e with its symbols replaced by their values, those of Every example by the values
// of the one given, and with each Total spread into its terms.
func (l *Ledger) numbers(e Expression, example int) Expression {
	one := func(e Expression) Expression { return l.numbers(e, example) }
	all := func(list []Expression) []Expression {
		done := make([]Expression, len(list))
		for i, e := range list {
			done[i] = one(e)
		}
		return done
	}
	switch e := e.(type) {
	case Symbol:
		if e.Example == Every {
			e.Example = example
		}
		value, _ := l.Value(e)
		return Number(value)
	case Sum:
		return Sum(all(e))
	case Negative:
		return Negative{one(e.Of)}
	case Product:
		return Product(all(e))
	case Fraction:
		return Fraction{one(e.Over), one(e.Under)}
	case Power:
		return Power{one(e.Base), one(e.Exponent)}
	case Total:
		terms := series(len(l.Examples), func(i int) Expression { return l.numbers(e.Of, l.Examples[i-1]) })
		return sum(terms[0], terms[1:]...)
	case Call:
		switch e.Function.Name {
		case Squares, Sizes:
			return l.norm(e)
		}
		return Call{e.Function, one(e.Argument)}
	}
	return e
}

// norm returns the value of Squares or Sizes of a matrix.
func (l *Ledger) norm(c Call) Number {
	var total float64
	for _, w := range l.Quantity(c.Argument.(Symbol)).data.Data {
		if c.Function.Name == Squares {
			total += w * w
		} else {
			total += math.Abs(w)
		}
	}
	return Number(total)
}
