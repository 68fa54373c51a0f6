package dataset

import (
	"math"

	"shallows/engine/random"
)

// planar is the course's flower. Each class has an angle t evenly spaced over 3.12 (a little less
// than half a turn), with noise, and the radius 4 sin 4t, with noise.
func planar(s *Set, n int, noise float64, r *random.RandomState) {
	for class, m := range halves(n) {
		j := float64(class)
		t := spaced(j*3.12, (j+1)*3.12, m)
		for i := range t {
			t[i] += r.Randn() * noise
		}
		for _, t := range t {
			radius := 4*math.Sin(4*t) + r.Randn()*noise
			s.Add(radius*math.Sin(t), radius*math.Cos(t), j)
		}
	}
}

// Ring is what lies between two radii.
type Ring struct{ Inner, Outer float64 }

// ringsOf returns as many rings as classes, as far apart from one another as those of two classes: three quarters of the
// width of a ring.
func ringsOf(classes int) []Ring {
	rings := make([]Ring, classes)
	width := 4.5 / (1.75*float64(classes) - 0.75)
	for i := range rings {
		inner := 0.5 + float64(1.75*width*float64(i))
		rings[i] = Ring{inner, inner + width}
	}
	return rings
}

// around draws as many points in each ring as in the others, the innermost first. Noise moves a point only while its class
// is decided, by the outer radii.
func around(s *Set, q Recipe, r *random.RandomState) {
	rings := q.Kind.Rings(q.Classes)
	for i, ring := range rings {
		for range share(q.N, i, len(rings)) {
			radius := r.Uniform(ring.Inner, ring.Outer)
			angle := r.Uniform(0, 2*math.Pi)
			x1, x2 := radius*math.Sin(angle), radius*math.Cos(angle)
			n1, n2 := jitter(r, 5, q.Noise)
			at := 0
			for at < len(rings)-1 && math.Hypot(x1+n1, x2+n2) >= rings[at].Outer {
				at++
			}
			if q.Classes > 2 {
				s.Add(x1, x2, float64(at))
			} else {
				s.Add(x1, x2, class(at%2 == 0))
			}
		}
	}
}

// shell has as many points in a ball, of class 1, as in a shell around it, of class 0. Noise moves a point only while its
// class is decided, by the radius of the ball.
func shell(s *Set, n int, noise float64, r *random.RandomState) {
	rings := []Ring{{0, 2.5}, {3.5, 5}}
	for i, ring := range rings {
		for range halves(n)[i] {
			radius := r.Uniform(ring.Inner, ring.Outer)
			height := r.Uniform(-1, 1)
			angle := r.Uniform(0, 2*math.Pi)
			flat := radius * math.Sqrt(1-float64(height*height))
			x1, x2, x3 := flat*math.Sin(angle), flat*math.Cos(angle), radius*height
			n1, n2 := jitter(r, 5, noise)
			n3 := r.Uniform(-5, 5) * noise / 2
			s.Append(class(math.Hypot(math.Hypot(x1+n1, x2+n2), x3+n3) < rings[0].Outer), x1, x2, x3)
		}
	}
}

// blobs has class after class around the places of a circle of radius 3.5, from the top clockwise, with a deviation of 0.5
// to 1.5 as the noise goes from 0 to 1.
func blobs(s *Set, q Recipe, r *random.RandomState) {
	for k := range q.Classes {
		angle := 2 * math.Pi * float64(k) / float64(q.Classes)
		c1, c2 := 3.5*math.Sin(angle), 3.5*math.Cos(angle)
		for range share(q.N, k, q.Classes) {
			x1 := c1 + float64((0.5+q.Noise)*r.Randn())
			s.Add(x1, c2+float64((0.5+q.Noise)*r.Randn()), float64(k))
		}
	}
}

// xor has points of [-5, 5]² moved 0.3 away from both axes, in class 1 where x1 and x2 have the same
// sign. Noise moves a point only while its class is decided.
func xor(s *Set, n int, noise float64, r *random.RandomState) {
	for range n {
		x1 := pad(r.Uniform(-5, 5))
		x2 := pad(r.Uniform(-5, 5))
		n1, n2 := jitter(r, 5, noise)
		s.Add(x1, x2, class((x1+n1)*(x2+n2) >= 0))
	}
}

