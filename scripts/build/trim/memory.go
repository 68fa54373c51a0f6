package trim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

const (
	// maxMemory bounds what a broken module makes us allocate.
	maxMemory = 1 << 28
	// gap is the run of zeros that is left out between two pieces. Shorter ones cost a
	// host that compresses less than another piece does.
	gap = 4096
)

// readMemory returns memory as the pieces of a data section fill it.
func readMemory(data []byte) ([]byte, error) {
	r := reader{data}
	count, err := r.unsigned()
	if err != nil {
		return nil, err
	}
	var memory []byte
	for range count {
		if before, err := r.take(2); err != nil {
			return nil, err
		} else if before[0] != 0 || before[1] != opI32Const {
			return nil, errors.New("a piece of data whose place is no constant")
		}
		offset, err := r.signed()
		if err != nil {
			return nil, err
		}
		if after, err := r.take(1); err != nil {
			return nil, err
		} else if after[0] != opEnd {
			return nil, errors.New("a piece of data whose place is computed")
		}
		content, err := r.sized()
		if err != nil {
			return nil, err
		}
		to := offset + int64(len(content))
		if offset < 0 || to > maxMemory {
			return nil, fmt.Errorf("a piece of data from %d to %d", offset, to)
		}
		if more := int(to) - len(memory); more > 0 {
			memory = append(memory, make([]byte, more)...)
		}
		copy(memory[offset:], content)
	}
	if len(r.rest) > 0 {
		return nil, errors.New("more data than pieces")
	}
	return memory, nil
}

// writeMemory returns the data section that fills memory, in pieces between which long runs of zeros are left out.
func writeMemory(memory []byte) []byte {
	var pieces []byte
	count := uint64(0)
	for at := 0; ; {
		at += zeros(memory[at:])
		if at == len(memory) {
			break
		}
		to := at
		for to < len(memory) {
			run := zeros(memory[to:])
			if run >= gap || to+run == len(memory) {
				break
			}
			to += run
			to += nonzeros(memory[to:])
		}
		pieces = append(pieces, 0, opI32Const)
		pieces = appendSigned(pieces, int64(at))
		pieces = append(pieces, opEnd)
		pieces = appendSized(pieces, memory[at:to])
		count++
		at = to
	}
	return append(binary.AppendUvarint(nil, count), pieces...)
}

// zeros returns how many zeros b begins with.
func zeros(b []byte) int {
	return len(b) - len(bytes.TrimLeft(b, "\x00"))
}

// nonzeros returns how many bytes come before the first zero of b.
func nonzeros(b []byte) int {
	if n := bytes.IndexByte(b, 0); n >= 0 {
		return n
	}
	return len(b)
}

// appendSigned writes a number as signed LEB128.
func appendSigned(to []byte, value int64) []byte {
	for value < -0x40 || value >= 0x40 {
		to = append(to, byte(value)|0x80)
		value >>= 7
	}
	return append(to, byte(value)&0x7f)
}
