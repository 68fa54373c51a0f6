package session

import "shallows/engine/random"

// batches tells which of m examples each update takes. A pass over them, epoch e, takes them in the
// order RandomState(seed+e).permutation(m), cut into batches of one size and a shorter last one, or
// all at once in their own order.
type batches struct {
	m, size int
	seed    uint32
	epoch   int   // complete passes
	order   []int // of this pass
	used    int   // examples of the pass that updates have taken
}

// newBatches returns the first pass in batches of size; with size 0, or m and more, each holds all.
func newBatches(m, size int, seed uint32) batches {
	b := batches{m: m, size: size, seed: seed}
	if size == 0 || size >= m {
		b.size = m
		for i := range m {
			b.order = append(b.order, i)
		}
	}
	return b
}

// next returns the examples of the next update.
func (b *batches) next() []int {
	if b.used == 0 && b.size < b.m {
		b.order = random.NewRandomState(b.seed + uint32(b.epoch)).Permutation(b.m)
	}
	return b.order[b.used:min(b.used+b.size, b.m)]
}

// advance goes on to the batch after the next.
func (b *batches) advance() {
	b.used += b.size
	if b.used >= b.m {
		b.used = 0
		b.epoch++
	}
}
