package lecture

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Check compares the gradient of back-propagation, perhaps with a mistake in it, with the numerical
// one of central differences, (J(θ+ε) - J(θ-ε)) / 2ε for one parameter θ at a time.
type Check struct {
	Matrices []CheckedMatrix // dW[1], db[1], dW[2] and so on
	Examples int             // training examples that J is taken over, see NewCheck
}

// CheckedMatrix is the comparison of one matrix of the gradient. a is what back-propagation gives and
// n the numerical gradient; the norms are Euclidean over all cells.
type CheckedMatrix struct {
	Symbol     Symbol
	Analytic   float64 // ‖a‖
	Numerical  float64 // ‖n‖
	Difference float64 // ‖a - n‖
	Error      float64 // ‖a - n‖ / (‖a‖ + ‖n‖), 0 where both are 0
	Verdict    Verdict
}

// Verdict is what a comparison says.
type Verdict uint8

// The verdicts.
const (
	Right   Verdict = iota // the relative error is below Tolerance, or rounding explains it
	Wrong                  // it is not
	Unclear                // the gradient is so small that rounding could hide it
)

var verdictCodes = [...]string{"right", "wrong", "unclear"}

// String returns the verdict's code.
func (v Verdict) String() string { return verdictCodes[v] }

// Step is the ε of the differences, near the cube root of a float64's precision, where rounding and
// curvature harm alike.
const Step = 6e-6

// Tolerance is the relative error that the gradient check allows.
const Tolerance = 1e-6

// checkBudget bounds the multiplications of a check.
const checkBudget = 3e7

// NewCheck checks the gradient at the parameters of s, as m computes it.
//
// J is taken over all training examples, or over as many, spread evenly, as leave the check fast for
// a large network. Examples that relu or leaky see on both sides of 0 within one difference are left
// out, as J has no derivative there; if that leaves none, every verdict is Unclear. So are weights that a difference takes
// across 0 under L1 left out of their matrix.
func NewCheck(s *session.Session, m Mistake) Check {
	p := newProbe(s)
	numerical := p.differences()
	if slices.Contains(p.bent, true) {
		p.leaveOutBent()
		numerical = p.differences()
	}
	gradient := p.network.NewGradient(len(p.y))
	if len(p.y) > 0 {
		copy(p.network.Parameters(), s.Network().Parameters())
		p.network.Forward(p.x, p.trace)
		m.Backward(p.network, p.trace, p.y, p.penalty, gradient)
	}
	return Check{p.compare(gradient, numerical), len(p.y)}
}

// probe evaluates J near the parameters of a session.
type probe struct {
	session *session.Session
	network *nn.Network
	penalty nn.Penalty
	chosen  []int
	x       blas64.General
	y       []float64
	trace   *nn.Trace
	origin  *nn.Trace // the forward pass with the session's own parameters
	before  []float64 // the losses of origin
	bent    []bool    // of each example, whether it met the bend of an activation on the way
}

func newProbe(s *session.Session) *probe {
	m, parameters := s.Train().Len(), s.Network().ParameterCount()
	// Each of the parameters takes two forward passes with as many multiplications an example.
	count := min(m, max(4, checkBudget/(2*parameters*parameters)))
	chosen := make([]int, count)
	for i := range chosen {
		chosen[i] = i * m / count
	}
	p := &probe{session: s, network: s.Network().Clone(), penalty: s.Penalty()}
	p.choose(chosen)
	return p
}

// choose takes J over the training examples chosen, counted from 0.
func (p *probe) choose(chosen []int) {
	p.chosen = chosen
	p.x, p.y = take(p.session, chosen)
	p.trace, p.origin = p.network.NewTrace(len(chosen)), p.network.NewTrace(len(chosen))
	p.session.Network().Forward(p.x, p.origin)
	p.before = p.losses(p.origin)
	p.bent = make([]bool, len(chosen))
}

