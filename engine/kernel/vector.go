package kernel

import (
	"math"

	"shallows/engine/nn"
)

const (
	pairs    = width / 2
	tileSize = 8 * width
)

func tiles(t []tile) row                { return row{first: address(&t[0]), step: tileSize} }
func numbers(w []float64, step int) row { return row{first: address(&w[0]), step: 8 * step} }

// pointed are the numbers of a slice as it will be when the code runs, two at a time.
func pointed(w *[]float64) row { return row{address(w), 16, true} }

// inputs tells where a loop that follows reads tiles: those of two units fit registers, and are read once.
func (c *code) inputs(in []tile) func(i, pair int) value {
	if len(in) > 2 {
		return func(i, pair int) value { return at(&in[i][2*pair]).pair() }
	}
	for i := range in {
		for pair := range pairs {
			c.set(values+i*pairs+pair, at(&in[i][2*pair]).pair())
		}
	}
	return func(i, pair int) value { return local(values + i*pairs + pair) }
}

func codeForward(c *code, o *operation, bias bool) {
	n := len(o.in)
	rows := []row{tiles(o.out), numbers(o.w, o.stride)}
	if bias {
		rows = append(rows, numbers(o.b, 1))
	}
	in := c.inputs(o.in)
	c.walk(len(o.out), rows, func(p []place) {
		w := make([]value, n)
		for i := range w {
			w[i] = c.set(i, p[1].plus(8*i).both())
		}
		var b value
		if bias {
			b = c.set(n, p[2].both())
		}
		for pair := range pairs {
			z := p[0].plus(16 * pair)
			sum := b
			if !bias {
				sum = z.pair()
			}
			for i := range w {
				sum = add(sum, mul(w[i], in(i, pair)))
			}
			c.store(z, sum)
		}
	})
}

func codeStart(c *code, o *operation)  { codeForward(c, o, true) }
func codeExtend(c *code, o *operation) { codeForward(c, o, false) }

func codeBack(c *code, o *operation, extend bool) {
	n := len(o.dz)
	c.walk(len(o.out), []row{tiles(o.out), numbers(o.w, 1)}, func(p []place) {
		w := make([]value, n)
		for j := range w {
			w[j] = c.set(j, p[1].plus(8*j*o.stride).both())
		}
		for pair := range pairs {
			dx := p[0].plus(16 * pair)
			var sum value
			if extend {
				sum = dx.pair()
			}
			for j := range w {
				term := mul(w[j], at(&o.dz[j][2*pair]).pair())
				if sum == nil {
					sum = term
				} else {
					sum = add(sum, term)
				}
			}
			c.store(dx, sum)
		}
	})
}

func codeStartBack(c *code, o *operation)  { codeBack(c, o, false) }
func codeExtendBack(c *code, o *operation) { codeBack(c, o, true) }

// over sums the pairs of examples.
func over(term func(pair int) value) value {
	sum := term(0)
	for pair := 1; pair < pairs; pair++ {
		sum = add(sum, term(pair))
	}
	return sum
}

func codeGradient(c *code, o *operation, bias bool) {
	rows := []row{tiles(o.dz), numbers(o.dw, o.stride)}
	if bias {
		rows = append(rows, numbers(o.db, 1))
	}
	in := c.inputs(o.in)
	c.walk(len(o.dz), rows, func(p []place) {
		for pair := range pairs {
			c.set(pair, p[0].plus(16*pair).pair())
		}
		sum := func(to, i int) value {
			return c.set(to, over(func(pair int) value { return mul(local(pair), in(i, pair)) }))
		}
		n := len(o.in)
		for i := 0; i < n/2*2; i += 2 {
			c.accumulateBoth(p[1].plus(8*i), sum(pairs, i), sum(pairs+1, i+1))
		}
		if n%2 == 1 {
			c.accumulate(p[1].plus(8*(n-1)), sum(pairs, n-1))
		}
		if bias {
			c.accumulate(p[2], c.set(pairs, over(local)))
		}
	})
}

func codeStartGradient(c *code, o *operation)  { codeGradient(c, o, true) }
func codeExtendGradient(c *code, o *operation) { codeGradient(c, o, false) }

func codeLastGradient(c *code, o *operation) {
	for pair := range pairs {
		c.set(pair, at(&o.dz[0][2*pair]).pair())
	}
	c.accumulate(at(&o.db[0]), c.set(pairs, over(local)))
	c.walk(len(o.in), []row{tiles(o.in), numbers(o.dw, 1), numbers(o.w, 1), tiles(o.out)}, func(p []place) {
		c.accumulate(p[1], c.set(pairs, over(func(pair int) value { return mul(local(pair), p[0].plus(16*pair).pair()) })))
		w := c.set(pairs, p[2].both())
		for pair := range pairs {
			c.store(p[3].plus(16*pair), mul(w, local(pair)))
		}
	})
}

