// Package check is the panel of the gradient check: back-propagation, right or broken, against differences of the cost.
package check

import (
	"math"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Panel is the gradient check.
type Panel struct {
	mistake  lecture.Mistake
	trial    trial
	compared subject
	verdicts Verdicts // on compared
}

// subject is what a comparison was made of, so that the frames of a trial do not make it again.
type subject struct {
	run      panel.Standing
	mistake  lecture.Mistake
	notation mathml.Notation
	targets  lecture.Targets
}

// New returns the panel with nothing broken.
func New() panel.Part { return &Panel{} }

// Parts returns those of a talk: the comparison and, of a mistake, what it changes.
func (p *Panel) Parts() int {
	if p.mistake == lecture.NoMistake {
		return 1
	}
	return 2
}

// Do takes: break MISTAKE; train, which goes on or stops.
func (p *Panel) Do(d *panel.Desk, words []string) {
	switch {
	case len(words) == 2 && words[0] == "break":
		if m, ok := lecture.ParseMistake(words[1]); ok {
			p.mistake = m
		}
	case len(words) == 1 && words[0] == "train":
		p.trial.follow(d, p.mistake)
		p.trial.press(d)
	}
}

// Busy reports whether the runs of the trial are being trained.
func (p *Panel) Busy() bool { return p.trial.working }

// Work trains the runs of the trial.
func (p *Panel) Work(d *panel.Desk, budget float64) {
	p.trial.follow(d, p.mistake)
	p.trial.work(budget)
}

// Leave stops that.
func (p *Panel) Leave(*panel.Desk) { p.trial.working = false }

// Record is what the panel shows.
type Record struct {
	Lead     record.Text
	Choices  []panel.Choice // of the mistake
	Right    bool           // nothing is broken
	Verdicts Verdicts
	Trial    Trial
}

// Verdicts is the gradient of back-propagation against the numerical one, and what a mistake makes of the formulas.
type Verdicts struct {
	Code       string // of the verdict on all matrices
	Says       record.Text
	Rows       []Row
	Note       record.Text
	Slips      []Slip
	None, Some bool // how many formulas change
}

// Row is the comparison of one matrix.
type Row struct {
	Key                        string
	Name                       string // dW[1]: a formula alone names no row for a screen reader
	Symbol                     record.Markup
	Analytic, Numerical, Error string
	Verdict, Icon              string
	Says                       record.Text
}

// Slip is a formula that the mistake changes.
type Slip struct {
	Key          string
	Wrong, Right record.Markup
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.show(d) }

func (p *Panel) show(d *panel.Desk) Record {
	p.trial.follow(d, p.mistake)
	r := Record{Lead: record.T("check.lead", "slope", d.Math(slope)), Right: p.mistake == lecture.NoMistake}
	for _, m := range lecture.Mistakes {
		r.Choices = append(r.Choices, panel.Choice{Key: m.String(), Name: record.T("check.mistake." + m.String()), Chosen: m == p.mistake})
	}
	now := subject{d.Standing(), p.mistake, d.Notation, d.Targets}
	if now != p.compared {
		p.compared, p.verdicts = now, compare(d, p.mistake)
	}
	r.Verdicts, r.Trial = p.verdicts, p.trial.record()
	return r
}

var theta, epsilon = lecture.Symbol{Name: "θ"}, lecture.Symbol{Name: lecture.Epsilon}

// slope is (J(θ + ε) - J(θ - ε)) / 2ε.
var slope = lecture.Fraction{
	Over: lecture.Sum{
		lecture.Call{Function: lecture.Function{Name: lecture.J}, Argument: lecture.Sum{theta, epsilon}},
		lecture.Negative{Of: lecture.Call{Function: lecture.Function{Name: lecture.J}, Argument: lecture.Sum{theta, lecture.Negative{Of: epsilon}}}},
	},
	Under: lecture.Product{lecture.Number(2), epsilon},
}

// icons stand beside the verdicts.
var icons = [...]string{lecture.Right: "#icon-tick", lecture.Wrong: "#icon-close", lecture.Unclear: "#icon-unclear"}

// compare holds the gradient, with a mistake in it, against the numerical one, matrix by matrix.
func compare(d *panel.Desk, m lecture.Mistake) Verdicts {
	c := lecture.NewCheck(d.Session(), m)
	var v Verdicts
	var count [len(icons)]int
	for _, matrix := range c.Matrices {
		count[matrix.Verdict]++
		v.Rows = append(v.Rows, Row{
			Key:      matrix.Symbol.Name + strconv.Itoa(matrix.Symbol.Layer),
			Name:     matrix.Symbol.Name + "[" + strconv.Itoa(matrix.Symbol.Layer) + "]",
			Symbol:   d.Math(matrix.Symbol),
			Analytic: size(matrix.Analytic), Numerical: size(matrix.Numerical), Error: size(matrix.Error),
			Verdict: matrix.Verdict.String(), Icon: icons[matrix.Verdict],
			Says: record.T("check." + matrix.Verdict.String()),
		})
	}
	all := lecture.Right
	switch {
	case count[lecture.Wrong] > 0:
		all = lecture.Wrong
	case count[lecture.Unclear] > 0:
		all = lecture.Unclear
	}
	says := all.String()
	if all == lecture.Right && m != lecture.NoMistake {
		says = "harmless"
	}
	v.Code = all.String()
	v.Says = record.T("check.all."+says, "wrong", count[lecture.Wrong], "unclear", count[lecture.Unclear], "all", len(c.Matrices))
	v.Note = record.T("check.note",
		"step", d.Session().Metrics().Step, "examples", c.Examples,
		"epsilon", d.Math(lecture.Equals{epsilon, lecture.Number(lecture.Step)}),
		"tolerance", number.Of(lecture.Tolerance).String())
	for i, slip := range m.Slips(lecture.NewFullLedger(d.Session(), d.Targets)) {
		v.Slips = append(v.Slips, Slip{strconv.Itoa(i), d.Math(slip.Wrong), d.Math(slip.Right)})
	}
	v.None, v.Some = len(v.Slips) == 0, len(v.Slips) > 0
	return v
}

// size writes a norm; three digits are enough to compare sizes.
func size(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	return number.Rounded(v, 3).String()
}
