package bench

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
)

// Picture is a metric against what varies.
type Picture struct {
	Key     string
	Metrics []panel.Choice
	Metric  string
	Caption record.Text
	Drawn   record.Markup
	Label   record.Text // what it shows
	Says    []Problem   // what is marked in it
}

// picture returns the picture of the bench, none where nothing varies or no run has ended.
func (p *Panel) picture() []Picture {
	plan := p.bench.Plan()
	metrics := p.shownMetrics()
	if plan.Goal.Metric != "" {
		metrics = append(metrics, bench.Share)
	}
	m := p.table.metric
	if !slices.Contains(metrics, m) {
		m = metrics[0]
	}
	r := Picture{Key: "picture", Metric: string(m)}
	for _, one := range metrics {
		r.Metrics = append(r.Metrics, panel.Choice{Key: string(one), Name: record.T("bench.metric." + string(one)), Chosen: one == m})
	}
	label := p.labelled(m)
	if label.Key == "" {
		return nil
	}
	r.Label = label
	name := func(at int) record.Text { return record.T("setting." + plan.Vary[at].Key) }
	if bands := p.bench.Bands(m); bands != nil {
		r.Caption = record.T(wordsOf(m).bands, "metric", unit(m), "name", name(0))
		var above []any
		r.Drawn, above = drawBands(bands, plan.Vary[0].Key, m, p.bound(m))
		if plan.Vary[0].Key == "lr" {
			r.Says = says(bands)
		}
		if len(above) > 0 {
			r.Says = append(r.Says, Problem{"above", record.T("bench.above", "at", above)})
		}
	} else {
		r.Caption = record.T(wordsOf(m).heat, "metric", unit(m), "down", name(0), "across", name(1))
		r.Drawn = drawHeat(p.bench.Heat(m), labelsOf(plan.Vary[0].Key, plan.Vary[0].Values), labelsOf(plan.Vary[1].Key, plan.Vary[1].Values), m, p.bound(m))
	}
	if some := p.blown(); some > 0 {
		r.Says = append(r.Says, Problem{"blown", record.T("bench.blown", "count", some, "all", len(p.rows().lines))})
	}
	return []Picture{r}
}

// texts are the keys of what is said of a picture.
type texts struct{ bands, heat, extremes string }

func wordsOf(m bench.Metric) texts {
	if m == bench.Share {
		return texts{"bench.shares", "bench.shareHeat", "bench.shareExtremes"}
	}
	return texts{"bench.bands", "bench.heat", "bench.extremes"}
}

// blown returns how many rows have runs that diverged.
func (p *Panel) blown() int {
	n := 0
	for _, l := range p.rows().lines {
		if l.Diverged > 0 {
			n++
		}
	}
	return n
}

// unit names a metric as pictures write it.
func unit(m bench.Metric) record.Text {
	if m.Rises() {
		return record.T("bench.percent", "metric", record.T("bench.metric."+string(m)))
	}
	return record.T("bench.metric." + string(m))
}

// scaled returns a number of a metric as pictures write it.
func scaled(m bench.Metric, v float64) float64 {
	if m.Rises() {
		return 100 * v
	}
	return v
}

// labelled says which of the rows that vary is the best and which the worst, of those in which fewer than half the runs
// diverged where there are any; no Text where there is nothing to show.
func (p *Panel) labelled(m bench.Metric) record.Text {
	plan := p.bench.Plan()
	if len(plan.Vary) == 0 {
		return record.Text{}
	}
	var varied []bench.Line
	for _, l := range p.rows().lines {
		if p.bench.Rows()[l.Row].Places != nil && l.Spread[m].Count > 0 {
			varied = append(varied, l)
		}
	}
	if len(varied) == 0 {
		return record.Text{}
	}
	if sound := slices.DeleteFunc(slices.Clone(varied), bench.Line.Blown); len(sound) > 0 {
		varied = sound
	}
	bench.Sort(varied, func(l bench.Line) float64 { return l.Spread[m].Median }, m.Rises())
	best, worst := varied[0], varied[len(varied)-1]
	at := func(l bench.Line) []any {
		var list []any
		for i, place := range p.bench.Rows()[l.Row].Places {
			if i > 0 {
				list = append(list, ", ")
			}
			s := config.Lookup(plan.Vary[i].Key)
			list = append(append(list, record.T("setting."+s.Key), " "), valueOf(s, plan.Vary[i].Values[place])...)
		}
		return list
	}
	if len(varied) == 1 {
		return record.T("bench.single", "metric", record.T("bench.metric."+string(m)), "best", written(m, best.Spread[m].Median), "at", at(best))
	}
	return record.T(wordsOf(m).extremes, "metric", record.T("bench.metric."+string(m)),
		"best", written(m, best.Spread[m].Median), "at", at(best), "worst", written(m, worst.Spread[m].Median), "other", at(worst))
}

