// Package update is the panel of one update in slow motion: its stages in the lecture's order, on the run's next batch.
// Going on from the last one makes the update.
package update

import (
	"slices"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/page/example"
	"shallows/engine/page/infull"
	"shallows/engine/page/panel"
	"shallows/engine/page/quantities"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// pace is how many milliseconds a stage stays when the stages play by themselves.
const pace = 2600

// Panel is the update in slow motion.
type Panel struct {
	written    panel.Standing // what it is the update of, which begins anew with another
	targets    lecture.Targets
	presented  bool // in a talk
	ledger     *lecture.Ledger
	stages     []lecture.Stage
	at         int  // the stage on show, counted from 0
	leaf       int  // of that, in a talk, counted from 0
	playing    bool // the stages play by themselves
	timer      int  // the number of the timer that is awaited
	quantities quantities.Quantities
	full       infull.Formula
}

// New returns the panel, at the first stage.
func New() panel.Part { return &Panel{} }

// Do takes: back; next; go STAGE, counted from 0; play, which goes on or holds; tick NUMBER of a timer; example, with
// what package example takes; and what package grid takes.
func (p *Panel) Do(d *panel.Desk, words []string) {
	p.write(d)
	switch {
	case len(words) == 1 && words[0] == "back":
		p.playing = false
		p.goTo(d, p.at-1)
	case len(words) == 1 && words[0] == "next":
		p.playing = false
		p.forward(d)
	case len(words) == 1 && words[0] == "play":
		if p.playing = !p.playing; p.playing {
			p.wait(d)
			p.forward(d)
		}
	case len(words) == 2 && words[0] == "tick":
		if p.playing && words[1] == strconv.Itoa(p.timer) {
			p.wait(d)
			p.forward(d)
		}
	case len(words) == 2 && words[0] == "go":
		if stage, err := strconv.Atoi(words[1]); err == nil {
			p.goTo(d, stage)
		}
	case len(words) > 1 && words[0] == "example":
		example.Do(d, p.ledger.Examples, words[1:])
	default:
		p.quantities.Do(d, words)
	}
}

// Begin goes to the first stage.
func (p *Panel) Begin(d *panel.Desk) {
	p.write(d)
	at, _ := p.Steps()
	p.Turn(d, 1-at)
}

// Turn goes to another leaf of the same update: a stage, or a part of one.
func (p *Panel) Turn(d *panel.Desk, by int) bool {
	p.write(d)
	p.playing = false
	to, ok := panel.StepTo(p, by)
	if !ok {
		return false
	}
	for stage := range p.stages {
		n := len(p.leaves(stage))
		if to <= n {
			p.goTo(d, stage)
			p.leaf = to - 1
			p.fill(d)
			return true
		}
		to -= n
	}
	return false
}

// Steps returns the leaf on show among those of all stages.
func (p *Panel) Steps() (at, of int) {
	at = p.leaf + 1
	for stage := range p.stages {
		n := len(p.leaves(stage))
		if of += n; stage < p.at {
			at += n
		}
	}
	return at, of
}

// leaves returns those of a stage.
func (p *Panel) leaves(stage int) []quantities.Leaf { return quantities.Leaves(p.filled(stage)) }

// wait asks for the next tick of the stages that play.
func (p *Panel) wait(d *panel.Desk) {
	p.timer++
	d.Ask("later", panel.Later{Milliseconds: pace, Intent: "update tick " + strconv.Itoa(p.timer)})
}

// write writes the update that the run makes next; of another the first stage is shown.
func (p *Panel) write(d *panel.Desk) {
	now := d.Standing()
	anew := p.ledger == nil || now != p.written
	if !anew && d.Targets == p.targets && d.Presenting == p.presented {
		return
	}
	p.written, p.targets, p.presented = now, d.Targets, d.Presenting
	p.ledger = lecture.NewLedger(d.Session(), d.Targets)
	p.stages = p.ledger.Stages()
	if !slices.Contains(p.ledger.Examples, d.Example) {
		d.Choose(p.ledger.Examples[0])
	}
	if anew {
		p.enter(d, 0)
		send(d, scene.Travel{})
	}
	p.fill(d)
}

// goTo goes to a stage, if there is one of that number; a run that trains stands still for it.
func (p *Panel) goTo(d *panel.Desk, stage int) {
	d.Run.Pause()
	if stage < 0 || stage >= len(p.stages) {
		return
	}
	p.enter(d, stage)
	p.fill(d)
	send(d, wayOf(p.stages[stage], d.Session().Network().Layers()))
	p.quantities.Reveal(d)
}

// forward goes on, from the last stage by making the update.
func (p *Panel) forward(d *panel.Desk) {
	if p.at < len(p.stages)-1 {
		p.goTo(d, p.at+1)
		return
	}
	p.playing = false
	d.Run.Step(1, "")
}

// enter shows a stage, marks its part of the diagram, and writes its first number out.
func (p *Panel) enter(d *panel.Desk, stage int) {
	if stage != p.at {
		d.Ask("sight", panel.Sight{ID: "stage-" + strconv.Itoa(stage), Inline: "center"})
	}
	p.at, p.leaf = stage, 0
	d.Stage.Select(panel.TargetOf(place(p.stages[stage])))
	p.full.Rest(sample(p.stages[stage]))
}

// fill puts the quantities on show that the stage fills, in a talk those of a leaf.
func (p *Panel) fill(d *panel.Desk) {
	shown := p.filled(p.at)
	if d.Presenting {
		leaf := p.leaves(p.at)[p.leaf]
		shown = shown[leaf.From:leaf.To]
	}
	p.quantities.Set(p.ledger, shown)
}

// filled returns the quantities that a stage fills.
func (p *Panel) filled(stage int) (filled []lecture.Quantity) {
	for _, q := range p.ledger.Quantities {
		if slices.Contains(p.stages[stage].Fills, q.Symbol) {
			filled = append(filled, q)
		}
	}
	return filled
}

// place is where in the diagram a stage is: at all units, links or biases of its layer, of the cost the output; the
// update is nowhere in particular.
func place(s lecture.Stage) lecture.Symbol {
	name := s.Name.Name
	if name == lecture.J {
		name = lecture.A
	}
	return lecture.Symbol{Name: name, Layer: s.Layer}
}

// sample is what is written out in full of a stage.
func sample(s lecture.Stage) lecture.Symbol {
	if s.Name != (lecture.Symbol{}) {
		return s.Name
	}
	return s.Fills[max(0, slices.IndexFunc(s.Fills, func(f lecture.Symbol) bool { return f.Name == lecture.W }))]
}

// send sends numbers on a way through the diagram, unless the reader asked for less motion; those of another one arrive
// at once.
func send(d *panel.Desk, way scene.Travel) {
	if d.Calm {
		way = scene.Travel{}
	}
	d.Stage.Send(way)
}

// wayOf is the way of a stage's numbers: Z needs the values of the layer before, dZ of a hidden layer the gradients of
// the one after. What is computed in its place takes none.
func wayOf(s lecture.Stage, layers int) scene.Travel {
	switch {
	case s.Name.Name == lecture.Z:
		return scene.Travel{Layer: s.Layer}
	case s.Name.Name == lecture.DZ && s.Layer < layers:
		return scene.Travel{Layer: s.Layer + 1, Back: true}
	}
	return scene.Travel{}
}

// Follow brings the chosen example into sight.
func (p *Panel) Follow(d *panel.Desk) { p.quantities.Reveal(d) }

// Leave takes the marks away; opened again the panel begins with the first stage.
func (p *Panel) Leave(d *panel.Desk) {
	d.Stage.Select(panel.TargetOf(lecture.Symbol{}))
	send(d, scene.Travel{})
	p.playing, p.ledger, p.stages = false, nil, nil
}

// Record is what the panel shows.
type Record struct {
	Example  example.Record
	First    bool // there is no stage before
	Next     record.Text
	Class    string // of the button that goes on
	Play     record.Text
	PlayIcon string
	Stages   []Stage
	Told     []any
	Groups   []quantities.Group
	Full     infull.Record
}

// Stage is one stage among the others.
type Stage struct {
	Key     string // counted from 0
	Element string // its id
	Intent  string // that goes there
	Name    []any
	Label   any // of what is a formula, nil of words
	Class   string
	Current any // "step" of the one on show, nil of others
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.record(d) }

func (p *Panel) record(d *panel.Desk) Record {
	p.write(d)
	stage := p.stages[p.at]
	r := Record{
		Example:  example.Show(d),
		First:    p.at == 0,
		Next:     record.T("update.next"),
		Class:    "button square",
		Play:     record.T("update.play"),
		PlayIcon: "#icon-play",
		Groups:   p.quantities.Groups(d),
		Full:     p.full.Record(d, p.ledger),
	}
	if p.at == len(p.stages)-1 {
		r.Next, r.Class = record.T("update.commit"), "button square commit"
	}
	if p.playing {
		r.Play, r.PlayIcon = record.T("update.pause"), "#icon-pause"
	}
	told := "update"
	if stage.Name.Name != "" {
		told = stage.Name.Name
	}
	r.Told = []any{
		record.T("update.place", "stage", p.at+1, "stages", len(p.stages)), " ",
		record.T("update.told."+told, "layer", stage.Layer, "before", stage.Layer-1, "after", stage.Layer+1),
	}
	for i, stage := range p.stages {
		r.Stages = append(r.Stages, p.item(d, i, stage))
	}
	return r
}

func (p *Panel) item(d *panel.Desk, i int, stage lecture.Stage) Stage {
	key := strconv.Itoa(i)
	s := Stage{Key: key, Element: "stage-" + key, Intent: "update go " + key, Class: "stage", Name: []any{record.T("update.update")}}
	if stage.Name != (lecture.Symbol{}) {
		s.Name, s.Label = []any{d.Math(stage.Name)}, quantities.Name(stage.Name)
	}
	if i < p.at {
		s.Class = "stage done"
	}
	if i == p.at {
		s.Current = "step"
	}
	return s
}
