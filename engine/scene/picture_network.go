package scene

import (
	"math"

	"shallows/engine/nn"
)

// drawNetwork paints the links, the units over them, and the biases over the units.
func (s *Stage) drawNetwork(d pen) {
	for _, k := range s.diagram.links {
		s.drawLink(d, k)
	}
	levels := s.levels()
	for i, u := range s.diagram.units {
		s.drawUnit(d, u, s.diagram.numbers[i], levels[s.diagram.numbers[i]])
	}
	for _, b := range s.diagram.biases {
		s.drawBias(d, b)
	}
	for _, f := range s.diagram.folds {
		s.drawFold(d, f)
	}
	s.drawTravel(d)
}

// magnitude brings the size of a weight or a bias into [0, 1). It is the same for every network
// and every step, so that small weights look faint and growth is seen.
func magnitude(v float64) float64 {
	size := math.Abs(v)
	if math.IsInf(size, 1) {
		return 1
	}
	return size / (size + 2)
}

// signed is the colour of a weight or a bias.
func (t Theme) signed(v float64) Colour {
	if v < 0 {
		return t.Negative
	}
	return t.Positive
}

// drawLink paints a link: its sign as colour, and as dashes where it is negative; its size as width,
// so that small weights are thin and still seen. A hovered unit brings its own links forward, a marked
// link has a halo.
func (s *Stage) drawLink(d pen, k link) {
	t := Target{Link, k.layer, k.to, k.from}
	size := magnitude(s.Value(t))
	width := 0.9 + (k.thickest-0.9)*size
	colour := Mix(s.theme.Muted, s.theme.signed(s.Value(t)), float32(min(1, 0.35+3*size)))
	opacity := (0.85 + 0.15*min(1, 4*size)) * k.strength
	if s.hovered.Kind == Unit && s.hovered.To > 0 {
		if s.hovered.touches(t) {
			opacity = 1
		} else {
			opacity *= 0.25
		}
	}
	curve := Curve{d.at(k.curve.From), d.at(k.curve.To)}
	if s.hovered.covers(t) || s.chosen.covers(t) {
		opacity, width = 1, max(width, 2)
		d.Strokes = append(d.Strokes, Stroke{Curve: curve, Width: (width + 6) * d.scale, Colour: s.theme.Accent.Fade(0.35)})
	}
	dash := 0.0
	if s.Value(t) < 0 {
		dash = max(5, 2*width)
	}
	d.Strokes = append(d.Strokes, Stroke{curve, width * d.scale, dash * d.scale, colour.Fade(float32(opacity))})
}

// touches reports whether a link begins or ends at the unit.
func (unit Target) touches(link Target) bool {
	return unit.Layer == link.Layer && unit.To == link.To || unit.Layer == link.Layer-1 && unit.To == link.From
}

// drawUnit paints a unit's field, the bar of its level and its frame, which shows a unit whose field has no colour.
func (s *Stage) drawUnit(d pen, u UnitBox, number int, level float64) {
	radius := 0.17 * u.Rect.W
	d.Quads = append(d.Quads, Quad{
		Rect: d.snapRect(u.Rect), Radius: radius * d.scale, Unit: number, Gain: gain(level),
	})
	if n := s.session.Network(); u.Layer > 0 && n.Activation(u.Layer) != nn.Softmax {
		s.drawLevel(d, u.Rect, level)
	}
	t := Target{Kind: Unit, Layer: u.Layer, To: u.Index}
	switch {
	case s.hovered.covers(t):
		d.outline(u.Rect.inset(-3), radius+3, 2, s.theme.Accent)
	case s.chosen.covers(t):
		d.outline(u.Rect.inset(-3), radius+3, 2, s.theme.Accent.Fade(0.6))
	}
	d.outline(u.Rect, radius, 1, s.theme.Muted)
}

// drawBias paints a ring that fills with the size of the bias, in the colour of its sign; a negative one has a minus too.
func (s *Stage) drawBias(d pen, b biasMark) {
	t := Target{Kind: Bias, Layer: b.Layer, To: b.Index}
	value := s.Value(t)
	edge := s.theme.Muted
	if value != 0 {
		edge = s.theme.signed(value)
	}
	if s.hovered.covers(t) || s.chosen.covers(t) {
		d.disc(b.centre, b.radius+4, s.theme.Accent.Fade(0.35))
	}
	line := min(1.5, 0.3*b.radius)
	d.disc(b.centre, b.radius+0.75*line, s.theme.Surface)
	d.disc(b.centre, b.radius*math.Sqrt(magnitude(value)), s.theme.signed(value))
	d.ring(b.centre, b.radius-line/2, line, edge)
	if value < 0 {
		from, to := Point{b.centre.X - 0.5*b.radius, b.centre.Y}, Point{b.centre.X + 0.5*b.radius, b.centre.Y}
		d.line(from, to, 3*line, s.theme.Surface)
		d.line(from, to, line, edge)
	}
}

// drawFold paints the ellipsis of a folded layer, or an arrow where a layer folds again.
func (s *Stage) drawFold(d pen, f FoldBox) {
	colour := s.theme.Muted
	if (Target{Kind: Fold, Layer: f.Layer}) == s.hovered {
		colour = s.theme.Accent
	}
	c := f.Rect.Centre()
	if f.Hidden == 0 {
		tip := Point{c.X, c.Y - 2.5}
		d.line(Point{c.X - 5, c.Y + 2.5}, tip, 1.6, colour)
		d.line(tip, Point{c.X + 5, c.Y + 2.5}, 1.6, colour)
		return
	}
	radius := min(2.2, 0.09*f.Rect.H)
	for i := -1.0; i <= 1; i++ {
		d.disc(Point{c.X, c.Y + 3.6*radius*i}, radius, colour)
	}
}
