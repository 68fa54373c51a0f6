// Package random gives NumPy's numbers: the streams of numpy.random.RandomState, draw for draw.
//
// A course that publishes its costs with NumPy and a seed can then be followed to the last digit.
package random

import (
	"math"

	"gonum.org/v1/gonum/mathext/prng"
)

// RandomState is numpy.random.RandomState(seed): a Mersenne Twister and the draws NumPy has made
// from it since version 1.0. Its legacy algorithms are frozen by NumPy (NEP 19), so the stream of a
// seed never changes. Products are rounded by an explicit conversion before they are added: on some
// platforms Go would otherwise fuse the two and end in another last digit.
type RandomState struct {
	twister prng.MT19937

	// The polar method makes normal draws in pairs; the second waits here for its turn.
	spare    float64
	hasSpare bool
}

// NewRandomState returns the stream of a seed.
func NewRandomState(seed uint32) *RandomState {
	r := &RandomState{twister: *prng.NewMT19937()}
	r.twister.Seed(uint64(seed))
	return r
}

// RandomSample returns a uniform draw from [0, 1) with 53 random bits.
func (r *RandomState) RandomSample() float64 {
	high, low := r.twister.Uint32()>>5, r.twister.Uint32()>>6
	return (float64(high)*(1<<26) + float64(low)) / (1 << 53)
}

// Uniform returns a uniform draw from [low, high).
func (r *RandomState) Uniform(low, high float64) float64 {
	return low + float64((high-low)*r.RandomSample())
}

// Randn returns a draw from the standard normal distribution, by Marsaglia's polar method.
func (r *RandomState) Randn() float64 {
	if r.hasSpare {
		r.hasSpare = false
		return r.spare
	}
	for {
		x1 := 2*r.RandomSample() - 1
		x2 := 2*r.RandomSample() - 1
		r2 := float64(x1*x1) + float64(x2*x2)
		if r2 >= 1 || r2 == 0 {
			continue
		}
		f := math.Sqrt(-2 * log(r2) / r2)
		r.spare, r.hasSpare = f*x1, true
		return f * x2
	}
}

// Permutation returns the numbers 0 to n-1 in random order.
func (r *RandomState) Permutation(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := r.interval(uint32(i))
		p[i], p[j] = p[j], p[i]
	}
	return p
}

// interval returns a uniform draw from 0 to limit, both included: NumPy masks a word down to as
// many bits as limit has and draws again while the result exceeds it.
func (r *RandomState) interval(limit uint32) uint32 {
	mask := limit
	for shift := 1; shift < 32; shift *= 2 {
		mask |= mask >> shift
	}
	for {
		if v := r.twister.Uint32() & mask; v <= limit {
			return v
		}
	}
}
