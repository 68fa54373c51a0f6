// Package sheet is the page on paper: pictures, numbers, settings and the link, before what the open panel shows.
package sheet

import (
	"slices"

	"shallows/engine/link"
	"shallows/engine/page/figure"
	"shallows/engine/page/panel"
	"shallows/engine/page/readouts"
	"shallows/engine/page/record"
	"shallows/engine/page/settings"
)

// Part is the sheet.
type Part struct {
	printing       bool
	address, title string
	shown          []string // the pictures that the page shows, none for all
}

// New returns the sheet.
func New() panel.Part { return &Part{} }

// Do takes: of ADDRESS TITLE PICTURE …, where the page is, what it is called, and the pictures that it shows where
// these are not all, when printing begins; away, when it has ended.
func (p *Part) Do(d *panel.Desk, words []string) {
	d.Still = true
	switch {
	case len(words) >= 3 && words[0] == "of":
		*p = Part{true, link.Whole(words[1]) + d.Hash(), words[2], words[3:]}
	case len(words) == 1 && words[0] == "away":
		*p = Part{}
	}
}

// main are settings that are always on the sheet.
var main = []string{"data", "n", "in", "net", "act", "out", "loss", "init", "seed", "lr", "opt", "batch"}

// most is the characters of a link that someone may type in or a page can hold.
const most = 2000

// Record is the place of the sheet, with the template printed.
type Record struct {
	Shape string // square, of the output alone, or wide
	Shown Shown
}

// Shown is a template with its record.
type Shown struct {
	Name   string
	Record Printed
}

// Printed is what the sheet shows.
type Printed struct {
	Title    string
	Lesson   record.Text // whose run it is
	Pictures []Picture
	Numbers  any // a readouts.Record
	Settings []settings.Said
	Address  string      // "" where it is too long
	TooLong  record.Text // what is said then
	Code     string      // the part of package figure, "" where the address has none
	Panel    record.Text // the heading of the one that is open
}

// Picture is a part of package figure.
type Picture struct {
	Key  string
	Says record.Text
}

// Record returns a Record, nothing while the page is not being printed.
func (p *Part) Record(d *panel.Desk) any {
	if !p.printing {
		return struct{}{}
	}
	numbers := readouts.Of(d)
	r := Printed{Title: p.title, Numbers: numbers, Settings: settings.Of(d.Session().Config(), d.Session().Names(), main...)}
	if d.Lesson != "" {
		r.Lesson = record.T("lesson." + d.Lesson)
	}
	if d.Panel != "" {
		r.Panel = record.T("panel." + d.Panel)
	}
	parts := p.parts()
	shape := "wide"
	if len(parts) == 1 && parts[0] == "output" {
		shape = "square"
	}
	for _, part := range parts {
		r.Pictures = append(r.Pictures, Picture{part, numbers.Summary})
	}
	r.Address = p.address
	if length := len(p.address); length > most {
		r.Address, r.TooLong = "", record.T("print.longLink", "length", length)
	}
	if _, ok := link.QR(p.address); ok {
		r.Code = figure.Code
	}
	return Record{shape, Shown{"printed", r}}
}

// parts are the pictures of the sheet.
func (p *Part) parts() []string {
	shows := func(part string) bool { return slices.Contains(p.shown, part) }
	if len(p.shown) == 0 || shows("network") && shows("output") {
		return []string{"whole"}
	}
	return slices.DeleteFunc(slices.Clone(figure.Parts), func(part string) bool { return !shows(part) })
}
