package session

import (
	"slices"
	"testing"

	"shallows/engine/random"
)

func TestBatchesOfAPass(t *testing.T) {
	b := newBatches(10, 4, 3)
	for epoch := range 3 {
		order := random.NewRandomState(uint32(3 + epoch)).Permutation(10)
		for _, want := range [][]int{order[:4], order[4:8], order[8:]} {
			if got := b.next(); !slices.Equal(got, want) || b.epoch != epoch {
				t.Errorf("epoch %d: batch %v, want %v of epoch %d", b.epoch, got, want, epoch)
			}
			b.advance()
		}
	}
}

func TestBatchOfAll(t *testing.T) {
	for _, size := range []int{0, 10, 11} {
		b := newBatches(10, size, 3)
		for epoch := range 2 {
			if got := b.next(); !slices.Equal(got, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) || b.epoch != epoch {
				t.Errorf("size %d of 10, epoch %d: batch %v of epoch %d", size, epoch, got, b.epoch)
			}
			b.advance()
		}
	}
}
