package page

import (
	"shallows/engine/page/panel"
	"shallows/engine/scene"
)

// moment is how many milliseconds all has to stay as it is to be quiet: a slider changes it all the time.
const moment = 250

// quiet tells when what takes its time may follow what has changed.
type quiet struct {
	of, asked standing // what was quiet, and what is to be looked at once more
	waiting   bool
}

// standing is what may change.
type standing struct {
	run    panel.Standing
	unit   scene.Target // whose field the plane shows, but for the pointer: who moves that sees it
	pinned string
	bench  string
}

func (p *Page) standing() standing {
	now := standing{p.desk.Standing(), p.desk.Stage.Shown(), p.desk.Pinned, p.desk.Bench + p.desk.Beside}
	if last := p.quiet.of.unit; p.desk.Hovering && last.Layer > 0 {
		now.unit = last
	}
	return now
}

// listen finds out whether all is quiet, and has that asked once more in a moment where it is not.
func (p *Page) listen() {
	p.desk.Hovering = p.pointer.Over()
	now, q := p.standing(), &p.quiet
	if p.desk.Moving {
		q.of = standing{}
	}
	if now == q.of && !p.desk.Quiet {
		p.desk.Lulls++
	}
	p.desk.Quiet = now == q.of
	if now != q.of && !p.desk.Moving && !q.waiting {
		q.asked, q.waiting = now, true
		p.desk.Ask("later", panel.Later{Milliseconds: moment, Intent: "quiet"})
	}
}

// passed takes nothing: the moment is over.
func (p *Page) passed([]string) {
	p.desk.Still = true
	now, q := p.standing(), &p.quiet
	if q.waiting = false; now == q.asked {
		q.of = now
	}
}
