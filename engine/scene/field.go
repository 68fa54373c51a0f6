package scene

import (
	"math"

	"shallows/engine/nn"
)

// A field is a unit's value over the plane. It is coloured in two steps. The tone brings the value
// into [-1, 1]: an input over the largest magnitude it has in the plane shown; sigmoid doubled and less 1;
// tanh as it is; a linear output clamped; relu, leaky and linear hidden units by a / (1 + |a|).
// The ramp gives a tone t the colour |t| * rampStrength of the way from neutral to negative or
// positive, channel by channel in sRGB; discretised, every |t| counts as discreteTone, a t of 0 as
// positive. Shader does the same arithmetic. The tones of a softmax are told in classes.go.
const (
	rampStrength = 0.66
	discreteTone = 0.75
)

// vast bounds what fields are made of, so that no product or square overflows: neither here nor, where numbers end at
// 3.4e38, in the shader.
const vast = 1e18

// bounded is v within vast; what overflowed to no number at all is 0.
func bounded(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return max(-vast, min(vast, v))
}

// tone is the tone of an input's value.
func (x input) tone(value float64) float64 { return value / x.reach }

// unitTone is the tone of a unit of layer l, which is not that of a softmax.
func unitTone(value float64, a nn.Architecture, l int) float64 {
	value = bounded(value)
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

// toneOf is the tone of unit i, counted from 0, of layer l, the inputs being layer 0.
func toneOf(value float64, a nn.Architecture, inputs []input, l, i int) float64 {
	if l == 0 {
		return inputs[i].tone(value)
	}
	return unitTone(value, a, l)
}

// toneIn is the tone of unit i of layer l, both counted from 0, in a column of a pass.
func toneIn(t *nn.Trace, a nn.Architecture, inputs []input, l, i, column int) float64 {
	tone := toneOf(t.A[l].Data[i*t.A[l].Stride+column], a, inputs, l, i)
	// Next to 1/2 a sigmoid has lost digits that its sum still has.
	if l > 0 && a.Activation(l) == nn.Sigmoid && math.Abs(tone) < 1e-4 {
		tone = t.Z[l].Data[i*t.Z[l].Stride+column] / 2
	}
	return tone
}

// Ramp is the colour of a tone.
func (t Theme) Ramp(tone float64, discretise bool) Colour {
	if class, share, ok := OfClass(tone); ok {
		if discretise {
			share = discreteTone * math.Floor(share+0.5)
		}
		return Mix(t.Neutral, t.Classes[class], float32(rampStrength*share))
	}
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
