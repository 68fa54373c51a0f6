package lecture

import (
	"strconv"
	"strings"

	"shallows/engine/number"
)

// text writes an expression in one line, numbers as the page does, but for the minus sign.
func text(e Expression) string {
	switch e := e.(type) {
	case Symbol:
		return symbolText(e)
	case Number:
		return strings.Replace(number.Of(float64(e)).String(), "−", "-", 1)
	case Rounded:
		return strconv.FormatFloat(float64(e), 'f', 3, 64)
	case Sum:
		line := text(e[0])
		for _, term := range e[1:] {
			switch n := term.(type) {
			case Negative:
				line += " - " + within(n.Of)
			case Number:
				if n < 0 {
					line += " - " + text(-n)
				} else {
					line += " + " + text(n)
				}
			default:
				line += " + " + text(term)
			}
		}
		return line
	case Negative:
		return "-" + within(e.Of)
	case Product:
		line := within(e[0])
		for i, f := range e[1:] {
			_, left := e[i].(Number)
			_, right := f.(Number)
			if left && right {
				line += "·" + within(f)
			} else {
				line += " " + within(f)
			}
		}
		return line
	case Elementwise:
		return join(e, " * ", within)
	case Fraction:
		return "{" + text(e.Over) + " / " + text(e.Under) + "}"
	case Power:
		return within(e.Base) + "^" + within(e.Exponent)
	case Transpose:
		return text(e.Of) + "^T"
	case Call:
		return functionText(e.Function) + "(" + text(e.Argument) + ")"
	case Total:
		return "Σ " + within(e.Of)
	case Equals:
		line := text(e[0])
		for _, side := range e[1:] {
			if _, near := side.(Rounded); near {
				line += " ≈ " + text(side)
			} else {
				line += " = " + text(side)
			}
		}
		return line
	case Assign:
		return text(e.To) + " := " + text(e.From)
	case Ellipsis:
		return "…"
	}
	return "nothing"
}

// within writes an expression in brackets where precedence asks for them.
func within(e Expression) string {
	switch e := e.(type) {
	case Sum, Negative:
		return "(" + text(e) + ")"
	case Number:
		if e < 0 {
			return "(" + text(e) + ")"
		}
	case Rounded:
		if e < 0 {
			return "(" + text(e) + ")"
		}
	}
	return text(e)
}

func join[S ~[]Expression](list S, by string, write func(Expression) string) string {
	var parts []string
	for _, e := range list {
		parts = append(parts, write(e))
	}
	return strings.Join(parts, by)
}

func symbolText(s Symbol) string {
	line := s.Letter()
	if s.Row != 0 {
		line += "_" + strconv.Itoa(s.Row)
	}
	if s.Col != 0 {
		line += strconv.Itoa(s.Col)
	}
	if s.Layer != 0 {
		line += "[" + strconv.Itoa(s.Layer) + "]"
	}
	switch {
	case s.Example == Every:
		line += "(i)"
	case s.Example != 0:
		line += "(" + strconv.Itoa(s.Example) + ")"
	}
	return line
}

func functionText(f Function) string {
	line := f.Name
	if f.Layer != 0 {
		line += "[" + strconv.Itoa(f.Layer) + "]"
	}
	if f.Prime {
		line += "'"
	}
	return line
}
