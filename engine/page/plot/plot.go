// Package plot draws lines over two axes as SVG, which css/plots.css styles.
package plot

import (
	"fmt"
	"html"
	"math"
	"strings"
	"unicode/utf8"

	"shallows/engine/number"
	"shallows/engine/page/record"
)

// Axis leads from Low to High, which is larger. One of logarithms places powers of ten evenly, for which Low is
// positive; with Zero it has a place for 0 below them.
type Axis struct {
	Low, High float64
	Ticks     []float64
	Log, Zero bool
}

// gap is the share of an axis of logarithms that lies between 0 and the lowest power of ten.
const gap = 0.12

// Room is what is left around the square of a plot, in its units.
type Room struct{ Left, Right, Top, Bottom float64 }

// Usual is the room for numbers at the left and below.
var Usual = Room{30, 8, 8, 20}

// The width of a plot and the height of what its axes enclose, in its units; the page scales it.
const width, inside = 320, 172

// What a number beside the plot needs of room: for each character, and beyond.
const digit, edge = 5.6, 8

// Plot is a picture of lines. Nothing of a line shows outside the axes.
type Plot struct {
	x, y          Axis
	room          Room
	lines, beside strings.Builder
}

// New returns a plot without lines. At its left there is more room where the numbers need it.
func New(x, y Axis, room Room) *Plot {
	for _, mark := range number.Marks(y.Ticks, y.Log) {
		room.Left = max(room.Left, edge+digit*float64(utf8.RuneCountInString(mark.String())))
	}
	return &Plot{x: x, y: y, room: room}
}

// Across returns where a value of x lies.
func (p *Plot) Across(x float64) float64 { return p.x.place(x, p.room.Left, width-p.room.Right) }

// Up returns where a value of y lies.
func (p *Plot) Up(y float64) float64 { return p.y.place(y, p.room.Top+inside, p.room.Top) }

// Box returns where the axes begin, at the left and at the top, and how much they enclose.
func (p *Plot) Box() (left, top, w, h float64) {
	return p.room.Left, p.room.Top, width - p.room.Left - p.room.Right, inside
}

// Inside adds SVG within the axes, above what is there already.
func (p *Plot) Inside(svg string) { p.lines.WriteString(svg) }

// Beside adds SVG above all that is within the axes.
func (p *Plot) Beside(svg string) { p.beside.WriteString(svg) }

// Line adds a line through points; it breaks where one is not finite. style is its class.
func (p *Plot) Line(xs, ys []float64, style string) { p.Stroke(xs, ys, style, "") }

// Stroke adds a line as Line does, with attributes of SVG that say how it is drawn.
func (p *Plot) Stroke(xs, ys []float64, style, attributes string) {
	var d strings.Builder
	drawing := false
	for i := range xs {
		x, y := p.Across(xs[i]), p.Up(ys[i])
		finite := !math.IsNaN(x-y) && !math.IsInf(x-y, 0)
		if finite {
			command := "M"
			if drawing {
				command = "L"
			}
			fmt.Fprintf(&d, "%s%.2f %.2f", command, x, y)
		}
		drawing = finite
	}
	fmt.Fprintf(&p.lines, `<path class="plot-line %s"%s d="%s"/>`, html.EscapeString(style), attributes, d.String())
}

// Dot marks a point that is finite. style is its class.
func (p *Plot) Dot(x, y float64, style string) {
	if !math.IsNaN(y) && !math.IsInf(y, 0) {
		fmt.Fprintf(&p.beside, `<circle class="plot-dot %s" cx="%.2f" cy="%.2f" r="3.5"/>`, html.EscapeString(style), p.Across(x), p.Up(y))
	}
}

// Markup returns the picture. What it shows is told by the element around it.
func (p *Plot) Markup() record.Markup {
	left, top, w, h := p.Box()
	var svg strings.Builder
	fmt.Fprintf(&svg, `<svg class="plot" viewBox="0 0 %d %g" aria-hidden="true">`, width, top+h+p.room.Bottom)
	for i, mark := range number.Marks(p.y.Ticks, p.y.Log) {
		at := p.Up(p.y.Ticks[i])
		fmt.Fprintf(&svg, `<path class="%s" d="M%g %.2fh%g"/><text class="plot-y" x="%g" y="%.2f">%s</text>`,
			line(p.y.Ticks[i]), left, at, w, left-5, at, mark)
	}
	for i, mark := range number.Marks(p.x.Ticks, p.x.Log) {
		at := p.Across(p.x.Ticks[i])
		fmt.Fprintf(&svg, `<path class="%s" d="M%.2f %gv%g"/><text class="plot-x" x="%.2f" y="%g">%s</text>`,
			line(p.x.Ticks[i]), at, top, h, at, top+h+13, mark)
	}
	fmt.Fprintf(&svg, `<svg class="plot-inside" x="%g" y="%g" width="%g" height="%g" viewBox="%[1]g %[2]g %[3]g %[4]g">%[5]s</svg>%s</svg>`,
		left, top, w, h, p.lines.String(), p.beside.String())
	return record.Markup(svg.String())
}

// line is the class of the line at a tick.
func line(tick float64) string {
	if tick == 0 {
		return "plot-axis"
	}
	return "plot-grid"
}

// place returns where a value lies between two places.
func (a Axis) place(v, from, to float64) float64 {
	scale := func(v float64) float64 { return v }
	if a.Log {
		scale = math.Log10
	}
	lowest := from
	if a.Zero {
		if v == 0 {
			return from
		}
		lowest += gap * (to - from)
	}
	return lowest + (to-lowest)*(scale(v)-scale(a.Low))/(scale(a.High)-scale(a.Low))
}
