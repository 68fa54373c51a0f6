// Package host is the page around this one, in whose frame it stands: which page may command it, what its messages ask
// for, and which of them are done together. A browser hears and posts them, and minds how much time that takes.
package host

import (
	"strconv"

	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Host is the page around this one. Its commands wait in the order in which they came.
type Host struct {
	// OriginOf returns the origin of an address as a browser does, "" where it has none.
	OriginOf func(address string) string
	// Address is that of this page, without query and fragment.
	Address string
	// Framed says that there is a page around.
	Framed bool
	// Shape is how much of the page there is: full, min or figure.
	Shape string

	width   int // that was told last
	waiting []*request
	stepped map[string][]record.Encoded // who waits for a way to end, by its ticket
	tickets int
}

// Post is the effect "post": messages of a type are told, in answer to those of some ids, or as an event to null. They hold
// what a call of web/embedding/host.js gives, or where there is none what is said.
type Post struct {
	To    []record.Encoded
	Type  string
	Call  string
	Given any // what the call takes
	Says  any
}

// changed is what is said of a change.
type changed struct {
	Cause     string
	Restarted bool
	Config    record.Encoded
}

// Waits is the effect "waits": whether commands do.
type Waits struct{ More bool }

// Height is the effect "height": which would suit the window's width, in CSS pixels.
type Height struct{ Height int }

// Theme is the effect "follow": the page goes along with a theme, auto, light or dark, unless its reader has chosen.
type Theme struct{ Theme string }

// Warned is what is said of a change of settings; of one that several commands became, Merged is their number.
type (
	Warned struct{ Warnings []config.Warning }
	Merged struct {
		Warnings []config.Warning
		Merged   int
	}
)

// Hear takes a message, as JSON text of no more than a browser lets through. It returns why the command in it is refused;
// "" where it waits for its turn from now on, and where there is none in it: then it is as if it had not come.
func (h *Host) Hear(text string) (refusal string) {
	r, ok := read(text)
	if !ok {
		return ""
	}
	r.command = commands[r.name]
	switch {
	case r.command == nil:
		return "no command " + r.name
	case !r.command.takes(r):
		return r.name + " takes another payload"
	case !h.add(r):
		return "too many " + r.name + " wait"
	}
	return ""
}

// Waits reports whether commands wait for their turn.
func (h *Host) Waits() bool { return len(h.waiting) > 0 }

// Do takes: next, which carries out the first command that waits; width PIXELS, of the window; key NAME, pressed here where it
// means nothing; open, the whole page with this run.
func (h *Host) Do(d *panel.Desk, words []string) {
	d.Still = true
	switch {
	case len(words) == 1 && words[0] == "next":
		h.next(d)
	case len(words) == 1 && words[0] == "open":
		d.Ask("visit", panel.Visit{Address: d.Site + d.Hash()})
	case len(words) == 2 && words[0] == "key":
		h.press(d, words[1])
	case len(words) == 2 && words[0] == "width":
		if width, err := strconv.Atoi(words[1]); err == nil && width > 0 && width != h.width {
			h.width = width
			d.Ask("height", Height{height(width, h.Shape)})
		}
	}
}

// next asks for the effects "post", once the command is done, and "waits".
func (h *Host) next(d *panel.Desk) {
	if len(h.waiting) > 0 {
		r := h.waiting[0]
		h.waiting = h.waiting[1:]
		d.Still = r.command.reads
		if a, done := r.command.run(h, d, r); done {
			a.To, a.Type = r.ids, "result"
			d.Ask("post", a)
		}
	}
	d.Ask("waits", Waits{h.Waits()})
}

// Follow answers who waits for the end of a way, and tells what happens to the run.
func (h *Host) Follow(d *panel.Desk, event run.Event) {
	switch e := event.(type) {
	case run.Ended:
		if ids := h.stepped[e.Ticket]; ids != nil {
			delete(h.stepped, e.Ticket)
			d.Ask("post", Post{To: ids, Type: "result", Call: "metrics"})
		}
	case run.Change:
		h.tell(d, "change", changed{string(e.Cause), e.Restarted, record.Encoded(d.Session().Config().JSON())})
	case run.Entered:
		h.tell(d, "state", struct{ State string }{string(e.State)})
	}
}

// tell tells an event.
func (h *Host) tell(d *panel.Desk, kind string, says any) {
	if h.Framed {
		d.Ask("post", Post{To: []record.Encoded{"null"}, Type: kind, Says: says})
	}
}
