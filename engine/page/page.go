// Package page is what the page shows and what each intent of its reader does.
//
// An intent goes in as words, such as "panel check" or "check break mean"; what comes out is an [Answer]: effects that
// only a browser can bring about, and the records that differ from those told before. It speaks no language and writes
// no HTML but MathML and SVG.
package page

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"time"

	"shallows/engine/bench/pool"
	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/activations"
	"shallows/engine/page/address"
	"shallows/engine/page/bench"
	"shallows/engine/page/check"
	"shallows/engine/page/collapse"
	"shallows/engine/page/confusion"
	"shallows/engine/page/controls"
	"shallows/engine/page/diagnosis"
	"shallows/engine/page/diagram"
	"shallows/engine/page/explain"
	"shallows/engine/page/figure"
	"shallows/engine/page/graph"
	"shallows/engine/page/handin"
	"shallows/engine/page/host"
	"shallows/engine/page/inspector"
	"shallows/engine/page/labels"
	"shallows/engine/page/ledger"
	"shallows/engine/page/lessons"
	"shallows/engine/page/notice"
	"shallows/engine/page/numpy"
	"shallows/engine/page/opening"
	"shallows/engine/page/output"
	"shallows/engine/page/own"
	"shallows/engine/page/panel"
	"shallows/engine/page/pointing"
	"shallows/engine/page/readouts"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/page/script"
	"shallows/engine/page/section"
	"shallows/engine/page/share"
	"shallows/engine/page/sheet"
	"shallows/engine/page/strip"
	"shallows/engine/page/symmetry"
	"shallows/engine/page/talk"
	"shallows/engine/page/transport"
	"shallows/engine/page/update"
	"shallows/engine/page/vectorise"
	"shallows/engine/scene"
)

// Page is the page of a run. It is not safe for concurrent use.
type Page struct {
	desk    *panel.Desk
	panels  map[string]panel.Part
	open    string // the name of the panel that is open, "" for none
	parts   map[string]panel.Part
	names   []string // of the parts, in order
	lessons *lessons.Part
	handin  *handin.Part
	bench   *bench.Panel
	script  script.Benches
	pointer *pointing.Part
	opening *opening.Part
	talk    *talk.Talk
	strip   *strip.Strip

	told    map[string]*telling // of the parts and panels
	sources panel.Sources       // when that was found out last
	written []byte              // room for a record as JSON
	placed  string              // what was told last to stand in the panels' place
	rested  time.Time           // until when the open panel is not told anew, while the run trains
	teller  notice.Teller
	notices *notice.Notices
	address address.Address
	host    host.Host
	quiet   quiet
	alone   bool          // a panel is on show by itself
	framed  bool          // the page stands in a frame of another page
	ignored []record.Text // of the query, to be told with what is wrong with the fragment

	followed int // the example that was chosen when a panel was last asked to follow
}

// panels are all panels, in the order of their tabs.
var panels = []struct {
	name   string
	make   func() panel.Part
	lesson string // that teaches it, and the page of that
}{
	{"ledger", ledger.New, "gradient-descent 2"},
	{"update", update.New, "gradient-descent 2"},
	{"vectorise", vectorise.New, "vectorising 1"},
	{"graph", graph.New, "gradient-descent 2"},
	{"activations", activations.New, "activations 1"},
	{"collapse", collapse.New, "non-linear 1"},
	{"symmetry", symmetry.New, "initialisation 1"},
	{"check", check.New, "gradient-descent 2"},
	{"confusion", confusion.New, "softmax 4"},
	{"numpy", numpy.New, "vectorising 1"},
	{"bench", nil, "choosing 4"}, // which goes on when it is closed
}

// names returns those of the panels, in the order of their tabs.
func names() []string {
	var list []string
	for _, one := range panels {
		list = append(list, one.name)
	}
	return list
}

// taught returns the lessons that teach the panels.
func taught() map[string]string {
	lessons := map[string]string{}
	for _, one := range panels {
		lessons[one.name] = one.lesson
	}
	return lessons
}

