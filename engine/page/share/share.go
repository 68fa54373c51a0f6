// Package share is the dialog that shares the run: in each of its forms a preview, a button that copies it, one that
// saves it.
package share

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/link"
	"shallows/engine/page/keep"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/share/snippet"
)

// Share is the dialog.
type Share struct {
	framed bool     // the page stands in a frame of another page
	all    []string // panels
	panels []string // but for the one that has another name here

	views  []link.TalkView
	open   bool
	form   form
	chosen map[string]string // by the names of choices
	name   string            // what the run is called, in the reader's language
	usual  string            // the name of a still picture that the reader has not named
	asked  string            // the form that a picture was asked for last
	next   *Picture          // to be painted when the reader's hands rest
	rests  int               // for which pictures have waited
	link   string            // what is being copied while the dialog is closed
	code   link.Code         // of the link, nil where it is too long for one
	status []any             // texts, side by side
}

// New returns the dialog, closed, on a page with panels of these names.
func New(panels []string) panel.Part {
	s := &Share{form: groups[0].forms[0], chosen: map[string]string{}, all: panels}
	s.panels = slices.DeleteFunc(slices.Clone(panels), func(name string) bool { return name == "ledger" })
	for name, c := range choices {
		s.chosen[name] = c.initial
	}
	return s
}

// Do takes: at ADDRESS FRAMED, where the page is; link ADDRESS, which is to be copied; run ADDRESS, where
// that is, of which the link to the run is to be copied; open; close; called NAME, what the run is called in the reader's
// language; form ID; choose NAME VALUE; copy; once, which copies the file that notes need once; copied or selected, what
// came of it; of the views of a talk, add, up NUMBER, remove NUMBER and views TEXT; save; still, which saves the picture that a text speaks of; saved FILE; rested NUMBER, the reader's hands have.
func (s *Share) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	switch verb, rest := words[0], words[1:]; {
	case verb == "at" && len(rest) == 2:
		d.Site, s.framed = siteOf(rest[0]), rest[1] == "true"
	case verb == "open" && len(rest) == 0:
		s.start(d)
	case verb == "run" && len(rest) == 1:
		s.Do(d, []string{"link", link.Whole(rest[0]) + d.Hash()})
	case verb == "link" && len(rest) == 1 && !s.open:
		if keep.Needed(d.Session()) {
			d.Ask("notice", keep.TooLarge())
			return
		}
		s.link = rest[0]
		d.Ask("copy", panel.Copy{Text: s.link, Part: "share"})
	case (verb == "copied" || verb == "selected") && len(rest) == 0 && s.link != "":
		s.linked(d, verb == "copied")
	case verb == "keep" && len(rest) == 0:
		d.Ask("save", kept(d))
	case !s.open:
	case verb == "rested" && len(rest) == 1 && rest[0] == strconv.Itoa(s.rests):
		s.settle(d)
	case verb == "close" && len(rest) == 0:
		s.open = false
		d.Run.Resume()
	case verb == "called" && len(rest) == 1:
		s.name = rest[0]
		s.changed(d)
	case verb == "form" && len(rest) == 1:
		if f, ok := formOf(rest[0]); ok {
			s.form = f
			s.changed(d)
			if f.id == talkKey {
				s.present(d)
			}
			d.Ask("sight", panel.Focus{ID: "share-form-" + f.id})
		}
	case verb == "choose" && len(rest) == 2:
		if s.choose(rest[0], rest[1]) {
			s.changed(d)
		}
	case (verb == "copied" || verb == "selected") && len(rest) == 0:
		s.copied(d, verb == "copied")
	case verb == "saved" && len(rest) == 1:
		s.saved(rest[0])
	case s.form.id == talkKey && (verb == "add" || len(rest) == 1):
		s.change(d, verb, strings.Join(rest, " "))
	case len(rest) == 0:
		s.press(d, verb)
	}
}

// start opens the dialog. Meanwhile the run waits, so that all forms are of one step.
func (s *Share) start(d *panel.Desk) {
	if !s.open {
		d.Run.Hold()
	}
	s.open = true
	if s.form.id == "file" && !keep.Needed(d.Session()) {
		s.form = groups[0].forms[0]
	}
	usual := file(d, "png")
	// A name that the reader has given, or taken away, stays.
	if s.chosen["picture"] == s.usual {
		s.chosen["picture"] = usual
	}
	s.usual, s.status = usual, nil
	d.Ask("dialog", panel.Dialog{Element: "share-dialog", First: ":checked"})
	d.Ask("words", Words{Text: nameOf(d), Then: "share called"})
}

