package kernel

import "shallows/engine/nn"

// terms are what the rules of the optimizers read: the rate, what turns sums of derivatives into means, what Adam divides s
// by, and what is remembered.
type terms struct {
	rate, scale, sBias float64
	v, s               []float64
}

// codeRules do in vectors what kernelgen's rules do, at the places of two parameters and of what belongs to them.
var codeRules = [...]func(c *code, rate, scale, sBias value, p, g, v, s cell){
	nn.GradientDescent: func(c *code, rate, _, _ value, p, g, _, _ cell) {
		p.set(sub(p.get, mul(rate, g.get)))
	},
	nn.Momentum: func(c *code, rate, scale, _ value, p, g, v, _ cell) {
		next := c.set(3, add(mul(number(0.9), v.get), mul(number(0.1), mul(scale, g.get))))
		v.set(next)
		p.set(sub(p.get, mul(rate, next)))
	},
	nn.RMSProp: func(c *code, rate, scale, _ value, p, g, _, s cell) {
		mean := c.set(3, mul(scale, g.get))
		next := c.set(4, add(mul(number(0.9), s.get), mul(mul(number(0.1), mean), mean)))
		s.set(next)
		p.set(sub(p.get, div(mul(rate, mean), add(sqrt(next), number(nn.Epsilon)))))
	},
	nn.Adam: func(c *code, rate, scale, sBias value, p, g, v, s cell) {
		mean := c.set(3, mul(scale, g.get))
		nextV := c.set(4, add(mul(number(0.9), v.get), mul(number(0.1), mean)))
		nextS := c.set(5, add(mul(number(0.999), s.get), mul(mul(number(0.001), mean), mean)))
		v.set(nextV)
		s.set(nextS)
		p.set(sub(p.get, div(mul(rate, nextV), add(sqrt(div(nextS, sBias)), number(nn.Epsilon)))))
	},
}

// codeRule changes the parameters of k by its gradient, after what is done for the examples in k.whole.
func codeRule(c *code, k *Kernel, o nn.Optimizer) {
	c.byte(opCall, byte(whole))
	rows := []row{numbers(k.network.Parameters(), 2), numbers(k.gradient, 2), pointed(&k.terms.v), pointed(&k.terms.s)}
	c.hold(func() {
		rate, scale, sBias := c.set(0, at(&k.terms.rate).both()), c.set(1, at(&k.terms.scale).both()), c.set(2, at(&k.terms.sBias).both())
		c.couples(len(k.gradient), rows, func(x []cell) { codeRules[o](c, rate, scale, sBias, x[0], x[1], x[2], x[3]) })
	})
}

// cell is where two numbers are, or one.
type cell struct {
	get value
	set func(x value)
}

// couples does body for all of count numbers, two at a time and an odd one alone.
func (c *code) couples(count int, rows []row, body func(x []cell)) {
	cells := make([]cell, len(rows))
	c.loop(count/2, rows, func(p []place) {
		for i, p := range p {
			cells[i] = cell{p.pair(), func(x value) { c.store(p, x) }}
		}
		body(cells)
	})
	if count%2 == 0 {
		return
	}
	for i := range rows {
		p := place{i, 0} // where the loop has left it
		cells[i] = cell{p.first(), func(x value) { c.storeFirst(p, x) }}
	}
	body(cells)
}
