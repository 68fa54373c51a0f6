// Package quantities shows the quantities of an update in the lecture's order under headings: formula and shape beside
// the numbers.
package quantities

import (
	"fmt"
	"strconv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/grid"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Quantities are those of a ledger on show, or some of them.
type Quantities struct {
	grids  grid.Grids
	ledger *lecture.Ledger
	shown  []lecture.Quantity
	// written are the formulas of the ledger in a notation: pointing leaves them as they are.
	written  map[lecture.Symbol][]record.Markup
	notation mathml.Notation
}

// Group is the quantities of a part of the lecture.
type Group struct {
	Key   string
	Title record.Text
	Items []Item
}

// Item is one quantity.
type Item struct {
	Key      string // its name: W[1], after the update W[1]'
	Class    string // of the style sheet
	Formula  []record.Markup
	Shape    []any
	Standard record.Text // how the inputs, or values to predict, came about
	Grids    []Numbers   // what the update changes stands with what it was before
}

// Numbers is a grid under a caption.
type Numbers struct {
	Key     string
	Caption record.Text
	Grid    grid.Record
}

// Set puts some quantities of a ledger on show.
func (q *Quantities) Set(l *lecture.Ledger, shown []lecture.Quantity) {
	q.ledger, q.shown, q.written = l, shown, nil
}

// Do takes what the grids take.
func (q *Quantities) Do(d *panel.Desk, words []string) { q.grids.Do(d, words, q.find) }

// Reveal scrolls the column of the chosen example into sight; grids of examples scroll together.
func (q *Quantities) Reveal(d *panel.Desk) {
	for _, one := range q.shown {
		if m := q.matrix(one); m.Examples != nil && !one.Next {
			q.grids.Reveal(d, Name(one.Symbol), m, d.Example)
			return
		}
	}
}

// Groups returns the quantities on show.
func (q *Quantities) Groups(d *panel.Desk) []Group {
	var groups []Group
	title := ""
	for _, one := range q.shown {
		if part := part(one.Symbol, title); part != title {
			title = part
			groups = append(groups, Group{Key: part, Title: record.T("ledger." + part)})
		}
		last := &groups[len(groups)-1]
		last.Items = append(last.Items, q.item(d, one))
	}
	return groups
}

func (q *Quantities) item(d *panel.Desk, one lecture.Quantity) Item {
	item := Item{Key: Name(one.Symbol), Class: "quantity", Shape: []any{fmt.Sprintf("(%d, %d)", one.Rows, one.Cols)}}
	if one.Name == lecture.J {
		item.Class = "quantity scalar"
	}
	item.Formula = q.formula(d, one)
	m := q.matrix(one)
	if m.Broadcast > 1 {
		item.Shape = append(item.Shape, " ", record.T("ledger.broadcast", "rows", one.Rows, "cols", m.Broadcast))
	}
	switch {
	case one.Name == lecture.X && d.Session().Config().Scaling == dataset.Standardised:
		item.Standard = record.T("ledger.standardised")
	case one.Name == lecture.Y:
		item.Standard = d.Target()
	}
	now := Numbers{Key: item.Key, Grid: q.grids.Record(d, item.Key, m)}
	key := item.Key + past
	if before, ok := q.find(key); ok && one.Next {
		item.Grids = append(item.Grids, Numbers{key, record.T("ledger.before"), q.grids.Record(d, key, before)})
	}
	if one.Next {
		now.Caption = record.T("ledger.after")
	}
	item.Grids = append(item.Grids, now)
	return item
}

// formula returns the pieces of a quantity's formula, or of its symbol where it has none.
func (q *Quantities) formula(d *panel.Desk, one lecture.Quantity) []record.Markup {
	if q.written == nil || q.notation != d.Notation {
		q.written, q.notation = map[lecture.Symbol][]record.Markup{}, d.Notation
	}
	pieces, ok := q.written[one.Symbol]
	if ok {
		return pieces
	}
	var formula lecture.Expression = one.Symbol
	if one.Formula != nil {
		formula = one.Formula
	}
	for _, piece := range d.Notation.Pieces(formula) {
		pieces = append(pieces, record.Markup(piece))
	}
	q.written[one.Symbol] = pieces
	return pieces
}

// past is what the key of a grid ends in that shows, beside a quantity after the update, what it was before.
const past = "-"

// find returns the matrix of the grid of a key.
func (q *Quantities) find(key string) (grid.Matrix, bool) {
	name, before := strings.CutSuffix(key, past)
	for _, one := range q.shown {
		if Name(one.Symbol) != name {
			continue
		}
		if !before {
			return q.matrix(one), true
		}
		s := one.Symbol
		s.Next = false
		if old := q.ledger.Quantity(s); one.Next && old != nil {
			m := q.matrix(*old)
			m.Broadcast = 0
			return m, true
		}
	}
	return grid.Matrix{}, false
}

// matrix returns the numbers of a quantity: a bias is broadcast to the examples.
func (q *Quantities) matrix(one lecture.Quantity) grid.Matrix {
	label := "ledger.table"
	if one.Next {
		label = "ledger.tableAfter"
	}
	m := grid.Matrix{
		Label: record.T(label, "name", plain(one.Symbol), "rows", one.Rows, "cols", one.Cols),
		Rows:  one.Rows, Cols: one.Cols, Examples: one.Examples(),
		Cell: one.Cell, Window: one.Window, Of: q.ledger,
	}
	if one.Name == lecture.B && !one.Next {
		m.Broadcast, m.Examples = len(q.ledger.Examples), q.ledger.Examples
	}
	return m
}

// part is the part of the lecture that a quantity belongs to, the part before being known.
func part(s lecture.Symbol, before string) string {
	switch {
	case s.Next || s.Name[0] == 'v' || s.Name[0] == 's':
		return "updating"
	case s.Name == lecture.Y || s.Name == lecture.J:
		return "cost"
	case s.Name[0] == 'd':
		return "backward"
	case before != "":
		return before
	}
	return "forward"
}

// Name is the symbol of a matrix as plain text, with a prime after the update: W[1]'.
func Name(s lecture.Symbol) string {
	if s.Next {
		return plain(s) + "'"
	}
	return plain(s)
}

func plain(s lecture.Symbol) string {
	if s.Layer > 0 && s.Name != lecture.J {
		return s.Name + "[" + strconv.Itoa(s.Layer) + "]"
	}
	return s.Name
}
