package config

import (
	"slices"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// inputs is the list of features that the network sees. Those that are no coordinates are for points of the plane.
type inputs struct{}

func (inputs) kind() Kind                 { return Choices }
func (inputs) options(c *Config) []string { return codes(dataset.FeaturesOf(c.columns())) }
func (inputs) reset(c *Config)            { c.Inputs = dataset.Coordinates(c.Data.Columns()) }
func (inputs) text(c *Config) string      { return strings.Join(codes(c.Inputs), ",") }

// parse puts the features in order and drops those given twice.
func (inputs) parse(c *Config, _ *Setting, text string) Reason {
	features, ok := findAll(dataset.FeaturesOf(c.Data.Columns()), text)
	if !ok && c.Data == dataset.Own {
		features, ok = findAll(dataset.Coordinates(dataset.MaxColumns), text)
	}
	if !ok {
		return Invalid
	}
	given := len(features)
	slices.Sort(features)
	c.Inputs = slices.Compact(features)
	if len(c.Inputs) < given {
		return Repeated
	}
	return Fine
}

// activations is one activation for every hidden layer alike, or one per hidden layer.
type activations struct{}

func (activations) kind() Kind               { return Choices }
func (activations) options(*Config) []string { return codes(nn.Activations) }
func (activations) reset(c *Config)          { c.Act = []nn.Activation{nn.Tanh} }
func (activations) text(c *Config) string    { return strings.Join(codes(c.Act), ",") }

// parse fits a list of the wrong length to the layers: it cuts the end or repeats the last activation.
func (activations) parse(c *Config, _ *Setting, text string) Reason {
	list, ok := findAll(nn.Activations, text)
	if !ok {
		return Invalid
	}
	layers := max(len(c.Net), 1)
	reason := Fine
	if len(list) != 1 && len(list) != layers {
		reason = Clamped
		list = list[:min(len(list), layers)]
	}
	last := list[len(list)-1]
	for len(list) < layers {
		list = append(list, last)
	}
	if len(slices.Compact(slices.Clone(list))) == 1 {
		list = list[:1]
	}
	c.Act = slices.Clip(list)
	return reason
}

// findAll returns the values of a list of codes.
func findAll[T coded](values []T, text string) (list []T, ok bool) {
	for code := range strings.SplitSeq(text, ",") {
		v, ok := find(values, code)
		if !ok {
			return nil, false
		}
		list = append(list, v)
	}
	return list, true
}
