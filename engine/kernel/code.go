package kernel

import (
	"math"
	"slices"
	"unsafe"
)

// code is the body of a WebAssembly function as it is written. Numbers of the heap are addressed
// directly: Go does not move them.
type code struct {
	bytes     []byte
	constants *constants
	holding   bool
	held      []uint64 // constants that are in locals, see hold
}

// constants are the numbers that code reads from memory.
type constants struct {
	bits  [64]uint64
	count int
}

// address returns where b is.
func (c *constants) address(b uint64) uint32 {
	i := slices.Index(c.bits[:c.count], b)
	if i < 0 {
		i = c.count
		c.bits[i] = b
		c.count++
	}
	return address(&c.bits[i])
}

// Locals of every function: pointers, then vectors, the last of them for what a loop keeps, then pointers to columns.
const (
	pointers = 4
	values   = 32
	vectors  = 2 * values
	columns  = 5
)

// WebAssembly's instructions; those on vectors follow the prefix 0xFD.
const (
	opBlock    = 0x02
	opLoop     = 0x03
	opEnd      = 0x0B
	opBrIf     = 0x0D
	opCall     = 0x10
	opGet      = 0x20
	opSet      = 0x21
	opLoad     = 0x2B // f64
	opStore    = 0x39 // f64
	opConst    = 0x41 // i32
	opEqual    = 0x46 // i32
	opLessThan = 0x49 // i32, unsigned
	opLoadI32  = 0x28
	opShl      = 0x74 // i32
	opAddI32   = 0x6A
	opAddF64   = 0xA0

	vLoad      = 0x00
	vLoadSplat = 0x0A // f64 into both halves
	vStore     = 0x0B
	vShuffle   = 0x0D
	vLane32    = 0x1B
	vLane64    = 0x21 // f64
	vEq        = 0x47
	vLess      = 0x49
	vAnd       = 0x4E
	vAndNot    = 0x4F
	vOr        = 0x50
	vXor       = 0x51
	vLoadLane  = 0x57 // 64 bits into one half
	vStoreLane = 0x5B // 64 bits of one half
	vLoadZero  = 0x5D // 64 bits into the first half
	vShl       = 0xCB
	vShr       = 0xCD
	vAddI64    = 0xCE
	vAbs       = 0xEC
	vNeg       = 0xED
	vSqrt      = 0xEF
	vAdd       = 0xF0
	vSub       = 0xF1
	vMul       = 0xF2
	vDiv       = 0xF3
	vPMin      = 0xF6
	vPMax      = 0xF7
)

func (c *code) byte(b ...byte) { c.bytes = append(c.bytes, b...) }

// unsigned appends a number in LEB128, and so does signed.
func (c *code) unsigned(n uint32) { c.bytes = appendUnsigned(c.bytes, n) }

func appendUnsigned(b []byte, n uint32) []byte {
	for ; n >= 0x80; n >>= 7 {
		b = append(b, byte(n)|0x80)
	}
	return append(b, byte(n))
}

func (c *code) signed(n int32) {
	for ; n < -0x40 || n >= 0x40; n >>= 7 {
		c.byte(byte(n)&0x7F | 0x80)
	}
	c.byte(byte(n) & 0x7F)
}

func (c *code) vector(op uint32) {
	c.byte(0xFD)
	c.unsigned(op)
}

// value is what pushes a vector of two numbers.
type value func(c *code)

func binary(op uint32, x, y value) value {
	return func(c *code) { x(c); y(c); c.vector(op) }
}

func add(x, y value) value { return binary(vAdd, x, y) }
func sub(x, y value) value { return binary(vSub, x, y) }
func mul(x, y value) value { return binary(vMul, x, y) }
func div(x, y value) value { return binary(vDiv, x, y) }

func unary(op uint32, x value) value {
	return func(c *code) { x(c); c.vector(op) }
}

func abs(x value) value  { return unary(vAbs, x) }
func neg(x value) value  { return unary(vNeg, x) }
func sqrt(x value) value { return unary(vSqrt, x) }

// local is a vector that was set.
func local(i int) value {
	return func(c *code) { c.byte(opGet); c.unsigned(uint32(pointers + i)) }
}

// set evaluates x once, into a local.
func (c *code) set(i int, x value) value {
	x(c)
	c.byte(opSet)
	c.unsigned(uint32(pointers + i))
	return local(i)
}

// bits is a constant of both halves, read from memory: V8 would build it from integers.
func bits(b uint64) value {
	return func(c *code) {
		if !c.holding {
			place{-1, c.constants.address(b)}.both()(c)
			return
		}
		i := slices.Index(c.held, b)
		if i < 0 {
			i = len(c.held)
			c.held = append(c.held, b)
		}
		local(values + i)(c)
	}
}

// hold has the constants in body read before it, once, into locals: as many as there are registers stay there in its loops.
func (c *code) hold(body func()) {
	before := c.bytes
	c.bytes, c.holding, c.held = nil, true, nil
	body()
	after := c.bytes
	c.bytes, c.holding = before, false
	for i, b := range c.held {
		c.set(values+i, bits(b))
	}
	c.bytes = append(c.bytes, after...)
}

func number(x float64) value { return bits(math.Float64bits(x)) }

