package mathml

import (
	"html"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
)

// Style is how formulas are written.
type Style struct {
	notation Notation
	single   bool // all are of one example, whose number is left out
}

// OfOne returns the style of formulas that are all of one example, whose number is left out.
func (n Notation) OfOne() Style { return Style{n, true} }

// Math writes parts of a formula side by side, to put in a page.
func (n Notation) Math(parts ...lecture.Expression) string { return Style{notation: n}.Math(parts...) }

// Pieces writes a chain of equations to put in a page, one formula for each side, so that lines can break between
// them.
func (n Notation) Pieces(e lecture.Expression) []string { return Style{notation: n}.Pieces(e) }

// Math writes what [Notation.Math] does.
func (s Style) Math(parts ...lecture.Expression) string {
	w := writer{Style: s}
	w.put("<math>")
	for _, part := range parts {
		w.expression(part)
	}
	w.put("</math>")
	return string(w.text)
}

// Between writes a formula with the text before and after it from which no line may part it, such as a comma.
func (n Notation) Between(before string, e lecture.Expression, after string) string {
	w := writer{Style: Style{notation: n}}
	w.put("<math>")
	w.beside(before)
	w.expression(e)
	w.beside(after)
	w.put("</math>")
	return string(w.text)
}

// Pieces writes what [Notation.Pieces] does.
func (s Style) Pieces(e lecture.Expression) []string {
	chain, ok := e.(lecture.Equals)
	if !ok {
		return []string{s.Math(e)}
	}
	pieces := []string{s.Math(chain[0])}
	for _, side := range chain[1:] {
		w := writer{Style: s}
		w.put("<math><mrow><mo>", equals(side), "</mo>")
		w.expression(side)
		w.put("</mrow></math>")
		pieces = append(pieces, string(w.text))
	}
	return pieces
}

// writer is a formula in the making. It is written from left to right, so that a long one takes no copies of its parts.
type writer struct {
	Style
	text []byte
}

// put writes markup as it stands.
func (w *writer) put(parts ...string) {
	for _, part := range parts {
		w.text = append(w.text, part...)
	}
}

// leaf writes an element around a text.
func (w *writer) leaf(tag, text string) {
	w.put("<", tag, ">", html.EscapeString(text), "</", tag, ">")
}

// beside writes a text beside a formula.
func (w *writer) beside(text string) {
	if text != "" {
		w.leaf("mtext", text)
	}
}

func (w *writer) count(n int) { w.leaf("mn", strconv.Itoa(n)) }

func (w *writer) expression(e lecture.Expression) {
	switch e := e.(type) {
	case lecture.Symbol:
		w.symbol(e, false)
	case lecture.Number:
		w.put(number.Of(float64(e)).MathML())
	case lecture.Rounded:
		w.put(number.Fixed(float64(e), 3).MathML())
	case lecture.Sum:
		w.sum(e)
	case lecture.Negative:
		w.put("<mrow><mo>−</mo>")
		w.factor(e.Of)
		w.put("</mrow>")
	case lecture.Product:
		w.product(e)
	case lecture.Elementwise:
		w.chain(e, func(lecture.Expression) string { return "∗" }, w.factor)
	case lecture.Fraction:
		w.put("<mfrac>")
		w.expression(e.Over)
		w.expression(e.Under)
		w.put("</mfrac>")
	case lecture.Power:
		w.put("<msup>")
		w.base(e.Base)
		w.expression(e.Exponent)
		w.put("</msup>")
	case lecture.Transpose:
		w.transpose(e)
	case lecture.Total:
		w.put("<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>m</mi></munderover>")
		w.factor(e.Of)
		w.put("</mrow>")
	case lecture.Call:
		w.call(e)
	case lecture.Equals:
		w.chain(e, equals, w.expression)
	case lecture.Assign:
		w.put("<mrow>")
		w.expression(e.To)
		w.put("<mo>≔</mo>")
		w.expression(e.From)
		w.put("</mrow>")
	case lecture.Ellipsis:
		w.put("<mo>⋯</mo>")
	case lecture.Matrix:
		w.matrix(e)
	case lecture.Feature:
		w.put(feature(dataset.Feature(e)))
	case lecture.Shape:
		w.put("<mrow>")
		if e.Of != nil {
			w.expression(e.Of)
			w.put("<mo>:</mo>")
		}
		w.put("<mo>(</mo>")
		w.leaf("mn", e.Rows)
		w.put("<mo>,</mo>")
		w.leaf("mn", e.Cols)
		w.put("<mo>)</mo></mrow>")
	case lecture.Spelt:
		w.indexed(e.Symbol, e.As, false, attributes(e.Symbol))
	case lecture.Letter:
		w.powered(e)
	case lecture.Prediction:
		w.put(`<mover accent="true"><mi>y</mi><mo>^</mo></mover>`) // Firefox no longer takes the operator's word for the accent
	case lecture.Variable:
		w.leaf("mi", string(e))
	case lecture.Largest:
		w.put("<mrow><mi>max</mi><mo>(</mo>")
		w.chain(e, func(lecture.Expression) string { return "," }, w.expression)
		w.put("<mo>)</mo></mrow>")
	case lecture.Cases:
		w.put("<mrow><mo>{</mo><mtable>")
		w.where(e.Below, e.Of, "<")
		w.where(e.Above, e.Of, ">")
		w.put("</mtable></mrow>")
	}
}

