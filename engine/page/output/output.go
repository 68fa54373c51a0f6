// Package output is the plane and the cost curve: whose field is on show, what its colours mean, what can be switched,
// and what is to be seen, in words.
package output

import (
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/describe"
	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Part is the plane and the curve.
type Part struct {
	seen         seen // what the sentences are of
	plane, curve []record.Text
	named        record.Text // the unit that they are of
}

// seen is what there is to be described.
type seen struct {
	run  panel.Standing
	unit scene.Target
}

// New returns the plane and the curve.
func New() *Part { return &Part{} }

// Record is what they show.
type Record struct {
	Title                record.Text
	Name                 record.Text   // of the unit whose field the plane shows
	Symbol               record.Markup // of it
	Low, High            string        // the ends of the ramp
	Softmax              bool          // the output has a unit a class
	Graph                bool          // of the output over the only column there is
	Classes              []Class       // none of values
	Tested, Standardised bool
	Scaled               record.Text // how values to predict are standardised
	Discretise           bool
	ShowTest, LogSteps   bool
	Plane, Curve         []any // what is to be seen there
}

// Class is one in the legend.
type Class struct {
	Key  string
	Mark string // the class of its mark
	Name any
}

// Record returns a Record.
func (p *Part) Record(d *panel.Desk) any {
	c, shown, view := d.Session().Config(), d.Stage.Shown(), d.Stage.View()
	r := Record{
		Title: d.Plane(), Name: d.Name(shown), Symbol: d.Math(d.Symbol(shown)), Low: "−1", High: "1", Scaled: d.Target(),
		Tested: c.Test > 0, Standardised: c.Scaling == dataset.Standardised,
		Graph: d.Session().Columns() == 1, Discretise: view.Discretise, ShowTest: !view.HideTest, LogSteps: view.LogSteps,
	}
	for k := 0; k < c.ClassCount() && !c.Regression(); k++ {
		r.Classes = append(r.Classes, Class{strconv.Itoa(k), panel.MarkOf(k), d.Class(k)})
	}
	if c.Output == nn.Softmax && shown.Layer == d.Session().Network().Layers() {
		r.Softmax = true
		if d.Stage.Whole() {
			r.Name, r.Symbol = record.T("part.output"), d.Math(lecture.Symbol{Name: lecture.A, Layer: shown.Layer})
		}
	}
	if c.Output != nn.Softmax && shown.Layer == d.Session().Network().Layers() {
		r.Low, r.High = panel.Ramp(d.Stage)
	}
	p.look(d, r.Name)
	r.Plane = sentences([]any{r.Title, ", ", p.named, ":"}, p.plane)
	r.Curve = sentences([]any{record.T("cost.title"), ":"}, p.curve)
	return r
}

// look describes the pictures once they rest; words that change as fast as they do help nobody.
func (p *Part) look(d *panel.Desk, name record.Text) {
	if p.plane == nil {
		p.named = name
	}
	switch now := (seen{d.Standing(), d.Stage.Shown()}); {
	case d.Moving:
		moving := []record.Text{record.T("picture.moving")}
		p.seen, p.plane, p.curve, p.named = seen{}, moving, moving, name
	case d.Quiet && !d.Hovering && now != p.seen:
		p.seen, p.plane, p.curve, p.named = now, describe.Plane(d.Stage), describe.Curve(d.Session()), name
	}
}

func sentences(list []any, told []record.Text) []any {
	for _, sentence := range told {
		list = append(list, " ", sentence)
	}
	return list
}

// Do takes: discretise, showTest and logSteps with true or false.
func (p *Part) Do(d *panel.Desk, words []string) {
	if len(words) != 2 {
		return
	}
	view, on := d.Stage.View(), words[1] == "true"
	switch words[0] {
	case "discretise":
		view.Discretise = on
	case "showTest":
		view.HideTest = !on
	case "logSteps":
		view.LogSteps = on
	}
	d.Stage.SetView(view)
}
