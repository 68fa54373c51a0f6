package link

import (
	"encoding/binary"
	"math"

	"shallows/engine/dataset"
)

// Points of two columns and two classes that no drawing in [dataset.Home] has stand in a record as
//
//	their number n: unsigned varint
//	the ends of the extent along x1 and x2: 4 float64
//	x1 of all, x2 of all: a column each
//	their classes, as those of drawn points
//
// A column is a byte, the number of decimals d, and each coordinate times 10^d, a signed varint; where some coordinate
// has more decimals, or more digits than are exact, it is the byte 255 and the coordinates as float64, byte by byte like
// those of a state.

const (
	maxDecimals = 22      // 10^22 is the highest power of ten that is exact
	maxDigits   = 1 << 53 // whole numbers up to it are exact
	notDecimal  = 255
)

// appendTable lays out own data.
func appendTable(b []byte, p dataset.Points) []byte {
	b = binary.AppendUvarint(b, uint64(p.Len()))
	b = appendExtent(b, p.Extent)
	for _, column := range p.X {
		b = appendColumn(b, column)
	}
	return appendClasses(b, p.Y)
}

// appendColumn lays out the coordinates along an axis.
func appendColumn(b []byte, x []float64) []byte {
	for d := range maxDecimals + 1 {
		if whole, ok := scaled(x, d); ok {
			b = append(b, byte(d))
			for _, k := range whole {
				b = binary.AppendVarint(b, k)
			}
			return b
		}
	}
	return appendFloats(append(b, notDecimal), x)
}

// scaled returns x times 10^d where that is whole and exact.
func scaled(x []float64, d int) (whole []int64, ok bool) {
	for _, x := range x {
		k := math.Round(x * math.Pow10(d))
		if math.Abs(k) > maxDigits || k/math.Pow10(d) != x {
			return nil, false
		}
		whole = append(whole, int64(k))
	}
	return whole, true
}

// readTable reads what appendTable has laid out, and returns what follows.
func readTable(b []byte) (p dataset.Points, rest []byte, err error) {
	n, b, err := readCount(b)
	if err != nil {
		return p, nil, err
	}
	if p.Extent, b, err = readExtent(b); err != nil {
		return p, nil, err
	}
	p.X = make([][]float64, 2)
	for j := range p.X {
		if p.X[j], b, err = readColumn(b, n); err != nil {
			return p, nil, err
		}
	}
	if p.Y, b, err = readClasses(b, n); err != nil {
		return p, nil, err
	}
	if !p.Extent.Contains(p.Set) {
		return p, nil, errDamaged
	}
	return p, b, nil
}

// readColumn reads n usable coordinates, and returns what follows.
func readColumn(b []byte, n int) (x []float64, rest []byte, err error) {
	if len(b) == 0 {
		return nil, nil, errDamaged
	}
	d, b := int(b[0]), b[1:]
	switch {
	case d == notDecimal && len(b) >= 8*n:
		x, b = readFloats(b[:8*n], n), b[8*n:]
	case d <= maxDecimals:
		for range n {
			k, size := binary.Varint(b)
			if size <= 0 || k < -maxDigits || k > maxDigits {
				return nil, nil, errDamaged
			}
			x, b = append(x, float64(k)/math.Pow10(d)), b[size:]
		}
	default:
		return nil, nil, errDamaged
	}
	for _, x := range x {
		if !dataset.Usable(x) {
			return nil, nil, errDamaged
		}
	}
	return x, b, nil
}
