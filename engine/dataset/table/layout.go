package table

import (
	"encoding/csv"
	"errors"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"shallows/engine/dataset"
)

// layout is a text as rows of cells.
type layout struct {
	separator rune
	rows      []row // those that are not empty
	notes     []row // comments, and the attributes that a file of Weka names, each as a row above the others
}

// row is a line of a text, or several where a quoted cell has line breaks.
type row struct {
	line  int // its first, counted from 1
	cells []string
	kinds []kind // of the cells
	named bool   // only its first cell is quoted, as R writes the names of rows
	glued bool   // of a comment: its sign stands right before what follows, as in #red
}

func newRow(line int, cells []string) row {
	r := row{line: line, cells: cells, kinds: make([]kind, len(cells))}
	for i, cell := range cells {
		r.kinds[i] = kindOf(cell)
	}
	return r
}

const (
	maxColumns = 1000
	sample     = 200 // rows from which the separator is told
	enough     = 2 * dataset.MaxOwn
)

// spelling gives every text the same line ends and the same blanks and marks between cells.
var spelling = strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n", "，", ",", "；", ";", "\u3000", " ")

// guarded is a cell such as ="5", which Excel takes for a text.
var guarded = regexp.MustCompile(`(?m)(^|[\t;|, ])="([^"\n]*)"`)

// layOut finds out how the cells of a text are separated, and separates them.
func layOut(text string) (*layout, *Problem) {
	text = strings.TrimRight(text, "\x1a\r\n") // DOS ends a file with a character of its own
	lines := strings.Split(guarded.ReplaceAllString(spelling.Replace(text), `$1"$2"`), "\n")
	separator := directive(lines)
	comments := takeComments(lines)
	text = strings.Join(lines, "\n")
	if separator == 0 {
		separator = likely(text)
	}
	rows, problem := split(text, separator, enough)
	if inner := unquoted(rows, lines); inner != "" && problem == nil {
		separator = likely(inner)
		rows, problem = split(inner, separator, enough)
	}
	if problem != nil {
		if start := strings.TrimSpace(text); strings.ContainsAny(start[:1], "[{") {
			problem = &Problem{Reason: Brackets, Line: problem.Line, Value: strings.TrimSpace(lines[problem.Line-1])}
		}
		return nil, problem
	}
	if separator == '|' {
		rows = unruled(rows)
	}
	rows = slices.DeleteFunc(rows, func(r row) bool {
		return !slices.ContainsFunc(r.cells, func(cell string) bool { return !typed.MatchString(cell) }) // R's, of a tibble
	})
	for i, r := range rows {
		if line := strings.TrimSpace(lines[r.line-1]); strings.Count(line, `"`) == 2 && line[0] == '"' {
			rows[i].named = true
		}
	}
	l := &layout{separator: separator, rows: rows}
	for _, c := range comments {
		if found, problem := split(c.cells[0], separator, 1); len(c.cells) == 1 && problem == nil {
			if c.glued && len(found) > 0 && found[0].isRowOf(rows) {
				return nil, &Problem{Reason: Comment, Line: c.line, Value: found[0].cells[0]}
			}
			l.notes = append(l.notes, found...)
		} else {
			l.notes = append(l.notes, c)
		}
	}
	return l, nil
}

// typed is what R writes below the names of a tibble's columns, such as <dbl>.
var typed = regexp.MustCompile(`^<[a-z]+>$`)

// unquoted returns a text each line of which is one quoted cell with cells of its own in it, as programs write that quote a CSV once
// more, without these quotation marks; "" where it is none.
func unquoted(rows []row, lines []string) string {
	inner := make([]string, len(lines))
	for _, r := range rows {
		line := strings.TrimSpace(lines[r.line-1])
		if len(r.cells) != 1 || len(line) < 2 || line[0] != '"' || !strings.ContainsAny(r.cells[0], "\t;|,") || strings.Contains(r.cells[0], "\n") {
			return ""
		}
		inner[r.line-1] = r.cells[0]
	}
	return strings.Join(inner, "\n")
}

