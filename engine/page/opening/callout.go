package opening

import (
	"math"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Callout is a box of text in a picture, with a line from it to what it speaks of.
type Callout struct {
	Key, Class  string // above or below what it speaks of
	Left, Width string
	Edge        string // where its lower edge is where it stands above, else its upper one
	Across      string // where the line is, from its left
	Line        string // how long that is
	Says        record.Text
}

// What a callout needs, in CSS pixels: one of two lines of text, one that is as narrow as can be of four, and one of one line; and
// the least line to what it speaks of.
const (
	wide, high     = 240.0, 48.0
	narrow, higher = 160.0, 72.0
	low            = 30.0
	lead           = 12.0
	margin         = 4.0
)

// callout returns one whose left edge and whose edge at the line are there, and which speaks of a point.
func callout(key, class string, left, width, edge float64, of scene.Point) Callout {
	return Callout{
		Key: key, Class: "callout " + class, Left: panel.Pixels(left), Width: panel.Pixels(width), Edge: panel.Pixels(edge),
		Across: panel.Pixels(of.X - left), Line: panel.Pixels(math.Abs(of.Y - edge)), Says: record.T("opening." + key),
	}
}

// unitAt returns where a unit is.
func unitAt(d *panel.Desk, layer, index int) (scene.Rect, bool) {
	for _, u := range d.Stage.Layout().Units {
		if u.Layer == layer && u.Index == index {
			return u.Rect, true
		}
	}
	return scene.Rect{}, false
}

// ofUnit stands over the first hidden unit, where there is room below the headings.
func ofUnit(d *panel.Desk) (Callout, bool) {
	unit, ok := unitAt(d, 1, 1)
	headings := d.Stage.Layout().Headings
	if !ok || d.Session().Network().Layers() < 2 || len(headings) == 0 || unit.Y-headings[0].Y < high+lead+margin {
		return Callout{}, false
	}
	of := scene.Point{X: unit.Centre().X, Y: unit.Y - margin}
	slot := d.Stage.Slots().Rects[scene.NetworkSlot]
	left := max(margin, min(of.X-wide/4, slot.W-wide-margin))
	return callout("unit", "above", left, wide, of.Y-lead, of), slot.W > wide+2*margin
}

// ofLink stands under the link from the last input to the last unit of the first layer, left of that.
func ofLink(d *panel.Desk) (Callout, bool) {
	n := d.Session().Network()
	input, ok := unitAt(d, 0, n.Sizes[0])
	unit, also := unitAt(d, 1, n.Sizes[1])
	if !ok || !also {
		return Callout{}, false
	}
	from, to := scene.Point{X: input.X + input.W, Y: input.Centre().Y}, scene.Point{X: unit.X, Y: unit.Centre().Y}
	of := scene.Point{X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2} // the middle of its curve
	edge := max(of.Y+lead, input.Y+input.H+2*margin)
	right := of.X + 2*margin // where no other link is yet
	width := min(wide, right-margin)
	room := width >= narrow && right < unit.X && edge+higher < d.Stage.Slots().Rects[scene.NetworkSlot].H
	return callout("link", "below", right-width, width, edge, of), room
}

// ofBoundary stands in the strip of the plane over the data, where there is one, and speaks of a place of the boundary at the
// right.
func ofBoundary(d *panel.Desk) (Callout, bool) {
	s, square := d.Session(), d.Stage.Layout().Square
	if s.Config().Regression() || s.Network().Sizes[s.Network().Layers()] > 1 || !s.IsFlat() || square.W < wide {
		return Callout{}, false
	}
	shown, strip := s.Extent(), dataset.Reach
	for i, x2 := range s.Train().X[1] {
		_, up := shown.Local(s.Train().X[0][i], x2)
		strip = min(strip, dataset.Reach-up)
	}
	scale := square.W / (2 * dataset.Reach)
	if strip*scale < low+margin {
		return Callout{}, false
	}
	of, ok := crossing(d, dataset.Reach-strip)
	of = scene.Point{X: square.X + (of.X+dataset.Reach)*scale, Y: square.Y + (dataset.Reach-of.Y)*scale}
	return callout("boundary", "above", square.X+margin, square.W-2*margin, square.Y+margin+low, of), ok
}

// crossing returns a place in local coordinates where the output changes sides at the right of the plane, below a height.
func crossing(d *panel.Desk, height float64) (scene.Point, bool) {
	const step = 0.25
	shown, out := d.Session().Extent(), make([]float64, 1)
	middle := 0.0
	if d.Session().Config().Output == nn.Sigmoid {
		middle = 0.5
	}
	sideAt := func(across, up float64) bool {
		x1, x2 := shown.At(across, up)
		d.Session().Predict(out, []float64{x1}, []float64{x2})
		return out[0] > middle
	}
	for across := 5.25; across > 0; across -= 4 * step {
		for up := height - step; up > -4; up -= step {
			if sideAt(across, up) != sideAt(across, up+step) {
				return scene.Point{X: across, Y: up + step/2}, true
			}
		}
	}
	return scene.Point{}, false
}
