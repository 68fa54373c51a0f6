package nn

import "math"

// Loss is what one example's output costs against its target.
type Loss uint8

// The losses of the lecture.
const (
	CrossEntropy     Loss = iota // -y log a - (1-y) log(1-a), y in {0, 1}
	MeanSquaredError             // (a-y)²/2
)

var lossCodes = [...]string{"bce", "mse"}

// String returns the loss's code, the one links carry.
func (l Loss) String() string { return lossCodes[l] }

// Accepts reports whether the loss can judge an output layer with this activation: cross-entropy
// only a sigmoid, the squared error a sigmoid, tanh or linear output.
func (l Loss) Accepts(output Activation) bool {
	switch output {
	case Sigmoid:
		return true
	case Tanh, Linear:
		return l == MeanSquaredError
	}
	return false
}

// crossEntropy is the loss of a sigmoid output in terms of its z, where -log a is log(1 + e^-z):
// written so that neither a large |z| overflows nor an output of 0 or 1 loses its logarithm. Its
// derivative by z is a - y.
func crossEntropy(z, y float64) float64 {
	return max(z, 0) - y*z + math.Log1p(exp(-math.Abs(z)))
}

// squaredError has the derivative a - y by a.
func squaredError(a, y float64) float64 { return (a - y) * (a - y) / 2 }

// Of returns the loss of one output a = g(z) against its target y.
func (l Loss) Of(z, a, y float64) float64 {
	if l == CrossEntropy {
		return crossEntropy(z, y)
	}
	return squaredError(a, y)
}

// mean returns the mean loss of outputs a = g(z) against targets y.
func (l Loss) mean(z, a, y []float64) float64 {
	var sum float64
	for i, z := range z {
		sum += l.Of(z, a[i], y[i])
	}
	return sum / float64(len(y))
}
