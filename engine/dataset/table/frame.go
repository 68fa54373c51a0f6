package table

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/dataset"
)

// Frame is a text as a table of columns, of which some are chosen for inputs and one for what is to be learnt, see
// [Selection].
type Frame struct {
	Fields  []Field
	Renamed []string // columns that have numbers behind their names, as others before them are called alike
	body    *body
	labels  []string // of the classes 0, 1, 2 in the last column, as files of scikit-learn name them in their first line
}

// Field is a column and what its cells hold.
type Field struct {
	Column
	Content  Content
	Missing  int      // rows that have no value in it
	Odd      int      // cells that are no numbers, among Numbers
	First    *Cell    // the first of them
	Distinct int      // values other than each other, counted up to MaxClasses + 1
	Values   []string // the first of them, at most MaxClasses, in the order of the rows, as they can be shown
}

// Content says what the cells of a column hold that have a value.
type Content uint8

// The contents.
const (
	Nothing Content = iota // no value in any row
	Numbers                // numbers, or mostly; what is none is told once the column is chosen for an input
	Words                  // something else
)

// MaxInputs is the most columns that can be inputs, MaxClasses the most classes that a column can hold.
const (
	MaxInputs  = dataset.MaxColumns
	MaxClasses = dataset.MaxClasses
)

// Parse returns a text as a table of columns, or else what keeps it from being one. It copes with whatever [Read] does.
func Parse(text string) (*Frame, *Problem) {
	if len(text) > MaxBytes {
		return nil, &Problem{Reason: Size}
	}
	if strings.ContainsRune(text, 0) {
		return nil, &Problem{Reason: Encoding}
	}
	l, problem := layOut(text)
	if problem != nil {
		return nil, problem
	}
	if len(l.rows) >= enough { // not all have been read
		return nil, &Problem{Reason: Rows, Line: l.rows[dataset.MaxOwn].line}
	}
	labels := l.takeLabels()
	b, problem := l.body()
	if problem != nil {
		return nil, problem
	}
	for _, r := range b.rows {
		if r.length() > b.width {
			return nil, b.ragged(r)
		}
	}
	b.contents = make([]Content, b.width)
	f := &Frame{Renamed: b.tellApart(), body: b, labels: labels}
	for column := range b.width {
		f.Fields = append(f.Fields, b.field(column))
	}
	return f, nil
}

// Len returns the number of rows, those that lack values too.
func (f *Frame) Len() int { return len(f.body.rows) }

// Rows returns the cells of the first rows, n at most, as they stand in the text.
func (f *Frame) Rows(n int) [][]string {
	var rows [][]string
	for _, r := range f.body.rows[:min(n, f.Len())] {
		cells := make([]string, len(f.Fields))
		copy(cells, r.cells)
		rows = append(rows, cells)
	}
	return rows
}

// Lacks reports whether a row, counted from 0, has no value in a column.
func (f *Frame) Lacks(row, column int) bool { return f.body.lacks(f.body.rows[row], column) }

// takeLabels takes out a first row as files of scikit-learn have it: the number of rows and of inputs, then the names of
// the classes, and returns these.
func (l *layout) takeLabels() []string {
	if len(l.rows) < 2 {
		return nil
	}
	first, width := l.rows[0], l.rows[1].length()
	n := first.length()
	if n < 4 || first.at(0) != strconv.Itoa(len(l.rows)-1) || first.at(1) != strconv.Itoa(width-1) || first.count(kind.isNumber) != 2 {
		return nil
	}
	labels := first.cells[2:n]
	for _, r := range l.rows[1:] {
		if y, err := strconv.Atoi(r.at(width - 1)); err != nil || y < 0 || y >= len(labels) {
			return nil
		}
	}
	l.rows = l.rows[1:]
	return labels
}

// field looks through the cells of a column.
func (b *body) field(column int) Field {
	f := Field{Column: b.columnAt(column)}
	numbers, written := 0, 0
	seen := map[string]bool{}
	for _, r := range b.rows {
		k := r.kind(column)
		if isAbsent(r.at(column), k) {
			continue
		}
		written++
		if k.isValue() && k != date && k != missing && k != truth {
			numbers++
		}
	}
	switch {
	case written == 0:
	case 2*numbers > written:
		f.Content = Numbers
	default:
		f.Content = Words
	}
	b.contents[column] = f.Content
	for _, r := range b.rows {
		cell := r.at(column)
		if b.lacks(r, column) {
			f.Missing++
			continue
		}
		if f.Content == Numbers && r.kind(column) != numeral {
			if f.Odd++; f.First == nil {
				f.First = &Cell{r.line, cell}
			}
		}
		if len(seen) > MaxClasses || seen[cell] {
			continue
		}
		if cell = spelt(cell); !seen[cell] {
			seen[cell] = true
			f.Distinct++
			if len(f.Values) < MaxClasses {
				f.Values = append(f.Values, cell)
			}
		}
	}
	return f
}

// spelt returns a cell as it is told from others of its column: without what cannot be seen, which makes no other class.
func spelt(cell string) string {
	if shown := dataset.Shown(cell); shown != "" {
		return shown
	}
	return cell
}

// tellApart gives numbers to columns that are called like others before them, and returns what these are called then.
func (b *body) tellApart() (renamed []string) {
	taken := map[string]bool{}
	for _, name := range b.names {
		taken[strings.ToLower(name)] = true
	}
	seen := map[string]bool{"": true}
	for i, name := range b.names {
		again := name != "" && seen[strings.ToLower(name)]
		for n := 2; again && taken[strings.ToLower(name)]; n++ {
			name = b.names[i] + " (" + strconv.Itoa(n) + ")"
		}
		if again {
			renamed, b.names[i] = append(renamed, name), name
		}
		taken[strings.ToLower(name)], seen[strings.ToLower(name)] = true, true
	}
	return renamed
}

// lacks reports whether a row has no value in a column.
func (b *body) lacks(r row, column int) bool {
	k := r.kind(column)
	if b.contents[column] == Words {
		return isAbsent(r.at(column), k)
	}
	return k == blank || k == missing || k == fault
}

// spoken are signs of a missing value that beside other words may well be one of them, as none beside mild and severe.
var spoken = words("nil none missing nd 无")

// isAbsent reports whether a cell of a kind, among words, says that there is no value.
func isAbsent(cell string, k kind) bool {
	return k == blank || k == missing && !spoken[strings.ToLower(cell)] || k == fault && isFault(cell)
}

// IsPlane reports whether the text is one of points in the plane: its header names both coordinates, or there is none.
func (f *Frame) IsPlane() bool {
	for role := range 2 {
		if !slices.ContainsFunc(f.Fields, func(field Field) bool { return has(role, field.Name, false) }) {
			return !f.names()
		}
	}
	return true
}

// names reports whether the text names its columns.
func (f *Frame) names() bool {
	return slices.ContainsFunc(f.Fields, func(field Field) bool { return field.Name != "" })
}
