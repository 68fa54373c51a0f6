package table

import (
	"strconv"
	"strings"
)

// rowNames are what columns of row names are called, in small letters without blanks and points.
var rowNames = words("id index idx nr no n° sno srno serialno lfdnr row rowid rowname rownames rownumber level0 obs # 序号 编号 行号 索引")

// counters are what columns are called that number rows where they count, and hold data else.
var counters = words("n num number case sample observation subject participant patient nummer zeile ligne número 号 样本")

var unpointed = strings.NewReplacer(" ", "", ".", "", "_", "")

// isRowName reports whether a name is that of row names.
func isRowName(name string) bool {
	name = unpointed.Replace(strings.ToLower(name))
	return rowNames[name] || strings.HasPrefix(name, "unnamed:")
}

// numbersRows reports whether the first column holds numbers of rows: it is called so, or has no name in a header, or it
// counts and is called so that it may, or there are no names.
func (b *body) numbersRows() bool {
	if b.names == nil {
		return b.width > 3 && b.counts()
	}
	name := b.names[0]
	return name == "" || isRowName(name) || b.width > 3 && counters[strings.ToLower(name)] && b.counts()
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
