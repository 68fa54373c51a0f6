package lessons

import (
	"slices"

	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// left is the run of a page as its reader left it.
type left struct {
	bookmark
	session *session.Session // nil once the fragment has to do
	goal    int              // the step that it was on its way to
}

// bookmark is as much of that as a reload leaves.
type bookmark struct {
	Key      string // of the page
	Fragment string // of a link to the run, "" where that does not hold all of it
	Run      string
	Begun    bool // both as of opened
}

// Bookmarks is the effect "entry": a text that the browser keeps with the page's entry of the history, as long as that lasts.
type Bookmarks struct{ Text string }

const (
	mostLeft    = 2 * lesson.Pages // runs that are kept: those of two lessons
	mostWhole   = 2                // of them that keep the way back through their steps; a tape may take 16 MiB
	longestKept = 1 << 16          // of a fragment in the history
)

// show turns to a page of the lesson that is open, counted from 0.
func (p *Part) show(d *panel.Desk, at int) {
	p.leavePage(d)
	p.open.at = at
	p.bring(d)
}

// leavePage keeps the run of the page on show, if there is one.
func (p *Part) leavePage(d *panel.Desk) {
	if p.open == nil {
		return
	}
	p.left = append(p.left, p.onShow(d))
	p.left = slices.Delete(p.left, 0, max(0, len(p.left)-mostLeft))
	for i := range max(0, len(p.left)-mostWhole) {
		if p.left[i].Fragment != "" {
			p.left[i].session = nil
		}
	}
}

// onShow is the run of the page on show.
func (p *Part) onShow(d *panel.Desk) left {
	o, s := p.open, d.Session()
	l := left{bookmark{o.key(), "", o.run, o.begun}, s, max(s.At(), d.Run.Way().Goal)}
	if fragment, whole := link.Onward(s, l.goal); whole {
		l.Fragment = fragment
	}
	return l
}

// comeBack puts the run of the page at hand back as it was left, and reports whether there is one.
func (p *Part) comeBack(d *panel.Desk) bool {
	i := slices.IndexFunc(p.left, func(l left) bool { return l.Key == p.open.key() })
	if i < 0 {
		return false
	}
	l := p.left[i]
	p.left = slices.Delete(p.left, i, i+1)
	p.open.run, p.open.begun = l.Run, l.Begun
	if l.session == nil {
		d.Run.Open(l.Fragment)
	} else {
		d.Run.Show(l.session, l.goal)
	}
	return true
}

// goOn has the page at hand go on with the run of the page before, which keeps it as it is now.
func (p *Part) goOn(d *panel.Desk) {
	if n := len(p.left); n > 0 && p.left[n-1].session != nil {
		p.left[n-1].session = d.Session().Clone()
	}
}

// Keep has the browser keep the runs of the lesson's pages for a reload, once all is quiet.
func (p *Part) Keep(d *panel.Desk) {
	if p.open == nil || !d.Quiet {
		return
	}
	now := marked{d.Standing(), p.open.key()}
	if now == p.marked {
		return
	}
	p.marked = now
	var marks []bookmark
	for _, l := range append(slices.Clone(p.left), p.onShow(d)) {
		if l.Fragment != "" && len(l.Fragment) <= longestKept {
			marks = append(marks, l.bookmark)
		}
	}
	d.Ask("entry", Bookmarks{string(record.JSON(marks))})
}

// marked is what bookmarks were kept of last.
type marked struct {
	run panel.Standing
	key string
}

// reloaded takes the runs that were kept with the entry of the history, which may be anything.
func reloaded(text string) (runs []left) {
	var list []bookmark
	if !record.Read(text, &list) {
		return nil
	}
	for _, one := range list[max(0, len(list)-mostLeft):] {
		if one.Key != "" && one.Fragment != "" {
			runs = append(runs, left{bookmark: one})
		}
	}
	return runs
}
