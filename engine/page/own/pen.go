package own

import (
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
)

// CSS pixels.
const (
	apart = 14 // between points that are sprayed
	still = 3  // that a pointer may move in a click
)

// reach returns how near a kind of pointer must come to a point, in CSS pixels.
func reach(kind string) float64 {
	switch kind {
	case "touch":
		return 20
	case "pen":
		return 12
	}
	return 9
}

// pen is what a pointer does: a click adds a point, dragging sprays them, dragging a point moves it; the eraser takes
// away what it meets, the right button one point.
type pen struct {
	does   gesture
	stroke stroke
	last   place // that was sprayed at
	point  int   // that is moved, counted from 0
	from   place // where the pointer took hold of it
	off    place // from there to the point

	drew bool   // since the button went down: its click means nothing else
	ring *place // the point that a press would take hold of, or that is moved
}

// gesture is what a pointer does while its button is down.
type gesture int

const (
	nothing gesture = iota
	spraying
	moving
	erasing
)

// stop ends what the pointer is at.
func (p *pen) stop() { p.does, p.ring = nothing, nil }

// cancel takes back what the pointer has done since its button went down.
func (o *Own) cancel(d *panel.Desk) {
	o.pen.stroke.takeBack(d)
	o.pen.stop()
}

// under returns the point under a pointer, counted from 0, -1 for none.
func under(d *panel.Desk, points dataset.Points, at place, kind string) int {
	return nearest(points, at, reach(kind)/scale(d))
}

// point does what a pointer means.
func (o *Own) point(d *panel.Desk, verb string, at place, kind, button string) {
	switch verb {
	case "press":
		o.press(d, at, kind, button)
	case "move":
		o.move(d, at, kind)
	case "lift", "leave":
		o.pen.stop()
	case "cancel":
		o.cancel(d)
	case "click":
		if !o.pen.drew {
			d.Pass()
		}
	}
}

func (o *Own) press(d *panel.Desk, at place, kind, button string) {
	points := d.Session().Own()
	o.cursor.hide()
	o.pen = pen{}
	i := under(d, points, at, kind)
	if button == "2" && kind == "mouse" && i >= 0 {
		d.Run.EditPoints(func(drawing *dataset.Drawing) bool { return drawing.Remove(i, false) })
	}
	if button != "0" {
		return
	}
	o.cursor.at = at
	if i >= 0 {
		o.cursor.at = pointOf(points, i)
	}
	switch {
	case o.tool == erase:
		o.pen.does = erasing
		o.erase(d, at, kind)
	case i >= 0:
		p := o.cursor.at
		o.pen.does, o.pen.point, o.pen.from, o.pen.off = moving, i, at, place{p.u1 - at.u1, p.u2 - at.u2}
	default:
		o.pen.does, o.pen.last = spraying, at
		o.add(d, []place{at})
	}
}

func (o *Own) move(d *panel.Desk, at place, kind string) {
	switch o.pen.does {
	case spraying:
		o.spray(d, at)
	case moving:
		o.drag(d, at)
	case erasing:
		o.erase(d, at, kind)
	default:
		d.Still = true
		o.pen.ring = nil
		points := d.Session().Own()
		if i := under(d, points, at, kind); i >= 0 && kind != "touch" {
			p := pointOf(points, i)
			o.pen.ring = &p
		}
	}
}

// spray adds points at even distances along the way.
func (o *Own) spray(d *panel.Desk, to place) {
	from := o.pen.last
	step := apart / scale(d) / from.distance(to)
	var places []place
	for t := step; t <= 1; t += step {
		o.pen.last = place{from.u1 + float64(t*(to.u1-from.u1)), from.u2 + float64(t*(to.u2-from.u2))}
		places = append(places, o.pen.last)
	}
	o.add(d, places)
}

// add draws points at those of some places that lie in the plane.
func (o *Own) add(d *panel.Desk, places []place) {
	places = slices.DeleteFunc(places, func(p place) bool { return !p.inside() })
	if len(places) == 0 {
		return
	}
	o.pen.drew = true
	if !o.draw(d, places, &o.pen.stroke) {
		o.pen.stop()
	}
}

// draw draws points and reports whether there was room for all; it says so where there was none.
func (o *Own) draw(d *panel.Desk, places []place, s *stroke) (fits bool) {
	added := 0
	s.edit(d, func(drawing *dataset.Drawing, joined bool) bool {
		for _, p := range places {
			x1, x2 := drawing.Points().Extent.At(p.u1, p.u2)
			if drawing.Add(x1, x2, float64(o.tool.class()), joined || added > 0) {
				added++
			}
		}
		return added > 0
	})
	if added < len(places) {
		d.Ask("notice", notice.Say("own.full"))
	}
	return added == len(places)
}

// shift moves a point, counted from 0, to a place.
func (s *stroke) shift(d *panel.Desk, i int, to place) bool {
	return s.edit(d, func(drawing *dataset.Drawing, joined bool) bool {
		x1, x2 := drawing.Points().Extent.At(to.u1, to.u2)
		return drawing.Move(i, x1, x2, joined)
	})
}

func (o *Own) drag(d *panel.Desk, to place) {
	p := &o.pen
	if !p.stroke.begun && scale(d)*p.from.distance(to) < still {
		return
	}
	p.drew = true
	if !p.stroke.shift(d, p.point, place{to.u1 + p.off.u1, to.u2 + p.off.u2}) {
		return
	}
	moved := pointOf(d.Session().Own(), p.point)
	o.cursor.at, p.ring = moved, &moved
}

func (o *Own) erase(d *panel.Desk, at place, kind string) {
	changed := o.pen.stroke.edit(d, func(drawing *dataset.Drawing, joined bool) bool {
		before := drawing.Points().Len()
		for i := under(d, drawing.Points(), at, kind); i >= 0; i = under(d, drawing.Points(), at, kind) {
			drawing.Remove(i, joined || drawing.Points().Len() < before)
		}
		return drawing.Points().Len() < before
	})
	o.pen.drew = o.pen.drew || changed
}
