//go:build js

package bridge

import (
	"encoding/binary"
	"math"
	"syscall/js"

	numbers "shallows/engine/number"
)

// decimals returns the numbers of a Float64Array as texts for a reader, with so many significant digits.
func (e *Engine) decimals(args arguments) any {
	digits := args.integer(1)
	if digits < 1 || digits > 17 {
		panic(wrongArguments{})
	}
	return array(float64s(args.at(0)), func(v float64) any { return numbers.Rounded(v, digits).String() })
}

// numeral returns a number as MathML.
func (e *Engine) numeral(args arguments) any { return numbers.Of(float(args.at(0))).MathML() }

// typed returns a number as a reader would type it, rounded to so many significant digits.
func (e *Engine) typed(args arguments) any { return numbers.Typed(args.number(0), args.integer(1)) }

// cost returns a cost as a readout shows it.
func (e *Engine) cost(args arguments) any { return numbers.Cost(float(args.at(0))).String() }

// number returns the number that a text typed in means, null where it means none. In a whole number a single mark may
// part thousands.
func (e *Engine) number(args arguments) any {
	v, ok := numbers.Parse(args.text(0), boolean(args.at(1)))
	if !ok {
		return nil
	}
	return v
}

// float returns any number, an infinity and NaN as well.
func float(v js.Value) float64 {
	if v.Type() != js.TypeNumber {
		panic(wrongArguments{})
	}
	return v.Float()
}

// float64s reads a Float64Array.
func float64s(v js.Value) []float64 {
	if !v.InstanceOf(js.Global().Get("Float64Array")) {
		panic(wrongArguments{})
	}
	bytes := make([]byte, 8*v.Length())
	js.CopyBytesToGo(bytes, js.Global().Get("Uint8Array").New(v.Get("buffer"), v.Get("byteOffset"), len(bytes)))
	values := make([]float64, v.Length())
	for i := range values {
		values[i] = math.Float64frombits(binary.LittleEndian.Uint64(bytes[8*i:]))
	}
	return values
}
