package link

import (
	"encoding/binary"
	"math"

	"shallows/engine/dataset"
)

// Points of other columns than two, of more classes than two, with values or with names stand in a record as
//
//	their number n, and that of their columns: unsigned varints
//	a byte: 1 where the targets are values, plus 2 where there are names
//	of two columns the ends of the extent along x1 and x2: 4 float64
//	the coordinates: a column each, as in a table
//	the targets: a column of values, or a byte for each class
//	where there are names, those of the columns, of the target, then, of classes, how many have names and these: texts
//
// A text is its length in bytes, an unsigned varint, and its bytes.

// What a byte of a frame says; the values are added.
const (
	holdsValues = 1
	holdsNames  = 2
)

// appendFrame lays out own data.
func appendFrame(b []byte, p dataset.Points) []byte {
	b = binary.AppendUvarint(b, uint64(p.Len()))
	b = binary.AppendUvarint(b, uint64(len(p.X)))
	holds := byte(0)
	if p.Values {
		holds += holdsValues
	}
	if !p.Names.Equal(dataset.Names{}) {
		holds += holdsNames
	}
	b = append(b, holds)
	if len(p.X) == 2 {
		b = appendExtent(b, p.Extent)
	}
	for _, column := range p.X {
		b = appendColumn(b, column)
	}
	if p.Values {
		b = appendColumn(b, p.Y)
	} else {
		for _, y := range p.Y {
			b = append(b, byte(y))
		}
	}
	if holds&holdsNames != 0 {
		b = appendNames(b, p)
	}
	return b
}

func appendNames(b []byte, p dataset.Points) []byte {
	for j := range p.X {
		b = appendText(b, p.Names.Column(j))
	}
	b = appendText(b, p.Names.Target)
	if p.Values {
		return b
	}
	b = binary.AppendUvarint(b, uint64(len(p.Names.Classes)))
	for _, name := range p.Names.Classes {
		b = appendText(b, name)
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// readFrame reads what appendFrame has laid out, and returns what follows.
func readFrame(b []byte) (p dataset.Points, rest []byte, err error) {
	n, b, err := readCount(b)
	if err != nil {
		return p, nil, err
	}
	columns, size := binary.Uvarint(b)
	if size <= 0 || columns == 0 || columns > dataset.MaxColumns || len(b) == size || b[size] > holdsValues+holdsNames {
		return p, nil, errDamaged
	}
	holds, b := b[size], b[size+1:]
	p.X, p.Extent, p.Values = make([][]float64, columns), dataset.Home, holds&holdsValues != 0
	if columns == 2 {
		if p.Extent, b, err = readExtent(b); err != nil {
			return p, nil, err
		}
	}
	for j := range p.X {
		if p.X[j], b, err = readColumn(b, n); err != nil {
			return p, nil, err
		}
	}
	if p.Values {
		p.Y, b, err = readColumn(b, n)
	} else {
		p.Y, b, err = readNumbers(b, n)
	}
	if err == nil && holds&holdsNames != 0 {
		b, err = readNames(b, &p)
	}
	if err != nil || columns == 2 && !p.Extent.Contains(p.Set) || p.IsPlain() {
		return p, nil, errDamaged
	}
	return p, b, nil
}

// readNumbers reads the classes of n points, a byte each, and returns what follows.
func readNumbers(b []byte, n int) (y []float64, rest []byte, err error) {
	if len(b) < n {
		return nil, nil, errDamaged
	}
	for _, class := range b[:n] {
		if class >= dataset.MaxClasses {
			return nil, nil, errDamaged
		}
		y = append(y, float64(class))
	}
	return y, b[n:], nil
}

// readNames reads the names of points and returns what follows. It takes only such as can be shown, see
// [dataset.Names.Valid].
func readNames(b []byte, p *dataset.Points) (rest []byte, err error) {
	names := make([]string, len(p.X)+1)
	if b, err = readTexts(b, names); err != nil {
		return nil, err
	}
	p.Names.Inputs, p.Names.Target = names[:len(p.X)], names[len(p.X)]
	if !p.Values {
		count, size := binary.Uvarint(b)
		if size <= 0 || count > dataset.MaxClasses {
			return nil, errDamaged
		}
		p.Names.Classes = make([]string, count)
		if b, err = readTexts(b[size:], p.Names.Classes); err != nil {
			return nil, err
		}
	}
	clean := p.Names.Clean()
	if clean.Inputs == nil {
		p.Names.Inputs = nil
	}
	if clean.Classes == nil {
		p.Names.Classes = nil
	}
	if !p.Names.Equal(clean) || clean.Equal(dataset.Names{}) {
		return nil, errDamaged
	}
	p.Names = clean
	return b, nil
}

// readTexts fills texts and returns what follows.
func readTexts(b []byte, texts []string) (rest []byte, err error) {
	for i := range texts {
		length, size := binary.Uvarint(b)
		if size <= 0 || length > maxText || length > uint64(len(b)-size) {
			return nil, errDamaged
		}
		texts[i], b = string(b[size:size+int(length)]), b[size+int(length):]
	}
	return b, nil
}

const maxText = 4 * dataset.MaxName // bytes

// appendExtent lays out what shows points of the plane.
func appendExtent(b []byte, e dataset.Extent) []byte {
	for _, end := range []float64{e.X1.Low, e.X1.High, e.X2.Low, e.X2.High} {
		b = binary.BigEndian.AppendUint64(b, math.Float64bits(end))
	}
	return b
}

// readExtent reads what appendExtent has laid out, and returns what follows.
func readExtent(b []byte) (e dataset.Extent, rest []byte, err error) {
	if len(b) < 4*8 {
		return e, nil, errDamaged
	}
	for _, end := range []*float64{&e.X1.Low, &e.X1.High, &e.X2.Low, &e.X2.High} {
		*end, b = math.Float64frombits(binary.BigEndian.Uint64(b)), b[8:]
	}
	if !e.Valid() {
		return e, nil, errDamaged
	}
	return e, b, nil
}
