package config

import (
	"slices"
	"strings"

	"shallows/engine/dataset"
)

// Over returns c as it can be over points, where its data are own: with classes enough for them or values as they have,
// and with inputs that they have.
func (c Config) Over(p dataset.Points) Config {
	if c.Data != dataset.Own {
		return c
	}
	has := dataset.FeaturesOf(p.Columns())
	inputs := slices.DeleteFunc(slices.Clone(c.Inputs), func(f dataset.Feature) bool { return !slices.Contains(has, f) })
	if len(inputs) == 0 {
		inputs = dataset.Coordinates(p.Columns())
	}
	classes := max(c.Classes, p.Classes())
	if p.Values {
		classes = 0
	}
	if classes == c.Classes && len(inputs) == len(c.Inputs) {
		return c
	}
	return c.learning(classes, inputs)
}

// Table returns c over points as one that begins with them: all their columns are inputs, and there are no other classes,
// but those of c where there is nothing yet.
func (c Config) Table(p dataset.Points) Config {
	classes := p.Classes()
	switch {
	case p.Values:
		classes = 0
	case p.Len() == 0:
		classes = c.ClassCount()
	}
	return c.learning(classes, dataset.Coordinates(p.Columns()))
}

// learning returns c over own data of so many classes, 0 for values, with some inputs.
func (c Config) learning(classes int, inputs []dataset.Feature) Config {
	c, _ = c.With(
		Pair{"data", dataset.Own.String()},
		Pair{"classes", FormatNumber(float64(classes))},
		Pair{"in", strings.Join(codes(inputs), ",")},
	)
	return c
}
