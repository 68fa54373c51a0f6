package handin

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"shallows/engine/lesson"
	"shallows/engine/link"
)

const (
	most        = 10_000 // results that are read
	longestName = 80     // characters
)

func itoa(n int) string { return strconv.Itoa(n) }

// Read reads results, as many as are read, in whatever form: lines of text, CSV with its head (of a spreadsheet with semicolons or
// tabs too), or links alone. Any other line is the name of whom the results after it are. It returns how many it left out.
func Read(text string) (results []Result, more int) {
	r := reader{}
	for line := range strings.Lines(text) {
		r.line(strings.ToValidUTF8(line, "\ufffd"))
	}
	r.end()
	return r.results, r.more
}

// reader reads lines.
type reader struct {
	results []Result
	more    int

	name    string
	head    []string // the columns of CSV, nil before there are some
	comma   string   // what parts its cells
	current Result   // as far as it is read
}

func (r *reader) add(one Result) {
	switch {
	case one == Result{Name: one.Name}:
	case len(r.results) == most:
		r.more++
	default:
		r.results = append(r.results, one)
	}
}

// end ends the result at hand.
func (r *reader) end() {
	if r.current != (Result{}) {
		r.current.Name = r.name
		r.add(r.current)
	}
	r.current = Result{}
}

func (r *reader) line(whole string) {
	line := strings.TrimSpace(whole)
	switch {
	case line == "":
	case r.isHead(line):
	case r.cells(strings.TrimLeft(strings.TrimRightFunc(whole, unicode.IsSpace), " ")): // a tab may stand after an empty name
	case !r.parts(line):
		r.end()
		r.name = Shorten(line)
	}
}

// isHead takes a line that is the head of CSV.
func (r *reader) isHead(line string) bool {
	for _, comma := range []string{",", ";", "\t"} {
		head := split(strings.TrimPrefix(strings.ToLower(line), "\ufeff"), comma)
		if slices.Contains(head, "lesson") && slices.Contains(head, "link") {
			r.end()
			r.head, r.comma = head, comma
			return true
		}
	}
	return false
}

// cells takes a line of CSV.
func (r *reader) cells(line string) bool {
	if r.head == nil {
		return false
	}
	cells := split(line, r.comma)
	if len(cells) < 2 || len(cells) > len(r.head) {
		return false
	}
	one := Result{}
	for i, cell := range cells {
		for _, c := range columns {
			if c.name == r.head[i] {
				*c.of(&one) = strings.TrimPrefix(cell, "'")
			}
		}
	}
	if one.Lesson == "" && one.Link == "" || strings.ContainsAny(one.Lesson, " =") || one.Link != "" && !isLink(one.Link) {
		return false // a line of text that has commas
	}
	r.end()
	if one.Name = Shorten(one.Name); one.Name == "" {
		one.Name = r.name
	}
	r.add(one)
	return true
}

// split parts a line of CSV into its cells.
func split(line, comma string) []string {
	var cells []string
	for {
		cell, rest, more := strings.Cut(line, comma)
		if strings.HasPrefix(line, `"`) {
			cell, rest, more = unquote(line[1:], comma)
		}
		cells = append(cells, strings.TrimSpace(cell))
		if !more {
			return cells
		}
		line = rest
	}
}

// unquote returns a cell whose opening quote was cut off, and what follows it.
func unquote(text, comma string) (cell, rest string, more bool) {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] != '"':
		case strings.HasPrefix(text[i+1:], `"`):
			i++
		default:
			_, rest, more = strings.Cut(text[i+1:], comma)
			return strings.ReplaceAll(text[:i], `""`, `"`), rest, more
		}
	}
	return text, "", false
}

// parts takes the parts of results that a line of text has, and reports whether there are some. A result may go on in the next line.
func (r *reader) parts(line string) (found bool) {
	for word := range strings.FieldsSeq(line) {
		word = strings.Trim(word, "\"'<>()[]{},;，。；、“”‘’（）《》")
		key, value, assigned := strings.Cut(word, "=")
		i := slices.IndexFunc(columns, func(c column) bool {
			return strings.EqualFold(c.name, key) && c.name != "name" && c.name != "link"
		})
		switch {
		case isLink(word):
			if r.current.Link != "" {
				r.end()
			}
			r.current.Link = word
		case assigned && i >= 0:
			part := columns[i].of(&r.current)
			if *part != "" || r.current.Link != "" && columns[i].name == "lesson" {
				r.end()
			}
			*part = value
		default:
			continue
		}
		found = true
	}
	return found
}

// isLink reports whether a word is an address, or what follows one's name.
func isLink(word string) bool {
	return strings.Contains(word, "://") || strings.HasPrefix(word, "#v") || strings.HasPrefix(word, "?lesson=") || strings.HasPrefix(word, "v=1&")
}

// Fragment returns the fragment of a link, and the lesson, by the name of its files, and the page that its query names.
func Fragment(address string) (fragment, id, page string) {
	i := strings.IndexAny(address, "?#")
	switch {
	case i >= 0:
		address = address[i:]
	case strings.Contains(address, "://"):
		return "", "", ""
	default:
		address = "#" + address
	}
	pairs, _, fragment := link.Query(address)
	for _, p := range pairs {
		switch p.Key {
		case "lesson":
			id = cmp.Or(lesson.Named(p.Value), p.Value)
		case "page":
			page = p.Value
		}
	}
	return fragment, id, page
}

// Shorten leaves the beginning of a name, of which a result has no more, and no line breaks.
func Shorten(text string) string {
	text = strings.TrimSpace(strings.Map(func(c rune) rune {
		if c < ' ' {
			return ' '
		}
		return c
	}, text))
	if runes := []rune(text); len(runes) > longestName {
		return string(runes[:longestName-1]) + "…"
	}
	return text
}
