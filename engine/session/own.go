package session

import (
	"shallows/engine/config"
	"shallows/engine/dataset"
)

// Own returns the points of own data, whether or not they are the run's. They may not be changed.
func (s *Session) Own() dataset.Points { return s.own.Points() }

// Names returns what the columns and the classes of the data are called.
func (s *Session) Names() dataset.Names {
	if s.config.Data == dataset.Own {
		return s.own.Points().Names
	}
	return s.config.Data.Names()
}

// Draw lets edit change own data, which it reports to have done. The weights stay, and a new pass over
// the examples begins, unless the network does not suit the points any more: then a new run does. Draw returns what edit
// reports, and false where the run is not over own data.
func (s *Session) Draw(edit func(*dataset.Drawing) bool) bool {
	own := *s.own
	if s.config.Data != dataset.Own || !edit(&own) {
		return false
	}
	if c := s.config.Over(own.Points()); s.config.Restarts(c) {
		s.restart(c, &own)
		return true
	}
	s.change(change{config: s.config, own: &own, parameter: none, edited: s.edited || s.step > 0, hand: s.hand})
	return true
}

// learn goes on with other own data.
func (s *Session) learn(own *dataset.Drawing) {
	s.own = own
	train, test, target := split(*s.config, own.Points().Set)
	s.target = target
	s.standard = standardisation(*s.config, train)
	if train.Len() != s.train.Len() {
		s.gradient = s.network.NewGradient(train.Len())
	}
	s.train, s.test = s.over(s.train, train), s.over(s.test, test)
	s.look(s.view)
	s.rebatch()
}

// Replace starts a new run over other own data, with all their columns as inputs and such settings as pairs have. Undo
// brings back the run that there was.
func (s *Session) Replace(points dataset.Points, pairs ...config.Pair) {
	c, _ := s.config.Table(points).With(pairs...)
	own, now := *s.own, s.former()
	own.Replace(points, now)
	s.restart(c, &own)
	s.leave(now)
}
