package config

import (
	"math"
	"strings"

	"shallows/engine/nn"
)

// sizes is the list of hidden layer sizes. A lone 0 stands for no hidden layer.
type sizes struct{}

func (sizes) kind() Kind               { return Integers }
func (sizes) options(*Config) []string { return nil }
func (sizes) reset(c *Config)          { c.Net = []int{4} }

func (sizes) text(c *Config) string {
	if len(c.Net) == 0 {
		return "0"
	}
	texts := make([]string, len(c.Net))
	for i, size := range c.Net {
		texts[i] = FormatNumber(float64(size))
	}
	return strings.Join(texts, ",")
}

// parse keeps the first layers of too many and shrinks a network of too many parameters.
func (sizes) parse(c *Config, s *Setting, text string) Reason {
	reason := Fine
	var net []int
	items := strings.Split(text, ",")
	for _, item := range items {
		v, ok := ParseNumber(item)
		if !ok || v != math.Trunc(v) {
			return Invalid
		}
		if v == 0 && len(items) == 1 {
			break
		}
		within := s.clamp(v)
		if within != v {
			reason = Clamped
		}
		net = append(net, int(within))
	}
	if len(net) > s.MaxItems {
		net = net[:s.MaxItems]
		reason = Clamped
	}
	c.Net = net
	for (nn.Architecture{Sizes: c.Sizes()}).ParameterCount() > nn.MaxParameters {
		c.Net[widest(c.Net)]--
		reason = Clamped
	}
	return reason
}

// widest returns the index of the first of the largest sizes.
func widest(net []int) int {
	at := 0
	for i, size := range net {
		if size > net[at] {
			at = i
		}
	}
	return at
}
