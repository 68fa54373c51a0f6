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

// Target returns what a network learns of values to predict: 0 of mean, and 1 of deviation more; 0 and 1 where it learns
// them as they are.
func (s *Session) Target() (mean, deviation float64) {
	if s.target.Mean == nil {
		return 0, 1
	}
	return s.target.Mean[0], s.target.Deviation[0]
}

// ValueOf returns what an output of the network, or a target that it learns, is in the unit of the data.
func (s *Session) ValueOf(output float64) float64 {
	if s.target.Mean == nil {
		return output
	}
	return s.target.Mean[0] + float64(s.target.Deviation[0]*output)
}

// InputsOf returns the network's X of any points, which have the data's columns in the data's own units, like Inputs.
func (s *Session) InputsOf(points dataset.Set) blas64.General {
	X := points.Inputs(s.config.Inputs)
	s.standard.Apply(X)
	return X
}

// OutOfScale reports whether the numbers of own data are such that training hardly gets anywhere with
// them as they are, and they are not standardised: the inputs, or values to predict.
func (s *Session) OutOfScale() bool {
	c := s.config
	inputs := c.Scaling == dataset.Unscaled && dataset.OutOfScale(s.train.X)
	values := c.Regression() && c.YScaling == dataset.Unscaled && dataset.OutOfScale(s.train.Targets())
	return c.Data == dataset.Own && (inputs || values)
}
