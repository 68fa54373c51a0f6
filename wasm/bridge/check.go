//go:build js

package bridge

import (
	"slices"

	"shallows/engine/lecture"
)

// mistakes returns the codes of the mistakes in back-propagation, the first being none.
func (e *Engine) mistakes(arguments) any {
	return array(lecture.Mistakes, func(m lecture.Mistake) any { return m.String() })
}

// mistake returns the mistake that argument i is the code of.
func (a arguments) mistake(i int) lecture.Mistake {
	code := a.text(i)
	at := slices.IndexFunc(lecture.Mistakes, func(m lecture.Mistake) bool { return m.String() == code })
	if at < 0 {
		panic(wrongArguments{})
	}
	return lecture.Mistakes[at]
}

// check compares the gradient, with a mistake in it, with the numerical one: {examples, epsilon, tolerance, matrices:
// [{name, layer, analytic, numerical, difference, error, verdict}, …]} of norms and right, wrong or unclear.
func (e *Engine) check(args arguments) any {
	c := lecture.NewCheck(e.learning(), args.mistake(0))
	return object("examples", c.Examples, "epsilon", lecture.Step, "tolerance", lecture.Tolerance,
		"matrices", array(c.Matrices, func(m lecture.CheckedMatrix) any {
			return object("name", m.Symbol.Name, "layer", m.Symbol.Layer,
				"analytic", orNull(m.Analytic), "numerical", orNull(m.Numerical),
				"difference", orNull(m.Difference), "error", orNull(m.Error), "verdict", m.Verdict.String())
		}))
}
