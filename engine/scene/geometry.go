package scene

import "math"

// Point is a position; the unit depends on where it is used.
type Point struct{ X, Y float64 }

// Rect is an axis-parallel rectangle, (X, Y) its upper left corner.
type Rect struct{ X, Y, W, H float64 }

// Empty reports whether r covers nothing.
func (r Rect) Empty() bool { return !(r.W > 0 && r.H > 0) }

// Contains reports whether p lies in r, edges included.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X <= r.X+r.W && p.Y >= r.Y && p.Y <= r.Y+r.H
}

// Centre is the middle of r.
func (r Rect) Centre() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// inset moves every edge of r inward by d, outward if d is negative.
func (r Rect) inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// centredAt is a square of the given side around p.
func centredAt(p Point, side float64) Rect {
	return Rect{p.X - side/2, p.Y - side/2, side, side}
}

// Curve is the cubic Bézier curve of a link, with horizontal tangents at both ends.
type Curve struct{ From, To Point }

// handle is how long the curve's handles are, as a share of its width. Steep curves have shorter
// ones, so that the links of neighbouring layers do not bundle to verticals.
func (c Curve) handle() float64 {
	rise, run := math.Abs(c.To.Y-c.From.Y), math.Abs(c.To.X-c.From.X)
	return 0.5 - 0.25*rise/(rise+2*run+1e-9)
}

// Handles are the curve's control points between its ends.
func (c Curve) Handles() (Point, Point) {
	reach := c.handle() * (c.To.X - c.From.X)
	return Point{c.From.X + reach, c.From.Y}, Point{c.To.X - reach, c.To.Y}
}

// At is the curve's point at t in [0, 1].
func (c Curve) At(t float64) Point {
	h := c.handle()
	x := t * (3*h + t*(3-9*h+t*(6*h-2)))
	y := t * t * (3 - 2*t)
	return Point{c.From.X + x*(c.To.X-c.From.X), c.From.Y + y*(c.To.Y-c.From.Y)}
}

// Tangent is the direction of the curve at t, of length 1.
func (c Curve) Tangent(t float64) Point {
	h := c.handle()
	x := (3*h + t*(6-18*h+t*(18*h-6))) * (c.To.X - c.From.X)
	y := 6 * t * (1 - t) * (c.To.Y - c.From.Y)
	if n := math.Sqrt(x*x + y*y); n > 0 {
		return Point{x / n, y / n}
	}
	return Point{1, 0}
}

// Segments is how many straight pieces draw the curve to within a third of its coordinates' unit:
// pieces of 1/n are off by at most 6 rise / 8n².
func (c Curve) Segments() int {
	return 1 + int(1.5*math.Sqrt(math.Abs(c.To.Y-c.From.Y)))
}

// Distance is how far p is from the curve.
func (c Curve) Distance(p Point) float64 {
	n := c.Segments()
	best := math.Inf(1)
	a := c.From
	for i := 1; i <= n; i++ {
		b := c.At(float64(i) / float64(n))
		best = min(best, segmentDistance(p, a, b))
		a = b
	}
	return best
}

// segmentDistance is how far p is from the straight line between a and b.
func segmentDistance(p, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = max(0, min(1, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/n))
	}
	return math.Hypot(p.X-a.X-t*dx, p.Y-a.Y-t*dy)
}
