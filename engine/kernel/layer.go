package kernel

import "shallows/engine/nn"

// layer is one layer on one tile of examples. Its parameters and their derivatives share the memory
// of the network and of the kernel.
type layer struct {
	activation nn.Activation
	slope      float64
	w, b       []float64
	dw, db     []float64
	z, a, dz   []tile // one a unit
}

func newLayer(g nn.Activation, slope float64, w, b, dw, db []float64) layer {
	l := layer{
		activation: g, slope: slope,
		w: w, b: b, dw: dw, db: db,
		z: make([]tile, len(b)), a: make([]tile, len(b)), dz: make([]tile, len(b)),
	}
	if g == nn.Linear {
		l.a = l.z
	}
	return l
}

// forward computes z and a of the layer from the layer before, and returns a.
func (l *layer) forward(x []tile) []tile {
	stride := len(x)
	first := min(stride, chunk)
	start[first](l.z, l.w, stride, l.b, x[:first])
	for i := chunk; i < stride; i += chunk {
		n := min(stride-i, chunk)
		extend[n](l.z, l.w[i:], stride, x[i:i+n])
	}
	switch l.activation {
	case nn.Sigmoid:
		applySigmoid(l.a, l.z)
	case nn.Tanh:
		applyTanh(l.a, l.z)
	case nn.ReLU:
		applyReLU(l.a, l.z)
	case nn.Leaky:
		applyLeaky(l.a, l.z, l.slope)
	}
	return l.a
}

// chain turns dA, held in dz, into dZ.
func (l *layer) chain() {
	switch l.activation {
	case nn.Sigmoid:
		chainSigmoid(l.dz, l.a)
	case nn.Tanh:
		chainTanh(l.dz, l.a)
	case nn.ReLU:
		chainReLU(l.dz, l.z)
	case nn.Leaky:
		chainLeaky(l.dz, l.z, l.slope)
	}
}

// backward adds to dW and db what dZ gives for the inputs x, and writes their dA unless dx is nil.
func (l *layer) backward(x, dx []tile) {
	stride := len(x)
	for i := 0; i < stride; i += chunk {
		n := min(stride-i, chunk)
		gradient[n](l.dw[i:], stride, l.dz, x[i:i+n])
	}
	gradientBias(l.db, l.dz)
	if dx == nil {
		return
	}
	first := min(len(l.dz), chunk)
	startBack[first](dx, l.w, l.dz[:first])
	for j := chunk; j < len(l.dz); j += chunk {
		n := min(len(l.dz)-j, chunk)
		extendBack[n](dx, l.w[j*stride:], l.dz[j:j+n])
	}
}
