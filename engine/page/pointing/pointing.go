// Package pointing is the pointer over the pictures: what it meets is marked everywhere, and said beside it.
package pointing

import (
	"math"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/diagram"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// Part is the pointer.
type Part struct {
	tip     Record
	lit     string // the selector of the symbols that are lit
	network bool   // it is over the network
}

// New returns the pointer, over nothing.
func New() *Part { return &Part{} }

// Over reports whether the pointer is over the network.
func (p *Part) Over() bool { return p.network }

// Record is what is said beside the pointer, and what lights up.
type Record struct {
	Away bool   // nothing is said
	X, Y string // of the pointer in the window
	Says []any
	// Classes are those of the output at a place, where it has a unit for each.
	Classes []Class
	Hand    bool // something of the network answers to a press
}

// Class is one with its probability.
type Class struct {
	Key  string
	Mark string // the class of its mark
	Says record.Text
}

// Light is the effect "light": the symbols that a selector finds are lit, and no others.
type Light struct{ Symbols string }

// Record returns a Record. The symbols that mean what is pointed at are lit.
func (p *Part) Record(d *panel.Desk) any {
	if lit := d.Lit(); lit != p.lit {
		p.lit = lit
		d.Ask("light", Light{lit})
	}
	r := p.tip
	r.Away = len(r.Says) == 0
	return r
}

// Do takes SLOT VERB X Y KIND BUTTON: what a pointer does at a place of a picture, in CSS pixels. It moves, leaves, or clicks.
func (p *Part) Do(d *panel.Desk, words []string) {
	if len(words) != 6 {
		return
	}
	pointed, cursor := d.Pointed, d.Stage.Cursor()
	slot, ok := scene.ParseSlot(words[0])
	var x, y float64
	if !ok || !panel.ReadNumbers(words[2:4], &x, &y) {
		return
	}
	switch words[1] {
	case "click":
		p.press(d, slot, d.Stage.Hit(slot, x, y))
		return
	case "leave":
		p.Leave(d)
	case "move":
		// A finger on the network does not hover.
		if words[4] != "touch" || slot != scene.NetworkSlot {
			p.over(d, slot, x, y)
			box := d.Stage.Slots().Rects[slot]
			p.tip.X, p.tip.Y = panel.Pixels(box.X+x), panel.Pixels(box.Y+y)
		}
	}
	d.Still = d.Pointed == pointed && d.Stage.Cursor() == cursor
}

// Leave lets go of what the pointer was over.
func (p *Part) Leave(d *panel.Desk) {
	if p.network {
		d.Point(lecture.Symbol{})
	}
	d.Stage.SetCursor(-1)
	*p = Part{lit: p.lit}
}

func (p *Part) over(d *panel.Desk, slot scene.Slot, x, y float64) {
	hit := d.Stage.Hit(slot, x, y)
	p.network = slot == scene.NetworkSlot
	p.tip = Record{Hand: p.network && hit.Kind != scene.Nothing}
	equation := func(of lecture.Expression, v float64) record.Markup {
		return d.Math(lecture.Equals{of, lecture.Number(v)})
	}
	cursor := -1
	switch hit.Kind {
	case scene.Unit:
		p.tip.Says = []any{d.Math(d.Symbol(hit.Target))}
		if name, _ := d.Names(hit.Target); name != nil {
			p.tip.Says = append([]any{name}, p.tip.Says...)
		}
	case scene.Link, scene.Bias:
		p.tip.Says = []any{equation(d.Symbol(hit.Target), hit.Value)}
		if hit.Layer == 1 {
			p.tip.Says = append(called(d.Column(scene.Target{To: hit.From})), p.tip.Says...)
		}
	case scene.Plane:
		p.tip.Says = append(called(along(d, 0)), equation(axis(d, 0), hit.X))
		if d.Session().Columns() > 1 {
			p.tip.Says = append(append(p.tip.Says, called(along(d, 1))...), equation(axis(d, 1), hit.Y))
		}
		if !d.Stage.Whole() {
			p.tip.Says = append(p.tip.Says, equation(value(d), hit.Value))
			break
		}
		p.tip.Says = append(p.tip.Says, d.Math(lecture.Symbol{Name: lecture.A, Layer: d.Session().Network().Layers()}))
		for k, share := range d.Stage.Shares(hit.X, hit.Y) {
			says := record.T("output.shareOf", "class", d.Class(k), "share", number.Percent(share, 1))
			p.tip.Classes = append(p.tip.Classes, Class{strconv.Itoa(k), panel.MarkOf(k), says})
		}
	case scene.Cost:
		nearest, _ := d.Stage.CostAt(x)
		cursor = nearest.Step
		p.tip.Says = []any{cost(nearest)}
	}
	d.Stage.SetCursor(cursor)
	if p.network {
		d.Point(panel.SymbolOf(hit.Target))
	}
}

// axis returns what the plane goes along: an input, or a principal component.
func axis(d *panel.Desk, k int) lecture.Expression {
	v := d.Session().View()
	if v.Principal {
		return lecture.Letter{Name: "PC", Index: strconv.Itoa(k + 1)}
	}
	return lecture.Feature(dataset.Coordinate(v.Axes[k]))
}

// along returns what the column is called along which the plane goes, empty where it has no name.
func along(d *panel.Desk, k int) string {
	if v := d.Session().View(); !v.Principal {
		return d.Called(dataset.Coordinate(v.Axes[k]))
	}
	return ""
}

// called begins what is said of something with its name, if it has one.
func called(name string) []any {
	if name == "" {
		return nil
	}
	return []any{name}
}

// value returns what the unit on show has as its value. Of an input that is x itself, but for standardised ones.
func value(d *panel.Desk) lecture.Expression {
	shown := d.Stage.Shown()
	if shown.Layer == 0 && d.Session().Config().Scaling == dataset.Standardised {
		return lecture.Symbol{Name: lecture.A, Row: shown.To}
	}
	return d.Symbol(shown)
}

func cost(r session.Record) record.Text {
	step, cost := r.Step, number.Cost(r.Cost).String()
	if math.IsNaN(r.TestCost) {
		return record.T("cost.at", "step", step, "cost", cost)
	}
	return record.T("cost.atTested", "step", step, "cost", cost, "testCost", number.Cost(r.TestCost).String())
}

func (p *Part) press(d *panel.Desk, slot scene.Slot, hit scene.Hit) {
	switch {
	case slot == scene.NetworkSlot:
		p.tip = Record{}
		if hit.Kind == scene.Nothing {
			d.Stage.Select(scene.Target{})
		} else {
			diagram.Press(d, hit.Target)
		}
	case hit.Example > 0 && hit.Example == d.Example: // the chosen one is let go
		d.Choose(0)
	case hit.Example > 0:
		d.Choose(hit.Example)
	}
}
