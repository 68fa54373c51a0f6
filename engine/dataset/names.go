package dataset

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names are what the columns and the classes of a table are called; the empty text is for one that has no name.
type Names struct {
	Inputs  []string // one a column; nil where none has a name
	Target  string   // of the column of classes or values
	Classes []string // by their numbers; nil where none has a name, as of values
}

// MaxName is the most characters that a name has.
const MaxName = 80

// Column returns the name of a column, counted from 0.
func (n Names) Column(j int) string { return at(n.Inputs, j) }

// Class returns the name of a class, by its number.
func (n Names) Class(k int) string { return at(n.Classes, k) }

// Label returns what a class is called among others: its name, else its number.
func (n Names) Label(k int) string {
	if name := n.Class(k); name != "" {
		return name
	}
	return strconv.Itoa(k)
}

func at(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	return names[i]
}

// Equal reports whether two tables have the same names.
func (n Names) Equal(o Names) bool {
	return n.Target == o.Target && slices.Equal(n.Inputs, o.Inputs) && slices.Equal(n.Classes, o.Classes)
}

// Clean returns names that can be shown anywhere, see [Names.Valid]: marks of direction, line breaks and what cannot be
// seen are left out of them, and of equal ones the later get numbers.
func (n Names) Clean() Names {
	target := cut(n.Target)
	columns := distinct(append(slices.Clone(n.Inputs), target))
	clean := Names{Inputs: columns[:len(n.Inputs)], Target: columns[len(n.Inputs)], Classes: distinct(slices.Clone(n.Classes))}
	if !slices.ContainsFunc(clean.Inputs, isNamed) {
		clean.Inputs = nil
	}
	if !slices.ContainsFunc(clean.Classes, isNamed) {
		clean.Classes = nil
	}
	return clean
}

func isNamed(name string) bool { return name != "" }

// Valid reports whether each name is at most MaxName characters that can be seen, with single blanks between them, and no
// column is called as another, nor a class.
func (n Names) Valid() bool { return n.Equal(n.Clean()) }

// Shown returns a text as it can be shown anywhere: without marks of direction and what cannot be seen, but for joiners that
// join, and with single blanks.
func Shown(text string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case isJoiner(r):
		case r == utf8.RuneError, !unicode.IsGraphic(r), unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
			return -1
		}
		return r
	}, text))
	kept := runes[:0]
	for i, r := range runes {
		if !isJoiner(r) || len(kept) > 0 && i+1 < len(runes) && Joins(kept[len(kept)-1], r, runes[i+1]) {
			kept = append(kept, r)
		}
	}
	return strings.Join(strings.Fields(string(kept)), " ")
}

func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// Joins reports whether a character stands between two others as what joins them, or keeps them from joining: in emoji,
// and in scripts from Arabic to Sinhala.
func Joins(before, r, after rune) bool {
	takes := func(r rune) bool {
		return '\u0600' <= r && r <= '\u0dff' || r > unicode.MaxLatin1 && unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector)
	}
	return isJoiner(r) && takes(before) && takes(after)
}

// cut returns a name as it can be shown, cut where it is too long.
func cut(name string) string {
	name = Shown(name)
	if runes := []rune(name); len(runes) > MaxName {
		name = strings.TrimSpace(string(runes[:MaxName-1])) + "…"
	}
	return name
}

// distinct makes names such as can be shown, and gives numbers to those that are as an earlier one.
func distinct(names []string) []string {
	taken := map[string]bool{}
	for i, name := range names {
		name = cut(name)
		for n := 2; name != "" && taken[strings.ToLower(name)]; n++ {
			suffix := " (" + strconv.Itoa(n) + ")"
			runes := []rune(cut(names[i]))
			name = strings.TrimSpace(string(runes[:min(len(runes), MaxName-len(suffix))])) + suffix
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}
