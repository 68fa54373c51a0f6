package scene

import "math"

// Picture is what to paint in a slot, nothing of it outside Clip: first the strokes, then the
// quads, then the boxes, each in order. Lengths are device pixels, positions are relative to the
// viewport.
type Picture struct {
	Clip    Rect
	Strokes []Stroke
	Quads   []Quad
	Boxes   []Box
}

// Stroke is a link's line.
type Stroke struct {
	Curve  Curve
	Width  float64
	Dash   float64 // length of its dashes, with gaps as long; 0 for a line without gaps
	Colour Colour
}

// Quad shows a unit's field.
type Quad struct {
	Rect   Rect
	Radius float64
	Unit   int     // counts the inputs first, then layer by layer, from 0
	Line   float64 // opacity of the line where the unit's Z is 0
	Gain   float64 // by which its tones are stretched
}

// Box is a filled or outlined rectangle with rounded corners, turned by any angle: also a disc, a
// ring, a diamond, or a straight line with round ends.
type Box struct {
	Centre Point
	Along  Point   // unit vector of the box's own x axis
	Half   Point   // half its width and height, corners included
	Radius float64 // of the corners
	Stroke float64 // width of the outline, which is centred on the edge; 0 fills the box
	Colour Colour
}

// pen adds shapes to a picture. It takes lengths in CSS pixels and positions relative to the slot.
type pen struct {
	*Picture
	origin Point
	scale  float64
}

// newPen starts p over for a slot.
func newPen(p *Picture, slot Rect, scale float64) pen {
	p.Strokes, p.Quads, p.Boxes = p.Strokes[:0], p.Quads[:0], p.Boxes[:0]
	d := pen{p, Point{slot.X * scale, slot.Y * scale}, scale}
	p.Clip = d.snapRect(Rect{0, 0, slot.W, slot.H})
	return d
}

// at is a position in device pixels.
func (d pen) at(p Point) Point { return Point{d.origin.X + p.X*d.scale, d.origin.Y + p.Y*d.scale} }

// snapRect is a rectangle in device pixels with its edges between pixels.
func (d pen) snapRect(r Rect) Rect {
	a, b := d.at(Point{r.X, r.Y}), d.at(Point{r.X + r.W, r.Y + r.H})
	x, y := math.Round(a.X), math.Round(a.Y)
	return Rect{x, y, math.Round(b.X) - x, math.Round(b.Y) - y}
}

// hairline is a width in device pixels that is whole, so that a straight line is crisp.
func (d pen) hairline(width float64) float64 { return max(1, math.Round(width*d.scale)) }

func (d pen) box(b Box) { d.Boxes = append(d.Boxes, b) }

// disc adds a filled circle.
func (d pen) disc(centre Point, radius float64, c Colour) {
	r := radius * d.scale
	d.box(Box{Centre: d.at(centre), Along: Point{1, 0}, Half: Point{r, r}, Radius: r, Colour: c})
}

// ring adds a circle's outline.
func (d pen) ring(centre Point, radius, width float64, c Colour) {
	r := radius * d.scale
	d.box(Box{Centre: d.at(centre), Along: Point{1, 0}, Half: Point{r, r}, Radius: r, Stroke: width * d.scale, Colour: c})
}

// diamond adds a filled square standing on a corner, the corners radius away from the centre.
func (d pen) diamond(centre Point, radius float64, c Colour) {
	half := radius * math.Sqrt2 / 2 * d.scale
	d.box(Box{Centre: d.at(centre), Along: Point{math.Sqrt2 / 2, math.Sqrt2 / 2}, Half: Point{half, half}, Colour: c})
}

// outline adds the outline of a rectangle, its outer edge on the rectangle's and between pixels.
func (d pen) outline(r Rect, radius, width float64, c Colour) {
	w := d.hairline(width)
	snapped := d.snapRect(r).inset(w / 2)
	d.box(Box{
		Centre: snapped.Centre(), Along: Point{1, 0}, Half: Point{snapped.W / 2, snapped.H / 2},
		Radius: max(0, radius*d.scale-w/2), Stroke: w, Colour: c,
	})
}

// line adds a straight line with round ends.
func (d pen) line(from, to Point, width float64, c Colour) {
	a, b := d.at(from), d.at(to)
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	along := Point{1, 0}
	if length > 0 {
		along = Point{(b.X - a.X) / length, (b.Y - a.Y) / length}
	}
	r := width * d.scale / 2
	d.box(Box{
		Centre: Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2}, Along: along,
		Half: Point{length/2 + r, r}, Radius: r, Colour: c,
	})
}

// rule adds a horizontal or vertical hairline, crisp and with square ends.
func (d pen) rule(from, to Point, c Colour) {
	w := d.hairline(1)
	r := d.snapRect(Rect{from.X, from.Y, to.X - from.X, to.Y - from.Y})
	if from.X == to.X {
		r.X, r.W = r.X-math.Floor(w/2), w
	} else {
		r.Y, r.H = r.Y-math.Floor(w/2), w
	}
	d.box(Box{Centre: r.Centre(), Along: Point{1, 0}, Half: Point{r.W / 2, r.H / 2}, Colour: c})
}
