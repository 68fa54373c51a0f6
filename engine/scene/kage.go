package scene

import (
	_ "embed"
	"strconv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// The part of the shader that paints, and a function field that interpolates samples.
var (
	//go:embed paint.kage
	paintKage string
	//go:embed sample.kage
	sampleKage string
)

// evaluatingSource is the Kage source of a shader that evaluates a network with these inputs at
// every pixel, in straight-line code. Its inputs are the features of local coordinates.
func evaluatingSource(a nn.Architecture, inputs []dataset.Feature) string {
	k := kage{}
	k.put(paintKage, "\nvar Params [", strconv.Itoa((a.ParameterCount()+3)/4), "]vec4\n")
	k.put("var Tones [", strconv.Itoa((len(inputs)+2)/2), "]vec4\n")
	// Near 0 the difference below has lost digits, which stretched tones would show.
	k.put("\nfunc tanh(x float) float {\n\tif abs(x) < 0.03 {\n\t\treturn x - x*x*x/3\n\t}\n\treturn 1 - 2/(1+exp(2*clamp(x, -15, 15)))\n}\n")
	k.put("\n// field is the tone of a unit and its Z.\nfunc field(x1, x2, unit float) vec2 {\n")
	for i, f := range inputs {
		k.put("\t", k.name(0, i), " := ", featureKage(f), "\n")
	}
	k.pick(0, len(inputs), func(i int) string {
		tone := vector("Tones", 2*i) + " + " + vector("Tones", 2*i+1) + "*" + k.name(0, i)
		return "vec2(" + tone + ", " + tone + ")"
	})
	for l := 1; l <= a.Layers(); l++ {
		g := a.Activation(l)
		// What is shown of a sigmoid is of its z, and a shader may have no value that is not used.
		k.layer(l, a.Sizes[l-1], a.Sizes[l], g, a.Slope, l < a.Layers() || g != nn.Sigmoid && g != nn.Softmax)
		if g == nn.Softmax {
			k.classes(l, a.Sizes[l])
			continue
		}
		k.pick(l, a.Sizes[l], func(i int) string {
			output := ""
			if l == a.Layers() {
				output = "(" + k.name(l, i) + " - " + vector("Tones", 2*len(inputs)) + ")*" + vector("Tones", 2*len(inputs)+1)
			}
			return "vec2(" + toneKage(k.name(l, i), k.sum(l, i), g, output) + ", " + k.sum(l, i) + ")"
		})
	}
	k.put("\treturn vec2(0, 0)\n}\n")
	k.classColours(a)
	return k.finish()
}

// samplingSource is the Kage source of a shader that interpolates fields sampled on the CPU. Its
// lines are where the tone is 0.
func samplingSource(a nn.Architecture) string {
	k := kage{}
	k.put(paintKage, sampleKage)
	k.put("\n// field is the tone of a unit, and what is 0 on its line.\nfunc field(x1, x2, unit float) vec2 {\n")
	L := a.Layers()
	if a.Output == nn.Softmax {
		for _, size := range a.Sizes[:L] {
			k.units += size
		}
		k.put("\tif unit < ", decimal(float64(k.units)-0.5), " {\n\t")
	}
	k.put("\ttone := sample(x1, x2, unit)\n\treturn vec2(clamp(tone, -1, 1), tone)\n")
	if a.Output == nn.Softmax {
		k.put("\t}\n")
		for i := range a.Sizes[L] {
			k.put("\t", k.name(L, i), " := clamp(sample(x1, x2, ", decimal(float64(k.units+i)), "), -0.99999, 0.99999)\n")
			k.put("\t", k.sum(L, i), " := ", k.name(L, i), " / (1 - abs(", k.name(L, i), "))\n")
		}
		k.classes(L, a.Sizes[L])
		k.put("\treturn vec2(0, 0)\n")
	}
	k.put("}\n")
	k.classColours(a)
	return k.finish()
}

// classes returns what softmaxLook is of the z of the output's units: of the wanted one, or of all together.
func (k *kage) classes(l, n int) {
	top := k.sum(l, 0)
	for i := 1; i < n; i++ {
		top = "max(" + top + ", " + k.sum(l, i) + ")"
	}
	k.put("\ttop := ", top, "\n\ttotal := 0.0")
	for i := range n {
		k.put(" + exp(", k.sum(l, i), " - top)")
	}
	k.put("\n")
	share := func(i int) string { return "exp(" + k.sum(l, i) + " - top)/total" }
	ahead := func(i int) string {
		other := ""
		for j := range n {
			switch {
			case j == i:
			case other == "":
				other = k.sum(l, j)
			default:
				other = "max(" + other + ", " + k.sum(l, j) + ")"
			}
		}
		return k.sum(l, i) + " - " + other
	}
	k.pick(l, n, func(i int) string {
		return "vec2(" + decimal(ClassTone(i, 0)) + " + " + share(i) + ", " + ahead(i) + ")"
	})
	least := 1 / float64(n)
	for i := range n {
		k.put("\tif top - ", k.sum(l, i), " < 1e-30 {\n\t\treturn vec2(", decimal(ClassTone(i, 0.5)), " + (", share(i), " - ", decimal(least), ")*",
			decimal(0.5/(1-least)), ", ", ahead(i), ")\n\t}\n")
	}
}

// classColours writes the function that returns the colour of a class.
func (k *kage) classColours(a nn.Architecture) {
	k.put("\nfunc classColour(class float) vec3 {\n")
	if a.Output == nn.Softmax {
		n := a.Sizes[a.Layers()]
		for i := range n - 1 {
			k.put("\tif class < ", decimal(float64(i)+0.5), " {\n\t\treturn Classes[", strconv.Itoa(i), "].xyz\n\t}\n")
		}
		k.put("\treturn Classes[", strconv.Itoa(n-1), "].xyz\n}\n\nvar Classes [", strconv.Itoa(n), "]vec4\n")
		return
	}
	k.put("\treturn Neutral\n}\n")
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

// layer computes the sums of the units of layer l and, where they are wanted, their values.
func (k *kage) layer(l, from, to int, g nn.Activation, slope float64, values bool) {
	weights, biases := k.params, k.params+to*from
	k.params = biases + to
	for i := range to {
		k.put("\t", k.sum(l, i), " := clamp(", param(biases+i))
		for j := range from {
			k.put(" + ", param(weights+i*from+j), "*", k.name(l-1, j))
		}
		k.put(", -VAST, VAST)\n")
		if values {
			k.put("\t", k.name(l, i), " := ", activationKage(k.sum(l, i), g, slope), "\n")
		}
	}
}

// param is a parameter in the uniform.
func param(i int) string { return vector("Params", i) }

// vector is a number in a uniform of vectors.
func vector(uniform string, i int) string {
	return uniform + "[" + strconv.Itoa(i/4) + "]." + "xyzw"[i%4:i%4+1]
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

// finish fills in the constants.
func (k *kage) finish() string {
	return strings.NewReplacer(
		"DISCRETE", decimal(discreteTone),
		"STRENGTH", decimal(rampStrength),
		"REACH", decimal(dataset.Reach),
		"VAST", decimal(vast),
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
	return strings.NewReplacer("Z", z, "slope", decimal(slope)).Replace(g.Kage())
}

// toneKage is the tone of a unit; output, unless it is empty, that of a linear output before it is clamped.
func toneKage(h, z string, g nn.Activation, output string) string {
	switch {
	case g == nn.Sigmoid:
		return "tanh(0.5 * " + z + ")"
	case g == nn.Tanh:
		return h
	case output != "":
		return "clamp(" + output + ", -1, 1)"
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
