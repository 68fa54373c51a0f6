package columns

import (
	"slices"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// What is shown of a table: its first rows, and of a very wide one its first columns.
const (
	rows   = 5
	widest = 40
)

// Record is what the dialog shows.
type Record struct {
	Size    record.Text // how many rows there are, and how many of them are shown
	Head    []Head
	Rows    []Row
	Inputs  []Input
	Targets []Target
	Target  string // the key of the one chosen

	Class, Value bool // what the target is
	Wordy        bool // it can be no value
	Standard     bool
	Given        bool // the reader may not say whether inputs are standardised
	Far          bool // they had better be
	Readings     []Reading
	Open         record.Text // why there are several readings

	Says     record.Text // what will come of it
	LeftOut  record.Text // which rows will not
	Notes    record.Text // what else is to be known: columns that are no inputs by themselves, or have got another name
	Problem  record.Text // why nothing can
	Unusable bool        // nothing can
}

// Head is the head of a column.
type Head struct {
	Key  string
	Name any
	Role string // input, target, or "" for a column that is not used
	As   any    // what it is there: x_j, class or value
}

// Row is one of the first rows.
type Row struct {
	Key   string
	Cells []Cell
}

// Cell is what stands in a row.
type Cell struct {
	Key     string
	Text    any
	Role    string // of its column
	Missing bool
}

// Input is a column that may be an input.
type Input struct {
	Key     string
	Name    any
	Holds   record.Text
	Chosen  bool
	Useless bool // it cannot be one
	Do      string
}

// Target is a column that may be the class or the value.
type Target struct {
	Key  string
	Name any
}

// Reading is a way to read the numbers.
type Reading struct {
	Key    string // the mark before decimals
	Text   string
	Chosen bool
}

// Record returns a Record.
func (s *Sheet) Record(d *panel.Desk) Record {
	fields := s.frame.Fields
	shown := fields[:min(widest, len(fields))]
	r := Record{
		Size:   record.T("columns.size", "shown", min(rows, s.frame.Len()), "rows", s.frame.Len(), "columns", len(fields)),
		Target: strconv.Itoa(s.chosen.Target), Class: !s.chosen.Regression, Value: s.chosen.Regression, Wordy: !s.may(s.chosen.Target),
		Standard: !s.raw, Given: slices.Contains(d.Locked, "scaling"),
		Targets: []Target{{"-1", record.T("columns.noTarget")}},
	}
	for column, field := range shown {
		h := Head{Key: strconv.Itoa(column), Name: name(field.Column)}
		switch at := slices.Index(s.chosen.Inputs, column); {
		case column == s.chosen.Target:
			h.Role, h.As = "target", record.T("columns.class")
			if s.chosen.Regression {
				h.As = record.T("columns.value")
			}
		case at >= 0:
			h.Role, h.As = "input", record.T("columns.input")
			if at < dataset.MaxColumns {
				h.As = d.Math(lecture.Feature(dataset.Coordinate(at)))
			}
		default:
			h.As = record.T("columns.unused")
		}
		r.Head = append(r.Head, h)
	}
	for i, cells := range s.frame.Rows(rows) {
		row := Row{Key: strconv.Itoa(i)}
		for column := range shown {
			cell := Cell{Key: strconv.Itoa(column), Text: notice.Short(cells[column]), Role: r.Head[column].Role, Missing: s.frame.Lacks(i, column)}
			if cells[column] == "" {
				cell.Text = record.T("columns.blank")
			}
			row.Cells = append(row.Cells, cell)
		}
		r.Rows = append(r.Rows, row)
	}
	for column, field := range fields {
		key := strconv.Itoa(column)
		r.Inputs = append(r.Inputs, Input{
			Key: key, Name: name(field.Column), Holds: holds(field), Do: "own columns input " + key,
			Chosen: slices.Contains(s.chosen.Inputs, column), Useless: !s.may(column) || column == s.chosen.Target,
		})
		r.Targets = append(r.Targets, Target{key, name(field.Column)})
	}
	r.Notes = s.notes()
	if r.Problem = s.problem(d); r.Problem.Key != "" {
		r.Unusable = true
	}
	if s.data != nil {
		r.Far = s.data.Far
		r.LeftOut = s.leftOut()
		s.read(&r)
	}
	if !r.Unusable {
		r.Says = s.will()
	}
	return r
}

// read tells in what ways the numbers can be read.
func (s *Sheet) read(r *Record) {
	c := s.data.Open
	if c == nil {
		return
	}
	r.Open = record.T("columns.open", "line", c.Line, "cell", notice.Short(c.Cell))
	values := map[number.Mark]float64{c.Mark: c.Value, c.Mark.Other(): c.Other}
	for _, mark := range []number.Mark{number.Point, number.Comma} {
		r.Readings = append(r.Readings, Reading{string(rune(mark)), number.Typed(values[mark], 17), mark == c.Mark})
	}
}

// holds says what a column holds.
func holds(f table.Field) record.Text {
	said := record.T("columns.numbers")
	switch {
	case f.Content == table.Nothing:
		return record.T("columns.nothing")
	case f.Content == table.Numbers && f.Odd > 0:
		said = record.T("columns.numbersAndText")
	case f.Content == table.Words && f.Distinct > table.MaxClasses:
		said = record.T("columns.manyWords")
	case f.Content == table.Words:
		said = record.T("columns.words", "words", f.Distinct)
	}
	if f.Missing > 0 {
		return record.T("columns.missing", "holds", said, "missing", f.Missing)
	}
	return said
}
