// Package mathml writes the formulas of package lecture as MathML, in the notation that the reader is used to.
//
// What it returns is markup to be put into a page as it stands: every name in it is escaped. Each symbol carries its
// reference, as JSON in data-symbol, so that pointing at it finds what it means.
package mathml

import "slices"

// Notation is how a layer is written.
type Notation uint8

// The notations.
const (
	Bracket Notation = iota // W^[1], the lecture's
	Round                   // W^(1), with the example below
	Below                   // W_1
)

// Notations holds every notation, the lecture's first.
var Notations = []Notation{Bracket, Round, Below}

var notationCodes = [...]string{"bracket", "round", "below"}

// String returns the notation's code.
func (n Notation) String() string { return notationCodes[n] }

// ParseNotation returns the notation of a code: bracket, round or below.
func ParseNotation(code string) (Notation, bool) {
	i := slices.Index(notationCodes[:], code)
	return Notation(max(i, 0)), i >= 0
}
