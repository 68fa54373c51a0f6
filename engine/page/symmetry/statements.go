package symmetry

import (
	"slices"

	"gonum.org/v1/gonum/floats"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/session"
)

const (
	parted    = 1e-5 // the distance, ten times that of a poke, from which on units count as parted
	closing   = 0.5  // the share of its largest distance so far below which units are closing in on each other
	rounding  = 1e-9 // how far an output bias may get that does not move: a third is no number
	saturated = 0.5  // the share of saturated units and examples that is worth a word
)

// facts are what a run is judged by.
type facts struct {
	config    config.Config
	network   *nn.Network
	targets   []float64 // of the training examples
	moved     lecture.Movement
	asymmetry []float64 // over the run, the present one last
	flows     []lecture.Flow
}

func factsOf(s *session.Session, flows []lecture.Flow) facts {
	f := facts{config: s.Config(), network: s.Network(), targets: s.Train().Y, moved: lecture.MovementOf(s), flows: flows}
	for _, r := range s.History() {
		f.asymmetry = append(f.asymmetry, r.Asymmetry)
	}
	f.asymmetry = append(f.asymmetry, s.Network().Asymmetry())
	return f
}

// statements returns what is true of the units of a run, as keys of the texts symmetry.says.KEY.
func statements(f facts) []string {
	if f.network.Layers() == 1 && f.network.Sizes[1] > 1 {
		return []string{"several"}
	}
	if f.network.Layers() == 1 {
		return []string{"logistic"}
	}
	said := f.ofUnits
	if f.zero() {
		said = f.fromZeros
	}
	if saturation(f.flows) >= saturated {
		return append(said(), "saturated")
	}
	return said()
}

// saturation is the largest share of saturated units and examples of a hidden layer. One side of ReLU is flat by design,
// so it does not count.
func saturation(flows []lecture.Flow) float64 {
	largest := 0.
	for _, flow := range flows[:len(flows)-1] {
		if flow.Activation.Saturates() {
			largest = max(largest, flow.Saturated)
		}
	}
	return largest
}

// zero reports whether all weights and hidden biases are 0 and have been from the start.
func (f facts) zero() bool {
	if f.moved.Weights != 0 || f.moved.HiddenBiases != 0 {
		return false
	}
	n := f.network
	for l := 1; l <= n.Layers(); l++ {
		if floats.Norm(n.W[l].Data, 1) != 0 || l < n.Layers() && floats.Norm(n.B[l], 1) != 0 {
			return false
		}
	}
	return true
}

// fromZeros: A[L-1] is g(0) for every example and dA[L-1] is 0. So dW[L] is 0 if g(0) is; else it is a multiple of the
// mean of dZ[L], as is db[L].
func (f facts) fromZeros() []string {
	whole := f.config.Batch == 0 || f.config.Batch >= len(f.targets)
	still := whole && f.moved.OutputBias < rounding && f.balanced()
	moving := f.network.Hidden[len(f.network.Hidden)-1] == nn.Sigmoid
	switch {
	case moving && still:
		return []string{"balanced"}
	case moving:
		return []string{"half"}
	case still:
		return []string{"frozen", "balanced"}
	}
	return []string{"frozen", "outputBias"}
}

// balanced reports whether the mean of dZ[L] is 0 while all parameters are: the output then lies in the middle between
// the classes, unless it is linear, and they have equally many examples.
func (f facts) balanced() bool {
	counts := make([]int, f.config.ClassCount())
	for _, y := range f.targets {
		if y >= 0 && int(y) < len(counts) {
			counts[int(y)]++
		}
	}
	if f.config.Output == nn.Tanh { // whose class 0 is -1
		counts[0] = len(f.targets) - counts[1]
	}
	alike := slices.Max(counts) == slices.Min(counts)
	return !f.config.Regression() && f.config.Output != nn.Linear && alike
}

func (f facts) ofUnits() []string {
	now, farthest := f.asymmetry[len(f.asymmetry)-1], slices.Max(f.asymmetry)
	sizes := f.network.Sizes[1:f.network.Layers()]
	switch {
	case slices.Max(sizes) == 1:
		return []string{"single"}
	case f.network.Copies():
		return []string{"copies"}
	case sizes[0] == 1:
		return []string{"one"}
	case f.config.Scale != 0 && !f.config.Init.Symmetric():
		return []string{"random"}
	case now >= parted && f.someCopies():
		return []string{"parted", "rest"}
	case now >= parted:
		return []string{"parted"}
	case now < closing*farthest:
		return []string{"closing"}
	}
	return []string{"nudged"}
}

// someCopies reports whether some units of the first layer are copies of each other.
func (f facts) someCopies() bool {
	for i := range f.network.Sizes[1] {
		for j := range i {
			if f.network.Twins(1, i, j) {
				return true
			}
		}
	}
	return false
}