// isRowOf reports whether what stands behind the sign of a comment would be a row among others, if there are any, without it: it has
// as many cells, and behind a word a number.
func (r row) isRowOf(rows []row) bool {
	return len(r.cells) > 1 && r.kinds[0] == word && r.count(kind.isNumber) > 0 && (len(rows) == 0 ||
		slices.ContainsFunc(rows, func(other row) bool { return other.length() == r.length() }))
}

// counting is what databases write below a table: how many rows it has.
var counting = regexp.MustCompile(`^\(?[0-9]+ rows?\b[^|]*$`)

// unruled returns the rows of a table that may be one of Markdown, or drawn with bars as databases do: without lines of nothing
// but strokes, without the bars at the ends of each line, and without how many rows there are.
func unruled(rows []row) []row {
	isRule := func(r row) bool {
		return !slices.ContainsFunc(r.cells, func(cell string) bool { return strings.Trim(cell, ":-=+") != "" || len(cell) == 1 }) && r.length() > 0
	}
	is := func(i int) bool {
		return isRule(rows[i]) && (i == 1 || slices.ContainsFunc(rows[i].cells, func(cell string) bool { return strings.Contains(cell, "+") }))
	}
	whole := slices.Clone(rows[:0])
	for i, r := range rows {
		if !is(i) && (r.length() != 1 || !counting.MatchString(r.cells[0])) {
			whole = append(whole, r)
		}
	}
	if len(whole) == len(rows) {
		return rows
	}
	rows = whole
	if slices.ContainsFunc(rows, func(r row) bool { return r.kind(0) != blank }) {
		return rows
	}
	for i, r := range rows {
		rows[i] = newRow(r.line, r.cells[1:])
	}
	return rows
}

// directive takes out a first line such as sep=; which spreadsheets understand, and returns the separator that it
// names, 0 for none.
func directive(lines []string) rune {
	for i, line := range lines {
		line = strings.Trim(strings.ToLower(line), "\" ")
		if name, ok := strings.CutPrefix(line, "sep="); ok && len(name) == 1 && strings.Contains(separators, name) {
			lines[i] = ""
			return rune(name[0])
		}
		if line != "" {
			break
		}
	}
	return 0
}

// declarations are what files of Weka and Keel begin lines with, beside @attribute.
var declarations = words("@relation @data @inputs @input @outputs @output @end")

// attribute is a line of Weka that names an attribute, which may have blanks between quotation marks.
var attribute = regexp.MustCompile(`(?i)^@attribute\s+(?:'([^']*)'|"([^"]*)"|([^\s{]+))`)

// takeComments takes out lines that begin with # or %, or with words of Weka, and returns them without these
// signs, but not lines inside quotation marks. The names of Weka's attributes are the cells of one of them.
func takeComments(lines []string) []row {
	var comments []row
	var attributes []string
	quoted := false
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		if quoted || trimmed == "" || !strings.Contains("#%@", trimmed[:1]) || isFault(trimmed) && strings.Trim(trimmed, "#") != "" {
			quoted = quoted != (strings.Count(line, `"`)%2 == 1)
			continue
		}
		if trimmed[0] != '@' {
			lines[i] = ""
			if len(comments) < sample {
				c := newRow(i+1, []string{strings.TrimLeft(trimmed, "#% ")})
				c.glued = len(trimmed) > 1 && trimmed[1] != ' '
				comments = append(comments, c)
			}
		} else if name := attribute.FindStringSubmatch(trimmed); name != nil {
			lines[i] = ""
			attributes = append(attributes, name[1]+name[2]+name[3])
		} else if declarations[strings.ToLower(strings.Fields(trimmed)[0])] {
			lines[i] = ""
		}
	}
	if len(attributes) > 1 {
		comments = append(comments, newRow(0, attributes))
	}
	return comments
}

