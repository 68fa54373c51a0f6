// Package bench is the panel that trains many runs side by side: a form says which, and a table and pictures show what
// comes of them.
package bench

import (
	"slices"
	"time"

	"shallows/engine/bench"
	"shallows/engine/bench/pool"
	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/session"
)

// Panel is the bench. It goes on while another panel is open, or none.
type Panel struct {
	form   form
	folded bool   // the form, so that there is room for the table
	set    bool   // the reader, or a link, has made it: links hold it
	base   string // a link to the run that it starts from, at step 0
	beside beside // the run on the page

	bench   *bench.Bench // of the last form that can be run, nil before
	task    *pool.Task   // its training, nil before that begins
	running bool
	clock   clock

	sights sights
	table  table
	memory memory
	opened *opened // the row on the page, nil for none
	last   *last   // what was dropped last, nil for nothing
	status any     // what came of copying and saving
	link   string  // what is being copied, "" for a table
	pair   Pair    // of rows side by side

	record *Record // nil where it is to be made anew
	made   time.Time
	of     panel.Standing // the run that it was made beside
}

// New returns the panel.
func New() *Panel {
	p := &Panel{sights: newSights(), form: newForm(config.Default(), dataset.Points{})}
	p.pair.panel = p
	return p
}

// acts are what Do takes, by their first word: how many more words there are.
var acts = map[string]struct {
	words int
	do    func(p *Panel, d *panel.Desk, words []string)
}{
	"fold":   {1, (*Panel).fold},
	"run":    {0, (*Panel).run},
	"pause":  {0, (*Panel).pause},
	"cancel": {0, (*Panel).cancel},
	"clear":  {0, (*Panel).clear},
	"undo":   {0, (*Panel).undo},
	"rebase": {0, (*Panel).rebase},
	"add":    {0, (*Panel).add},
	"open":   {1, (*Panel).open},
	"back":   {0, (*Panel).back},
	"show":   {0, (*Panel).show},
	"kept":   {1, (*Panel).kept},
	"pair":   {0, func(p *Panel, d *panel.Desk, _ []string) { p.pair.open(d) }},
}

// Do takes what the form, the table and what goes out take, and of its own: fold false, or true to open the form; run;
// pause; cancel, which stops and keeps what has ended; clear, which drops the bench; undo, which brings back what was
// dropped last; rebase, to start from the run on the page; add, of that run a row beside; open ROW, as the run on the page;
// back, to the run before; show the panel; pair, to lay the rows that are marked side by side;
// kept TRACE, which the browser has kept.
func (p *Panel) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	p.follow(d)
	p.record = nil
	if act, ok := acts[words[0]]; ok {
		if len(words)-1 == act.words {
			act.do(p, d, words[1:])
		}
		return
	}
	switch {
	case p.form.do(words):
		p.set = true
		p.renew(d)
	case p.table.do(p, d, words):
	default:
		p.out(d, words)
	}
}

// begun reports whether anything has come of the bench, or is about to.
func (p *Panel) begun() bool {
	if p.bench == nil {
		return false
	}
	ended, _ := p.bench.Progress()
	return p.working() || ended > 0
}

// working reports whether the bench is trained, or has paused.
func (p *Panel) working() bool {
	return p.bench != nil && p.task != nil && p.task.Bench == p.bench && !p.bench.Done()
}

// renew makes the bench of the form, with what has come of the last one as far as it is the same. Where it cannot be run
// the last one stays as it is.
func (p *Panel) renew(d *panel.Desk) {
	p.form.read()
	p.status, p.beside = nil, beside{}
	p.base = link.Fragment(session.NewOver(p.form.base, p.form.points, nil))
	if p.form.excess != nil {
		p.running = false
		p.tell(d)
		return
	}
	last := p.bench
	p.pair.close(d)
	p.bench = bench.Open(p.form.plan, p.form.order)
	if last != nil {
		p.bench.Adopt(last)
		if before, now := last.Plan(), p.form.plan; before.Steps != now.Steps || before.Goal != now.Goal {
			p.sights = newSights()
		} else if !before.Points.Equal(now.Points) {
			p.forget(last, func(row, _ int) bool { return last.Rows()[row].Config.Data == dataset.Own })
		}
	}
	p.running = p.running && !p.bench.Done()
	p.clock = clock{}
	p.tell(d)
}

// keyOf is the settings of a run.
func keyOf(b *bench.Bench, row, seed int) string {
	return b.Plan().Seeds.In(b.Rows()[row].Config, seed).Encode()
}

func (p *Panel) fold(_ *panel.Desk, words []string) { p.folded = words[0] != "true" }

