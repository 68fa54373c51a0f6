package table

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"shallows/engine/number"
)

// body is where the points of a text are.
type body struct {
	separator rune
	rows      []row
	width     int      // of the rows, without columns at the end that are empty
	names     []string // of the columns; nil where the text has none
	counted   int      // the line of a header that numbers the columns, 0 for none
	at        [3]int   // the columns of x1, x2 and the class, counted from 0
	named     bool     // all three by their names
	assumed   bool     // what is left out at the side or above could be meant otherwise, though little else is left to be
}

// body finds the header of a text, its points, and the columns that are meant.
func (l *layout) body() (*body, *Problem) {
	b := &body{separator: l.separator, width: l.width()}
	header, start := l.head(b.width)
	b.rows = l.rows[start:]
	if len(b.rows) == 0 {
		return nil, &Problem{Reason: Empty}
	}
	if stray := l.stray(start, header, b.width); stray != nil {
		return nil, &Problem{Reason: Separator, Line: stray.line, Value: stray.cells[0]}
	}
	if header != nil {
		if problem := b.name(header); problem != nil {
			return nil, problem
		}
	}
	if b.names == nil {
		b.assumed = b.assumed || slices.ContainsFunc(l.notes, func(note row) bool { return namesRoles(strings.Join(note.cells, " ")) })
		for _, r := range b.rows {
			if i := slices.IndexFunc(r.cells, isMatrix); i >= 0 {
				return nil, &Problem{Reason: Separator, Line: r.line, Value: r.cells[i]}
			}
		}
	}
	return b, b.choose()
}

// isMatrix reports whether a cell ends a row and begins another, as in 1,2,0;3,4,1.
func isMatrix(cell string) bool {
	parts := strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";|\t", r) })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return number.ConventionsOf(part) == 0 })
}

// name gives the columns the names of a header.
func (b *body) name(header *row) *Problem {
	if numbersColumns(*header) {
		b.counted = header.line
	}
	b.width = max(b.width, header.length()) // some programs leave out empty cells at the ends of rows
	cells := slices.Clone(header.cells)
	for i, cell := range cells {
		cells[i] = strings.Trim(cell, ",;| ") // a header may have other separators besides
	}
	b.names = slices.Concat(cells, make([]string, b.width))[:b.width]
	if len(cells) != b.width-1 || b.width < 3 {
		return nil
	}
	// R names one column fewer than there are: rows have names, which no column has.
	b.assumed = true
	switch {
	case b.areRowNames():
		b.names = append([]string{""}, cells...)
	case b.width == 3 && !slices.ContainsFunc(cells, isRole):
		b.names = nil // a title of two words
	default:
		return &Problem{Reason: Columns, Line: b.rows[0].line, Value: count(b.width), Names: cells}
	}
	return nil
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
	isFull := func(r row, next int) bool {
		n, written := r.length(), r.count(kind.isWritten)
		if n == width-1 && width >= 3 { // rows have names, which have none, if this is not a title
			return r.count(kind.isValue) == 0 && written == n && next < len(l.rows) && l.rows[next].count(kind.isValue) > 0
		}
		return (r.count(kind.isValue) == 0 || next == 1 && numbersColumns(r)) && n == width && (written == n || written == n-1 && r.cells[0] == "")
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

// roles are what columns of x1, x2 and the class are called, beside y, which is often the second coordinate.
var roles = [3]map[string]bool{
	words("x1 x_1 x₁ x[1]"),
	words("x2 x_2 x₂ x[2]"),
	words("class label target classe klasse clase classification category species outcome 类别 类 标签 分类 目标 类型"),
}

// has reports whether a name, perhaps with a unit in brackets behind it, is that of a role; y, where that is the class.
func has(role int, name string, y bool) bool {
	name, _, _ = strings.Cut(strings.ReplaceAll(name, " [", "("), "(")
	name = strings.ToLower(strings.Trim(name, ",;|\n "))
	return roles[role][name] || role == 2 && y && name == "y"
}

// isRole reports whether a name is that of any role.
func isRole(name string) bool { return has(0, name, true) || has(1, name, true) || has(2, name, true) }

// isBracketed reports whether a name is a unit by itself, which blanks part from what has it.
func isBracketed(name string) bool { return strings.ContainsAny(name, "([") && !isRole(name) }

// namesRoles reports whether a line is about several roles, whatever stands between their names.
func namesRoles(line string) bool {
	names := strings.FieldsFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("_[]", r)
	})
	return len(slices.DeleteFunc(names, func(name string) bool { return !isRole(name) })) > 1
}

// namesAll reports whether a row has names of all roles.
func namesAll(r row) bool {
	for role := range roles {
		if !slices.ContainsFunc(r.cells, func(name string) bool { return has(role, name, true) }) {
			return false
		}
	}
	return true
}