// copysign gives x the sign of y, as math.Copysign of x > 0.
func copysign(x float64, y value) value {
	return binary(vOr, binary(vAnd, y, bits(1<<63)), number(x))
}

// place is an address: a pointer's, or 0, and an offset.
type place struct {
	pointer int // -1 for none
	offset  uint32
}

// at is the place of p.
func at[T any](p *T) place { return place{-1, address(p)} }

func address[T any](p *T) uint32 { return uint32(uintptr(unsafe.Pointer(p))) }

func (p place) plus(offset int) place { return place{p.pointer, p.offset + uint32(offset)} }

func (c *code) zero() { c.byte(opConst, 0) }

func (c *code) push(p place) {
	if p.pointer < 0 {
		c.zero()
		return
	}
	c.byte(opGet)
	c.unsigned(uint32(p.pointer))
}

// pair is the number at p and its neighbour.
func (p place) pair() value {
	return func(c *code) { c.push(p); c.vector(vLoad); c.byte(3); c.unsigned(p.offset) }
}

// both is the number at p, twice.
func (p place) both() value {
	return func(c *code) { c.push(p); c.vector(vLoadSplat); c.byte(3); c.unsigned(p.offset) }
}

// first is the number at p alone, beside 0.
func (p place) first() value {
	return func(c *code) { c.push(p); c.vector(vLoadZero); c.byte(3); c.unsigned(p.offset) }
}

func (c *code) store(p place, x value) {
	c.push(p)
	x(c)
	c.vector(vStore)
	c.byte(3)
	c.unsigned(p.offset)
}

// storeFirst stores the first half of x alone.
func (c *code) storeFirst(p place, x value) {
	c.push(p)
	x(c)
	c.vector(vStoreLane)
	c.byte(3)
	c.unsigned(p.offset)
	c.byte(0)
}

// accumulate adds both halves of x, which is a local, to the number at p.
func (c *code) accumulate(p place, x value) {
	c.push(p)
	c.push(p)
	c.byte(opLoad, 3)
	c.unsigned(p.offset)
	for half := range byte(2) {
		x(c)
		c.vector(vLane64)
		c.byte(half)
	}
	c.byte(opAddF64, opAddF64, opStore, 3)
	c.unsigned(p.offset)
}

// accumulateBoth adds both halves of x to the number at p, and those of y to its neighbour.
func (c *code) accumulateBoth(p place, x, y value) {
	c.store(p, add(p.pair(), add(halves(x, y, 0), halves(x, y, 8))))
}

// halves joins the halves of x and of y that begin at a byte.
func halves(x, y value, first byte) value {
	return func(c *code) {
		x(c)
		y(c)
		c.vector(vShuffle)
		for _, start := range []byte{first, 16 + first} {
			for b := range byte(8) {
				c.byte(start + b)
			}
		}
	}
}

// walk repeats body for count rows. Each pointer begins at the address of its row and goes on by its
// step.
func (c *code) walk(count int, rows []row, body func(p []place)) {
	if count > 1 {
		c.loop(count, rows, body)
		return
	}
	places := make([]place, len(rows))
	for i, r := range rows {
		places[i] = place{-1, r.first}
	}
	body(places)
}

// loop is walk with pointers for a single row too. It leaves them past the last one.
func (c *code) loop(count int, rows []row, body func(p []place)) {
	places := make([]place, len(rows))
	for i, r := range rows {
		places[i] = place{i, 0}
		if r.read {
			c.word(r.first)
		} else {
			c.byte(opConst)
			c.signed(int32(r.first))
		}
		c.byte(opSet, byte(i))
	}
	c.byte(opLoop, 0x40)
	body(places)
	for i, r := range rows {
		c.byte(opGet, byte(i), opConst)
		c.signed(int32(r.step))
		c.byte(opAddI32, opSet, byte(i))
	}
	c.byte(opGet, 0, opConst)
	c.signed(int32(rows[0].first + uint32(count*rows[0].step)))
	c.byte(opLessThan, opBrIf, 0, opEnd)
}

// row is where the first of several rows begins, and how many bytes lie between two.
type row struct {
	first uint32
	step  int
	read  bool // at first is the address of where they begin
}

// word pushes the 32 bits at an address.
func (c *code) word(address uint32) {
	c.zero()
	c.byte(opLoadI32, 2)
	c.unsigned(address)
}

// lookup sets a local to two numbers of a table at base, as many bytes on as the halves of x, which
// is a local, say in their lower 32 bits.
func (c *code) lookup(i int, base uint32, x value) value {
	lane := func(half byte) {
		x(c)
		c.vector(vLane32)
		c.byte(2 * half)
	}
	return c.set(i, func(c *code) {
		lane(1)
		lane(0)
		c.vector(vLoadZero)
		c.byte(3)
		c.unsigned(base)
		c.vector(vLoadLane)
		c.byte(3)
		c.unsigned(base)
		c.byte(1)
	})
}

// shl shifts both halves, as 64 bits.
func shl(x value, count int32) value {
	return func(c *code) { x(c); c.byte(opConst); c.signed(count); c.vector(vShl) }
}

// shr shifts both halves without their sign, as 64 bits.
func shr(x value, count int32) value {
	return func(c *code) { x(c); c.byte(opConst); c.signed(count); c.vector(vShr) }
}
