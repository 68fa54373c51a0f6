//go:build js

package bridge

import (
	"encoding/binary"
	"math"
	"syscall/js"
)

// object returns a JavaScript object of alternating keys and values.
func object(fields ...any) js.Value {
	o := js.Global().Get("Object").New()
	for i := 0; i < len(fields); i += 2 {
		o.Set(fields[i].(string), fields[i+1])
	}
	return o
}

// array returns what makes a JavaScript array: each item as value renders it.
func array[T any](items []T, value func(T) any) []any {
	list := make([]any, len(items))
	for i, item := range items {
		list[i] = value(item)
	}
	return list
}

// as renders an item as it is.
func as[T any](item T) any { return item }

// orNull renders a number, null where there is none.
func orNull(v float64) any {
	if math.IsNaN(v) {
		return nil
	}
	return v
}

// float64Array returns the values as a Float64Array.
func float64Array(values []float64) js.Value {
	bytes := make([]byte, 0, 8*len(values))
	for _, v := range values {
		bytes = binary.LittleEndian.AppendUint64(bytes, math.Float64bits(v))
	}
	list := js.Global().Get("Float64Array").New(len(values))
	js.CopyBytesToJS(js.Global().Get("Uint8Array").New(list.Get("buffer")), bytes)
	return list
}
