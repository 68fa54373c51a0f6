package nn

import "math"

// Activation is a layer's function g, taken element by element.
type Activation uint8

// The activations of the lecture.
const (
	Sigmoid Activation = iota // 1 / (1 + e^-z)
	Tanh                      // tanh z
	ReLU                      // max(0, z), with slope 0 at 0
	Leaky                     // z, or slope*z for z <= 0; the slope is the Architecture's
	Linear                    // z
)

// Activations holds every activation.
var Activations = []Activation{Sigmoid, Tanh, ReLU, Leaky, Linear}

var activationCodes = [...]string{"sigmoid", "tanh", "relu", "leaky", "linear"}

// String returns the activation's code, the one links carry.
func (g Activation) String() string { return activationCodes[g] }

// sigmoid needs no care for large |z|: e^-z at worst overflows, and 1/Inf is 0.
func sigmoid(z float64) float64      { return 1 / (1 + math.Exp(-z)) }
func sigmoidPrime(a float64) float64 { return a * (1 - a) }

func tanhPrime(a float64) float64 { return 1 - a*a }

func relu(z float64) float64 { return max(z, 0) }
func reluPrime(z float64) float64 {
	if z > 0 {
		return 1
	}
	return 0
}

func leaky(z, slope float64) float64 {
	if z > 0 {
		return z
	}
	return slope * z
}
func leakyPrime(z, slope float64) float64 {
	if z > 0 {
		return 1
	}
	return slope
}

// Of returns g(z).
func (g Activation) Of(z, slope float64) float64 {
	var a [1]float64
	g.apply(a[:], []float64{z}, slope)
	return a[0]
}

// Derivative returns g'(z).
func (g Activation) Derivative(z, slope float64) float64 {
	var dZ [1]float64
	g.chain(dZ[:], []float64{1}, []float64{z}, []float64{g.Of(z, slope)}, slope)
	return dZ[0]
}

// apply writes a = g(z).
func (g Activation) apply(a, z []float64, slope float64) {
	switch g {
	case Sigmoid:
		for i, z := range z {
			a[i] = sigmoid(z)
		}
	case Tanh:
		for i, z := range z {
			a[i] = math.Tanh(z)
		}
	case ReLU:
		for i, z := range z {
			a[i] = relu(z)
		}
	case Leaky:
		for i, z := range z {
			a[i] = leaky(z, slope)
		}
	case Linear:
		copy(a, z)
	}
}

// chain writes dZ = dA * g'(z), given a = g(z).
func (g Activation) chain(dZ, dA, z, a []float64, slope float64) {
	switch g {
	case Sigmoid:
		for i, a := range a {
			dZ[i] = dA[i] * sigmoidPrime(a)
		}
	case Tanh:
		for i, a := range a {
			dZ[i] = dA[i] * tanhPrime(a)
		}
	case ReLU:
		for i, z := range z {
			dZ[i] = dA[i] * reluPrime(z)
		}
	case Leaky:
		for i, z := range z {
			dZ[i] = dA[i] * leakyPrime(z, slope)
		}
	case Linear:
		copy(dZ, dA)
	}
}
