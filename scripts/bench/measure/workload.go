package main

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/random"
)

// workload is one network with the examples it is trained on. Every subject starts from its weights.
type workload struct {
	Name         string
	Sizes        []int
	Hidden       string // the activation of all hidden layers; the output is a sigmoid, or a softmax of more units than one
	LearningRate float64
	Batch        int
	X            []float64 // a row for each input
	Y            []float64
	Order        []int // the examples are taken in this order, over and over
	Parameters   []float64

	architecture nn.Architecture
}

// workloads returns the four networks of mini-batches of ten and the page's default.
func workloads() []*workload {
	return []*workload{
		newWorkload("W1 2-4-1 tanh", []int{2, 4, 1}, nn.Tanh, 500, 10),
		newWorkload("W2 2-8-8-1 tanh", []int{2, 8, 8, 1}, nn.Tanh, 500, 10),
		newWorkload("W3 2-8x6-1 tanh", []int{2, 8, 8, 8, 8, 8, 8, 1}, nn.Tanh, 500, 10),
		newWorkload("W4 7-32-32-1 relu", []int{7, 32, 32, 1}, nn.ReLU, 500, 10),
		newWorkload("default 2-4-1 tanh, all 400", []int{2, 4, 1}, nn.Tanh, 400, 400),
	}
}

func newWorkload(name string, sizes []int, hidden nn.Activation, m, batch int) *workload {
	w := &workload{
		Name: name, Sizes: sizes, Hidden: hidden.String(), LearningRate: 0.003, Batch: batch,
		architecture: nn.Architecture{Sizes: sizes, Output: nn.Sigmoid},
	}
	for range len(sizes) - 2 {
		w.architecture.Hidden = append(w.architecture.Hidden, hidden)
	}
	set := dataset.Generate(dataset.Gauss, m, 1, 1)
	if units := sizes[len(sizes)-1]; units > 1 {
		w.architecture.Output, w.architecture.Loss = nn.Softmax, nn.LogLoss
		set = dataset.Recipe{Kind: dataset.Blobs, N: m, Noise: 1, Seed: 1, Classes: units}.Set()
	}
	w.X, w.Y = w.inputs(set).Data, set.Y
	w.Order = random.NewRandomState(1).Permutation(m)
	w.Parameters = w.network().Parameters()
	return w
}

// inputs returns as many features of the points as the network has inputs.
func (w *workload) inputs(s dataset.Set) blas64.General {
	return s.Inputs(dataset.Features[:w.Sizes[0]])
}

// network returns the network at its start.
func (w *workload) network() *nn.Network {
	n, err := nn.New(w.architecture, nn.Xavier, 0, 2)
	if err != nil {
		panic(err)
	}
	return n
}

func (w *workload) examples() blas64.General {
	m := len(w.Y)
	return blas64.General{Rows: w.Sizes[0], Cols: m, Stride: m, Data: w.X}
}

// batches calls train with the examples of each of so many updates.
func (w *workload) batches(updates int, train func(chosen []int)) {
	first := 0
	for range updates {
		train(w.Order[first : first+w.Batch])
		if first += w.Batch; first == len(w.Order) {
			first = 0
		}
	}
}

// side is the number of rows and columns of the grid over the plane.
const side = 100

// grid returns the inputs at the points of the grid.
func (w *workload) grid() blas64.General {
	s := dataset.NewSet(2, side*side)
	for i := range side * side {
		s.Add(dataset.Reach*(2*float64(i%side)/side-1), dataset.Reach*(2*math.Floor(float64(i)/side)/side-1), 0)
	}
	return w.inputs(s)
}
