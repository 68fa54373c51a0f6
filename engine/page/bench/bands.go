package bench

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
)

// drawBands draws the medians, and the quartiles around them, as far as they are within a bound. It returns as well at
// which values the medians lie above the picture, where triangles are.
func drawBands(b *bench.Bands, key string, m bench.Metric, bound float64) (drawn record.Markup, above []any) {
	list := slices.Clone(b.List)
	slices.SortStableFunc(list, func(a, b bench.Band) int { return cmp.Compare(a.At, b.At) })
	var xs, lower, median, upper []float64
	low, high := math.Inf(1), math.Inf(-1)
	for _, band := range list {
		s := band.Spread
		xs = append(xs, band.At)
		lower, median, upper = append(lower, scaled(m, s.Lower)), append(median, scaled(m, s.Median)), append(upper, scaled(m, s.Upper))
		for _, v := range []float64{s.Lower, s.Upper} {
			if v <= bound && !math.IsInf(v, 0) {
				low, high = min(low, scaled(m, v)), max(high, scaled(m, v))
			}
		}
	}
	if low > high {
		low, high = 0, 1
	}
	if m == bench.Share {
		low, high = 0, 100
	}
	room := plot.Room{Left: 30, Right: 16, Top: 10, Bottom: 20}
	var labels []label
	if !b.Numeric {
		for _, band := range list {
			labels = append(labels, labelsOf(key, []string{band.Text})...)
		}
		room.Bottom, room.Right = 34, max(room.Right, overhang(labels, mapWide-room.Left-room.Right))
	}
	y := up(low, high)
	for _, list := range [][]float64{lower, median, upper} { // far above, lines have no place that can be drawn
		for i, v := range list {
			list[i] = min(v, y.High+10*(y.High-y.Low))
		}
	}
	picture := plot.New(across(b, xs), y, room)
	if b.Numeric {
		picture.Inside(bandOf(picture, xs, lower, upper))
		picture.Line(xs, median, "median")
	}
	for i, x := range xs {
		if !b.Numeric {
			picture.Stroke([]float64{x, x}, []float64{lower[i], upper[i]}, "bar", "")
		}
		if median[i] <= y.High {
			picture.Dot(x, median[i], "median")
		}
	}
	left, top, w, h := picture.Box()
	for i, x := range xs {
		if median[i] > y.High {
			picture.Beside(triangle(picture.Across(x), top, "median"))
			if len(above) > 0 {
				above = append(above, ", ")
			}
			above = append(above, valueOf(config.Lookup(key), list[i].Text)...)
		}
	}
	upright := func(x float64, class string) {
		picture.Inside(fmt.Sprintf(`<path class="%s" d="M%.2f %gv%g"/>`, class, x, top, h))
	}
	if i := b.Steepest; i > 0 {
		upright((picture.Across(b.List[i-1].At)+picture.Across(b.List[i].At))/2, "bench-steepest")
	}
	if i := b.Diverges; i >= 0 {
		upright(picture.Across(b.List[i].At), "bench-diverges")
	}
	if !b.Numeric { // names, in two lines where they would run into one another
		lines := linesFor(labels, w/float64(len(list)))
		for i, band := range list {
			picture.Beside(fmt.Sprintf(`<text class="plot-x" x="%.2f" y="%g">%s</text>`,
				max(left, picture.Across(band.At)), top+h+13+float64(i%lines)*12, labels[i].svg))
		}
	}
	return picture.Markup(), above
}

// bandOf is what lies between two lines, a piece between each two neighbours of which all is finite.
func bandOf(p *plot.Plot, xs, lower, upper []float64) string {
	var d strings.Builder
	for i := 1; i < len(xs); i++ {
		corners := [][2]float64{{xs[i-1], lower[i-1]}, {xs[i], lower[i]}, {xs[i], upper[i]}, {xs[i-1], upper[i-1]}}
		if slices.ContainsFunc(corners, func(c [2]float64) bool { return c[1]-c[1] != 0 }) {
			continue
		}
		command := "M"
		for _, c := range corners {
			fmt.Fprintf(&d, "%s%.2f %.2f", command, p.Across(c[0]), p.Up(c[1]))
			command = "L"
		}
		d.WriteString("z")
	}
	return `<path class="bench-band" d="` + d.String() + `"/>`
}

// across returns the axis of what varies.
func across(b *bench.Bands, xs []float64) plot.Axis {
	low, high := xs[0], xs[len(xs)-1]
	switch {
	case !b.Numeric:
		return plot.Axis{Low: low - 0.5, High: high + 0.5}
	case b.Log:
		if low == high {
			low, high = low/2, high*2
		}
		return plot.Axis{Low: low, High: high, Ticks: plot.PowerTicks(low, high, 6), Log: true}
	case low == high:
		low, high = low-1, high+1
	}
	return plot.Axis{Low: low, High: high, Ticks: plot.RoundTicks(low, high, 5)}
}

// up returns the axis of a metric: one of logarithms where the numbers are far apart.
func up(low, high float64) plot.Axis {
	if low > 0 && high > 100*low {
		low, high = plot.Decades(low, high)
		return plot.Axis{Low: low, High: high, Ticks: plot.PowerTicks(low, high, 6), Log: true}
	}
	margin := max((high-low)/20, math.Abs(high)/1000, 1e-12)
	low, high = low-margin, high+margin
	return plot.Axis{Low: low, High: high, Ticks: plot.RoundTicks(low, high, 5)}
}

// triangle marks at the upper edge of a picture where a line leaves it.
func triangle(x, top float64, style string) string {
	return fmt.Sprintf(`<path class="plot-dot %s" d="M%.2f %gl-4 7h8z"/>`, style, x, top)
}
