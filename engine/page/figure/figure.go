// Package figure is what a picture of the run to keep consists of beside what the engine paints: words, signs and formulas,
// with their places. The browser, which alone knows how wide a text is, lays out the rest and paints it.
package figure

import (
	"slices"
	"strings"

	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Parts are the pictures that there are of a run to keep.
var Parts = []string{"whole", "network", "output", "cost", "equations"}

// Page is the part that shows the pictures where the page has them; Code is a link's QR code.
const (
	Page = "page"
	Code = "code"
)

// Record is a figure. Lengths are CSS pixels, places are from its left upper corner; of a code they are modules.
type Record struct {
	Margin, Width, Height float64 // the latter two of what is within the margins, which equations enlarge

	Ticks     []Tick
	Headings  []Heading
	Layers    []Layer
	Names     []Name
	Legends   []Legend
	Equations []Group
	Code      link.Code
}

// Tick is a text at an axis, as scene.Label has it.
type Tick struct {
	X, Y         float64
	Text, Anchor string
	Room         float64 // how wide it may be, 0 for as wide as it is
}

// Heading is a text that begins at a place of its base line.
type Heading struct {
	X, Y float64
	Says record.Text
}

// Layer is what a layer is, around the middle of a line; its activation, of inputs none, is left out where there is no room.
type Layer struct {
	X, Y, Room       float64
	Name, Activation record.Text
}

// Name is the formula of an input, which ends before a place, or of an output, which begins there, and what the data call it.
type Name struct {
	X, Y, Room float64
	Before     bool
	Is         record.Markup
	Sign       string // of the class that an output stands for, "" for none
	Called     any    // nil for nothing
}

// Legend is lines that say what signs mean, as many as there need to be.
type Legend struct {
	X, Y    float64 // of the first
	Room    float64 // how wide they may be
	Align   string  // which point of it is at the place: left, center or right
	Entries []Entry
}

// Entry is a sign of web/figure with what it means.
type Entry struct {
	Sign string
	Low  string // of a ramp, what stands before it
	Says any
}

// Group is the equations of a layer, line by line.
type Group struct {
	Name  []any
	Lines []Line
}

// Line is formulas side by side.
type Line struct{ Formulas []record.Markup }

// A plan says where the engine's pictures stand within the margins: with room above for a heading and below for a legend.
type plan struct {
	width, height float64
	slots         [3]scene.Rect // by scene.Slot
}

const (
	margin  = 28
	heading = 22
	legend  = 26
	quiet   = 4 // modules around a code: what readers ask for
)

var plans = map[string]plan{
	"whole": {1064, 640, [...]scene.Rect{
		scene.NetworkSlot: {W: 600, H: 640 - legend},
		scene.OutputSlot:  {X: 632, Y: heading, W: 432, H: 416},
		scene.CostSlot:    {X: 632, Y: 640 - 144, W: 432, H: 144},
	}},
	"network":   {800, 500, [3]scene.Rect{scene.NetworkSlot: {W: 800, H: 500 - legend}}},
	"output":    {520, heading + 516 + legend, [3]scene.Rect{scene.OutputSlot: {Y: heading, W: 520, H: 516}}},
	"cost":      {720, heading + 320, [3]scene.Rect{scene.CostSlot: {Y: heading, W: 720, H: 320}}},
	"equations": {width: 420},
}

// Of returns a figure of the run before a desk, and the stage that paints its pictures with so many pixels to a CSS pixel.
// A part that there is not is an empty figure.
func Of(d *panel.Desk, part string, scale float64, theme scene.Theme) (*Record, *scene.Stage) {
	r, slots := &Record{}, d.Stage.Slots()
	if part != Page {
		p := plans[part]
		r.Margin, r.Width, r.Height = margin, p.width, p.height
		slots.Rects = p.slots
		for i := range slots.Rects {
			slots.Rects[i].X += margin
			slots.Rects[i].Y += margin
		}
	}
	slots.Scale = scale
	stage := d.Stage.Print(slots, theme)
	r.write(d, stage.Layout(), slots)
	if part != Page {
		r.surround(d, slots)
	}
	if part == "equations" {
		r.Equations = equations(d)
	}
	return r, stage
}

// OfLink returns the QR code of an address as a figure, an empty one where the address is too long.
func OfLink(address string) *Record {
	code, _ := link.QR(address)
	side := float64(len(code) + 2*quiet)
	return &Record{Width: side, Height: side, Code: code}
}

// write writes what the page has over the pictures: ticks, and the names of layers, inputs and output.
func (r *Record) write(d *panel.Desk, l *scene.Layout, slots scene.Slots) {
	for _, t := range l.Labels {
		at := slots.Rects[t.Slot]
		r.Ticks = append(r.Ticks, Tick{at.X + t.X, at.Y + t.Y, t.Text, string(t.Anchor), t.Room})
	}
	at := slots.Rects[scene.NetworkSlot]
	if at.Empty() {
		return
	}
	for _, h := range l.Headings {
		name, activation := d.Layer(h.Layer)
		r.Layers = append(r.Layers, Layer{at.X + h.X, at.Y + h.Y, h.Width, name, activation})
	}
	for _, u := range l.Units {
		x := at.X + u.Rect.X - beside
		switch u.Layer {
		case 0:
		case d.Session().Network().Layers():
			x += u.Rect.W + 2*beside
		default:
			continue
		}
		unit := scene.Target{Kind: scene.Unit, Layer: u.Layer, To: u.Index}
		name := Name{X: x, Y: at.Y + u.Rect.Centre().Y, Room: l.Sides[min(u.Layer, 1)] - beside, Before: u.Layer == 0, Is: d.Math(d.Symbol(unit))}
		var mark string
		name.Called, mark = d.Names(unit)
		name.Sign = strings.TrimPrefix(mark, "mark ")
		r.Names = append(r.Names, name)
	}
}

// beside is the room between a unit and its name.
const beside = 8

// Has reports whether there is a figure of a part.
func Has(part string) bool { return part == Page || slices.Contains(Parts, part) }
