package link

import (
	"encoding/binary"

	"shallows/engine/dataset"
)

// Points that are drawn, see [dataset.Points.Drawn], stand in a record as
//
//	their number n: unsigned varint
//	x1 of all, x2 of all, as [dataset.Steps]: 3 bytes, the highest of all first, then the middle ones, then the lowest
//	their classes: n bits, the lowest of each byte first

// appendPoints lays out own data.
func appendPoints(b []byte, p dataset.Points) []byte {
	b = binary.AppendUvarint(b, uint64(p.Len()))
	for _, shift := range []int{16, 8, 0} {
		for _, coordinates := range p.X {
			for _, x := range coordinates {
				b = append(b, byte(dataset.Steps(x)>>shift))
			}
		}
	}
	return appendClasses(b, p.Y)
}

// readPoints reads what appendPoints has laid out, and returns what follows.
func readPoints(b []byte) (p dataset.Points, rest []byte, err error) {
	n, b, err := readCount(b)
	if err != nil || len(b) < 6*n {
		return p, nil, errDamaged
	}
	p.X, p.Extent = make([][]float64, 2), dataset.Home
	for i := range 2 * n {
		steps := int(b[i])<<16 | int(b[2*n+i])<<8 | int(b[4*n+i])
		if steps > dataset.MaxSteps {
			return p, nil, errDamaged
		}
		p.X[i/n] = append(p.X[i/n], dataset.Place(steps))
	}
	p.Y, rest, err = readClasses(b[6*n:], n)
	return p, rest, err
}

// readCount reads how many points there are, and returns what follows.
func readCount(b []byte) (n int, rest []byte, err error) {
	count, size := binary.Uvarint(b)
	if size <= 0 || count == 0 || count > dataset.MaxOwn {
		return 0, nil, errDamaged
	}
	return int(count), b[size:], nil
}

// appendClasses lays out classes.
func appendClasses(b []byte, y []float64) []byte {
	classes := make([]byte, (len(y)+7)/8)
	for i, y := range y {
		if y == 1 {
			classes[i/8] |= 1 << (i % 8)
		}
	}
	return append(b, classes...)
}

// readClasses reads the classes of n points, and returns what follows.
func readClasses(b []byte, n int) (y []float64, rest []byte, err error) {
	if len(b) < (n+7)/8 {
		return nil, nil, errDamaged
	}
	for i := range n {
		y = append(y, float64(b[i/8]>>(i%8)&1))
	}
	return y, b[(n+7)/8:], nil
}