// codeEach applies f to every pair of the tiles out and in.
func codeEach(c *code, o *operation, f func(to, from place) value) {
	c.hold(func() {
		c.walk(len(o.out), []row{tiles(o.out), tiles(o.in)}, func(p []place) {
			for pair := range pairs {
				to := p[0].plus(16 * pair)
				c.store(to, f(to, p[1].plus(16*pair)))
			}
		})
	})
}

func (c *code) bounded(i int, z value, limit float64) value {
	return c.set(i, binary(vPMax, binary(vPMin, z, number(limit)), number(-limit)))
}

func codeTanh(c *code, o *operation) {
	codeEach(c, o, func(_, from place) value {
		z := c.bounded(0, from.pair(), tanhLimit)
		u := c.set(1, add(z, number(nearest64)))
		i := c.set(2, shl(binary(vAnd, u, bits(uint64(len(tanhTable)-1))), 3))
		t := c.lookup(3, address(&tanhTable[0]), i)
		r := c.set(4, sub(z, sub(u, number(nearest64))))
		q := c.set(5, mul(r, r))
		s := c.set(6, add(r, mul(mul(r, q), add(number(-1./3), mul(q, sub(number(2./15), mul(q, number(17./315))))))))
		one := number(1)
		return add(t, div(mul(s, sub(one, mul(t, t))), add(one, mul(t, s))))
	})
}

func codeSigmoid(c *code, o *operation) {
	codeEach(c, o, func(_, from place) value {
		z := c.bounded(0, from.pair(), expLimit)
		v := c.exponential(1, neg(abs(z)))
		positive := c.set(9, add(number(0.5), copysign(0.5, z)))
		one := number(1)
		return div(add(positive, mul(sub(one, positive), v)), add(one, v))
	})
}

// exponential is e^x, for x from -expLimit to 0. It takes eight locals from i on.
func (c *code) exponential(i int, x value) value {
	x = c.set(i, x)
	u := c.set(i+1, add(mul(x, number(64/math.Ln2)), number(nearest1)))
	n := c.set(i+2, sub(u, number(nearest1)))
	r := c.set(i+3, sub(sub(x, mul(n, number(log2High))), mul(n, number(log2Low))))
	entry := c.set(i+4, shl(binary(vAnd, u, bits(uint64(len(exp2Table)-1))), 4))
	y := c.lookup(i+5, address(&exp2Table[0].bits), entry)
	rest := c.lookup(i+6, address(&exp2Table[0].rest), entry)
	y = c.set(i+5, binary(vAddI64, y, shl(binary(vAndNot, u, bits(63)), 46)))
	p := add(number(1./120), mul(r, number(1./720)))
	for _, term := range []float64{1. / 24, 1. / 6, 1. / 2} {
		p = add(number(term), mul(r, p))
	}
	return c.set(i+7, add(y, mul(y, add(rest, add(r, mul(mul(r, r), p))))))
}

// power is e^x likewise, for those of a softmax. It takes six locals from i on.
func (c *code) power(i int, x value) value {
	x = c.set(i, x)
	u := c.set(i+1, add(mul(x, number(1024/math.Ln2)), number(nearest1)))
	n := c.set(i+2, sub(u, number(nearest1)))
	r := c.set(i+3, sub(sub(x, mul(n, number(log2FineHigh))), mul(n, number(log2FineLow))))
	y := c.lookup(i+4, address(&fineTable[0]), c.set(i+4, shr(shl(u, 54), 51)))
	y = c.set(i+4, binary(vAddI64, y, shl(u, 42)))
	return c.set(i+5, add(y, mul(y, add(r, mul(mul(r, r), add(number(second), mul(r, number(1./6))))))))
}

// codeSoftmax has the largest z of an example and the one of the first unit change places on the way, one unit after the
// other, and back: of the largest e^0 is known. Which of them did is found anew for the way back, as masks that are kept
// leave the registers meanwhile.
func codeSoftmax(c *code, o *operation) {
	const (
		largest = iota
		sum
		exps
		free = exps + nn.MaxClasses
	)
	k := len(o.in)
	c.hold(func() {
		for pair := range pairs {
			z := func(j int) value { return at(&o.in[j][2*pair]).pair() }
			c.set(largest, z(0))
			for j := 1; j < k; j++ {
				c.set(free, z(j))
				c.set(exps+j, binary(vPMin, local(free), local(largest)))
				c.set(largest, binary(vPMax, local(largest), local(free)))
			}
			for j := 1; j < k; j++ {
				x := binary(vPMax, sub(local(exps+j), local(largest)), number(-expLimit))
				c.set(exps+j, c.power(free, x))
			}
			c.set(exps, add(number(1), sub(local(largest), local(largest)))) // infinite is not the largest of numbers
			moved := make([]value, k)
			c.set(largest, z(0))
			for j := 1; j < k; j++ {
				c.set(free, z(j))
				moved[j] = c.set(free+j, binary(vLess, local(largest), local(free)))
				c.set(largest, binary(vPMax, local(largest), local(free)))
			}
			for j := k - 1; j > 0; j-- {
				other := c.set(free, binary(vAnd, moved[j], binary(vXor, local(exps), local(exps+j))))
				c.set(exps, binary(vXor, local(exps), other))
				c.set(exps+j, binary(vXor, local(exps+j), other))
			}
			c.set(sum, local(exps))
			for j := 1; j < k; j++ {
				c.set(sum, add(local(sum), local(exps+j)))
			}
			c.set(sum, div(number(1), local(sum)))
			for j := range k {
				c.store(at(&o.out[j][2*pair]), mul(local(exps+j), local(sum)))
			}
		}
	})
}

