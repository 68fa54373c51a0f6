package kernel

import (
	"slices"

	"shallows/engine/nn"
)

// Accelerator instantiates a WebAssembly module that works in Go's own memory, imported as
// env.memory, and returns what calls its function 0, 1 and so on; nil where it cannot. The functions
// have no parameters and no results, and use 128-bit vectors.
type Accelerator func(module []byte) (call func(function int32))

var accelerator Accelerator

// Use has every kernel made from now on run in a. Its numbers are the same to the last bit: the
// vectors do for two examples at once what the tiles do for one after the other, in the same order.
func Use(a Accelerator) { accelerator = a }

// accelerate has k run in a, if a can and there are vectors for all that k does.
func (k *Kernel) accelerate(a Accelerator) {
	constants := new(constants)
	var bodies [][]byte
	for _, p := range k.programs {
		c := code{constants: constants}
		for i := range p {
			if p[i].code == nil {
				return
			}
			p[i].code(&c, &p[i])
		}
		bodies = append(bodies, c.bytes)
	}
	c := code{constants: constants}
	codeWhole(&c, k, slices.Concat(bodies...))
	bodies = append(bodies, c.bytes)
	for _, o := range nn.Optimizers {
		c := code{constants: constants}
		codeRule(&c, k, o)
		bodies = append(bodies, c.bytes)
	}
	if k.fast = a(module(bodies)); k.fast != nil {
		k.constants = constants
	}
}

// module returns a WebAssembly module of functions with these bodies, exported as 0, 1 and so on.
func module(bodies [][]byte) []byte {
	var m []byte
	section := func(id byte, content []byte) {
		m = append(append(append(m, id), appendUnsigned(nil, uint32(len(content)))...), content...)
	}
	m = append(m, 0, 'a', 's', 'm', 1, 0, 0, 0)
	section(1, []byte{1, 0x60, 0, 0})
	section(2, []byte{1, 3, 'e', 'n', 'v', 6, 'm', 'e', 'm', 'o', 'r', 'y', 2, 0, 1})
	functions, exports := []byte{byte(len(bodies))}, []byte{byte(len(bodies))}
	codes := []byte{byte(len(bodies))}
	for i, body := range bodies {
		functions = append(functions, 0)
		exports = append(exports, 1, byte('0'+i), 0, byte(i))
		locals := []byte{3, pointers, 0x7F, vectors, 0x7B, columns, 0x7F}
		codes = appendUnsigned(codes, uint32(len(locals)+len(body)+1))
		codes = append(append(append(codes, locals...), body...), opEnd)
	}
	section(3, functions)
	section(7, exports)
	section(10, codes)
	return m
}
