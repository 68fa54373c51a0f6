// Package handin is what a student hands in of the lessons: a result of each question answered and each task solved, as a
// text or as CSV, with a link that reproduces it; and what replaying such links says of them.
package handin

import (
	"encoding/csv"
	"strings"

	"shallows/engine/lesson"
)

// Result is one result, as it is claimed: each part as it is written, "" where it is not told.
type Result struct {
	Name     string // of whom it is
	Lesson   string // by the name of its files
	Page     string // counted from 1
	Answer   string // first given to the question of the page: A, B and so on
	Right    string // whether that is the right one: yes or no
	Tries    string // how many answers it took to the right one
	Step     string // at which the task of the page is solved, and there
	Cost     string
	Accuracy string
	Link     string // to the run at that step
}

// column is a part of a result, by its name in CSV and in a line of text.
type column struct {
	name string
	of   func(*Result) *string
}

// columns are the parts in the order of a line of CSV.
var columns = []column{
	{"name", func(r *Result) *string { return &r.Name }},
	{"lesson", func(r *Result) *string { return &r.Lesson }},
	{"page", func(r *Result) *string { return &r.Page }},
	{"answer", func(r *Result) *string { return &r.Answer }},
	{"right", func(r *Result) *string { return &r.Right }},
	{"tries", func(r *Result) *string { return &r.Tries }},
	{"step", func(r *Result) *string { return &r.Step }},
	{"cost", func(r *Result) *string { return &r.Cost }},
	{"accuracy", func(r *Result) *string { return &r.Accuracy }},
	{"link", func(r *Result) *string { return &r.Link }},
}

// Answered returns the result of a lesson's question that was given these answers, one at least.
func Answered(id string, s lesson.Script, answers string) Result {
	page, right := s.Question()
	r := Result{Lesson: id, Page: itoa(page), Answer: answers[:1], Right: yes(answers[:1] == lesson.Letter(right))}
	if i := strings.Index(answers, lesson.Letter(right)); i >= 0 {
		r.Tries = itoa(i + 1)
	}
	return r
}

// yes writes whether an answer is right.
func yes(right bool) string {
	if right {
		return "yes"
	}
	return "no"
}

// Line returns a result as a line of text: its parts but the name, the link at the end.
func (r Result) Line() string {
	var parts []string
	for _, c := range columns {
		switch text := *c.of(&r); {
		case text == "" || c.name == "name":
		case c.name == "link":
			parts = append(parts, text)
		default:
			parts = append(parts, c.name+"="+text)
		}
	}
	return strings.Join(parts, " ")
}

// CSV returns results as lines of CSV below a head.
func CSV(results []Result) string {
	lines := [][]string{heads()}
	for _, r := range results {
		lines = append(lines, r.cells())
	}
	return table(lines)
}

// heads are the names of the columns.
func heads() (names []string) {
	for _, c := range columns {
		names = append(names, c.name)
	}
	return names
}

// cells are the parts of a result, in the order of the columns.
func (r Result) cells() (list []string) {
	for _, c := range columns {
		list = append(list, *c.of(&r))
	}
	return list
}

// table writes cells as CSV, none of which a spreadsheet takes for a formula.
func table(lines [][]string) string {
	var text strings.Builder
	w := csv.NewWriter(&text)
	for _, cells := range lines {
		for i := range cells {
			cells[i] = plain(cells[i])
		}
		w.Write(cells) // a Builder takes all
	}
	w.Flush()
	return text.String()
}

// formula is what a cell begins with that a spreadsheet computes.
const formula = "=+-@＝＋－＠\t\r"

// plain returns a cell that is not computed, and plainly what it was before.
func plain(cell string) string {
	if strings.ContainsAny(first(strings.TrimSpace(cell)), formula) || strings.ContainsAny(first(cell), formula) {
		return "'" + cell
	}
	return cell
}

func first(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}
