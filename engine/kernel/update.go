package kernel

import (
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
)

// Step updates the network's parameters by the gradient of J over the chosen columns of X, at least
// one, with targets Y and penalty p, as u would.
func (k *Kernel) Step(X blas64.General, Y []float64, chosen []int, p nn.Penalty, u *nn.Updater) {
	k.sumGradient(X, Y, chosen)
	m := float64(len(chosen))
	if p != (nn.Penalty{}) {
		for _, l := range k.layers {
			penalise(l.dw, l.w, nn.Penalty{L1: m * p.L1, L2: m * p.L2})
		}
	}
	parameters, g, rate := k.network.Parameters(), k.gradient, u.LearningRate
	v, s := u.Memory()
	t := u.Count()
	switch u.Optimizer() {
	case nn.GradientDescent:
		descent(parameters, g, rate/m)
	case nn.Momentum:
		momentum(parameters, g, v, rate, 1/m)
	case nn.RMSProp:
		rmsProp(parameters, g, s, rate, 1/m)
	case nn.Adam:
		vBias, sBias := nn.AdamBias(t)
		adam(parameters, g, v, s, rate/vBias, 1/m, sBias)
	}
}

// penalise adds the derivatives of the penalty.
func penalise(dw, w []float64, p nn.Penalty) {
	for i, w := range w {
		dw[i] += p.Derivative(w)
	}
}