func (p *Panel) run(d *panel.Desk, _ []string) {
	p.set = true
	if p.bench == nil || p.form.excess != nil || p.bench.Done() {
		return
	}
	p.folded = p.folded || p.task == nil
	p.running, p.clock, p.status = true, clock{}, nil
	d.Ask("keep", panel.Keep{Key: bench.Key, Text: p.trace()})
	d.Ask("dismiss", notice.Dismissal{Name: bench.Key})
	p.tell(d)
}

func (p *Panel) pause(d *panel.Desk, _ []string) {
	p.running = false
	p.tell(d)
}

func (p *Panel) cancel(d *panel.Desk, _ []string) {
	if !p.working() {
		return
	}
	last := p.bench
	p.bench, p.running, p.status = bench.Open(last.Plan(), p.form.order), false, nil
	p.bench.Adopt(last)
	p.forget(p.bench, func(row, seed int) bool {
		_, ended := p.bench.Result(row, seed)
		return !ended
	})
	p.tell(d)
}

func (p *Panel) clear(d *panel.Desk, _ []string) {
	p.keep(d, "bench.cleared")
	s := d.Session()
	if p.opened != nil {
		s = p.opened.before
	}
	p.form, p.table, p.set = newForm(settingsOf(s), s.Own()), table{}, false
	p.bench, p.running, p.folded = nil, false, false
	p.sights = newSights()
	p.renew(d)
}

func (p *Panel) rebase(d *panel.Desk, _ []string) {
	p.opened = nil
	p.start(d)
	rest(d)
}

func (p *Panel) show(d *panel.Desk, _ []string) {
	d.Panel = bench.Key
	d.Ask("focus", panel.TabOf(d.Panel))
}

// rest has the focus go to the table where the button that was pressed is there no more.
func rest(d *panel.Desk) { d.Ask("return", panel.Focus{ID: "bench-rows"}) }

// add adds the run on the page as a row. The first one is there, as the bench starts from it; it stays from then on.
func (p *Panel) add(d *panel.Desk, _ []string) {
	s := d.Session()
	c := settingsOf(s)
	if c.Data == dataset.Own && (p.form.base.Data != dataset.Own || !s.Own().Equal(p.form.points)) {
		p.form.problem = record.T("bench.otherPoints")
		return
	}
	added := slices.Clone(p.form.added)
	if len(added) == 0 && len(p.form.plan.Vary) == 0 { // the one row there is stays
		added = append(added, []config.Pair{})
	}
	for _, row := range p.form.plan.Rows() {
		if row.Config.Encode() == c.Encode() {
			p.form.problem = record.T("bench.there")
			if !p.form.kept && !p.begun() {
				p.form.problem = record.T("bench.kept")
			}
			if s.Typed() {
				p.form.problem = record.T("bench.typed")
			}
			p.form.kept, p.set = true, true
			return
		}
	}
	p.form.added, p.form.problem = append(added, bench.Beside(p.form.base, c)), record.Text{}
	if s.Typed() {
		p.form.problem = record.T("bench.typed")
	}
	p.form.kept, p.set = true, true
	p.renew(d)
}

// Hear follows another run on the page.
func (p *Panel) Hear(d *panel.Desk, event run.Event) {
	change, ok := event.(run.Change)
	if !ok || change.Cause != run.Open {
		return
	}
	p.record = nil
	if p.opened != nil && d.Session() != p.opened.session {
		p.opened = nil
	}
	switch {
	case change.Bench != nil:
		p.set, p.opened = true, nil
		p.form, p.beside = formOf(*change.Bench), beside{}
		p.form.kept = !p.here(d.Session())
		p.renew(d)
		if change.Linked && !p.begun() {
			d.Ask("recall", panel.Recall{Keys: []string{bench.Key}, Then: bench.Key + " kept"})
		}
	case change.Linked && d.Lesson == "":
		p.set = false
	}
}

// Busy reports whether two rows side by side are on their way to a step.
func (p *Panel) Busy() bool { return p.pair.busy() }

// Work goes on with that for about so many milliseconds.
func (p *Panel) Work(_ *panel.Desk, budget float64) { p.pair.work(budget) }

// Leave closes what lies over the panel.
func (p *Panel) Leave(d *panel.Desk) { p.pair.close(d) }

// Parts returns those of a talk: the table and, where there is one, the picture.
func (p *Panel) Parts() int {
	if p.record == nil || len(p.record.Picture) == 0 {
		return 1
	}
	return 2
}

// done says that all runs have ended.
func (p *Panel) done(d *panel.Desk) {
	p.running, p.record, p.status = false, nil, record.T("bench.done")
	p.tell(d)
	if d.Panel != bench.Key {
		d.Ask("notice", notice.Notice{Text: record.T("bench.done"), Action: record.T("bench.show"), Do: bench.Key + " show"})
	}
}
