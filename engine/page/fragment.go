package page

import (
	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
)

// follow takes, of the fragment of the page's address: at FRAGMENT, which it has; came FRAGMENT, which it has got from
// outside.
func (p *Page) follow(words []string) {
	if len(words) != 2 {
		return
	}
	switch words[0] {
	case "at":
		p.desk.Still = true
		p.address.At(words[1])
	case "came":
		p.address.Came(p.desk, words[1], p.yield)
	}
}

// went takes: QUERY FRAGMENT, the address that going back or forward leads to. A talk ends or begins by that, and the run stays
// as it is.
func (p *Page) went(words []string) {
	if len(words) != 2 {
		return
	}
	p.ask("lessons", "follow", words[0])
	shown, _ := presentation.Read(words[0], names())
	talks := shown.Shape == "present"
	if talks == p.desk.Presenting {
		return
	}
	p.address.At(words[1])
	if talks {
		p.talk.Open(p.desk, shown)
	} else {
		p.desk.Panel = shown.Open
		p.talk.End(p.desk, shown)
	}
	p.told["talk"].stale = true
}

// yield leaves the lesson that is open, if any, and brings the reader's run back.
func (p *Page) yield() { p.ask("lessons", "yield") }

// reload takes nothing: the page comes anew with the reader's run, and with the lesson that is open.
func (p *Page) reload([]string) {
	fragment := p.desk.Pinned
	if fragment == "" {
		fragment = p.desk.Place()
	}
	p.desk.Ask("reload", panel.Reload{Fragment: fragment})
}
