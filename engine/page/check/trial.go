package check

import (
	"math"
	"time"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

const (
	stint = 1000 // updates that a press adds
	far   = 30   // costs further apart than this factor are shown on a scale of logarithms
)

// trial is what a mistake costs: the settings' run trained with it beside the right one, from the same initial weights.
type trial struct {
	mistake    lecture.Mistake
	settings   string
	own        dataset.Points
	experiment *lecture.Experiment // nil before the first press
	goal       int
	working    bool
}

// follow starts over when the mistake, the settings or the points are others now.
func (t *trial) follow(d *panel.Desk, m lecture.Mistake) {
	c, own := d.Session().Config(), d.Session().Own()
	c.Steps = 0
	if m != t.mistake || c.Encode() != t.settings || !own.Equal(t.own) {
		*t = trial{mistake: m, settings: c.Encode(), own: own}
	}
}

// press trains on to a further goal, or stops on the way.
func (t *trial) press(d *panel.Desk) {
	if t.working {
		t.working = false
		return
	}
	if t.experiment == nil {
		t.experiment = lecture.NewExperiment(d.Session(), t.mistake)
	}
	t.goal = t.step() + stint
	t.working = !t.over()
}

// work trains for so many milliseconds.
func (t *trial) work(budget float64) {
	until := time.Now().Add(time.Duration(budget * float64(time.Millisecond)))
	for t.working {
		if t.step() >= t.goal || t.experiment.Step(1) == 0 {
			t.working = false
		} else if time.Now().After(until) {
			break
		}
	}
}

func (t *trial) runs() []*session.Session {
	if t.experiment == nil {
		return nil
	}
	return []*session.Session{t.experiment.Right, t.experiment.Wrong}
}

// step is how far the longer-lived run is.
func (t *trial) step() int {
	step := 0
	for _, run := range t.runs() {
		step = max(step, run.Metrics().Step)
	}
	return step
}

// over reports whether both runs have diverged.
func (t *trial) over() bool {
	return t.experiment != nil && t.experiment.Right.Metrics().Diverged && t.experiment.Wrong.Metrics().Diverged
}

// Trial is what a mistake costs.
type Trial struct {
	Action  record.Text // of the button
	Over    bool        // both runs have diverged
	Untried bool
	Status  record.Text // none while the runs train: a screen reader would never come to an end
	Plot    record.Markup
	Plotted record.Text // what the plot shows
}

func (t *trial) record() Trial {
	if t.experiment == nil {
		return Trial{Action: record.T("check.train", "steps", stint), Untried: true}
	}
	r := Trial{Over: t.over(), Plot: t.plot(), Plotted: record.T("check.plot", "step", t.step())}
	if t.working {
		r.Action = record.T("check.stop")
		return r
	}
	r.Action = record.T("check.trainOn", "steps", stint)
	r.Status = record.T("check.cost", "step", t.step(), "right", end(t.experiment.Right), "wrong", end(t.experiment.Wrong))
	return r
}

// end is how a run ended.
func end(s *session.Session) any {
	m := s.Metrics()
	if m.Diverged {
		return record.T("check.diverged", "step", m.Step)
	}
	return number.Cost(m.Cost).String()
}

// plot draws the cost of both runs over the steps.
func (t *trial) plot() record.Markup {
	last := float64(max(10, t.step()))
	least, most := math.Inf(1), math.Inf(-1)
	type curve struct{ steps, costs []float64 }
	var curves []curve
	for _, run := range t.runs() {
		var c curve
		for _, r := range run.History() {
			c.steps, c.costs = append(c.steps, float64(r.Step)), append(c.costs, r.Cost)
			if !math.IsNaN(r.Cost) && !math.IsInf(r.Cost, 0) {
				least, most = min(least, r.Cost), max(most, r.Cost)
			}
		}
		curves = append(curves, c)
	}
	if least > most {
		return ""
	}
	p := plot.New(plot.Axis{High: last, Ticks: plot.RoundTicks(0, last, 4)}, costAxis(least, most),
		plot.Room{Left: 38, Right: 16, Top: plot.Usual.Top, Bottom: plot.Usual.Bottom})
	p.Line(curves[0].steps, curves[0].costs, "right")
	p.Line(curves[1].steps, curves[1].costs, "wrong")
	return p.Markup()
}

func costAxis(least, most float64) plot.Axis {
	if least > 0 && most/least > far {
		low, high := plot.Decades(least, most)
		return plot.Axis{Low: low, High: high, Ticks: plot.PowerTicks(low, high, 6), Log: true}
	}
	high := 1.
	if most > 0 {
		high = 1.05 * most
	}
	return plot.Axis{High: high, Ticks: plot.RoundTicks(0, high, 5)}
}
