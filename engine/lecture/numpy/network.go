package numpy

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/nn"
)

// parameters writes the first parameters, or those at hand when the settings do not lead there.
func (w *writer) parameters() {
	w.line()
	if !w.replayed {
		w.present()
		return
	}
	switch w.config.Init {
	case nn.Zeros, nn.Constant:
	case nn.Rows:
		w.line("# Every unit of a layer begins as a copy of one.")
		fallthrough
	default:
		w.line("rng = np.random.RandomState(", unsigned(w.config.Seed), ")")
	}
	for l := 1; l <= w.network.Layers(); l++ {
		w.line(indexed("W", l), " = ", w.initial(l))
		w.line(indexed("b", l), " = np.zeros((", strconv.Itoa(w.network.Sizes[l]), ", 1))")
	}
}

// initial returns the first W[l].
func (w *writer) initial(l int) string {
	shape, scale := w.shape(l), number(w.config.Scale)
	before := strconv.Itoa(w.network.Sizes[l-1])
	switch w.config.Init {
	case nn.Constant:
		return "np.full((" + shape + "), " + scale + ", float)"
	case nn.Randn:
		return "rng.randn(" + shape + ") * " + scale
	case nn.Xavier:
		return "rng.randn(" + shape + ") * np.sqrt(1 / " + before + ")"
	case nn.He:
		return "rng.randn(" + shape + ") * np.sqrt(2 / " + before + ")"
	case nn.Uniform:
		return "rng.uniform(-" + scale + ", " + scale + ", (" + shape + "))"
	case nn.Rows:
		if l == 1 {
			return "np.tile(rng.randn(1, " + before + ") * " + scale + ", (" + strconv.Itoa(w.network.Sizes[1]) + ", 1))"
		}
		return "np.full((" + shape + "), rng.randn() * " + scale + ")"
	}
	return "np.zeros((" + shape + "))"
}

// present writes the parameters at hand.
func (w *writer) present() {
	if limit := config.Lookup("steps").Max; float64(w.metrics.Step) > limit {
		w.line("# The parameters after ", strconv.Itoa(w.metrics.Step), " updates, more than a link can ask for.")
	} else {
		w.line("# The parameters as they were when this was written. No settings lead there: on the way parameters were")
		w.line("# typed in or settings changed.")
	}
	for l := 1; l <= w.network.Layers(); l++ {
		W := w.network.W[l]
		w.line(indexed("W", l), " = np.array([")
		for i := range W.Rows {
			w.line("    [", numbers(W.Data[i*W.Stride:][:W.Cols]), "],")
		}
		w.line("])")
		w.line(indexed("b", l), " = np.array([", numbers(w.network.B[l]), "]).reshape(-1, 1)")
	}
}

func numbers(values []float64) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = number(v)
	}
	return strings.Join(texts, ", ")
}

// activations writes the functions g that the network uses.
func (w *writer) activations() {
	for _, g := range nn.Activations {
		if w.uses(g) && !short(g) {
			value, _ := g.Python()
			w.define(g.String(), "Z")
			w.line("    return ", strings.ReplaceAll(value, "slope", number(w.network.Slope)))
		}
	}
	if w.classes {
		w.define("softmax", "Z")
		w.line(`    """e^z over the sum of that for all classes; the largest z, taken off first, keeps e^z from overflowing."""`)
		w.line("    E = np.exp(Z - Z.max(axis=0))")
		w.line("    return E / E.sum(axis=0)")
	}
}

// short reports whether NumPy has a name for g, or needs none.
func short(g nn.Activation) bool {
	value, _ := g.Python()
	return value == "Z" || value == "np."+g.String()+"(Z)"
}

// uses reports whether a layer has the activation g.
func (w *writer) uses(g nn.Activation) bool {
	return w.network.Output == g || slices.Contains(w.network.Hidden, g)
}

// forward writes the function that returns what cost and backward read.
func (w *writer) forward() {
	w.define("forward", "X")
	w.line(`    """Forward propagation: Z[l] = W[l] A[l-1] + b[l] and A[l] = g(Z[l]), where A[0] is X."""`)
	for l := 1; l <= w.network.Layers(); l++ {
		Z := indexed("Z", l)
		w.line("    ", Z, " = ", indexed("W", l), " @ ", indexed("A", l-1), " + ", indexed("b", l))
		g := w.network.Activation(l)
		value := g.String() + "(" + Z + ")"
		if short(g) {
			value, _ = g.Python()
			value = strings.ReplaceAll(value, "Z", Z)
		}
		w.line("    ", indexed("A", l), " = ", value)
	}
	w.line("    return ", w.returned())
}

// returned names what forward returns: every A, and the Z that g' or the cost is written in.
func (w *writer) returned() string {
	var names []string
	L := w.network.Layers()
	for l := 1; l <= L; l++ {
		g := w.network.Activation(l)
		if _, prime := g.Python(); strings.Contains(prime, "Z") || l == L && w.saturated {
			names = append(names, indexed("Z", l))
		}
		names = append(names, indexed("A", l))
	}
	return strings.Join(names, ", ")
}

// judged names what the cost is computed from.
func (w *writer) judged() string {
	if w.saturated {
		return indexed("Z", w.network.Layers())
	}
	return indexed("A", w.network.Layers())
}

// cost writes the function J.
func (w *writer) cost() {
	output := w.judged()
	w.define("cost", output+", Y")
	if w.config.L1 > 0 || w.config.L2 > 0 {
		w.line(`    """J: the mean loss, and the penalty of the weights."""`)
	} else {
		w.line(`    """J: the mean loss."""`)
	}
	switch {
	case w.network.Loss == nn.MeanSquaredError:
		w.line("    J = np.mean((", output, " - Y) ** 2) / 2")
	case w.classes && w.saturated:
		w.line("    # -log a of the class: some outputs here are too close to 0 to take the logarithm of.")
		w.line("    largest = ", output, ".max(axis=0)")
		w.line("    J = np.mean(np.log(np.exp(", output, " - largest).sum(axis=0)) + largest - np.sum(Y * ", output, ", axis=0))")
	case w.classes:
		w.line("    J = -np.mean(np.log(np.sum(Y * ", output, ", axis=0)))  # of each column a[y], where Y has its 1")
	case w.saturated:
		w.line("    # -log a is log(1 + e^-z): some outputs here are too close to 0 or 1 to take the logarithm of.")
		w.line("    J = np.mean(np.maximum(", output, ", 0) - Y * ", output, " + np.log1p(np.exp(-np.abs(", output, "))))")
	default:
		w.line("    J = -np.mean(Y * np.log(", output, ") + (1 - Y) * np.log(1 - ", output, "))")
	}
	weights := w.list("W")
	if w.network.Layers() == 1 {
		weights += ","
	}
	if w.config.L2 > 0 {
		w.line("    J += l2 / 2 * sum(np.sum(W ** 2) for W in (", weights, "))")
	}
	if w.config.L1 > 0 {
		w.line("    J += l1 * sum(np.sum(np.abs(W)) for W in (", weights, "))")
	}
	w.line("    return J")
}

// list returns the names of some kinds of matrix, layer by layer: W1, b1, W2, b2.
func (w *writer) list(kinds ...string) string {
	var names []string
	for l := 1; l <= w.network.Layers(); l++ {
		for _, kind := range kinds {
			names = append(names, indexed(kind, l))
		}
	}
	return strings.Join(names, ", ")
}
