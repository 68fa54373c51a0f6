package scene

import "math"

// SetExample rings a training example in the plane, counted from 1. A number that no example has
// rings none.
func (s *Stage) SetExample(example int) { s.example = example }

// exampleAt is the training example nearest to p, counted from 1; 0 if none is within a pointer's
// reach. Where examples lie on top of each other it is the one on top.
func (s *Stage) exampleAt(p Point) int {
	const reach = 9.0
	nearest, example := reach, 0
	train := s.session.Train()
	places, _ := s.session.Places()
	for i := range train.Y {
		m, ok := s.mark(train, places, i, 0)
		if distance := math.Hypot(m.at.X-p.X, m.at.Y-p.Y); ok && distance <= nearest {
			nearest, example = distance, i+1
		}
	}
	return example
}

// drawExample paints the chosen example over the others, with a ring around it.
func (s *Stage) drawExample(d pen, radius float64) {
	train := s.session.Train()
	if s.example < 1 || s.example > train.Len() {
		return
	}
	places, _ := s.session.Places()
	m, ok := s.mark(train, places, s.example-1, radius)
	if !ok {
		return
	}
	d.mark(m, m.size+0.6, s.theme.Surface)
	d.mark(m, m.size-0.4, m.colour)
	d.ring(m.at, radius+5, 4, s.theme.Surface)
	d.ring(m.at, radius+5, 2, s.theme.Ink)
}
