package lecture

import "shallows/engine/dataset"

// Expression is a formula as a tree, to be written in whatever notation the reader is used to. It
// is one of the types of this file, or a [Symbol].
//
// There are no brackets in it. Whoever writes it puts them where precedence asks for them: around a
// Sum, Negative, or Number or Rounded below zero within a Negative, Product, Elementwise, Power or Total; and
// around a Fraction or Product that is the base of a Power.
type Expression interface{ expression() }

type (
	// Number is a value, to be rounded as package number does.
	Number float64

	// Rounded is a value, 0 or 1 or -1, that stands for one nearby: it is written with zeros, 1.000, and equals nothing
	// but approximately.
	Rounded float64

	// Sum is its terms joined by +, or by - where a term is Negative or a Number below zero.
	Sum []Expression

	// Negative is -Of.
	Negative struct{ Of Expression }

	// Product is a product of matrices or of scalars. A dot stands only between two numbers.
	Product []Expression

	// Elementwise is a product element by element, written *.
	Elementwise []Expression

	// Fraction is Over / Under; with matrices, element by element.
	Fraction struct{ Over, Under Expression }

	// Power is Base^Exponent; with matrices, element by element.
	Power struct{ Base, Exponent Expression }

	// Transpose is Of^T.
	Transpose struct{ Of Expression }

	// Call is a function taken element by element.
	Call struct {
		Function Function
		Argument Expression
	}

	// Total is the sum over the examples of the pass, i = 1 to m, of an expression whose symbols have
	// Every as their Example.
	Total struct{ Of Expression }

	// Equals is a chain of equal expressions, but for those that are Rounded: they have ≈ before them.
	Equals []Expression

	// Assign is To := From.
	Assign struct{ To, From Expression }

	// Ellipsis stands for terms left out.
	Ellipsis struct{}

	// Matrix is the numbers of a matrix, row by row, in brackets unless there is one. Of is what they are the cells of,
	// the zero Symbol where that has no name.
	Matrix struct {
		Rows, Cols int
		Values     []float64
		Of         Symbol
	}

	// Feature is an input of the network in terms of x1, x2 and so on.
	Feature dataset.Feature

	// Prediction is y with a hat, the network's output.
	Prediction struct{}

	// Variable is a letter that stands for any number, as z in g(z).
	Variable string

	// Largest is max(…).
	Largest []Expression

	// Cases is Below where Of < 0 and Above where Of > 0.
	Cases struct{ Of, Below, Above Expression }

	// Shape says that Of is a matrix of so many rows and columns: Of : (Rows, Cols); without Of it is the shape alone.
	Shape struct {
		Of         Expression
		Rows, Cols string
	}

	// Spelt is a symbol by another letter than its own: A[0], which is X, or z[1], the column of whichever example.
	Spelt struct {
		Symbol
		As string
	}

	// Letter is one that is no symbol, with an index and a power or without: w_j^T.
	Letter struct{ Name, Index, Power string }
)

func (Symbol) expression()      {}
func (Number) expression()      {}
func (Rounded) expression()     {}
func (Sum) expression()         {}
func (Negative) expression()    {}
func (Product) expression()     {}
func (Elementwise) expression() {}
func (Fraction) expression()    {}
func (Power) expression()       {}
func (Transpose) expression()   {}
func (Call) expression()        {}
func (Total) expression()       {}
func (Equals) expression()      {}
func (Assign) expression()      {}
func (Ellipsis) expression()    {}
func (Matrix) expression()      {}
func (Feature) expression()     {}
func (Prediction) expression()  {}
func (Variable) expression()    {}
func (Largest) expression()     {}
func (Cases) expression()       {}
func (Shape) expression()       {}
func (Letter) expression()      {}

// Function is a function that a formula applies.
type Function struct {
	Name  string // one of the names below, or the code of an activation
	Layer int    // of g[l]; 0 for a function that belongs to no layer
	Prime bool   // its derivative
}

// The names of functions beside the activations' codes.
const (
	Log     = "log"
	Exp     = "exp" // written e^x
	Sqrt    = "sqrt"
	Sign    = "sign"
	Reshape = "reshape" // of a matrix, NumPy's where a transpose is meant
	Size    = "abs"     // |x|
	Squares = "squares" // of a matrix, the sum of its squares: ‖W‖²
	Sizes   = "sizes"   // of a matrix, the sum of its absolute values: ‖W‖₁
)