func codeDifferenceToClass(c *code, o *operation) {
	c.hold(func() {
		for pair := range pairs {
			y := c.set(0, at(&o.dz[0][2*pair]).pair())
			for j := range o.out {
				hot := binary(vAnd, binary(vEq, y, number(float64(j))), number(1))
				c.store(at(&o.out[j][2*pair]), sub(at(&o.in[j][2*pair]).pair(), hot))
			}
		}
	})
}

func codeReLU(c *code, o *operation) {
	codeEach(c, o, func(_, from place) value {
		z := c.set(0, from.pair())
		return add(mul(number(0.5), z), mul(number(0.5), abs(z)))
	})
}

func codeLeaky(c *code, o *operation) {
	codeEach(c, o, func(_, from place) value {
		z := c.set(0, mul(number(0.5), from.pair()))
		return add(add(z, abs(z)), mul(number(o.slope), sub(z, abs(z))))
	})
}

func codeChainSmooth(derivative func(a value) value) func(c *code, o *operation) {
	return func(c *code, o *operation) {
		codeEach(c, o, func(to, from place) value {
			a := c.set(0, from.pair())
			return mul(to.pair(), derivative(a))
		})
	}
}

var (
	codeChainSigmoid = codeChainSmooth(func(a value) value { return mul(a, sub(number(1), a)) })
	codeChainTanh    = codeChainSmooth(func(a value) value { return sub(number(1), mul(a, a)) })
	codeChainReLU    = codeChainSmooth(positive)
)

func positive(z value) value { return sub(number(0.5), copysign(0.5, sub(number(0), z))) }

func codeChainLeaky(c *code, o *operation) {
	codeEach(c, o, func(to, from place) value {
		p := c.set(0, positive(from.pair()))
		return mul(to.pair(), add(p, mul(number(o.slope), sub(number(1), p))))
	})
}

func codeDifference(c *code, o *operation) {
	for pair := range pairs {
		c.store(at(&o.out[0][2*pair]), sub(at(&o.in[0][2*pair]).pair(), at(&o.dz[0][2*pair]).pair()))
	}
}

// Locals of codeWhole, after the vectors: where the columns of the next tile are listed and where the list ends, where a
// pair of columns begins in a row, and where the row does.
const (
	listed = pointers + vectors + iota
	listEnd
	firstColumn
	secondColumn
	firstOfRow
)

// codeWhole gathers each tile of k.whole, one after the other, and does body, from a gradient of zeros. Where there is no
// tile it does nothing.
func codeWhole(c *code, k *Kernel, body []byte) {
	get := func(i byte) { c.byte(opGet, i) }
	set := func(i byte) { c.byte(opSet, i) }
	e := &k.whole
	chosen := address(&e.chosen) // a slice begins with its address and its length, of 8 bytes each
	c.word(chosen)
	set(listed)
	get(listed)
	c.word(chosen + 8)
	c.byte(opConst, 3, opShl, opAddI32)
	set(listEnd)
	c.byte(opBlock, 0x40)
	get(listed)
	get(listEnd)
	c.byte(opEqual, opBrIf, 0)
	c.hold(func() {
		c.couples(len(k.gradient), []row{numbers(k.gradient, 2)}, func(x []cell) { x[0].set(number(0)) })
	})
	c.byte(opLoop, 0x40)
	for pair := range uint32(pairs) {
		for half := range uint32(2) {
			get(listed)
			c.byte(opLoadI32, 2)
			c.unsigned(16*pair + 8*half)
			c.byte(opConst, 3, opShl)
			set(byte(firstColumn + half))
		}
		take := func(t *tile) {
			c.zero()
			for _, column := range []byte{secondColumn, firstColumn} {
				get(firstOfRow)
				get(column)
				c.byte(opAddI32)
			}
			c.vector(vLoadZero)
			c.byte(3, 0)
			c.vector(vLoadLane)
			c.byte(3, 0, 1)
			c.vector(vStore)
			c.byte(3)
			c.unsigned(address(&t[2*pair]))
		}
		for i := range k.x {
			if i == 0 {
				c.word(address(&e.x))
			} else {
				get(firstOfRow)
				c.word(address(&e.stride))
				c.byte(opAddI32)
			}
			set(firstOfRow)
			take(&k.x[i])
		}
		c.word(address(&e.y))
		set(firstOfRow)
		take(&k.y[0])
	}
	c.bytes = append(c.bytes, body...)
	get(listed)
	c.byte(opConst)
	c.signed(8 * width)
	c.byte(opAddI32)
	set(listed)
	get(listed)
	get(listEnd)
	c.byte(opLessThan, opBrIf, 0, opEnd, opEnd)
}
