package lessons

import (
	"maps"
	"math"
	"slices"

	"shallows/engine/lesson"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// progress is how far the reader is in each lesson that was begun, by its name. The browser keeps it for all tabs of
// this device together; what it brings back may be anything.
type progress map[string]lesson.Standing

// nothing is a change that changes nothing.
var nothing = lesson.Standing{Page: -1, Answer: -1, Fewest: -1}

// key is where the browser keeps progress.
const key = "lessons"

// standing is how far the reader is in a lesson as it is kept, in a number null for none.
type standing struct {
	Page, Answer *float64
	Answers      string
	Solved       bool
	Fewest       *float64
	Run          *struct {
		Fragment       string
		Step           float64
		Cost, Accuracy string
	}
}

// readProgress returns the progress that was kept as a text.
func readProgress(text string) progress {
	var kept map[string]standing
	if !record.Read(text, &kept) {
		kept = nil
	}
	p := progress{}
	number := func(v *float64) float64 {
		if v == nil {
			return math.NaN()
		}
		return *v
	}
	for id, s := range kept {
		one := lesson.Read(number(s.Page), number(s.Answer), s.Answers, s.Solved, number(s.Fewest))
		if one.Solved && s.Run != nil {
			one.Run = lesson.ReadRun(s.Run.Fragment, s.Run.Step, s.Run.Cost, s.Run.Accuracy)
		}
		p[id] = one
	}
	return p
}

// JSON returns p as the browser is to keep it.
func (p progress) JSON() string {
	text := []byte("{")
	for i, id := range slices.Sorted(maps.Keys(p)) {
		if i > 0 {
			text = append(text, ',')
		}
		s := p[id]
		text = append(append(text, record.JSON(id)...), ':')
		text = append(text, record.JSON(struct {
			Page, Answer any
			Answers      string
			Solved       bool
			Fewest, Run  any
		}{count(max(0, s.Page)), count(s.Answer), s.Answers, s.Solved, count(s.Fewest), kept(s.Run)})...)
	}
	return string(append(text, '}'))
}

// kept returns a run as JSON has it, null for none.
func kept(r lesson.Run) any {
	if r == (lesson.Run{}) {
		return nil
	}
	return r
}

// count returns a number as JSON has it, null for none.
func count(n int) any {
	if n < 0 {
		return nil
	}
	return n
}

// add merges a change into the standing of a lesson.
func (p progress) add(id string, change lesson.Standing) {
	s, begun := p[id]
	if !begun {
		s = nothing
	}
	p[id] = s.Merge(change)
}

// note changes how far the reader is in a lesson. Another tab may have done so too, so that what is kept is asked for
// first.
func (p *Part) note(d *panel.Desk, id string, change lesson.Standing) {
	p.progress.add(id, change)
	p.pending.add(id, change)
	recall(d)
}

// recall asks for what is kept.
func recall(d *panel.Desk) {
	d.Ask("recall", panel.Recall{Keys: []string{key}, Then: "lessons kept"})
}

// kept takes: TEXT, what the browser keeps of the progress.
func (p *Part) kept(d *panel.Desk, words []string) {
	p.progress = readProgress(words[0])
	for id, change := range p.pending {
		if change.Solved && !p.progress[id].Solved {
			d.Ask("notice", solved(id))
		}
		p.progress.add(id, change)
	}
	if len(p.pending) > 0 {
		p.pending = progress{}
		d.Ask("keep", panel.Keep{Key: key, Text: p.progress.JSON()})
	}
}
