package kernel

import "gonum.org/v1/gonum/blas/blas64"

// Batch holds the examples of one update, in tiles. The last tile is filled up with copies of an
// example, which do not count: they are finite wherever that example is.
type Batch struct {
	x        []tile // the inputs of the first tile, of the second and so on
	y        []tile
	inputs   int
	examples int
}

// NewBatch returns a batch with room for size examples of so many inputs.
func NewBatch(inputs, size int) *Batch {
	tiles := (size + width - 1) / width
	return &Batch{x: make([]tile, tiles*inputs), y: make([]tile, tiles), inputs: inputs}
}

// Take makes b the chosen columns of X and Y, at least one and at most as many as b has room for.
func (b *Batch) Take(X blas64.General, Y []float64, chosen []int) {
	b.examples = len(chosen)
	tiles := (len(chosen) + width - 1) / width
	b.y, b.x = b.y[:tiles], b.x[:tiles*b.inputs]
	last := chosen[len(chosen)-1]
	for i := range b.y {
		var columns [width]int
		for e := copy(columns[:], chosen[i*width:]); e < width; e++ {
			columns[e] = last
		}
		gather(&b.y[i], Y, &columns)
		x := b.tile(i)
		for f := range x {
			gather(&x[f], X.Data[f*X.Stride:f*X.Stride+X.Cols], &columns)
		}
	}
}

// tile returns the inputs of one tile.
func (b *Batch) tile(i int) []tile { return b.x[i*b.inputs : (i+1)*b.inputs] }
