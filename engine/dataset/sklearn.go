package dataset

import (
	"math"

	"shallows/engine/random"
)

// The sets of sklearn.datasets with random_state=Seed: points class by class, shuffled, then with normal noise, all from
// one stream. scikit-learn draws with NumPy, so a number can differ from its in the last digit of a sine alone.

// skCircles is make_circles(n, noise=noise, factor=factor): the outer circle, then the inner one.
func skCircles(s *Set, q Recipe, r *random.RandomState) {
	for class, m := range halves(q.N) {
		radius := [2]float64{1, q.Factor}[class]
		for i := range m {
			t := float64(i) * (2 * math.Pi / float64(m))
			s.Add(math.Cos(t)*radius, math.Sin(t)*radius, float64(class))
		}
	}
	s.shuffle(r)
	s.jostle(q.Noise, r)
}

// skMoons is make_moons(n, noise=noise): the upper half circle, then the lower one.
func skMoons(s *Set, q Recipe, r *random.RandomState) {
	sizes := halves(q.N)
	for _, t := range spaced(0, math.Pi, sizes[0]) {
		s.Add(math.Cos(t), math.Sin(t), 0)
	}
	for _, t := range spaced(0, math.Pi, sizes[1]) {
		s.Add(1-math.Cos(t), 1-math.Sin(t)-0.5, 1)
	}
	s.shuffle(r)
	s.jostle(q.Noise, r)
}

// skBlobs is make_blobs(n, centers=clusters, cluster_std=noise), whose labels are taken modulo 2 as the course does.
func skBlobs(s *Set, q Recipe, r *random.RandomState) {
	centres := make([][2]float64, q.Clusters)
	for i := range centres {
		centres[i] = [2]float64{r.Uniform(-10, 10), r.Uniform(-10, 10)}
	}
	for i, c := range centres {
		m := q.N / q.Clusters
		if i < q.N%q.Clusters {
			m++
		}
		for range m {
			x1 := c[0] + float64(q.Noise*r.Randn())
			s.Add(x1, c[1]+float64(q.Noise*r.Randn()), float64(i%2))
		}
	}
	s.shuffle(r)
}

// skQuantiles is make_gaussian_quantiles(n_samples=n, cov=noise, n_classes=2): the half of a normal cloud that is nearer to
// its centre, then the other.
func skQuantiles(s *Set, q Recipe, r *random.RandomState) {
	deviation := math.Sqrt(q.Noise)
	points := make([][2]float64, q.N)
	for i := range points {
		x1 := deviation * r.Randn()
		points[i] = [2]float64{x1, deviation * r.Randn()}
	}
	distance := func(x [2]float64) float64 { return float64(x[0]*x[0]) + float64(x[1]*x[1]) }
	for i := range points { // some thousand points at most: a sort of their own is not worth its code
		for j := i; j > 0 && distance(points[j]) < distance(points[j-1]); j-- {
			points[j], points[j-1] = points[j-1], points[j]
		}
	}
	for i, x := range points {
		s.Add(x[0], x[1], class(i >= q.N/2))
	}
	s.shuffle(r)
}

// shuffle puts the examples in random order.
func (s *Set) shuffle(r *random.RandomState) {
	ordered := *s
	*s = NewSet(len(ordered.X), ordered.Len())
	for _, i := range r.Permutation(ordered.Len()) {
		s.take(ordered, i)
	}
}

// jostle moves the points by normal draws of a deviation.
func (s *Set) jostle(deviation float64, r *random.RandomState) {
	for i := range s.Y {
		s.X[0][i] += float64(deviation * r.Randn())
		s.X[1][i] += float64(deviation * r.Randn())
	}
}