// changed presents the form at hand anew.
func (s *Share) changed(d *panel.Desk) {
	s.status = nil
	if address := s.address(d); s.form.id == "link" && len(address) > long {
		s.status = []any{longLink(address)}
	}
	s.code = nil
	if s.form.id == "qr" {
		s.code, _ = link.QR(s.address(d))
	}
	s.paint(d)
}

func longLink(address string) record.Text {
	return record.T("notice.longLink", "length", len(address))
}

// linked says what became of copying a link by itself: pages in frames and without https may not write to the clipboard.
func (s *Share) linked(d *panel.Desk, ok bool) {
	said := notice.Say("notice.copied")
	if !ok {
		said = notice.Say("notice.copy", "link", s.link)
		said.Lasting = true
	}
	d.Ask("notice", said)
	if len(s.link) > long {
		d.Ask("notice", notice.Notice{Text: longLink(s.link)})
	}
	s.link = ""
}

// copied says what became of copying.
func (s *Share) copied(d *panel.Desk, ok bool) {
	said := record.T("share.copied")
	if !ok && s.form.id != "svg" && s.form.painted() {
		said = record.T("share.pictureSelected")
	} else if !ok {
		said = record.T("share.selected")
	}
	s.status = []any{said}
	if address := s.address(d); s.form.id == "link" && len(address) > long {
		s.status = append(s.status, " ", longLink(address))
	}
}

// saved says that a file was saved.
func (s *Share) saved(name string) {
	said := "share.saved"
	if s.framed { // a frame without the right to save files is not told so
		said = "share.savedFramed"
	}
	s.status = []any{record.T(said, "file", name)}
}

// press does what a button says.
func (s *Share) press(d *panel.Desk, button string) {
	p, file := s.product(d)
	switch {
	case button == "save" && s.form.id == "file":
		d.Ask("save", kept(d))
		s.saved(file.Name)
	case p.Useless:
	case button == "copy" && len(p.Shown) == 0:
		d.Ask("copy", panel.Copy{Text: p.Text, Shown: "share-text", Part: "share"})
	case button == "copy":
		s.settle(d)
		d.Ask("copyPicture", struct{}{})
	case button == "once" && len(p.Once) > 0:
		d.Ask("copy", panel.Copy{Text: p.Once[0].Text, Shown: "share-once", Part: "share"})
	case button == "save" && file.Name != "" && len(p.Shown) == 0:
		d.Ask("save", panel.Save{Name: file.Name, Type: file.Type, Text: p.Text})
		s.saved(file.Name)
	case button == "save" && file.Name != "":
		s.settle(d)
		d.Ask("savePicture", file)
	case button == "still" && !p.Stillless:
		d.Ask("still", s.still())
	}
}

// Words is the effect "words": putting a text into words of the reader's language, and handing them to an intent.
type Words struct {
	Text record.Text
	Then string
}

// File is the effect "savePicture", of the picture on show; the effect "copyPicture" copies it. The dialog hears "saved"
// and the name, "copied", or "selected" as of [panel.Copy].
type File struct{ Name, Type string } // "" for none

// Record is what the dialog shows.
type Record struct {
	Groups    []Group
	Lead      record.Text
	Choices   Choices
	Talk      Talk
	Product   Product
	Status    []any
	Busy      bool // another picture is about to be painted
	Unsettled bool // nothing can be chosen about the form
}

// Group is forms under a heading.
type Group struct {
	Key   string
	Name  record.Text
	Forms []Form
}

// Form is one of them.
type Form struct {
	Key, ID string
	Name    record.Text
	Chosen  bool
}

// Choices are what may be chosen about the form.
type Choices struct {
	Controls, Show, View, Part, Scale, Colours, Lang, Theme Select
	Width, Height, Title, Picture                           Field
	Run, Caption, Lesson                                    Switch
}

// Product is what the reader gets: a text, a picture or both, or a problem in its place.
type Product struct {
	Problem   record.Text
	Text      string
	Name      record.Text // of the text
	Textless  bool
	Shown     []Shown // the picture, which is what is copied and saved, or none
	Useless   bool    // there is nothing to copy
	Fileless  bool
	Stillless bool // the text speaks of no picture
	Once      []Once
}

// Shown is a picture.
type Shown struct {
	Key string      // of the form
	Alt record.Text // what it shows
}

// Once is a second text, for a file that the notes need once, with its path.
type Once struct {
	Key  string
	Lead record.Text
	Text string
}

// Record returns a Record, nothing while the dialog is closed.
func (s *Share) Record(d *panel.Desk) any {
	if !s.open {
		return struct{}{}
	}
	return s.show(d)
}

