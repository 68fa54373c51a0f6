package bench

import (
	"fmt"
	"html"
	"math"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/number"
	"shallows/engine/page/record"
)

// The size of a map, in its units; a cell of it that is this wide has its number.
const (
	mapWide  = 320
	cellHigh = 26
	roomy    = 34
	// So opaque at most, a colour bears the ink of a number.
	strongest = 0.6
	// All medians lie within this share of the largest one where their colours hardly differ.
	apart = 0.05
)

// drawHeat draws the medians by two settings, the better the stronger the colour, and what the ends of the colours mean.
// What is beyond a bound has none.
func drawHeat(heat [][]float64, down, across []label, m bench.Metric, bound float64) record.Markup {
	low, high, left := math.Inf(1), math.Inf(-1), 0.
	for i, row := range heat {
		left = max(left, 1.2*down[i].wide+10)
		for _, v := range row {
			if !math.IsNaN(v) {
				low = min(low, v)
			}
			if v <= bound {
				high = max(high, v)
			}
		}
	}
	high = max(high, low)
	best, span := low, max(high-low, apart*math.Abs(high), 1e-300)
	worst := low + span
	if m.Rises() {
		best, worst = high, high-span
	}
	opacity := func(v float64) float64 { return strongest * max(0, 1-math.Abs(v-best)/span) }
	left = min(left, mapWide/2)
	wide := (mapWide - left - overhang(across, mapWide-left)) / float64(len(across))
	lines := linesFor(across, wide)
	top := float64(4 + 12*lines)
	bottom := top + cellHigh*float64(len(heat))
	var svg strings.Builder
	fmt.Fprintf(&svg, `<svg class="plot bench-heat" viewBox="0 0 %d %g" aria-hidden="true">`, mapWide, bottom+24)
	for j, l := range across {
		fmt.Fprintf(&svg, `<text class="plot-x" x="%.2f" y="%d">%s</text>`, left+(float64(j)+0.5)*wide, 10+12*(j%lines), l.svg)
	}
	for i, row := range heat {
		y := top + cellHigh*float64(i)
		fmt.Fprintf(&svg, `<text class="plot-y" x="%.2f" y="%g">%s</text>`, left-6, y+cellHigh/2, down[i].svg)
		for j, v := range row {
			if math.IsNaN(v) {
				continue
			}
			x := left + float64(j)*wide
			fmt.Fprintf(&svg, `<rect x="%.2f" y="%g" width="%.2f" height="%d" fill-opacity="%.2f"/>`, x, y, wide, cellHigh, opacity(v))
			if wide >= roomy {
				fmt.Fprintf(&svg, `<text class="plot-x" x="%.2f" y="%g">%s</text>`, x+wide/2, y+cellHigh/2+3.5, number.Rounded(scaled(m, v), 3))
			}
		}
	}
	const tones, tone = 6, 14
	at := float64(mapWide-tones*tone) / 2
	y := bottom + 9
	fmt.Fprintf(&svg, `<text class="plot-y" x="%g" y="%g">%s</text>`, at-6, y+5, number.Rounded(scaled(m, best), 3))
	for i := range tones {
		v := best + (worst-best)*float64(i)/(tones-1)
		fmt.Fprintf(&svg, `<rect x="%g" y="%g" width="%d" height="10" fill-opacity="%.2f"/>`, at+tone*float64(i), y, tone, opacity(v))
	}
	fmt.Fprintf(&svg, `<text x="%g" y="%g">%s</text></svg>`, at+tones*tone+6, y+8.5, number.Rounded(scaled(m, worst), 3))
	return record.Markup(svg.String())
}

// label is what a picture calls a value of a setting, as SVG, and about how wide that is.
type label struct {
	svg  string
	wide float64
}

// labelsOf returns what a picture calls values. The names of what can be chosen are of the locales: the page puts them in.
func labelsOf(key string, values []string) []label {
	kind := config.Lookup(key).Kind()
	var list []label
	for _, text := range values {
		if kind != config.Choice {
			list = append(list, label{html.EscapeString(text), digit * float64(len(text))})
			continue
		}
		code := html.EscapeString(text)
		list = append(list, label{nameBegin + code + `">` + code + nameEnd, longestName})
	}
	return list
}

// overhang returns how far the last of labels that share a width reaches beyond it, each in the middle of its part.
func overhang(labels []label, wide float64) float64 {
	n := len(labels)
	return max(0, (labels[n-1].wide-wide/float64(n))/2)
}

// linesFor returns in how many lines labels stand that have so much room each.
func linesFor(labels []label, wide float64) int {
	for _, l := range labels {
		if l.wide > wide {
			return 2
		}
	}
	return 1
}

// Around the name of an option in a picture, and about how wide the longest ones are.
const (
	nameBegin, nameEnd = `<tspan data-i18n="option.`, `</tspan>`
	longestName        = 19 * digit
)

// namesIn returns the keys of the names in a picture.
func namesIn(picture record.Markup) (keys []string) {
	for _, part := range strings.Split(string(picture), nameBegin)[1:] {
		code, _, _ := strings.Cut(part, `"`)
		keys = append(keys, "option."+code)
	}
	return keys
}

// named returns a picture with names in the reader's language in it, in the order of namesIn.
func named(picture record.Markup, names []string) record.Markup {
	parts := strings.Split(string(picture), nameBegin)
	for i := range parts[1:] {
		_, rest, _ := strings.Cut(parts[i+1], nameEnd)
		name := ""
		if i < len(names) {
			name = html.EscapeString(names[i])
		}
		parts[i+1] = name + rest
	}
	return record.Markup(strings.Join(parts, ""))
}
