package grid

import (
	"math"
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

// countdown is Z[1] with the numbers row·100 + col.
func countdown(rows, cols int) Matrix {
	examples := make([]int, cols)
	for i := range examples {
		examples[i] = 2*i + 1
	}
	return Matrix{
		Rows: rows, Cols: cols, Examples: examples,
		Cell: func(row, col int) lecture.Symbol {
			return lecture.Symbol{Name: lecture.Z, Layer: 1, Row: row, Example: examples[col-1]}
		},
		Window: func(dst []float64, row, n, col, m int) []float64 {
			for i := range n {
				for j := range m {
					dst = append(dst, float64((row+i)*100+col+j))
				}
			}
			return dst
		},
	}
}

// bias is b[1] drawn for five examples.
func bias(values ...float64) Matrix {
	return Matrix{
		Rows: len(values), Cols: 1, Broadcast: 5, Examples: []int{11, 12, 13, 14, 15},
		Cell:   func(row, col int) lecture.Symbol { return lecture.Symbol{Name: lecture.B, Layer: 1, Row: row} },
		Window: func(dst []float64, row, rows, col, cols int) []float64 { return append(dst, values[row-1]) },
	}
}

// see has a grid of the key Z seen.
func see(g *Grids, d *panel.Desk, m Matrix, words string) Record {
	do(g, d, m, "sight Z "+words)
	return g.Record(d, "Z", m)
}

func do(g *Grids, d *panel.Desk, m Matrix, words string) {
	g.Do(d, strings.Split(words, " "), func(key string) (Matrix, bool) { return m, key == "Z" })
}

func TestOnlyWhatIsInSightIsTold(t *testing.T) {
	for _, test := range []struct {
		of          Matrix
		sight       string // left, top, width, height, in sight
		row, col    int
		heads, rows string
	}{
		{countdown(9, 9), "0 0 10 3 true", 1, 1, "1 3 5 7", "101 102 103 104|201 202 203 204|301 302 303 304"},
		{countdown(9, 9), "9.6 3.1 5 1.5 true", 3, 3, "5 7 9", "303 304 305|403 404 405"},
		{countdown(2, 2), "0 0 40 40 false", 1, 1, "1 3", "101 102|201 202"},
		{countdown(2, 2), "0 0 0 0 true", 0, 0, "", ""},
		{countdown(2, 2), "1e9 -7 nonsense 1.5 true", 0, 0, "", ""},
		{bias(0.5, -2), "0 0 10 3 true", 1, 1, "11 12 13 14", "0.5 0.5 0.5 0.5|−2 −2 −2 −2"},
	} {
		d := paneltest.Desk("v=1")
		r := see(&Grids{}, d, test.of, test.sight)
		heads, rows := strings.ReplaceAll(r.Heads, "\t", " "), strings.NewReplacer("\t", " ", "\n", "|").Replace(r.Cells)
		if r.Row != test.row || r.Col != test.col || heads != test.heads || rows != test.rows {
			t.Errorf("%s: from %d %d %q %q", test.sight, r.Row, r.Col, heads, rows)
		}
		if !d.Still {
			t.Errorf("%s: the pictures are drawn anew", test.sight)
		}
	}
}

func TestAGridSaysWhereThereIsMore(t *testing.T) {
	for _, test := range []struct {
		of           Matrix
		sight        string
		right, below bool
	}{
		{countdown(9, 9), "0 0 10 3 true", true, true},
		{countdown(9, 9), "40 12 10 3 true", false, false},
		{countdown(2, 9), "0 0 10 3 true", true, false},
		{countdown(2, 2), "0 0 40 40 true", false, false},
		{bias(1, 2), "0 0 10 9 true", true, false},
	} {
		if r := see(&Grids{}, paneltest.Desk("v=1"), test.of, test.sight); r.Right != test.right || r.Below != test.below {
			t.Errorf("%d by %d, %s: more %t %t", r.Rows, r.Broadcast, test.sight, r.Right, r.Below)
		}
	}
}

func TestWhileTheRunMovesOnlyGridsInSightHaveNumbers(t *testing.T) {
	d, g := paneltest.Desk("v=1"), &Grids{}
	d.Moving = true
	if r := see(g, d, countdown(2, 2), "0 0 40 40 false"); r.Cells != "" {
		t.Errorf("out of sight: %q", r.Cells)
	}
	if r := see(g, d, countdown(2, 2), "0 0 40 40 true"); r.Cells == "" {
		t.Error("in sight there is nothing")
	}
}

func TestNoCellIsBlankUntilItIsToBe(t *testing.T) {
	m := bias(math.NaN(), math.Inf(1), math.Inf(-1), 1e-9)
	m.Broadcast = 1
	r := see(&Grids{}, paneltest.Desk("v=1"), m, "0 0 9 99 true")
	if r.Cells != "NaN\n∞\n−∞\n10⁻⁹" || r.Exact != "NaN\n∞\n−∞\n1e-9" {
		t.Errorf("%q %q", r.Cells, r.Exact)
	}
	filled := 1
	m = countdown(1, 3)
	m.Blank = func(col int) bool { return col > filled }
	g, d := &Grids{}, paneltest.Desk("v=1")
	if r := see(g, d, m, "0 0 40 9 true"); r.Cells != "101\t\t" {
		t.Errorf("one filled: %q", r.Cells)
	}
	filled = 2
	if r := g.Record(d, "Z", m); r.Cells != "101\t102\t" {
		t.Errorf("two filled: %q", r.Cells)
	}
}

func TestWhatIsPointedAtIsMarked(t *testing.T) {
	z := lecture.Symbol{Name: lecture.Z, Layer: 1, Row: 2, Example: 3}
	for _, test := range []struct {
		of    Matrix
		at    lecture.Symbol
		marks string
	}{
		{countdown(2, 2), lecture.Symbol{}, ""},
		{countdown(2, 2), z, "...p"},
		{countdown(2, 2), lecture.Symbol{Name: lecture.A, Layer: 1, Row: 2, Example: 3}, "...l"},
		{countdown(2, 2), lecture.Symbol{Name: lecture.A, Layer: 1, Row: 2}, "..ll"},
		{countdown(2, 2), lecture.Symbol{Name: lecture.A, Layer: 2, Row: 2}, ""},
		{countdown(2, 2), lecture.Symbol{Name: lecture.Z, Layer: 1}, ""},
		{bias(1, 2), lecture.Symbol{Name: lecture.B, Layer: 1, Row: 1}, "pp.."},
		{bias(1, 2), lecture.Symbol{Name: lecture.DB, Layer: 1, Row: 1}, "ll.."},
	} {
		d := paneltest.Desk("v=1")
		d.Point(test.at)
		if r := see(&Grids{}, d, test.of, "0 0 4.75 9 true"); r.Marks != test.marks {
			t.Errorf("%v: %q, want %q", test.at, r.Marks, test.marks)
		}
	}
}

func TestACellIsPointedAtAndPicked(t *testing.T) {
	d, g, m := paneltest.Desk("v=1"), &Grids{}, countdown(2, 3)
	for _, test := range []struct {
		words   string
		row     int // of what is pointed at
		example int
	}{
		{"point Z 2 2", 2, 0},
		{"point", 0, 0},
		{"pick Z 1 3", 1, 5},
		{"pick Z 0 1", 1, 1},
		{"pick Z 0 9", 1, 1},
		{"point Z 3 1", 1, 1},
		{"point Z", 1, 1},
		{"point Y 2 2", 1, 1},
		{"pick Z nonsense 1", 1, 1},
	} {
		do(g, d, m, test.words)
		if d.Pointed.Row != test.row || d.Example != test.example {
			t.Errorf("%s: at %v, example %d", test.words, d.Pointed, d.Example)
		}
	}
	if r := see(g, d, m, "0 0 40 9 true"); r.Chosen != 1 {
		t.Errorf("the column chosen is %d", r.Chosen)
	}
	d, m = paneltest.Desk("v=1"), bias(1, 2)
	do(g, d, m, "pick Z 2 4")
	if (d.Pointed != lecture.Symbol{Name: lecture.B, Layer: 1, Row: 2}) || d.Example != 14 {
		t.Errorf("broadcast: at %v, example %d", d.Pointed, d.Example)
	}
}

func TestTheKeysOfAGrid(t *testing.T) {
	d, g, m := paneltest.Desk("v=1"), &Grids{}, countdown(20, 40)
	see(g, d, m, "0 0 21 6 true") // four columns and three rows are whole
	do(g, d, m, "focus Z false")
	if len(d.Asked()) != 0 {
		t.Error("a press points like the keyboard")
	}
	for _, test := range []struct{ key, at, scroll string }{
		{"focus", "1 1", "0.000 0.000"},
		{"ArrowUp", "1 1", "0.000 0.000"},
		{"ArrowDown", "2 1", "0.000 0.000"},
		{"ArrowRight", "2 2", "0.000 0.000"},
		{"PageDown", "2 5", "4.750 0.000"},
		{"PageUp", "2 2", "4.750 0.000"},
		{"Home", "2 1", "0.000 0.000"},
		{"End", "2 40", "171.000 0.000"},
		{"ArrowLeft", "2 39", "171.000 0.000"},
	} {
		if test.key == "focus" {
			do(g, d, m, "focus Z true")
		} else {
			do(g, d, m, "key Z "+test.key)
		}
		at := strings.Fields(test.at)
		if want := m.Cell(int(at[0][0]-'0'), atoi(at[1])); d.Pointed != want {
			t.Errorf("%s: at %v, want %v", test.key, d.Pointed, want)
		}
		for _, e := range d.Asked() {
			if s, ok := e.With.(Scroll); ok && s.Left+" "+s.Top != test.scroll {
				t.Errorf("%s: scrolls to %s %s, want %s", test.key, s.Left, s.Top, test.scroll)
			}
		}
	}
	do(g, d, m, "key Z Enter")
	if d.Example != 77 {
		t.Errorf("Enter chooses example %d", d.Example)
	}
	do(g, d, m, "key Z Delete")
	if len(d.Asked()) != 0 {
		t.Error("a key without meaning does something")
	}
}

func atoi(text string) (n int) {
	for _, digit := range text {
		n = 10*n + int(digit-'0')
	}
	return n
}

func TestAnExampleIsBroughtIntoSight(t *testing.T) {
	d, g, m := paneltest.Desk("v=1"), &Grids{}, countdown(2, 40)
	see(g, d, m, "0 0 21 6 true")
	g.Reveal(d, "Z", m, 41)
	if got := string(record.JSON(d.Asked())); got != `[{"name":"scroll","with":{"key":"Z","left":"80.750","top":"0.000"}}]` {
		t.Error(got)
	}
	g.Reveal(d, "Z", m, 42)
	if got := d.Asked(); len(got) != 0 {
		t.Errorf("an example without a column: %v", got)
	}
}

func TestAWholeMatrixIsCopied(t *testing.T) {
	d := paneltest.Desk("v=1")
	do(&Grids{}, d, bias(1.0/3, -2), "copy Z")
	if got := d.Asked()[0].With.(Text).Text; got != "0.3333333333333333\n-2" {
		t.Errorf("%q", got)
	}
}