// leaveOutBent takes the examples that are not bent.
func (p *probe) leaveOutBent() {
	var straight []int
	for i, bent := range p.bent {
		if !bent {
			straight = append(straight, p.chosen[i])
		}
	}
	p.choose(straight)
}

// differences returns the numerical gradient. It is that of gonum's diff/fd, which would bring the
// whole of LAPACK to the page.
func (p *probe) differences() []float64 {
	parameters := slices.Clone(p.session.Network().Parameters())
	gradient := make([]float64, len(parameters))
	for i, v := range parameters {
		parameters[i] = v + Step
		above := p.cost(parameters)
		parameters[i] = v - Step
		below := p.cost(parameters)
		parameters[i] = v
		gradient[i] = (above - below) / (2 * Step)
	}
	return gradient
}

// cost returns how much J is with other parameters above J with the session's own, and notes the
// examples that meet a bend on the way there. Compared loss by loss, the two leave less to rounding
// than their difference.
func (p *probe) cost(parameters []float64) float64 {
	copy(p.network.Parameters(), parameters)
	p.network.Forward(p.x, p.trace)
	for l, g := range p.network.Hidden {
		if g.Bent() {
			from := p.origin.Z[l+1].Data
			for i, z := range p.trace.Z[l+1].Data {
				if (z > 0) != (from[i] > 0) {
					p.bent[i%len(p.bent)] = true
				}
			}
		}
	}
	rise := 0.
	for i, loss := range p.losses(p.trace) {
		rise += loss - p.before[i]
	}
	return rise/float64(len(p.y)) + p.penalty.Cost(p.network.W) - p.penalty.Cost(p.session.Network().W)
}

// losses returns the loss of each example.
func (p *probe) losses(t *nn.Trace) []float64 {
	losses := make([]float64, len(p.y))
	for i, y := range p.y {
		losses[i] = p.network.Loss.Of(t, i, y)
	}
	return losses
}

// compare returns the comparison of each matrix.
func (p *probe) compare(gradient *nn.Gradient, numerical []float64) []CheckedMatrix {
	// J is off by a few units in its last place, and so is the difference of two.
	cost := p.session.Network().Cost(p.origin, p.y, p.penalty)
	rounding := 4 * 0x1p-52 * max(1, cost) / Step
	var matrices []CheckedMatrix
	add := func(name string, l int, a, n []float64) {
		c := CheckedMatrix{
			Symbol:     Symbol{Name: name, Layer: l},
			Analytic:   floats.Norm(a, 2),
			Numerical:  floats.Norm(n, 2),
			Difference: floats.Distance(a, n, 2),
		}
		size, rounding := c.Analytic+c.Numerical, rounding*math.Sqrt(float64(len(a)))
		if c.Difference > 0 {
			c.Error = c.Difference / size
		}
		switch {
		case len(p.y) == 0 || len(a) == 0:
			c.Verdict = Unclear
		case c.Error < Tolerance:
			c.Verdict = Right
		case c.Difference > rounding:
			c.Verdict = Wrong
		case rounding > size/100:
			c.Verdict = Unclear
		}
		matrices = append(matrices, c)
	}
	dW, db := p.network.Split(numerical)
	for l := 1; l <= p.network.Layers(); l++ {
		add(DW, l, p.straight(l, gradient.DW[l].Data), p.straight(l, dW[l].Data))
		add(DB, l, gradient.DB[l], db[l])
	}
	return matrices
}

// straight returns the derivatives of those weights of layer l near which J has one: under L1, |w| bends at 0.
func (p *probe) straight(l int, dW []float64) []float64 {
	if p.penalty.L1 == 0 {
		return dW
	}
	var straight []float64
	for i, w := range p.session.Network().W[l].Data {
		if w == 0 || math.Abs(w) >= Step { // at 0 both sides rise alike, and sign(0) is 0
			straight = append(straight, dW[i])
		}
	}
	return straight
}
