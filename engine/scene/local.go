package scene

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
	"shallows/engine/session"
)

// input is an input of the network over the plane shown: offset + factor * the same feature of local
// coordinates.
type input struct {
	offset, factor float64
	reach          float64 // its largest magnitude there
}

// tonesOf returns the tones of a run, with its inputs in the memory of last ones. With them the shader, whose numbers
// have 24 bits, never meets the data's own units. It reports false where offset and factor cannot be:
// the square of what does not lie around 0 is not made of the local coordinate's alone.
func tonesOf(run *session.Session, last tones) (t tones, local bool) {
	t.output = rampOf(run)
	t.inputs, local = inputs(run, last.inputs)
	return t, local
}

func inputs(run *session.Session, last []input) (list []input, local bool) {
	shown, standard := run.Extent(), run.Standardisation()
	c1, c2 := shown.X1.Centre(), shown.X2.Centre()
	s1, s2 := shown.X1.Scale(), shown.X2.Scale()
	list, local = last[:0], run.IsFlat()
	if !local {
		return tilted(run, list), false
	}
	for i, f := range run.Config().Inputs {
		x, ok := input{factor: 1}, true
		switch f {
		case dataset.X1:
			x.offset, x.factor = c1, s1
		case dataset.X2:
			x.offset, x.factor = c2, s2
		case dataset.X1Sq:
			x.factor, ok = s1*s1, c1 == 0
		case dataset.X2Sq:
			x.factor, ok = s2*s2, c2 == 0
		case dataset.X1X2:
			x.factor, ok = s1*s2, c1 == 0 && c2 == 0
		case dataset.SinX1:
			ok = c1 == 0 && s1 == 1
		case dataset.SinX2:
			ok = c2 == 0 && s2 == 1
		}
		over := f.Over(shown)
		x.reach = max(math.Abs(standard.Of(i, over.Low)), math.Abs(standard.Of(i, over.High)))
		if x.reach == 0 {
			x.reach = 1
		}
		x.offset = standard.Of(i, x.offset)
		if standard.Mean != nil {
			x.factor /= standard.Deviation[i]
		}
		const most = 1e12 // beyond it products with weights leave the shader's numbers
		local = local && ok && math.Abs(x.offset) <= most && math.Abs(x.factor) <= most
		list = append(list, x)
	}
	return list, local
}

// tilted appends the inputs of a run over data that are not flat. Over the plane each goes along both axes, so only its
// reach is told: the largest magnitude there and among the examples, for one that is held has but one value there.
func tilted(run *session.Session, list []input) []input {
	shown := run.Extent()
	X := run.InputsOf(run.Points(
		[]float64{shown.X1.Low, shown.X1.Low, shown.X1.High, shown.X1.High},
		[]float64{shown.X2.Low, shown.X2.High, shown.X2.Low, shown.X2.High}))
	for i := range X.Rows {
		x := input{}
		for _, of := range []blas64.General{X, run.Inputs()} {
			for _, v := range of.Data[i*of.Stride : i*of.Stride+of.Cols] {
				x.reach = max(x.reach, math.Abs(v))
			}
		}
		if x.reach == 0 {
			x.reach = 1
		}
		list = append(list, x)
	}
	return list
}
