package session

import (
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
	"shallows/engine/kernel"
	"shallows/engine/nn"
)

// examples is a set as the network sees it.
type examples struct {
	dataset.Set
	X       blas64.General
	trace   *nn.Trace
	current bool // trace is that of the present parameters
	places  Places
}

// examples returns a set as the network of s sees it.
func (s *Session) examples(set dataset.Set) examples {
	return examples{Set: set, X: s.InputsOf(set), trace: s.network.NewTrace(set.Len())}
}

// over returns e with another set. It keeps the room for a forward pass where that fits.
func (s *Session) over(e examples, set dataset.Set) examples {
	if e.trace == nil || set.Len() != e.Len() {
		return s.examples(set)
	}
	return examples{Set: set, X: s.InputsOf(set), trace: e.trace}
}

// newBatch has room for size examples.
func newBatch(size int, inputs []dataset.Feature, n *nn.Network) examples {
	return examples{
		Set: dataset.Set{Y: make([]float64, size)},
		X: blas64.General{
			Rows: len(inputs), Cols: size, Stride: size,
			Data: make([]float64, len(inputs)*size),
		},
		trace: n.NewTrace(size),
	}
}

// take makes e the chosen examples of all, as many as e has room for or fewer.
func (e *examples) take(all *examples, chosen []int) {
	e.X.Cols, e.Y = len(chosen), e.Y[:len(chosen)]
	for j, i := range chosen {
		e.Y[j] = all.Y[i]
		for f := range e.X.Rows {
			e.X.Data[f*e.X.Stride+j] = all.X.Data[f*all.X.Stride+i]
		}
	}
	e.current = false
}

// forward returns the forward pass of k's network over the examples.
func (e *examples) forward(k *kernel.Kernel) *nn.Trace {
	if !e.current {
		k.Forward(e.X, e.trace)
		e.current = true
	}
	return e.trace
}
