package activations

import (
	"math"
	"strconv"
	"time"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// stint is how many updates a press adds.
const stint = 100

// trial is the settings' run with each of a few activations in its hidden layers, side by side.
type trial struct {
	settings   string // but for the activations
	own        dataset.Points
	comparison *lecture.Comparison // nil where there are no hidden layers
	goal       int
	working    bool
}

// follow starts over when the settings or the points are others now.
func (t *trial) follow(d *panel.Desk) {
	c, own := d.Session().Config(), d.Session().Own()
	c.Steps, c.Act = 0, lecture.Compared[:1]
	if settings := c.Encode(); settings != t.settings || !own.Equal(t.own) {
		*t = trial{settings: settings, own: own}
		if len(c.Net) > 0 {
			t.comparison = lecture.NewComparison(d.Session())
		}
	}
}

func (t *trial) runs() []*session.Session {
	if t.comparison == nil {
		return nil
	}
	return t.comparison.Runs
}

// press trains on to a further goal, or stops on the way.
func (t *trial) press() {
	if t.working = !t.working && t.comparison != nil; t.working {
		t.goal = t.step() + stint
	}
}

// work trains for so many milliseconds.
func (t *trial) work(budget float64) {
	until := time.Now().Add(time.Duration(budget * float64(time.Millisecond)))
	for t.working {
		if t.step() >= t.goal || t.comparison.Step(1) == 0 {
			t.working = false
		} else if time.Now().After(until) {
			break
		}
	}
}

// step is how far the longest-lived run is.
func (t *trial) step() int {
	step := 0
	for _, run := range t.runs() {
		step = max(step, run.Metrics().Step)
	}
	return step
}

// Flows is the size of each layer's gradient: in this run, and with each activation compared.
type Flows struct {
	Scale  []any // of the bars
	Own    record.Text
	Runs   []Column
	Layers []Layer
	None   bool // there is nothing to compare
	Action record.Text
	Status record.Text // none while the runs train: a screen reader would never come to an end
}

// Column is a run that is compared.
type Column struct {
	Key    string
	Sample record.Markup
	Name   record.Text
	State  record.Text
}

// Layer is how one layer passes the gradient on.
type Layer struct {
	Key       string
	Symbol    record.Markup
	Name      record.Text // of its activation
	Size      Size
	Saturated string
	Dead      int
	Runs      []Size
}

// Size is a size as a bar on a scale of powers of ten, with its number.
type Size struct {
	Key    string
	Filled string // share of the bar
	Number string
}

func (t *trial) show(d *panel.Desk) Flows {
	own := lecture.Flows(d.Session())
	all := [][]lecture.Flow{own}
	f := Flows{Own: state(d.Session()), None: t.comparison == nil}
	for i, run := range t.runs() {
		all = append(all, lecture.Flows(run))
		column := Column{Key: lecture.Compared[i].String(), Sample: sample(lecture.Compared[i]),
			Name: record.T("option." + lecture.Compared[i].String()), State: state(run)}
		if run.Metrics().Diverged {
			column.State = record.T("activations.diverged")
		}
		f.Runs = append(f.Runs, column)
	}
	s := scaleOf(all)
	f.Scale = []any{record.T("activations.scale"), " ", power(d, s.low), " … ", power(d, s.high)}
	for l, flow := range own {
		layer := Layer{
			Key: strconv.Itoa(l + 1), Symbol: d.Math(lecture.Symbol{Name: lecture.DW, Layer: l + 1}), Name: record.T("option." + flow.Activation.String()),
			Size: s.size("own", flow), Saturated: number.Percent(flow.Saturated, 0), Dead: flow.Dead,
		}
		for i, g := range all[1:] {
			layer.Runs = append(layer.Runs, s.size(f.Runs[i].Key, g[l]))
		}
		f.Layers = append(f.Layers, layer)
	}
	f.Action = record.T("activations.train", "steps", stint)
	if t.working {
		f.Action = record.T("activations.stop")
	} else {
		f.Status = record.T("activations.each", "step", t.step())
	}
	return f
}

// state is how far a run has come.
func state(s *session.Session) record.Text {
	m := s.Metrics()
	cost := m.Cost
	if math.IsNaN(cost) {
		cost = math.Inf(1)
	}
	return record.T("summary.regression", "step", m.Step, "cost", number.Cost(cost).String())
}

func power(d *panel.Desk, exponent int) record.Markup {
	return d.Math(lecture.Power{Base: lecture.Number(10), Exponent: lecture.Number(exponent)})
}

// scale is that of the bars, from one power of ten to another.
type scale struct{ low, high int }

// scaleOf holds the sizes of all runs' gradients.
func scaleOf(runs [][]lecture.Flow) scale {
	low, high := 1., 1e-3
	for _, flows := range runs {
		for _, flow := range flows {
			if flow.DW > 0 && !math.IsInf(flow.DW, 0) {
				low, high = min(low, flow.DW), max(high, flow.DW)
			}
		}
	}
	return scale{max(-16, int(math.Floor(math.Log10(low)))-1), int(math.Ceil(math.Log10(high)))}
}

func (s scale) size(key string, flow lecture.Flow) Size {
	filled := 0.
	if flow.DW > 0 {
		filled = max(0.02, min(1, (math.Log10(flow.DW)-float64(s.low))/float64(s.high-s.low)))
	}
	return Size{key, strconv.FormatFloat(filled, 'f', 4, 64), number.Of(flow.DW).String()}
}
