package lessons

import (
	"strconv"
	"time"

	"shallows/engine/lesson"
	"shallows/engine/page/panel"
)

// bring shows the page at hand with its run as it was left or, unless that is there already, as it begins, and the panel and
// the picture that it talks about. What was tried before must not count as a task.
func (p *Part) bring(d *panel.Desk) {
	o := p.open
	page, change := o.page(), nothing
	change.Page, d.Page = o.at, o.at+1
	p.note(d, o.id, change)
	o.judge, o.judgement, p.wrote = nil, lesson.Judgement{}, time.Time{}
	if page.Task != nil {
		o.judge = lesson.NewJudge(lesson.Task{Open: o.start(), Goals: page.Task, Fewest: page.Fewest})
	}
	switch {
	case p.comeBack(d):
	case o.run != o.start() || page.Task != nil && !o.begun || !lesson.Kept(d.Session(), o.start()):
		p.setUp(d, o.start())
	default:
		p.goOn(d)
	}
	p.Look(d)
	d.Picture = page.Picture
	if p.lent != "" && p.lent != d.Panel {
		p.shut[p.lent], p.lent = true, ""
	}
	switch {
	case page.Panel != "" && p.room && !p.shut[page.Panel]:
		p.lend(d, page.Panel)
	case p.lent != "":
		d.Panel, p.lent = "", ""
	}
}

// setUp puts another run in place of the lesson's.
func (p *Part) setUp(d *panel.Desk, fragment string) {
	p.open.run, p.open.begun = fragment, p.open.judge != nil
	d.Run.Open(fragment)
}

// lend opens a panel for as long as the page is on show.
func (p *Part) lend(d *panel.Desk, name string) {
	if name == "" {
		return
	}
	if name != d.Panel {
		p.lent = name
	}
	d.Panel = name
}

func (p *Part) try(d *panel.Desk, words []string) {
	tries := p.open.page().Tries
	i, err := strconv.Atoi(words[0])
	if err != nil || i < 0 || i >= len(tries) {
		return
	}
	p.setUp(d, tries[i].Open)
	p.lend(d, tries[i].Panel)
}
