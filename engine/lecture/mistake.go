package lecture

import (
	"reflect"
	"slices"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"

	"shallows/engine/nn"
)

// Mistake is a slip that students make in back-propagation.
type Mistake uint8

// The mistakes. Some do no harm in some networks: there is no g' to drop where all is linear, and Z
// is A there.
const (
	NoMistake       Mistake = iota
	DropMean                // dW[l] = dZ[l] A[l-1]ᵀ and db[l] = row sums of dZ[l], both without 1/m
	DropDerivative          // dZ[l] = dA[l], without g[l]'
	ForgetTranspose         // A[l-1] and W[l] reshaped to the shape of their transposes, as A.reshape(m, -1) for A.T
	SwapZForA               // dW[l] = dZ[l] Z[l-1]ᵀ / m
)

// Mistakes holds every mistake, NoMistake first.
var Mistakes = []Mistake{NoMistake, DropMean, DropDerivative, ForgetTranspose, SwapZForA}

// slips says of each mistake its code, the quantities whose formulas it changes, and what it makes of a part of such a
// formula. What it makes of their numbers is told by Backward.
var slips = [...]struct {
	code   string
	names  []string
	change func(Expression) Expression
}{
	NoMistake: {code: "none"},
	DropMean: {"mean", []string{DW, DB}, func(e Expression) Expression {
		product, _ := e.(Product)
		return without(e, product, func(factor Expression) bool { _, mean := factor.(Fraction); return mean })
	}},
	DropDerivative: {"derivative", []string{DZ}, func(e Expression) Expression {
		product, _ := e.(Elementwise)
		return without(e, product, func(factor Expression) bool { call, ok := factor.(Call); return ok && call.Function.Prime })
	}},
	ForgetTranspose: {"transpose", []string{DW, DA}, func(e Expression) Expression {
		if t, ok := e.(Transpose); ok {
			return Call{Function{Name: Reshape}, t.Of}
		}
		return e
	}},
	SwapZForA: {"activation", []string{DW}, func(e Expression) Expression {
		if s, ok := e.(Symbol); ok && s.Name == A {
			return s.in(Z)
		}
		return e
	}},
}

// String returns the mistake's code, which names what the mistake leaves out.
func (m Mistake) String() string { return slips[m].code }

// ParseMistake returns the mistake of a code.
func ParseMistake(code string) (Mistake, bool) {
	i := slices.IndexFunc(Mistakes, func(m Mistake) bool { return m.String() == code })
	return Mistake(max(i, 0)), i >= 0
}

// Slip is a formula of back-propagation as the lecture has it and as a mistake makes it.
type Slip struct{ Right, Wrong Expression }

// Slips returns the formulas that the mistake changes in a ledger, the last layer's first. Only the name and the first
// side of a formula stay: what follows from it in the lecture does no longer.
func (m Mistake) Slips(l *Ledger) []Slip {
	var changed []Slip
	for layer := l.network.Layers(); layer >= 1; layer-- {
		for _, name := range slips[m].names {
			q := l.Quantity(Symbol{Name: name, Layer: layer})
			if q == nil {
				continue
			}
			equation, ok := q.Formula.(Equals)
			if !ok {
				continue
			}
			name, side := equation[0], equation[1]
			if wrong := rewrite(side, slips[m].change); !reflect.DeepEqual(wrong, side) {
				changed = append(changed, Slip{Equals{name, side}, Equals{name, wrong}})
			}
		}
	}
	return changed
}

// rewrite returns a formula with each part changed, the innermost first.
func rewrite(e Expression, change func(Expression) Expression) Expression {
	all := func(parts []Expression) []Expression {
		changed := make([]Expression, len(parts))
		for i, part := range parts {
			changed[i] = rewrite(part, change)
		}
		return changed
	}
	switch parts := e.(type) {
	case Sum:
		e = Sum(all(parts))
	case Product:
		e = Product(all(parts))
	case Elementwise:
		e = Elementwise(all(parts))
	case Transpose:
		e = Transpose{rewrite(parts.Of, change)}
	}
	return change(e)
}

// without returns a product without some of its factors, and what is none as it is.
func without[P ~[]Expression](e Expression, product P, gone func(Expression) bool) Expression {
	left := slices.DeleteFunc(slices.Clone(product), gone)
	switch len(left) {
	case len(product):
		return e
	case 1:
		return left[0]
	}
	return any(left).(Expression)
}

// Backward is [nn.Network.Backward] with the mistake made; it leaves g.DZ and g.DA alone.
func (m Mistake) Backward(n *nn.Network, t *nn.Trace, Y []float64, p nn.Penalty, g *nn.Gradient) {
	if m == NoMistake {
		n.Backward(t, Y, p, g)
		return
	}
	share := 1 / float64(len(Y))
	if m == DropMean {
		share = 1
	}
	L := n.Layers()
	dA := excess(n, t, Y)
	dZ := dA // for cross-entropy
	if !n.Loss.ByZ() {
		dZ = m.chain(n, L, dA, t.Z[L])
	}
	for l := L; l >= 1; l-- {
		before := t.A[l-1]
		if m == SwapZForA && l > 1 {
			before = t.Z[l-1]
		}
		for i, d := range product(dZ, m.transpose(before)).Data {
			g.DW[l].Data[i] = d*share + p.Derivative(n.W[l].Data[i])
		}
		for i := range g.DB[l] {
			g.DB[l][i] = floats.Sum(dZ.Data[i*dZ.Stride:][:dZ.Cols]) * share
		}
		if l > 1 {
			dZ = m.chain(n, l-1, product(m.transpose(n.W[l]), dZ), t.Z[l-1])
		}
	}
}

// excess returns A[L] - Y.
func excess(n *nn.Network, t *nn.Trace, Y []float64) blas64.General {
	A := t.A[n.Layers()]
	d := blas64.General{Rows: A.Rows, Cols: len(Y), Stride: len(Y), Data: make([]float64, A.Rows*len(Y))}
	target := blas64.General{Rows: 1, Cols: len(Y), Stride: len(Y), Data: Y}
	if n.Output == nn.Softmax {
		target = nn.OneHot(Y, A.Rows)
	}
	for k := range A.Rows {
		floats.SubTo(d.Data[k*d.Stride:][:d.Cols], A.Data[k*A.Stride:][:d.Cols], target.Data[k*target.Stride:][:d.Cols])
	}
	return d
}

// chain returns dA[l] * g[l]'(Z[l]).
func (m Mistake) chain(n *nn.Network, l int, dA, Z blas64.General) blas64.General {
	if m == DropDerivative {
		return dA
	}
	for i := range dA.Rows {
		for j := range dA.Cols {
			dA.Data[i*dA.Stride+j] *= n.Activation(l).Derivative(Z.Data[i*Z.Stride+j], n.Slope)
		}
	}
	return dA
}

// transpose returns Mᵀ, or M reshaped to its shape.
func (m Mistake) transpose(M blas64.General) blas64.General {
	T := blas64.General{Rows: M.Cols, Cols: M.Rows, Stride: M.Rows, Data: make([]float64, M.Rows*M.Cols)}
	for i := range M.Rows {
		for j := range M.Cols {
			at := j*T.Stride + i
			if m == ForgetTranspose {
				at = i*M.Cols + j
			}
			T.Data[at] = M.Data[i*M.Stride+j]
		}
	}
	return T
}
