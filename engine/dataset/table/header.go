package table

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/dataset"
)

// head returns the header of a table of some columns, nil for none, and the row where the points begin.
//
// A header has a word for each column, but perhaps for that of row names. Above it there may be titles, which have fewer
// cells; a row that holds a value and has no header below it is the first of the points, whatever else it is.
func (l *layout) head(width int) (header *row, start int) {
	isFull := func(r row, next int) bool {
		n, written := r.length(), r.count(kind.isWritten)
		if n == width-1 && width >= 3 { // rows have names, which have none, if this is not a title
			return r.count(kind.isValue) == 0 && written == n && next < len(l.rows) && l.rows[next].count(kind.isValue) > 0
		}
		return (r.count(kind.isValue) == 0 || next == 1 && (numbersColumns(r) || l.isHeading(r))) && n == width && (written == n || written == n-1 && r.cells[0] == "")
	}
	for i, r := range l.rows {
		if isFull(r, i+1) {
			return &l.rows[i], i + 1
		}
		if values, dates := r.count(kind.isValue), r.count(kind.isDate); values > 0 && (r.length() >= width || 2*(values-dates) > r.count(kind.isWritten)) {
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
		if header == nil && isFull(note, len(l.rows)) {
			header = &l.notes[i] // as NumPy writes one
		}
	}
	for _, note := range l.notes {
		if header == nil && note.length() == 1 {
			header = l.otherwise(note, func(parts row, _ rune) bool {
				return parts.length() == width && namesAll(parts) && !slices.ContainsFunc(parts.cells, isBracketed)
			})
		}
	}
	return header, start
}

// isHeading reports whether the first row is a header though it has numbers: years one after the other, among words alone; or
// a name of the class that stands nowhere else in its column, beside whole numbers.
func (l *layout) isHeading(first row) bool {
	cells, years := first.cells[:first.length()], 0
	isDecimal := func(cell string) bool { return kindOf(cell) == numeral && strings.Trim(cell, "0123456789") != "" }
	if slices.ContainsFunc(cells, isDecimal) {
		return false
	}
	for column, cell := range cells {
		if has(2, cell, false) && !slices.ContainsFunc(l.rows[1:], func(r row) bool { return r.at(column) == cell }) {
			return true
		}
	}
	for column, cell := range cells {
		year, err := strconv.Atoi(cell)
		switch isYear := err == nil && 1800 <= year && year < 2200; {
		case isYear && years > 0 && first.at(column-1) != strconv.Itoa(year-1), !isYear && first.kind(column).isValue():
			return false
		case isYear:
			years++
		}
	}
	return years > 2
}

// otherwise returns a row of a single cell as another separator than that of the text parts it, if one does so that the
// row is as asked for; else nil.
func (l *layout) otherwise(r row, is func(parts row, separator rune) bool) *row {
	for _, separator := range separators {
		rows, problem := split(r.cells[0], separator, 1)
		if separator != l.separator && problem == nil && len(rows) == 1 && is(rows[0], separator) {
			return &row{line: r.line, cells: rows[0].cells, kinds: rows[0].kinds}
		}
	}
	return nil
}

// stray returns a row above the points that is no title, but would be one of them or their header if it were separated
// like them: it has mostly numbers, or as many names as there are columns, or names of several roles. Words between blanks
// are such names only where one is that of a role.
func (l *layout) stray(start int, header *row, width int) *row {
	for i, r := range l.rows[:start] {
		if &l.rows[i] == header || r.length() != 1 {
			continue
		}
		found := l.otherwise(r, func(parts row, separator rune) bool {
			if n := parts.count(kind.isNumber); n > 1 && 2*n > parts.length() {
				return true
			}
			return header == nil && width > 1 && parts.length() == width && (separator != ' ' || slices.ContainsFunc(parts.cells, isRole))
		})
		if found != nil || header == nil && namesRoles(r.cells[0]) {
			return &l.rows[i]
		}
	}
	return nil
}

// isHeaded reports whether the first row is one more line of the header, as pandas writes the name of row names or a second
// level of names, and others write units: it has no value, and a word over a column of numbers.
func (b *body) isHeaded() bool {
	r := b.rows[0]
	if len(b.rows) < 2 || r.count(kind.isValue) > 0 || r.length() > b.width {
		return false
	}
	next := b.rows[1]
	if len(b.rows) > 2 && next.length() == 1 {
		next = b.rows[2] // under the name of row names
	}
	for column, k := range r.kinds {
		if k == word && next.kind(column).isNumber() && len(r.cells[column]) <= longest {
			return true
		}
	}
	return false
}

// nameMore adds a further line to the header. One of which only the first cell is written names the row names.
func (b *body) nameMore(r row) {
	b.assumed = true
	if r.length() == 1 {
		b.names[0] = r.cells[0]
		return
	}
	for column, cell := range r.cells[:r.length()] {
		switch {
		case b.names[column] == "":
			b.names[column] = cell
		case cell != "":
			b.names[column] += " (" + strings.Trim(cell, "()[] ") + ")"
		}
	}
}

// nameGroups adds to the names, some of which stand twice, those of a row above them, each of which is for several columns, as
// spreadsheets write cells that are merged.
func (b *body) nameGroups(above row) {
	if above.count(kind.isWritten) < 2 || above.count(kind.isValue) > 0 || above.length() > b.width {
		return
	}
	names := slices.Clone(b.names)
	group := ""
	for column, name := range names {
		if cell := above.at(column); cell != "" {
			group = dataset.Shown(cell)
		}
		times := 0
		for _, other := range names {
			if strings.EqualFold(other, name) {
				times++
			}
		}
		if times > 1 && name != "" && group != "" {
			b.names[column] += " (" + group + ")"
		}
	}
}

// numbersColumns reports whether a row numbers its columns, as pandas does: 0, 1, 2. No such row is a point, for its class
// would be 2.
func numbersColumns(r row) bool {
	cells := r.cells[:r.length()]
	if cells[0] == "" {
		cells = cells[1:]
	}
	for i, cell := range cells {
		if cell != strconv.Itoa(i) {
			return false
		}
	}
	return len(cells) > 2
}

// name gives the columns the names of a header.
func (b *body) name(header *row) *Problem {
	if numbersColumns(*header) {
		b.counted = header.line
	}
	b.width = max(b.width, header.length()) // some programs leave out empty cells at the ends of rows
	cells := slices.Clone(header.cells)
	for i, cell := range cells {
		cells[i] = strings.Trim(dataset.Shown(cell), ",;| ") // a header may have other separators besides
	}
	b.names = slices.Concat(cells, make([]string, b.width))[:b.width]
	if len(cells) != b.width-1 || b.width < 3 {
		return nil
	}
	// R names one column fewer than there are: rows have names, which no column has.
	b.assumed = true
	switch {
	case b.areRowNames() && !b.partsThousands():
		b.names = append([]string{""}, cells...)
	case b.width == 3 && !slices.ContainsFunc(cells, isRole):
		b.names = nil // a title of two words
	default:
		return b.longer(cells)
	}
	return nil
}
