package page

import (
	"time"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

// Answer is what comes of an intent.
type Answer struct {
	Effects []panel.Effect // what a browser is to do, in this order
	Records []Shown        // what is to be shown now, of parts that changed
	// More says that there is more to tell or to do: Work wants to be called in the next frame.
	More bool
}

// Shown is the record of a part.
type Shown struct {
	Name   string // of the part; that of the open panel is panel
	Record any

	json []byte // of the record
}

// place is the record of the place of the panels.
type place struct {
	Tab   string // the id of that of the open panel
	Empty bool
	Shown any // what stands there, a shown; nil for nothing
}

// shown is a record as JSON has it.
type shown struct {
	Name   string
	Record record.Encoded
}

// JSON returns the answer as web/page.js reads it.
func (a Answer) JSON() []byte {
	var records []shown
	for _, r := range a.Records {
		records = append(records, shown{r.Name, record.Encoded(r.json)})
	}
	return record.JSON(struct {
		Effects []panel.Effect
		Records []shown
		More    bool
	}{a.Effects, records, a.More})
}

// restarted forgets what is pointed at: the network is another one. The example stays if there still is one of its
// number.
func (p *Page) restarted() {
	p.pointer.Leave(p.desk)
	p.told["pointing"].stale = true
	p.ask("inspector", "leave")
	p.desk.Point(lecture.Symbol{})
	p.desk.Stage.Select(scene.Target{})
	if p.desk.Example > p.desk.Session().Train().Len() {
		p.desk.Choose(0)
	}
}

// keepUp has the open panel follow the example that is chosen.
func (p *Page) keepUp() {
	follower, ok := p.panels[p.open].(panel.Follower)
	if ok && p.desk.Example != p.followed && !p.desk.Run.Empty() {
		follower.Follow(p.desk)
		p.told[p.open].stale = true
	}
	p.followed = p.desk.Example
}

// Changed is the effect of a change of the run, for what listens to it.
type Changed struct {
	Cause     string
	Restarted bool
	Warnings  []Warning
}

// Warning is a config.Warning.
type Warning struct{ Key, Value, Used, Reason string }

// Entered is the effect "state": the run has entered a state.
type Entered struct{ State string }

// effect returns an event of the run as the effect that tells of it.
func effect(event run.Event) panel.Effect {
	switch e := event.(type) {
	case run.Entered:
		return panel.Effect{Name: "state", With: Entered{string(e.State)}}
	case run.Ended:
		return panel.Effect{Name: "ended", With: panel.Ended{Ticket: e.Ticket, Reached: e.Reached}}
	case run.Change:
		changed := Changed{Cause: string(e.Cause), Restarted: e.Restarted}
		for _, w := range e.Warnings {
			changed.Warnings = append(changed.Warnings, Warning{w.Key, w.Value, w.Used, string(w.Reason)})
		}
		return panel.Effect{Name: "changed", With: changed}
	}
	return panel.Effect{Name: "stepped"}
}

// answer returns what has come about since the last answer. While the run trains the open panel may stay as it was told,
// unless that is not to be. It is the reader's doing, or a script's.
func (p *Page) answer(panelToo, byReader bool) Answer {
	var a Answer
	p.settle()
	asked, began := p.desk.Asked(), time.Now()
	stepped, awaited := false, false
	for _, event := range p.desk.Run.Events() {
		switch event.(type) {
		case run.Stepped:
			stepped = true
		case run.Ended:
			awaited = true
		}
		if _, said := event.(run.Stopping); !said {
			a.Effects = append(a.Effects, effect(event))
		}
		p.hear(event, began)
	}
	p.catchUp(began)
	// What else is written into the address comes after the fragment.
	a.Effects = append(append(a.Effects, p.desk.Asked()...), asked...)
	// The numbers of a step come first and the open panel in the next frame, unless a script waits for all.
	owing := panelToo && stepped && !awaited && !p.desk.Moving && p.open != ""
	// A panel may choose an example or a unit, of which others tell.
	opened := p.tellPanel(!owing && (panelToo || !p.desk.Moving || began.After(p.rested)))
	for _, name := range p.names {
		if name != "notices" {
			p.tell(&a.Records, name, p.parts[name])
		}
	}
	a.Records = append(a.Records, opened...)
	p.lessons.Keep(p.desk)
	a.More = owing || p.worker() != nil || p.desk.Pool.Busy() || p.handin.Busy()
	a.Effects = p.notify(append(a.Effects, p.desk.Asked()...), byReader)
	p.told["notices"].stale = true
	p.tell(&a.Records, "notices", p.notices)
	return a
}

// hear has all hear of an event of the run.
func (p *Page) hear(event run.Event, now time.Time) {
	p.teller.Hear(p.desk, event)
	change, changed := event.(run.Change)
	for _, name := range p.names {
		if hearer, ok := p.parts[name].(panel.Hearer); ok && changed {
			hearer.Hear(p.desk, change)
			p.told[name].stale = true
		}
	}
	p.bench.Hear(p.desk, event)
	p.bench.Link(p.desk)
	p.address.Hear(p.desk, event, now)
	p.host.Follow(p.desk, event)
	if p.opening.Follow(p.desk, event) {
		p.told["opening"].stale = true
	}
	if _, stepped := event.(run.Stepped); stepped {
		p.lessons.Look(p.desk)
	}
	if !changed {
		return
	}
	p.warn(change)
	if change.Restarted {
		p.restarted()
	}
	if change.Bench != nil && !p.alone && !p.desk.Presenting {
		p.desk.Panel = "bench"
	}
}

// catchUp has what follows the run, the address and the open panel do so, and finds out what is to be told.
func (p *Page) catchUp(now time.Time) {
	if p.desk.Presenting {
		p.told["talk"].stale = true
		if p.talk.Settle(p.desk) {
			p.walked()
		}
	}
	p.settle()
	p.bench.Link(p.desk)
	p.employ()
	p.keepUp()
	p.teller.Look(p.desk, now)
	p.desk.Moving = p.desk.Run.State() != run.Paused
	p.listen()
	p.address.Follow(p.desk)
	p.compare()
	p.told["bench"].stale = true // which is trained whatever is on show
	p.told["pair"].stale = p.bench.Pair().News()
}

// settle opens the panel that a part has asked for in place of the one that is open, or closes that.
func (p *Page) settle() {
	d := p.desk
	if d.Panel != "" && p.panels[d.Panel] == nil {
		d.Panel = p.open
	}
	if d.Panel == p.open {
		return
	}
	if leaver, ok := p.panels[p.open].(panel.Leaver); ok {
		leaver.Leave(d)
	}
	p.open = d.Panel
	d.Ask("query", panel.Query{Key: "panel", Value: p.open})
}
