//go:build js

package bridge

import (
	"math"

	"shallows/engine/lecture"
)

// activations returns every activation at count values of z from low to high: [{activation, z, g, prime, low, high,
// zeroCentred, flat}, …]. low and high bound g over all z, null where nothing does; where |prime| is below flat a unit
// counts as saturated.
func (e *Engine) activations(args arguments) any {
	low, high, count := args.number(0), args.number(1), args.integer(2)
	if low >= high || count < 2 || count > 4096 {
		panic(wrongArguments{})
	}
	return array(lecture.Curves(e.run().Config().Slope, low, high, count), func(c lecture.Curve) any {
		return object("activation", c.Activation.String(),
			"z", float64Array(c.Z), "g", float64Array(c.G), "prime", float64Array(c.Prime),
			"low", bound(c.Low), "high", bound(c.High), "zeroCentred", c.ZeroCentred, "flat", lecture.Flat)
	})
}

// bound renders a bound, null where it is infinite.
func bound(v float64) any {
	if math.IsInf(v, 0) {
		return nil
	}
	return v
}

// activity returns what a unit makes of the training examples, {z, saturated, dead, flat}, null where there is no such unit.
func (e *Engine) activity(args arguments) any {
	layer, unit := args.integer(0), args.integer(1)
	n := e.run().Network()
	if layer < 1 || layer > n.Layers() || unit < 1 || unit > n.Sizes[layer] {
		return nil
	}
	a := lecture.ActivityOf(e.learning(), layer, unit)
	return object("z", float64Array(a.Z), "saturated", a.Saturated, "dead", a.Dead, "flat", lecture.Flat)
}

// flows returns how each layer passes the gradient on, the first layer's first: [{activation, dZ, dW, saturated, dead}, …].
func (e *Engine) flows(arguments) any { return flowList(lecture.Flows(e.learning())) }

func flowList(flows []lecture.Flow) []any {
	return array(flows, func(f lecture.Flow) any {
		return object("activation", f.Activation.String(), "dZ", f.DZ, "dW", f.DW, "saturated", f.Saturated, "dead", f.Dead)
	})
}
