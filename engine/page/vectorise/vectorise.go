// Package vectorise is the panel from one example to all: the loop that fills Z[1] column by column beside the one product
// that gives it at once, shown equal, and the time of each on this machine.
package vectorise

import (
	"math"
	"time"

	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/grid"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// duration is how long the filling of all columns takes when it plays: slow at first, then faster.
const duration = 12 * time.Second

// Panel is the panel of the two ways.
type Panel struct {
	filled  int       // how many columns the loop has filled
	stacked bool      // the product has been taken
	began   time.Time // when the filling would have begun with nothing filled; zero where it does not play
	times   *Times    // nil until they are measured
	grids   grid.Grids

	of      panel.Standing
	numbers *lecture.Vectorisation // of it, both ways
}

// New returns the panel with nothing filled.
func New() panel.Part { return &Panel{} }

// Do takes: one, which fills a column more; play, which goes on or holds; stack; again; measure; and what package grid
// takes.
func (p *Panel) Do(d *panel.Desk, words []string) {
	p.compute(d)
	switch {
	case len(words) == 1 && words[0] == "one":
		p.fill(d, p.filled+1)
	case len(words) == 1 && words[0] == "play":
		p.play(d)
	case len(words) == 1 && words[0] == "stack":
		p.stacked = true
	case len(words) == 1 && words[0] == "again":
		p.filled, p.stacked, p.began, p.times = 0, false, time.Time{}, nil
	case len(words) == 1 && words[0] == "measure":
		p.times = measure(d.Session())
	default:
		p.grids.Do(d, words, p.matrix)
	}
}

// Leave begins anew.
func (p *Panel) Leave(*panel.Desk) { *p = Panel{} }

// Busy reports whether the columns fill by themselves.
func (p *Panel) Busy() bool { return !p.began.IsZero() }

// Work fills as many as the time asks for, ever faster.
func (p *Panel) Work(d *panel.Desk, _ float64) {
	p.compute(d)
	share := min(1, float64(time.Since(p.began))/float64(duration))
	p.fill(d, max(p.filled, int(math.Ceil(float64(p.cols())*math.Pow(share, 3)))))
	if p.filled == p.cols() {
		p.began = time.Time{}
	}
}

// play fills the columns by themselves, at once where the reader asked for less motion, or holds.
func (p *Panel) play(d *panel.Desk) {
	if p.Busy() {
		p.began = time.Time{}
		return
	}
	if p.filled == p.cols() {
		p.filled = 0
	}
	if d.Calm {
		p.fill(d, p.cols())
		return
	}
	done := math.Cbrt(float64(p.filled) / float64(p.cols()))
	p.began = time.Now().Add(-time.Duration(done * float64(duration)))
}

// fill fills the columns up to one and shows its example.
func (p *Panel) fill(d *panel.Desk, column int) {
	p.filled = min(column, p.cols())
	if p.filled > 0 {
		d.Choose(p.filled)
		m, _ := p.matrix("loop")
		p.grids.Reveal(d, "loop", m, p.filled)
	}
}

func (p *Panel) cols() int { return p.numbers.Loop.Cols }

// compute has the numbers of the run as it is, and begins anew where their shape is another.
func (p *Panel) compute(d *panel.Desk) {
	now := d.Standing()
	if p.numbers != nil && now == p.of {
		return
	}
	numbers := lecture.NewVectorisation(d.Session())
	if p.numbers != nil && (numbers.Loop.Rows != p.numbers.Loop.Rows || numbers.Loop.Cols != p.cols()) {
		*p = Panel{grids: p.grids}
	}
	numbers.Each()
	numbers.Stack()
	p.of, p.numbers = now, numbers
}

// matrix is what the grid of a way shows: loop or product.
func (p *Panel) matrix(way string) (grid.Matrix, bool) {
	z, filled := p.numbers.Loop, p.filled
	switch way {
	case "loop":
	case "product":
		z, filled = p.numbers.Stacked, 0
		if p.stacked {
			filled = z.Cols
		}
	default:
		return grid.Matrix{}, false
	}
	examples := make([]int, z.Cols)
	for i := range examples {
		examples[i] = i + 1
	}
	return grid.Matrix{
		Label: record.T("ledger.table", "name", "Z[1]", "rows", z.Rows, "cols", z.Cols),
		Rows:  z.Rows, Cols: z.Cols, Examples: examples,
		Cell: func(row, col int) lecture.Symbol {
			return lecture.Symbol{Name: lecture.Z, Layer: 1, Row: row, Example: col}
		},
		Window: func(dst []float64, row, rows, col, cols int) []float64 {
			for i := range rows {
				dst = append(dst, z.Data[(row-1+i)*z.Stride+col-1:][:cols]...)
			}
			return dst
		},
		Blank: func(col int) bool { return col > filled },
		Of:    p.numbers,
	}, true
}

// Record is what the panel shows.
type Record struct {
	Loop, Product grid.Record
	Filled        record.Text
	Column        record.Markup // the column that was filled last, as the numbers it is made of
	Result        record.Text
	Play          record.Text // of the button
	Icon          string
	Times         Times
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.show(d) }

func (p *Panel) show(d *panel.Desk) Record {
	p.compute(d)
	loop, _ := p.matrix("loop")
	product, _ := p.matrix("product")
	r := Record{
		Loop: p.grids.Record(d, "loop", loop), Product: p.grids.Record(d, "product", product),
		Filled: record.T("vectorise.filled", "filled", p.filled, "cols", p.cols()),
		Column: d.Math(p.column(d.Session())),
		Play:   record.T("vectorise.play"), Icon: "#icon-play",
		Times: Times{None: true},
	}
	if p.Busy() {
		r.Play, r.Icon = record.T("vectorise.hold"), "#icon-pause"
	}
	if p.filled == p.cols() && p.stacked {
		r.Result = record.T("vectorise.same", "rows", loop.Rows, "cols", loop.Cols)
		if apart := p.numbers.Difference(); apart != 0 {
			r.Result = record.T("vectorise.close", "rows", loop.Rows, "cols", loop.Cols, "difference", number.Of(apart).String())
		}
	}
	if p.times != nil {
		r.Times = *p.times
	}
	return r
}

// column is z = W x + b for the example filled last, in numbers; of each in turn where none is.
func (p *Panel) column(s *session.Session) lecture.Expression {
	z, w, x, b := lecture.Symbol{Name: lecture.Z, Layer: 1}, lecture.Symbol{Name: lecture.W, Layer: 1}, lecture.Symbol{Name: lecture.X}, lecture.Symbol{Name: lecture.B, Layer: 1}
	if p.filled == 0 {
		return lecture.Equals{z.Of(lecture.Every), lecture.Sum{lecture.Product{w, x.Of(lecture.Every)}, b}}
	}
	n, inputs := s.Network(), s.Inputs()
	column := func(of lecture.Symbol, rows, stride int, data []float64) lecture.Matrix {
		m := lecture.Matrix{Rows: rows, Cols: 1, Of: of.Of(p.filled)}
		for i := range rows {
			m.Values = append(m.Values, data[i*stride+p.filled-1])
		}
		return m
	}
	return lecture.Equals{z.Of(p.filled),
		lecture.Sum{
			lecture.Product{
				lecture.Matrix{Rows: n.W[1].Rows, Cols: n.W[1].Cols, Values: n.W[1].Data, Of: w},
				column(x, inputs.Rows, inputs.Stride, inputs.Data),
			},
			lecture.Matrix{Rows: len(n.B[1]), Cols: 1, Values: n.B[1], Of: b},
		},
		column(z, p.numbers.Loop.Rows, p.numbers.Loop.Stride, p.numbers.Loop.Data),
	}
}
