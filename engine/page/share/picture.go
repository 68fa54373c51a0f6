package share

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/page/figure"
	"shallows/engine/page/panel"
	"shallows/engine/page/share/snippet"
)

// Picture is the effect "paint": painting one, which the dialog shows, or the effect "still": painting one to be saved.
type Picture struct {
	Kind  Kind
	Part  string // of package figure
	Scale int    // pixels to a CSS pixel
	Theme string
	// Address is that of a code.
	Address string
	Title   string
	// Caption is what stands around it, nil for nothing.
	Caption *Caption
	Name    string // of the file of a still
}

// Kind is what a picture is.
type Kind string

// The kinds of picture; "" is none.
const (
	Bitmap  Kind = "bitmap"
	Drawing Kind = "drawing" // in vectors, whose text is shown as well
)

// Caption is what a picture says of itself.
type Caption struct {
	Title    string
	Settings []any // texts and numbers, side by side
	Link     string
}

// long is more characters than every program takes in a link.
const long = 2000

// pause is how long the reader's typing may rest before a picture is painted, in milliseconds.
const pause = 300

// module is the pixels of a code's modules.
const module = 8

// still is the pixels to a CSS pixel of pictures beside notes.
const still = 2

// paint has the picture of the form at hand painted, where it is one: of another form than before as soon as that is on
// show.
func (s *Share) paint(d *panel.Desk) {
	p := Picture{Part: s.chosen["part"], Scale: 1, Theme: s.chosen["colours"], Title: s.title()}
	wait := 0
	if s.asked == s.form.id {
		wait = pause
	}
	s.asked, s.next = s.form.id, nil
	s.rests++
	switch s.form.id {
	case "png":
		p.Kind, p.Caption = Bitmap, s.caption(d)
		p.Scale, _ = strconv.Atoi(s.chosen["scale"])
	case "svg":
		p.Kind, p.Caption = Drawing, s.caption(d)
	case "qr":
		if s.code != nil {
			// Not all readers take a light code on dark.
			p.Kind, p.Part, p.Scale, p.Theme, p.Address = Bitmap, figure.Code, module, "light", s.address(d)
		}
	}
	if p.Kind != "" {
		s.next = &p
		d.Ask("later", panel.Later{Milliseconds: wait, Intent: "share rested " + strconv.Itoa(s.rests)})
	}
}

// settle has the picture painted that waits, if any.
func (s *Share) settle(d *panel.Desk) {
	if s.next != nil {
		d.Ask("paint", *s.next)
		s.next = nil
	}
}

// caption is what stands around a picture; nobody types a long link off, so only the page's address is left of it.
func (s *Share) caption(d *panel.Desk) *Caption {
	if s.chosen["caption"] != "1" {
		return nil
	}
	address := s.address(d)
	if len(address) > long {
		address = siteOf(address)
	}
	return &Caption{Title: s.title(), Settings: summary(d), Link: address}
}

// still is the picture of a figure: what it shows, without a caption, which the notes have.
func (s *Share) still() Picture {
	p := Picture{Kind: Bitmap, Scale: still, Theme: s.chosen["theme"], Name: s.pictureName()}
	shown := s.chosen["show"]
	switch {
	case s.form.id == "markdown":
		p.Theme, shown = s.chosen["colours"], s.chosen["part"]
	case shown == "" && s.chosen["ui"] == "full":
		shown = "whole"
	case shown == "":
		shown = "output"
	}
	p.Part = "equations"
	if slices.Contains(figure.Parts, shown) {
		p.Part = shown
	}
	return p
}

// pictureName is the name that the address of the reader's picture ends in.
func (s *Share) pictureName() string {
	address := snippet.OneLine(s.chosen["picture"])
	path := address
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	if name := path[strings.LastIndexByte(path, '/')+1:]; name != "" {
		return name
	}
	return address
}
