package scene

import (
	"math"
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// A field is a unit's value over the plane. It is coloured in two steps. The tone brings the value
// into [-1, 1]: an input over the largest magnitude it has in the plane shown; sigmoid doubled and less 1;
// tanh as it is; a linear output clamped, of own values as the ends of their ramp say; relu, leaky and linear hidden units by a / (1 + |a|).
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

// ramp is what the ends of the ramp stand for, of a linear output and its targets.
type ramp struct{ low, high float64 }

// usual is that of classes, and of the values of data that are drawn.
var usual = ramp{-1, 1}

// rampOf returns the ramp of a run. Own values that go beyond the usual ones have their own, with 0 in its middle where they
// lie on both sides of it, as standardised ones do.
func rampOf(run *session.Session) ramp {
	c, Y := run.Config(), run.Train().Y
	if !c.Regression() || c.Output != nn.Linear || len(Y) == 0 || c.Data != dataset.Own && c.YScaling == dataset.Unscaled {
		return usual
	}
	r := ramp{slices.Min(Y), slices.Max(Y)}
	switch reach := max(-r.low, r.high); {
	case -1 <= r.low && r.high <= 1:
		return usual
	case r.low < 0 && r.high > 0 || r.low == r.high:
		return ramp{-reach, reach}
	}
	return r
}

// tone is the tone of a value.
func (r ramp) tone(value float64) float64 { return max(-1, min(1, r.factor()*(value-r.middle()))) }

func (r ramp) middle() float64 { return r.low/2 + r.high/2 }
func (r ramp) factor() float64 { return 2 / (r.high - r.low) }

// tones are what makes tones of the values of inputs and of the output.
type tones struct {
	inputs []input
	output ramp
}

// unitTone is the tone of a unit of layer l, which is not that of a softmax.
func (t tones) unitTone(value float64, a nn.Architecture, l int) float64 {
	value = bounded(value)
	switch a.Activation(l) {
	case nn.Sigmoid:
		return 2*value - 1
	case nn.Tanh:
		return value
	}
	if l == a.Layers() {
		return t.output.tone(value)
	}
	return value / (1 + math.Abs(value))
}

// of is the tone of unit i, counted from 0, of layer l, the inputs being layer 0.
func (t tones) of(value float64, a nn.Architecture, l, i int) float64 {
	if l == 0 {
		return t.inputs[i].tone(value)
	}
	return t.unitTone(value, a, l)
}

// in is the tone of unit i of layer l, both counted from 0, in a column of a pass.
func (t tones) in(pass *nn.Trace, a nn.Architecture, l, i, column int) float64 {
	tone := t.of(pass.A[l].Data[i*pass.A[l].Stride+column], a, l, i)
	// Next to 1/2 a sigmoid has lost digits that its sum still has.
	if l > 0 && a.Activation(l) == nn.Sigmoid && math.Abs(tone) < 1e-4 {
		tone = pass.Z[l].Data[i*pass.Z[l].Stride+column] / 2
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
