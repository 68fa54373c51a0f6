package kernel

import (
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
)

// Step updates the network's parameters by the gradient of J over the chosen columns of X, at least
// one, with targets Y and penalty p, as u would.
func (k *Kernel) Step(X blas64.General, Y []float64, chosen []int, p nn.Penalty, u *nn.Updater) {
	m := float64(len(chosen))
	v, s := u.Memory()
	t, o := u.Count(), u.Optimizer()
	x := terms{rate: u.LearningRate, scale: 1 / m, v: v, s: s}
	switch o {
	case nn.GradientDescent:
		x.rate /= m
	case nn.Adam:
		vBias, sBias := nn.AdamBias(t)
		x.rate, x.sBias = x.rate/vBias, sBias
	}
	if k.fast != nil && len(chosen)%width == 0 && p == (nn.Penalty{}) {
		k.whole = examples{chosen, X.Data, 8 * X.Stride, Y}
	} else {
		k.sumGradient(X, Y, chosen)
		k.penalise(nn.Penalty{L1: m * p.L1, L2: m * p.L2})
		k.whole.chosen = nil
	}
	if k.fast != nil {
		k.terms = x
		k.fast(int32(update) + int32(o))
		return
	}
	parameters, g := k.network.Parameters(), k.gradient
	switch o {
	case nn.GradientDescent:
		descent(parameters, g, x.rate)
	case nn.Momentum:
		momentum(parameters, g, v, x.rate, x.scale)
	case nn.RMSProp:
		rmsProp(parameters, g, s, x.rate, x.scale)
	case nn.Adam:
		adam(parameters, g, v, s, x.rate, x.scale, x.sBias)
	}
}

// penalise adds the derivatives of the penalty.
func (k *Kernel) penalise(p nn.Penalty) {
	if p == (nn.Penalty{}) {
		return
	}
	for _, l := range k.layers {
		for i, w := range l.w {
			l.dw[i] += p.Derivative(w)
		}
	}
}
