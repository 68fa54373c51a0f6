package share

import (
	"strconv"
	"strings"

	"shallows/engine/page/panel"
	"shallows/engine/page/share/snippet"
)

// Picture is the effect "paint": painting one, which the dialog shows, or the effect "still": painting one to be saved.
type Picture struct {
	Form  string // of the dialog: another one than before is painted at once, as nobody is typing
	Kind  Kind
	Part  string // of the run
	Scale int    // pixels to a CSS pixel
	Theme string
	Title string
	// Caption is what stands around it, nil for nothing.
	Caption *Caption
	Rows    [][]bool // of a code, true for dark
	Name    string   // of the file of a still
}

// Kind is what a picture is.
type Kind string

// The kinds of picture; "" is none.
const (
	Bitmap  Kind = "bitmap"
	Drawing Kind = "drawing" // in vectors, whose text is shown as well
	Code    Kind = "code"    // a QR code
)

// Caption is what a picture says of itself.
type Caption struct {
	Title    string
	Settings []any // texts and numbers, side by side
	Link     string
}

// Long is more characters than every program takes in a link.
const Long = 2000

// still is the pixels to a CSS pixel of pictures beside notes.
const still = 2

// paint asks for the picture of the form at hand, where it is one.
func (s *Share) paint(d *panel.Desk) {
	p := Picture{Form: s.form.id, Part: s.chosen["part"], Scale: 1, Theme: s.chosen["colours"], Title: s.title()}
	switch s.form.id {
	case "png":
		p.Kind, p.Caption = Bitmap, s.caption(d)
		p.Scale, _ = strconv.Atoi(s.chosen["scale"])
	case "svg":
		p.Kind, p.Caption = Drawing, s.caption(d)
	case "qr":
		if s.code != nil {
			p.Kind, p.Rows = Code, s.code
		}
	}
	d.Ask("paint", p)
}

// caption is what stands around a picture; nobody types a long link off, so only the page's address is left of it.
func (s *Share) caption(d *panel.Desk) *Caption {
	if s.chosen["caption"] != "1" {
		return nil
	}
	address := s.link(d)
	if len(address) > Long {
		address = siteOf(address)
	}
	return &Caption{Title: s.title(), Settings: summary(d), Link: address}
}

// still is the picture of a figure: what it shows, without a caption, which the notes have.
func (s *Share) still() Picture {
	p := Picture{Form: s.form.id, Kind: Bitmap, Scale: still, Theme: s.chosen["theme"], Name: s.pictureName()}
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
	for _, part := range parts {
		if part == shown {
			p.Part = part
		}
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
