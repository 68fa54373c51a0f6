// Package grid is a matrix on the page as a table that scrolls inside itself: of its numbers those in sight are told.
//
// A grid is one stop for Tab; arrow keys go from cell to cell and point at it, Enter chooses the example of its column.
// A bias is drawn as it is broadcast: its column and, faint, the same again for each example.
package grid

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Sizes in rem, as they grow with the reader's text: of a cell, and of the numbers at the side. Those at the top have
// a cell's height. web/templates/ledger.css has the same.
const (
	width  = 4.75
	height = 1.5
	side   = 2
)

// Matrix is what a grid shows. Rows and columns are counted from 1.
type Matrix struct {
	Label      record.Text // its name for a screen reader
	Rows, Cols int
	// Broadcast is how many columns are drawn of what has one, at least Cols.
	Broadcast int
	// Examples are the numbers of the columns in the training set, nil where columns are not examples.
	Examples []int
	// Cell returns what a cell is.
	Cell func(row, col int) lecture.Symbol
	// Window appends the numbers of as many rows and columns as there are from a cell on, row by row.
	Window func(dst []float64, row, rows, col, cols int) []float64
	// Blank reports whether a column has no numbers yet; nil where all have.
	Blank func(col int) bool
	// Of tells these numbers from others: while it is the same, so are they.
	Of any
}

// Record is what a grid shows. Numbers stand as in a table of text, a tab between two of a row and each row on its line.
type Record struct {
	Key                   string
	Label                 record.Text
	Rows, Cols, Broadcast int
	Examples              bool // columns are examples: such grids scroll together
	Row, Col              int  // the first in sight
	Right, Below          bool // there is more of it than is told
	Heads                 string
	Cells, Exact          string // for the eye, and in full
	// Marks has a letter for each cell in sight, row by row: p for pointed at, l for what belongs to that, else a dot.
	// It is empty where there are only dots.
	Marks  string
	Chosen int // the column of the example that is chosen, 0 for none
}

// Grids are the grids of a part of the page, by their keys.
type Grids struct{ views map[string]*view }

// view is what a reader sees of a grid.
type view struct {
	left, top, width, height float64 // in rem: how far it is scrolled, and its size
	seen                     bool    // the grid itself is in sight
	row, col                 int     // where the arrow keys are
	written                  written
}

// written is what was told last of a grid.
type written struct {
	of     any
	window window
	blank  int // how many columns
	Record
}

// window is a part of a matrix.
type window struct{ row, rows, col, cols int }

func (g *Grids) view(key string) *view {
	v := g.views[key]
	if v == nil {
		if g.views == nil {
			g.views = map[string]*view{}
		}
		v = &view{row: 1, col: 1}
		g.views[key] = v
	}
	return v
}

// Do takes, of the grid of a key: point KEY ROW COL; pick KEY ROW COL, in row 0 the head of a column; key KEY NAME of a
// key of the keyboard; focus KEY VISIBLE; copy KEY. And of all grids: point, at nothing; sight KEY LEFT TOP WIDTH HEIGHT SEEN and so on, in
// rem.
func (g *Grids) Do(d *panel.Desk, words []string, find func(key string) (Matrix, bool)) {
	if len(words) > 0 && words[0] == "sight" {
		g.see(words[1:])
		d.Still = true
	}
	if len(words) == 1 && words[0] == "point" {
		d.Point(lecture.Symbol{})
	}
	if len(words) < 2 {
		return
	}
	m, ok := find(words[1])
	if !ok {
		return
	}
	switch v := g.view(words[1]); {
	case words[0] == "point" || words[0] == "pick":
		if row, col, ok := m.place(words[2:]); ok {
			m.press(d, v, row, col, words[0] == "pick")
		}
	case words[0] == "key" && len(words) == 3:
		g.key(d, words[1], m, words[2])
	case words[0] == "focus" && len(words) == 3:
		if words[2] == "true" {
			g.key(d, words[1], m, "")
		}
	case words[0] == "copy":
		d.Ask("text", Text{m.text()})
		d.Still = true
	}
}