// separators are those that are tried, the likeliest first.
const separators = "\t;|, "

// likely returns the separator that makes the most numbers of a text, of each row three at most, and the
// fewest words among them.
func likely(text string) rune {
	best, most := ',', math.MinInt
	for _, separator := range separators {
		if !strings.ContainsRune(strings.TrimSpace(text), separator) {
			continue
		}
		rows, _ := split(text, separator, sample)
		weight := 0
		for _, r := range rows {
			values := r.count(kind.isNumber) + r.count(func(k kind) bool { return k == amount || k == below })
			for _, cell := range r.cells {
				if number, unit, ok := strings.Cut(cell, " "); ok && !strings.Contains(unit, " ") && kindOf(number) == numeral && kindOf(unit) == word {
					values++ // 180 cm, of which blanks would make a number and a word
				}
			}
			if values == 0 {
				continue
			}
			weight += 4*min(3, values) - min(3, r.count(kind.isWritten)-values)
		}
		if weight > most {
			best, most = separator, weight
		}
	}
	return best
}

// split returns the rows of a text that are not empty, up to a number of them.
func split(text string, separator rune, most int) ([]row, *Problem) {
	if separator == ' ' {
		text = strings.ReplaceAll(text, "\t", " ")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator
	r.TrimLeadingSpace = separator != '\t' // which it takes for a space
	r.FieldsPerRecord = -1
	var rows []row
	var ended []int // the rows with a semicolon at their end
	for len(rows) < most {
		start := r.InputOffset()
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			return rows, &Problem{Reason: Quote, Line: parse.StartLine}
		}
		empty := true
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
			if inner, ok := strings.CutPrefix(cells[i], `="`); ok && strings.HasSuffix(inner, `"`) {
				cells[i] = strings.TrimSuffix(inner, `"`) // as guarded, and quoted
			}
			if inner, ok := strings.CutPrefix(cells[i], "'"); ok && strings.HasSuffix(inner, "'") {
				cells[i] = strings.TrimSuffix(inner, "'") // as Weka and others quote
			}
			empty = empty && cells[i] == ""
		}
		if n := len(cells); separator == ' ' && cells[n-1] == "" {
			cells = cells[:n-1] // blanks at the end of a line separate nothing
		}
		if n := len(cells); n > 1 && separator != ';' && strings.HasSuffix(cells[n-1], ";") && !strings.HasSuffix(strings.TrimRight(text[start:r.InputOffset()], "\n "), `"`) {
			ended = append(ended, len(rows))
		}
		line, _ := r.FieldPos(0)
		if len(cells) > maxColumns && !empty {
			return rows, &Problem{Reason: Choose, Line: line, Value: count(len(cells))}
		}
		if !empty {
			rows = append(rows, newRow(line, cells))
		}
	}
	for _, i := range ended {
		last := len(rows[i].cells) - 1
		cell := strings.TrimRight(rows[i].cells[last], "; ")
		// Programs end statements and rows with it. Behind a word it may be a part of it, unless it stands in most rows.
		if kindOf(cell).isNumber() || 2*len(ended) > len(rows) {
			rows[i].cells[last], rows[i].kinds[last] = cell, kindOf(cell)
		}
	}
	return rows, nil
}

// at returns a cell, "" where the row does not have it.
func (r row) at(column int) string {
	if column < len(r.cells) {
		return r.cells[column]
	}
	return ""
}

// kind returns the kind of a cell, blank where the row does not have it.
func (r row) kind(column int) kind {
	if column < len(r.kinds) {
		return r.kinds[column]
	}
	return blank
}

// length is the number of cells up to the last that is not empty.
func (r row) length() int {
	n := len(r.cells)
	for n > 0 && r.kinds[n-1] == blank {
		n--
	}
	return n
}

// count returns how many cells are of a kind that is.
func (r row) count(is func(kind) bool) int {
	n := 0
	for _, k := range r.kinds {
		if is(k) {
			n++
		}
	}
	return n
}
