package config

import (
	"math"
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

//go:generate go run ./settingsdoc ../../docs/settings.md

// Settings describes every setting, in the order in which links hold them. A default or a limit depends only on
// the settings before it.
var Settings = []Setting{
	{Key: "data", Group: Data, Structural: true,
		About: "data set; own is points made by hand or a table, which the link holds under `z`",
		field: choice[dataset.Kind]{
			at:      func(c *Config) *dataset.Kind { return &c.Data },
			initial: always(dataset.Planar),
			among:   always(dataset.Kinds),
		}},
	{Key: "n", Group: Data, Structural: true, Min: 10, Max: 2000, Slider: Slider{Linear, 10, 2000},
		About: "number of points, of all but own data and iris",
		idle:  given,
		field: integer(400, func(c *Config) *int { return &c.N })},
	{Key: "noise", Group: Data, Structural: true, Min: 0, Max: 1, Slider: Slider{Linear, 0, 1},
		About: "noise in the points, of all but own data and iris; of skblobs their deviation, of skquantiles their variance",
		idle:  given,
		field: numeric[float64]{
			of:      Number,
			at:      func(c *Config) *float64 { return &c.Noise },
			initial: func(c *Config) float64 { return c.Data.DefaultNoise() },
		}},
	{Key: "factor", Group: Data, Structural: true, Min: 0, Max: 0.99, Slider: Slider{Linear, 0, 0.99},
		About: "inner radius of skcircles, the outer one being 1",
		idle:  func(c *Config) bool { return c.Data != dataset.SKCircles },
		field: number(dataset.DefaultFactor, func(c *Config) *float64 { return &c.Factor })},
	{Key: "clusters", Group: Data, Structural: true, Min: 1, Max: 20, Slider: Slider{Linear, 1, 20},
		About: "clusters of skblobs",
		idle:  func(c *Config) bool { return c.Data != dataset.SKBlobs },
		field: integer(dataset.DefaultClusters, func(c *Config) *int { return &c.Clusters })},
	{Key: "classes", Group: Data, Structural: true, Min: 2, Max: dataset.MaxClasses,
		About: "classes of blobs, rings and spiral, of the latter two at most 5; of own data at least as many as they have, 0 for values to predict",
		idle:  func(c *Config) bool { return c.Data.MaxClasses() == c.Data.LeastClasses() || c.Regression() },
		field: classes{numeric[int]{
			of:      Integer,
			at:      func(c *Config) *int { return &c.Classes },
			initial: func(c *Config) int { return c.Data.DefaultClasses() },
		}}},
	{Key: "dseed", Group: Data, Structural: true, Min: 0, Max: math.MaxUint32,
		About: "seed of the points and of the test share",
		field: integer(1, func(c *Config) *uint32 { return &c.DataSeed })},
	{Key: "test", Group: Data, Structural: true, Min: 0, Max: 90, Slider: Slider{Linear, 0, 90},
		About: "share of the points held out for testing, in percent",
		field: integer(0, func(c *Config) *int { return &c.Test })},
	{Key: "scaling", Group: Data, Structural: true,
		About: "numbers of the inputs: as they are, or standardised to mean 0 and variance 1 over the training examples",
		field: choice[dataset.Scaling]{
			at:      func(c *Config) *dataset.Scaling { return &c.Scaling },
			initial: always(dataset.Unscaled),
			among:   always(dataset.Scalings),
		}},
	{Key: "yscaling", Group: Data, Structural: true,
		About: "numbers to predict: as they are, or standardised to mean 0 and variance 1 over the training examples",
		idle:  func(c *Config) bool { return !c.Regression() },
		field: choice[dataset.Scaling]{
			at:      func(c *Config) *dataset.Scaling { return &c.YScaling },
			initial: always(dataset.Unscaled),
			among:   always(dataset.Scalings),
		}},

	{Key: "in", Group: Network, Structural: true, MaxItems: dataset.MaxColumns,
		About: "inputs of the network; of data with other columns than two these, `x1` `x2` `x3` and so on",
		field: inputs{}},
	{Key: "net", Group: Network, Structural: true, Min: 1, Max: nn.MaxUnits, MaxItems: nn.MaxHidden,
		About: "sizes of the hidden layers; 0 for none, which is logistic regression",
		field: sizes{}},
	{Key: "act", Group: Network, Structural: true, MaxItems: nn.MaxHidden,
		About: "activation of the hidden layers: one for all or one for each",
		idle:  func(c *Config) bool { return len(c.Net) == 0 },
		field: activations{}},
	{Key: "slope", Group: Network, Structural: true, Min: 0, Max: 1, Slider: Slider{Linear, 0, 1},
		About: "slope of leaky below zero",
		idle:  func(c *Config) bool { return !slices.Contains(c.Act, nn.Leaky) },
		field: number(0.01, func(c *Config) *float64 { return &c.Slope })},
	{Key: "out", Group: Network, Structural: true,
		About: "activation of the output; more than two classes need softmax, which has a unit for each",
		field: choice[nn.Activation]{
			at:      func(c *Config) *nn.Activation { return &c.Output },
			initial: defaultOutput,
			among:   outputs,
		}},
	{Key: "loss", Group: Network, Structural: true,
		About: "loss of one example",
		field: choice[nn.Loss]{
			at:      func(c *Config) *nn.Loss { return &c.Loss },
			initial: func(c *Config) nn.Loss { return losses(c)[0] },
			among:   losses,
		}},

	{Key: "init", Group: Start, Structural: true,
		About: "how the initial weights are chosen",
		field: choice[nn.Init]{
			at:      func(c *Config) *nn.Init { return &c.Init },
			initial: always(nn.Randn),
			among:   always(nn.Inits),
		}},
	{Key: "scale", Group: Start, Structural: true, Min: 0, Max: 100, Slider: Slider{Log, 1e-4, 10},
		About: "size of the initial weights, for constant, randn, uniform and rows",
		idle:  func(c *Config) bool { return !c.Init.Scaled() },
		field: number(0.01, func(c *Config) *float64 { return &c.Scale })},
	{Key: "seed", Group: Start, Structural: true, Min: 0, Max: math.MaxUint32,
		About: "seed of the initial weights",
		field: integer(2, func(c *Config) *uint32 { return &c.Seed })},

	{Key: "lr", Group: Training, Min: 0, Max: 100, Slider: Slider{Log, 1e-5, 10},
		About: "learning rate",
		field: number(1.2, func(c *Config) *float64 { return &c.LearningRate })},
	{Key: "opt", Group: Training,
		About: "optimizer",
		field: choice[nn.Optimizer]{
			at:      func(c *Config) *nn.Optimizer { return &c.Optimizer },
			initial: always(nn.GradientDescent),
			among:   always(nn.Optimizers),
		}},
	{Key: "batch", Group: Training, Min: 0, Max: 2000,
		About: "examples per update; 0 takes all of them",
		field: integer(0, func(c *Config) *int { return &c.Batch })},
	{Key: "bseed", Group: Training, Min: 0, Max: math.MaxUint32,
		About: "seed of the order of the examples in mini-batches",
		idle:  func(c *Config) bool { return c.Batch == 0 },
		field: integer(10, func(c *Config) *uint32 { return &c.BatchSeed })},
	{Key: "l1", Group: Training, Min: 0, Max: 10,
		About: "L1 regularisation",
		field: number(0, func(c *Config) *float64 { return &c.L1 })},
	{Key: "l2", Group: Training, Min: 0, Max: 10,
		About: "L2 regularisation",
		field: number(0, func(c *Config) *float64 { return &c.L2 })},

	{Key: "steps", Group: Opening, Min: 0, Max: 100000,
		About: "updates to train on opening",
		field: integer(0, func(c *Config) *int { return &c.Steps })},
}

// Lookup returns the setting with the given key, nil when there is none.
func Lookup(key string) *Setting {
	i := slices.IndexFunc(Settings, func(s Setting) bool { return s.Key == key })
	if i < 0 {
		return nil
	}
	return &Settings[i]
}

// given reports whether the points are those that there are, as own ones and those of a table.
func given(c *Config) bool { return !c.Data.IsDrawn() }

func defaultOutput(c *Config) nn.Activation {
	switch {
	case c.Regression():
		return nn.Linear
	case c.ClassCount() > 2:
		return nn.Softmax
	}
	return nn.Sigmoid
}

// outputs returns the activations of the output that suit data and hidden layers: a softmax of two classes has one unit more.
func outputs(c *Config) []nn.Activation {
	if c.ClassCount() > 2 {
		return []nn.Activation{nn.Softmax}
	}
	list := []nn.Activation{nn.Sigmoid, nn.Tanh, nn.Linear}
	with := *c
	with.Output = nn.Softmax
	if !c.Regression() && (nn.Architecture{Sizes: with.Sizes()}).ParameterCount() <= nn.MaxParameters {
		list = append(list, nn.Softmax)
	}
	return list
}

// losses returns the losses that suit data and output, the default first.
func losses(c *Config) []nn.Loss {
	if c.Output == nn.Softmax {
		return []nn.Loss{nn.LogLoss}
	}
	if c.Regression() || !nn.CrossEntropy.Accepts(c.Output) {
		return []nn.Loss{nn.MeanSquaredError}
	}
	return []nn.Loss{nn.CrossEntropy, nn.MeanSquaredError}
}
