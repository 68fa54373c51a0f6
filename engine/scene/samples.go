package scene

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// samples is every unit's tone on a grid of side x side nodes that spans the plane, evaluated on
// the CPU, for networks that are too large for the shader.
type samples struct {
	side   int
	inputs blas64.General
	trace  *nn.Trace
	pixels []byte
}

// sampleBudget bounds the multiplications of one evaluation, so that it stays within a frame.
const sampleBudget = 8 << 20

// newSamples makes room for the samples of n, whose inputs are the given features.
func newSamples(n *nn.Network, features []dataset.Feature) *samples {
	side := min(96, max(40, int(math.Sqrt(float64(sampleBudget/n.ParameterCount())))))
	var grid dataset.Set
	for i := range side {
		for j := range side {
			grid.X1 = append(grid.X1, Reach*(2*float64(j)/float64(side-1)-1))
			grid.X2 = append(grid.X2, Reach*(1-2*float64(i)/float64(side-1)))
		}
	}
	return &samples{side: side, inputs: grid.Inputs(features), trace: n.NewTrace(side * side)}
}

// tiles is how many units there are and how many tiles are in a row of the image.
func (s *samples) tiles() (units, across int) {
	for _, a := range s.trace.A[1:] {
		units += a.Rows
	}
	units += s.inputs.Rows
	return units, int(math.Ceil(math.Sqrt(float64(units))))
}

// evaluate writes the tones of every unit of n as an image of w x h pixels of 4 bytes: one tile a
// unit, tiles row by row, a tone as 24 bits in red, green and blue.
func (s *samples) evaluate(n *nn.Network, features []dataset.Feature) (pixels []byte, w, h int) {
	units, across := s.tiles()
	w, h = across*s.side, (units+across-1)/across*s.side
	if len(s.pixels) != 4*w*h {
		s.pixels = make([]byte, 4*w*h)
	}
	n.Forward(s.inputs, s.trace)
	unit := 0
	for l, a := range s.trace.A {
		for i := range a.Rows {
			tile := s.pixels[4*s.side*(unit/across*w+unit%across):]
			for node, v := range a.Data[i*a.Stride : i*a.Stride+a.Cols] {
				tone := 0.0
				if l == 0 {
					tone = inputTone(v, features[i])
				} else {
					tone = unitTone(v, n.Architecture, l)
				}
				putTone(tile[4*(node/s.side*w+node%s.side):], tone)
			}
			unit++
		}
	}
	return s.pixels, w, h
}

// putTone writes a tone in [-1, 1] as a pixel.
func putTone(pixel []byte, tone float64) {
	v := uint32((max(-1, min(1, tone))+1)*(1<<24-1)/2 + 0.5)
	pixel[0], pixel[1], pixel[2], pixel[3] = byte(v>>16), byte(v>>8), byte(v), 255
}
