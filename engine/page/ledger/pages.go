package ledger

import (
	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/quantities"
)

// page is what a screen of a talk has room for: the quantities from one on, up to another.
type page struct{ from, to int }

// Heights in rem, as web/css/talk.css and web/templates/ledger.css have them: what quantities have of a screen of a talk, a line of a grid, and the
// least that a quantity takes.
const (
	room  = 14.
	line  = 1.5
	least = 4.
)

// pagesOf shares quantities out to pages, of which each belongs to one part of the lecture.
func pagesOf(all []lecture.Quantity) []page {
	var pages []page
	left, part := 0., ""
	for i, one := range all {
		height := max(least, line*float64(one.Rows+1))
		now := quantities.Part(one.Symbol, part)
		if now != part || height > left {
			pages = append(pages, page{i, i})
			left, part = room, now
		}
		pages[len(pages)-1].to = i + 1
		left -= height
	}
	return pages
}

// Begin goes to the first page of a talk.
func (p *Panel) Begin(*panel.Desk) { p.at = 0 }

// Turn goes to another page.
func (p *Panel) Turn(d *panel.Desk, by int) bool {
	p.write(d)
	to := p.at + by
	if by == 0 || to < 0 || to >= len(p.pages) {
		return false
	}
	p.at = to
	return true
}

// Steps returns the page on show among all.
func (p *Panel) Steps() (at, of int) { return p.at + 1, len(p.pages) }
