package activations

import (
	"fmt"
	"math"
	"slices"

	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
)

// The z on show, and how many of them a curve goes through.
const reach, count = 4, 161

// The axes of the two plots.
var (
	acrossZ = plot.Axis{Low: -reach, High: reach, Ticks: []float64{-4, -2, 0, 2, 4}}
	values  = plot.Axis{Low: -1.5, High: 2.5, Ticks: []float64{-1, 0, 1, 2}}
	slopes  = plot.Axis{Low: -0.1, High: 1.15, Ticks: []float64{0, 0.5, 1}}
)

// lane is the width of the lane beside the plot in which an activation's range is marked.
const lane = 11

// line is how an activation is drawn: css/plots.css has the colours.
type line struct {
	of     nn.Activation
	colour string
	width  float64
	dash   string
}

// lines differ in stroke as well as in colour. They are drawn in this order, the widest first: where some coincide each is
// seen.
var lines = []line{
	{nn.Linear, "grey", 6, "none"},
	{nn.Leaky, "pink", 3.5, "9 6"},
	{nn.Swish, "olive", 3, "2 3"},
	{nn.ReLU, "ink", 2.25, "0.1 4"},
	{nn.Tanh, "teal", 2.5, "7 4"},
	{nn.Sigmoid, "violet", 2.5, "none"},
}

func lineOf(g nn.Activation) line {
	return lines[slices.IndexFunc(lines, func(l line) bool { return l.of == g })]
}

// attributes are those of a path.
func (l line) attributes() string {
	return fmt.Sprintf(` stroke="var(--%s)" stroke-width="%g" stroke-dasharray="%s"`, l.colour, l.width, l.dash)
}

// Curves is all activations and their derivatives together, and what sets them apart.
type Curves struct {
	Name, PrimeName record.Markup
	Plot, Prime     record.Markup
	Rows            []Row
}

// Row is an activation in the table.
type Row struct {
	Key                 string
	Sample              record.Markup // a short piece of its line
	Name                record.Text
	Formula, Derivative record.Markup
	Range               string
	Centred             record.Text
}

// drawn is the curves as they were drawn for a slope of leaky.
type drawn struct {
	slope  float64
	curves Curves
}

func (k *drawn) show(d *panel.Desk) Curves {
	if slope := d.Session().Config().Slope; k.curves.Rows == nil || slope != k.slope {
		*k = drawn{slope, draw(d, slope)}
	}
	return k.curves
}

func draw(d *panel.Desk, slope float64) Curves {
	curves := lecture.Curves(slope, -reach, reach, count)
	room := plot.Usual
	room.Right += lane * float64(len(curves))
	g, prime := plot.New(acrossZ, values, room), plot.New(acrossZ, slopes, plot.Usual)
	left, _, w, _ := prime.Box()
	prime.Inside(flat(left, prime.Up(lecture.Flat), w, prime.Up(-lecture.Flat)-prime.Up(lecture.Flat)))
	for _, l := range lines {
		c := curves[slices.IndexFunc(curves, func(c lecture.Curve) bool { return c.Activation == l.of })]
		g.Stroke(c.Z, c.G, l.of.String(), l.attributes())
		prime.Stroke(c.Z, c.Prime, l.of.String(), l.attributes())
	}
	const z = lecture.Variable("z")
	left, _, w, _ = g.Box()
	shown := Curves{
		Name:      d.Math(lecture.Call{Function: lecture.Function{Name: lecture.G}, Argument: z}),
		PrimeName: d.Math(lecture.Call{Function: lecture.Function{Name: lecture.G, Prime: true}, Argument: z}),
	}
	for i, c := range curves {
		g.Beside(bar(g, c, left+w+lane*(float64(i)+0.7)))
		value, derivative := lecture.Definition(c.Activation, slope)
		row := Row{
			Key: c.Activation.String(), Sample: sample(c.Activation), Name: record.T("option." + c.Activation.String()),
			Formula: d.Math(value), Derivative: d.Math(derivative), Range: interval(c), Centred: record.T("activations.no"),
		}
		if c.ZeroCentred {
			row.Centred = record.T("activations.yes")
		}
		shown.Rows = append(shown.Rows, row)
	}
	shown.Plot, shown.Prime = g.Markup(), prime.Markup()
	return shown
}

// sample is a short piece of an activation's line, as a key to it.
func sample(g nn.Activation) record.Markup {
	return record.Markup(`<svg class="plot-sample" viewBox="0 0 40 12" aria-hidden="true"><path class="plot-line ` + g.String() + `"` + lineOf(g).attributes() + ` d="M2 6h36"/></svg>`)
}

// flat marks where a unit counts as saturated.
func flat(x, y, w, h float64) string {
	return fmt.Sprintf(`<rect class="activations-flat" x="%.2f" y="%.2f" width="%.2f" height="%.2f"/>`, x, y, w, h)
}

// bar marks beside the plot the values that an activation takes, with its value at 0: in the middle of a range that is
// centred on zero. Where there is no bound it has an arrow.
func bar(p *plot.Plot, c lecture.Curve, at float64) string {
	low, high := p.Up(values.Low), p.Up(values.High)
	arrows := ""
	if math.IsInf(c.High, 1) {
		arrows += fmt.Sprintf("M%.2f %.2fl3 -4l3 4", at-3, high+4)
	} else {
		high = p.Up(c.High)
	}
	if math.IsInf(c.Low, -1) {
		arrows += fmt.Sprintf("M%.2f %.2fl3 4l3 -4", at-3, low-4)
	} else {
		low = p.Up(c.Low)
	}
	return fmt.Sprintf(`<g class="activations-range"><path stroke="var(--%s)" d="M%.2f %.2fV%.2f%s"/><circle fill="var(--%[1]s)" cx="%.2[2]f" cy="%.2[6]f" r="3"/></g>`,
		lineOf(c.Activation).colour, at, low, high, arrows, p.Up(c.G[len(c.G)/2]))
}

// interval writes the range of an activation. Bounds that are but approached are open.
func interval(c lecture.Curve) string {
	opening := "["
	if !c.Reached {
		opening = "("
	}
	return opening + number.Of(c.Low).String() + ", " + number.Of(c.High).String() + ")"
}
