package main

import (
	"shallows/engine/kernel"
	"shallows/engine/nn"
)

// subject is one way to do the work.
type subject struct {
	train    func(updates int)
	cost     func() float64 // over all examples, as trained so far
	evaluate func()         // every unit on the grid; nil where that is not compared
}

// subjects returns the subjects of a workload by name.
func subjects(w *workload) []named {
	list := []named{{"tiles", newKernelSubject(w)}, {"plain loops", newPlainSubject(w)}, {"gonum", newGonumSubject(w)}}
	if accelerator != nil {
		kernel.Use(accelerator)
		list = append(list, named{"vectors", newKernelSubject(w)})
		kernel.Use(nil)
	}
	return list
}

type named struct {
	Name string
	subject
}

func newKernelSubject(w *workload) subject {
	n := w.network()
	k, updater := kernel.New(n), nn.NewUpdater(nn.GradientDescent, w.LearningRate, n)
	X, grid := w.examples(), w.grid()
	field := n.NewTrace(grid.Cols)
	return subject{
		train: func(updates int) {
			w.batches(updates, func(chosen []int) { k.Step(X, w.Y, chosen, nn.Penalty{}, updater) })
		},
		cost:     func() float64 { return cost(w, n) },
		evaluate: func() { k.Forward(grid, field) },
	}
}

func newPlainSubject(w *workload) subject {
	p, field := newPlain(w), newPlainField(w)
	return subject{
		train: p.train,
		cost: func() float64 {
			n := w.network()
			copy(n.Parameters(), p.parameters)
			return cost(w, n)
		},
		evaluate: field.evaluate,
	}
}

// newGonumSubject trains by engine/nn, the reference.
func newGonumSubject(w *workload) subject {
	n := w.network()
	updater := nn.NewUpdater(nn.GradientDescent, w.LearningRate, n)
	all, x, y := w.examples(), w.examples(), make([]float64, w.Batch)
	x.Cols, x.Stride, x.Data = w.Batch, w.Batch, make([]float64, x.Rows*w.Batch)
	trace, gradient := n.NewTrace(w.Batch), n.NewGradient(w.Batch)
	return subject{
		train: func(updates int) {
			w.batches(updates, func(chosen []int) {
				for e, example := range chosen {
					y[e] = w.Y[example]
					for i := range x.Rows {
						x.Data[i*x.Stride+e] = all.Data[i*all.Stride+example]
					}
				}
				n.Forward(x, trace)
				n.Backward(trace, y, nn.Penalty{}, gradient)
				updater.Step(n, gradient)
			})
		},
		cost: func() float64 { return cost(w, n) },
	}
}

// cost returns the cost of n over all examples.
func cost(w *workload, n *nn.Network) float64 {
	trace := n.NewTrace(len(w.Y))
	n.Forward(w.examples(), trace)
	return n.Cost(trace, w.Y, nn.Penalty{})
}
