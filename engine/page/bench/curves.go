package bench

import (
	"math"
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

func (p *Panel) axesOf(lines []bench.Line) curveAxes {
	a := curveAxes{steps: float64(p.bench.Plan().Steps)}
	for _, l := range lines {
		for _, v := range bench.MedianCurve(p.bench.Ended(l.Row)) {
			if !math.IsInf(v, 0) && !math.IsNaN(v) {
				a.top = max(a.top, v)
			}
		}
	}
	if beyond := 1.25; a.top > 0 { // one row that blows up leaves the others something to see
		first := math.Inf(1)
		for _, l := range lines {
			if curve := bench.MedianCurve(p.bench.Ended(l.Row)); len(curve) > 0 {
				first = min(first, curve[0])
			}
		}
		a.top = min(a.top, max(beyond*first, 1e-9))
	}
	return a
}

func (p *Panel) curves(l bench.Line, a curveAxes) Curves {
	results, samples := p.bench.Ended(l.Row), p.bench.Plan().Samples()
	var svg strings.Builder
	svg.WriteString(`<svg class="bench-curves" viewBox="0 0 ` + strconv.Itoa(wide) + ` ` + strconv.Itoa(high) + `" aria-hidden="true">`)
	line := func(costs []float64, class string) {
		command := "M"
		svg.WriteString(`<path class="` + class + `" d="`)
		for i, v := range costs {
			if i%2 == 1 && i < len(costs)-1 || math.IsNaN(v) {
				continue
			}
			x, y := float64(samples[i])/a.steps*wide, high-1-min(1.2, v/a.top)*(high-2)
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
	says := record.T("bench.curves.none")
	if median := bench.MedianCurve(results); len(median) > 0 {
		line(median, "median")
		says = record.T("bench.curves", "from", written(bench.Cost, median[0]), "to", written(bench.Cost, median[len(median)-1]),
			"step", samples[len(median)-1])
	}
	svg.WriteString("</svg>")
	return Curves{"curves", "curves", record.Markup(svg.String()), says}
}
