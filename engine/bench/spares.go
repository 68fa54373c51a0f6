package bench

import (
	"slices"

	"shallows/engine/session"
)

// mostSpares is how many are kept: enough for the networks of a few rows that take turns.
const mostSpares = 8

// Spares are runs that are over, and leave their networks to those to come.
type Spares struct{ runs []*session.Session }

// Keep keeps the run of a job that nobody looks at any more.
func (s *Spares) Keep(j *Job) {
	if len(s.runs) == mostSpares {
		s.runs = slices.Delete(s.runs, 0, 1)
	}
	s.runs = append(s.runs, j.session)
}

// run returns the run of a row with seed number k, in place of one that is over where there is one that fits.
func (s *Spares) run(p Plan, r Row, k int) *session.Session {
	c := p.Seeds.In(r.Config, k)
	for i, over := range s.runs {
		if over.Fits(c) {
			s.runs = slices.Delete(s.runs, i, i+1)
			return over.Renew(c, p.Points)
		}
	}
	return p.Run(r, k)
}
