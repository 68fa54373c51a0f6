package trim

import (
	"encoding/binary"
	"slices"
)

// Of a function by Go's convention, https://go.dev/src/cmd/internal/obj/wasm/wasmobj.go:
// local 0 says at which of its places it is to go on, local 1 is the stack
// pointer, a copy of global 0.
const (
	resumeLocal   = 0
	stackLocal    = 1
	stackGlobal   = 0
	firstFunction = 0x1000 // the number of the first function in program counters
	placesBits    = 16     // of a program counter; the bits above are the function
)

// shortenCode writes each function of Go's convention shorter. What it computes stays as it is.
func shortenCode(content []byte) ([]byte, error) {
	r := reader{content}
	count, err := r.unsigned()
	if err != nil {
		return nil, err
	}
	short := binary.AppendUvarint(nil, count)
	for i := range count {
		content, err := r.sized()
		if err != nil {
			return nil, err
		}
		f, err := readFunction(content)
		if err != nil {
			return nil, err
		}
		if f.conventional() {
			content = f.shorten(int64(firstFunction+i) << placesBits).write()
		}
		short = appendSized(short, content)
	}
	return short, nil
}

// conventional tells whether the function follows Go's convention, as all do
// but a few of the runtime's that are written in assembly.
func (f function) conventional() bool {
	return len(f.code) >= 4 && f.code[0].is(opGetGlobal, stackGlobal) && f.code[1].is(opSet, stackLocal)
}

// shorten returns the function, of which entry is the program counter, in its
// shorter form. It has one more local, the entry, in the place of the first,
// which moves the others by one.
func (f function) shorten(entry int64) function {
	const entryLocal, stackLocal = stackLocal, stackLocal + 1
	s := shortener{open: []int{0}, stack: stackLocal, entryLocal: entryLocal, entry: entry}
	s.findUnwind(f.code)
	s.findPlaces(f.code)
	s.code = []instruction{with(opI64Const, entry), with(opSet, entryLocal)}
	for _, i := range f.code {
		if (i.op == opGet || i.op == opSet || i.op == opTee) && i.number() != resumeLocal {
			i = with(i.op, i.number()+1)
		}
		s.add(i)
	}
	return function{f.groups + 1, append([]byte{1, typeI64}, f.locals...), s.code}
}

// shortener is a function on the way to its shorter form.
type shortener struct {
	code []instruction // so far
	open []int         // the blocks around what comes next

	stack, entryLocal int64 // locals
	entry             int64

	unwind int   // the block whose end returns 1, 0 for none
	loop   int   // the block at whose start a function finds the place to go on, 0 for none
	places []int // of each place, the block after whose end it is
}

// findUnwind finds the block whose end returns 1: the goroutine waits, and all
// calls return for the time being.
func (s *shortener) findUnwind(code []instruction) {
	if n := len(code); code[2].op == opBlock && code[n-3].op == opEnd && code[n-3].block == code[2].block && code[n-2].is(opI32Const, 1) {
		s.unwind = code[2].block
	}
}

// findPlaces finds where a function goes on: in a loop, a block for each
// place, the innermost for the first, and in it a branch by local 0.
func (s *shortener) findPlaces(code []instruction) {
	at := slices.IndexFunc(code, func(i instruction) bool { return i.op == opBrTable })
	if at < 1 || !code[at-1].is(opGet, resumeLocal) {
		return
	}
	var blocks []int // from the innermost on
	start := at - 2
	for ; code[start].op == opBlock; start-- {
		blocks = append(blocks, code[start].block)
	}
	if code[start].op != opLoop {
		return
	}
	for i, instruction := range code {
		// Only the branch may read what a jump has written.
		if instruction.is(opGet, resumeLocal) && i != at-1 && !(code[i-1].is(opI32Const, 0) && code[i-2].is(opSet, resumeLocal)) {
			return
		}
	}
	r := reader{code[at].rest}
	last, _ := r.unsigned()
	for range last + 1 {
		place, _ := r.unsigned()
		if place >= uint64(len(blocks)) {
			return
		}
		s.places = append(s.places, blocks[place])
	}
	s.loop = code[start].block
}

