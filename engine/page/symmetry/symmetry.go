// Package symmetry is the panel on why weights begin at random: what becomes of units that begin alike.
package symmetry

import (
	"fmt"
	"math"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

// starts are the initialisations that the lecture compares.
var starts = []nn.Init{nn.Zeros, nn.Constant, nn.Rows, nn.Randn}

// scales are the sizes of weights that it compares; they reach further than the settings' slider.
var scales = config.Slider{Scale: config.Log, Low: 0.001, High: 100}

// Panel is the symmetry lab.
type Panel struct{}

// New returns the panel.
func New() panel.Part { return &Panel{} }

// Do takes: start INIT; scale POSITION; poke; see PANEL.
func (p *Panel) Do(d *panel.Desk, words []string) {
	switch {
	case len(words) == 2 && words[0] == "start":
		d.Run.Set("init", words[1], run.Set)
	case len(words) == 2 && words[0] == "scale":
		d.Run.SetAt("scale", scales, words[1])
	case len(words) == 1 && words[0] == "poke":
		d.Run.Poke()
	case len(words) == 2 && words[0] == "see":
		d.Panel = words[1]
		d.Ask("focus", panel.TabOf(d.Panel))
	}
}

// Leave takes the units' lines away.
func (p *Panel) Leave(d *panel.Desk) { d.Stage.SetLines(nil) }

// Record is what the panel shows.
type Record struct {
	Start Start
	Poked record.Text
	Says  []Statement // what is true of the units
	Lines record.Text // what lines there are on the plane
	Meter Meter
}

// Start is the kind and the size of the initial weights.
type Start struct {
	Kinds           []panel.Choice
	Idle            bool   // the kind has no size
	Scale, Exact    string // for the eye and for the ear
	Position, Steps int    // of the slider
	Filled          string // share of it
}

// Statement is a sentence with, perhaps, the panels that show more.
type Statement struct {
	Key  string
	Text record.Text
	More []More
}

// More is the name of a panel.
type More struct{ Key string }

// Meter is how far apart the first layer's units are over the steps, and how far training has come.
type Meter struct {
	Caption record.Text
	Plot    record.Markup
	Plotted record.Text // what the plot shows

	OutputBiases record.Text // what these are called

	Distance, Weights, HiddenBiases, OutputBias, Saturated string
}

// Record returns a Record and draws each unit's line over the data.
func (p *Panel) Record(d *panel.Desk) any { return show(d) }

func show(d *panel.Desk) Record {
	flows := lecture.Flows(d.Session())
	return Record{
		Start: start(d.Session().Config()),
		Poked: record.T("symmetry.poked", "weight", d.Math(lecture.Symbol{Name: lecture.W, Layer: 1, Row: 1, Col: 1})),
		Says:  says(d, flows),
		Lines: drawLines(d),
		Meter: meter(d, flows),
	}
}

func start(c config.Config) Start {
	setting := config.Lookup("scale")
	s := Start{
		Idle: setting.Idle(c), Scale: "–", Exact: setting.Text(c),
		Position: scales.Position(config.Number, c.Scale), Steps: scales.Steps(config.Number),
	}
	for _, init := range starts {
		s.Kinds = append(s.Kinds, panel.Choice{Key: init.String(), Name: record.T("option." + init.String()), Chosen: init == c.Init})
	}
	if !s.Idle {
		s.Scale = number.Of(c.Scale).String()
	}
	s.Filled = fmt.Sprint(float64(s.Position) / float64(s.Steps))
	return s
}

func meter(d *panel.Desk, flows []lecture.Flow) Meter {
	s := d.Session()
	now, moved := s.Network().Asymmetry(), lecture.MovementOf(s)
	var steps, distances []float64
	low, high := 1e-7, 1.
	for _, r := range s.History() {
		steps, distances = append(steps, float64(r.Step)), append(distances, r.Asymmetry)
		if r.Asymmetry > 0 && !math.IsInf(r.Asymmetry, 0) {
			low, high = min(low, r.Asymmetry), max(high, r.Asymmetry)
		}
	}
	low, high = plot.Decades(low, high)
	last := steps[len(steps)-1]
	across := plot.Axis{High: max(10, last), Ticks: plot.RoundTicks(0, max(10, last), 4)}
	up := plot.Axis{Low: low, High: high, Ticks: append([]float64{0}, plot.PowerTicks(low, high, 6)...), Log: true, Zero: true}
	room := plot.Usual
	room.Right = 16
	picture := plot.New(across, up, room)
	picture.Line(steps, distances, "meter")
	picture.Dot(last, now, "meter")
	write := func(v float64) string { return number.Of(v).String() }
	return Meter{
		Caption:      record.T("symmetry.meter", "rows", d.Math(lecture.Symbol{Name: lecture.W, Layer: 1}, lecture.Symbol{Name: lecture.B, Layer: 1})),
		Plot:         picture.Markup(),
		OutputBiases: record.T("symmetry.outputBias", "biases", biases(d)),
		Plotted:      record.T("symmetry.plot", "distance", write(now), "step", int(last)),
		Distance:     write(now), Weights: write(moved.Weights),
		HiddenBiases: write(moved.HiddenBiases), OutputBias: write(moved.OutputBias),
		Saturated: number.Percent(saturation(flows), 0),
	}
}

// biases returns how many the output has.
func biases(d *panel.Desk) int {
	n := d.Session().Network()
	return n.Sizes[n.Layers()]
}

// drawLines draws each first-layer unit's line w·x + b = 0 over the data and says how many there are.
func drawLines(d *panel.Desk) record.Text {
	lines, ok := lecture.Lines(d.Session(), d.Session().Network())
	if !ok {
		d.Stage.SetLines(nil)
		return record.T("symmetry.noPlane")
	}
	var segments []scene.Segment
	apart := map[string]bool{}
	for _, line := range lines {
		if from, to, ok := line.Clip(d.Session().Extent()); ok {
			segments = append(segments, scene.Segment{From: scene.Point{X: from[0], Y: from[1]}, To: scene.Point{X: to[0], Y: to[1]}})
			apart[fmt.Sprintf("%.2f %.2f", from, to)] = true
		}
	}
	d.Stage.SetLines([]scene.Lines{{Segments: segments, Style: scene.Thin}})
	if len(segments) == 0 {
		return record.T("symmetry.noLines")
	}
	return record.T("symmetry.lines", "units", len(lines), "lines", len(segments), "apart", len(apart))
}

// says is what is true of the units, in sentences.
func says(d *panel.Desk, flows []lecture.Flow) []Statement {
	last := d.Session().Network().Layers()
	write := func(name string, layer int) record.Markup { return d.Math(lecture.Symbol{Name: name, Layer: layer}) }
	var list []Statement
	for _, key := range statements(factsOf(d.Session(), flows)) {
		s := Statement{Key: key, Text: record.T("symmetry.says."+key,
			"biases", biases(d), "A", write(lecture.A, last-1), "dA", write(lecture.DA, last-1), "W", write(lecture.W, last), "dW", write(lecture.DW, last))}
		if key == "saturated" {
			s.More = []More{{"activations"}}
		}
		list = append(list, s)
	}
	return list
}
