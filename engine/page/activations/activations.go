// Package activations is the panel of the activations: how they look, what a unit makes of the examples, what they do to
// the gradient.
package activations

import (
	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// Panel is the panel of the activations.
type Panel struct {
	curves drawn
	unit   unit
	trial  trial
}

// New returns the panel.
func New() panel.Part { return &Panel{} }

// Parts returns those of a talk: the curves, what is true of them, a unit, the gradients, and what to choose.
func (*Panel) Parts() int { return 5 }

// cases are settings that show what a rule for choosing an activation says.
var cases = map[string][]config.Pair{
	"output-show":  {{Key: "data", Value: "planar"}, {Key: "net", Value: "4"}, {Key: "act", Value: "tanh"}, {Key: "out", Value: "sigmoid"}, {Key: "loss", Value: "bce"}},
	"relu-show":    {{Key: "act", Value: "relu"}, {Key: "init", Value: "he"}, {Key: "lr", Value: "0.3"}},
	"tanh-tanh":    {{Key: "act", Value: "tanh"}, {Key: "init", Value: "xavier"}},
	"tanh-sigmoid": {{Key: "act", Value: "sigmoid"}, {Key: "init", Value: "xavier"}},
	"dead-dead":    {{Key: "data", Value: "planar"}, {Key: "net", Value: "8"}, {Key: "act", Value: "relu"}, {Key: "init", Value: "zeros"}},
	"dead-leaky":   {{Key: "act", Value: "leaky"}, {Key: "init", Value: "he"}, {Key: "lr", Value: "0.3"}},
	"deep-sigmoid": {{Key: "net", Value: "8,8,8,8"}, {Key: "act", Value: "sigmoid"}, {Key: "init", Value: "xavier"}},
	"deep-relu":    {{Key: "net", Value: "8,8,8,8"}, {Key: "act", Value: "relu"}, {Key: "init", Value: "he"}, {Key: "lr", Value: "0.1"}},
}

// Do takes: set CASE; unit LAYER,UNIT; train, which goes on or stops; again, which takes the runs back to step 0.
func (p *Panel) Do(d *panel.Desk, words []string) {
	switch {
	case len(words) == 2 && words[0] == "set" && cases[words[1]] != nil:
		d.Run.SetAll(run.Set, cases[words[1]]...)
	case len(words) == 2 && words[0] == "unit":
		p.unit.choose(d, words[1])
	case len(words) == 1 && words[0] == "train":
		p.trial.follow(d)
		p.trial.press()
	case len(words) == 1 && words[0] == "again":
		p.trial = trial{}
	}
}

// Busy reports whether runs are being trained.
func (p *Panel) Busy() bool { return p.trial.working }

// Work trains the runs that are compared.
func (p *Panel) Work(d *panel.Desk, budget float64) {
	p.trial.follow(d)
	p.trial.work(budget)
}

// Leave lets go of the unit that was chosen here, and of the runs' training.
func (p *Panel) Leave(d *panel.Desk) {
	p.trial.working = false
	p.unit.leave(d)
}

// Record is what the panel shows.
type Record struct {
	Curves Curves
	Unit   Unit
	Flows  Flows
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.show(d) }

func (p *Panel) show(d *panel.Desk) Record {
	p.trial.follow(d)
	return Record{p.curves.show(d), p.unit.show(d), p.trial.show(d)}
}
