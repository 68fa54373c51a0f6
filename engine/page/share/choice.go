package share

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf16"

	"shallows/engine/number"
	"shallows/engine/page/figure"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/share/snippet"
)

// A choice is something that the reader may choose about a form: one of a few options, a switch, a text, a size.
type choice struct {
	options []string                        // of a select; of a switch 0 and 1
	named   func(option string) record.Text // of a select
	initial string
	usual   string // means the same as nothing, in an address
	most    int    // UTF-16 units of a text
}

// Pixels that a figure may be wide or high.
const (
	narrowest = 160
	widest    = 4000
)

// choices are all choices, by their names; a figure can show panels beside pictures, of which the ledger has the name of equations.
var choices = map[string]choice{
	"ui":      {options: []string{"full", "min", "figure"}, named: func(o string) record.Text { return record.T("share.ui." + o) }, initial: "figure", usual: "full"},
	"show":    {options: slices.Concat([]string{""}, panel.Pictures, []string{"equations"}), named: partName},
	"view":    {options: panel.Pictures, named: partName, initial: "network"},
	"part":    {options: figure.Parts, named: partName, initial: "whole"},
	"scale":   {options: []string{"1", "2", "3"}, named: func(o string) record.Text { return record.T("share.scale", "scale", o) }, initial: "2"},
	"colours": {options: themes, named: coloursName, initial: "auto"},
	"lang":    {options: []string{"auto", "en", "zh-Hans"}, named: func(o string) record.Text { return record.T("share.lang." + o) }, initial: "auto", usual: "auto"},
	"theme":   {options: themes, named: func(o string) record.Text { return record.T("share.theme." + o) }, initial: "auto", usual: "auto"},
	"width":   {most: 20},
	"height":  {most: 20},
	"run":     {options: []string{"0", "1"}, initial: "0", usual: "0"},
	"caption": {options: []string{"0", "1"}, initial: "1"},
	"lesson":  {options: []string{"0", "1"}, initial: "0", usual: "0"},
	"title":   {most: 200},
	"picture": {most: 400},
}

var themes = []string{"auto", "light", "dark"}

func coloursName(option string) record.Text {
	if option == "auto" {
		return record.T("share.colours.auto")
	}
	return record.T("share.theme." + option)
}

func partName(part string) record.Text {
	switch part {
	case "":
		return record.T("share.show.usual")
	case "whole":
		return record.T("share.part.whole")
	case "equations":
		return record.T("share.part.equations")
	case "network", "output", "cost":
		return record.T(part + ".title")
	}
	return record.T("panel." + part)
}

// Select is a choice among options.
type Select struct {
	Absent  bool
	Value   string
	Options []panel.Choice
}

// Switch is a choice of yes or no.
type Switch struct{ Absent, On bool }

// Field is a text or a number of the reader's.
type Field struct {
	Absent bool
	Value  string
	Hint   any    // what holds without a value
	Most   int    // UTF-16 units
	Wrong  string // "true" where no figure can have it
}

func (s *Share) choice(name string) (c choice, known bool) {
	c, known = choices[name]
	switch name {
	case "show":
		c.options = slices.Concat(c.options, s.panels)
	case "view":
		c.options = slices.Concat(c.options, s.all)
	}
	return c, known
}

// selects returns the choice of a name for a form.
func (s *Share) selects(name string) Select {
	c, _ := s.choice(name)
	r := Select{Absent: !s.form.has(name), Value: s.chosen[name]}
	for _, option := range c.options {
		r.Options = append(r.Options, panel.Choice{Key: option, Name: c.named(option), Chosen: option == r.Value})
	}
	return r
}

func (s *Share) switches(name string) Switch {
	return Switch{Absent: !s.form.has(name), On: s.chosen[name] == "1"}
}

func (s *Share) field(name string, hint any) Field {
	return Field{Absent: !s.form.has(name), Value: s.chosen[name], Hint: hint, Most: choices[name].most, Wrong: strconv.FormatBool(!s.fits(name))}
}

// fits reports whether the value chosen is one that a form can have.
func (s *Share) fits(name string) bool {
	switch name {
	case "width", "height":
		_, ok := size(s.chosen[name])
		return ok
	case "picture":
		return snippet.IsPicture(s.chosen[name])
	}
	return true
}

// size reads a number of pixels: 0 for none given, not ok for one that no figure can have.
func size(text string) (pixels int, ok bool) {
	if snippet.OneLine(text) == "" {
		return 0, true
	}
	v, ok := number.Parse(text, true)
	if !ok || math.Round(v) < narrowest || math.Round(v) > widest {
		return 0, false
	}
	return int(math.Round(v)), true
}

// choose takes a value for a choice and reports whether it is another one now. A value that it cannot have changes
// nothing, but for a size: what was typed stays until it is mended.
func (s *Share) choose(name, value string) bool {
	c, known := s.choice(name)
	if !known {
		return false
	}
	switch {
	case c.named == nil && c.options != nil:
		on, err := strconv.ParseBool(value)
		if err != nil {
			return false
		}
		value = c.options[0]
		if on {
			value = c.options[1]
		}
	case c.options != nil:
		if !slices.Contains(c.options, value) {
			return false
		}
	case c.most > 0:
		value = cut(value, c.most)
	}
	if value == s.chosen[name] {
		return false
	}
	s.chosen[name] = value
	return true
}

// cut leaves at most so many UTF-16 units of a text.
func cut(text string, most int) string {
	for i, r := range text {
		if most -= utf16.RuneLen(r); most < 0 {
			return text[:i]
		}
	}
	return text
}
