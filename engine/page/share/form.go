package share

import "slices"

// form is a form in which a run is shared. Its name is the text share.form.ID, what it is for share.hint.ID.
type form struct {
	id      string
	choices []string // what can be chosen about it
}

func (f form) has(choice string) bool { return slices.Contains(f.choices, choice) }

// painted reports whether it is a picture.
func (f form) painted() bool { return f.id == "qr" || f.id == "png" || f.id == "svg" }

// linked reports whether it has a link in it.
func (f form) linked() bool { return f.has("lang") }

// group is forms under one heading, the text share.group.ID.
type group struct {
	id    string
	forms []form
}

var (
	ofLinks  = []string{"lang", "theme", "run", "title", "lesson"}
	ofFrames = []string{"ui", "show", "lang", "theme", "width", "height", "run", "title"}
	pictured = append(slices.Clone(ofFrames), "picture")
	ofMyst   = []string{"ui", "show", "lang", "theme", "width", "run", "title", "picture"}
)

// groups are all forms. The ids of texts for notes are those of package snippet.
var groups = []group{
	{"link", []form{{"link", ofLinks}, {"qr", ofLinks}, {"talk", []string{"view"}}}},
	{"notes", []form{
		{"html", pictured},
		{"iframe", ofFrames},
		{"markdown", []string{"part", "colours", "lang", "theme", "title", "picture"}},
		{"myst", ofMyst},
		{"jupyter", ofFrames},
		{"quarto", pictured},
		{"mdx", ofFrames},
		{"hugo", pictured},
	}},
	{"pictures", []form{
		{"png", []string{"part", "scale", "colours", "caption", "title"}},
		{"svg", []string{"colours", "caption", "title"}},
	}},
	{"data", []form{{"file", nil}, {"weights", nil}, {"curve", nil}}},
}

// formOf returns the form of an id.
func formOf(id string) (f form, ok bool) {
	for _, g := range groups {
		for _, f := range g.forms {
			if f.id == id {
				return f, true
			}
		}
	}
	return form{}, false
}
