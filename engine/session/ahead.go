package session

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/nn"
)

// Ahead returns the training examples that the next update takes, counted from 0, in its order.
func (s *Session) Ahead() []int { return slices.Clone(s.batches.next()) }

// Inputs returns X of all training examples. It may not be changed.
func (s *Session) Inputs() blas64.General { return s.train.X }

// Updater returns a copy of the optimizer as it stands before the next update.
func (s *Session) Updater() *nn.Updater { return s.updater.Clone() }
