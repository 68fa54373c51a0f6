package bench

import (
	"maps"

	"shallows/engine/bench"
	"shallows/engine/session"
)

// sights are what runs look like, by their settings.
type sights struct {
	parameters map[string][]float64        // that were told last
	planes     map[string]string           // of those that have been looked at, see planeOf
	seen       map[string]*session.Session // some that planes were made of
}

func newSights() sights {
	return sights{map[string][]float64{}, map[string]string{}, map[string]*session.Session{}}
}

// forget forgets the sights of some runs of a bench, by row and number of the seed. What was dropped last keeps them.
func (p *Panel) forget(b *bench.Bench, which func(row, seed int) bool) {
	s := sights{maps.Clone(p.sights.parameters), maps.Clone(p.sights.planes), maps.Clone(p.sights.seen)}
	for row := range b.Rows() {
		for seed := range b.Plan().Seeds.Len() {
			if which(row, seed) {
				key := keyOf(b, row, seed)
				delete(s.parameters, key)
				delete(s.planes, key)
				delete(s.seen, key)
			}
		}
	}
	p.sights = s
}

// note takes the parameters of a run as they are now.
func (s sights) note(key string, parameters []float64) {
	s.parameters[key] = parameters
	delete(s.planes, key)
}

// plane returns the plane of a run, as it was told last, "" where it has not begun.
func (p *Panel) plane(row, seed int) string {
	key, s := keyOf(p.bench, row, seed), p.sights
	if _, ok := s.planes[key]; !ok && s.parameters[key] != nil {
		run := s.seen[key]
		if run == nil {
			if len(s.seen) > 2*page {
				clear(s.seen)
			}
			run = p.bench.Plan().Run(p.bench.Rows()[row], seed)
			s.seen[key] = run
		}
		if bench.Stand(run, s.parameters[key]) {
			s.planes[key] = planeOf(run)
		}
	}
	return s.planes[key]
}