// Text is the effect "text": a whole matrix, to be copied.
type Text struct{ Text string }

// see takes note of what is in sight.
func (g *Grids) see(words []string) {
	for ; len(words) >= 6; words = words[6:] {
		v := g.view(words[0])
		for i, size := range []*float64{&v.left, &v.top, &v.width, &v.height} {
			if given, err := strconv.ParseFloat(words[1+i], 64); err == nil {
				*size = max(0, min(1e6, given))
			}
		}
		v.seen = words[5] == "true"
	}
}

// place reads ROW COL.
func (m Matrix) place(words []string) (row, col int, ok bool) {
	if len(words) != 2 {
		return 0, 0, false
	}
	row, err := strconv.Atoi(words[0])
	if err != nil {
		return 0, 0, false
	}
	col, err = strconv.Atoi(words[1])
	return row, col, err == nil && row >= 0 && row <= m.Rows && col >= 1 && col <= max(m.Cols, m.Broadcast)
}

// press points at a cell and, picked, chooses the example of its column.
func (m Matrix) press(d *panel.Desk, v *view, row, col int, pick bool) {
	if row > 0 {
		d.Point(m.Cell(row, min(col, m.Cols)))
	}
	if !pick {
		return
	}
	if row > 0 {
		v.row, v.col = row, min(col, m.Cols)
	}
	m.choose(d, col)
}

// choose chooses the example of a column, if it is one's.
func (m Matrix) choose(d *panel.Desk, col int) {
	if col <= len(m.Examples) {
		d.Choose(m.Examples[col-1])
	}
}

// key does what a key of the keyboard means.
func (g *Grids) key(d *panel.Desk, key string, m Matrix, name string) {
	v := g.view(key)
	page := max(1, int(math.Floor((v.width-side)/width))-1)
	row, col := v.row, v.col
	switch name {
	case "ArrowUp":
		row--
	case "ArrowDown":
		row++
	case "ArrowLeft":
		col--
	case "ArrowRight":
		col++
	case "PageUp":
		col -= page
	case "PageDown":
		col += page
	case "Home":
		col = 1
	case "End":
		col = m.Cols
	case "Enter":
		m.choose(d, col)
		return
	case "": // where it is
	default:
		return
	}
	v.row, v.col = max(1, min(m.Rows, row)), max(1, min(m.Cols, col))
	v.left = within(v.left, width*float64(v.col-1), v.width-side-width)
	v.top = within(v.top, height*float64(v.row-1), v.height-2*height)
	d.Ask("scroll", v.scroll(key))
	d.Point(m.Cell(v.row, v.col))
}

// Scroll is the effect "scroll": a grid is to be scrolled so far, in rem.
type Scroll struct{ Key, Left, Top string }

func (v *view) scroll(key string) Scroll {
	write := func(size float64) string { return strconv.FormatFloat(size, 'f', 3, 64) }
	return Scroll{key, write(v.left), write(v.top)}
}

// Reveal scrolls the column of an example into sight, if there is one.
func (g *Grids) Reveal(d *panel.Desk, key string, m Matrix, example int) {
	if col := slices.Index(m.Examples, example); col >= 0 {
		v := g.view(key)
		v.left = within(v.left, width*float64(col), v.width-side-width)
		d.Ask("scroll", v.scroll(key))
	}
}

// within returns the scroll position nearest to the present one at which a place is in sight, with room beyond the
// place's own size.
func within(now, place, room float64) float64 { return max(place-max(0, room), min(now, place)) }