// New returns the page of the run that stage shows, with no panel open.
func New(stage *scene.Stage) *Page {
	p := &Page{
		desk:    &panel.Desk{Run: run.New(stage), Stage: stage, Pool: pool.New()},
		panels:  map[string]panel.Part{},
		lessons: lessons.New(),
		bench:   bench.New(),
		notices: &notice.Notices{},
		pointer: pointing.New(),
		opening: opening.New(),
		parts:   map[string]panel.Part{},
		told:    map[string]*telling{"waiting": {}},
		placed:  " ",
	}
	for _, made := range panels {
		p.told[made.name] = &telling{of: panel.Any &^ (panel.Labels | panel.Lull | panel.Hovering)}
		if made.make != nil {
			p.panels[made.name] = made.make()
		}
	}
	p.panels["bench"] = p.bench
	p.talk, p.handin = talk.New(p.steps), handin.New(p.lessons)
	p.strip = strip.New(names())
	// Beside what a part keeps itself, which an intent of its own or a change of the run may change, these are made of no more
	// than this. What the diagram says of biases may wait until all is quiet.
	for _, row := range []struct {
		name string
		part panel.Part
		of   panel.Source
	}{
		{"controls", controls.New(), panel.Terms | panel.Writing},
		{"diagnosis", diagnosis.New(), panel.Numbers | panel.Tabs},
		{"diagram", diagram.New(), panel.Terms | panel.Places | panel.Writing | panel.Lull},
		{"explain", explain.New(taught()), panel.Tabs},
		{"handin", p.handin, 0},
		{"inspector", inspector.Part{}, panel.Numbers | panel.Places | panel.Writing | panel.Chosen},
		{"labels", labels.Part{}, panel.Labels},
		{"lessons", p.lessons, panel.Any},
		{"notices", p.notices, panel.Any},
		{"opening", p.opening, panel.Terms | panel.Places},
		{"output", output.New(), panel.Terms | panel.Course | panel.Places | panel.Unit | panel.Writing | panel.Lull | panel.Hovering},
		{"own", own.New(), panel.Terms | panel.Places},
		{"pair", p.bench.Pair(), 0},
		{"pointing", p.pointer, panel.Pointed},
		{"progress", transport.Progress{}, panel.Numbers | panel.Course},
		{"readouts", readouts.New(), panel.Numbers},
		{"scrubber", &transport.Scrubber{}, panel.Numbers | panel.Course | panel.Places},
		{"section", section.Part{}, panel.Terms | panel.Writing},
		{"share", share.New(names()), panel.Any},
		{"sheet", sheet.New(), panel.Any},
		{"strip", p.strip, panel.Tabs | panel.Places},
		{"talk", p.talk, panel.Terms}, // without examples a panel has no steps
		{"transport", transport.Buttons{}, panel.Course},
		{"until", transport.NewUntil(), panel.Course | panel.Terms},
		{"values", diagram.Values{}, panel.Numbers | panel.Places | panel.Chosen},
	} {
		p.names = append(p.names, row.name)
		p.parts[row.name], p.told[row.name] = row.part, &telling{of: row.of}
	}
	return p
}

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

// intents are what a reader or a script may want, by their first word. Others go to the part or panel of that name, those
// with the word here to the panel that is open.
var intents = map[string]func(p *Page, words []string){
	"panel":   (*Page).panel,
	"kept":    (*Page).kept,
	"point":   (*Page).point,
	"example": (*Page).example,
	"calm":    func(p *Page, words []string) { p.desk.Calm = len(words) == 1 && words[0] == "true" },
	"run":     (*Page).run,
	"present": (*Page).present,
	"host":    func(p *Page, words []string) { p.host.Do(p.desk, words) },
	"theme":   (*Page).theme,
	"bench":   func(p *Page, words []string) { p.bench.Do(p.desk, words) },
	"slots":   (*Page).slots,
	"picture": func(*Page, []string) {}, // the numbers of a picture: those of the panel are worth less time
	"address": (*Page).follow,
	"quiet":   (*Page).passed,
	"workers": (*Page).workers,
	"script":  func(p *Page, words []string) { p.script.Do(p.desk, words) },
	"reload":  (*Page).reload,
	"went":    (*Page).went,
	"lost":    (*Page).lost,
}

// Do does what the words of an intent say. Words that no intent has change nothing.
func (p *Page) Do(words ...string) Answer {
	p.desk.Still = false
	p.do(words)
	first := ""
	if len(words) > 0 {
		first = words[0]
	}
	return p.answer(first != "picture" && first != "pointing", first != "host")
}

