package scene

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Samples holds every unit's tone at the nodes of a square grid, which are the middles of equal
// cells of the plane, for networks too large for the shader. It is an image of one tile a unit, the
// tiles row by row, a node a pixel, its tone as [putTone] writes it. Of a softmax a tile holds z / (1 + |z|), with z less the
// mean of all its units.
type Samples struct {
	Pixels        []byte // Width x Height, 4 bytes a pixel
	Width, Height int
	Version       uint64 // grows whenever the pixels change

	side, across int // nodes on a tile's side, tiles in a row
	tones        tones
	levels       []float64      // of each unit
	rest         blas64.General // of a softmax, see centred
	column       []float64      // of its z
	network      *nn.Network
	taken        uint64 // version of the session
}

// sampleBudget bounds the multiplications of one evaluation, so that it fits in a frame.
const sampleBudget = 4 << 20

// mostNodes bounds the nodes on a tile's side: a small network needs no more, as they are interpolated.
const mostNodes = 160

// newSamples makes room for the samples of n.
func newSamples(n *nn.Network) *Samples {
	units := 0
	for _, size := range n.Sizes {
		units += size
	}
	s := &Samples{}
	s.side = min(mostNodes, max(40, int(math.Sqrt(float64(sampleBudget/n.ParameterCount())))))
	s.across = int(math.Ceil(math.Sqrt(float64(units))))
	s.Width, s.Height = s.across*s.side, (units+s.across-1)/s.across*s.side
	s.Pixels = make([]byte, 4*s.Width*s.Height)
	return s
}

// take evaluates the run's network at every node, unless the samples are of its present version.
func (s *Samples) take(run *session.Session) {
	n := run.Network()
	if s.network == n && s.taken == run.Version() {
		return
	}
	s.network, s.taken = n, run.Version()
	s.Version++
	s.tones, _ = tonesOf(run, s.tones)
	unit, field := 0, run.Field(s.side)
	s.levels = s.levels[:0]
	for l, A := range field.A {
		classes := l > 0 && n.Activation(l) == nn.Softmax
		if classes {
			A = s.centred(field.Z[l])
		}
		for i := range A.Rows {
			tile, reach := s.Pixels[4*s.side*(unit/s.across*s.Width+unit%s.across):], 0.0
			for node, v := range A.Data[i*A.Stride : i*A.Stride+A.Cols] {
				tone := v / (1 + math.Abs(v))
				if !classes {
					tone = s.tones.in(field, n.Architecture, l, i, node)
				}
				reach = max(reach, math.Abs(tone))
				putTone(tile[4*(node/s.side*s.Width+node%s.side):], tone)
			}
			s.levels = append(s.levels, levelOf(reach, n.Architecture, l))
			unit++
		}
	}
}

// centred returns Z less the mean of each column, which a softmax is the same of: what is left of z tells the classes apart.
// It is valid until the next one.
func (s *Samples) centred(Z blas64.General) blas64.General {
	if s.rest.Rows != Z.Rows || s.rest.Cols != Z.Cols {
		s.rest = blas64.General{Rows: Z.Rows, Cols: Z.Cols, Stride: Z.Cols, Data: make([]float64, Z.Rows*Z.Cols)}
		s.column = make([]float64, Z.Rows)
	}
	c, z := s.rest, s.column
	for i := range Z.Cols {
		mean := 0.0
		for k, v := range columnOf(z, Z, i) {
			z[k] = bounded(v)
			mean += z[k] / float64(len(z))
		}
		for k, v := range z {
			c.Data[k*c.Stride+i] = v - mean
		}
	}
	return c
}

// putTone writes a tone in [-1, 1] as a pixel: in red its sign and 7 bits of its exponent, in green and blue 16 bits after the
// point. The field of a deep network is so flat at first that numbers at even distances would give its line steps.
func putTone(pixel []byte, tone float64) {
	v := math.Float32bits(float32(max(-1, min(1, tone)))) + 1<<6 // rounded to what is left of it
	pixel[0], pixel[1], pixel[2], pixel[3] = byte(v>>31<<7|v>>23&127), byte(v>>15), byte(v>>7), 255
}
