package session

import (
	"math"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// Calm starts the run over with a lower learning rate, by which it trains, and reports whether there is one. Where none of those
// tried is, as of numbers that are far too large from the first step on, it leaves the run as it is.
func (s *Session) Calm() bool {
	c := *s.config
	rate, ok := s.calm(c, c.LearningRate)
	if !ok {
		return false
	}
	c.LearningRate = rate
	s.config = &c
	s.Reset()
	return true
}

// Choose changes the data set as one chosen by hand: values to predict, and iris, come with a learning rate by which the
// network trains, which others take back. It reports whether the run started over.
func (s *Session) Choose(data dataset.Kind) (restarted bool) {
	old := *s.config
	c, _ := old.With(config.Pair{Key: "data", Value: data.String()})
	switch usual, before := data.LearningRate(), old.Data.LearningRate(); {
	case data == old.Data, data == dataset.Own && !s.IsFlat(): // which begin as the table that they were
	case usual < before && old.LearningRate > usual:
		c.LearningRate = usual
		if !s.trains(c) {
			c.LearningRate, _ = s.calm(c, usual)
		}
	case usual > before && old.LearningRate == before:
		c.LearningRate = usual
	}
	return s.Apply(c)
}

// calm returns the highest learning rate below one by which a run of c trains, of 1 and 3 times the powers of ten; or the
// lowest it tries, and false.
func (s *Session) calm(c config.Config, below float64) (rate float64, ok bool) {
	const decades = 20
	exponent := math.Floor(math.Log10(below))
	for d := 0.0; d < decades; d++ {
		for _, digit := range []float64{3, 1} {
			rate = decimal(digit, int(exponent-d))
			if rate >= below*(1-1e-9) {
				continue
			}
			if c.LearningRate = rate; s.trains(c) {
				return rate, true
			}
		}
	}
	return rate, false
}

// decimal returns digit times a power of ten, as it is written.
func decimal(digit float64, exponent int) float64 {
	if exponent < 0 {
		return digit / math.Pow10(-exponent)
	}
	return digit * math.Pow10(exponent)
}

// trains tries a run of c over the points of s: whether its cost ends lower than it began and never rises far above that.
// The trial is shorter for larger networks, so that it takes a fraction of a second.
func (s *Session) trains(c config.Config) bool {
	const (
		work   = 3e8 // multiplications
		fewest = 30  // updates
		most   = 1000
		rise   = 2 // times the first cost
	)
	trial := NewOver(c, s.own.Points(), s.backward)
	if trial.train.Len() == 0 {
		return true
	}
	updates := max(fewest, min(most, work/float64(trial.Work())))
	first := trial.history.records[0].Cost
	highest := rise * first
	for range int(updates) {
		if trial.Step(1) == 0 || !(trial.cost(&trial.train) <= highest) {
			return false
		}
	}
	return trial.cost(&trial.train) <= first
}