// add writes an instruction, and what it ends shorter.
func (s *shortener) add(i instruction) {
	switch i.op {
	case opBlock, opLoop, opIf:
		s.open = append(s.open, i.block)
	case opEnd:
		s.open = s.open[:len(s.open)-1]
	}
	switch {
	case i.op == opBrIf && i.block == s.unwind && s.unwind != 0:
		// After each call. The distance of the branch differs each time, the same four instructions do not.
		const after = -1 // no branch leads there
		s.code = append(s.code, instruction{opIf, after, []byte{noResult}}, with(opI32Const, 1), instruction{op: opReturn}, instruction{op: opEnd, block: after})
	case i.op == opI64Const && i.number()-s.entry >= 0 && i.number()-s.entry < 1<<placesBits:
		// Before each call, five bytes that differ.
		s.code = append(s.code, with(opGet, s.entryLocal), with(opI64Const, i.number()-s.entry), instruction{op: opI64Add})
	default:
		s.code = append(s.code, i)
		s.shortenJump()
		s.shortenAddress()
	}
}

// last returns the n-th instruction from the end of what is written.
func (s *shortener) last(n int) instruction {
	if n > len(s.code) {
		return instruction{op: opNop}
	}
	return s.code[len(s.code)-n]
}

// replace writes other instructions in the place of the last n.
func (s *shortener) replace(n int, by ...instruction) {
	s.code = append(s.code[:len(s.code)-n], by...)
}

// shortenJump leads a jump to a later place there at once, not by the loop's
// start, and makes one branch of an if that holds nothing else.
func (s *shortener) shortenJump() {
	switch i := s.last(1); {
	case i.op == opBr && i.block == s.loop && s.loop != 0 && s.last(2).is(opSet, resumeLocal) && s.last(3).op == opI32Const:
		place := s.last(3).number()
		if place >= 0 && place < int64(len(s.places)) && slices.Contains(s.open, s.places[place]) {
			s.replace(3, instruction{op: opBr, block: s.places[place]})
		}
	case i.op == opEnd && s.last(2).op == opBr && s.last(2).block != i.block && s.last(3).op == opIf && s.last(3).block == i.block:
		s.replace(3, instruction{op: opBrIf, block: s.last(2).block})
	}
}

// shortenAddress computes an address in the stack's frame in 32 bits, and within
// the reading or writing where that comes next. A frame ends before memory
// does, so no sum exceeds 32 bits.
func (s *shortener) shortenAddress() {
	i := s.last(1)
	isSum := func(n int) bool { // with the stack pointer, its last instruction the n-th
		return s.last(n).op == opI32Add && s.last(n+1).op == opI32Const && s.last(n+1).number() >= 0 && s.last(n+2).is(opGet, s.stack)
	}
	switch {
	case i.op == opI32Wrap && s.last(2).op == opI64Add && s.last(3).op == opI64Const && s.last(4).op == opI64Extend:
		s.replace(4, with(opI32Const, int64(int32(s.last(3).number()))), instruction{op: opI32Add})
	case i.op == opI32Wrap && s.last(2).op == opI64Extend:
		s.replace(2)
	case i.op >= opI32Load && i.op < opI32Store && isSum(2):
		s.replace(4, with(opGet, s.stack), i.further(s.last(3).number()))
	case i.op >= opI32Store && i.op <= opI64Store32 && slices.Contains([]byte{opGet, opI32Const, opI64Const, opF64Const}, s.last(2).op) && isSum(3):
		s.replace(5, with(opGet, s.stack), s.last(2), i.further(s.last(4).number()))
	}
}

// further returns an instruction that reads or writes memory by more bytes after its address.
func (i instruction) further(by int64) instruction {
	r := reader{i.rest}
	alignment, _ := r.unsigned()
	offset, _ := r.unsigned()
	return instruction{op: i.op, rest: binary.AppendUvarint(binary.AppendUvarint(nil, alignment), offset+uint64(by))}
}
