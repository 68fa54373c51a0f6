package bench

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/session"
)

// Text returns r as a text, which ReadResult reads back bit for bit: for runs that are trained in another memory.
func (r Result) Text() string {
	words := []string{strconv.Itoa(r.Step), strconv.Itoa(r.Epoch), strconv.FormatBool(r.Diverged), strconv.Itoa(r.Reached)}
	for _, v := range slices.Concat([]float64{r.Cost, r.TestCost, r.Accuracy, r.TestAccuracy}, r.Curve) {
		words = append(words, strconv.FormatFloat(v, 'g', -1, 64))
	}
	return strings.Join(words, " ")
}

// ReadResult reads what Text has written of a run of p; ok is false of any other text.
func (p Plan) ReadResult(text string) (r Result, ok bool) {
	words := strings.Fields(text)
	const plain, numbers = 4, 4 // that stand before the curve
	if n := len(words) - plain - numbers; n < 1 || n > len(p.Samples()) {
		return Result{}, false
	}
	step, err := strconv.Atoi(words[0])
	epoch, err1 := strconv.Atoi(words[1])
	diverged, err2 := strconv.ParseBool(words[2])
	reached, err3 := strconv.Atoi(words[3])
	if err != nil || err1 != nil || err2 != nil || err3 != nil || step < 0 || step > p.Steps || reached < -1 || reached > step {
		return Result{}, false
	}
	var values []float64
	for _, word := range words[plain:] {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return Result{}, false
		}
		values = append(values, v)
	}
	m := session.Metrics{Step: step, Epoch: epoch, Diverged: diverged, Cost: values[0], TestCost: values[1], Accuracy: values[2], TestAccuracy: values[3]}
	return Result{m, reached, values[numbers:]}, true
}
