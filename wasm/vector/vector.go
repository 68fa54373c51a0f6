//go:build js

// Package vector lets the engine's kernels run in WebAssembly modules of their own, which web/vector.js
// instantiates.
package vector

import (
	"runtime"
	"unsafe"
)

// compile instantiates a module and returns the place of its first function, or -1.
//
//go:wasmimport vector compile
func compile(module unsafe.Pointer, length int32) int32

// call calls the function at a place.
//
//go:wasmimport vector call
func call(place int32)

// release forgets the module whose first function is at a place.
//
//go:wasmimport vector release
func release(place int32)

// Instantiate is a kernel.Accelerator.
func Instantiate(module []byte) func(function int32) {
	first := compile(unsafe.Pointer(&module[0]), int32(len(module)))
	if first < 0 {
		return nil
	}
	i := &instance{first}
	runtime.AddCleanup(i, release, first)
	return i.call
}

// instance is a module as long as it is in use.
type instance struct{ first int32 }

func (i *instance) call(function int32) { call(i.first + function) }
