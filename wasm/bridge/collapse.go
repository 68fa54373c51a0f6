//go:build js

package bridge

import "shallows/engine/lecture"

// collapse returns what a network of linear hidden layers amounts to: {W: […], b, line, difference, outputs}. outputs and
// the largest difference from the network itself are those at the centres of an r by r grid, row by row from the top.
// It is null where a hidden layer is not linear.
func (e *Engine) collapse(args arguments) any {
	r := args.integer(0)
	if r < 1 || r > 256 {
		panic(wrongArguments{})
	}
	n, ok := lecture.Collapse(e.run().Network())
	if !ok {
		return nil
	}
	var line any
	if lines, ok := lecture.Lines(e.run(), n); ok {
		line = e.segment(lines[0])
	}
	return object("W", array(n.W[1].Data, as), "b", n.B[1][0], "line", line,
		"difference", lecture.Difference(e.run(), n, r), "outputs", float64Array(lecture.OutputsOver(e.run(), n, r)))
}

// segment renders the part of a line within the plane shown, [x1, x2, x1, x2] of its ends, null where there is none.
func (e *Engine) segment(l lecture.Line) any {
	from, to, ok := l.Clip(e.run().Extent())
	if !ok {
		return nil
	}
	return []any{from[0], from[1], to[0], to[1]}
}
