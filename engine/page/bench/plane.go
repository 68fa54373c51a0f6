package bench

import (
	"math"
	"strconv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// cells is how many a small picture of the plane has along an edge.
const cells = 24

// levels are the tones that it has to either side of the middle one.
const levels = 4

// firstClass stands for class 0 where there are classes; the others follow.
const firstClass = 'a'

// planeOf returns the field of a run's output as a text: a character a cell, row by row from the top, from '0' for the
// negative tones to '8' for the positive ones; of a softmax from firstClass on for the most probable class.
func planeOf(s *session.Session) string {
	stage := scene.NewStage(s)
	text := make([]byte, 0, cells*cells)
	for _, tone := range stage.Tones(cells) {
		if class, _, ok := scene.OfClass(tone); ok {
			text = append(text, firstClass+byte(class))
			continue
		}
		text = append(text, '0'+byte(math.Round(levels*(1+max(-1, min(1, tone))))))
	}
	return string(text)
}

// drawPlane returns it as SVG: of the cells side by side of one level a stretch.
func drawPlane(plane string) record.Markup {
	var paths [2*levels + 1]strings.Builder
	var classes [dataset.MaxClasses]strings.Builder
	for y := 0; y < len(plane)/cells; y++ {
		row := plane[y*cells : (y+1)*cells]
		for x := 0; x < cells; {
			length := len(row[x:]) - len(strings.TrimLeft(row[x:], row[x:x+1]))
			path := &classes[max(firstClass, row[x])-firstClass]
			if row[x] < firstClass {
				path = &paths[row[x]-'0']
			}
			path.WriteString("M" + strconv.Itoa(x) + " " + strconv.Itoa(y) + "h" + strconv.Itoa(length) + "v1h-" + strconv.Itoa(length) + "z")
			x += length
		}
	}
	var svg strings.Builder
	side := strconv.Itoa(cells)
	svg.WriteString(`<svg class="bench-plane" viewBox="0 0 ` + side + ` ` + side + `" aria-hidden="true">`)
	for level := range paths {
		if d := paths[level].String(); d != "" && level != levels {
			class, strength := "positive", level-levels
			if strength < 0 {
				class, strength = "negative", -strength
			}
			svg.WriteString(`<path class="` + class + `" fill-opacity="` + strconv.FormatFloat(0.66*float64(strength)/levels, 'g', 3, 64) + `" d="` + d + `"/>`)
		}
	}
	for class := range classes {
		if d := classes[class].String(); d != "" {
			svg.WriteString(`<path fill="` + fill(class) + `" fill-opacity="0.66" d="` + d + `"/>`)
		}
	}
	svg.WriteString("</svg>")
	return record.Markup(svg.String())
}

// fill is the colour of a class in the style sheets.
func fill(class int) string {
	switch class {
	case 0:
		return "var(--negative)"
	case 1:
		return "var(--positive)"
	}
	return "var(--class" + strconv.Itoa(class) + ")"
}
