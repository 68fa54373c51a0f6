// Package inspector is the pop-over beside a unit that lists its bias and incoming weights, to be read and typed in.
package inspector

import (
	"fmt"
	"strconv"

	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// digits are the significant ones of the values on show; scripts read them in full.
const digits = 8

// Part is the pop-over. Which unit it is of lies on the desk.
type Part struct{}

// Open has a unit on show, or the unit of a link or bias with the field of that one focused; before an audience that is for
// its reader to do. An input has no parameters and is only marked; nothing closes the pop-over.
func Open(d *panel.Desk, t scene.Target) {
	was, focus := d.Inspected, panel.Focus{ID: "inspect-value"}
	if d.Presenting {
		focus.ID = "inspector"
	}
	d.Inspected = t
	if t.Layer == 0 {
		d.Inspected = scene.Target{}
		d.Stage.Select(t)
		focus.ID = "talk"
	} else {
		d.Stage.Select(unit(t))
	}
	if t.Layer > 0 || d.Presenting && was != t {
		d.Ask("focus", focus)
	}
}

func unit(t scene.Target) scene.Target {
	return scene.Target{Kind: scene.Unit, Layer: t.Layer, To: t.To}
}

// Opener returns the id of the button over a unit.
func Opener(t scene.Target) string { return fmt.Sprintf("unit-%d-%d", t.Layer, t.To) }

// Do takes: set FROM VALUE, of the weight from a unit of the layer before, or the bias where FROM is 0; at FROM, where
// the focus is; close, and leave, which gives the focus to nobody.
func (Part) Do(d *panel.Desk, words []string) {
	t := d.Inspected
	if t.Layer == 0 || len(words) == 0 {
		return
	}
	switch {
	case words[0] == "close":
		if !d.Presenting {
			d.Ask("return", panel.Focus{ID: Opener(t)})
		}
		Open(d, scene.Target{})
	case words[0] == "leave":
		Open(d, scene.Target{})
	case len(words) > 1:
		from, err := strconv.Atoi(words[1])
		part := parameter(t, from)
		if err != nil || from < 0 || from > d.Session().Network().Sizes[t.Layer-1] {
			return
		}
		if words[0] == "at" {
			d.Point(panel.SymbolOf(part))
		} else if words[0] == "set" && len(words) == 3 {
			set(d, part, words[2])
		}
	}
}

// set types in a parameter, or says why that cannot be.
func set(d *panel.Desk, t scene.Target, text string) {
	v, wrong, ok := notice.ReadNumber(text, false)
	if !ok {
		d.Ask("notice", wrong)
	} else if d.Run.Type(t.Layer, t.To, t.From, v) != nil {
		d.Ask("notice", notice.Say("notice.weight"))
	}
}

// parameter returns the bias of a unit, or its weight from a unit of the layer before.
func parameter(t scene.Target, from int) scene.Target {
	kind := scene.Link
	if from == 0 {
		kind = scene.Bias
	}
	return scene.Target{Kind: kind, Layer: t.Layer, To: t.To, From: from}
}

// Record is what is shown.
type Record struct {
	Away   bool
	Name   record.Text
	Symbol record.Markup
	Unit   panel.Box // in the window: where the unit is, beside which it stands
	Rows   []Row
}

// Row is one parameter.
type Row struct {
	Key, ID    string
	Name       record.Text
	Symbol     record.Markup
	Called     string // the column of the input that a weight is of, "" for none
	Value      string
	Set, Focus string // intents
}

// Record returns a Record. Where the unit is none of the network any more, it closes.
func (Part) Record(d *panel.Desk) any {
	t, n := d.Inspected, d.Session().Network()
	if t.Layer < 1 || t.Layer > n.Layers() || t.To > n.Sizes[t.Layer] {
		return Record{Away: true}
	}
	r := Record{Name: d.Name(unit(t)), Symbol: d.Math(d.Symbol(unit(t)))}
	slot := d.Stage.Slots().Rects[scene.NetworkSlot]
	for _, u := range d.Stage.Layout().Units {
		if u.Layer == t.Layer && u.Index == t.To {
			box := u.Rect
			box.X, box.Y = box.X+slot.X, box.Y+slot.Y
			r.Unit = panel.BoxOf(box)
		}
	}
	for from := range n.Sizes[t.Layer-1] + 1 {
		part, key := parameter(t, from), strconv.Itoa(from)
		row := Row{
			Key: key, ID: "inspect-" + key, Name: d.Name(part), Symbol: d.Math(d.Symbol(part)),
			Value: number.Typed(d.Stage.Value(part), digits), Set: "inspector set " + key, Focus: "inspector at " + key,
		}
		if t.Layer == 1 && from > 0 {
			row.Called = d.Column(scene.Target{To: from})
		}
		if part == t || t.Kind == scene.Unit && from == 0 {
			row.ID = "inspect-value"
		}
		r.Rows = append(r.Rows, row)
	}
	return r
}
