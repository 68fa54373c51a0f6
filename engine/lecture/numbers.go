package lecture

import (
	"math"
	"slices"
)

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
		return l.number(e)
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

// number returns the value of a cell, Rounded where it is that of a unit which does not quite take it: sigmoid and tanh
// come so near their bounds that arithmetic knows no number between.
func (l *Ledger) number(s Symbol) Expression {
	value, _ := l.Value(s)
	if l.saturated(s) {
		return Rounded(value)
	}
	return Number(value)
}

// saturated reports whether a cell is a unit's value and that the bound of its activation.
func (l *Ledger) saturated(s Symbol) bool {
	value, ok := l.Value(s)
	if s.Name != A || !ok {
		return false
	}
	g := l.network.Activation(s.Layer)
	low, high, _ := g.Bounds(l.network.Slope)
	return g.Saturates() && (value == low || value == high)
}

// result returns the value of a cell as what follows from some expressions: of Rounded ones nothing but a Rounded 0, 1 or
// -1 does.
func (l *Ledger) result(value float64, of Expression) Expression {
	return rounded(value, l.rounds(of))
}

// rounded returns a value as a Number, or as Rounded where it comes of what was and would look exact.
func rounded(value float64, comes bool) Expression {
	if comes && (value == 0 || math.Abs(value) == 1) {
		return Rounded(value)
	}
	return Number(value)
}

// rounds reports whether an expression has something Rounded in it, be it by a symbol.
func (l *Ledger) rounds(e Expression) bool {
	any := func(list []Expression) bool { return slices.ContainsFunc(list, l.rounds) }
	switch e := e.(type) {
	case Rounded:
		return true
	case Symbol:
		return l.saturated(e)
	case Sum:
		return any(e)
	case Negative:
		return l.rounds(e.Of)
	case Product:
		return any(e)
	case Elementwise:
		return any(e)
	case Fraction:
		return l.rounds(e.Over) || l.rounds(e.Under)
	case Power:
		return l.rounds(e.Base)
	case Call:
		return l.rounds(e.Argument)
	case Equals:
		return any(e)
	}
	return false
}
