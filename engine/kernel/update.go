package kernel

import "shallows/engine/nn"

// Step updates the network's parameters by the gradient of J over b, with penalty p, as u would.
func (k *Kernel) Step(b *Batch, p nn.Penalty, u *nn.Updater) {
	k.sumGradient(b)
	m := float64(b.examples)
	if p != (nn.Penalty{}) {
		for i := range k.layers {
			penalise(k.layers[i].dw, k.layers[i].w, nn.Penalty{L1: m * p.L1, L2: m * p.L2})
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
