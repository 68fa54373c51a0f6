package first

import (
	"fmt"
	"math"
	"strings"

	"shallows/engine/config"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// The pictures are those that engine/scene has painted in slots of one size, with shares and rows in place of lengths.
// web/css/first.css says where these are in a slot of any size, as layDiagram, layPlane and layCurve of engine/scene do.

// slots are those of one size.
var slots = scene.Slots{Scale: 1, Rects: [...]scene.Rect{
	scene.NetworkSlot: {W: 640, H: 420}, scene.OutputSlot: {W: 420, H: 420}, scene.CostSlot: {W: 420, H: 220},
}}

// stage returns the untrained default in slots.
func stage(slots scene.Slots) *scene.Stage {
	s := scene.NewStage(session.New(config.Default()))
	s.SetSlots(slots)
	s.SetTheme(theme)
	return s
}

// Pictures returns what stands in the slots, by the names of these.
func Pictures() map[string]string {
	s := stage(slots)
	return map[string]string{"network": network(s), "output": plane(s), "cost": cost(s)}
}

// network returns the links, the units over them and the biases over these.
func network(s *scene.Stage) string {
	var b strings.Builder
	picture, sizes := s.Picture(scene.NetworkSlot), s.Session().Network().Sizes

	strokes := picture.Strokes
	for l := 1; l < len(sizes); l++ {
		for to := 1; to <= sizes[l]; to++ {
			for from := 1; from <= sizes[l-1]; from++ {
				writeLink(&b, strokes[0], fmt.Sprintf("%s from%d", place(sizes, l, to), row(sizes, l-1, from)))
				strokes = strokes[1:]
			}
		}
	}
	fields, boxes := s.Rasters(picture.Quads), picture.Boxes
	for i, u := range s.Layout().Units {
		fmt.Fprintf(&b, `<svg class="first-unit %s">`, place(sizes, u.Layer, u.Index))
		writeField(&b, fields[i], fmt.Sprintf("first-%d", i))
		if u.Layer > 0 {
			for _, bar := range boxes[:2] {
				const low = 85
				long := 100 * 2 * (bar.Half.X - bar.Half.Y) / u.Rect.H
				fmt.Fprintf(&b, `<line x1="91%%" x2="91%%" y1="%d%%" y2="%s%%" stroke-width="%s"%s/>`, low, short(low-long), short(2*bar.Half.Y), paint("stroke", bar.Colour))
			}
			boxes = boxes[2:]
		}
		boxes = boxes[1:] // its frame, which all have
		b.WriteString("</svg>")
	}
	for _, u := range s.Layout().Units {
		if u.Layer > 0 {
			fmt.Fprintf(&b, `<i class="first-bias %s"></i>`, place(sizes, u.Layer, u.Index))
		}
	}
	return b.String()
}

// row is in which row of its layer a unit is, in halves of rows from the middle.
func row(sizes []int, layer, index int) int { return 2*index - sizes[layer] - 1 }

// place is the classes that tell css/first.css where a unit is.
func place(sizes []int, layer, index int) string {
	return fmt.Sprintf("l%d to%d", layer, row(sizes, layer, index))
}

// writeLink writes a link in a box from one of its ends to the other; it has the place of the unit that it leads to.
func writeLink(b *strings.Builder, s scene.Stroke, place string) {
	handle, _ := s.Curve.Handles()
	reach := (handle.X - s.Curve.From.X) / (s.Curve.To.X - s.Curve.From.X)
	begin, end := 0, 1
	if s.Curve.To.Y < s.Curve.From.Y {
		begin, end = 1, 0
	}
	fmt.Fprintf(b, `<svg class="first-link %s" viewBox="0 0 1 1" preserveAspectRatio="none"><path d="M0 %dC%s %d %s %d 1 %d" stroke-width="%s"`,
		place, begin, short(reach), begin, short(1-reach), end, end, short(s.Width))
	if s.Dash > 0 {
		fmt.Fprintf(b, ` stroke-dasharray="%s"`, short(s.Dash))
	}
	b.WriteString(paint("stroke", s.Colour) + "/></svg>")
}

// plane returns the field with the boundary, the axes, the examples and the numbers at the axes.
func plane(s *scene.Stage) string {
	var b strings.Builder
	picture := s.Picture(scene.OutputSlot)
	square, slot := s.Layout().Square, s.Slots().Rects[scene.OutputSlot]
	writeField(&b, s.Rasters(picture.Quads)[0], "first-plane")
	writeBoundary(&b, s)
	b.WriteString(`<line x1="50%" x2="50%" y2="100%" class="first-axis"/><line y1="50%" x2="100%" y2="50%" class="first-axis"/>`)

	// Examples of one look are one line of dots.
	type look struct {
		size   float64
		round  bool
		colour scene.Colour
	}
	var looks []look
	places := map[look][]string{}
	for _, box := range picture.Boxes {
		round := box.Radius > 0
		if box.Half.X != box.Half.Y || box.Stroke > 0 || !round && box.Along.Y == 0 {
			continue
		}
		l := look{2 * box.Half.X, round, box.Colour}
		if places[l] == nil {
			looks = append(looks, l)
		}
		places[l] = append(places[l], short(100*(box.Centre.X-slot.X-square.X)/square.W)+" "+short(100*(box.Centre.Y-slot.Y-square.Y)/square.H))
	}
	b.WriteString(`<svg viewBox="0 0 100 100" preserveAspectRatio="none">`)
	for _, l := range looks {
		// A line of no length is a dot; one that goes nowhere much along a diagonal a diamond, with ends like halves of a square.
		way, end, dots := "h0", "round", 2.0
		if !l.round {
			way, end, dots = "l.01 .01", "square", 1.25*math.Sqrt2
		}
		fmt.Fprintf(&b, `<path d="M%s%s" stroke-linecap="%s" stroke-width="calc(%s*var(--dot) + %spx)"%s/>`,
			strings.Join(places[l], way+"M"), way, end, short(dots), short(l.size-dots*dot), paint("stroke", l.colour))
	}
	b.WriteString("</svg>")
	writeLabels(&b, s, scene.OutputSlot, square)
	b.WriteString(`<rect width="100%" height="100%" class="first-frame"/>`)
	return b.String()
}

// dot is the radius of an example in the plane of slots.
const dot = 4

// cost returns the axes of the curve with its first point, for a high slot and for a low one, where fewer costs are marked.
func cost(s *scene.Stage) string {
	var b strings.Builder
	lower := slots
	lower.Rects[scene.CostSlot].H = 120
	for _, of := range []struct {
		class string
		*scene.Stage
	}{{"first-high", s}, {"first-low", stage(lower)}} {
		axes := of.Layout().Axes
		fmt.Fprintf(&b, `<g class="%s">`, of.class)
		for _, l := range of.Layout().Labels {
			if l.Slot == scene.CostSlot && l.Anchor == scene.Right {
				at := short(100 * (l.Y - axes.Y) / axes.H)
				fmt.Fprintf(&b, `<line x2="100%%" y1="%[1]s%%" y2="%[1]s%%" class="first-rule"/>`, at)
			}
		}
		b.WriteString(`<line y1="100%" x2="100%" y2="100%" class="first-foot"/>`)
		writeLabels(&b, of.Stage, scene.CostSlot, axes)
		b.WriteString("</g>")
	}
	axes, slot := s.Layout().Axes, s.Slots().Rects[scene.CostSlot]
	for _, box := range s.Picture(scene.CostSlot).Boxes {
		if box.Radius > 0 {
			fmt.Fprintf(&b, `<circle cx="%s%%" cy="%s%%" r="%s"%s/>`, short(100*(box.Centre.X-slot.X-axes.X)/axes.W), short(100*(box.Centre.Y-slot.Y-axes.Y)/axes.H), short(box.Radius), paint("fill", box.Colour))
		}
	}
	return b.String()
}

// writeLabels writes the numbers at the axes around a box of a slot; a tick is a mark at the number's place. The curve has none beside its
// costs, which have lines.
func writeLabels(b *strings.Builder, s *scene.Stage, slot scene.Slot, box scene.Rect) {
	for _, l := range s.Layout().Labels {
		if l.Slot != slot {
			continue
		}
		at, tick := fmt.Sprintf(`x="%s%%" y="100%%"`, short(100*(l.X-box.X)/box.W)), `<line y2="4"/>`
		if l.Anchor == scene.Right {
			at, tick = fmt.Sprintf(`y="%s%%"`, short(100*(l.Y-box.Y)/box.H)), `<line x1="-4"/>`
			if slot == scene.CostSlot {
				tick = ""
			}
		}
		fmt.Fprintf(b, `<svg %s class="first-tick %s">%s<text>%s</text></svg>`, at, l.Anchor, tick, l.Text)
	}
}
