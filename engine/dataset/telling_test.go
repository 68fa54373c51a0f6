package dataset

import (
	"math"
	"testing"
)

// A picture of a table begins with the columns that tell its classes apart, and of numbers with those that lie along a line with
// them; noise, constant columns and numbers whose squares overflow are no reason to leave the order.
func TestTelling(t *testing.T) {
	class, value := NewSet(5, 60), NewSet(5, 60)
	for i := range 60 {
		noise := float64(i * 7 % 11)
		k := float64(i % 3)
		class.Append(k, noise, 4, k+noise/20, 1e300*noise, 2*k)
		value.Append(noise, k, 4, -noise, math.Pow(k, 2), noise+k)
	}
	for _, c := range []struct {
		name   string
		set    Set
		values bool
		want   [2]int
	}{
		{"classes", class, false, [2]int{2, 4}},
		{"values", value, true, [2]int{2, 4}},
		{"noise", Set{class.X[:2], class.Y}, false, [2]int{0, 1}},
		{"noise of three columns", Set{[][]float64{class.X[0], class.X[1], class.X[3]}, class.Y}, false, [2]int{0, 1}},
		{"none", Set{}, false, [2]int{0, 1}},
	} {
		if got := c.set.Telling(c.values); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
