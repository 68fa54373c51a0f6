// Package table reads and writes points as CSV: a row for each with x1, x2 and its class. Any other table it reads as a
// [Frame], of whose columns some are chosen.
//
// It reads what spreadsheets and programs of all countries write. Nothing is read wrongly in silence: what the cells do
// not decide is told, and where they contradict each other the text is refused.
package table

import (
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/number"
)

// MaxBytes is the most that Read and Decode take.
const MaxBytes = 1 << 20

// MaxFile is the most that EncodingOf takes: a run that is kept as a file has more than a table in it.
const MaxFile = 2 * MaxBytes

// Table is what a text was read as.
type Table struct {
	Points  dataset.Set // coordinates as they stand in the text, classes 0 and 1
	Names   dataset.Names
	Columns []Column // those taken for x1, x2 and the class, where others could be; else nil
	Counted int      // the line that was taken for numbers of the columns, 0, 1, 2; 0 for none
	Choice  *Choice  // what the cells left open; nil where they decided everything
}

// Column is a column of a text.
type Column struct {
	Number int    // counted from 1
	Name   string // in the header, if any
}

// Choice is how numbers were read where the cells of a text do not tell what stands before their decimals.
type Choice struct {
	Mark         number.Mark // what was taken for it; the other is as good a reading
	Line         int
	Cell         string // an example, as it stands there
	Value, Other float64
}

// IsEditable reports whether a text is short enough to be shown in a field, where each line takes a browser some time.
func IsEditable(text string) bool {
	return len(text) <= MaxBytes/4 && strings.Count(text, "\n")+strings.Count(text, "\r") <= 2*dataset.MaxOwn
}

// Read returns what a text holds, or else what is first wrong with it. Where the cells do not tell what stands before
// the decimals of their numbers, mark does; 0 is for what is likelier.
//
// Cells are separated by tabs, semicolons, bars, commas or blanks, whichever gives the most numbers. Title lines,
// comments, row names and empty rows and columns are left out, and so are columns of words. Classes may be a pair of words,
// such as yes and no. A header may name x1, x2 and
// y in any order; columns without such names are taken as they stand, the class being last.
func Read(text string, mark number.Mark) (*Table, *Problem) {
	if len(text) > MaxBytes {
		return nil, &Problem{Reason: Size}
	}
	l, problem := layOut(text)
	if problem != nil {
		return nil, problem
	}
	b, problem := l.body()
	if problem != nil {
		return nil, problem
	}
	if problem := b.choose(); problem != nil {
		return nil, problem
	}
	return b.read(mark)
}

// Problem is what is first wrong with a text.
type Problem struct {
	Reason Reason
	Line   int      // counted from 1; 0 where the text as a whole is meant
	Column Column   // where a cell is meant
	Value  string   // what stands there, as it stands: a cell; for Columns and Decimals how many there are
	Names  []string // the header, where there is one: for Columns and Decimals; for Choose without row names; for Repeated those in question
	Other  *Cell    // for Contradiction: the cell that it contradicts
}

// Cell is a cell of a text.
type Cell struct {
	Line  int
	Value string
}

// Reason says what is wrong.
type Reason string

// The reasons.
const (
	Size          Reason = "size"          // it is longer than MaxBytes
	Encoding      Reason = "encoding"      // it is no text
	Spreadsheet   Reason = "spreadsheet"   // it is a file of a spreadsheet program
	HTML          Reason = "html"          // it is a web page, be it under the name of a spreadsheet
	Rows          Reason = "rows"          // it has more points than dataset.MaxOwn
	Empty         Reason = "empty"         // it has no points
	Columns       Reason = "columns"       // a row does not have a cell for each column
	Decimals      Reason = "decimals"      // rows have more cells than the header, as where commas mark decimals and part cells
	Choose        Reason = "choose"        // there are too few columns, or too many to know which are meant
	Repeated      Reason = "repeated"      // the names of several columns say that they are x1, or x2, or the class
	Separator     Reason = "separator"     // a row above the points is one of them, or their header, but for its separators
	Total         Reason = "total"         // a row is made of those above it: their sum or mean
	Number        Reason = "number"        // a coordinate is no finite number
	Range         Reason = "range"         // a coordinate is too large or too small, see [dataset.Usable]
	Blank         Reason = "blank"         // a cell is empty
	Missing       Reason = "missing"       // a cell says that there is no value
	Date          Reason = "date"          // a date or a time stands in place of a number
	Unit          Reason = "unit"          // a number has a percent sign or a currency
	Minus         Reason = "minus"         // a negative number has no minus sign before it: (3), or 3-
	Brackets      Reason = "brackets"      // numbers stand in brackets, or behind colons
	Class         Reason = "class"         // a class is not 0 or 1, or -1 or 1, or one of a pair of words, in all of the text
	Contradiction Reason = "contradiction" // a number is written otherwise than one before
	Comment       Reason = "comment"       // a line that begins like a comment would be a row, were it not for that sign
	Quote         Reason = "quote"         // a quotation mark is out of place
)
