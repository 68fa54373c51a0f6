package dataset

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// Telling returns the two columns, from 0 and in their order, that tell most of the targets of s: values, or classes. They are the
// first two where others tell no more than noise may.
func (s Set) Telling(values bool) [2]int {
	if len(s.X) < 3 || s.Len() == 0 {
		return [2]int{0, 1}
	}
	columns, told := make([]int, len(s.X)), make([]float64, len(s.X))
	for j, x := range s.X {
		share := 0.
		if values {
			r := stat.Correlation(x, s.Y, nil)
			share = r * r
		} else {
			share = between(x, s.Y)
		}
		// In tenths, as what differs by less is no reason to leave the order. NaN of constant columns, and of numbers
		// whose squares overflow, tells nothing.
		columns[j] = j
		if share > 0 {
			told[j] = math.Round(10 * share)
		}
	}
	slices.SortStableFunc(columns, func(a, b int) int { return int(told[b] - told[a]) })
	return [2]int{min(columns[0], columns[1]), max(columns[0], columns[1])}
}

// between returns how much of the variance of x lies between the classes in y, from 0 to 1: the square of the correlation ratio
// (R. A. Fisher, Statistical Methods for Research Workers, 1925, §45). It is NaN of a constant x.
func between(x, y []float64) float64 {
	sums, counts := map[float64]float64{}, map[float64]float64{}
	for i, class := range y {
		sums[class] += x[i]
		counts[class]++
	}
	mean, within, all := stat.Mean(x, nil), 0., 0.
	for i, class := range y {
		within += math.Pow(x[i]-sums[class]/counts[class], 2)
		all += math.Pow(x[i]-mean, 2)
	}
	return 1 - within/all
}
