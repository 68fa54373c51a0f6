package table

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/number"
)

// body is where the points of a text are.
type body struct {
	separator rune
	rows      []row
	width     int       // of the rows, without columns at the end that are empty
	names     []string  // of the columns; nil where the text has none
	counted   int       // the line of a header that numbers the columns, 0 for none
	at        []int     // the columns that are read, counted from 0: of x1, x2 and the class; or of any inputs and the target
	class     int       // the place in at of the class, -1 where the target is a value
	words     []string  // those that the class is read by, in the order of their numbers; nil where it is read as a number
	contents  []Content // of all columns, where rows without a value in those that are read are left out; nil where such rows are refused
	named     bool      // all columns by their names
	assumed   bool      // what was left out could be one of them, or their header, so that they have to be told
}

// body finds the header of a text and its points. Which columns are meant is still open.
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
	if header == nil && start > 0 {
		if above := l.rows[start-1]; b.isTooShort(above) {
			return nil, b.longer(above.cells[:above.length()])
		}
	}
	if header != nil {
		if problem := b.name(header); problem != nil {
			return nil, problem
		}
		if start > 1 && header == &l.rows[start-1] && b.isRepeated(b.all()) {
			b.nameGroups(l.rows[start-2])
		}
	}
	for b.names != nil && b.isHeaded() {
		b.nameMore(b.rows[0])
		b.rows = b.rows[1:]
	}
	if b.names == nil {
		b.assumed = b.assumed || slices.ContainsFunc(l.notes, func(note row) bool { return namesRoles(strings.Join(note.cells, " ")) })
		for _, r := range b.rows {
			if i := slices.IndexFunc(r.cells, isMatrix); i >= 0 {
				return nil, &Problem{Reason: Separator, Line: r.line, Value: r.cells[i]}
			}
		}
	}
	return b, nil
}

// isTooShort reports whether a row above the points is no title but names of columns, fewer than there are: of several
// words, or of two where decimals that the commas between cells part would make four columns and more.
func (b *body) isTooShort(above row) bool {
	n := above.length()
	if n < 2 || n >= b.width || above.count(kind.isWritten) < n {
		return false
	}
	return n > 2 || b.width > 3 && b.partsDecimals()
}

// longer is the problem of rows that have more cells than there are names.
func (b *body) longer(names []string) *Problem {
	p := &Problem{Reason: Columns, Line: b.rows[0].line, Value: count(b.width), Names: names}
	if b.partsDecimals() {
		p.Reason = Decimals
	}
	return p
}

// partsDecimals reports whether commas part cells, and no number has decimals: they may have been parted too.
func (b *body) partsDecimals() bool {
	return b.separator == ',' && !slices.ContainsFunc(b.rows, func(r row) bool {
		return slices.ContainsFunc(r.cells, func(cell string) bool { return kindOf(cell) == numeral && strings.ContainsAny(cell, ".,") })
	})
}

// partsThousands reports whether commas part cells and, it seems, thousands in the first column: three digits stand behind each.
func (b *body) partsThousands() bool {
	return b.separator == ',' && !slices.ContainsFunc(b.rows, func(r row) bool {
		return len(r.at(1)) != 3 || r.kind(1) != numeral || strings.Trim(r.at(1), "0123456789") != ""
	})
}

// isMatrix reports whether a cell ends a row and begins another, as in 1,2,0;3,4,1.
func isMatrix(cell string) bool {
	parts := strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";|\t", r) })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return number.ConventionsOf(part) == 0 })
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

// choose finds the columns that are meant: by their names, else those with numbers, in their order, where there are
// just as many as needed, and where a column of words that say yes or no may be the class.
func (b *body) choose() *Problem {
	b.at, b.class = make([]int, 3), 2
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
		if !slices.Contains(b.at, column) && (b.width == 3 || b.isNumeric(column)) {
			left = append(left, column)
		}
	}
	names := b.names
	if len(left) > 0 && left[0] == 0 && b.numbersRows() {
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
	if b.isRepeated(b.at) {
		return &Problem{Reason: Repeated, Names: b.namesOf(b.at)}
	}
	if b.names == nil && b.width == 3 && len(b.rows) > 2 && b.counts() {
		b.assumed = true // they may be numbers of the rows
	}
	if pair := b.pair(b.at[2]); pair != nil {
		b.words = []string{pair[1], pair[0]}
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
			return &Problem{Reason: Repeated, Names: b.namesOf(found)}
		}
	}
	return nil
}

// all returns all columns.
func (b *body) all() (columns []int) {
	for column := range b.width {
		columns = append(columns, column)
	}
	return columns
}

// isRepeated reports whether two of some columns have the same name.
func (b *body) isRepeated(columns []int) bool {
	names := b.namesOf(columns)
	seen := map[string]bool{}
	for _, name := range names {
		seen[strings.ToLower(name)] = true
	}
	return len(seen) < len(names)
}

// namesOf returns the names of those of some columns that have one.
func (b *body) namesOf(columns []int) (names []string) {
	for _, column := range columns {
		if b.names != nil && b.names[column] != "" {
			names = append(names, b.names[column])
		}
	}
	return names
}

// answers returns the columns, beside others, that hold a pair of words for the classes.
func (b *body) answers(beside []int) []int {
	var columns []int
	for column := range b.width {
		if !slices.Contains(beside, column) && !slices.Contains(b.at, column) && b.pair(column) != nil {
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

// column returns the column of a role.
func (b *body) column(role int) Column { return b.columnAt(b.at[role]) }

// columnAt returns a column, counted from 0.
func (b *body) columnAt(column int) Column {
	c := Column{Number: column + 1}
	if b.names != nil {
		c.Name = b.names[column]
	}
	return c
}

func count(n int) string { return strconv.Itoa(n) }
