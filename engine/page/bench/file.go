package bench

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"shallows/engine/page/record"
)

// digit is about how wide a character is.
const digit = 5.6

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