// rowNames are what columns of row names are called.
var rowNames = words("id index idx nr nr. no no. row rowname rownames row.names row_names obs # 序号 编号 行号 索引")

// choose finds the columns that are meant: by their names, else those with numbers, in their order, where there are
// just as many as needed, and where a column of words that say yes or no may be the class.
func (b *body) choose() *Problem {
	if problem := b.chooseByName(); problem != nil {
		return problem
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
	names := b.names
	if len(left) > 0 && left[0] == 0 && b.numbersRows(len(left) > len(needed)) {
		left = left[1:]
		if names != nil {
			names = names[1:]
		}
	}
	if len(left) == len(needed)-1 && b.at[2] < 0 {
		left = append(left, b.answers(left)...)
	}
	if len(left) != len(needed) && !b.named {
		for _, r := range b.rows {
			if i := slices.Index(r.kinds, wrapped); i >= 0 {
				return &Problem{Reason: Brackets, Line: r.line, Value: r.cells[i]}
			}
		}
		names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == "" })
		number := b.width
		if len(names) > 0 {
			number = len(names)
		}
		return &Problem{Reason: Choose, Value: count(number), Names: names}
	}
	for i, role := range needed {
		b.at[role] = left[i]
	}
	if b.names == nil && b.width == 3 && len(b.rows) > 2 && b.counts() {
		b.assumed = true // they may be numbers of the rows
	}
	return nil
}

// chooseByName finds the columns that are called x1, x2 or the class, each of them once: of several synonyms only one may
// hold numbers. A column y is the class beside x1 and x2, and else where there is neither x nor another name of the class.
func (b *body) chooseByName() *Problem {
	called := func(is func(name string) bool) (columns []int) {
		for column, name := range b.names {
			if is(strings.ToLower(name)) {
				columns = append(columns, column)
			}
		}
		return columns
	}
	for role := range b.at {
		isPlane := role == 2 && b.at[0] >= 0 && b.at[1] >= 0
		found := called(func(name string) bool { return has(role, name, isPlane) })
		if len(found) == 0 && len(called(func(name string) bool { return name == "x" })) == 0 {
			found = called(func(name string) bool { return has(role, name, true) })
		}
		if len(found) > 1 && !b.isRepeated(found) {
			if numeric := slices.DeleteFunc(slices.Clone(found), func(column int) bool { return !b.isNumeric(column) }); len(numeric) == 1 {
				found = numeric
			}
		}
		b.at[role] = -1
		switch len(found) {
		case 0:
		case 1:
			b.at[role] = found[0]
		default:
			problem := &Problem{Reason: Repeated}
			for _, column := range found {
				problem.Names = append(problem.Names, b.names[column])
			}
			return problem
		}
	}
	return nil
}

// isRepeated reports whether two of some columns have the same name.
func (b *body) isRepeated(columns []int) bool {
	seen := map[string]bool{}
	for _, column := range columns {
		seen[strings.ToLower(b.names[column])] = true
	}
	return len(seen) < len(columns)
}

// answers returns the columns, beside others, that hold a pair of words for the classes.
func (b *body) answers(beside []int) []int {
	var columns []int
	for column := range b.width {
		if !slices.Contains(beside, column) && !slices.Contains(b.at[:], column) && b.pair(column) != nil {
			columns = append(columns, column)
		}
	}
	return columns
}

// pair returns the words for class 1 and class 0 that a column holds, nil if it holds others, or none.
func (b *body) pair(column int) *[2]string {
	for i := range answers {
		if !slices.ContainsFunc(b.rows, func(r row) bool { return !slices.Contains(answers[i][:], strings.ToLower(r.at(column))) }) {
			return &answers[i]
		}
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
	return b.width > 3 && (b.names == nil || tooMany) && b.counts()
}

// counts reports whether the first column counts the rows, from 0 or from 1.
func (b *body) counts() bool {
	first, err := strconv.Atoi(b.rows[0].at(0))
	for i, r := range b.rows {
		if err != nil || first < 0 || first > 1 || r.at(0) != strconv.Itoa(first+i) {
			return false
		}
	}
	return true
}

// areRowNames reports whether the first column tells rows apart: by words, or by whole numbers that count them or alone
// are quoted. Other whole numbers may as well be the first part of a number with a decimal comma.
func (b *body) areRowNames() bool {
	if b.counts() {
		return true
	}
	seen := map[string]bool{}
	for _, r := range b.rows {
		name := r.at(0)
		number, err := strconv.Atoi(name)
		if seen[name] || r.kind(0) != word && (err != nil || number < 0 || !r.named) {
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
