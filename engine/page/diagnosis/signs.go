package diagnosis

import (
	"math"

	"gonum.org/v1/gonum/floats"

	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// sign is something that keeps a run from learning.
type sign struct {
	key    string
	of     func(view) (says record.Text, shown bool)
	lesson string // that shows why, at a page
	page   string
}

// signs are all, the most important first. docs/panels.md tells what each asks.
var signs = []sign{
	{key: "blocked", of: blocked, lesson: "activations", page: "2"},
	{key: "still", of: still, lesson: "initialisation", page: "2"},
	{key: "alike", of: alike, lesson: "initialisation", page: "1"},
	{key: "jumps", of: jumps, lesson: "gradient-descent", page: "4"},
	{key: "saturated", of: saturated, lesson: "activations", page: "2"},
	{key: "overfits", of: overfits, lesson: "overfitting", page: "1"},
	{key: "dead", of: dead, lesson: "activations", page: "2"},
}

// view is what is looked at: a run, and the step at which something but training changed it last.
type view struct {
	*session.Session
	since int
}

// still: nothing learns, as units are alike and what they give, or the weights behind them, is 0.
func still(v view) (record.Text, bool) {
	return record.T("diagnosis.still"), v.Now().Asymmetry == 0 && v.unmoved()
}

// blocked: nothing learns, as all units of a layer are dead, though their weights are not 0.
func blocked(v view) (record.Text, bool) {
	n := v.Network()
	for l := 1; l < n.Layers(); l++ {
		if v.rectified(l) && lecture.Dead(v.Session, l) == n.Sizes[l] && floats.Norm(n.W[l].Data, 1) != 0 {
			return record.T("diagnosis.blocked", "layer", l), v.unmoved()
		}
	}
	return record.Text{}, false
}

// unmoved reports whether the weights and hidden biases are those of step 0, and the gradient of each is exactly 0, though
// outputs are wrong. The gradient of a large network takes its time: it is to be asked last.
func (v view) unmoved() bool {
	n := v.Network()
	if moved := lecture.MovementOf(v.Session); moved.Weights != 0 || moved.HiddenBiases != 0 {
		return false
	}
	g := v.Gradient()
	for l := 1; l <= n.Layers(); l++ {
		if floats.Norm(g.DW[l].Data, 1) != 0 || l < n.Layers() && floats.Norm(g.DB[l], 1) != 0 {
			return false
		}
	}
	return floats.Norm(g.DZ[n.Layers()].Data, 1) != 0
}

// rectified reports whether a layer's slope is 0 below 0.
func (v view) rectified(l int) bool {
	n := v.Network()
	g := n.Activation(l)
	return g == nn.ReLU || g == nn.Leaky && n.Slope == 0
}

// alike: the units of each hidden layer are copies of each other.
func alike(v view) (record.Text, bool) {
	return record.T("diagnosis.alike"), v.Network().Copies()
}

// mostly is the share of saturated units and examples of a layer from which on it counts as saturated.
const mostly = 0.5

// saturated: most of a hidden layer hands back next to no gradient, and the output does no better than a guess. Of a network
// that has learnt, saturated units are what it has learnt.
func saturated(v view) (record.Text, bool) {
	n := v.Network()
	share, layer := 0., 0
	for l := 1; l < n.Layers(); l++ {
		if n.Activation(l).Saturates() {
			if s := lecture.Saturated(v.Session, l); s > share {
				share, layer = s, l
			}
		}
	}
	if share < mostly || n.Cost(v.Trace(), v.Train().Y, nn.Penalty{}) < v.guess() {
		return record.Text{}, false
	}
	return record.T("diagnosis.saturated", "layer", layer, "share", number.Percent(share, 0)), true
}

// dead: some units of a layer with ReLU hand back no gradient for any example.
func dead(v view) (record.Text, bool) {
	n := v.Network()
	most, layer := 0, 0
	for l := 1; l < n.Layers(); l++ {
		if v.rectified(l) {
			if dead := lecture.Dead(v.Session, l); dead > most {
				most, layer = dead, l
			}
		}
	}
	return record.T("diagnosis.dead", "layer", layer, "dead", most, "units", n.Sizes[layer]), most > 0
}

// guess returns the cost, without a penalty, of always answering the mean of the targets, of classes their shares.
func (v view) guess() float64 {
	Y := v.Train().Y
	if v.Config().Loss == nn.MeanSquaredError {
		mean, sum := floats.Sum(Y)/float64(len(Y)), 0.
		for _, y := range Y {
			sum += (y - mean) * (y - mean)
		}
		return sum / float64(2*len(Y))
	}
	counts := map[float64]int{}
	for _, y := range Y {
		counts[y]++
	}
	entropy := 0.
	for _, count := range counts {
		share := float64(count) / float64(len(Y))
		entropy -= share * math.Log(share)
	}
	return entropy
}
