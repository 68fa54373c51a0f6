package main

import (
	"fmt"

	"shallows/engine/kernel"
	"shallows/engine/nn"
)

// outputs are two networks with the same hidden layers: one tells two classes by a sigmoid, one three by a softmax.
type outputs struct {
	Name       string
	Batch      int
	contenders [2]subject
}

func newOutputs() (list []outputs) {
	kernel.Use(accelerator)
	defer kernel.Use(nil)
	for _, p := range []struct {
		name     string
		hidden   []int
		m, batch int
	}{
		{"W1 2-4", []int{4}, 500, 10},
		{"default 2-4, all 400", []int{4}, 400, 400},
		{"W2 2-8-8", []int{8, 8}, 500, 10},
		{"no hidden layer", nil, 500, 10},
		{"no hidden layer, all 400", nil, 400, 400},
	} {
		o := outputs{Name: p.name, Batch: p.batch}
		for i, units := range []int{1, 3} {
			sizes := append(append([]int{2}, p.hidden...), units)
			o.contenders[i] = newKernelSubject(newWorkload(fmt.Sprint(sizes), sizes, nn.Tanh, p.m, p.batch))
		}
		list = append(list, o)
	}
	return list
}
