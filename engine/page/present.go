package page

import (
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// notify has the notices among effects shown, and returns what else is to be brought about.
func (p *Page) notify(effects []panel.Effect, byReader bool) []panel.Effect {
	var others []panel.Effect
	for _, e := range effects {
		switch with := e.With.(type) {
		case notice.Notice:
			if byReader || !with.ByReader || !p.framed {
				p.notices.Show(p.desk, with)
			}
		case notice.Dismissal:
			p.notices.Dismiss(with.Name)
		default:
			others = append(others, e)
		}
	}
	return append(others, p.desk.Asked()...)
}

// warn says what a link or a script asked for and did not get.
func (p *Page) warn(change run.Change) {
	var faults []record.Text
	for _, w := range change.Warnings {
		faults = append(faults, notice.Warned(w))
	}
	if change.Cause == run.Open {
		faults, p.ignored = append(faults, p.ignored...), nil
	}
	p.notices.Fault(p.desk, faults)
}

// present takes: FRAMED ADDRESS FAULT ORIGIN, whether the page stands in a frame, its address from the '?' on, and what is wrong
// with its origin=, if anything. The effect "presented" is the presentation.Presentation that it asks for.
func (p *Page) present(words []string) {
	if len(words) != 4 {
		return
	}
	p.framed = words[0] == "true"
	shown, ignored := presentation.Read(words[1], names())
	if words[2] != "" {
		ignored = append(ignored, presentation.Ignored(words[2], "origin", words[3]))
	}
	p.ignored = ignored
	p.desk.Withheld, p.desk.Locked = shown.Hidden, shown.Locked
	p.notices.Brief = shown.Shape != "full"
	p.alone = shown.Panel != "" || shown.Shape != "full"
	if shown.Panel != "" {
		p.parts["strip"].Do(p.desk, []string{"only", shown.Panel})
	} else {
		p.panel([]string{shown.Open})
	}
	p.desk.Ask("presented", shown)
}
