package nn

import (
	"errors"
	"math"
	"slices"
)

// Limits of an Architecture. MaxUnits also keeps every product of [blas64.Gemm] within one block
// of rows, see multiply.
const (
	MaxHidden     = 6    // hidden layers
	MaxUnits      = 64   // units in a layer
	MaxParameters = 4096 // weights and biases
	MaxClasses    = 10   // units of a softmax output
)

// Architecture is the shape of a network and what it is judged by: everything that stays when its
// parameters change.
type Architecture struct {
	Sizes  []int        // n[0] to n[L]: inputs, hidden layers, the one output or a unit a class
	Hidden []Activation // g[1] to g[L-1], one a hidden layer
	Output Activation   // g[L]
	Slope  float64      // of the leaky activations for z <= 0
	Loss   Loss
}

// Layers returns L, the number of layers without the input.
func (a Architecture) Layers() int { return len(a.Sizes) - 1 }

// Activation returns g[l], for l from 1 to L.
func (a Architecture) Activation(l int) Activation {
	if l == a.Layers() {
		return a.Output
	}
	return a.Hidden[l-1]
}

// Alike reports whether two architectures are the same.
func (a Architecture) Alike(b Architecture) bool {
	return slices.Equal(a.Sizes, b.Sizes) && slices.Equal(a.Hidden, b.Hidden) && a.Output == b.Output && a.Slope == b.Slope && a.Loss == b.Loss
}

// ParameterCount returns the number of weights and biases.
func (a Architecture) ParameterCount() int {
	count := 0
	for l := 1; l < len(a.Sizes); l++ {
		count += a.Sizes[l] * (a.Sizes[l-1] + 1)
	}
	return count
}

// Validate returns an error that names the first rule the architecture breaks, or nil.
func (a Architecture) Validate() error {
	L := a.Layers()
	if L < 1 || L > MaxHidden+1 {
		return errors.New("nn: a network has 0 to 6 hidden layers between its inputs and its output")
	}
	for _, n := range a.Sizes {
		if n < 1 || n > MaxUnits {
			return errors.New("nn: a layer has 1 to 64 units")
		}
	}
	if K := a.Sizes[L]; a.Output == Softmax && (K < 2 || K > MaxClasses) {
		return errors.New("nn: a softmax has 2 to 10 outputs")
	} else if a.Output != Softmax && K != 1 {
		return errors.New("nn: a network has one output, unless that is a softmax")
	}
	if a.ParameterCount() > MaxParameters {
		return errors.New("nn: a network has at most 4096 weights and biases")
	}
	if len(a.Hidden) != L-1 {
		return errors.New("nn: every hidden layer has one activation")
	}
	for _, g := range a.Hidden {
		if !slices.Contains(Activations, g) {
			return errors.New("nn: unknown activation of a hidden layer")
		}
	}
	if !a.Loss.Accepts(a.Output) {
		return errors.New("nn: the loss cannot judge this output: cross-entropy needs a sigmoid or, over classes, a softmax, the squared error a sigmoid, tanh or linear output")
	}
	if math.IsNaN(a.Slope) || math.IsInf(a.Slope, 0) {
		return errors.New("nn: the slope is not finite")
	}
	return nil
}
