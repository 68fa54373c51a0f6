package trim

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Operations that are read or written here, by
// https://webassembly.github.io/spec/core/binary/instructions.html.
const (
	opUnreachable = 0x00
	opNop         = 0x01
	opBlock       = 0x02
	opLoop        = 0x03
	opIf          = 0x04
	opElse        = 0x05
	opEnd         = 0x0b
	opBr          = 0x0c
	opBrIf        = 0x0d
	opBrTable     = 0x0e
	opReturn      = 0x0f
	opCall        = 0x10
	opCallTable   = 0x11
	opDrop        = 0x1a
	opSelect      = 0x1b
	opGet         = 0x20 // of a local
	opSet         = 0x21
	opTee         = 0x22
	opGetGlobal   = 0x23
	opSetGlobal   = 0x24
	opI32Load     = 0x28 // the first of those that read memory
	opI32Store    = 0x36 // and of those that write it
	opI64Store32  = 0x3e // and the last
	opMemorySize  = 0x3f
	opMemoryGrow  = 0x40
	opI32Const    = 0x41
	opI64Const    = 0x42
	opF32Const    = 0x43
	opF64Const    = 0x44
	opI32Eqz      = 0x45 // the first that takes its operands from the stack alone
	opI32Add      = 0x6a
	opI64Add      = 0x7c
	opI32Wrap     = 0xa7 // of 64 bits
	opI64Extend   = 0xad // of 32 bits, unsigned
	opI64Extend32 = 0xc4 // the last from the stack alone
	opMore        = 0xfc // conversions by 0 to 7, copies and fills of memory by 10 and 11

	noResult = 0x40 // of a block
	typeI64  = 0x7e
)

// instruction is an operation and what follows it. A block, its end and the
// branches to it have its number instead of their distance.
type instruction struct {
	op    byte
	block int
	rest  []byte
}

// with returns an instruction of an operation that one number follows.
func with(op byte, number int64) instruction {
	if op == opI32Const || op == opI64Const {
		return instruction{op: op, rest: appendSigned(nil, number)}
	}
	return instruction{op: op, rest: binary.AppendUvarint(nil, uint64(number))}
}

// number returns the first number that follows the operation.
func (i instruction) number() int64 {
	r := reader{i.rest}
	if i.op == opI32Const || i.op == opI64Const {
		n, _ := r.signed()
		return n
	}
	n, _ := r.unsigned()
	return int64(n)
}

// is tells whether the instruction is of an operation with a number.
func (i instruction) is(op byte, number int64) bool {
	return i.op == op && i.number() == number
}

// function is a function of the code section, taken apart. Block 0 is the function.
type function struct {
	groups uint64 // of locals: how many of which type
	locals []byte
	code   []instruction
}

func readFunction(content []byte) (function, error) {
	r := reader{content}
	var f function
	var err error
	if f.groups, err = r.unsigned(); err != nil {
		return f, err
	}
	groups := r.rest
	for range f.groups {
		if err := r.skip(1); err != nil {
			return f, err
		}
		if _, err := r.take(1); err != nil {
			return f, err
		}
	}
	f.locals = groups[:len(groups)-len(r.rest)]
	blocks := 1
	for open := []int{0}; len(open) > 0; {
		op, err := r.take(1)
		if err != nil {
			return f, err
		}
		i := instruction{op: op[0]}
		switch i.op {
		case opBlock, opLoop, opIf:
			i.block = blocks
			open = append(open, blocks)
			blocks++
		case opEnd:
			i.block = open[len(open)-1]
			open = open[:len(open)-1]
		case opBr, opBrIf:
			distance, err := r.unsigned()
			if err != nil || distance >= uint64(len(open)) {
				return f, errors.New("a branch to no block")
			}
			i.block = open[len(open)-1-int(distance)]
		}
		rest := r.rest
		if err := r.skipOperands(i.op); err != nil {
			return f, err
		}
		i.rest = rest[:len(rest)-len(r.rest)]
		f.code = append(f.code, i)
	}
	if len(r.rest) > 0 {
		return f, errors.New("code after the end of a function")
	}
	return f, nil
}

// skipOperands reads what follows an operation, but for the distance of a branch.
func (r *reader) skipOperands(op byte) error {
	switch {
	case op == opI32Const || op == opI64Const:
		_, err := r.signed()
		return err
	case op == opF32Const || op == opF64Const:
		_, err := r.take(4 << (op - opF32Const))
		return err
	case op == opBrTable:
		n, err := r.unsigned()
		if err != nil {
			return err
		}
		return r.skip(n + 1)
	case op == opMore:
		n, err := r.unsigned()
		switch {
		case err != nil || n < 8:
			return err
		case n == 10 || n == 11: // copies and fills
			return r.skip(12 - n)
		}
		return fmt.Errorf("unknown operation %#x %d", op, n)
	case op == opBlock || op == opLoop || op == opIf || op == opCall || op >= opGet && op <= opSetGlobal || op == opMemorySize || op == opMemoryGrow:
		return r.skip(1)
	case op == opCallTable || op >= opI32Load && op <= opI64Store32:
		return r.skip(2)
	case slices.Contains([]byte{opUnreachable, opNop, opElse, opEnd, opBr, opBrIf, opReturn, opDrop, opSelect}, op) || op >= opI32Eqz && op <= opI64Extend32:
		return nil
	}
	return fmt.Errorf("unknown operation %#x", op)
}

func (f function) write() []byte {
	content := append(binary.AppendUvarint(nil, f.groups), f.locals...)
	open := []int{0}
	for _, i := range f.code {
		content = append(content, i.op)
		switch i.op {
		case opBlock, opLoop, opIf:
			open = append(open, i.block)
		case opEnd:
			open = open[:len(open)-1]
		case opBr, opBrIf:
			content = binary.AppendUvarint(content, uint64(len(open)-1-slices.Index(open, i.block)))
		}
		content = append(content, i.rest...)
	}
	return content
}
