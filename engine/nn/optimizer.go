package nn

import (
	"math"
	"slices"
)

// Optimizer is the rule that turns a gradient into a change of the parameters.
type Optimizer uint8

// The optimizers of the course. p is a parameter, g its derivative, lr the learning rate and t the
// number of the update, counted from 1; v and s begin at 0.
const (
	GradientDescent Optimizer = iota // p -= lr g
	Momentum                         // v = .9 v + .1 g; p -= lr v
	RMSProp                          // s = .9 s + .1 g²; p -= lr g / (√s + 1e-8)
	Adam                             // v = .9 v + .1 g; s = .999 s + .001 g²; p -= lr v/(1-.9^t) / (√(s/(1-.999^t)) + 1e-8)
)

// Optimizers holds every optimizer.
var Optimizers = []Optimizer{GradientDescent, Momentum, RMSProp, Adam}

var optimizerCodes = [...]string{"gd", "momentum", "rmsprop", "adam"}

// String returns the optimizer's code, the one links carry.
func (o Optimizer) String() string { return optimizerCodes[o] }

// Remembers tells which of v and s the rule has a use for.
func (o Optimizer) Remembers() (v, s bool) {
	return o == Momentum || o == Adam, o == RMSProp || o == Adam
}

// Epsilon keeps the quotients of RMSProp and Adam finite.
const Epsilon = 1e-8

// Updater applies one optimizer to one network and holds what the rule remembers of earlier
// gradients.
type Updater struct {
	LearningRate float64 // may change between steps

	optimizer Optimizer
	v, s      []float64
	t         int
}

// NewUpdater returns an updater for n that remembers nothing yet.
func NewUpdater(o Optimizer, learningRate float64, n *Network) *Updater {
	parameters := len(n.Parameters())
	return &Updater{
		LearningRate: learningRate,
		optimizer:    o,
		v:            make([]float64, parameters),
		s:            make([]float64, parameters),
	}
}

// Clone returns an updater that remembers what u does and goes its own way from there.
func (u *Updater) Clone() *Updater {
	c := *u
	c.v, c.s = slices.Clone(u.v), slices.Clone(u.s)
	return &c
}

// Optimizer returns the rule.
func (u *Updater) Optimizer() Optimizer { return u.optimizer }

// Updates returns t, the number of updates made.
func (u *Updater) Updates() int { return u.t }

// Count notes an update that is made elsewhere, on u's Memory, and returns its t.
func (u *Updater) Count() int {
	u.t++
	return u.t
}

// Memory returns v and s in the order of [Network.Parameters], zeros where the rule has no use for
// them. They are valid until the next step.
func (u *Updater) Memory() (v, s []float64) { return u.v, u.s }

// Resume makes u remember t updates that left v and s, both in the order of [Network.Parameters].
func (u *Updater) Resume(t int, v, s []float64) {
	u.t = t
	copy(u.v, v)
	copy(u.s, s)
}

// Step updates every weight and bias of n from the gradient g.
func (u *Updater) Step(n *Network, g *Gradient) {
	t := u.Count()
	lr, p := u.LearningRate, n.Parameters()
	switch u.optimizer {
	case GradientDescent:
		for i, g := range g.Parameters() {
			p[i] -= lr * g
		}
	case Momentum:
		for i, g := range g.Parameters() {
			u.v[i] = 0.9*u.v[i] + 0.1*g
			p[i] -= lr * u.v[i]
		}
	case RMSProp:
		for i, g := range g.Parameters() {
			u.s[i] = 0.9*u.s[i] + 0.1*g*g
			p[i] -= lr * g / (math.Sqrt(u.s[i]) + Epsilon)
		}
	case Adam:
		vBias, sBias := AdamBias(t)
		for i, g := range g.Parameters() {
			u.v[i] = 0.9*u.v[i] + 0.1*g
			u.s[i] = 0.999*u.s[i] + 0.001*g*g
			p[i] -= lr * (u.v[i] / vBias) / (math.Sqrt(u.s[i]/sBias) + Epsilon)
		}
	}
}

// AdamBias returns what Adam divides v and s by at update t, for they began at 0.
func AdamBias(t int) (v, s float64) {
	return 1 - math.Pow(0.9, float64(t)), 1 - math.Pow(0.999, float64(t))
}
