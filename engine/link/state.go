package link

import (
	"encoding/binary"
	"math"

	"shallows/engine/session"
)

// A state ends a record. It is
//
//	step, epoch, examples used, optimizer's updates: unsigned varints
//	the parameters, as many of the optimizer's v, as many of its s: float64
//
// These numbers are stored byte by byte, the sign bytes of all of them first: alike, those deflate well.

// maxCount bounds the counts to those that JavaScript tells apart.
const maxCount = 1 << 53

// appendState lays out s.
func appendState(b []byte, s session.State) []byte {
	for _, count := range []int{s.Step, s.Epoch, s.Used, s.Updates} {
		b = binary.AppendUvarint(b, uint64(count))
	}
	return appendFloats(b, s.Parameters, s.V, s.S)
}

// appendFloats lays out numbers byte by byte.
func appendFloats(b []byte, lists ...[]float64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		for _, values := range lists {
			for _, v := range values {
				b = append(b, byte(math.Float64bits(v)>>shift))
			}
		}
	}
	return b
}

// readFloats reads n numbers, which b holds and nothing else.
func readFloats(b []byte, n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		var bits uint64
		for k := range 8 {
			bits = bits<<8 | uint64(b[k*n+i])
		}
		values[i] = math.Float64frombits(bits)
	}
	return values
}

// readState reads what appendState has laid out.
func readState(b []byte) (s session.State, err error) {
	for _, count := range []*int{&s.Step, &s.Epoch, &s.Used, &s.Updates} {
		v, size := binary.Uvarint(b)
		if size <= 0 || v > maxCount {
			return s, errDamaged
		}
		*count, b = int(v), b[size:]
	}
	n := len(b) / 3 / 8
	if len(b) != n*3*8 {
		return s, errDamaged
	}
	values := readFloats(b, 3*n)
	s.Parameters, s.V, s.S = values[:n:n], values[n:2*n:2*n], values[2*n:]
	return s, nil
}
