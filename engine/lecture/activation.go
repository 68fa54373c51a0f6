package lecture

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Curve is an activation and its derivative over a range of z.
type Curve struct {
	Activation  nn.Activation
	Z, G, Prime []float64 // z, g(z) and g'(z)
	Low, High   float64   // bounds of g over all z, which may be infinite
	Reached     bool      // Low is one of its values
	ZeroCentred bool      // g(-z) = -g(z)
}

// Curves returns every activation at count values of z, at least two, spaced evenly from low to high.
// slope is that of leaky below 0.
func Curves(slope, low, high float64, count int) []Curve {
	z := floats.Span(make([]float64, count), low, high)
	var curves []Curve
	for _, g := range nn.Activations {
		c := Curve{Activation: g, Z: z, ZeroCentred: g.Odd()}
		c.Low, c.High, c.Reached = g.Bounds(slope)
		for _, z := range z {
			c.G = append(c.G, g.Of(z, slope))
			c.Prime = append(c.Prime, g.Derivative(z, slope))
		}
		curves = append(curves, c)
	}
	return curves
}

// Definition returns g(z) in terms of z, and g'(z) in terms of a = g(z) where that is what is computed. slope is that
// of leaky below 0.
func Definition(g nn.Activation, slope float64) (value, derivative Expression) {
	const a, z = Variable("a"), Variable("z")
	one, rising, falling := Number(1), Call{Function{Name: Exp}, z}, Call{Function{Name: Exp}, Negative{z}}
	sigmoid := Call{Function{Name: nn.Sigmoid.String()}, z}
	d := map[nn.Activation][2]Expression{
		nn.Sigmoid: {Fraction{one, Sum{one, falling}}, Product{a, Sum{one, Negative{a}}}},
		nn.Tanh:    {Fraction{Sum{rising, Negative{falling}}, Sum{rising, falling}}, Sum{one, Negative{Power{a, Number(2)}}}},
		nn.ReLU:    {Largest{Number(0), z}, Cases{z, Number(0), one}},
		nn.Leaky:   {Largest{Product{Number(slope), z}, z}, Cases{z, Number(slope), one}},
		nn.Swish:   {Product{z, sigmoid}, Sum{a, Product{sigmoid, Sum{one, Negative{a}}}}},
		nn.Linear:  {z, one},
	}[g]
	return d[0], d[1]
}

// Flat is the |g'(z)| below which a unit counts as saturated for an example: it hands back next to
// nothing of the gradient.
const Flat = 0.05

// Activity is what a unit makes of the training examples.
type Activity struct {
	Z         []float64 // of each example, none larger than drawn
	Saturated float64   // share of the examples with |g'(z)| < Flat
	Dead      bool      // g'(z) is 0 for all of them, so that the unit learns nothing
}

// drawn is the largest z that is told: axes cannot reach to the largest numbers there are.
const drawn = 1e300

// ActivityOf returns the activity of unit i of layer l, counted from 1, which must exist.
func ActivityOf(s *session.Session, l, i int) Activity {
	n, t := s.Network(), s.Trace()
	z, slope := row(t.Z[l], i-1), slopesOf(n, t, l, i-1)
	a := Activity{Z: slices.Clone(z), Dead: true}
	flat := 0
	for j, z := range z {
		a.Z[j] = max(-drawn, min(drawn, z))
		if slope(j) < Flat {
			flat++
		}
		a.Dead = a.Dead && slope(j) == 0
	}
	a.Saturated = float64(flat) / float64(len(z))
	return a
}

// slopesOf returns |g'(z)| of unit i of layer l, counted from 0, for each example of a forward pass. That of a softmax is by
// the unit's own z.
func slopesOf(n *nn.Network, t *nn.Trace, l, i int) func(j int) float64 {
	g, z, a := n.Activation(l), row(t.Z[l], i), row(t.A[l], i)
	if g == nn.Softmax {
		return func(j int) float64 { return a[j] * (1 - a[j]) }
	}
	return func(j int) float64 { return math.Abs(g.Prime(z[j], a[j], n.Slope)) }
}

func row(M blas64.General, i int) []float64 { return M.Data[i*M.Stride:][:M.Cols] }

// Saturated returns the share of units and examples of layer l, counted from 1, with |g'(z)| < Flat.
func Saturated(s *session.Session, l int) float64 {
	n, t := s.Network(), s.Trace()
	flat := 0
	for i := range n.Sizes[l] {
		slope := slopesOf(n, t, l, i)
		for j := range t.Z[l].Cols {
			if slope(j) < Flat {
				flat++
			}
		}
	}
	return float64(flat) / float64(n.Sizes[l]*t.Z[l].Cols)
}

// Dead returns how many units of layer l, counted from 1, are dead.
func Dead(s *session.Session, l int) int {
	n, t := s.Network(), s.Trace()
	dead := 0
	for i := range n.Sizes[l] {
		slope, j := slopesOf(n, t, l, i), 0
		for j < t.Z[l].Cols && slope(j) == 0 {
			j++
		}
		if j == t.Z[l].Cols {
			dead++
		}
	}
	return dead
}

// Flow is how a layer passes the gradient on, over all training examples.
type Flow struct {
	Activation nn.Activation
	DZ, DW     float64 // root mean squares of dZ[l] and dW[l]
	Saturated  float64 // share of units and examples with |g'(z)| < Flat
	Dead       int     // units that are dead
}

// Flows returns the flow of each layer, the first layer's first.
func Flows(s *session.Session) []Flow {
	n, g := s.Network(), s.Gradient()
	flows := make([]Flow, n.Layers())
	for l := 1; l <= n.Layers(); l++ {
		flows[l-1] = Flow{
			Activation: n.Activation(l), DZ: rootMeanSquare(g.DZ[l].Data), DW: rootMeanSquare(g.DW[l].Data),
			Saturated: Saturated(s, l), Dead: Dead(s, l),
		}
	}
	return flows
}

func rootMeanSquare(values []float64) float64 {
	return floats.Norm(values, 2) / math.Sqrt(float64(len(values)))
}
