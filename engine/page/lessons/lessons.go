// Package lessons is the lessons: their list, with how far the reader is in each, and the page of the one that is open.
//
// A lesson has a run of its own; the reader's is set aside while one is open, and comes back with the panel when it is
// left. Of what the lessons say nothing is here: the browser fetches their files and hands them over.
package lessons

import (
	"slices"
	"strconv"
	"time"

	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/page/panel"
)

// Part is the lessons.
type Part struct {
	progress, pending progress // as it is kept, and changes that are yet to be kept
	room              bool     // a panel has its place beside a lesson

	language string          // in which the page speaks
	fetched  request         // the lesson that the browser fetches
	ticket   string          // of who waits for it, "" for nobody
	open     *opened         // nil where none is
	own      string          // the reader's own panel, while a lesson is open
	lent     string          // the panel that a page opened, to be closed with it
	shut     map[string]bool // panels that a page opened and the reader closed, while a lesson is open
	left     []left          // the runs of pages that the reader has turned from, the latest last
	marked   marked

	record  *Record // nil where it is to be made anew
	written subject // of the formulas in it
	wrote   time.Time
}

// request is a lesson to come, and whether it was chosen on the page rather than by the address.
type request struct {
	id     string
	page   int // counted from 1, 0 for the one last read
	chosen bool
}

// opened is the lesson that is open, at a page.
type opened struct {
	id        string
	script    lesson.Script
	words     words
	at        int
	run       string // the fragment of its run
	begun     bool   // the run was set up for the task
	unkept    bool   // a run that solved it is too large to be kept
	judge     *lesson.Judge
	judgement lesson.Judgement
	formulas  []Line
}

// page returns the page on show.
func (o *opened) page() *lesson.Page { return &o.script.Pages[o.at] }

// key tells the page from all others.
func (o *opened) key() string { return o.id + "." + strconv.Itoa(o.at) }

// start returns the fragment that the page begins with.
func (o *opened) start() string { return o.script.Begins(o.at) }

// New returns the lessons with none open.
func New() *Part { return &Part{progress: progress{}, pending: progress{}} }

// intents are what Do takes, by their first word: how many more words there are, and whether a lesson has to be open.
var intents = map[string]struct {
	words int
	open  bool
	do    func(p *Part, d *panel.Desk, words []string)
}{
	"kept":   {1, false, (*Part).kept},
	"room":   {1, false, func(p *Part, _ *panel.Desk, words []string) { p.room = words[0] == "true" }},
	"start":  {4, false, (*Part).start},
	"follow": {1, false, (*Part).follow},
	"choose": {1, false, func(p *Part, d *panel.Desk, words []string) { p.fetch(d, request{lesson.Named(words[0]), 0, true}) }},
	"show": {2, false, func(p *Part, d *panel.Desk, words []string) {
		page, _ := strconv.Atoi(words[1])
		p.fetch(d, request{lesson.Named(words[0]), page, true})
	}},
	"fetched": {4, false, (*Part).enter},
	"reword":  {1, false, (*Part).reword},
	"leave":   {0, true, (*Part).leave},
	"yield":   {0, true, (*Part).yield},
	"return":  {0, true, (*Part).back},
	"turn":    {1, true, (*Part).turn},
	"panel":   {0, true, func(p *Part, d *panel.Desk, _ []string) { p.lend(d, p.open.page().Panel) }},
	"answer":  {1, true, (*Part).answer},
	"try":     {1, true, (*Part).try},
	"begin":   {0, true, func(p *Part, d *panel.Desk, _ []string) { p.setUp(d, p.open.start()) }},
}

// Do takes, from the reader: choose LESSON; show LESSON PAGE; leave; return, to the lesson from the settings; turn back or next; answer
// NUMBER; try NUMBER; begin the task again; panel, to open that of the page. From the browser: kept TEXT; room true or
// false, whether a panel has its place beside a lesson; start LESSON PAGE ENTRY TICKET, which the address names at first, with what Keep
// has had its entry keep, and the effect "ended" tells when it is on show or cannot be; follow QUERY, which the address has then; reword LANGUAGE, at first and when
// it is another; fetched LANGUAGE LESSON with the texts of its files; yield, when the address brings another run.
func (p *Part) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	intent, known := intents[words[0]]
	if !known || len(words)-1 != intent.words || intent.open && p.open == nil {
		return
	}
	if words[0] == "kept" {
		d.Still = true
	}
	p.record = nil
	intent.do(p, d, words[1:])
	if p.ticket != "" && p.fetched.id == "" {
		d.Ask("ended", panel.Ended{Ticket: p.ticket, Reached: p.open != nil})
		p.ticket = ""
	}
}

func (p *Part) start(d *panel.Desk, words []string) {
	p.ticket = words[3]
	if id := lesson.Named(words[0]); id != "" {
		d.Side, p.left = "lessons", reloaded(words[2])
		page, _ := strconv.Atoi(words[1])
		p.fetch(d, request{id, page, false})
	}
}

// follow goes where back and forward lead.
func (p *Part) follow(d *panel.Desk, words []string) {
	pairs, _, _ := link.Query(words[0])
	value := func(key string) string {
		if i := slices.IndexFunc(pairs, func(asked link.Asked) bool { return asked.Key == key }); i >= 0 {
			return pairs[i].Value
		}
		return ""
	}
	id := lesson.Named(value("lesson"))
	page, _ := strconv.Atoi(value("page"))
	switch {
	case p.open != nil && id == p.open.id:
		if page = min(page, len(p.open.script.Pages)); page > 0 && page != d.Page {
			p.show(d, page-1)
		}
	case id != "":
		p.fetch(d, request{id, page, false})
	default:
		p.close(d)
	}
}

