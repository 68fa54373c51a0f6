// Package handin is two dialogs: what a student hands in of the lessons, to be copied or saved; and what a lecturer has
// checked of it, whose links are replayed.
package handin

import (
	"strconv"
	"strings"
	"time"

	"shallows/engine/handin"
	"shallows/engine/lesson"
	"shallows/engine/page/lessons"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Part is the two dialogs.
type Part struct {
	lessons *lessons.Part
	scripts map[string]lesson.Script // of the lessons, nil before they have come

	mine   []handin.Result // what there was to hand in when the dialog was opened
	name   string          // of the student
	csv    bool            // the results are written so
	status record.Text

	pasted  bool // there is a text to be checked
	results []handin.Result
	more    int // results that were left out
	stopped int // results that were left unchecked
	checker *handin.Checker
	problem record.Text
	told    time.Time // when the table was
}

const (
	longestText = 4 << 20 // bytes of a text that is checked
	longestName = 80      // characters, as many as the field takes
	mostRows    = 300     // of the table on the page
	pause       = 200 * time.Millisecond
)

// New returns the dialogs, closed, of what a reader does in the lessons.
func New(l *lessons.Part) *Part { return &Part{lessons: l} }

// Do takes, of what is handed in: open; name TEXT; form text or csv; copy TEXT and save TEXT, the results as they stand there;
// copied or selected, what came of it. Of what is checked: check, which opens the dialog, as the address says while it is
// open; closed; read TEXT; stop; report; keep; show NUMBER, the run of a result. From the browser: scripts and the text of the file of each lesson.
func (p *Part) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	d.Still = true
	switch verb, rest := words[0], words[1:]; {
	case verb == "scripts":
		p.take(d, rest)
	case len(rest) == 1:
		p.with(d, verb, rest[0])
	case verb == "open":
		p.show(d, "handin-dialog", "#handin-name")
	case verb == "check":
		p.show(d, "check-dialog", "#check-text")
		d.Ask("query", panel.Query{Key: "check", Value: "1"})
	case verb == "closed":
		d.Ask("query", panel.Query{Key: "check"})
	case verb == "copied":
		p.status = record.T("share.copied")
	case verb == "selected":
		p.status = record.T("share.selected")
	case verb == "stop":
		p.stop()
	case p.checker == nil:
	case verb == "report":
		d.Ask("copy", panel.Copy{Text: handin.Report(p.checker.Outcomes()), Shown: "check-table", Part: "handin"})
	case verb == "keep":
		p.save(d, "shallows-checked.csv", handin.Report(p.checker.Outcomes()))
	}
}

func (p *Part) with(d *panel.Desk, verb, text string) {
	switch verb {
	case "name":
		letters := []rune(text)
		p.name = string(letters[:min(len(letters), longestName)])
	case "form":
		p.csv, p.status = text == "csv", record.Text{}
	case "copy":
		d.Ask("copy", panel.Copy{Text: text, Shown: "handin-text", Part: "handin"})
	case "save":
		name := "shallows-results.txt"
		if p.csv {
			name = "shallows-results.csv"
		}
		p.save(d, name, text)
	case "read":
		p.read(text)
	case "show":
		i, err := strconv.Atoi(text)
		if outcomes := p.shown(); err == nil && i >= 0 && i < len(outcomes) && outcomes[i].Fragment != "" {
			d.Ask("visit", panel.Visit{Address: d.Site + "#" + outcomes[i].Fragment})
		}
	}
}

// show opens one of the dialogs. What the lessons do has to come first.
func (p *Part) show(d *panel.Desk, dialog, first string) {
	d.Run.Pause()
	p.status, p.mine = record.Text{}, p.lessons.Results(d.Site, p.scripts)
	d.Ask("dialog", panel.Dialog{Element: dialog, First: first})
	if p.scripts == nil {
		fetch := lessons.Fetch{Then: "handin scripts"}
		for _, id := range lesson.IDs {
			fetch.Files = append(fetch.Files, "lessons/"+id+".json")
		}
		d.Ask("fetch", fetch)
	}
}

// take takes what the lessons do.
func (p *Part) take(d *panel.Desk, texts []string) {
	if len(texts) != len(lesson.IDs) {
		return
	}
	scripts := map[string]lesson.Script{}
	for i, id := range lesson.IDs {
		var s lesson.Script
		if !record.Read(texts[i], &s) || len(s.Pages) == 0 {
			p.status = record.T("lessons.missing")
			p.problem = p.status
			return
		}
		scripts[id] = s
	}
	p.scripts, p.mine = scripts, p.lessons.Results(d.Site, scripts)
	p.begin()
}

func (p *Part) save(d *panel.Desk, name, text string) {
	kind := "text/plain"
	if strings.HasSuffix(name, ".csv") {
		kind = "text/csv"
	}
	d.Ask("save", panel.Save{Name: name, Type: kind, Text: text})
	p.status = record.T("share.saved", "file", name)
}

// read takes a text to be checked.
func (p *Part) read(text string) {
	p.checker, p.pasted, p.stopped, p.problem, p.status = nil, false, 0, record.Text{}, record.Text{}
	if len(text) > longestText {
		p.problem = record.T("handin.long", "most", longestText>>20)
		return
	}
	if p.results, p.more = handin.Read(text); len(p.results) == 0 {
		p.problem = record.T("handin.none")
		return
	}
	p.pasted = true
	p.begin()
}

func (p *Part) begin() {
	if p.pasted && p.scripts != nil {
		p.pasted, p.checker, p.problem = false, handin.NewChecker(p.scripts, p.results), record.Text{}
	}
}

// stop leaves it at what has been replayed.
func (p *Part) stop() {
	if p.Busy() {
		p.stopped = p.checker.Results() - len(p.checker.Outcomes())
		p.checker.Stop()
	}
}

// Busy reports whether there are links to be replayed.
func (p *Part) Busy() bool { return p.checker != nil && p.checker.Busy() }

// Work replays for about so many milliseconds, and reports whether there is something to tell.
func (p *Part) Work(budget float64) bool {
	if !p.Busy() {
		return false
	}
	p.checker.Work(time.Duration(budget * float64(time.Millisecond)))
	if p.Busy() && time.Since(p.told) < pause {
		return false
	}
	p.told = time.Now()
	return true
}
