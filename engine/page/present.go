package page

import (
	"strings"

	"shallows/engine/page/host"
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
	// A lesson's run lies over the reader's, which comes back.
	if change.Another() && p.desk.Lesson == "" {
		p.notices.Right()
	}
	p.notices.Fault(p.desk, faults)
}

// present takes: FRAMED ADDRESS, whether the page stands in a frame, and its address. The effect "presented" is the
// presentation.Presentation that it asks for; "follow" has the theme of the address, which may have been damaged.
func (p *Page) present(words []string) {
	if len(words) != 2 {
		return
	}
	p.framed = words[0] == "true"
	address := words[1]
	begin := strings.IndexAny(address+"?", "?#")
	shown, ignored := presentation.Read(address[begin:], names())
	around, fault, named := host.Around(address[begin:], p.framed, p.host.OriginOf)
	if fault != "" {
		ignored = append(ignored, presentation.Ignored(fault, "origin", named))
	}
	shown.Around = around
	p.host.Framed = p.framed
	p.host.Address, p.host.Shape = address[:begin], shown.Shape
	p.ignored = ignored
	p.desk.Withheld, p.desk.Locked = shown.Hidden, shown.Locked
	p.notices.Brief = shown.Shape == "min" || shown.Shape == "figure"
	p.alone = shown.Panel != "" || shown.Shape == "min" || shown.Shape == "figure"
	if shown.Panel != "" {
		p.ask("strip", "only", shown.Panel)
	} else {
		p.panel([]string{shown.Open})
	}
	// A link to something shows that and nothing else.
	_, fragment, _ := strings.Cut(address, "#")
	if plain := fragment == "" || fragment == "v=1"; plain && !p.framed && shown.Shape == "full" && !p.alone && shown.Open == "" && shown.Lesson == "" && !shown.Run && !shown.Check {
		p.ask("opening", "fits")
	}
	p.desk.Ask("presented", shown)
	if shown.Check && shown.Shape == "full" {
		p.ask("handin", "check")
	}
	p.talk.Open(p.desk, shown)
	p.told["talk"].stale = true
	p.desk.Ask("recall", panel.Recall{Keys: []string{"notation", "targets", "lessons", "opening", "folds"}, Then: "kept"})
	if shown.Theme != "" {
		p.desk.Ask("follow", host.Theme{Theme: shown.Theme})
	}
}
