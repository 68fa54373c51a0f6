package lecture

import "strings"

// The names of quantities, as matrices. A cell or a column keeps the name of its matrix.
const (
	X  = "X"  // inputs, (n[0], m)
	Y  = "Y"  // targets, (1, m) or of a softmax one-hot, (n[L], m)
	W  = "W"  // weights
	B  = "b"  // biases
	Z  = "Z"  // W A + b
	A  = "A"  // g(Z)
	L  = "L"  // loss of one example
	J  = "J"  // cost
	DX = "dX" // derivatives of one example's loss ...
	DA = "dA"
	DZ = "dZ"
	DW = "dW" // ... and of the cost
	DB = "db"
	VW = "vdW" // running means of the gradient ...
	VB = "vdb"
	SW = "sdW" // ... and of its square
	SB = "sdb"

	Alpha   = "α" // learning rate
	Lambda  = "λ" // λ_1 and λ_2, the weights of the L1 and L2 penalties
	Epsilon = "ε" // keeps a quotient finite
	M       = "m" // number of examples
	T       = "t" // number of the update, counted from 1
	G       = "g" // a layer's activation, as in g[1]
)

// Every is the Example of a symbol below a Total: written (i), it stands for each example in turn.
const Every = -1

// Symbol names a quantity of the lecture, one column of it or one cell. It is also the reference by
// which the diagram, the ledger and the formulas know that they mean the same thing. All its
// numbers are counted from 1 and 0 where they do not apply:
//
//	{Name: Z, Layer: 1}                     Z^[1]
//	{Name: Z, Layer: 1, Example: 7}         z^[1](7)
//	{Name: Z, Layer: 1, Row: 2, Example: 7} z_2^[1](7)
//	{Name: W, Layer: 1, Row: 2, Col: 3}     w_23^[1]
//	{Name: X, Row: 1, Example: 7}           x_1^(7)
//
// A[0] is always named X.
type Symbol struct {
	Name     string
	Layer    int  // of the superscript [l]; X, Y, L and J have none
	Row, Col int  // of the subscript; Row is the unit, Col the unit before it
	Example  int  // of the superscript (i), the number in the training set; or Every
	Next     bool // the value after the update
}

// Letter returns the name as it is written: a matrix in capitals, its columns and cells in small
// letters, but for the loss L.
func (s Symbol) Letter() string {
	if s.Name == L || !s.cell() && s.Example == 0 {
		return s.Name
	}
	return strings.ToLower(s.Name)
}

// Input returns the symbol of A[l-1], the input of layer l: X for the first.
func Input(l int) Symbol {
	if l == 1 {
		return Symbol{Name: X}
	}
	return Symbol{Name: A, Layer: l - 1}
}

// At returns the symbol's cell in row i (and column j, counted from 1).
func (s Symbol) At(i, j int) Symbol {
	s.Row, s.Col = i, j
	return s
}

// Cell returns the symbol of a cell of the matrix s, counted from 1: of a bias or of one example's column by its row
// alone.
func (s Symbol) Cell(i, j int) Symbol {
	if s.Example != 0 || s.Name == B || s.Name == DB || s.Name == VB || s.Name == SB {
		j = 0
	}
	return s.At(i, j)
}

// Of returns the symbol's column of one example, or its cell when it has a row.
func (s Symbol) Of(example int) Symbol {
	s.Example = example
	return s
}

// matrix returns the symbol of another matrix of the layer.
func (s Symbol) matrix(name string) Symbol { return Symbol{Name: name, Layer: s.Layer} }

// in returns the same place in another matrix of the layer, of the same shape, before the update.
func (s Symbol) in(name string) Symbol {
	s.Name, s.Next = name, false
	return s
}

// cell reports whether s is a cell, not a matrix or a column of one.
func (s Symbol) cell() bool { return s.Row != 0 }

// times is a product element by element, of numbers if s is a cell.
func (s Symbol) times(factors ...Expression) Expression {
	switch {
	case len(factors) == 1:
		return factors[0]
	case s.cell():
		return Product(factors)
	}
	return Elementwise(factors)
}