// where writes one of several cases, that in which e is above or below 0.
func (w *writer) where(value, e lecture.Expression, sign string) {
	w.put("<mtr><mtd>")
	w.expression(value)
	w.put("</mtd><mtd><mrow>")
	w.expression(e)
	w.leaf("mo", sign)
	w.put("<mn>0</mn></mrow></mtd></mtr>")
}

// equals is the sign before a side of an equation.
func equals(side lecture.Expression) string {
	if _, rounded := side.(lecture.Rounded); rounded {
		return "≈"
	}
	return "="
}

// chain writes parts, all but the first with a sign before them.
func (w *writer) chain(parts []lecture.Expression, sign func(lecture.Expression) string, write func(lecture.Expression)) {
	w.put("<mrow>")
	for i, part := range parts {
		if i > 0 {
			w.put("<mo>", sign(part), "</mo>")
		}
		write(part)
	}
	w.put("</mrow>")
}

// sum writes the terms of a sum, each with the sign before it.
func (w *writer) sum(terms lecture.Sum) {
	w.put("<mrow>")
	for i, term := range terms {
		negative, isNegative := term.(lecture.Negative)
		value, isNumber := term.(lecture.Number)
		switch {
		case i == 0:
			w.expression(term)
		case isNegative:
			w.put("<mo>−</mo>")
			w.factor(negative.Of)
		case isNumber && value < 0:
			w.put("<mo>−</mo>")
			w.expression(-value)
		default:
			w.put("<mo>+</mo>")
			w.expression(term)
		}
	}
	w.put("</mrow>")
}

// product writes factors with a dot between numbers, else with nothing that is seen.
func (w *writer) product(factors lecture.Product) {
	w.put("<mrow>")
	for i, factor := range factors {
		if i > 0 {
			if single(factors[i-1]) && single(factor) {
				w.put("<mo>\u22c5</mo>")
			} else {
				w.put("<mo>\u2062</mo>")
			}
		}
		w.factor(factor)
	}
	w.put("</mrow>")
}

// single reports whether e is written as one number.
func single(e lecture.Expression) bool {
	switch e := e.(type) {
	case lecture.Number, lecture.Rounded:
		return true
	case lecture.Matrix:
		return len(e.Values) == 1
	}
	return false
}

func (w *writer) transpose(t lecture.Transpose) {
	if s, ok := t.Of.(lecture.Symbol); ok {
		w.symbol(s, true)
		return
	}
	w.put("<msup>")
	w.brackets(t.Of)
	w.put("<mi>T</mi></msup>")
}

func (w *writer) brackets(e lecture.Expression) {
	w.put("<mrow><mo>(</mo>")
	w.expression(e)
	w.put("<mo>)</mo></mrow>")
}

// factor writes a part of a product or the like, in brackets where precedence asks for them.
func (w *writer) factor(e lecture.Expression) {
	loose := false
	switch e := e.(type) {
	case lecture.Sum, lecture.Negative:
		loose = true
	case lecture.Number:
		loose = e < 0
	case lecture.Rounded:
		loose = e < 0
	case lecture.Matrix:
		loose = single(e) && e.Values[0] < 0
	}
	if loose {
		w.brackets(e)
	} else {
		w.expression(e)
	}
}

// base writes the base of a power.
func (w *writer) base(e lecture.Expression) {
	tight := false
	switch e := e.(type) {
	case lecture.Symbol:
		tight = !w.raised(e)
	case lecture.Number:
		tight = e >= 0 && number.Of(float64(e)).Power == 0
	case lecture.Rounded:
		tight = e >= 0
	case lecture.Call, lecture.Variable:
		tight = true
	}
	if tight {
		w.expression(e)
	} else {
		w.brackets(e)
	}
}

// functions are written before their argument in brackets, by these names where they have others.
var functions = map[string]string{"sigmoid": "σ", "relu": "ReLU", "leaky": "LReLU", "linear": "id"}

// around are functions that stand around their argument.
var around = map[string][2]string{
	lecture.Exp:     {"<msup><mi>e</mi>", "</msup>"},
	lecture.Sqrt:    {"<msqrt>", "</msqrt>"},
	lecture.Size:    {"<mrow><mo>|</mo>", "<mo>|</mo></mrow>"},
	lecture.Squares: {"<msup><mrow><mo>‖</mo>", "<mo>‖</mo></mrow><mn>2</mn></msup>"},
	lecture.Sizes:   {"<msub><mrow><mo>‖</mo>", "<mo>‖</mo></mrow><mn>1</mn></msub>"},
}

func (w *writer) call(c lecture.Call) {
	f := c.Function
	if ends, ok := around[f.Name]; ok {
		w.put(ends[0])
		w.expression(c.Argument)
		w.put(ends[1])
		return
	}
	name := f.Name
	if written, ok := functions[name]; ok {
		name = written
	}
	w.put("<mrow>")
	if f.Prime {
		w.put("<msup>")
	}
	switch {
	case f.Layer == 0:
		w.leaf("mi", name)
	case w.notation == Below:
		w.lowered(name, f.Layer)
	default:
		w.put("<msup>")
		w.leaf("mi", name)
		w.put("<mrow>")
		w.layer(f.Layer)
		w.put("</mrow></msup>")
	}
	if f.Prime {
		w.put("<mo>′</mo></msup>")
	}
	w.put("<mo>\u2061</mo>")
	w.brackets(c.Argument)
	w.put("</mrow>")
}
