package lecture

import (
	"slices"
	"strings"
	"testing"
)

func TestStagesAreInTheLecturesOrder(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1", "Z[1] A[1] Z[2] A[2] J dZ[2] dW[2] db[2] dZ[1] dW[1] db[1] update"},
		{"v=1&net=0", "Z[1] A[1] J dZ[1] dW[1] db[1] update"},
		{"v=1&net=3,2&opt=adam", "Z[1] A[1] Z[2] A[2] Z[3] A[3] J dZ[3] dW[3] db[3] dZ[2] dW[2] db[2] dZ[1] dW[1] db[1] update"},
	} {
		var words []string
		for _, stage := range NewLedger(run(t, test.link), OwnTargets).Stages() {
			word := symbolText(stage.Name)
			if stage.Name == (Symbol{}) {
				word = "update"
			}
			words = append(words, word)
		}
		if got := strings.Join(words, " "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.link, got, test.want)
		}
	}
}

// Whatever has a formula is computed in one stage, after all that its formula needs.
func TestStagesFillTheLedger(t *testing.T) {
	for _, link := range []string{"v=1", "v=1&net=3,2&loss=mse&opt=momentum", "v=1&net=0&opt=rmsprop", "v=1&out=tanh&opt=adam&l1=0.1"} {
		l := NewLedger(run(t, link), OwnTargets)
		var filled []Symbol
		for _, stage := range l.Stages() {
			filled = append(filled, stage.Fills...)
		}
		var computed []Symbol
		for _, q := range l.Quantities {
			if q.Formula != nil {
				computed = append(computed, q.Symbol)
			}
		}
		if !slices.Equal(filled, computed) {
			t.Errorf("%s: stages fill %v, want %v", link, filled, computed)
		}
	}
}

// A stage is shown where its numbers are: the diagram needs its layer.
func TestStagesKnowTheirLayer(t *testing.T) {
	var layers []int
	for _, stage := range NewLedger(run(t, "v=1"), OwnTargets).Stages() {
		layers = append(layers, stage.Layer)
	}
	if want := []int{1, 1, 2, 2, 2, 2, 2, 2, 1, 1, 1, 0}; !slices.Equal(layers, want) {
		t.Errorf("layers %v, want %v", layers, want)
	}
}