func (p *Page) do(words []string) {
	if len(words) == 3 && words[0] == "notices" && words[1] == "act" {
		words = strings.Fields(p.notices.Act(words[2]))
	} else if len(words) > 1 && words[0] == "key" {
		words = p.key(strings.Join(words[1:], " "))
	}
	if len(words) == 0 {
		return
	}
	if words[0] == "together" {
		p.together(words[1:])
	} else if intent, ok := intents[words[0]]; ok {
		intent(p, words[1:])
	} else if _, ok := p.parts[words[0]]; ok {
		p.ask(words[0], words[1:]...)
		// The curve can be dragged along.
		if words[0] == "pointing" && len(words) > 2 && words[1] == "cost" {
			p.ask("scrubber", words[2:]...)
		}
	} else if p.open != "" && (words[0] == p.open || words[0] == "here") && !p.desk.Run.Empty() {
		p.panels[p.open].Do(p.desk, words[1:])
		p.told[p.open].stale = true
	}
}

// ask asks a part to do something.
func (p *Page) ask(part string, words ...string) {
	p.parts[part].Do(p.desk, words)
	p.told[part].stale = true
}

// together takes: COUNT WORD …, so many words of an intent, as often as there are intents. One answer tells what comes of all.
func (p *Page) together(words []string) {
	still := true
	for len(words) > 0 {
		count, err := strconv.Atoi(words[0])
		if words = words[1:]; err != nil || count < 0 || count > len(words) {
			break
		}
		p.desk.Still = false
		p.do(words[:count])
		still = still && p.desk.Still
		words = words[count:]
	}
	p.desk.Still = still
}

// Run returns the run, for what is no words. Tell tells of it.
func (p *Page) Run() *run.Run { return p.desk.Run }

// Host returns the page around this one, whose messages are no intents.
func (p *Page) Host() *host.Host { return &p.host }

// Tell returns what a script has brought about since the last answer.
func (p *Page) Tell() Answer { return p.answer(true, false) }

// Turn goes on with the run for so many milliseconds, elapsed seconds after the last turn. It returns how many updates
// were made, and whether there is more to tell than that: Do tells it.
func (p *Page) Turn(elapsed, budget float64) (made int, news bool) {
	made, news = p.desk.Run.Turn(elapsed, budget)
	return made, p.lessons.Look(p.desk) || news
}

// Work tells of the open panel what the last answer left for later, and lets it go on with work of its own for about so
// many milliseconds.
func (p *Page) Work(budget float64) Answer {
	example := p.desk.Example
	if worker := p.worker(); worker != nil {
		worker.Work(p.desk, budget)
		p.told[p.open].stale = true
	}
	if p.handin.Work(budget) {
		p.told["handin"].stale = true
	}
	p.train(budget)
	a := p.answer(true, true)
	p.desk.Still = p.desk.Example == example
	return a
}

// worker returns the open panel where it has work to do.
func (p *Page) worker() panel.Worker {
	worker, ok := p.panels[p.open].(panel.Worker)
	if !ok || p.desk.Run.Empty() || !worker.Busy() {
		return nil
	}
	return worker
}

// Hash returns the fragment of a link to what is on show, with its #.
func (p *Page) Hash() string { return p.desk.Hash() }

// Figure returns a part of the run as a picture to keep, of package figure as JSON, with the stage that paints it; a code
// is of an address and has no stage. There is nothing of a part that there is not.
func (p *Page) Figure(part string, scale float64, theme scene.Theme, address string) ([]byte, *scene.Stage) {
	if part == figure.Code {
		return record.JSON(figure.OfLink(address)), nil
	}
	if !figure.Has(part) {
		return nil, nil
	}
	r, stage := figure.Of(p.desk, part, scale, theme)
	return record.JSON(r), stage
}

// lost takes nothing: the pictures are gone, and the run waits until the reader goes on.
func (p *Page) lost([]string) {
	p.desk.Run.Do([]string{"pause"})
	p.ask("notices", "say", "notice.contextLost")
}

// panel takes: NAME, which opens a panel in place of the one that is open, or nothing, which closes it.
func (p *Page) panel(words []string) { p.desk.Panel = strings.Join(words, " ") }

