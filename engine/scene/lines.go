package scene

// LineStyle is how lines of the plane look.
type LineStyle int

// The styles of lines.
const (
	Thin   LineStyle = iota // one of many
	Strong                  // one that stands out
	Dashed                  // one to compare with what lies under it
)

// Segment is a straight piece between two places of the plane, whose X and Y are x1 and x2.
type Segment struct{ From, To Point }

// Lines are segments of one style, to be drawn over the plane and its examples.
type Lines struct {
	Segments []Segment
	Style    LineStyle
}

// SetLines changes the lines on the plane, which stay until they are set again. The caller must not
// change the slices afterwards.
func (s *Stage) SetLines(lines []Lines) { s.lines = lines }

// drawLines paints the lines, each with a rim of the page's colour so that it is seen on any field.
func (s *Stage) drawLines(d pen) {
	for _, lines := range s.lines {
		width, rim, pattern, colour := 1.25, 2.5, solid, s.theme.Ink.Fade(0.75)
		switch lines.Style {
		case Strong:
			width, rim, colour = 3, 5.5, s.theme.Ink
		case Dashed:
			width, rim, pattern, colour = 3, 5.5, dash{9, 7}, s.theme.Ink
		}
		for _, segment := range lines.Segments {
			from, to := s.plane.plot(segment.From.X, segment.From.Y), s.plane.plot(segment.To.X, segment.To.Y)
			d.dashes(from, to, rim, s.theme.Surface.Fade(0.8), pattern, 0)
			d.dashes(from, to, width, colour, pattern, 0)
		}
	}
}
