package bench

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/page/record"
)

// The size of the small picture of a row's costs, and how many seeds' are drawn.
const (
	wide, high  = 120, 48
	mostStrokes = 25
)

// curveAxes are what the costs of all rows are drawn over, so that they compare.
type curveAxes struct{ steps, top float64 }

// axesOf returns the axes for all rows. One that blows up leaves the others something to see.
func (p *Panel) axesOf(m *memory) curveAxes {
	const beyond, least = 1.25, 1e-9
	top := max(least, slices.Max(m.tops))
	return curveAxes{float64(p.bench.Plan().Steps), max(least, min(top, beyond*firstOf(m.medians...)))}
}

// curves draws the costs of a row, and says where their median leads.
func (p *Panel) curves(m *memory, row int, a curveAxes) Curves {
	median, samples := m.medians[row], p.bench.Plan().Samples()
	says := record.T("bench.curves.none")
	if last := len(median) - 1; last >= 0 {
		says = record.T("bench.curves", "from", written(bench.Cost, median[0]), "to", written(bench.Cost, median[last]), "step", samples[last])
	}
	if d := &m.drawn[row]; d.ended != m.lines[row].Ended || d.axes != a {
		*d = drawing{m.lines[row].Ended, a, drawCurves(p.bench.Ended(row), median, samples, a)}
	}
	return Curves{"curves", "curves", m.drawn[row].svg, says}
}

func drawCurves(results []bench.Result, median []float64, samples []int, a curveAxes) record.Markup {
	var svg strings.Builder
	svg.WriteString(`<svg class="bench-curves" viewBox="0 0 ` + strconv.Itoa(wide) + ` ` + strconv.Itoa(high) + `" aria-hidden="true">`)
	above := math.Inf(1) // where the first one leaves the picture
	line := func(costs []float64, class string) {
		command := "M"
		svg.WriteString(`<path class="` + class + `" d="`)
		for i, v := range costs {
			if i%2 == 1 && i < len(costs)-1 || math.IsNaN(v) { // every other one does in so little room
				continue
			}
			x, y := float64(samples[i])/a.steps*wide, high-1-min(1.2, v/a.top)*(high-2)
			if v > a.top {
				above = min(above, x)
			}
			svg.WriteString(command + strconv.FormatFloat(x, 'f', 1, 64) + " " + strconv.FormatFloat(y, 'f', 1, 64))
			command = "L"
		}
		svg.WriteString(`"/>`)
	}
	for i, r := range results {
		if i < mostStrokes && len(results) > 1 {
			line(r.Curve, "one")
		}
	}
	line(median, "median")
	if above <= wide {
		svg.WriteString(`<path class="above" d="M` + strconv.FormatFloat(max(4, min(wide-4, above)), 'f', 1, 64) + ` 0l-4 6h8z"/>`)
	}
	svg.WriteString("</svg>")
	return record.Markup(svg.String())
}
