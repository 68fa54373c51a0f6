// Package config holds the settings of an experiment and the links that carry them.
//
// Settings is the one description of every setting: it drives parsing, printing, defaults, limits,
// the page's controls and docs/settings.md. A fragment such as
//
//	v=1&data=spiral&net=8,8&act=relu&lr=0.03
//
// lists the settings that differ from their defaults. Defaults are frozen: a published link keeps its meaning.
package config

import (
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// Config is one experiment. A Config made by Default, Decode or With is valid and canonical: every field lies
// within the limits of its Setting and equal experiments have deeply equal Configs. Its slices are never modified.
type Config struct {
	Data     dataset.Kind    // what the points look like
	N        int             // number of points, 10..2000
	Noise    float64         // 0..1
	Factor   float64         // inner radius of dataset.SKCircles, 0..0.99
	Clusters int             // of dataset.SKBlobs, 1..20
	Classes  int             // of the data that can have more than two, see ClassCount, 2..10; 0 of own data with values
	DataSeed uint32          // draws the points and the test share
	Test     int             // share held out for testing in percent, 0..90
	Scaling  dataset.Scaling // of the inputs
	YScaling dataset.Scaling // of values to predict

	Inputs []dataset.Feature // at least one, in the order of their declaration
	Net    []int             // sizes of the hidden layers; nil is logistic regression
	Act    []nn.Activation   // one for every hidden layer alike, or one per hidden layer when they differ
	Slope  float64           // of nn.Leaky below zero, 0..1
	Output nn.Activation     // nn.Sigmoid, nn.Tanh or nn.Linear, or nn.Softmax, which more than two classes need
	Loss   nn.Loss           // nn.CrossEntropy only with classes and a sigmoid output

	Init  nn.Init
	Scale float64 // of the initial weights, 0..100
	Seed  uint32  // draws the initial weights

	LearningRate float64 // 0..100
	Optimizer    nn.Optimizer
	Batch        int    // examples per update; 0 takes all of them
	BatchSeed    uint32 // draws the order of the examples
	L1, L2       float64

	Steps int // updates to train on opening, 0..100000
}

// Default returns the course's experiment: planar data and a 2-4-1 network.
func Default() Config {
	c, _ := decode(nil)
	return c
}

// ClassCount returns K, how many classes the data have; it is 2 of values too, which have none.
func (c Config) ClassCount() int {
	return max(c.Data.LeastClasses(), min(c.Classes, c.Data.MaxClasses()))
}

// Sizes returns the number of inputs, the sizes of the hidden layers and that of the output: one unit, or of a softmax one
// a class.
func (c Config) Sizes() []int {
	outputs := 1
	if K := c.ClassCount(); c.Output == nn.Softmax || K > 2 {
		outputs = K
	}
	return slices.Concat([]int{len(c.Inputs)}, c.Net, []int{outputs})
}

// columns returns how many coordinates the data have; of own data those that are inputs tell.
func (c *Config) columns() int {
	columns := c.Data.Columns()
	for _, f := range c.Inputs {
		if j, ok := f.Column(); ok {
			columns = max(columns, j+1)
		}
	}
	return columns
}

// Regression reports whether the network is to predict a value instead of a class.
func (c Config) Regression() bool {
	return c.Data.Regression() || c.Data == dataset.Own && c.Classes == 0
}

// Activations returns the activation of each hidden layer.
func (c Config) Activations() []nn.Activation {
	if len(c.Act) == len(c.Net) {
		return c.Act
	}
	each := make([]nn.Activation, len(c.Net))
	for i := range each {
		each[i] = c.Act[0]
	}
	return each
}

// Restarts reports whether going from c to next starts the run over; otherwise the weights can be kept.
func (c Config) Restarts(next Config) bool {
	for _, s := range Settings {
		if s.Structural && s.Text(c) != s.Text(next) {
			return true
		}
	}
	return false
}
