package bench

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"

	"shallows/engine/session"
)

// To the last bit, of the numbers that oracle.py spread writes.
func TestSpreadEqualsNumPys(t *testing.T) {
	text, err := os.ReadFile("testdata/spread.json")
	if err != nil {
		t.Fatal(err)
	}
	var lists []struct {
		X                    []float64
		Lower, Median, Upper float64
	}
	if err := json.Unmarshal(text, &lists); err != nil {
		t.Fatal(err)
	}
	if len(lists) != 72 {
		t.Fatalf("spread.json holds %d lists, want 72", len(lists))
	}
	for _, list := range lists {
		s := summary(list.X)
		if s.Lower != list.Lower || s.Median != list.Median || s.Upper != list.Upper || s.Count != len(list.X) {
			t.Errorf("%v is %+v, want %v, %v, %v", list.X, s, list.Lower, list.Median, list.Upper)
		}
	}
}

// runs have these costs, which are their accuracies too.
func runs(values ...float64) []Result {
	var list []Result
	for _, v := range values {
		list = append(list, Result{Metrics: session.Metrics{Cost: v, Accuracy: v}, Reached: -1})
	}
	return list
}

func TestSummarise(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		values []float64
		metric Metric
		want   string
	}{
		{[]float64{3, 1, 2}, Cost, "{3 1 1.5 2 2.5 3}"},
		{[]float64{3, 1, 2}, Accuracy, "{3 3 1.5 2 2.5 1}"},
		{[]float64{nan, 1}, Cost, "{1 1 1 1 1 1}"},
		{[]float64{nan}, Cost, "{0 NaN NaN NaN NaN NaN}"},
		{nil, Cost, "{0 NaN NaN NaN NaN NaN}"},
	} {
		if got := fmt.Sprint(Summarise(runs(test.values...), test.metric)); got != test.want {
			t.Errorf("%s of %v is %s, want %s", test.metric, test.values, got, test.want)
		}
	}
}

// The ends of the interval are the shares p that lie z of their own deviations from the share that was seen: with
// (k/n - p)² = z² p (1-p)/n.
func TestWilson(t *testing.T) {
	const z = 1.959963984540054
	for _, n := range []int{1, 5, 10, 100} {
		for k := range n + 1 {
			seen := float64(k) / float64(n)
			low, high := Wilson(k, n)
			for _, p := range []float64{low, high} {
				if math.Abs((seen-p)*(seen-p)-z*z*p*(1-p)/float64(n)) > 1e-15 {
					t.Errorf("%d of %d: %v to %v", k, n, low, high)
				}
			}
			if low > seen || high < seen || low == high {
				t.Errorf("%d of %d: %v to %v", k, n, low, high)
			}
		}
	}
	if low, high := Wilson(0, 0); low != 0 || high != 1 {
		t.Errorf("none of none: %v to %v", low, high)
	}
	if low, high := Wilson(47, 100); math.Abs(low-0.3751) > 1e-4 || math.Abs(high-0.5671) > 1e-4 {
		t.Errorf("47 of 100: %v to %v", low, high)
	}
}

func TestRate(t *testing.T) {
	results := runs(1, 2, 3, 4)
	results[0].Reached, results[2].Reached = 10, 40
	low, high := Wilson(2, 4)
	if got, want := RateOf(results, Cost), (Rate{2, 4, low, high, 25}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := RateOf(runs(1, math.NaN()), Cost); got.Runs != 1 {
		t.Errorf("a run without a cost counts: %+v", got)
	}
	if got := RateOf(runs(1), Cost); got.Reached != 0 || !math.IsNaN(got.Steps) {
		t.Errorf("got %+v", got)
	}
}

func TestMedianCurve(t *testing.T) {
	results := []Result{{Curve: []float64{1, 5, 9}}, {Curve: []float64{2, 4}}, {Curve: []float64{4}}}
	if got := fmt.Sprint(MedianCurve(results)); got != "[2 4.5 9]" {
		t.Errorf("got %s", got)
	}
}