// kept takes: NOTATION TARGETS LESSONS OPENING FOLDS, what the browser keeps of earlier visits: how layers and classes are written, where
// what there is not changes nothing; how far the reader is in the lessons; whether the reader has been told what is here; and which
// settings are unfolded. A page around this one knows better about the first two and the last.
func (p *Page) kept(words []string) {
	if len(words) != 5 {
		return
	}
	p.ask("lessons", "kept", words[2])
	p.ask("opening", "kept", words[3])
	if p.framed {
		return
	}
	p.ask("controls", "kept", words[4])
	if n, ok := mathml.ParseNotation(words[0]); ok {
		p.desk.Notation = n
	}
	if t, ok := lecture.ParseTargets(words[1]); ok {
		p.desk.Targets = t
	}
}

// run takes what package run does. An address may have a talk begin with another run than its own.
func (p *Page) run(words []string) {
	if len(words) > 1 && words[0] == "open" {
		if begins := p.talk.Run(p.desk, words[1]); begins != "" {
			words[1] = begins
		}
	}
	p.desk.Run.Do(words)
}

// point takes: SYMBOL that is pointed at, as package mathml wrote it, or nothing; with VISIBLE, whether the focus that
// points at it is to be seen.
func (p *Page) point(words []string) {
	switch {
	case len(words) == 0:
		p.desk.Point(lecture.Symbol{})
	case len(words) == 1 || words[1] == "true":
		p.desk.Point(panel.ReadSymbol(words[0]))
	}
}

// example takes: NUMBER, the training example that is chosen, 0 for none.
func (p *Page) example(words []string) {
	if number, err := strconv.Atoi(strings.Join(words, " ")); err == nil && number >= 0 {
		p.desk.Choose(number)
	}
}

// keys are the intents of keys that mean something all over the page, or in the panel.
var keys = map[string]string{
	"Space": "run toggle", "Shift Space": "until train",
	"Escape": "inspector close", "panel Escape": "strip close", "f": "strip fill",
	",": "update back", "panel ArrowLeft": "update back",
	".": "update next", "panel ArrowRight": "update next",
	"Control+z": "own undo", "Control+y": "own redo", "Shift Control+z": "own redo",
}

// steps returns what has the steps of a view of a talk, nil for none.
func (p *Page) steps(view string) panel.Stepper {
	if view == talk.Lesson {
		p.told["lessons"].stale = true
		return p.lessons
	}
	stepper, ok := p.panels[view].(panel.Stepper)
	if !ok || p.desk.Run.Empty() {
		return nil
	}
	p.told[view].stale = true
	return stepper
}

// key returns the words of what a key means: NAME, Shift NAME, or panel NAME where it is pressed in the panel. One that means
// nothing now is passed on, and in a figure of slides or notes a space that plays nothing.
func (p *Page) key(name string) []string {
	inspected := p.desk.Inspected != (scene.Target{})
	if intent := talk.Keys[strings.TrimPrefix(name, "panel ")]; intent != "" && p.desk.Presenting {
		if intent == "talk end" && inspected {
			intent = "inspector close"
		}
		return strings.Fields(intent)
	}
	intent, ok := keys[name]
	if !ok {
		intent = keys[strings.TrimPrefix(name, "Shift ")]
	}
	part, _, _ := strings.Cut(intent, " ")
	if name == "Escape" && !inspected && p.strip.Full() {
		return []string{"strip", "fill"}
	}
	idle := p.host.Yields() && (part == "until" || part == "run" && p.desk.Session().Diverged())
	if part == "" || idle || part == "inspector" && !inspected || intent == "strip close" && inspected ||
		intent == "strip fill" && (p.host.Shape != "full" || p.desk.Presenting) || part == "update" && p.open != part {
		p.desk.Pass()
		return nil
	}
	return strings.Fields(intent)
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

// Still reports whether what was done last left the pictures as they were.
func (p *Page) Still() bool { return p.desk.Still }

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
		if _, said := event.(run.Stopping); !said {
			a.Effects = append(a.Effects, effect(event))
		}
		p.teller.Hear(p.desk, event)
		if change, ok := event.(run.Change); ok {
			for _, name := range p.names {
				if hearer, ok := p.parts[name].(panel.Hearer); ok {
					hearer.Hear(p.desk, change)
					p.told[name].stale = true
				}
			}
		}
		p.bench.Hear(p.desk, event)
		p.bench.Link(p.desk)
		p.address.Hear(p.desk, event, began)
		p.host.Follow(p.desk, event)
		if p.opening.Follow(p.desk, event) {
			p.told["opening"].stale = true
		}
		switch e := event.(type) {
		case run.Stepped:
			stepped = true
			p.lessons.Look(p.desk)
		case run.Ended:
			awaited = true
		case run.Change:
			p.warn(e)
			if e.Restarted {
				p.restarted()
			}
			if e.Bench != nil && !p.alone {
				p.desk.Panel = "bench"
			}
		}
	}
	p.settle()
	p.bench.Link(p.desk)
	p.employ()
	p.keepUp()
	p.teller.Look(p.desk, began)
	p.desk.Moving = p.desk.Run.State() != run.Paused
	p.listen()
	p.address.Follow(p.desk)
	p.compare()
	p.told["bench"].stale = true // which is trained whatever is on show
	p.told["pair"].stale = p.bench.Pair().News()
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
	a.More = owing || p.worker() != nil || p.desk.Pool.Busy() || p.handin.Busy()
	a.Effects = p.notify(append(a.Effects, p.desk.Asked()...), byReader)
	p.told["notices"].stale = true
	p.tell(&a.Records, "notices", p.notices)
	return a
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

