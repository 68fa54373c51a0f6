//go:build js

package bridge

import "shallows/engine/lecture"

// symmetry returns how far units have parted and parameters moved: {asymmetry, moved: {weights, hiddenBiases, outputBias},
// history: {step, asymmetry}, lines}. lines are those of the first layer's units, each null where it misses the plane;
// without x1 and x2 as the inputs there are none, and lines is null.
func (e *Engine) symmetry(arguments) any {
	m := lecture.MovementOf(e.run())
	var step, asymmetry []float64
	for _, r := range e.run().History() {
		step, asymmetry = append(step, float64(r.Step)), append(asymmetry, r.Asymmetry)
	}
	var lines any
	if list, ok := lecture.Lines(e.run(), e.run().Network()); ok {
		lines = array(list, e.segment)
	}
	return object(
		"asymmetry", e.run().Network().Asymmetry(),
		"moved", object("weights", m.Weights, "hiddenBiases", m.HiddenBiases, "outputBias", m.OutputBias),
		"history", object("step", float64Array(step), "asymmetry", float64Array(asymmetry)),
		"lines", lines,
	)
}

// segment renders the part of a line within the plane shown, [x1, x2, x1, x2] of its ends, null where there is none.
func (e *Engine) segment(l lecture.Line) any {
	from, to, ok := l.Clip(e.run().Extent())
	if !ok {
		return nil
	}
	return []any{from[0], from[1], to[0], to[1]}
}
