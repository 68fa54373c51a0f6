package main

import "math"

// plain trains a network by the loops of the textbook: one example after the other, one unit after
// the other.
type plain struct {
	*workload
	parameters, gradient []float64
	a, dz                [][]float64 // of one example, by layer
}

func newPlain(w *workload) *plain {
	p := &plain{
		workload:   w,
		parameters: append([]float64(nil), w.Parameters...),
		gradient:   make([]float64, len(w.Parameters)),
	}
	for _, n := range w.Sizes {
		p.a, p.dz = append(p.a, make([]float64, n)), append(p.dz, make([]float64, n))
	}
	return p
}

func (p *plain) train(updates int) {
	p.batches(updates, func(chosen []int) {
		for i := range p.gradient {
			p.gradient[i] = 0
		}
		for _, example := range chosen {
			p.load(p.X, len(p.Y), example)
			p.forward()
			p.backward(p.Y[example])
		}
		for i, g := range p.gradient {
			p.parameters[i] -= p.LearningRate * g / float64(len(chosen))
		}
	})
}

func (p *plain) load(x []float64, m, example int) {
	for i := range p.a[0] {
		p.a[0][i] = x[i*m+example]
	}
}

func (p *plain) forward() {
	w := p.parameters
	for l := 1; l < len(p.a); l++ {
		in, out := p.a[l-1], p.a[l]
		b := w[len(in)*len(out):]
		for j := range out {
			z := b[j]
			for i, x := range in {
				z += w[j*len(in)+i] * x
			}
			switch {
			case l == len(p.a)-1:
				out[j] = 1 / (1 + math.Exp(-z))
			case p.Hidden == "tanh":
				out[j] = math.Tanh(z)
			case z > 0:
				out[j] = z
			default:
				out[j] = 0
			}
		}
		w = w[(len(in)+1)*len(out):]
	}
}

func (p *plain) backward(y float64) {
	last := len(p.a) - 1
	p.dz[last][0] = p.a[last][0] - y
	end := len(p.parameters)
	for l := last; l > 0; l-- {
		in, dz := p.a[l-1], p.dz[l]
		start := end - (len(in)+1)*len(dz)
		w, dw := p.parameters[start:end], p.gradient[start:end]
		db := dw[len(in)*len(dz):]
		for j, d := range dz {
			for i, x := range in {
				dw[j*len(in)+i] += d * x
			}
			db[j] += d
		}
		if l > 1 {
			for i, a := range in {
				da := 0.0
				for j, d := range dz {
					da += w[j*len(in)+i] * d
				}
				switch {
				case p.Hidden == "tanh":
					da *= 1 - a*a
				case a <= 0:
					da = 0
				}
				p.dz[l-1][i] = da
			}
		}
		end = start
	}
}

// plainField evaluates every unit on the grid.
type plainField struct {
	*plain
	x     []float64
	units [][]float64 // a row of the grid for each unit
}

func newPlainField(w *workload) *plainField {
	f := &plainField{plain: newPlain(w), x: w.grid().Data}
	for _, n := range w.Sizes[1:] {
		for range n {
			f.units = append(f.units, make([]float64, side*side))
		}
	}
	return f
}

func (f *plainField) evaluate() {
	for i := range side * side {
		f.load(f.x, side*side, i)
		f.forward()
		u := 0
		for _, a := range f.a[1:] {
			for _, value := range a {
				f.units[u][i] = value
				u++
			}
		}
	}
}
