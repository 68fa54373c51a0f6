package scene

import (
	"math"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// A field is a unit's value over the plane. It is coloured in two steps. The tone brings the value
// into [-1, 1]: an input over the largest value it has in the plane; sigmoid doubled and less 1;
// tanh as it is; a linear output clamped; relu, leaky and linear hidden units by a / (1 + |a|).
// The ramp gives a tone t the colour |t| * rampStrength of the way from neutral to negative or
// positive, channel by channel in sRGB; discretised, every |t| counts as discreteTone, a t of 0 as
// positive. Shader does the same arithmetic.
const (
	rampStrength = 0.66
	discreteTone = 0.75
)

// featureReach is the largest magnitude of each input in the plane.
func featureReach(f dataset.Feature) float64 {
	switch f {
	case dataset.X1, dataset.X2:
		return dataset.Reach
	case dataset.X1Sq, dataset.X2Sq, dataset.X1X2:
		return dataset.Reach * dataset.Reach
	default:
		return 1
	}
}

// inputTone is the tone of an input.
func inputTone(value float64, f dataset.Feature) float64 { return value / featureReach(f) }

// unitTone is the tone of a unit of layer l.
func unitTone(value float64, a nn.Architecture, l int) float64 {
	switch a.Activation(l) {
	case nn.Sigmoid:
		return 2*value - 1
	case nn.Tanh:
		return value
	}
	if l == a.Layers() {
		return max(-1, min(1, value))
	}
	return value / (1 + math.Abs(value))
}

// Ramp is the colour of a tone.
func (t Theme) Ramp(tone float64, discretise bool) Colour {
	if discretise {
		if tone < 0 {
			tone = -discreteTone
		} else {
			tone = discreteTone
		}
	}
	end := t.Positive
	if tone < 0 {
		end = t.Negative
	}
	return Mix(t.Neutral, end, float32(rampStrength*math.Abs(tone)))
}
