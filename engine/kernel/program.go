package kernel

import "shallows/engine/nn"

// operation is one of the unrolled functions with what it works on: tiles of a layer, and its
// weights, whose rows are stride long.
type operation struct {
	run         func(*operation)
	code        func(*code, *operation) // nil where there are no vectors for it
	out, in, dz []tile
	w, b        []float64
	dw, db      []float64
	stride      int
	slope       float64
}

// program is a list of operations: what a network takes is found out once.
type program []operation

func (p program) run() {
	for i := range p {
		p[i].run(&p[i])
	}
}

func (p *program) add(run func(*operation), code func(*code, *operation), o operation) {
	o.run, o.code = run, code
	*p = append(*p, o)
}

// sum adds the operations for count terms: of start for the first of them, of extend for the rest.
// part narrows an operation to n terms from i on.
func (p *program) sum(start, extend *[chunk + 1]func(*operation), codeStart, codeExtend func(*code, *operation), o operation, count int, part func(o *operation, i, n int)) {
	for i := 0; i < count; i += chunk {
		n, o := min(count-i, chunk), o
		part(&o, i, n)
		p.add(start[n], codeStart, o)
		start, codeStart = extend, codeExtend
	}
}

// layer is one layer on one tile of examples. Its parameters and their derivatives share the memory
// of the network and of the kernel.
type layer struct {
	activation nn.Activation
	slope      float64
	w, b       []float64
	dw, db     []float64
	z, a, dz   []tile // one a unit
}

// forward adds what computes z and a from the inputs x.
func (l *layer) forward(p *program, x []tile) {
	o := operation{out: l.z, w: l.w, b: l.b, stride: len(x)}
	p.sum(&start, &extend, codeStart, codeExtend, o, len(x), func(o *operation, i, n int) { o.in, o.w = x[i:i+n], o.w[i:] })
	o = operation{out: l.a, in: l.z, slope: l.slope}
	switch l.activation {
	case nn.Sigmoid:
		p.add(applySigmoid, codeSigmoid, o)
	case nn.Tanh:
		p.add(applyTanh, codeTanh, o)
	case nn.ReLU:
		p.add(applyReLU, codeReLU, o)
	case nn.Leaky:
		p.add(applyLeaky, codeLeaky, o)
	case nn.Softmax:
		p.add(applySoftmax, codeSoftmax, o)
	case nn.Linear: // a is z
	default:
		p.add(applyEach(l.activation), nil, o)
	}
}

// applyEach computes an activation that kernelgen has no straight lines for.
func applyEach(g nn.Activation) func(*operation) {
	return func(o *operation) {
		for j := range o.in {
			for e, z := range o.in[j] {
				o.out[j][e] = g.Of(z, o.slope)
			}
		}
	}
}

// chainEach multiplies dZ by its derivative, given Z.
func chainEach(g nn.Activation) func(*operation) {
	return func(o *operation) {
		for j := range o.in {
			for e, z := range o.in[j] {
				o.out[j][e] *= g.Derivative(z, o.slope)
			}
		}
	}
}

// chain adds what turns da, held in dz, into dz.
func (l *layer) chain(p *program) {
	byA, byZ := operation{out: l.dz, in: l.a}, operation{out: l.dz, in: l.z, slope: l.slope}
	switch l.activation {
	case nn.Sigmoid:
		p.add(chainSigmoid, codeChainSigmoid, byA)
	case nn.Tanh:
		p.add(chainTanh, codeChainTanh, byA)
	case nn.ReLU:
		p.add(chainReLU, codeChainReLU, byZ)
	case nn.Leaky:
		p.add(chainLeaky, codeChainLeaky, byZ)
	case nn.Linear: // g' is 1
	default:
		p.add(chainEach(l.activation), nil, byZ)
	}
}

// backward adds what adds to dw and db from dz, given the inputs x, and what writes their da, dx,
// unless that is nil.
func (l *layer) backward(p *program, x, dx []tile) {
	o := operation{out: dx, in: x, dz: l.dz, w: l.w, dw: l.dw, db: l.db, stride: len(x)}
	if len(l.dz) == 1 && dx != nil {
		p.add(lastGradient, codeLastGradient, o)
		return
	}
	p.sum(&startGradient, &extendGradient, codeStartGradient, codeExtendGradient, o, len(x), func(o *operation, i, n int) { o.in, o.dw = x[i:i+n], o.dw[i:] })
	if dx != nil {
		p.sum(&startBack, &extendBack, codeStartBack, codeExtendBack, o, len(l.dz), func(o *operation, j, n int) { o.dz, o.w = l.dz[j:j+n], o.w[j*len(x):] })
	}
}
