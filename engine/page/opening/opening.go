// Package opening is what a reader is told on a first visit: a line of what is here and what to do, and callouts at a unit, a
// link and the boundary.
package opening

import (
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// key is that under which the browser keeps that the reader has been told.
const key = "opening"

// play has the focus after what had it is gone: it is what the reader is to press.
var play = panel.Focus{ID: "play"}

// Part is what is told.
type Part struct {
	fits      bool // the address wants the page as it opens by itself
	taught    bool // the reader has been told, on this visit or an earlier one
	told      bool // so the browser has been asked to keep
	dismissed map[string]bool
}

// New returns what is told, which is nothing before the page fits.
func New() *Part { return &Part{dismissed: map[string]bool{}} }

// Do takes: fits, as the address asks for nothing else; kept TEXT, what the browser keeps of earlier visits; close; dismiss
// CALLOUT.
func (p *Part) Do(d *panel.Desk, words []string) {
	switch {
	case len(words) == 1 && words[0] == "fits":
		p.fits = true
	case len(words) == 2 && words[0] == "kept":
		p.taught = words[1] != ""
	case len(words) == 1 && words[0] == "close":
		p.end(d)
		d.Ask("return", play)
	case len(words) == 2 && words[0] == "dismiss" && p.on():
		p.dismissed[words[1]] = true
		p.keep(d)
		d.Ask("return", play)
	}
}

// Hear has the callouts told anew: the run is another.
func (p *Part) Hear(*panel.Desk, run.Change) {}

// Follow hears what happens to the run: whoever has had it train needs no more to be told. It reports whether that was it.
func (p *Part) Follow(d *panel.Desk, event run.Event) bool {
	entered, _ := event.(run.Entered)
	if !p.on() || entered.State != run.Playing && d.Session().At() == 0 {
		return false
	}
	p.end(d)
	return true
}

// on reports whether there is something to tell.
func (p *Part) on() bool { return p.fits && !p.taught }

func (p *Part) end(d *panel.Desk) {
	if p.on() {
		p.taught = true
		p.keep(d)
	}
}

// keep has the next visit begin without, once anything was dismissed.
func (p *Part) keep(d *panel.Desk) {
	if !p.told {
		p.told = true
		d.Ask("keep", panel.Keep{Key: key, Text: "told"})
	}
}

// Record is what is shown.
type Record struct {
	Away            bool
	Line            record.Text
	Network, Output []Callout // in these pictures
}

// Record returns a Record.
func (p *Part) Record(d *panel.Desk) any {
	if !p.on() || d.Lesson != "" || d.Run.Empty() {
		return Record{Away: true}
	}
	r := Record{Line: line(d)}
	for _, c := range []struct {
		of *[]Callout
		at func(*panel.Desk) (Callout, bool)
	}{{&r.Network, ofUnit}, {&r.Network, ofLink}, {&r.Output, ofBoundary}} {
		if callout, ok := c.at(d); ok && !p.dismissed[callout.Key] {
			*c.of = append(*c.of, callout)
		}
	}
	return r
}

// line says what learns what.
func line(d *panel.Desk) record.Text {
	c := d.Session().Config()
	units, says := 0, "opening.separate"
	for _, size := range c.Net {
		units += size
	}
	switch {
	case c.Regression():
		says = "opening.values"
	case units == 0:
		says = "opening.alone"
	}
	return record.T(says, "units", units, "data", record.T("opening.data."+c.Data.String()))
}
