//go:build js

package bridge

import (
	"slices"
	"syscall/js"

	"shallows/engine/lecture"
	numbers "shallows/engine/number"
)

// symbol renders a symbol, {kind: "symbol", name, letter, layer, row, col, example, next}: letter is the name as it is
// written, the numbers are 0 where they do not apply, and example is -1 for (i).
func symbol(s lecture.Symbol) js.Value {
	return object("kind", "symbol", "name", s.Name, "letter", s.Letter(),
		"layer", s.Layer, "row", s.Row, "col", s.Col, "example", s.Example, "next", s.Next)
}

// symbolOrNull renders the zero Symbol as null.
func symbolOrNull(s lecture.Symbol) any {
	if s == (lecture.Symbol{}) {
		return nil
	}
	return symbol(s)
}

// symbolOf reads what symbol renders; what is left out is 0.
func symbolOf(v js.Value) lecture.Symbol {
	count := func(key string) int {
		if n := property(v, key); !n.IsUndefined() {
			return integer(n)
		}
		return 0
	}
	return lecture.Symbol{
		Name: text(property(v, "name")), Layer: count("layer"),
		Row: count("row"), Col: count("col"), Example: count("example"),
		Next: property(v, "next").Truthy(),
	}
}

// subtracting returns a sum in which numbers below zero are subtracted, but for the first term.
func subtracting(sum lecture.Sum) lecture.Sum {
	terms := slices.Clone(sum)
	for i, term := range terms {
		if n, ok := term.(lecture.Number); ok && n < 0 && i > 0 {
			terms[i] = lecture.Negative{Of: -n}
		}
	}
	return terms
}

// expression renders a formula as a tree of {kind, …}, null where there is none. The kinds are those of package
// lecture; of is what a node is made of, a list where there may be any number.
func expression(e lecture.Expression) any {
	switch e := e.(type) {
	case lecture.Symbol:
		return symbol(e)
	case lecture.Number:
		return object("kind", "number", "value", float64(e), "markup", numbers.Of(float64(e)).MathML())
	case lecture.Rounded:
		return object("kind", "rounded", "value", float64(e), "markup", numbers.Fixed(float64(e), 3).MathML())
	case lecture.Sum:
		return object("kind", "sum", "of", array(subtracting(e), expression))
	case lecture.Negative:
		return object("kind", "negative", "of", expression(e.Of))
	case lecture.Product:
		return object("kind", "product", "of", array(e, expression))
	case lecture.Elementwise:
		return object("kind", "elementwise", "of", array(e, expression))
	case lecture.Fraction:
		return object("kind", "fraction", "over", expression(e.Over), "under", expression(e.Under))
	case lecture.Power:
		return object("kind", "power", "base", expression(e.Base), "exponent", expression(e.Exponent))
	case lecture.Transpose:
		return object("kind", "transpose", "of", expression(e.Of))
	case lecture.Call:
		f := e.Function
		return object("kind", "call", "function", f.Name, "layer", f.Layer, "prime", f.Prime, "of", expression(e.Argument))
	case lecture.Total:
		return object("kind", "total", "of", expression(e.Of))
	case lecture.Equals:
		return object("kind", "equals", "of", array(e, expression))
	case lecture.Assign:
		return object("kind", "assign", "to", expression(e.To), "from", expression(e.From))
	case lecture.Ellipsis:
		return object("kind", "ellipsis")
	}
	return nil
}