// gauss has class 1 around (2, 2), then class 0 around (-2, -2), with a variance of 0.5 to 4 as the
// noise goes from 0 to 1.
func gauss(s *Set, n int, noise float64, r *random.RandomState) {
	deviation := math.Sqrt(0.5 + 3.5*noise)
	for i, centre := range [2]float64{2, -2} {
		for range halves(n)[i] {
			x1 := centre + deviation*r.Randn()
			x2 := centre + deviation*r.Randn()
			s.Add(x1, x2, class(i == 0))
		}
	}
}

// spiral has the last class, then each before it, which begins a share of a turn ahead of the one drawn last: 1.75 turns
// while the radius grows from 0 to 5. Noise moves a coordinate by up to noise/2.
func spiral(s *Set, q Recipe, r *random.RandomState) {
	for i := range q.Classes {
		m, start := share(q.N, i, q.Classes), 2*math.Pi*float64(i)/float64(q.Classes)
		for k := range m {
			along := float64(k) / float64(m)
			radius, t := 5*along, 1.75*along*2*math.Pi+start
			n1, n2 := jitter(r, 1, q.Noise)
			s.Add(radius*math.Sin(t)+n1, radius*math.Cos(t)+n2, float64(q.Classes-1-i))
		}
	}
}

// moons is scikit-learn's make_moons(n, shuffle=False, noise=noise/2, random_state=seed), centred
// and enlarged by 10/3 so that it spans [-5, 5] across: class 0 an upper half circle, then class 1 a
// lower one that begins at its centre.
func moons(s *Set, n int, noise float64, r *random.RandomState) {
	const enlarge = 10. / 3
	for i, m := range halves(n) {
		for _, t := range spaced(0, math.Pi, m) {
			x1, x2 := math.Cos(t), math.Sin(t)
			if i == 1 {
				x1, x2 = 1-x1, 0.5-x2
			}
			x1 += r.Randn() * noise / 2
			x2 += r.Randn() * noise / 2
			s.Add((x1-0.5)*enlarge, (x2-0.25)*enlarge, float64(i))
		}
	}
}

// line has points of [-5, 5]² moved 0.3 away from the line 0.6 x1 + 0.8 x2 = 1, in class 1 above it.
// Noise moves a point only while its class is decided.
func line(s *Set, n int, noise float64, r *random.RandomState) {
	const w1, w2, b = 0.6, 0.8, -1 // a unit normal, so w1 x1 + w2 x2 + b is a distance
	for range n {
		x1, x2 := r.Uniform(-5, 5), r.Uniform(-5, 5)
		distance := w1*x1 + w2*x2 + b
		away := pad(distance) - distance
		x1, x2 = x1+w1*away, x2+w2*away
		n1, n2 := jitter(r, 5, noise)
		s.Add(x1, x2, class(w1*(x1+n1)+w2*(x2+n2)+b > 0))
	}
}

// halves returns the sizes of two classes drawn one after the other.
func halves(n int) [2]int { return [2]int{share(n, 0, 2), share(n, 1, 2)} }

// share returns how many of n examples are of class i of so many.
func share(n, i, classes int) int { return n*(i+1)/classes - n*i/classes }

// spaced returns n numbers from first to last, both included, as numpy.linspace has them.
func spaced(first, last float64, n int) []float64 {
	x := make([]float64, n)
	step := (last - first) / float64(n-1)
	for i := range x {
		x[i] = float64(float64(i)*step) + first
	}
	x[n-1] = last
	return x
}

// pad moves x away from 0 by 0.3.
func pad(x float64) float64 {
	const padding = 0.3
	if x > 0 {
		return x + padding
	}
	return x - padding
}

// jitter draws a displacement of at most size*noise/2 in each coordinate.
func jitter(r *random.RandomState, size, noise float64) (n1, n2 float64) {
	n1 = r.Uniform(-size, size) * noise / 2
	n2 = r.Uniform(-size, size) * noise / 2
	return n1, n2
}

func class(one bool) float64 {
	if one {
		return 1
	}
	return 0
}