func (s *Share) show(d *panel.Desk) Record {
	r := Record{
		Lead: record.T("share.hint." + s.form.id), Status: s.status, Busy: s.next != nil, Unsettled: len(s.form.choices) == 0,
		Choices: Choices{
			Controls: s.selects("ui"), Show: s.selects("show"), View: s.selects("view"), Part: s.selects("part"), Scale: s.selects("scale"),
			Colours: s.selects("colours"), Lang: s.selects("lang"), Theme: s.selects("theme"),
			Width: s.field("width", "100%"), Height: s.field("height", strconv.Itoa(heights[s.chosen["ui"]])),
			Title: s.field("title", nameOf(d)), Picture: s.field("picture", nil),
			Run: s.switches("run"), Caption: s.switches("caption"), Lesson: s.switches("lesson"),
		},
	}
	r.Choices.Lesson.Absent = r.Choices.Lesson.Absent || d.Lesson == ""
	r.Product, _ = s.product(d)
	r.Talk = s.talk()
	for _, g := range groups {
		shown := Group{Key: g.id, Name: record.T("share.group." + g.id)}
		for _, f := range g.forms {
			if f.id == "file" && !keep.Needed(d.Session()) { // there is no need for one
				continue
			}
			shown.Forms = append(shown.Forms, Form{Key: f.id, ID: "share-form-" + f.id, Name: record.T("share.form." + f.id), Chosen: f.id == s.form.id})
		}
		r.Groups = append(r.Groups, shown)
	}
	return r
}

// product makes the form at hand.
func (s *Share) product(d *panel.Desk) (Product, File) {
	p := Product{Name: record.T("share.form." + s.form.id), Problem: s.problem(d), Textless: true, Fileless: true, Stillless: true}
	if p.Problem.Key != "" {
		p.Useless = true
		return p, File{}
	}
	if s.form.painted() {
		p.Shown = []Shown{{s.form.id, record.T("share.alt", "form", p.Name, "title", s.title())}}
	}
	var saved File
	switch s.form.id {
	case "png":
		saved = File{file(d, "png"), "image/png"}
	case "qr":
		saved = File{file(d, "qr.png"), "image/png"}
	case "svg":
		p.Textless, saved = false, File{file(d, "svg"), "image/svg+xml"}
	case "weights":
		p.Textless, p.Text, saved = false, weights(d.Session(), s.address(d)), File{file(d, "json"), "application/json"}
	case talkKey:
		p.Text = talkLink(d, s.views)
		p.Textless, p.Useless = p.Text == "", p.Text == ""
	case "file":
		f := kept(d)
		p.Useless, saved = true, File{f.Name, f.Type}
	case "curve":
		p.Textless, p.Text, saved = false, curve(d.Session()), File{file(d, "csv"), "text/csv"}
	default:
		s.write(d, &p)
	}
	p.Fileless = saved.Name == ""
	return p, saved
}

// write writes the form at hand as a snippet.
func (s *Share) write(d *panel.Desk, p *Product) {
	i := slices.IndexFunc(snippet.Forms, func(f snippet.Form) bool { return f.ID == s.form.id })
	form, figure := snippet.Forms[i], s.figure(d, s.form.has("ui"))
	p.Textless, p.Text = false, form.Write(figure)
	if path, text := form.Once(figure); path != "" {
		p.Once = []Once{{Key: path, Lead: record.T("share.once", "path", path), Text: text}}
	}
	p.Stillless = !s.form.has("picture") || snippet.OneLine(s.chosen["picture"]) == ""
}

// problem says why the form at hand cannot be made, nothing where it can.
func (s *Share) problem(d *panel.Desk) record.Text {
	for _, name := range []string{"picture", "width", "height"} {
		if !s.form.has(name) || s.fits(name) {
			continue
		}
		value := shorten(s.chosen[name])
		if name == "picture" {
			return record.T("share.noPicture", "name", value)
		}
		return record.T("share.noSize", "value", value, "least", narrowest, "most", widest)
	}
	if s.form.linked() && keep.Needed(d.Session()) {
		return record.T("share.large")
	}
	if s.form.id == "qr" && s.code == nil {
		return record.T("share.tooLongForCode", "length", len(s.address(d)))
	}
	return record.Text{}
}

// shorten leaves the beginning of a text of any length.
func shorten(text string) string {
	line := snippet.OneLine(text)
	if short := cut(line, 40); short != line {
		return strings.TrimSpace(cut(line, 39)) + "…"
	}
	return line
}
