package nn

import (
	"math"
	"slices"
)

// Asymmetry returns the largest Euclidean distance between two rows of [W[1] b[1]]: 0 while all units
// of the first layer are copies of one another, and in a first layer of one unit.
func (n *Network) Asymmetry() float64 {
	largest := 0.
	for i := range n.Sizes[1] {
		for j := range i {
			square := (n.B[1][i] - n.B[1][j]) * (n.B[1][i] - n.B[1][j])
			for k, w := range row(n.W[1], i) {
				d := w - row(n.W[1], j)[k]
				square += d * d
			}
			largest = max(largest, square)
		}
	}
	return math.Sqrt(largest)
}

// Copies reports whether there are hidden layers of several units, and in each of them all units are copies of each other.
func (n *Network) Copies() bool {
	several := false
	for l := 1; l < n.Layers(); l++ {
		for i := 1; i < n.Sizes[l]; i++ {
			if several = true; !n.Twins(l, 0, i) {
				return false
			}
		}
	}
	return several
}

// Twins reports whether units i and j of hidden layer l, counted from 0, are copies of each other: their weights in, their
// biases and their weights out are equal, bit for bit.
func (n *Network) Twins(l, i, j int) bool {
	for k := range n.Sizes[l+1] {
		if out := row(n.W[l+1], k); out[i] != out[j] {
			return false
		}
	}
	return slices.Equal(row(n.W[l], i), row(n.W[l], j)) && n.B[l][i] == n.B[l][j]
}
