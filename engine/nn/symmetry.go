package nn

import "math"

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
