package lesson

import (
	"math"
	"testing"
)

func TestWhatIsKeptIsCheckedOnRead(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, test := range []struct {
		page, answer float64
		answers      string
		solved       bool
		fewest       float64
		want         Standing
	}{
		{3, 1, "", true, 7, Standing{3, 1, "B", true, 7, Run{}}},
		{nan, nan, "", false, nan, Standing{-1, -1, "", false, -1, Run{}}},
		{-1, -2, "", true, -3, Standing{-1, -1, "", true, -1, Run{}}},
		{1.5, 0.1, "", true, 2.5, Standing{-1, -1, "", true, -1, Run{}}},
		{inf, -inf, "", true, inf, Standing{-1, -1, "", true, -1, Run{}}},
		{1e9, 1e300, "", true, 1e12, Standing{-1, -1, "", true, -1, Run{}}},
		{0, 0, "", false, 4, Standing{0, 0, "A", false, -1, Run{}}}, // not solved, so not with anything
		{0, 0, "CACxD\x00", false, nan, Standing{0, 0, "CA", false, -1, Run{}}},
		{0, 7, "", false, nan, Standing{0, 7, "", false, -1, Run{}}}, // no question has that many choices
	} {
		if got := Read(test.page, test.answer, test.answers, test.solved, test.fewest); got != test.want {
			t.Errorf("%v, %v, %q, %v, %v is read as %v, want %v", test.page, test.answer, test.answers, test.solved, test.fewest, got, test.want)
		}
	}
}

func TestTwoTabsLoseNothing(t *testing.T) {
	const no = -1
	for _, test := range []struct{ kept, change, want Standing }{
		{Standing{4, 2, "", true, 3, Run{}}, Standing{1, no, "", false, no, Run{}}, Standing{1, 2, "", true, 3, Run{}}},
		{Standing{4, 2, "", true, 3, Run{}}, Standing{no, no, "", true, 5, Run{}}, Standing{4, 2, "", true, 3, Run{}}},
		{Standing{4, 2, "", true, 5, Run{}}, Standing{no, no, "", true, 3, Run{}}, Standing{4, 2, "", true, 3, Run{}}},
		{Standing{no, no, "", false, no, Run{}}, Standing{no, 1, "", true, 0, Run{}}, Standing{no, 1, "", true, 0, Run{}}},
		{Standing{no, 1, "B", false, no, Run{}}, Standing{no, 0, "CBA", false, no, Run{}}, Standing{no, 0, "BCA", false, no, Run{}}},
	} {
		if got := test.kept.Merge(test.change); got != test.want {
			t.Errorf("%v and %v are %v, want %v", test.kept, test.change, got, test.want)
		}
	}
}
