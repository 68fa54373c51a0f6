package confusion

import (
	"fmt"
	"strconv"
	"strings"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// Record is what the panel shows.
type Record struct {
	None     any  // why there is no matrix, nil where there is one
	Shares   bool // cells show the share of their row
	Says     any  // of the cell that is marked, else what to do with cells
	Matrices []Matrix
}

// Matrix is that of a set of examples.
type Matrix struct {
	Key     string // of the set
	Caption record.Text
	Keys    string // the intent of keys in it
	Span    int    // how many classes there are
	Heads   []Head
	Rows    []Row
	Feet    []Foot
}

// Head is a class, over its column.
type Head struct {
	Key, Mark string
	Name      any
}

// Row is the examples of a class by what they were taken for.
type Row struct {
	Key, Mark string
	Name      any
	Cells     []Cell
	Recall    string
}

// Cell counts the examples of a class that were taken for a class.
type Cell struct {
	Key, ID  string
	At, Keep string // intents
	Text     string
	Share    string // of the row, from 0 to 1
	Right    bool   // the class is the right one
	Marked   bool
	Kept     string // true or false
	Stop     int    // tabindex
	Label    record.Text
}

// Foot is below the column of a class.
type Foot struct{ Key, Precision string }

func (p *Panel) show(d *panel.Desk, marked scene.Cell) Record {
	r := Record{Shares: p.shares, Says: record.T("confusion.hint")}
	for i, counts := range p.counts {
		if counts != nil {
			r.Matrices = append(r.Matrices, p.matrix(d, i, counts, marked))
		}
	}
	if marked != (scene.Cell{}) {
		r.Says = says(d, p.counts[set(marked)], marked)
	}
	return r
}

func (p *Panel) matrix(d *panel.Desk, i int, counts session.Confusion, marked scene.Cell) Matrix {
	m := Matrix{Key: sets[i], Keys: "here key " + sets[i], Span: len(counts)}
	right, all := 0, 0
	for class, row := range counts {
		right, all = right+row[class], all+sum(row)
		head := Head{strconv.Itoa(class), panel.MarkOf(class), d.ClassLabel(class)}
		line := Row{Key: head.Key, Mark: head.Mark, Name: head.Name, Recall: brief(row[class], sum(row), len(counts))}
		taken := 0
		for told := range row {
			c := scene.Cell{Test: i == 1, Class: class + 1, Told: told + 1}
			line.Cells = append(line.Cells, p.cell(d, counts, c, c == marked))
			taken += counts[told][class]
		}
		m.Heads, m.Rows = append(m.Heads, head), append(m.Rows, line)
		m.Feet = append(m.Feet, Foot{head.Key, brief(row[class], taken, len(counts))})
	}
	m.Caption = record.T("confusion."+m.Key, "right", right, "all", all, "accuracy", share(right, all, 1))
	return m
}

func (p *Panel) cell(d *panel.Desk, counts session.Confusion, c scene.Cell, marked bool) Cell {
	row := counts[c.Class-1]
	count := row[c.Told-1]
	place := fmt.Sprint(sets[set(c)], " ", c.Class, " ", c.Told)
	r := Cell{
		Key: strconv.Itoa(c.Told), ID: idOf(c), At: "here at " + place, Keep: "here keep " + place,
		Text: strconv.Itoa(count), Right: c.Class == c.Told, Marked: marked, Kept: strconv.FormatBool(c == p.kept),
		Share: strconv.FormatFloat(float64(count)/float64(max(1, sum(row))), 'f', 3, 64), Stop: -1, Label: says(d, counts, c),
	}
	if p.shares {
		r.Text = brief(count, sum(row), len(counts))
	}
	if c == p.stops[set(c)] {
		r.Stop = 0
	}
	return r
}

// idOf returns the id of a cell in the page.
func idOf(c scene.Cell) string {
	return strings.Join([]string{"confusion", sets[set(c)], strconv.Itoa(c.Class), strconv.Itoa(c.Told)}, "-")
}

// says is a cell in a sentence.
func says(d *panel.Desk, counts session.Confusion, c scene.Cell) record.Text {
	row, key := counts[c.Class-1], "confusion.taken"
	if c.Class == c.Told {
		key = "confusion.right"
	}
	return record.T(key, "class", d.Class(c.Class-1), "told", d.Class(c.Told-1), "count", row[c.Told-1], "all", sum(row), "share", share(row[c.Told-1], sum(row), 1))
}

// few is how many classes a matrix has at most whose shares have decimals: columns of more are narrow.
const few = 5

// brief writes a share in a matrix of so many classes.
func brief(count, all, classes int) string {
	if classes > few {
		return share(count, all, 0)
	}
	return share(count, all, 1)
}

// share writes how many of all that are, a dash where there are none.
func share(count, all, decimals int) string {
	if all == 0 {
		return "–"
	}
	return number.Percent(float64(count)/float64(all), decimals)
}

func sum(counts []int) (total int) {
	for _, count := range counts {
		total += count
	}
	return total
}