// says puts the marks of a learning rate into words.
func says(b *bench.Bands) []Problem {
	var list []Problem
	if i := b.Steepest; i > 0 {
		list = append(list, Problem{"steepest", record.T("bench.steepest", "from", b.List[i-1].Text, "to", b.List[i].Text)})
	}
	if i := b.Diverges; i >= 0 {
		list = append(list, Problem{"diverges", record.T("bench.diverges", "at", b.List[i].Text, "count", b.List[i].Diverged, "all", b.List[i].Ended)})
	} else {
		list = append(list, Problem{"diverges", record.T("bench.nowhere")})
	}
	return list
}

// bound is how far up a picture of a metric leads at most: where a cost is beyond ten times what runs begin with, they
// diverge or are about to, and the others would be a line at the bottom.
func (p *Panel) bound(m bench.Metric) float64 {
	first := math.Inf(1)
	for _, median := range p.rows().medians {
		if len(median) > 0 && median[0] > 0 {
			first = min(first, median[0])
		}
	}
	if m.Rises() {
		return math.Inf(1)
	}
	return 10 * first
}

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
	if !b.Numeric {
		room.Bottom = 34
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
			picture.Beside(fmt.Sprintf(`<path class="plot-dot" d="M%.2f %gl-4 7h8z"/>`, picture.Across(x), top))
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
		var texts []string
		for _, band := range list {
			texts = append(texts, band.Text)
		}
		labels := labelsOf(key, texts)
		lines := linesFor(labels, w/float64(len(list)))
		for i, band := range list {
			picture.Beside(fmt.Sprintf(`<text class="plot-x" x="%.2f" y="%g">%s</text>`,
				max(left, picture.Across(band.At)), top+h+13+float64(i%lines)*12, labels[i].svg))
		}
	}
	return picture.Markup(), above
}

// digit is about how wide a character is.
const digit = 5.6

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

// styles are what a picture in a file of its own looks like.
const styles = `<style>text{font:10px sans-serif;fill:#5d6168}.plot-x{text-anchor:middle}.plot-y{text-anchor:end;dominant-baseline:central}` +
	`.plot-grid,.plot-axis{fill:none;stroke:#d9d9d2}.plot-line{fill:none;stroke:#1a1c1f;stroke-width:2}.plot-dot{fill:#1a1c1f}` +
	`.bench-band{fill:#0d4c9a;fill-opacity:.2}.bench-steepest,.bench-diverges{fill:none;stroke:#5d6168;stroke-dasharray:2 3}.bench-diverges{stroke:#da7411;stroke-dasharray:6 3}` +
	`rect{fill:#0d4c9a;stroke:#fff}rect+text{fill:#1a1c1f}</style>`

// alone returns a picture as a file of its own, on white and with a title, which takes the lines that it needs.
func alone(picture record.Markup, title string) string {
	svg := string(picture)
	at := strings.IndexByte(svg, '>')
	var w, h float64
	fmt.Sscanf(svg[strings.Index(svg, "viewBox")+len(`viewBox="0 0 `):], "%g %g", &w, &h)
	lines := wrapped(title, w-16)
	head := 7 + 13*float64(len(lines))
	var above strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&above, `<text x="8" y="%d">%s</text>`, 13+13*i, html.EscapeString(line))
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" width="%g" height="%g" role="img"><title>%s</title>%s<path fill="#fff" d="M0 0h%gv%gH0z"/>%s<svg y="%g" width="%g" height="%g" viewBox="0 0 %g %g">%s`,
		w, h+head, 2*w, 2*(h+head), html.EscapeString(title), styles, w, h+head, above.String(), head, w, h, w, h, svg[at+1:]) + "</svg>\n"
}

// wrapped breaks a text into lines of about a width: at blanks, and beside the characters of Chinese.
func wrapped(text string, wide float64) (lines []string) {
	var line []rune
	room, blank := wide, -1
	for _, r := range text {
		if r == ' ' {
			blank = len(line)
		}
		line = append(line, r)
		if room -= widthOf(r); room >= 0 {
			continue
		}
		cut := len(line) - 1
		if blank > 0 && r < chinese {
			cut = blank
		}
		lines = append(lines, strings.TrimSpace(string(line[:cut])))
		line = slices.Clone(line[cut:])
		room, blank = wide, -1
		for _, r := range line {
			room -= widthOf(r)
		}
	}
	return append(lines, strings.TrimSpace(string(line)))
}

// chinese is where the characters begin that are as wide as high.
const chinese = 0x2e80

func widthOf(r rune) float64 {
	if r >= chinese {
		return 10
	}
	return digit
}
