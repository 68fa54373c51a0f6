package numpy

import (
	"math"
	"strings"

	"shallows/engine/nn"
)

// backward writes the function that returns the derivatives of J.
func (w *writer) backward() {
	w.define("backward", "X, Y, "+w.read())
	w.line(`    """Back-propagation: the derivatives of J."""`)
	w.line("    m = Y.shape[1]")
	L := w.network.Layers()
	w.outputError()
	for l := L; l >= 1; l-- {
		W, dZ := indexed("W", l), indexed("dZ", l)
		penalty := ""
		if w.config.L2 > 0 {
			penalty += " + l2 * " + W
		}
		if w.config.L1 > 0 {
			penalty += " + l1 * np.sign(" + W + ")"
		}
		w.line("    ", indexed("dW", l), " = ", dZ, " @ ", indexed("A", l-1), ".T / m", penalty)
		w.line("    ", indexed("db", l), " = np.sum(", dZ, ", axis=1, keepdims=True) / m")
		if l > 1 {
			w.line("    ", indexed("dA", l-1), " = ", W, ".T @ ", dZ)
			w.line("    ", indexed("dZ", l-1), " = ", indexed("dA", l-1), w.slope(l-1))
		}
	}
	w.line("    return ", w.list("dW", "db"))
}

// outputError writes dZ[L].
func (w *writer) outputError() {
	L := w.network.Layers()
	dZ, difference := indexed("dZ", L), indexed("A", L)+" - Y"
	if slope := w.slope(L); w.network.Loss == nn.MeanSquaredError && slope != "" {
		w.line("    ", indexed("dA", L), " = ", difference)
		w.line("    ", dZ, " = ", indexed("dA", L), slope)
		return
	}
	w.line("    ", dZ, " = ", difference)
}

// slope returns the factor g'(Z[l]) as it follows dA[l], nothing where it is 1.
func (w *writer) slope(l int) string {
	_, prime := w.network.Activation(l).Python()
	if prime == "" {
		return ""
	}
	return " * " + strings.NewReplacer("Z", indexed("Z", l), "A", indexed("A", l), "slope", number(w.network.Slope)).Replace(prime)
}

// read names what backward is given of what forward returns: all but a Z[L] for the cost.
func (w *writer) read() string {
	if w.saturated {
		names := strings.Split(w.returned(), ", ")
		return strings.Join(append(names[:len(names)-2:len(names)-2], names[len(names)-1]), ", ")
	}
	return w.returned()
}

// miniBatches writes the function that tells which examples each update takes.
func (w *writer) miniBatches() {
	if !w.batched() {
		return
	}
	seed := unsigned(w.config.BatchSeed) + " + epoch"
	if uint64(w.config.BatchSeed)+uint64(w.metrics.Epoch) > math.MaxUint32 {
		seed = "(" + seed + ") % 2 ** 32"
	}
	w.define("mini_batches", "m")
	w.line(`    """Yields the examples of one update after another, in a new order each epoch."""`)
	w.line("    epoch = 0")
	w.line("    while True:")
	w.line("        order = np.random.RandomState(", seed, ").permutation(m)")
	w.line("        for first in range(0, m, batch_size):")
	w.line("            yield order[first:first + batch_size]")
	w.line("        epoch += 1")
}

// memory and rules are the optimizers in NumPy, for a parameter p with the derivative g: what each
// keeps of earlier gradients, and how it makes the t-th update.
var memory = [...]string{
	nn.Momentum: "v",
	nn.RMSProp:  "s",
	nn.Adam:     "v, s",
}

var rules = [...][]string{
	nn.Momentum: {
		"v[:] = 0.9 * v + 0.1 * g",
		"p -= learning_rate * v",
	},
	nn.RMSProp: {
		"s[:] = 0.9 * s + 0.1 * g * g",
		"p -= learning_rate * g / (np.sqrt(s) + 1e-8)",
	},
	nn.Adam: {
		"v[:] = 0.9 * v + 0.1 * g",
		"s[:] = 0.999 * s + 0.001 * g * g",
		"p -= learning_rate * (v / (1 - 0.9 ** t)) / (np.sqrt(s / (1 - 0.999 ** t)) + 1e-8)",
	},
}

// means says what an optimizer remembers.
var means = map[string]string{
	"v": "means of the gradient",
	"s": "means of its square",
}

// training writes the updates.
func (w *writer) training() {
	w.line()
	optimizer := w.config.Optimizer
	if optimizer != nn.GradientDescent {
		w.line("parameters = [", w.list("W", "b"), "]")
		for name := range strings.SplitSeq(memory[optimizer], ", ") {
			w.line(name, "s = [np.zeros_like(p) for p in parameters]  # running ", means[name])
		}
	}
	X, Y := "X", "Y"
	counter, count := "_", "range(steps)"
	if optimizer == nn.Adam {
		counter, count = "t", "range(1, steps + 1)"
	}
	if w.batched() {
		X, Y = "X[:, batch]", "Y[:, batch]"
		w.line("for ", counter, ", batch in zip(", count, ", mini_batches(Y.shape[1])):")
	} else {
		w.line("for ", counter, " in ", count, ":")
	}
	w.line("    ", w.returned(), " = forward(", X, ")")
	gradient := "backward(" + X + ", " + Y + ", " + w.read() + ")"
	if optimizer == nn.GradientDescent {
		w.line("    ", w.list("dW", "db"), " = ", gradient)
		for l := 1; l <= w.network.Layers(); l++ {
			w.line("    ", indexed("W", l), " -= learning_rate * ", indexed("dW", l))
			w.line("    ", indexed("b", l), " -= learning_rate * ", indexed("db", l))
		}
		return
	}
	w.line("    gradient = ", gradient)
	kept := memory[optimizer]
	w.line("    for p, g, ", kept, " in zip(parameters, gradient, ", strings.ReplaceAll(kept, ", ", "s, "), "s):")
	for _, rule := range rules[optimizer] {
		w.line("        ", rule)
	}
}
