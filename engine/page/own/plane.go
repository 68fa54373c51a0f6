package own

import (
	"math"

	"shallows/engine/dataset"
	"shallows/engine/page/panel"
)

// place is a place of the plane in local coordinates, see [dataset.Extent].
type place struct{ u1, u2 float64 }

// inside reports whether a place lies in the plane.
func (p place) inside() bool { return max(math.Abs(p.u1), math.Abs(p.u2)) <= dataset.Reach }

func (p place) distance(q place) float64 { return math.Hypot(p.u1-q.u1, p.u2-q.u2) }

// scale returns the CSS pixels to a unit of local coordinates, 0 where the plane is not shown.
func scale(d *panel.Desk) float64 { return d.Stage.Layout().Square.W / (2 * dataset.Reach) }

// readPlace reads a place in CSS pixels from the left and upper edge of the plane, which may lie outside. ok is false for
// what is no place, and where there is no plane.
func readPlace(d *panel.Desk, words []string) (at place, ok bool) {
	var x, y float64
	s := scale(d)
	if s <= 0 || !panel.ReadNumbers(words, &x, &y) {
		return place{}, false
	}
	return place{x/s - dataset.Reach, dataset.Reach - y/s}, true
}

// pointOf returns the place of a point, counted from 0.
func pointOf(p dataset.Points, i int) place {
	u1, u2 := p.Extent.Local(p.X[0][i], p.X[1][i])
	return place{u1, u2}
}

// nearest returns the point nearest to a place, counted from 0, of equal ones the one on top; -1 if none is near enough.
func nearest(p dataset.Points, at place, within float64) int {
	found := -1
	for i := range p.Len() {
		if distance := pointOf(p, i).distance(at); distance <= within {
			found, within = i, distance
		}
	}
	return found
}
