// Package page is what the page shows and what each intent of its reader does.
//
// An intent goes in as words, such as "panel check" or "check break mean"; what comes out is an [Answer]: effects that
// only a browser can bring about, and the records that differ from those told before. It speaks no language and writes
// no HTML but MathML and SVG.
package page

import (
	"time"

	"shallows/engine/bench/pool"
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
	p.talk, p.handin = talk.New(p.shows), handin.New(p.lessons)
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

// Still reports whether what was done last left the pictures as they were.
func (p *Page) Still() bool { return p.desk.Still }
