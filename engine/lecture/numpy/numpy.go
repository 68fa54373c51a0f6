// Package numpy writes a run as a program for NumPy, as the lecture would write it: the same data,
// initial parameters and updates from the same seeds, in the lecture's notation, with only the parts
// that the run needs. The program ends by asserting that it has reached the page's cost, or, where rounding carries too
// far for that, by printing both.
package numpy

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// Script returns the program of s. It asks for Python 3.8 and NumPy, and for nothing else.
//
// Where the settings do not lead to the run's parameters, see [session.Session.Replayable], the
// program begins with the parameters as they are and only computes the cost.
//
// It takes as long as the run was trained to find out whether the program can assert the page's cost; a [Twin] can do
// that a little at a time.
func Script(s *session.Session) string {
	t := new(Twin)
	t.Follow(s, func() bool { return true })
	return t.Script(s)
}

// Script returns the program of s, whose cost it asserts as far as t has found that the two are alike.
func (t *Twin) Script(s *session.Session) string {
	w := &writer{
		session: s, config: s.Config(), network: s.Network(), metrics: s.Metrics(),
		replayed: s.Replayable(), saturated: saturated(s),
		classes: s.Network().Output == nn.Softmax,
	}
	if w.replayed {
		w.doubt = t.doubt(s)
	}
	w.head()
	w.generator()
	w.activations()
	w.forward()
	w.cost()
	if w.replayed {
		w.backward()
		w.miniBatches()
	}
	w.data()
	w.parameters()
	if w.replayed {
		w.training()
	}
	w.check()
	return w.text.String()
}

// doubt says, in lines of comment, why the program of s need not reach its cost; it is empty where it does.
func (t *Twin) doubt(s *session.Session) []string {
	switch {
	case !t.follows(s) || !t.settled(s):
		return []string{"It is not known yet whether rounding, which is not the same here as on the page, carries this far."}
	case t.parted:
		return []string{
			"Up to step " + strconv.Itoa(t.alike) + " this run hardly feels how a number is rounded; after it differences in the last bit grow",
			"until they can be seen. Sums are rounded in another order here than on the page, so the two need not agree.",
		}
	}
	return nil
}

// writer writes one program.
type writer struct {
	session   *session.Session
	config    config.Config
	network   *nn.Network
	metrics   session.Metrics
	replayed  bool // from the settings, instead of given the parameters
	saturated bool // see saturated
	classes   bool // Y is a row a class, as a softmax has it
	doubt     []string
	text      strings.Builder
}

// saturated reports whether an output of s is so close to 0 or 1 that cross-entropy cannot be had from
// it: the logarithm is lost to rounding. It can from the output's z. Of a softmax only the class's own output is taken the
// logarithm of, and that is lost only where it is next to no number.
func saturated(s *session.Session) bool {
	n := s.Network()
	low, high := 1e-9, 1-1e-9
	switch n.Loss {
	case nn.MeanSquaredError:
		return false
	case nn.LogLoss:
		low, high = 1e-290, 2
	}
	test := s.Test()
	outputs := make([]float64, test.Len()*n.Sizes[n.Layers()])
	s.Predict(outputs, test.X...)
	return slices.ContainsFunc(slices.Concat(s.Trace().A[n.Layers()].Data, outputs), func(a float64) bool {
		return a < low || a > high
	})
}

// line writes one line, of several parts or empty.
func (w *writer) line(parts ...string) {
	for _, part := range parts {
		w.text.WriteString(part)
	}
	w.text.WriteByte('\n')
}

// head writes what comes before the functions: what the program is, and its settings.
func (w *writer) head() {
	sizes := make([]string, len(w.network.Sizes))
	for i, size := range w.network.Sizes {
		sizes[i] = strconv.Itoa(size)
	}
	data := "the " + w.config.Data.String() + " data"
	if own := w.session.Own(); w.config.Data == dataset.Own && own.IsPlain() {
		data = "points made by hand"
	} else if w.config.Data == dataset.Own {
		data = "a table"
	}
	w.line(`"""A `, strings.Join(sizes, "-"), " network on ", data, ".")
	w.line()
	w.line("m examples are columns: X is (n[0], m) and Y is (", strconv.Itoa(w.network.Sizes[w.network.Layers()]), ", m). In layer l, W is (n[l], n[l-1]) and b is (n[l], 1);")
	w.line("dW and db are the derivatives of the cost J. Needs Python 3.8 and NumPy. Settings, as in a link:")
	w.line(w.config.Encode())
	w.line(`"""`)
	w.line("import numpy as np")
	w.line()
	if w.replayed {
		updates := "  # updates"
		if w.metrics.Diverged {
			updates = "  # updates; the next would not be finite"
		}
		w.line("steps = ", strconv.Itoa(w.metrics.Step), updates)
		w.line("learning_rate = ", number(w.config.LearningRate))
		if w.batched() {
			w.line("batch_size = ", strconv.Itoa(w.config.Batch))
		}
	}
	if w.config.L1 > 0 {
		w.line("l1 = ", number(w.config.L1))
	}
	if w.config.L2 > 0 {
		w.line("l2 = ", number(w.config.L2))
	}
}

// check writes the end of the program: the cost, held against the page's.
func (w *writer) check() {
	w.line()
	w.checkCost("J", "X", "Y", "cost", w.metrics.Cost)
	if w.session.Test().Len() > 0 {
		w.line()
		w.checkCost("J_test", "X_test", "Y_test", "test cost", w.metrics.TestCost)
	}
}

func (w *writer) checkCost(J, X, Y, words string, page float64) {
	w.line(w.returned(), " = forward(", X, ")")
	w.line(J, " = cost(", w.judged(), ", ", Y, ")")
	steps := "{steps}"
	if !w.replayed {
		steps = strconv.Itoa(w.metrics.Step)
	}
	if len(w.doubt) > 0 {
		w.line("print(f\"", words, " after ", steps, " updates: {", J, ":.6f}, on the page {", number(page), ":.6f}\")")
		for _, line := range w.doubt {
			w.line("# ", line)
		}
		return
	}
	w.line("print(f\"", words, " after ", steps, " updates: {", J, ":.6f}\")")
	tolerance := "1e-6"
	if page > 1e6 { // on its way to infinity, and without so many decimals
		tolerance += " * " + J
	}
	w.line("assert abs(", J, " - ", number(page), ") < ", tolerance, "  # as on the page")
}

// batched reports whether updates take mini-batches.
func (w *writer) batched() bool {
	return w.config.Batch > 0 && w.config.Batch < w.session.Train().Len()
}

// number returns the shortest text that Python reads as v.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// indexed returns the name of a matrix of layer l: W1. Of the input it returns X.
func indexed(name string, l int) string {
	if l == 0 {
		return "X"
	}
	return name + strconv.Itoa(l)
}

// shape returns the shape of W[l] as Python writes it inside brackets: 4, 2.
func (w *writer) shape(l int) string {
	return strconv.Itoa(w.network.Sizes[l]) + ", " + strconv.Itoa(w.network.Sizes[l-1])
}
