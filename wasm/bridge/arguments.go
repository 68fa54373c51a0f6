//go:build js

package bridge

import (
	"math"
	"syscall/js"
)

// arguments are those of one call. Their methods panic with wrongArguments when one is not what is asked for.
type arguments []js.Value

type wrongArguments struct{}

// sentence is what a call panics with where it can say which argument is wrong, and what it has to be.
type sentence string

// at returns argument i, undefined when there is none.
func (a arguments) at(i int) js.Value {
	if i >= len(a) {
		return js.Undefined()
	}
	return a[i]
}

func (a arguments) number(i int) float64 { return number(a.at(i)) }
func (a arguments) text(i int) string    { return text(a.at(i)) }

// bytes returns a copy of argument i, a Uint8Array.
func (a arguments) bytes(i int) []byte {
	if !a.at(i).InstanceOf(js.Global().Get("Uint8Array")) {
		panic(wrongArguments{})
	}
	list := make([]byte, a[i].Length())
	js.CopyBytesToGo(list, a[i])
	return list
}

// json returns argument i as JSON, "" where there is none of it. syscall/js does not survive an exception thrown by a getter or a proxy,
// except where it calls a function.
func (a arguments) json(i int) string {
	encoded := js.Global().Get("JSON").Call("stringify", a.at(i))
	if encoded.IsUndefined() {
		return ""
	}
	return encoded.String()
}

// number returns a finite number.
func number(v js.Value) float64 {
	if v.Type() != js.TypeNumber || math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
		panic(wrongArguments{})
	}
	return v.Float()
}

func text(v js.Value) string {
	if v.Type() != js.TypeString {
		panic(wrongArguments{})
	}
	return v.String()
}

// start returns the first units of a JavaScript string, at most so many, and copies no more than these.
func start(v js.Value, most int) string {
	return js.Global().Get("String").Get("prototype").Get("slice").Call("call", v, 0, most).String()
}

// elements returns the elements of a plain array.
func elements(v js.Value) []js.Value {
	if v.Type() != js.TypeObject || !js.Global().Get("Array").Call("isArray", v).Bool() {
		panic(wrongArguments{})
	}
	list := make([]js.Value, v.Length())
	for i := range list {
		list[i] = v.Index(i)
	}
	return list
}

// entry is a key of an object with its value.
type entry struct {
	key   string
	value js.Value
}

// pairs returns the own entries of argument i as JavaScript's array of pairs. It is an object, which may come from another
// frame, but no array, Map, null, …
func (a arguments) pairs(i int) js.Value {
	object := js.Global().Get("Object")
	if object.Get("prototype").Get("toString").Call("call", a.at(i)).String() != "[object Object]" {
		panic(wrongArguments{})
	}
	return object.Call("entries", a[i])
}

// entries returns the own entries of argument i, an object as pairs wants it.
func (a arguments) entries(i int) []entry {
	pairs := elements(a.pairs(i))
	list := make([]entry, len(pairs))
	for j, pair := range pairs {
		list[j] = entry{pair.Index(0).String(), pair.Index(1)}
	}
	return list
}
