// Package nn is the lecture's shallow network and a few layers more: forward propagation, cost,
// back-propagation and gradient descent, in the lecture's letters.
//
// # Notation
//
// The input is layer 0 and is not counted; the output is layer L. Index 0 of every slice of layers
// therefore stands for the input, so that W[1] here is W[1] on the blackboard. The m examples are
// columns, and a unit's row holds its value for every example.
//
//	X = A[0]   (n[0], m)        the inputs
//	Y          (n[L], m)        the targets; of a softmax one-hot, and told by the class of each column, a number from 0
//	W[l]       (n[l], n[l-1])   weights: row j holds those into unit j
//	b[l]       (n[l], 1)        biases
//	Z[l]       (n[l], m)        W[l] A[l-1] + b[l]
//	A[l]       (n[l], m)        g[l](Z[l]), g[l] the layer's activation
//	J                           cost: mean loss + l2/2 ΣW² + l1 Σ|W|; biases are free
//	dZ[l]      (n[l], m)        A[L] - Y for sigmoid or softmax with cross-entropy; below it dA[l] * g[l]'(Z[l])
//	dA[l]      (n[l], m)        W[l+1]ᵀ dZ[l+1]
//	dW[l]      (n[l], n[l-1])   dZ[l] A[l-1]ᵀ / m + l2 W[l] + l1 sign W[l]
//	db[l]      (n[l], 1)        row means of dZ[l]
//
// As in the lecture, dW and db are derivatives of J, while a column of dZ or dA is the derivative of
// that one example's loss.
//
// Exported fields are these letters in capitals: B, DZ, DA, DW and DB. Forward writes a [Trace],
// Backward reads it and writes a [Gradient], and neither changes the network; only [Updater.Step]
// does. All three allocate nothing.
package nn
