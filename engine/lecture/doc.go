// Package lecture is a run seen as the lecture sees it: every symbol with its shape, its numbers
// and its formula, for whatever network is set. It holds no words and draws nothing; the page turns
// its expressions into mathematics in the notation chosen. It never changes the run it looks at.
//
// Letters and shapes are those of package nn's legend. Rows, columns, units and examples are
// counted from 1 here, as on the blackboard, and an example keeps its number in the training set
// when it appears in a mini-batch.
package lecture
