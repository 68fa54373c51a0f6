package scene

import (
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// maxShaderParameters is how many weights and biases the field shader takes. WebGL2 promises 224
// uniform vectors to a fragment shader, of which ebiten may use 15 and the shader uses 9 for itself.
const maxShaderParameters = 4 * 200

// Shader is a Kage program that paints the quads of pictures, and what it needs to run.
//
// The vertices of a quad carry: as source position, pixels from its middle; as colour, half its
// width and height, the radius of its corners and how far tones are stretched; as custom values, x1
// and x2 in local coordinates over dataset.Reach, the unit's number and how opaque the line is where the unit's Z is 0.
//
// The uniforms are Negative, Neutral, Positive and Line, colours; Style, whether to discretise,
// half the line's width in pixels and, for samples, the side of a tile and how many tiles are in
// a row; Classes, of a softmax, four numbers for the colour of each class; Params, the network's parameters in the
// order of Network.Parameters, the first layer's for
// inputs in local coordinates; and Tones, of each input the tone where its feature of the local
// coordinates is 0, and what it gains where that is 1, then of a linear output the middle of its ramp, and what it gains where
// that is 1 more.
type Shader struct {
	Source   string
	Uniforms map[string]any // slices of float32, which keep their places in memory
	Samples  *Samples       // what the source image holds, nil if the shader needs none

	negative, neutral, positive [3]float32
	line, style                 [4]float32
	params, tones, classes      []float32

	architecture nn.Architecture
	features     []dataset.Feature
	evaluates    bool // at each pixel
}

// newShader writes the shader for a network with these features as inputs. It evaluates where asked to and there is room.
func newShader(n *nn.Network, features []dataset.Feature, evaluates bool) *Shader {
	h := &Shader{architecture: n.Architecture, features: features, evaluates: evaluates}
	h.Uniforms = map[string]any{
		"Negative": h.negative[:], "Neutral": h.neutral[:], "Positive": h.positive[:],
		"Line": h.line[:], "Style": h.style[:],
	}
	most := maxShaderParameters
	if n.Output == nn.Softmax {
		h.classes = make([]float32, 4*n.Sizes[n.Layers()])
		h.Uniforms["Classes"] = h.classes
		most -= len(h.classes)
	}
	if !evaluates || n.ParameterCount() > most {
		h.Source = samplingSource(n.Architecture)
		h.Samples = newSamples(n)
		return h
	}
	h.Source = evaluatingSource(n.Architecture, features)
	h.params = make([]float32, (n.ParameterCount()+3)/4*4)
	h.tones = make([]float32, (len(features)+2)/2*4)
	h.Uniforms["Params"], h.Uniforms["Tones"] = h.params, h.tones
	return h
}

// fits reports whether the shader is the one for this architecture and these features.
func (h *Shader) fits(a nn.Architecture, features []dataset.Feature, evaluates bool) bool {
	b := h.architecture
	return evaluates == h.evaluates && slices.Equal(a.Sizes, b.Sizes) && slices.Equal(a.Hidden, b.Hidden) &&
		a.Output == b.Output && a.Slope == b.Slope && slices.Equal(features, h.features)
}

// lineWidth is the width of a field's line in CSS pixels.
const lineWidth = 1.8

// Shader is the shader for the run on show, with the colours and parameters of this moment. It is
// shared, and the same as before while its source is.
func (s *Stage) Shader() *Shader {
	n, features := s.session.Network(), s.session.Config().Inputs
	var evaluates bool
	s.tones, evaluates = tonesOf(s.session, s.tones)
	if s.shader == nil || !s.shader.fits(n.Architecture, features, evaluates) {
		s.shader = newShader(n, features, evaluates)
	}
	h, t := s.shader, &s.theme
	h.negative, h.neutral, h.positive = t.Negative.rgb(), t.Neutral.rgb(), t.Positive.rgb()
	h.line = [4]float32{t.Ink.R, t.Ink.G, t.Ink.B, t.Ink.A}
	for i := range len(h.classes) / 4 {
		c := t.Classes[i]
		h.classes[4*i], h.classes[4*i+1], h.classes[4*i+2], h.classes[4*i+3] = c.R, c.G, c.B, c.A
	}
	h.style[0] = 0
	if s.view.Discretise {
		h.style[0] = 1
	}
	h.style[1] = float32(0.5 * lineWidth * s.slots.Scale)
	if h.Samples != nil {
		h.style[2], h.style[3] = float32(h.Samples.side), float32(h.Samples.across)
		h.Samples.take(s.session)
		return h
	}
	h.load(n, s.tones)
	return h
}

// load fills in the parameters and the tones.
func (h *Shader) load(n *nn.Network, t tones) {
	inputs := t.inputs
	for i, v := range n.Parameters() {
		h.params[i] = float32(bounded(v))
	}
	W := n.W[1]
	for i, b := range n.B[1] {
		for j, x := range inputs {
			w := W.Data[i*W.Stride+j]
			h.params[i*len(inputs)+j] = float32(w * x.factor)
			b += float64(w * x.offset)
		}
		h.params[W.Rows*W.Cols+i] = float32(b)
	}
	for j, x := range inputs {
		h.tones[2*j], h.tones[2*j+1] = float32(x.tone(x.offset)), float32(x.tone(x.factor))
	}
	last := 2 * len(inputs)
	h.tones[last], h.tones[last+1] = float32(t.output.middle()), float32(t.output.factor())
}
