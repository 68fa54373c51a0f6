package lessons

import (
	"slices"

	"shallows/engine/lesson"
	"shallows/engine/page/panel"
	"shallows/engine/session"
)

// left is the run of a page as its reader left it.
type left struct {
	key     string // of the page
	session *session.Session
	goal    int // the step that it was on its way to
	run     string
	begun   bool // both as of opened
}

// mostLeft is how many of them are kept: those of two lessons.
const mostLeft = 2 * lesson.Pages

// show turns to a page of the lesson that is open, counted from 0.
func (p *Part) show(d *panel.Desk, at int) {
	p.leavePage(d)
	p.open.at = at
	p.bring(d)
}

// leavePage keeps the run of the page on show, if there is one.
func (p *Part) leavePage(d *panel.Desk) {
	o := p.open
	if o == nil {
		return
	}
	p.left = append(p.left, left{o.key(), d.Session(), max(d.Session().At(), d.Run.Way().Goal), o.run, o.begun})
	p.left = slices.Delete(p.left, 0, max(0, len(p.left)-mostLeft))
}

// comeBack puts the run of the page at hand back as it was left, and reports whether there is one.
func (p *Part) comeBack(d *panel.Desk) bool {
	i := slices.IndexFunc(p.left, func(l left) bool { return l.key == p.open.key() })
	if i < 0 {
		return false
	}
	l := p.left[i]
	p.left = slices.Delete(p.left, i, i+1)
	p.open.run, p.open.begun = l.run, l.begun
	d.Run.Show(l.session, l.goal)
	return true
}

// goOn has the page at hand go on with the run of the page before, which keeps it as it is now.
func (p *Part) goOn(d *panel.Desk) {
	if n := len(p.left); n > 0 {
		p.left[n-1].session = d.Session().Clone()
	}
}
