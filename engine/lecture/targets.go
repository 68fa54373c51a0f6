package lecture

import (
	"slices"

	"shallows/engine/nn"
	"shallows/engine/session"
)

// Targets is how the two classes are written in Y and in the formulas. The network always learns
// its own, 0 and 1 or, with a tanh output, -1 and +1; a reader may be used to the others.
type Targets uint8

// The ways to write the targets. Regression has values, no classes, and a softmax a row a class: both have only OwnTargets.
const (
	OwnTargets    Targets = iota // the network's
	BinaryTargets                // 0 and 1
	SignedTargets                // -1 and +1
)

var targetsCodes = [...]string{"own", "binary", "signed"}

// String returns the code: own, binary or signed.
func (t Targets) String() string { return targetsCodes[t] }

// ParseTargets returns the targets of a code: own, binary or signed.
func ParseTargets(code string) (Targets, bool) {
	i := slices.Index(targetsCodes[:], code)
	return Targets(max(i, 0)), i >= 0
}

// notation tells how to get from the targets shown to those the network learns.
type notation uint8

const (
	same        notation = iota // y
	signedShown                 // (y + 1) / 2
	binaryShown                 // 2y - 1
)

// notationOf returns the notation of a run whose targets are to be shown as t.
func notationOf(s *session.Session, t Targets) notation {
	signed := s.Network().Output == nn.Tanh
	switch {
	case s.Config().Regression() || s.Network().Output == nn.Softmax:
		return same
	case t == SignedTargets && !signed:
		return signedShown
	case t == BinaryTargets && signed:
		return binaryShown
	}
	return same
}

// shown returns a target of the network as the reader writes it.
func (n notation) shown(y float64) float64 {
	switch n {
	case signedShown:
		return 2*y - 1
	case binaryShown:
		return (y + 1) / 2
	}
	return y
}

// learned returns the network's target in terms of the symbol y shown.
func (n notation) learned(y Symbol) Expression {
	switch n {
	case signedShown:
		return Fraction{Sum{y, Number(1)}, Number(2)}
	case binaryShown:
		return Sum{Product{Number(2), y}, Number(-1)}
	}
	return y
}
