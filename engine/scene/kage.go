package scene

import (
	"strconv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

const (
	kageHead = `//kage:unit pixels

package main

var Negative vec3
var Neutral vec3
var Positive vec3
var Line vec4
var Style vec4
`
	kagePaint = `
func ramp(tone float) vec3 {
	if Style.x > 0.5 {
		tone = mix(-DISCRETE, DISCRETE, step(0, tone))
	}
	return mix(Neutral, mix(Positive, Negative, step(tone, -1e-30)), STRENGTH*abs(tone))
}

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	at := custom.xy * REACH
	f := field(at.x, at.y, custom.z)
	paint := ramp(f.x)
	right, down := dfdx(at), dfdy(at)
	steep := abs(vec2(dfdx(f.y), dfdy(f.y)))
	if custom.w > 0 {
		// GPUs take differences within blocks of 2 x 2 pixels. Across the block's edge the
		// field is evaluated: where it jumps there, the line would have a gap.
		away := 2*mod(floor(dst.xy), 2) - 1
		beside, beyond := at+away.x*right, at+away.y*down
		across := field(beside.x, beside.y, custom.z).y - f.y
		along := field(beyond.x, beyond.y, custom.z).y - f.y
		steep = max(steep, abs(vec2(across, along)))
		if length(steep) > 1e-20 {
			line := clamp(Style.y+0.5-abs(f.y)/length(steep), 0, 1) * Line.a * custom.w
			paint = mix(paint, Line.rgb, line)
		}
	}
	corner := abs(src-imageSrc0Origin()) - color.xy + color.z
	outside := length(max(corner, vec2(0))) + min(max(corner.x, corner.y), 0) - color.z
	alpha := clamp(0.5-outside, 0, 1) * color.w
	return vec4(paint*alpha, alpha)
}
`
	kageTanh = `
func tanh(x float) float {
	return 1 - 2/(1+exp(2*clamp(x, -15, 15)))
}
`
	kageSample = `
// node is a sample as a number in [-1, 1], from 24 bits in three channels. tile is the middle of
// the tile's first pixel.
func node(tile, at vec2) float {
	at = clamp(at, vec2(0), vec2(Style.z-1))
	bytes := floor(imageSrc0UnsafeAt(tile+at).rgb*255 + 0.5)
	return (bytes.r*65536+bytes.g*256+bytes.b)/8388607.5 - 1
}

// cubic goes smoothly from b to c (Catmull and Rom's spline).
func cubic(a, b, c, d, t float) float {
	return b + 0.5*t*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
}

// cubicRow interpolates along a row.
func cubicRow(tile, at vec2, t float) float {
	return cubic(node(tile, at-vec2(1, 0)), node(tile, at), node(tile, at+vec2(1, 0)), node(tile, at+vec2(2, 0)), t)
}

// field interpolates the samples of a unit, which are a tile of the source image.
func field(x1, x2, unit float) vec2 {
	unit = floor(unit + 0.5)
	row := floor((unit + 0.5) / Style.w)
	tile := vec2(unit-row*Style.w, row)*Style.z + imageSrc0Origin() + 0.5
	place := vec2(x1+REACH, REACH-x2)*Style.z/(2*REACH) - 0.5
	at := clamp(floor(place), vec2(0), vec2(Style.z-2))
	t := place - at
	tone := cubic(
		cubicRow(tile, at-vec2(0, 1), t.x), cubicRow(tile, at, t.x),
		cubicRow(tile, at+vec2(0, 1), t.x), cubicRow(tile, at+vec2(0, 2), t.x), t.y)
	return vec2(clamp(tone, -1, 1), tone)
}
`
)

// evaluatingSource is the Kage source of a shader that evaluates a network with these inputs at
// every pixel, in straight-line code.
func evaluatingSource(a nn.Architecture, inputs []dataset.Feature) string {
	k := kage{}
	k.put(kageHead, "var Params [", strconv.Itoa((a.ParameterCount()+3)/4), "]vec4\n", kageTanh)
	k.put("\n// field is the tone of a unit and its Z.\nfunc field(x1, x2, unit float) vec2 {\n")
	for i, f := range inputs {
		k.put("\t", k.name(0, i), " := ", featureKage(f), "\n")
	}
	k.pick(0, len(inputs), func(i int) string {
		tone := k.name(0, i) + "/" + decimal(featureReach(inputs[i]))
		return "vec2(" + tone + ", " + tone + ")"
	})
	for l := 1; l <= a.Layers(); l++ {
		g := a.Activation(l)
		k.layer(l, a.Sizes[l-1], a.Sizes[l], g, a.Slope)
		k.pick(l, a.Sizes[l], func(i int) string {
			return "vec2(" + toneKage(k.name(l, i), g, l == a.Layers()) + ", " + k.sum(l, i) + ")"
		})
	}
	k.put("\treturn vec2(0, 0)\n}\n")
	return k.finish()
}

// samplingSource is the Kage source of a shader that interpolates fields sampled on the CPU. Its
// lines are where the tone is 0.
func samplingSource() string {
	k := kage{}
	k.put(kageHead, kageSample)
	return k.finish()
}

// kage writes a shader. The unit i (from 0) of layer l is called h<l>_<i>, its sum z<l>_<i>.
type kage struct {
	strings.Builder
	params int // parameters used so far
	units  int // units written so far
}

func (k *kage) put(parts ...string) {
	for _, p := range parts {
		k.WriteString(p)
	}
}

func (k *kage) name(l, i int) string { return "h" + strconv.Itoa(l) + "_" + strconv.Itoa(i) }
func (k *kage) sum(l, i int) string  { return "z" + strconv.Itoa(l) + "_" + strconv.Itoa(i) }

// layer computes the units of layer l.
func (k *kage) layer(l, from, to int, g nn.Activation, slope float64) {
	weights, biases := k.params, k.params+to*from
	k.params = biases + to
	for i := range to {
		k.put("\t", k.sum(l, i), " := ", param(biases+i))
		for j := range from {
			k.put(" + ", param(weights+i*from+j), "*", k.name(l-1, j))
		}
		k.put("\n\t", k.name(l, i), " := ", activationKage(k.sum(l, i), g, slope), "\n")
	}
}

// param is a parameter in the uniform.
func param(i int) string {
	return "Params[" + strconv.Itoa(i/4) + "]." + "xyzw"[i%4:i%4+1]
}

// pick returns the result of the wanted unit if it is one of the layer's n.
func (k *kage) pick(l, n int, result func(i int) string) {
	before := func(units int) string { return "unit < " + decimal(float64(units)-0.5) }
	k.put("\tif ", before(k.units+n), " {\n")
	for i := range n - 1 {
		k.put("\t\tif ", before(k.units+i+1), " {\n\t\t\treturn ", result(i), "\n\t\t}\n")
	}
	k.put("\t\treturn ", result(n-1), "\n\t}\n")
	k.units += n
}

// finish adds the painting and fills in the constants.
func (k *kage) finish() string {
	k.put(kagePaint)
	return strings.NewReplacer(
		"DISCRETE", decimal(discreteTone),
		"STRENGTH", decimal(rampStrength),
		"REACH", decimal(dataset.Reach),
	).Replace(k.String())
}

func featureKage(f dataset.Feature) string {
	switch f {
	case dataset.X1:
		return "x1"
	case dataset.X2:
		return "x2"
	case dataset.X1Sq:
		return "x1 * x1"
	case dataset.X2Sq:
		return "x2 * x2"
	case dataset.X1X2:
		return "x1 * x2"
	case dataset.SinX1:
		return "sin(x1)"
	default:
		return "sin(x2)"
	}
}

func activationKage(z string, g nn.Activation, slope float64) string {
	switch g {
	case nn.Sigmoid:
		return "0.5 + 0.5*tanh(0.5*" + z + ")"
	case nn.Tanh:
		return "tanh(" + z + ")"
	case nn.ReLU:
		return "max(" + z + ", 0)"
	case nn.Leaky:
		return "max(" + z + ", 0) + " + decimal(slope) + "*min(" + z + ", 0)"
	default:
		return z
	}
}

func toneKage(h string, g nn.Activation, output bool) string {
	switch {
	case g == nn.Sigmoid:
		return "2*" + h + " - 1"
	case g == nn.Tanh:
		return h
	case output:
		return "clamp(" + h + ", -1, 1)"
	default:
		return h + "/(1+abs(" + h + "))"
	}
}

// decimal writes v as a Kage float constant.
func decimal(v float64) string {
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if strings.Contains(text, ".") {
		return text
	}
	return text + ".0"
}
