package bench

import (
	"math"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/record"
)

// memory is what has been made of the rows of a bench: of one anew only when a run of it has ended.
type memory struct {
	of        *bench.Bench
	differing []*config.Setting
	keys      []string // tell rows from others, as their numbers change with one
	lines     []bench.Line
	medians   [][]float64
	tops      []float64 // the largest finite costs
	drawn     []drawing
}

// drawing is the costs of a row as they were drawn.
type drawing struct {
	ended int
	axes  curveAxes
	svg   record.Markup
}

// rowKey tells a row from others.
func rowKey(r bench.Row) string { return r.Config.Encode() }

// rows returns the memory of the bench, as it is now.
func (p *Panel) rows() *memory {
	m, rows := &p.memory, p.bench.Rows()
	if m.of != p.bench {
		n := len(rows)
		*m = memory{
			of: p.bench, differing: p.bench.Plan().Differing(rows),
			lines: make([]bench.Line, n), medians: make([][]float64, n), tops: make([]float64, n), drawn: make([]drawing, n),
		}
		for i, row := range rows {
			m.keys = append(m.keys, rowKey(row))
			m.lines[i].Ended = -1 // not made yet
		}
	}
	for i := range rows {
		if results := p.bench.Ended(i); len(results) != m.lines[i].Ended {
			m.lines[i] = p.bench.Line(i, m.differing)
			m.medians[i], m.tops[i] = bench.MedianCurve(results), topOf(results)
		}
	}
	return m
}

// topOf returns the largest finite cost of runs, 0 where there is none.
func topOf(results []bench.Result) (top float64) {
	for _, r := range results {
		for _, v := range r.Curve {
			if !math.IsInf(v, 0) && v > top {
				top = v
			}
		}
	}
	return top
}
