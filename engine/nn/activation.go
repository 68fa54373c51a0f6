package nn

import "math"

// Activation is a layer's function g, taken element by element but for Softmax.
type Activation uint8

// The activations of the lecture.
const (
	Sigmoid Activation = iota // 1 / (1 + e^-z)
	Tanh                      // tanh z
	ReLU                      // max(0, z), with slope 0 at 0
	Leaky                     // z, or slope*z for z <= 0; the slope is the Architecture's
	Linear                    // z
	Swish                     // z / (1 + e^-z), also called SiLU
	Softmax                   // e^z / Σ e^z over the units of the layer: of an output with a unit a class, and no other
)

// Activations holds every activation of a hidden layer.
var Activations = []Activation{Sigmoid, Tanh, ReLU, Leaky, Swish, Linear}

// activations holds all that an activation is; how formulas write it stands in package lecture, and the line of its curve
// in package page/activations.
var activations = [...]struct {
	code string // in links and texts

	of    func(z, slope float64) float64    // g(z)
	prime func(z, a, slope float64) float64 // g'(z), given a = g(z)

	low, high float64 // what g(z) lies between
	reached   bool    // low is one of the values
	odd       bool    // g(-z) = -g(z)
	bent      bool    // there is no derivative at 0

	python      string // g(Z) for NumPy, where slope is a number
	pythonPrime string // g'(Z) as a factor, in terms of Z or of A; "" for 1
	kage        string // g(Z) for the shader, which has a tanh of its own
}{
	Sigmoid: {
		code:  "sigmoid",
		of:    func(z, _ float64) float64 { return 1 / (1 + exp(-z)) }, // e^-z at worst overflows, and 1/Inf is 0
		prime: func(_, a, _ float64) float64 { return a * (1 - a) },
		low:   0, high: 1,
		python: "1 / (1 + np.exp(-Z))", pythonPrime: "A * (1 - A)",
		kage: "0.5 + 0.5*tanh(0.5*Z)",
	},
	Tanh: {
		code:  "tanh",
		of:    func(z, _ float64) float64 { return math.Tanh(z) },
		prime: func(_, a, _ float64) float64 { return 1 - a*a },
		low:   -1, high: 1, odd: true,
		python: "np.tanh(Z)", pythonPrime: "(1 - A ** 2)",
		kage: "tanh(Z)",
	},
	ReLU: {
		code:  "relu",
		of:    func(z, _ float64) float64 { return max(z, 0) },
		prime: func(z, _, _ float64) float64 { return where(z > 0, 1, 0) },
		low:   0, high: infinity, reached: true, bent: true,
		python: "np.maximum(Z, 0)", pythonPrime: "(Z > 0)",
		kage: "max(Z, 0)",
	},
	Leaky: {
		code:  "leaky",
		of:    func(z, slope float64) float64 { return where(z > 0, z, slope*z) },
		prime: func(z, _, slope float64) float64 { return where(z > 0, 1, slope) },
		low:   -infinity, high: infinity, bent: true,
		python: "np.where(Z > 0, Z, slope * Z)", pythonPrime: "np.where(Z > 0, 1, slope)",
		kage: "max(Z, 0) + slope*min(Z, 0)",
	},
	Swish: {
		code: "swish",
		of:   func(z, _ float64) float64 { return z / (1 + exp(-z)) },
		prime: func(z, a, _ float64) float64 {
			s := 1 / (1 + exp(-z))
			return s + a*(1-s)
		},
		low: -0.27846454276107379, high: infinity, reached: true, // low is 1 + z where e^-z is -1 - z
		python: "Z / (1 + np.exp(-Z))", pythonPrime: "(A + (1 - A) / (1 + np.exp(-Z)))",
		kage: "Z * (0.5 + 0.5*tanh(0.5*Z))",
	},
	Linear: {
		code:  "linear",
		of:    func(z, _ float64) float64 { return z },
		prime: func(_, _, _ float64) float64 { return 1 },
		low:   -infinity, high: infinity, odd: true,
		python: "Z", kage: "Z",
	},
	Softmax: {
		code: "softmax",
		low:  0, high: 1,
		python: "softmax(Z)",
	},
}

var infinity = math.Inf(1)

func where(is bool, yes, no float64) float64 {
	if is {
		return yes
	}
	return no
}

// String returns the activation's code, the one links carry.
func (g Activation) String() string { return activations[g].code }

// Of returns g(z), of all but Softmax.
func (g Activation) Of(z, slope float64) float64 { return activations[g].of(z, slope) }

// Derivative returns g'(z), of all but Softmax.
func (g Activation) Derivative(z, slope float64) float64 { return g.Prime(z, g.Of(z, slope), slope) }

// Prime returns g'(z), given a = g(z), of all but Softmax.
func (g Activation) Prime(z, a, slope float64) float64 { return activations[g].prime(z, a, slope) }

// Bounds returns what g(z) lies between, and whether low is one of its values. A leaky without a slope is a ReLU.
func (g Activation) Bounds(slope float64) (low, high float64, reached bool) {
	if g == Leaky && slope == 0 {
		g = ReLU
	}
	row := &activations[g]
	return row.low, row.high, row.reached
}

// Saturates reports whether g comes near a bound on either side without taking it.
func (g Activation) Saturates() bool {
	row := &activations[g]
	return !row.reached && !math.IsInf(row.low, 0) && !math.IsInf(row.high, 0)
}

// Odd reports whether g(-z) = -g(z).
func (g Activation) Odd() bool { return activations[g].odd }

// Bent reports whether g has no derivative at 0.
func (g Activation) Bent() bool { return activations[g].bent }

// Python returns g(Z) and g'(Z) as NumPy computes them, in terms of Z, of A = g(Z) and of slope. The derivative is a
// factor, "" for 1; Softmax has none.
func (g Activation) Python() (value, derivative string) {
	return activations[g].python, activations[g].pythonPrime
}

// Kage returns g(Z) in ebiten's shader language, in terms of Z and slope, of all but Softmax.
func (g Activation) Kage() string { return activations[g].kage }

// apply writes a = g(z).
func (g Activation) apply(a, z []float64, slope float64) {
	of := activations[g].of
	for i, z := range z {
		a[i] = of(z, slope)
	}
}

// chain writes dZ = dA * g'(z), given a = g(z).
func (g Activation) chain(dZ, dA, z, a []float64, slope float64) {
	prime := activations[g].prime
	for i, z := range z {
		dZ[i] = dA[i] * prime(z, a[i], slope)
	}
}