// fetch has the browser fetch a lesson; whatever it was to fetch before counts no more.
func (p *Part) fetch(d *panel.Desk, r request) {
	if p.fetched = r; r.id != "" {
		recall(d)
		p.read(d, r.id)
	}
}

// read has the browser read the files of a lesson in the language at hand.
func (p *Part) read(d *panel.Desk, id string) {
	files := []string{"lessons/" + id + ".json", "lessons/" + p.language + "/" + id + ".json"}
	d.Ask("fetch", Fetch{files, "lessons fetched " + p.language + " " + id})
}

// reword fetches what is on show, or about to be, in another language.
func (p *Part) reword(d *panel.Desk, words []string) {
	p.language = words[0]
	if p.fetched.id != "" {
		p.read(d, p.fetched.id)
	} else if p.open != nil {
		p.read(d, p.open.id)
	}
}

// enter takes a lesson that was fetched: it says what is open in other words, or sets the reader's run aside, if it is
// not yet, and opens the lesson at the page last read. That one did not come is told.
func (p *Part) enter(d *panel.Desk, files []string) {
	if files[0] != p.language {
		return
	}
	id := files[1]
	script, words, ok := read(files[2], files[3])
	switch {
	case !ok:
		if p.fetched.id == id {
			p.fetched = request{}
		}
		d.Ask("notice", missingNotice())
		return
	case p.fetched.id != id && p.open != nil && p.open.id == id:
		p.open.words = words
		return
	case p.fetched.id != id:
		return
	}
	asked := p.fetched
	p.fetched = request{}
	if p.open == nil {
		p.own, p.shut = d.Panel, map[string]bool{}
		d.Pinned = d.Place()
		d.Run.Park()
	}
	p.leavePage(d)
	p.open, d.Lesson = &opened{id: id, script: script, words: words}, id
	if last := p.progress[id].Page; asked.page > 0 {
		p.open.at = min(asked.page, len(script.Pages)) - 1
	} else if last > 0 && last < len(script.Pages) {
		p.open.at = last
	}
	p.bring(d)
	if asked.chosen {
		d.Side = "lessons"
		d.Ask("query", panel.Query{Key: "lesson", Value: id, Push: true})
		d.Ask("focus", heading())
	}
	d.Ask("query", panel.Query{Key: "page", Value: strconv.Itoa(d.Page)})
}

// close brings the reader's run and panel back and shows the list.
func (p *Part) close(d *panel.Desk) {
	p.fetched = request{}
	if p.open == nil {
		return
	}
	p.open, p.lent, p.shut, p.left, d.Lesson = nil, "", nil, nil, ""
	d.Run.Unpark()
	d.Pinned = ""
	recall(d)
	d.Panel = p.own
}

func (p *Part) leave(d *panel.Desk, _ []string) {
	id := p.open.id
	p.close(d)
	d.Ask("query", panel.Query{Key: "lesson", Push: true})
	d.Ask("query", panel.Query{Key: "page"})
	d.Ask("focus", panel.Focus{ID: "lesson-" + id})
}

// yield leaves the lesson as the address brings another run.
func (p *Part) yield(d *panel.Desk, _ []string) {
	p.close(d)
	d.Ask("query", panel.Query{Key: "lesson"})
	d.Ask("query", panel.Query{Key: "page"})
}

func (p *Part) back(d *panel.Desk, _ []string) {
	d.Side = "lessons"
	d.Ask("focus", heading())
}

// turn takes: back or next, which after the last page is the next lesson.
func (p *Part) turn(d *panel.Desk, words []string) {
	o := p.open
	switch {
	case words[0] == "back" && o.at > 0:
		p.show(d, o.at-1)
	case words[0] == "next" && o.at < len(o.script.Pages)-1:
		p.show(d, o.at+1)
	case words[0] == "next":
		p.fetch(d, request{following(o.id), 0, true})
		return
	default:
		return
	}
	d.Ask("query", panel.Query{Key: "page", Value: strconv.Itoa(d.Page), Push: true})
	d.Ask("focus", heading())
}

// Begin does nothing: a lesson is gone on with where it was left.
func (p *Part) Begin(*panel.Desk) {}

// Turn goes to the next page of the same lesson, or to the one before.
func (p *Part) Turn(d *panel.Desk, by int) bool {
	if p.open == nil || p.open.at+by < 0 || p.open.at+by >= len(p.open.script.Pages) {
		return false
	}
	word := "next"
	if by < 0 {
		word = "back"
	}
	p.Do(d, []string{"turn", word})
	return true
}

// Steps returns the page on show among those of the lesson.
func (p *Part) Steps() (at, of int) {
	if p.open == nil {
		return 0, 0
	}
	return p.open.at + 1, len(p.open.script.Pages)
}

// following returns the lesson after another, "" after the last.
func following(id string) string {
	if i := slices.Index(lesson.IDs, id); i+1 < len(lesson.IDs) {
		return lesson.IDs[i+1]
	}
	return ""
}

func (p *Part) answer(d *panel.Desk, words []string) {
	choice, err := strconv.Atoi(words[0])
	if err != nil || choice < 0 || choice >= len(p.open.words.Pages[p.open.at].Choices) {
		return
	}
	change := nothing
	change.Answer, change.Answers = choice, lesson.Letter(choice)
	p.note(d, p.open.id, change)
}
