package dataset

import "math"

// Section is the plane through the space of all coordinates that a picture shows. A place (p1, p2) of it is the point
// Origin + p1 Along[0] + p2 Along[1].
type Section struct {
	Origin []float64
	Along  [2][]float64
	across [2][]float64 // whose products with a point, counted from Origin, are the place below which it lies
	unit   []float64    // what is as far as 1 in each coordinate
}

// Slice returns the section along the coordinates a and b, from 0, where all others are held. Distances from it are in
// those units, one a coordinate.
func Slice(a, b int, held, unit []float64) Section {
	s := Section{Origin: append([]float64(nil), held...), unit: unit}
	for k, j := range [2]int{a, b} {
		s.Along[k] = make([]float64, len(held))
		if j < len(held) { // of a single coordinate there is no second axis
			s.Along[k][j], s.Origin[j] = 1, 0
		}
	}
	s.across = s.Along
	return s
}

// Span returns the section through the mean of coordinates, along two directions that are orthonormal once each
// coordinate is divided by its deviation. A place is how far a point is along them, in deviations.
func Span(mean, deviation []float64, along [2][]float64) Section {
	s := Section{Origin: mean, unit: deviation}
	for k, v := range along {
		s.Along[k], s.across[k] = make([]float64, len(v)), make([]float64, len(v))
		for j := range v {
			s.Along[k][j], s.across[k][j] = v[j]*deviation[j], v[j]/deviation[j]
		}
	}
	return s
}

// Points returns the points at places, as a set without targets.
func (s Section) Points(p1, p2 []float64) Set {
	X := make([][]float64, len(s.Origin))
	for j := range X {
		X[j] = make([]float64, len(p1))
		for i := range p1 {
			X[j][i] = s.Origin[j] + float64(p1[i]*s.Along[0][j]) + float64(p2[i]*s.Along[1][j])
		}
	}
	return Set{X: X}
}

// Places returns the place nearest to each example, and how far the example is off the section.
func (s Section) Places(set Set) (p1, p2, off []float64) {
	n := set.Len()
	p1, p2, off = make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		for j, x := range set.X {
			p1[i] += float64((x[i] - s.Origin[j]) * s.across[0][j])
			p2[i] += float64((x[i] - s.Origin[j]) * s.across[1][j])
		}
		for j, x := range set.X {
			at := s.Origin[j] + float64(p1[i]*s.Along[0][j]) + float64(p2[i]*s.Along[1][j])
			off[i] = math.Hypot(off[i], (x[i]-at)/s.unit[j])
		}
	}
	return p1, p2, off
}
