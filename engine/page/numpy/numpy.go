// Package numpy is the panel of the run as a program for NumPy, to read, to copy and to keep.
package numpy

import (
	"time"

	"shallows/engine/lecture/numpy"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// file is the name of the file to keep.
const file = "shallows.py"

// How long it may take to find out whether the program can assert its cost: at a time, and where it is asked for.
const (
	turn    = 20 * time.Millisecond
	pressed = 2 * time.Second
)

// Panel is the program.
type Panel struct {
	twin    numpy.Twin
	of      panel.Standing // whose program it is
	settled bool           // it will not change any more
	script  string
	code    record.Markup
	status  record.Text
	held    bool     // some of it is selected: it must not change under the reader's hand
	leaves  []string // of a talk
	at      int      // the one on show, counted from 0
}

// New returns the panel.
func New() panel.Part { return &Panel{} }

// Do takes: copy; save; copied or selected, what came of copying; hold true or false, whether some of the program is
// selected.
func (p *Panel) Do(d *panel.Desk, words []string) {
	switch {
	case len(words) == 1 && words[0] == "copy":
		p.write(d, pressed)
		d.Ask("copy", panel.Copy{Text: p.script, Shown: "numpy-code", Part: "numpy"})
	case len(words) == 1 && words[0] == "save":
		p.write(d, pressed)
		d.Ask("save", panel.Save{Name: file, Type: "text/x-python", Text: p.script})
		p.status = record.T("numpy.saved", "file", file)
	case len(words) == 1 && words[0] == "copied":
		p.status = record.T("numpy.copied")
	case len(words) == 1 && words[0] == "selected":
		p.status = record.T("numpy.selected")
	case len(words) == 2 && words[0] == "hold":
		p.held = words[1] == "true"
	}
}

// Busy reports whether it is yet to be found out if the program can assert its cost.
func (p *Panel) Busy() bool { return !p.settled && !p.held }

// Work finds that out.
func (p *Panel) Work(d *panel.Desk, budget float64) {
	p.write(d, time.Duration(budget*float64(time.Millisecond)))
}

// Leave lets go of what was said and selected.
func (p *Panel) Leave(*panel.Desk) { p.status, p.held = record.Text{}, false }

// write writes the program of the run as it is, unless it is held.
func (p *Panel) write(d *panel.Desk, budget time.Duration) {
	s, now := d.Session(), d.Standing()
	if p.held || p.of == now && p.settled {
		return
	}
	end := time.Now().Add(budget)
	p.of = now
	p.settled = p.twin.Follow(s, func() bool { return time.Now().Before(end) })
	if script := p.twin.Script(s); script != p.script {
		p.script, p.code, p.status = script, highlighted(script), record.Text{}
		p.leaves = leavesOf(script)
		p.at = min(p.at, len(p.leaves)-1)
	}
}

// Record is what the panel shows.
type Record struct {
	Note   record.Text
	Code   record.Markup
	Status record.Text
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.show(d) }

func (p *Panel) show(d *panel.Desk) Record {
	if p.of != d.Standing() {
		p.write(d, turn)
	}
	note := record.T("numpy.edited")
	if d.Session().Replayable() {
		note = record.T("numpy.replays")
	}
	if d.Presenting {
		return Record{note, highlighted(p.leaves[p.at]), p.status}
	}
	return Record{note, p.code, p.status}
}
