//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/scene"
)

// figure returns a picture of the run to keep, in other colours and in slots of its own: {says, pictures}, the one as
// package figure has it as JSON, the other what is to be painted under the names of the slots.
func (e *Engine) figure(args arguments) any {
	theme, scale := e.stage.Theme(), args.number(1)
	for _, entry := range args.entries(2) {
		theme.Set(entry.key, text(entry.value))
	}
	says, stage := e.page.Figure(args.text(0), scale, theme, args.text(3))
	if says == nil || scale <= 0 {
		panic(wrongArguments{})
	}
	pictures := object()
	for slot := range scene.CostSlot + 1 {
		if stage != nil && !stage.Slots().Rects[slot].Empty() {
			pictures.Set(slot.String(), picture(stage, slot))
		}
	}
	return object("says", string(says), "pictures", pictures)
}

// picture renders what is to be painted in a slot: {clip, strokes, dashes, fields, boxes}, lengths in device pixels.
// Numbers of strokes and boxes stand row by row in typed arrays, as there are thousands: of a stroke both ends, each with
// its handle after it, the width and the colour; in dashes the length of each stroke's dashes, 0 for none; of a box its centre, the direction of its x axis, half its width and
// height, the radius of its corners, the width of its outline and the colour. A colour is red, green, blue and
// opacity from 0 to 1.
func picture(stage *scene.Stage, slot scene.Slot) js.Value {
	p := stage.Picture(slot)
	var strokes, dashes, boxes []float64
	for _, s := range p.Strokes {
		a, b := s.Curve.Handles()
		strokes = append(strokes, s.Curve.From.X, s.Curve.From.Y, a.X, a.Y, s.Curve.To.X, s.Curve.To.Y, b.X, b.Y, s.Width)
		strokes = append(strokes, channels(s.Colour)...)
		dashes = append(dashes, s.Dash)
	}
	for _, b := range p.Boxes {
		boxes = append(boxes, b.Centre.X, b.Centre.Y, b.Along.X, b.Along.Y, b.Half.X, b.Half.Y, b.Radius, b.Stroke)
		boxes = append(boxes, channels(b.Colour)...)
	}
	fields := array(stage.Rasters(p.Quads), func(r scene.Raster) any {
		pixels := js.Global().Get("Uint8ClampedArray").New(len(r.Pixels))
		js.CopyBytesToJS(pixels, r.Pixels)
		return object("pixels", pixels, "width", r.Width, "height", r.Height)
	})
	for i, q := range p.Quads {
		field := fields[i].(js.Value)
		field.Set("box", box(q.Rect))
		field.Set("radius", q.Radius)
	}
	return object("clip", box(p.Clip), "strokes", float64Array(strokes), "dashes", float64Array(dashes), "fields", fields, "boxes", float64Array(boxes))
}

func channels(c scene.Colour) []float64 {
	return []float64{float64(c.R), float64(c.G), float64(c.B), float64(c.A)}
}

// box renders a rectangle.
func box(r scene.Rect) js.Value { return object("x", r.X, "y", r.Y, "w", r.W, "h", r.H) }