// Record returns the Record of a matrix. While the run moves it has numbers only where the grid is in sight; at rest
// all have theirs, so that what is found or copied is of one step.
func (g *Grids) Record(d *panel.Desk, key string, m Matrix) Record {
	v := g.view(key)
	w := m.sees(v)
	if d.Moving && !v.seen || v.width == 0 {
		w = window{}
	}
	if v.written.of != m.Of || v.written.window != w || v.written.blank != m.blanks() {
		v.written = written{m.Of, w, m.blanks(), m.write(w)}
	}
	r := v.written.Record
	r.Key, r.Label, r.Rows, r.Cols, r.Broadcast, r.Examples = key, m.Label, m.Rows, m.Cols, max(m.Cols, m.Broadcast), m.Examples != nil
	r.Right, r.Below = w.col+w.cols-1 < r.Broadcast, w.row+w.rows-1 < r.Rows
	r.Marks = m.marks(d, w)
	if d.Example > 0 {
		r.Chosen = slices.Index(m.Examples, d.Example) + 1
	}
	return r
}

// sees returns the cells of which something is in sight.
func (m Matrix) sees(v *view) window {
	col, row := 1+int(v.left/width), 1+int(v.top/height)
	return window{
		row, max(0, min(m.Rows-row+1, int(math.Ceil(v.height/height))+1)),
		col, max(0, min(max(m.Cols, m.Broadcast)-col+1, int(math.Ceil(v.width/width))+1)),
	}
}

// write writes the numbers of a window.
func (m Matrix) write(w window) Record {
	var cells, exact, heads strings.Builder
	for j := range w.cols {
		separate(&heads, j, '\t')
		heads.WriteString(strconv.Itoa(m.head(w.col + j)))
	}
	for i := range w.rows {
		separate(&cells, i, '\n')
		separate(&exact, i, '\n')
		for j, v := range m.row(w, w.row+i) {
			separate(&cells, j, '\t')
			separate(&exact, j, '\t')
			if m.Blank == nil || !m.Blank(w.col+j) {
				cells.WriteString(number.Of(v).String())
				exact.WriteString(full(v))
			}
		}
	}
	return Record{Row: w.row, Col: w.col, Heads: heads.String(), Cells: cells.String(), Exact: exact.String()}
}

func separate(b *strings.Builder, i int, by byte) {
	if i > 0 {
		b.WriteByte(by)
	}
}

// row returns the numbers of a row in a window.
func (m Matrix) row(w window, row int) []float64 {
	if m.Broadcast <= m.Cols {
		return m.Window(nil, row, 1, w.col, w.cols)
	}
	return slices.Repeat(m.Window(nil, row, 1, 1, 1), w.cols)
}

// head is what a column is called: the number of its example or of the unit before.
func (m Matrix) head(col int) int {
	if col <= len(m.Examples) {
		return m.Examples[col-1]
	}
	return col
}

// full writes a number in full.
func full(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return number.Of(v).String()
	}
	return number.Typed(v, 17)
}

// blanks is how many columns have no numbers yet.
func (m Matrix) blanks() int {
	n := 0
	for col := 1; m.Blank != nil && col <= m.Cols; col++ {
		if m.Blank(col) {
			n++
		}
	}
	return n
}

// text returns all numbers in full.
func (m Matrix) text() string {
	m.Broadcast = 0
	return m.write(window{1, m.Rows, 1, m.Cols}).Exact
}

// marks marks the cell that is pointed at, and what belongs to the part of the diagram that is.
func (m Matrix) marks(d *panel.Desk, w window) string {
	at, target := d.Pointed, panel.TargetOf(d.Pointed)
	if at == (lecture.Symbol{}) {
		return ""
	}
	marks, any := make([]byte, 0, w.rows*w.cols), false
	for i := range w.rows {
		for j := range w.cols {
			own, mark := m.Cell(w.row+i, min(w.col+j, m.Cols)), byte('.')
			switch {
			case own == at:
				mark = 'p'
			case target != (scene.Target{}) && target.To > 0 && panel.TargetOf(own) == target && together(own, at):
				mark = 'l'
			}
			any = any || mark != '.'
			marks = append(marks, mark)
		}
	}
	if !any {
		return ""
	}
	return string(marks)
}

// together reports whether two symbols are not of different examples.
func together(a, b lecture.Symbol) bool {
	return a.Example == 0 || b.Example == 0 || a.Example == b.Example
}
