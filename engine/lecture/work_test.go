package lecture

import (
	"math"
	"testing"
)

// work returns the value of an expression of numbers.
func work(t *testing.T, e Expression) float64 {
	t.Helper()
	switch e := e.(type) {
	case Number:
		return float64(e)
	case Sum:
		total := 0.
		for _, term := range e {
			total += work(t, term)
		}
		return total
	case Negative:
		return -work(t, e.Of)
	case Product:
		product := 1.
		for _, factor := range e {
			product *= work(t, factor)
		}
		return product
	case Fraction:
		return work(t, e.Over) / work(t, e.Under)
	case Power:
		return math.Pow(work(t, e.Base), work(t, e.Exponent))
	case Call:
		return apply(t, e.Function, work(t, e.Argument))
	}
	t.Fatalf("%s is not a number", text(e))
	return 0
}

// apply returns the value of a function, written once more.
func apply(t *testing.T, f Function, x float64) float64 {
	t.Helper()
	negative := 0. // slope of a piecewise linear function below zero
	switch f.Name {
	case Log:
		return math.Log(x)
	case Exp:
		return math.Exp(x)
	case Sqrt:
		return math.Sqrt(x)
	case Sign:
		return math.Copysign(1, x)
	case "sigmoid":
		return 1 / (1 + math.Exp(-x))
	case "tanh":
		return math.Tanh(x)
	case "swish":
		s := 1 / (1 + math.Exp(-x))
		if f.Prime {
			return s * (1 + x*(1-s))
		}
		return x * s
	case "relu":
	case "leaky":
		negative = 0.01
	default:
		t.Fatalf("what is %s?", f.Name)
	}
	slope := 1.
	if x <= 0 {
		slope = negative
	}
	if f.Prime {
		return slope
	}
	return slope * x
}
