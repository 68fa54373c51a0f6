package scene

import (
	"math"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// rasterBudget bounds the multiplications for a raster's nodes; beyond it there are fewer nodes than pixels.
const rasterBudget = 96 << 20

// Raster is the field of a quad in pixels, painted as Shader does but without a graphics card. Its
// corners are square.
type Raster struct {
	Pixels        []byte // Width x Height from the upper left, red, green, blue and opacity
	Width, Height int
}

// Rasters paints the fields of quads of s.
func (s *Stage) Rasters(quads []Quad) []Raster {
	rasters := make([]Raster, len(quads))
	for i, q := range quads {
		if rasters[i].Pixels != nil {
			continue
		}
		// Quads of one size share the forward passes.
		var alike []int
		for j := i; j < len(quads); j++ {
			if quads[j].Rect.W == q.Rect.W && quads[j].Rect.H == q.Rect.H {
				alike = append(alike, j)
			}
		}
		width, height := int(math.Round(q.Rect.W)), int(math.Round(q.Rect.H))
		for k, nodes := range s.sample(quads, alike, width, height) {
			line := quads[alike[k]].Line
			rasters[alike[k]] = Raster{s.paint(nodes, width, height, line), width, height}
		}
	}
	return rasters
}

// nodes holds a unit's tone, and a number that is 0 on its line, at evenly spaced places of the plane; of a unit of a softmax,
// or of all, the z of each class in place of both.
type nodes struct {
	across, down int
	tone, line   []float32
	classes      [][]float32
	unit         int // of the softmax, or whole
}

// sample evaluates the units of the chosen quads at the middles of a raster's pixels, or of fewer
// cells where the network is large.
func (s *Stage) sample(quads []Quad, chosen []int, width, height int) []nodes {
	n, shown := s.session.Network(), s.session.Extent()
	by, _ := tonesOf(s.session, tones{})
	density := math.Sqrt(float64(rasterBudget) / float64(n.ParameterCount()*max(1, width*height)))
	across := max(2, int(float64(width)*min(1, density)))
	down := max(2, int(float64(height)*min(1, density)))

	fields := make([]nodes, len(chosen))
	for k := range fields {
		fields[k] = nodes{across: across, down: down, tone: make([]float32, across*down), line: make([]float32, across*down)}
		if layer, unit := s.layerOf(quads[chosen[k]].Unit); layer == n.Layers() && n.Output == nn.Softmax {
			fields[k].unit = unit
			for range n.Sizes[layer] {
				fields[k].classes = append(fields[k].classes, make([]float32, across*down))
			}
		}
	}
	row := dataset.Set{X: [][]float64{make([]float64, across), make([]float64, across)}}
	for j := range row.X[0] {
		row.X[0][j], _ = shown.At(dataset.Reach*(float64(2*j+1)/float64(across)-1), 0)
	}
	trace := n.NewTrace(across)
	for i := range down {
		for j := range row.X[1] {
			_, row.X[1][j] = shown.At(0, dataset.Reach*(1-float64(2*i+1)/float64(down)))
		}
		n.Forward(s.session.InputsOf(s.session.Points(row.X[0], row.X[1])), trace)
		for k, q := range chosen {
			layer, unit := s.layerOf(quads[q].Unit)
			if fields[k].classes != nil {
				Z := trace.Z[layer]
				for class, values := range fields[k].classes {
					for j, z := range Z.Data[class*Z.Stride : class*Z.Stride+across] {
						values[i*across+j] = float32(bounded(z))
					}
				}
				continue
			}
			for j := range across {
				at := i*across + j
				fields[k].tone[at] = float32(max(-1, min(1, quads[q].Gain*by.in(trace, n.Architecture, layer, unit, j))))
				if layer > 0 {
					fields[k].line[at] = float32(bounded(trace.Z[layer].Data[unit*trace.Z[layer].Stride+j]))
				}
			}
		}
	}
	return fields
}

// layerOf is the layer of a quad's unit and its place there, both from 0; of what comes after the last unit, the output as
// a whole.
func (s *Stage) layerOf(unit int) (layer, place int) {
	sizes := s.session.Network().Sizes
	for layer < len(sizes) && unit >= sizes[layer] {
		unit -= sizes[layer]
		layer++
	}
	if layer == len(sizes) {
		return layer - 1, whole
	}
	return layer, unit
}

// paint colours a raster, with the line as opaque as given where it is.
func (s *Stage) paint(n nodes, width, height int, line float64) []byte {
	pixels := make([]byte, 0, 4*width*height)
	ink := s.theme.Ink
	if n.classes != nil {
		n.resolve(width, height)
	}
	for y := range height {
		for x := range width {
			c := s.theme.Ramp(n.at(n.tone, x, y, width, height), s.view.Discretise)
			if line > 0 {
				here := n.at(n.line, x, y, width, height)
				steep := math.Hypot(
					n.steepest(here, x-1, y, x+1, y, width, height),
					n.steepest(here, x, y-1, x, y+1, width, height))
				if steep > 1e-20 {
					cover := max(0, min(1, 0.5*lineWidth*s.slots.Scale+0.5-math.Abs(here)/steep))
					c = Mix(c, ink, float32(cover*line)*ink.A)
				}
			}
			pixels = append(pixels, eightBits(c.R), eightBits(c.G), eightBits(c.B), 255)
		}
	}
	return pixels
}

// resolve turns the z of a softmax into tone and line, at the pixels of a raster.
func (n *nodes) resolve(width, height int) {
	tone, line := make([]float32, width*height), make([]float32, width*height)
	z := make([]float64, len(n.classes))
	for y := range height {
		for x := range width {
			for k, values := range n.classes {
				z[k] = n.at(values, x, y, width, height)
			}
			l := softmaxLook(z, n.unit)
			tone[y*width+x], line[y*width+x] = float32(l.tone), float32(l.line)
		}
	}
	n.tone, n.line, n.across, n.down = tone, line, width, height
}

// at interpolates values at the middle of a pixel of a raster.
func (n nodes) at(values []float32, x, y, width, height int) float64 {
	if n.across == width && n.down == height {
		return float64(values[y*width+x])
	}
	across := (float64(x)+0.5)*float64(n.across)/float64(width) - 0.5
	down := (float64(y)+0.5)*float64(n.down)/float64(height) - 0.5
	j := max(0, min(n.across-2, int(across)))
	i := max(0, min(n.down-2, int(down)))
	t, u := max(0, min(1, across-float64(j))), max(0, min(1, down-float64(i)))
	row := func(i int) float64 {
		return (1-t)*float64(values[i*n.across+j]) + t*float64(values[i*n.across+j+1])
	}
	return (1-u)*row(i) + u*row(i+1)
}

// steepest is how much the line's number changes at most towards two neighbouring pixels.
func (n nodes) steepest(here float64, x0, y0, x1, y1, width, height int) float64 {
	change := 0.0
	for _, p := range [2][2]int{{x0, y0}, {x1, y1}} {
		if p[0] >= 0 && p[0] < width && p[1] >= 0 && p[1] < height {
			change = max(change, math.Abs(n.at(n.line, p[0], p[1], width, height)-here))
		}
	}
	return change
}

// eightBits is a channel as a byte.
func eightBits(v float32) byte { return byte(max(0, min(1, v))*255 + 0.5) }
