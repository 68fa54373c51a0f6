// Package ledger is the panel of the next update written out: every quantity in the lecture's order with its formula,
// shape and numbers.
package ledger

import (
	"slices"

	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/nn"
	"shallows/engine/page/example"
	"shallows/engine/page/infull"
	"shallows/engine/page/panel"
	"shallows/engine/page/quantities"
	"shallows/engine/page/record"
)

// Panel is the ledger.
type Panel struct {
	all        bool // on all training examples, not those of the next mini-batch
	ledger     *lecture.Ledger
	written    subject // what it is the ledger of
	quantities quantities.Quantities
	full       infull.Formula

	leaves []quantities.Leaf // of a talk
	at     int               // the one on show, counted from 0
	shown  quantities.Leaf   // what is
}

// subject is what a ledger was written of.
type subject struct {
	run     panel.Standing
	all     bool
	targets lecture.Targets
}

// New returns the panel, on the next mini-batch.
func New() panel.Part { return &Panel{} }

// Do takes: examples batch or all; notation CODE; targets CODE; example, with what package example takes; and what
// package grid takes.
func (p *Panel) Do(d *panel.Desk, words []string) {
	p.write(d)
	switch {
	case len(words) == 2 && words[0] == "examples":
		p.all = words[1] == "all"
	case len(words) == 2 && words[0] == "notation":
		if n, ok := mathml.ParseNotation(words[1]); ok {
			d.Write(n, d.Targets)
		}
	case len(words) == 2 && words[0] == "targets":
		if t, ok := lecture.ParseTargets(words[1]); ok {
			d.Write(d.Notation, t)
		}
	case len(words) > 1 && words[0] == "example":
		example.Do(d, p.ledger.Examples, words[1:])
	default:
		p.quantities.Do(d, words)
	}
}

// Follow brings the chosen example into sight.
func (p *Panel) Follow(d *panel.Desk) { p.quantities.Reveal(d) }

// write writes the ledger of the run as it stands.
func (p *Panel) write(d *panel.Desk) {
	now := subject{d.Standing(), p.all, d.Targets}
	if p.ledger == nil || now != p.written {
		write := lecture.NewLedger
		if p.all {
			write = lecture.NewFullLedger
		}
		p.ledger, p.written, p.shown = write(d.Session(), d.Targets), now, quantities.Leaf{}
		p.leaves = quantities.Leaves(p.ledger.Quantities)
		p.at = min(p.at, len(p.leaves)-1)
	}
	shown := quantities.Leaf{To: len(p.ledger.Quantities)}
	if d.Presenting {
		shown = p.leaves[p.at]
	}
	if shown == p.shown {
		return
	}
	p.shown = shown
	filled := p.ledger.Quantities[shown.From:shown.To]
	p.quantities.Set(p.ledger, filled)
	if d.Presenting {
		var computed lecture.Symbol
		if i := slices.IndexFunc(filled, func(q lecture.Quantity) bool { return q.Formula != nil }); i >= 0 {
			computed = filled[i].Symbol
		}
		p.full.Rest(computed)
	}
}

// Begin goes to the first leaf of a talk.
func (p *Panel) Begin(*panel.Desk) { p.at = 0 }

// Turn goes to another leaf.
func (p *Panel) Turn(d *panel.Desk, by int) bool {
	p.write(d)
	to, ok := panel.StepTo(p, by)
	if ok {
		p.at = to - 1
	}
	return ok
}

// Steps returns the leaf on show among all.
func (p *Panel) Steps() (at, of int) { return p.at + 1, len(p.leaves) }

// Record is what the panel shows.
type Record struct {
	Example    example.Record
	Whole      bool // an update takes all examples: there is nothing to choose
	Examples   []panel.Choice
	Notations  []panel.Choice
	Notation   string
	Targets    []panel.Choice
	Target     string
	Regression bool  // there are no two classes to be written in another way
	Note       []any // what the notation changes
	Plain      bool  // nothing
	Groups     []quantities.Group
	Full       infull.Record
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.show(d) }

func (p *Panel) show(d *panel.Desk) Record {
	p.write(d)
	example.First(d, p.ledger.Examples)
	c := d.Session().Config()
	r := Record{
		Example: example.Show(d),
		Whole:   c.Batch == 0,
		Examples: []panel.Choice{
			{Key: "batch", Name: record.T("examples.batch"), Chosen: !p.all},
			{Key: "all", Name: record.T("examples.all"), Chosen: p.all},
		},
		Notation:   d.Notation.String(),
		Regression: c.Regression() || c.Output == nn.Softmax,
		Groups:     p.quantities.Groups(d),
		Full:       p.full.Record(d, p.ledger),
	}
	for _, n := range mathml.Notations {
		r.Notations = append(r.Notations, panel.Choice{Key: n.String(), Name: record.T("notation." + n.String()), Chosen: n == d.Notation})
	}
	own := lecture.BinaryTargets
	if c.Output == nn.Tanh {
		own = lecture.SignedTargets
	}
	written := d.Targets
	if written == lecture.OwnTargets {
		written = own
	}
	for _, t := range []lecture.Targets{lecture.BinaryTargets, lecture.SignedTargets} {
		r.Targets = append(r.Targets, panel.Choice{Key: t.String(), Name: record.T("targets." + t.String()), Chosen: t == written})
	}
	r.Target = written.String()
	if written != own && !r.Regression {
		r.Note = append(r.Note, record.T("targets."+written.String()+"."+c.Loss.String()))
	}
	if d.Notation != mathml.Bracket {
		if len(r.Note) > 0 {
			r.Note = append(r.Note, " ")
		}
		r.Note = append(r.Note, record.T("notation.note"))
	}
	r.Plain = len(r.Note) == 0
	return r
}
