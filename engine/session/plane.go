package session

import (
	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// Extent returns the part of the plane that shows the data.
func (s *Session) Extent() dataset.Extent {
	if s.section != nil {
		return s.shown
	}
	if s.config.Data == dataset.Own {
		return s.own.Points().Extent
	}
	return s.extent
}

// standardisation returns what c does to the inputs, whose training examples are train.
func standardisation(c config.Config, train dataset.Set) dataset.Standardisation {
	if c.Scaling == dataset.Unscaled {
		return dataset.Standardisation{}
	}
	return dataset.NewStandardisation(train.Inputs(c.Inputs))
}

// Standardisation returns what is done to the inputs before the network gets them.
func (s *Session) Standardisation() dataset.Standardisation { return s.standard }

// InputsOf returns the network's X of any points, which have the data's columns in the data's own units, like Inputs.
func (s *Session) InputsOf(points dataset.Set) blas64.General {
	X := points.Inputs(s.config.Inputs)
	s.standard.Apply(X)
	return X
}

// OutOfScale reports whether the numbers of own data are such that training hardly gets anywhere with
// them as they are, and the inputs are not standardised.
func (s *Session) OutOfScale() bool {
	return s.config.Data == dataset.Own && s.config.Scaling == dataset.Unscaled && dataset.OutOfScale(s.train.X)
}
