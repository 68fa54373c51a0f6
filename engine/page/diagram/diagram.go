// Package diagram is what stands over the picture of the network: a button over every unit on show, the names of layers,
// inputs and output, and the values of the example that is chosen.
package diagram

import (
	"math"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/inspector"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Part is the buttons and the names.
type Part struct {
	stop string // the button that Tab stops at; arrow keys lead to the others
}

// New returns the diagram's buttons and names.
func New() *Part { return &Part{} }

// Record is what is shown.
type Record struct {
	Buttons  []Button
	Headings []Heading
	Names    []Name
}

// Button is one over a unit, or over what folds and unfolds a layer.
type Button struct {
	Key      string // its id: unit-1-2, fold-1
	Kind     string // unit or fold
	At       panel.Box
	Label    record.Text
	Expanded string // of a fold, as ARIA has it
	Focus    string // intent
	Stop     int    // tabindex
}

// Heading is what a layer is, above it.
type Heading struct {
	Key         string
	X, Y, Width string
	Name        record.Text
	Activation  record.Text
}

// Name is how the lecture writes an input or an output, beside it, and what the data call it. Of an input that has no name of
// its own in formulas, Also is theirs.
type Name struct {
	Key, Class string
	X, Y, Room string
	Also       record.Markup
	Symbol     record.Markup
	Mark       string // the class of the mark of an output's class, "" for none
	Called     any    // nil for nothing
}

// Record returns a Record.
func (p *Part) Record(d *panel.Desk) any { return Record{p.buttons(d), headings(d), names(d)} }

// buttons returns those over all places, of which one is what Tab stops at.
func (p *Part) buttons(d *panel.Desk) (list []Button) {
	places := placesOf(d)
	p.rove(places)
	for _, at := range places {
		b := Button{Key: at.key, Kind: at.Kind.String(), At: panel.BoxOf(at.box), Focus: "diagram at " + at.key, Stop: -1}
		if at.key == p.stop {
			b.Stop = 0
		}
		switch n := d.Session().Network(); {
		case at.Kind == scene.Fold:
			b.Expanded, b.Label = "false", record.T("network.unfold", "layer", at.Layer, "hidden", at.hidden)
			if at.hidden == 0 {
				b.Expanded, b.Label = "true", record.T("network.fold", "layer", at.Layer)
			}
		case at.Layer == 0:
			b.Label = d.Name(at.Target)
		default:
			b.Label = record.T("part.unitState", "name", d.Name(at.Target), "bias", number.Of(n.B[at.Layer][at.To-1]).String(), "act", record.T("option."+n.Activation(at.Layer).String()))
		}
		list = append(list, b)
	}
	return list
}

func headings(d *panel.Desk) (list []Heading) {
	for _, h := range d.Stage.Layout().Headings {
		name, activation := d.Layer(h.Layer)
		list = append(list, Heading{Key: strconv.Itoa(h.Layer), X: panel.Pixels(h.X), Y: panel.Pixels(h.Y), Width: panel.Pixels(h.Width), Name: name, Activation: activation})
	}
	return list
}

func names(d *panel.Desk) (list []Name) {
	inputs, l := d.Session().Config().Inputs, d.Stage.Layout()
	for i, u := range l.Units {
		t := scene.Target{Kind: scene.Unit, Layer: u.Layer, To: u.Index}
		name := Name{Key: inspector.Opener(t), Class: "unit-name before", X: panel.Pixels(u.Rect.X), Y: panel.Pixels(u.Rect.Centre().Y), Symbol: d.Math(d.Symbol(t)), Room: panel.Pixels(l.Sides[0])}
		switch u.Layer {
		case 0:
			if inputs[u.Index-1].String() != "x"+strconv.Itoa(u.Index) {
				name.Also = record.Markup(d.Notation.Between("", lecture.Symbol{Name: lecture.X, Row: u.Index}, "\u00a0="))
			}
		case d.Session().Network().Layers():
			name.Class, name.X, name.Room = "unit-name after", panel.Pixels(u.Rect.X+u.Rect.W), panel.Pixels(l.Sides[1])
		default:
			continue
		}
		name.Called, name.Mark = d.Names(t)
		if tight(l.Units, i) {
			name.Class += " tight"
		}
		list = append(list, name)
	}
	return list
}

// tight reports whether a unit has no room beside it for two lines.
func tight(units []scene.UnitBox, i int) bool {
	const lines = 36
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(units) && units[k].Layer == units[i].Layer && math.Abs(units[k].Rect.Y-units[i].Rect.Y) < lines {
			return true
		}
	}
	return false
}
