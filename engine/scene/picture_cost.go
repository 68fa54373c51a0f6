package scene

import (
	"math"

	"shallows/engine/session"
)

// drawCost paints the axes, the test and the train line, faint beyond the present step, and the cursor.
func (s *Stage) drawCost(d pen) {
	c := &s.curve
	right, bottom := c.box.X+c.box.W, c.box.Y+c.box.H
	for _, t := range c.yTicks {
		d.rule(Point{c.box.X, t.at}, Point{right, t.at}, s.theme.Grid)
	}
	d.rule(Point{c.box.X, bottom}, Point{right, bottom}, s.theme.Muted)
	for _, t := range c.xTicks {
		d.rule(Point{t.at, bottom}, Point{t.at, bottom + tickLength}, s.theme.Muted)
	}

	records, present := s.session.Records()
	if s.cursor >= 0 {
		x := c.plot(float64(s.cursor), 0).X
		d.rule(Point{x, c.box.Y}, Point{x, bottom}, s.theme.Accent)
	}
	test := func(r session.Record) float64 { return r.TestCost }
	train := func(r session.Record) float64 { return r.Cost }
	if present < len(records)-1 {
		x := c.plot(float64(records[present].Step), 0).X
		d.rule(Point{x, c.box.Y}, Point{x, bottom}, s.theme.Muted)
		const faint = 0.6
		s.drawCosts(d, records[present:], dashed, Mix(s.theme.Muted, s.theme.Background, faint), test)
		s.drawCosts(d, records[present:], solid, Mix(s.theme.Ink, s.theme.Background, faint), train)
	}
	s.drawCosts(d, records[:present+1], dashed, s.theme.Muted, test)
	s.drawCosts(d, records[:present+1], solid, s.theme.Ink, train)
	for i, r := range records {
		if r.Step == s.cursor || i == present && (i == 0 || i < len(records)-1) {
			s.markCost(d, r, s.theme.Muted, test)
			s.markCost(d, r, s.theme.Ink, train)
		}
	}
}

// dash is the lengths of a line's strokes and of the gaps between them, in CSS pixels.
type dash struct{ stroke, gap float64 }

var (
	solid  = dash{math.Inf(1), 0}
	dashed = dash{5, 4}
)

// drawCosts paints one line, leaving out what is not finite.
func (s *Stage) drawCosts(d pen, records []session.Record, pattern dash, colour Colour, cost func(session.Record) float64) {
	const (
		width = 2
		apart = 0.25 // more records than four to a pixel cannot be told from each other
	)
	var from Point
	started, walked := false, 0.0
	for i, r := range records {
		v := cost(r)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			started = false
			continue
		}
		to := s.curve.plot(float64(r.Step), v)
		if started && to.X-from.X < apart && i < len(records)-1 {
			continue
		}
		if started {
			walked = d.dashes(from, to, width, colour, pattern, walked)
		}
		from, started = to, true
	}
}

// markCost puts a dot on a line, where the cost is finite.
func (s *Stage) markCost(d pen, r session.Record, colour Colour, cost func(session.Record) float64) {
	if v := cost(r); !math.IsNaN(v) && !math.IsInf(v, 0) {
		d.disc(s.curve.plot(float64(r.Step), v), 4, colour)
	}
}

// dashes adds a straight piece of a dashed line that is walked long so far, and returns how long it is then.
func (d pen) dashes(from, to Point, width float64, colour Colour, pattern dash, walked float64) float64 {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if math.IsInf(pattern.stroke, 1) {
		d.line(from, to, width, colour)
		return walked + length
	}
	along := func(t float64) Point {
		return Point{from.X + (to.X-from.X)*t/length, from.Y + (to.Y-from.Y)*t/length}
	}
	period := pattern.stroke + pattern.gap
	for done := 0.0; done < length; {
		phase := math.Mod(walked+done, period)
		rest := period - phase
		if phase < pattern.stroke {
			rest = pattern.stroke - phase
			d.line(along(done), along(min(length, done+rest)), width, colour)
		}
		done += max(rest, 1e-3)
	}
	return walked + length
}
