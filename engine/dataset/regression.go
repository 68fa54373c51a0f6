package dataset

import (
	"math"

	"shallows/engine/random"
)

// plane has the value (x1+x2)/10, which noise reads elsewhere than at the point.
func plane(s *Set, n int, noise float64, r *random.RandomState) {
	values(s, n, noise, r, func(x1, x2 float64) float64 { return (x1 + x2) / 10 })
}

// bumps, the playground's multi gaussian, has three hills of height 1 and three hollows of depth -1
// by turns, cones that reach 0 at the distance 2 from their centres. Noise reads the value elsewhere
// than at the point.
func bumps(s *Set, n int, noise float64, r *random.RandomState) {
	values(s, n, noise, r, func(x1, x2 float64) float64 {
		value := 0.
		for _, b := range [...]struct{ x1, x2, height float64 }{
			{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1},
			{-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1},
		} {
			value += b.height * max(0, 1-math.Hypot(x1-b.x1, x2-b.x2)/2)
		}
		return value
	})
}

// values draws points of [-6, 6]² with the value found there, or with noise up to 6*noise/2 away.
func values(s *Set, n int, noise float64, r *random.RandomState, at func(x1, x2 float64) float64) {
	for range n {
		x1, x2 := r.Uniform(-6, 6), r.Uniform(-6, 6)
		n1, n2 := jitter(r, 6, noise)
		s.Add(x1, x2, at(x1+n1, x2+n2))
	}
}
