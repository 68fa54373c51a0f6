package nn

import "math"

// Loss is what one example's output costs against its target.
type Loss uint8

// The losses of the lecture.
const (
	CrossEntropy     Loss = iota // -y log a - (1-y) log(1-a), y in {0, 1}
	MeanSquaredError             // (a-y)²/2
	LogLoss                      // -log a[y], y in {0, …, n[L]-1}: the cross-entropy of a one-hot column
)

var lossCodes = [...]string{"bce", "mse", "ce"}

// String returns the loss's code, the one links carry.
func (l Loss) String() string { return lossCodes[l] }

// Accepts reports whether the loss can judge an output layer with this activation: cross-entropy
// only a sigmoid, that over classes only a softmax, and the squared error a sigmoid, tanh or linear output.
func (l Loss) Accepts(output Activation) bool {
	switch output {
	case Sigmoid:
		return l != LogLoss
	case Tanh, Linear:
		return l == MeanSquaredError
	case Softmax:
		return l == LogLoss
	}
	return false
}

// ByZ reports whether the derivative A[L] - Y is the loss's by Z[L], for the outputs it accepts. Otherwise it is that by
// A[L].
func (l Loss) ByZ() bool { return l != MeanSquaredError }

// crossEntropy is the loss of a sigmoid output in terms of its z, where -log a is log(1 + e^-z):
// written so that neither a large |z| overflows nor an output of 0 or 1 loses its logarithm. Its
// derivative by z is a - y.
func crossEntropy(z, y float64) float64 {
	positive := z
	if z < 0 {
		positive = 0
	}
	return positive - y*z + math.Log1p(exp(-math.Abs(z)))
}

// squaredError has the derivative a - y by a.
func squaredError(a, y float64) float64 { return (a - y) * (a - y) / 2 }

// Of returns the loss of example i of a forward pass, counted from 0, against its target y.
func (l Loss) Of(t *Trace, i int, y float64) float64 {
	L := len(t.Z) - 1
	switch l {
	case CrossEntropy:
		return crossEntropy(t.Z[L].Data[i], y)
	case LogLoss:
		return logLoss(t.Z[L], i, y)
	default:
		return squaredError(t.A[L].Data[i], y)
	}
}

// mean returns the mean loss of a forward pass against targets Y.
func (l Loss) mean(t *Trace, Y []float64) float64 {
	var sum float64
	for i, y := range Y {
		sum += l.Of(t, i, y)
	}
	return sum / float64(len(Y))
}
