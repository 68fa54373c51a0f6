package table

import (
	"strconv"
	"strings"
)

// rowNames are what columns of row names are called.
var rowNames = words("id index idx nr nr. no no. row rowname rownames row.names row_names obs # 序号 编号 行号 索引")

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
