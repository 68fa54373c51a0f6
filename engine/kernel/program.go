package kernel

import "shallows/engine/nn"

// operation is one of the functions in the tables, with what it works on: one layer, on one tile of
// examples. A row of w is stride long.
type operation struct {
	run     func(*operation)
	out, in []tile
	w, b    []float64
	stride  int
	slope   float64
}

// program is a list of operations; what a network takes is found out once.
type program []operation

func (p program) run() {
	for i := range p {
		p[i].run(&p[i])
	}
}

// sum appends the operations that sum over the tiles in: start over the first of them, extend over
// the rest. step is the distance of their weights in o.w.
func (p *program) sum(start, extend *[chunk + 1]func(*operation), o operation, step int) {
	table, in, w := start, o.in, o.w
	for i := 0; i < len(in); i += chunk {
		n := min(len(in)-i, chunk)
		o.run, o.in, o.w = table[n], in[i:i+n], w[i*step:]
		*p = append(*p, o)
		table = extend
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

// forward appends what computes z and a from the inputs x.
func (l *layer) forward(p *program, x []tile) {
	p.sum(&start, &extend, operation{out: l.z, in: x, w: l.w, b: l.b, stride: len(x)}, 1)
	apply := operation{out: l.a, in: l.z, slope: l.slope}
	switch l.activation {
	case nn.Sigmoid:
		apply.run = applySigmoid
	case nn.Tanh:
		apply.run = applyTanh
	case nn.ReLU:
		apply.run = applyReLU
	case nn.Leaky:
		apply.run = applyLeaky
	case nn.Linear:
		return // a is z
	}
	*p = append(*p, apply)
}

// chain appends what turns da, held in dz, into dz.
func (l *layer) chain(p *program) {
	chain := operation{out: l.dz, in: l.a, slope: l.slope}
	switch l.activation {
	case nn.Sigmoid:
		chain.run = chainSigmoid
	case nn.Tanh:
		chain.run = chainTanh
	case nn.ReLU:
		chain.run, chain.in = chainReLU, l.z
	case nn.Leaky:
		chain.run, chain.in = chainLeaky, l.z
	case nn.Linear:
		return
	}
	*p = append(*p, chain)
}

// backward appends what adds to dw and db from dz, given the inputs x.
func (l *layer) backward(p *program, x []tile) {
	p.sum(&startGradient, &extendGradient, operation{out: l.dz, in: x, w: l.dw, b: l.db, stride: len(x)}, 1)
}

// pass appends what writes the da of the inputs.
func (l *layer) pass(p *program, dx []tile) {
	p.sum(&startBack, &extendBack, operation{out: dx, in: l.dz, w: l.w, stride: len(dx)}, len(dx))
}
