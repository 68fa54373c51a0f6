// Package explain is what the settings, readouts, tabs and switches of the page are: two sentences of each, and the lesson that
// teaches it.
package explain

import (
	"maps"
	"strings"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Part is what is explained.
type Part struct {
	lessons map[string]string // of the subjects
	on      bool              // each control has its button on show
	shown   string            // the key of a subject, "" for none
}

// New returns the part with nothing explained, for panels with their lessons as subjects have them.
func New(panels map[string]string) panel.Part {
	lessons := maps.Clone(subjects)
	for name, lesson := range panels {
		lessons["panel."+name] = lesson
	}
	return &Part{lessons: lessons}
}

// Do takes: toggle, which shows or hides the buttons; show KIND KEY, or KIND.KEY, what is explained.
func (p *Part) Do(_ *panel.Desk, words []string) {
	switch {
	case len(words) == 1 && words[0] == "toggle":
		p.on = !p.on
	case len(words) > 1 && words[0] == "show":
		if key := strings.Join(words[1:], "."); p.lessons[key] != "" {
			p.shown = key
		}
	}
}

// Record is what is shown.
type Record struct {
	Pressed    string // true or false
	Shown      bool   // whether something is explained, which then takes the focus; until then nothing may, least of all in a frame
	Name, Says record.Text
	Lesson     record.Text // of the link, none in the lesson that it leads to
	Open       string      // the intent
}

// Record returns a Record.
func (p *Part) Record(d *panel.Desk) any {
	r := Record{Pressed: "false"}
	if p.on {
		r.Pressed = "true"
	}
	if p.shown == "" {
		return r
	}
	r.Shown = true
	r.Name, r.Says = record.T(p.shown), record.T("explain."+p.shown)
	lesson, page, _ := strings.Cut(p.lessons[p.shown], " ")
	if lesson != d.Lesson {
		r.Lesson, r.Open = record.T("diagnosis.lesson", "name", record.T("lesson."+lesson)), "lessons show "+lesson+" "+page
	}
	return r
}
