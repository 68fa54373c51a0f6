package table

import (
	"slices"
	"strconv"
	"strings"
)

// body is where the points of a text are.
type body struct {
	separator rune
	rows      []row
	width     int      // of the rows, without columns at the end that are empty
	names     []string // of the columns; nil where the text has none
	at        [3]int   // the columns of x1, x2 and the class, counted from 0
	named     bool     // all three by their names
}

// body finds the header of a text, its points, and the columns that are meant.
func (l *layout) body() (*body, *Problem) {
	b := &body{separator: l.separator, width: l.width()}
	header, start := l.head(b.width)
	b.rows = l.rows[start:]
	if len(b.rows) == 0 {
		return nil, &Problem{Reason: Empty}
	}
	if header != nil {
		b.width = max(b.width, header.length()) // some programs leave out empty cells at the ends of rows
		b.names = slices.Concat(header.cells, make([]string, b.width))[:b.width]
		if len(header.cells) == b.width-1 && b.width > 3 {
			// R names one column fewer than there are: rows have names, which no column has.
			if !b.areRowNames(0) {
				return nil, &Problem{Reason: Columns, Line: b.rows[0].line, Value: count(b.width), Names: header.cells[:b.width-1]}
			}
			b.names = append([]string{""}, b.names[:b.width-1]...)
		}
	}
	return b, b.choose()
}

// width returns how many cells the most rows have that hold two values or more, without columns at the end that are
// empty throughout.
func (l *layout) width() int {
	rows := slices.DeleteFunc(slices.Clone(l.rows), func(r row) bool { return r.count(kind.isValue) < 2 })
	if len(rows) == 0 {
		rows = l.rows
	}
	times := map[int]int{}
	for _, r := range rows {
		times[len(r.cells)]++
	}
	width := 0
	for _, r := range rows {
		if times[len(r.cells)] > times[width] {
			width = len(r.cells)
		}
	}
	for width > 0 && !slices.ContainsFunc(l.rows, func(r row) bool { return r.kind(width-1) != blank }) {
		width--
	}
	return width
}

// head returns the header of a table of some columns, nil for none, and the row where the points begin.
//
// A header has a word for each column, but perhaps for that of row names. Above it there may be titles, which have fewer
// cells; a row that holds a value and has no header below it is the first of the points, whatever else it is.
func (l *layout) head(width int) (header *row, start int) {
	isFull := func(r row, first bool) bool {
		n, written := r.length(), r.count(kind.isWritten)
		return (r.count(kind.isValue) == 0 || first && numbersColumns(r)) && (n == width || n == width-1 && width > 3) && (written == n || written == n-1 && r.cells[0] == "")
	}
	for i, r := range l.rows {
		if isFull(r, i == 0) {
			return &l.rows[i], i + 1
		}
		if values := r.count(kind.isValue); values > 0 && (r.length() >= width || values == r.count(kind.isWritten)) {
			break // points do not stand above their header
		}
	}
	for start < len(l.rows) && l.rows[start].count(kind.isValue) == 0 {
		if r := l.rows[start]; r.length() >= width && r.count(kind.isWritten) > 1 {
			header = &l.rows[start]
		}
		start++
	}
	for i, note := range l.notes {
		if header == nil && isFull(note, false) {
			header = &l.notes[i] // as NumPy writes one
		}
	}
	return header, start
}

// numbersColumns reports whether a row numbers its columns, as pandas does; no such row is a point, for its class would be 2
// or 3.
func numbersColumns(r row) bool {
	cells := r.cells[:r.length()]
	if cells[0] == "" {
		cells = cells[1:]
	}
	first, err := strconv.Atoi(cells[0])
	if err != nil || first < 0 || first > 1 || len(cells) < 3 {
		return false
	}
	for i, cell := range cells {
		if cell != strconv.Itoa(first+i) {
			return false
		}
	}
	return true
}

// roles are what columns of x1, x2 and the class are called, beside y, which is often the second coordinate.
var roles = [3]map[string]bool{
	words("x1 x_1 x₁ x[1]"),
	words("x2 x_2 x₂ x[2]"),
	words("class label target classe klasse clase classification category species outcome 类别 类 标签 分类 目标 类型"),
}

// rowNames are what columns of row names are called.
var rowNames = words("id index idx nr nr. no no. row rowname rownames row.names row_names obs # 序号 编号 行号 索引")

// choose finds the columns that are meant: by their names, else those with numbers, in their order, where there are
// just as many as needed.
func (b *body) choose() *Problem {
	b.at = [3]int{-1, -1, -1}
	find := func(role int, names map[string]bool) {
		for i, name := range b.names {
			if b.at[role] < 0 && names[strings.ToLower(name)] {
				b.at[role] = i
			}
		}
	}
	y := words("y")
	find(0, roles[0])
	find(1, roles[1])
	if b.at[0] >= 0 && b.at[1] >= 0 {
		find(2, y)
	}
	find(2, roles[2])
	if !slices.ContainsFunc(b.names, func(name string) bool { return strings.EqualFold(name, "x") }) {
		find(2, y)
	}

	var needed, left []int
	for role, column := range b.at {
		if column < 0 {
			needed = append(needed, role)
		}
	}
	b.named = len(needed) == 0
	for column := range b.width {
		if !slices.Contains(b.at[:], column) && (b.width == 3 || b.isNumeric(column)) {
			left = append(left, column)
		}
	}
	if b.width > 3 && len(left) > 0 && left[0] == 0 && b.numbersRows(len(left) > len(needed)) {
		left = left[1:]
	}
	if len(left) != len(needed) && !b.named {
		return &Problem{Reason: Choose, Value: count(b.width), Names: b.names}
	}
	for i, role := range needed {
		b.at[role] = left[i]
	}
	return nil
}

// isNumeric reports whether most cells of a column are numbers or meant to be.
func (b *body) isNumeric(column int) bool {
	times := 0
	for _, r := range b.rows {
		if k := r.kind(column); k.isValue() && k != date {
			times++
		}
	}
	return 2*times > len(b.rows)
}

// numbersRows reports whether the first column holds numbers of rows: it is called so, or it counts, where the text has
// no header or a column too many.
func (b *body) numbersRows(tooMany bool) bool {
	if b.names != nil {
		name := strings.ToLower(b.names[0])
		if name == "" || rowNames[name] || strings.HasPrefix(name, "unnamed:") {
			return true
		}
	}
	if b.names != nil && !tooMany {
		return false
	}
	first, err := strconv.Atoi(b.rows[0].at(0))
	for i, r := range b.rows {
		if err != nil || first < 0 || first > 1 || r.at(0) != strconv.Itoa(first+i) {
			return false
		}
	}
	return true
}

// areRowNames reports whether a column tells rows apart: by words, or by numbers that are whole and all different.
func (b *body) areRowNames(column int) bool {
	seen := map[string]bool{}
	for _, r := range b.rows {
		name := r.at(column)
		number, err := strconv.Atoi(name)
		if seen[name] || r.kind(column) != word && (err != nil || number < 0) {
			return false
		}
		seen[name] = true
	}
	return true
}

// column returns the column of a role.
func (b *body) column(role int) Column {
	c := Column{Number: b.at[role] + 1}
	if b.names != nil {
		c.Name = b.names[b.at[role]]
	}
	return c
}

func count(n int) string { return strconv.Itoa(n) }
