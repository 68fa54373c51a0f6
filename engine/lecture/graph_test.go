package lecture

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// drawing writes a graph's edges by the symbols of their nodes.
func drawing(g *Graph) string {
	var edges []string
	for _, e := range g.Edges {
		from, to := g.Nodes[e.From].Symbol.Of(0), g.Nodes[e.To].Symbol.Of(0)
		edges = append(edges, symbolText(from)+">"+symbolText(to))
	}
	return strings.Join(edges, " ")
}

func TestGraphIsTheLectures(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1&net=0", "X>Z[1] W[1]>Z[1] b[1]>Z[1] Z[1]>A[1] A[1]>L Y>L"},
		{"v=1", "X>Z[1] W[1]>Z[1] b[1]>Z[1] Z[1]>A[1] A[1]>Z[2] W[2]>Z[2] b[2]>Z[2] Z[2]>A[2] A[2]>L Y>L"},
	} {
		if got := drawing(NewGraph(run(t, test.link), 1, OwnTargets)); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.link, got, test.want)
		}
	}
}

func TestGraphFormulas(t *testing.T) {
	g := NewGraph(run(t, "v=1"), 7, OwnTargets)
	for _, test := range []struct {
		of             Symbol
		formula, chain string
	}{
		{Symbol{Name: X, Example: 7}, "nothing", "dx(7) = W[1]^T dz[1](7)"},
		{Symbol{Name: W, Layer: 1}, "nothing", "dW[1] = dz[1](7) x(7)^T"},
		{Symbol{Name: Z, Layer: 1, Example: 7}, "z[1](7) = W[1] x(7) + b[1]",
			"dz[1](7) = da[1](7) * g[1]'(z[1](7)) = da[1](7) * (1 - a[1](7)^2)"},
		{Symbol{Name: A, Layer: 1, Example: 7}, "a[1](7) = g[1](z[1](7)) = tanh(z[1](7))", "da[1](7) = W[2]^T dz[2](7)"},
		{Symbol{Name: B, Layer: 2}, "nothing", "db[2] = dz[2](7)"},
		{Symbol{Name: Z, Layer: 2, Example: 7}, "z[2](7) = W[2] a[1](7) + b[2]",
			"dz[2](7) = da[2](7) * g[2]'(z[2](7)) = da[2](7) * a[2](7) * (1 - a[2](7)) = a[2](7) - y(7)"},
		{Symbol{Name: A, Layer: 2, Example: 7}, "a[2](7) = g[2](z[2](7)) = sigmoid(z[2](7))",
			"da[2](7) = -{y(7) / a[2](7)} + {1 - y(7) / 1 - a[2](7)}"},
		{Symbol{Name: Y, Example: 7}, "nothing", "nothing"},
		{Symbol{Name: L, Example: 7}, "L(7) = -(y(7) log(a_1[2](7)) + (1 - y(7)) log(1 - a_1[2](7)))", "nothing"},
	} {
		i := slices.IndexFunc(g.Nodes, func(n Node) bool { return n.Symbol == test.of })
		if i < 0 {
			t.Errorf("no node %s", symbolText(test.of))
			continue
		}
		if got := text(g.Nodes[i].Formula); got != test.formula {
			t.Errorf("\n got %s\nwant %s", got, test.formula)
		}
		if got := text(g.Nodes[i].Chain); got != test.chain {
			t.Errorf("\n got %s\nwant %s", got, test.chain)
		}
	}
}

// The derivatives on the edges are those of the loss, found by moving each number a little and
// computing all that follows from it.
func TestGraphDerivatives(t *testing.T) {
	for _, link := range []string{
		"v=1&n=10&steps=50",
		"v=1&n=10&net=0&steps=10&lr=0.1&l2=0.5",
		"v=1&n=10&net=3,2&act=leaky,sigmoid&init=xavier&loss=mse&slope=0.3",
		"v=1&n=10&out=tanh&init=xavier",
	} {
		for _, targets := range []Targets{OwnTargets, BinaryTargets, SignedTargets} {
			derive(t, run(t, link), targets)
		}
	}
}

// derive holds the derivatives of a run's graph against differences.
func derive(t *testing.T, s *session.Session, targets Targets) {
	t.Helper()
	const tolerance = 1e-6 // of central differences, for numbers around 1
	g := NewGraph(s, 2, targets)
	for i, n := range g.Nodes {
		if n.Derivative == (Symbol{}) {
			continue
		}
		numeric := fd.Gradient(nil, func(x []float64) float64 { return follow(s, g, i, x) }, n.Value,
			&fd.Settings{Formula: fd.Central, Step: 1e-5})
		for k, d := range numeric {
			if !(math.Abs(n.Slope[k]-d) <= tolerance*max(1, math.Abs(d))) {
				t.Errorf("%s, targets %d: %s[%d] = %v, want %v", s.Config().Encode(), targets, symbolText(n.Derivative), k+1, n.Slope[k], d)
			}
		}
	}
}

// follow returns the loss of a graph in which node i is x.
func follow(s *session.Session, g *Graph, i int, x []float64) float64 {
	n := s.Network()
	value := make([][]float64, len(g.Nodes))
	for k, node := range g.Nodes {
		var from []int
		for _, e := range g.Edges {
			if e.To == k {
				from = append(from, e.From)
			}
		}
		switch {
		case k == i:
			value[k] = x
		case node.Name == Z:
			in, w, b := value[from[0]], value[from[1]], value[from[2]]
			for r := range b {
				z := b[r]
				for c := range in {
					z += w[r*len(in)+c] * in[c]
				}
				value[k] = append(value[k], z)
			}
		case node.Name == A:
			z := value[from[0]]
			for _, unit := range z {
				if g := n.Activation(node.Layer); g != nn.Softmax {
					value[k] = append(value[k], g.Of(unit, n.Slope))
					continue
				}
				sum := 0.
				for _, other := range z {
					sum += math.Exp(other - unit)
				}
				value[k] = append(value[k], 1/sum)
			}
		case node.Name == L:
			return loss(n.Loss, value[from[0]], s.Train().Y[node.Example-1])
		default:
			value[k] = node.Value
		}
	}
	panic("a graph without a loss")
}

// loss is the loss of an output a against the target y, as the lecture writes it.
func loss(of nn.Loss, a []float64, y float64) float64 {
	switch of {
	case nn.CrossEntropy:
		return -y*math.Log(a[0]) - (1-y)*math.Log(1-a[0])
	case nn.LogLoss:
		return -math.Log(a[int(y)])
	default:
		return (a[0] - y) * (a[0] - y) / 2
	}
}
