package activations

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// row is the height of a row of the examples' ticks, in units of the plot.
const row = 11

// unit is the one at work.
type unit struct {
	layer, to int
	led       bool         // it was chosen here, not in the diagram
	selected  scene.Target // what was chosen in the diagram when it was last asked
}

// Unit is one unit at work: its activation, and where the examples' z lie on it.
type Unit struct {
	Symbol    record.Markup
	Units     []Option // to choose from
	Chosen    string
	Plot      record.Markup
	Values    bool // the examples are of no classes
	Saturated record.Text
	Dead      bool
	Says      record.Text
}

// Option is a unit of the network.
type Option struct {
	Key  string // LAYER,UNIT
	Name []any
}

func key(layer, to int) string { return strconv.Itoa(layer) + "," + strconv.Itoa(to) }

// choose takes the unit of a key.
func (u *unit) choose(d *panel.Desk, chosen string) {
	n := d.Session().Network()
	for layer := 1; layer <= n.Layers(); layer++ {
		for to := 1; to <= n.Sizes[layer]; to++ {
			if key(layer, to) == chosen {
				u.layer, u.to, u.led = layer, to, true
				d.Stage.Select(u.target())
			}
		}
	}
}

func (u *unit) target() scene.Target {
	return scene.Target{Kind: scene.Unit, Layer: u.layer, To: u.to}
}

// leave lets go of the unit that was chosen here.
func (u *unit) leave(d *panel.Desk) {
	if u.led && d.Stage.Selected() == u.target() {
		d.Stage.Select(scene.Target{})
	}
	u.led = false
}

// follow takes the unit that was chosen in the diagram, and the first one where there is none.
func (u *unit) follow(d *panel.Desk) {
	if t := d.Stage.Selected(); t != u.selected {
		u.selected = t
		if (t.Kind == scene.Unit || t.Kind == scene.Bias) && t.Layer > 0 {
			u.layer, u.to, u.led = t.Layer, t.To, u.led && t == u.target()
		}
	}
	n := d.Session().Network()
	if u.layer < 1 || u.layer > n.Layers() || u.to < 1 || u.to > n.Sizes[u.layer] {
		u.layer, u.to = 1, 1
	}
}

func (u *unit) show(d *panel.Desk) Unit {
	u.follow(d)
	s := d.Session()
	a := lecture.ActivityOf(s, u.layer, u.to)
	shown := Unit{
		Symbol: d.Math(lecture.Symbol{Name: lecture.Z, Layer: u.layer, Row: u.to}),
		Units:  units(d), Chosen: key(u.layer, u.to),
		Values: mixed(d), Dead: a.Dead,
		Saturated: record.T("activations.saturatedShare", "percent", number.Percent(a.Saturated, 1), "flat", number.Of(lecture.Flat).String()),
		Says:      record.T("activations.alive"),
	}
	if a.Dead {
		shown.Says = record.T("activations.dead")
	}
	shown.Plot = u.plot(d, a.Z)
	return shown
}

// units are all that compute something.
func units(d *panel.Desk) []Option {
	n := d.Session().Network()
	var list []Option
	for layer := 1; layer <= n.Layers(); layer++ {
		for to := 1; to <= n.Sizes[layer]; to++ {
			name := d.Name(scene.Target{Kind: scene.Unit, Layer: layer, To: to})
			list = append(list, Option{key(layer, to), []any{name, ", ", record.T("option." + n.Activation(layer).String())}})
		}
	}
	return list
}

func (u *unit) plot(d *panel.Desk, zs []float64) record.Markup {
	n := d.Session().Network()
	farthest := float64(reach)
	for _, z := range zs {
		if !math.IsNaN(z) {
			farthest = max(farthest, math.Abs(z))
		}
	}
	g := n.Activation(u.layer)
	if g == nn.Softmax {
		return u.shares(d, zs, farthest)
	}
	curves := lecture.Curves(n.Slope, -farthest, farthest, count)
	c := curves[slices.IndexFunc(curves, func(c lecture.Curve) bool { return c.Activation == g })]
	low, high := min(-0.2, slices.Min(c.G)), max(1, slices.Max(c.G))
	beyond := 0.08 * (high - low)
	low, high = low-beyond, high+beyond
	room := plot.Usual
	room.Bottom += 2*row + 6
	p := plot.New(plot.Axis{Low: -farthest, High: farthest, Ticks: plot.RoundTicks(-farthest, farthest, 6)},
		plot.Axis{Low: low, High: high, Ticks: plot.RoundTicks(low, high, 4)}, room)
	_, top, _, h := p.Box()
	for from := 0; from < count; from++ {
		to := from
		for to < count && math.Abs(c.Prime[to]) < lecture.Flat {
			to++
		}
		if to > from {
			p.Inside(flat(p.Across(c.Z[from]), top, p.Across(c.Z[to-1])-p.Across(c.Z[from]), h))
			from = to
		}
	}
	p.Stroke(c.Z, c.G, g.String(), lineOf(g).attributes())
	p.Beside(ticks(p, zs, d.Session().Train().Y, mixed(d)))
	return p.Markup()
}

// mixed reports whether the examples are of no two classes, to be told apart below a curve.
func mixed(d *panel.Desk) bool {
	c := d.Session().Config()
	return c.Regression() || c.ClassCount() > 2
}

// shares draws a unit of a softmax: what each example's a is at its z, which depends on the other units as well.
func (u *unit) shares(d *panel.Desk, zs []float64, farthest float64) record.Markup {
	room := plot.Usual
	room.Bottom += 2*row + 6
	p := plot.New(plot.Axis{Low: -farthest, High: farthest, Ticks: plot.RoundTicks(-farthest, farthest, 6)},
		plot.Axis{Low: -0.1, High: 1.1, Ticks: plot.RoundTicks(0, 1, 4)}, room)
	A := d.Session().Trace().A[u.layer]
	var dots []byte
	for i, z := range zs {
		if a := A.Data[(u.to-1)*A.Stride+i]; !math.IsNaN(z) && !math.IsNaN(a) {
			dots = fmt.Appendf(dots, "M%.2f %.2fh3", p.Across(z)-1.5, p.Up(a))
		}
	}
	p.Inside(fmt.Sprintf(`<path class="activations-ticks value" d="%s"/>`, dots))
	p.Beside(ticks(p, zs, d.Session().Train().Y, mixed(d)))
	return p.Markup()
}

// ticks are the examples' z under the curve: class 1 above, class 0 below; values in one row.
func ticks(p *plot.Plot, zs, ys []float64, values bool) string {
	_, top, _, h := p.Box()
	top += h + 20
	var one, zero []byte
	for i, z := range zs {
		if math.IsNaN(z) {
			continue
		}
		ticks, at := &one, top
		if !values && ys[i] <= 0 {
			ticks, at = &zero, top+row+1
		}
		*ticks = strconv.AppendFloat(append(*ticks, 'M'), p.Across(z), 'f', 2, 64)
		*ticks = strconv.AppendFloat(append(*ticks, ' '), at, 'f', -1, 64)
		*ticks = strconv.AppendInt(append(*ticks, 'v'), row, 10)
	}
	const path = `<path class="activations-ticks %s" d="%s"/>`
	if values {
		return fmt.Sprintf(path, "value", one)
	}
	return fmt.Sprintf(path, "one", one) + fmt.Sprintf(path, "zero", zero)
}
