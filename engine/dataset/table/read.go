// Package table reads and writes points as CSV: a row for each with x1, x2 and its class.
package table

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"shallows/engine/dataset"
)

// MaxBytes is the most that Read takes.
const MaxBytes = 1 << 20

// Problem is what is first wrong with a text.
type Problem struct {
	Reason Reason
	Line   int    // counted from 1; 0 where the text as a whole is meant
	Value  string // what stands there, as it stands: a cell, or for Columns how many there are
}

// Reason says what is wrong.
type Reason string

// The reasons.
const (
	Size    Reason = "size"    // it is longer than MaxBytes
	Rows    Reason = "rows"    // it has more points than dataset.MaxOwn
	Empty   Reason = "empty"   // it has no points
	Columns Reason = "columns" // a row does not have a cell for each column
	Number  Reason = "number"  // a coordinate is no number, or too large or too small, see [dataset.Usable]
	Class   Reason = "class"   // a class is not 0 or 1, or -1 or 1 in all of the text
	Quote   Reason = "quote"   // a quotation mark is out of place
)

// Read returns the points of a CSV text, their coordinates as they stand there, their classes 0 and 1;
// or else the first problem.
//
// Cells are separated by what the first row has of tab, semicolon, comma and blank, in this order; where
// that is not the comma, it may be the decimal one. Lines of nothing but blanks are left out. A first row
// without any number is a header. It may name x1, x2 and y, in any order and among others; else there are
// three columns, in this order.
func Read(text string) (dataset.Set, *Problem) {
	if len(text) > MaxBytes {
		return dataset.Set{}, &Problem{Reason: Size}
	}
	r := newReader(strings.TrimPrefix(text, "\ufeff"))
	for {
		switch problem := r.row(); {
		case problem == end && len(r.points.Y) == 0:
			return dataset.Set{}, &Problem{Reason: Empty}
		case problem == end:
			return r.points, nil
		case problem != nil:
			return dataset.Set{}, problem
		}
	}
}

// end is what row returns after the last one.
var end = new(Problem)

// reader is a text that is read row by row.
type reader struct {
	csv          *csv.Reader
	decimalComma bool
	columns      int    // of each row; 0 before the first
	at           [3]int // the columns of x1, x2 and y
	points       dataset.Set
	classes      dataset.Classes
}

func newReader(text string) *reader {
	r := &reader{csv: csv.NewReader(strings.NewReader(text)), at: [3]int{0, 1, 2}}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	for _, separator := range "\t;, " {
		r.csv.Comma = separator
		if strings.ContainsRune(first, separator) {
			break
		}
	}
	r.decimalComma = r.csv.Comma != ','
	r.csv.TrimLeadingSpace = r.csv.Comma != '\t' // which it takes for a space
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	return r
}

// row reads the next row.
func (r *reader) row() *Problem {
	cells, err := r.csv.Read()
	if err == io.EOF {
		return end
	}
	if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
		return &Problem{Reason: Quote, Line: parse.StartLine}
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if n := len(cells); r.csv.Comma == ' ' && n > 1 && cells[n-1] == "" {
		cells = cells[:n-1] // blanks at the end of a line separate nothing
	}
	if len(cells) == 1 && cells[0] == "" {
		return nil // a line of blanks
	}
	if r.columns == 0 && r.header(cells) {
		return nil
	}
	line, _ := r.csv.FieldPos(0)
	if len(cells) != r.columns {
		return &Problem{Columns, line, strconv.Itoa(len(cells))}
	}
	if len(r.points.Y) == dataset.MaxOwn {
		return &Problem{Reason: Rows, Line: line}
	}
	var point [3]float64
	for i, column := range r.at {
		v, ok := r.number(cells[column])
		reason := Number
		if i == 2 {
			reason = Class
			if ok {
				v, ok = r.classes.Of(v)
			}
		}
		if !ok {
			line, _ := r.csv.FieldPos(column)
			return &Problem{reason, line, cells[column]}
		}
		point[i] = v
	}
	r.points.X1, r.points.X2 = append(r.points.X1, point[0]), append(r.points.X2, point[1])
	r.points.Y = append(r.points.Y, point[2])
	return nil
}

// header decides which columns count, and reports whether the first row says so instead of holding a
// point.
func (r *reader) header(cells []string) bool {
	r.columns = 3
	named := [3]int{-1, -1, -1}
	for i, cell := range cells {
		if _, ok := r.number(cell); ok {
			return false
		}
		for k, name := range [3]string{"x1", "x2", "y"} {
			if strings.EqualFold(cell, name) && named[k] < 0 {
				named[k] = i
			}
		}
	}
	if min(named[0], named[1], named[2]) >= 0 {
		r.columns, r.at = len(cells), named
	}
	return len(cells) == r.columns
}

// number reads a decimal number that can be a coordinate. Unlike strconv it knows no names, hexadecimals or underscores.
func (r *reader) number(text string) (v float64, ok bool) {
	if r.decimalComma {
		text = strings.Replace(text, ",", ".", 1)
	}
	text = strings.ReplaceAll(text, "\u2212", "-")
	if strings.Trim(text, "+-.0123456789eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && dataset.Usable(v)
}
