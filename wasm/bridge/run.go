//go:build js

package bridge

import (
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
	"shallows/engine/page/script"
	"shallows/engine/session"
)

func (e *Engine) run() *session.Session { return e.stage.Session() }

// metrics returns {step, epoch, cost, testCost, accuracy, testAccuracy, diverged}, null for what does not apply.
func (e *Engine) metrics(arguments) any {
	m := e.run().Metrics()
	return object(
		"step", m.Step,
		"epoch", m.Epoch,
		"cost", orNull(m.Cost),
		"testCost", orNull(m.TestCost),
		"accuracy", orNull(m.Accuracy),
		"testAccuracy", orNull(m.TestAccuracy),
		"diverged", m.Diverged,
	)
}

// params returns {layers: [{W: [[…], …], b: […], activation}, …]}, a row of W for each unit.
func (e *Engine) params(arguments) any {
	n := e.run().Network()
	var layers []any
	for l := 1; l < len(n.W); l++ {
		activation := n.Output
		if l < len(n.W)-1 {
			activation = n.Hidden[l-1]
		}
		layers = append(layers, object("W", rows(n.W[l]), "b", array(n.B[l], as), "activation", activation.String()))
	}
	return object("layers", layers)
}

func rows(m blas64.General) []any {
	list := make([]any, m.Rows)
	for i := range list {
		list[i] = array(m.Data[i*m.Stride:i*m.Stride+m.Cols], as)
	}
	return list
}

// predict returns the output for each point, which has as many coordinates as the data and their units; of a softmax a list of
// the probabilities of all classes.
func (e *Engine) predict(args arguments) any {
	x, err := script.Points(args.json(0), e.run().Columns())
	if err != nil {
		panic(sentence(err.Error()))
	}
	n := e.run().Network()
	K := n.Sizes[n.Layers()]
	outputs := make([]float64, K*len(x[0]))
	e.run().Predict(outputs, x...)
	if K == 1 {
		return array(outputs, as)
	}
	shares := make([]any, len(x[0]))
	for i := range shares {
		shares[i] = array(outputs[i*K:(i+1)*K], as)
	}
	return shares
}

// data returns the examples as the data have them, {train: [[x1, x2, y], …], test: […]}, with more coordinates where they have
// more.
func (e *Engine) data(arguments) any {
	train, test := e.run().Split()
	return object("train", examples(train), "test", examples(test))
}

func examples(s dataset.Set) []any {
	list := make([]any, len(s.Y))
	for i := range list {
		example := make([]any, 0, len(s.X)+1)
		for _, x := range s.X {
			example = append(example, x[i])
		}
		list[i] = append(example, s.Y[i])
	}
	return list
}
