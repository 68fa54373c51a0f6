package link

import (
	"encoding/binary"

	"shallows/engine/dataset"
)

// Points stand in a record as
//
//	their number n: unsigned varint
//	x1 of all, x2 of all, as [dataset.Steps]: 3 bytes, the highest of all first, then the middle ones, then the lowest
//	their classes: n bits, the lowest of each byte first

// appendPoints lays out own data.
func appendPoints(b []byte, s dataset.Set) []byte {
	b = binary.AppendUvarint(b, uint64(s.Len()))
	for _, shift := range []int{16, 8, 0} {
		for _, coordinates := range [][]float64{s.X1, s.X2} {
			for _, x := range coordinates {
				b = append(b, byte(dataset.Steps(x)>>shift))
			}
		}
	}
	classes := make([]byte, (s.Len()+7)/8)
	for i, y := range s.Y {
		if y == 1 {
			classes[i/8] |= 1 << (i % 8)
		}
	}
	return append(b, classes...)
}

// readPoints reads what appendPoints has laid out, and returns what follows.
func readPoints(b []byte) (s dataset.Set, rest []byte, err error) {
	count, size := binary.Uvarint(b)
	if size <= 0 || count == 0 || count > dataset.MaxOwn {
		return s, nil, errDamaged
	}
	n := int(count)
	b = b[size:]
	if len(b) < 6*n+(n+7)/8 {
		return s, nil, errDamaged
	}
	for i := range 2 * n {
		steps := int(b[i])<<16 | int(b[2*n+i])<<8 | int(b[4*n+i])
		if steps > dataset.MaxSteps {
			return s, nil, errDamaged
		}
		coordinates := &s.X1
		if i >= n {
			coordinates = &s.X2
		}
		*coordinates = append(*coordinates, dataset.Place(steps))
	}
	b = b[6*n:]
	for i := range n {
		s.Y = append(s.Y, float64(b[i/8]>>(i%8)&1))
	}
	return s, b[(n+7)/8:], nil
}
