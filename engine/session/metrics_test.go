package session

import (
	"fmt"
	"math"
	"testing"

	"shallows/engine/config"
)

// The costs that the course prints for its network of four hidden units.
func Example() {
	s := New(config.Default())
	for _, n := range []int{0, 1000, 1000} {
		s.Step(n)
		m := s.Metrics()
		fmt.Printf("Cost after iteration %d: %.6f\n", m.Step, m.Cost)
	}
	// Output:
	// Cost after iteration 0: 0.693048
	// Cost after iteration 1000: 0.288083
	// Cost after iteration 2000: 0.254385
}

// An accuracy that the course prints for hidden layers of other sizes; TestPublishedTables of engine/bench has all.
func ExampleSession_Metrics() {
	c := config.Default()
	c.Net = []int{3}
	s := New(c)
	s.Step(5000)
	fmt.Printf("Accuracy for %d hidden units: %v %%\n", c.Net[0], 100*s.Metrics().Accuracy)
	// Output:
	// Accuracy for 3 hidden units: 90.75 %
}

func TestMetricsOfNothing(t *testing.T) {
	tests := []struct {
		link                             string
		testCost, accuracy, testAccuracy bool // whether there is such a metric
	}{
		{"", false, true, false},
		{"test=10", true, true, true},
		{"data=bumps", false, false, false},
		{"data=bumps&test=10", true, false, false},
	}
	for _, test := range tests {
		m := open(t, test.link).Metrics()
		if math.IsNaN(m.Cost) || math.IsNaN(m.TestCost) == test.testCost ||
			math.IsNaN(m.Accuracy) == test.accuracy || math.IsNaN(m.TestAccuracy) == test.testAccuracy {
			t.Errorf("%q: %+v", test.link, m)
		}
	}
}

// Whatever the output, telling every example right is an accuracy of 1.
func TestAccuracyOfSeparableData(t *testing.T) {
	for _, link := range []string{
		"data=line&net=0&lr=1",
		"data=line&net=0&lr=0.1&out=tanh",
		"data=gauss&net=0&lr=0.05&out=linear",
	} {
		s := open(t, link+"&test=25")
		s.Step(2000)
		if m := s.Metrics(); m.Accuracy != 1 || m.TestAccuracy != 1 {
			t.Errorf("%s: %+v", link, m)
		}
	}
}

// With zero weights a sigmoid says 0.5, a tanh 0 for every example: class 0, half of planar.
func TestAccuracyOfUndecidedOutputs(t *testing.T) {
	for _, out := range []string{"sigmoid", "tanh", "linear"} {
		if m := open(t, "init=zeros&out="+out).Metrics(); m.Accuracy != 0.5 {
			t.Errorf("%s: accuracy %v, want 0.5", out, m.Accuracy)
		}
	}
}

func TestCostHoldsThePenalty(t *testing.T) {
	free, bound := open(t, "init=constant&scale=2"), open(t, "init=constant&scale=2&l1=0.1&l2=0.01")
	// 2-4-1 has 12 weights, all 2 here.
	want := free.Metrics().Cost + 0.1*12*2 + 0.01/2*12*4
	if got := bound.Metrics().Cost; math.Abs(got-want) > 1e-12 {
		t.Errorf("J = %v with the penalty, want %v", got, want)
	}
}
