package lecture

import (
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

var mistakeCodes = [...]string{"none", "mean", "derivative", "transpose", "activation"}

// String returns the mistake's code, which names what the mistake leaves out.
func (m Mistake) String() string { return mistakeCodes[m] }

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
	dA := blas64.General{Rows: 1, Cols: len(Y), Stride: len(Y), Data: make([]float64, len(Y))}
	floats.SubTo(dA.Data, t.Output(), Y)
	dZ := dA // for cross-entropy
	if n.Loss == nn.MeanSquaredError {
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
