package number

import (
	"math"
	"strconv"
)

// Exact writes v for programs: with as few digits as read back as v itself; "" for NaN, which stands for none.
func Exact(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}
