package nn_test

import (
	"fmt"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
)

// row returns X with one input and these examples.
func row(x ...float64) blas64.General {
	return blas64.General{Rows: 1, Cols: len(x), Stride: len(x), Data: x}
}

// logistic returns logistic regression of one example at a time with weights w and bias b.
func logistic(t testing.TB, w []float64, b float64) (*nn.Network, *nn.Trace, *nn.Gradient) {
	t.Helper()
	n, err := nn.New(nn.Architecture{Sizes: []int{len(w), 1}, Output: nn.Sigmoid}, nn.Zeros, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	copy(n.W[1].Data, w)
	n.B[1][0] = b
	return n, n.NewTrace(1), n.NewGradient(1)
}

// One iteration of a network with two hidden units over three examples, as on the blackboard.
func Example() {
	n, err := nn.New(nn.Architecture{
		Sizes:  []int{2, 2, 1},
		Hidden: []nn.Activation{nn.Tanh},
		Output: nn.Sigmoid,
		Loss:   nn.CrossEntropy,
	}, nn.Zeros, 0, 0)
	if err != nil {
		panic(err)
	}
	copy(n.W[1].Data, []float64{
		0.5, -0.5,
		1, 0,
	})
	copy(n.W[2].Data, []float64{1, -1})

	X := blas64.General{Rows: 2, Cols: 3, Stride: 3, Data: []float64{
		1, 0, -1,
		1, 2, 0,
	}}
	Y := []float64{0, 0, 1}
	trace, gradient := n.NewTrace(3), n.NewGradient(3)
	n.Forward(X, trace)
	fmt.Printf("Z[1] %.3f\n", trace.Z[1].Data)
	fmt.Printf("A[1] %.3f\n", trace.A[1].Data)
	fmt.Printf("A[2] %.3f\n", trace.A[2].Data)
	fmt.Printf("J %.4f\n", n.Cost(trace, Y, nn.Penalty{}))

	n.Backward(trace, Y, nn.Penalty{}, gradient)
	fmt.Printf("dZ[2] %.3f\n", gradient.DZ[2].Data)
	fmt.Printf("dW[2] %.3f\n", gradient.DW[2].Data)
	fmt.Printf("db[2] %.3f\n", gradient.DB[2])

	nn.NewUpdater(nn.GradientDescent, 1.2, n).Step(n, gradient)
	n.Forward(X, trace)
	fmt.Printf("J %.4f\n", n.Cost(trace, Y, nn.Penalty{}))
	// Output:
	// Z[1] [0.000 -1.000 -0.500 1.000 0.000 -1.000]
	// A[1] [0.000 -0.762 -0.462 0.762 0.000 -0.762]
	// A[2] [0.318 0.318 0.574]
	// J 0.4403
	// dZ[2] [0.318 0.318 -0.426]
	// dW[2] [-0.015 0.189]
	// db[2] [0.070]
	// J 0.2568
}