// waiting stands in the place of a panel while there are no examples.
type waiting struct{}

func (waiting) Record(*panel.Desk) any   { return waiting{} }
func (waiting) Do(*panel.Desk, []string) {}

// A panel that is told while the run trains rests then: so long at least, and so many times as long as that took, which
// leaves most of the time to training where the browser takes as long to show it.
const (
	rest   = 100 * time.Millisecond
	longer = 10
)

// tellPanel returns what stands in the place of the panels, if that is due or another than before.
func (p *Page) tellPanel(due bool) (list []Shown) {
	name, part := p.open, p.panels[p.open]
	if part != nil && p.desk.Run.Empty() {
		name, part = "waiting", waiting{}
	}
	if placed := p.open + " " + name; placed != p.placed {
		p.placed, due = placed, true
		if part != nil { // its template is filled anew
			*p.told[name] = telling{of: p.told[name].of, stale: true}
		} else {
			return []Shown{{Name: "panel", json: record.JSON(place{Empty: true})}}
		}
	}
	if part == nil || !due {
		return nil
	}
	began := time.Now()
	for range 2 { // once more where it has chosen an example or a unit itself
		p.tell(&list, name, part)
		p.keepUp()
		p.compare()
	}
	for i := range list {
		told := &list[i]
		told.Name, told.json = "panel", record.JSON(place{Tab: panel.TabOf(p.open).ID, Shown: shown{name, record.Encoded(told.json)}})
	}
	now := time.Now()
	p.rested = now.Add(max(rest, longer*now.Sub(began)))
	return list
}

// telling is what was told of a part or panel.
type telling struct {
	of     panel.Source // what on the desk its record is made of
	stale  bool         // that, or what the part keeps itself, may be another since
	record any          // as it was told, where it is a pointer
	json   []byte       // the record, nil before the first
}

// compare finds out what on the desk is another than before, and whose record is made of that.
func (p *Page) compare() {
	now := p.desk.Sources()
	changed := now.Since(p.sources)
	p.sources = now
	for _, told := range p.told {
		told.stale = told.stale || told.of&changed != 0
	}
}

// tell adds the record of a part to those of an answer where it may have changed, and has.
func (p *Page) tell(list *[]Shown, name string, part panel.Part) {
	last := p.told[name]
	if !last.stale && last.json != nil {
		return
	}
	last.stale = false
	r := part.Record(p.desk)
	if reflect.ValueOf(r).Kind() == reflect.Pointer {
		if r == last.record {
			return
		}
		last.record = r
	}
	p.written = record.Append(p.written[:0], r)
	if !bytes.Equal(p.written, last.json) {
		last.json = bytes.Clone(p.written)
		*list = append(*list, Shown{name, r, last.json})
	}
}
