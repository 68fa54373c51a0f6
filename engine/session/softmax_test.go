package session

import (
	"math"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// several returns the settings of a link over so many blobs, told apart by a softmax.
func several(t *testing.T, link string, classes int) config.Config {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) != 0 {
		t.Fatal(warnings)
	}
	c.Data, c.Noise, c.Classes, c.Output, c.Loss = dataset.Blobs, 0, classes, nn.Softmax, nn.LogLoss
	return c
}

func TestSeveralClassesAreLearned(t *testing.T) {
	for _, K := range []int{2, 3, 10} {
		s := New(several(t, "net=0&lr=1&test=25&n=200", K))
		s.Step(1000)
		m := s.Metrics()
		if m.Accuracy < 0.97 || m.TestAccuracy < 0.9 || m.Cost > 0.15 {
			t.Errorf("%d classes: %+v", K, m)
		}
		for _, test := range []bool{false, true} {
			set, accuracy := s.Train(), m.Accuracy
			if test {
				set, accuracy = s.Test(), m.TestAccuracy
			}
			all, right := 0, 0
			for class, row := range s.Confusion(test) {
				right += row[class]
				for _, count := range row {
					all += count
				}
			}
			if all != set.Len() || float64(right) != math.Round(accuracy*float64(all)) {
				t.Errorf("%d classes: %d of %d right by the matrix, the accuracy of %d is %v", K, right, all, set.Len(), accuracy)
			}
		}
	}
}

// With zero weights each class has the same share, and the first is told.
func TestConfusionOfUndecidedOutputs(t *testing.T) {
	s := New(several(t, "init=zeros&n=30", 3))
	want := Confusion{{10, 0, 0}, {10, 0, 0}, {10, 0, 0}}
	if got := s.Confusion(false); !slices.EqualFunc(got, want, slices.Equal[[]int]) {
		t.Errorf("%v, want %v", got, want)
	}
	if m := s.Metrics(); math.Abs(m.Cost-math.Log(3)) > 1e-15 || m.Accuracy != 1./3 {
		t.Errorf("%+v", m)
	}
	two := open(t, "init=zeros&out=tanh")
	if got := two.Confusion(false); !slices.EqualFunc(got, Confusion{{200, 0}, {200, 0}}, slices.Equal[[]int]) {
		t.Errorf("of a tanh %v", got)
	}
}

// A state goes on bit for bit, the kernel and a gradient of one's own agree, and what diverges stops at finite numbers.
func TestSoftmaxRuns(t *testing.T) {
	c := several(t, "net=5,4&act=relu,tanh&init=he&lr=0.05&opt=adam&batch=17&n=100", 5)
	s := New(c)
	s.Step(40)
	other := New(c)
	if err := other.Restore(s.State()); err != nil {
		t.Fatal(err)
	}
	own := NewOver(c, dataset.Points{}, (*nn.Network).Backward)
	own.Step(40)
	for i, want := range s.Network().Parameters() {
		if got := own.Network().Parameters()[i]; math.Abs(got-want) > 1e-9 {
			t.Fatalf("parameter %d is %v by the kernel, %v by gonum", i, want, got)
		}
	}
	s.Step(40)
	other.Step(40)
	if !slices.Equal(s.Network().Parameters(), other.Network().Parameters()) {
		t.Error("a state goes on another way")
	}

	wild := New(several(t, "net=4&act=linear&lr=100&init=constant&scale=100", 3))
	wild.Step(1000)
	if m := wild.Metrics(); !m.Diverged && math.IsInf(m.Cost, 0) || math.IsNaN(m.Cost) {
		t.Errorf("%+v", m)
	}
}
