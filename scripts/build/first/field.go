package first

import (
	"fmt"
	"math"
	"strings"

	"shallows/engine/scene"
)

// strength is how far the ramp goes from neutral to the colour of a sign, in percent, as css/pictures.css has it too.
const strength = 66

// slope is a field that rises evenly, as that of a unit does before the network has learnt anything: its tone in the middle, and how much
// that grows from edge to edge, across and down.
type slope struct{ middle, across, down float64 }

// slopeOf returns the slope nearest to a field that was painted with theme.
func slopeOf(r scene.Raster) slope {
	var f slope
	var spreadX, spreadY float64
	for y := range r.Height {
		for x := range r.Width {
			tone, at := toneAt(r, x, y), [2]float64{(float64(x)+0.5)/float64(r.Width) - 0.5, (float64(y)+0.5)/float64(r.Height) - 0.5}
			f.middle += tone
			f.across += tone * at[0]
			f.down += tone * at[1]
			spreadX += at[0] * at[0]
			spreadY += at[1] * at[1]
		}
	}
	return slope{f.middle / float64(r.Width*r.Height), f.across / spreadX, f.down / spreadY}
}

// toneAt returns the tone of a pixel that was painted with theme.
func toneAt(r scene.Raster, x, y int) float64 {
	pixel := r.Pixels[4*(y*r.Width+x):]
	return (float64(pixel[0]) - float64(pixel[1])) / 255 / (strength / 100.0)
}

// steep is how much the tone grows from edge to edge where it grows most.
func (f slope) steep() float64 { return math.Hypot(f.across, f.down) }

// at returns where the tone is one, on the line through the middle along which it grows most, in shares of the field.
func (f slope) at(tone float64) (x, y float64) {
	away := (tone - f.middle) / (f.across*f.across + f.down*f.down)
	return 0.5 + away*f.across, 0.5 + away*f.down
}

// writeField writes a rectangle with the field, whose gradient has an id.
func writeField(b *strings.Builder, r scene.Raster, id string) {
	f := slopeOf(r)
	if f.steep() < 0.01 { // which no colour tells
		b.WriteString(`<rect width="100%" height="100%" fill="var(--neutral)"/>`)
		return
	}
	x1, y1 := f.at(-1)
	x2, y2 := f.at(1)
	fmt.Fprintf(b, `<linearGradient id="%s" x1="%s" y1="%s" x2="%s" y2="%s">`, id, short(x1), short(y1), short(x2), short(y2))
	for i, colour := range []string{mixed("neutral", "negative", strength), "var(--neutral)", mixed("neutral", "positive", strength)} {
		fmt.Fprintf(b, `<stop offset="%s" stop-color="%s"/>`, short(float64(i)/2), colour)
	}
	fmt.Fprintf(b, `</linearGradient><rect width="100%%" height="100%%" fill="url(#%s)"/>`, id)
}

// writeBoundary writes the line in the plane on whose sides the output's tones have other signs, which is straight as yet, between two
// edges of the plane.
func writeBoundary(b *strings.Builder, s *scene.Stage) {
	const side = 200
	tones := s.Tones(side)
	var ends []string
	add := func(x0, y0, x1, y1 int) {
		t0, t1 := tones[y0*side+x0], tones[y1*side+x1]
		if t0 < 0 == (t1 < 0) {
			return
		}
		share := t0 / (t0 - t1)
		// The outermost tones are those of the edges, near enough.
		ends = append(ends, short(100*(float64(x0)+share*float64(x1-x0))/(side-1)), short(100*(float64(y0)+share*float64(y1-y0))/(side-1)))
	}
	for i := range side - 1 {
		add(i, 0, i+1, 0)
		add(i, side-1, i+1, side-1)
		add(0, i, 0, i+1)
		add(side-1, i, side-1, i+1)
	}
	if len(ends) != 4 {
		panic(fmt.Sprintf("first: the boundary of the untrained default crosses the plane's edges at %v", ends))
	}
	fmt.Fprintf(b, `<line x1="%s%%" y1="%s%%" x2="%s%%" y2="%s%%" class="first-boundary"/>`, ends[0], ends[1], ends[2], ends[3])
}
