package panel

import (
	"strings"
	"testing"
)

func TestOnlyFiniteNumbersAreRead(t *testing.T) {
	for _, test := range []struct {
		text string
		ok   bool
	}{{"1.5 -2e3", true}, {"1.5 NaN", false}, {"Inf 1", false}, {"1 1e999", false}, {"1 two", false}} {
		var x, y float64
		if ok := ReadNumbers(strings.Fields(test.text), &x, &y); ok != test.ok || ok && (x != 1.5 || y != -2000) {
			t.Errorf("%s: %v, %v and %v", test.text, ok, x, y)
		}
	}
}
