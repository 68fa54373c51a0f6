package bench

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Record is what the panel shows.
type Record struct {
	Form     Form
	Progress Progress
	Opened   []Opened // at most one
	Table    Table
	Picture  []Picture // at most one
	Status   any
}

// Form is what is asked for.
type Form struct {
	Open          bool
	Setup         []any // what is asked for, in one line
	Axes          []Axis
	Seeds, Steps  string
	Of            []panel.Choice
	Drawn         string
	Goals         []panel.Choice
	Goal          string
	Level         string
	Goalless      bool
	Percent, Stop bool
	Race, Rows    bool
	Problems      []Problem
	Elsewhere     bool   // it starts from other settings than those of the run on the page
	Idle          string // aria-disabled, as it cannot be run: the button keeps the focus where the bench ends
	Run           record.Text
	Do            string // the intent of that button
	Unbegun       bool   // nothing has come of it
	Resting       bool   // there is nothing to cancel
	Unset         bool   // there is nothing to clear
}

// Axis is the fields of a setting that varies.
type Axis struct {
	Key            string
	Name, OfName   record.Text
	Setting        string
	Settings       []panel.Choice
	Values         string
	None           bool
	Vary, Set      string // intents
	ID, SettingsID string
}

// Problem is a sentence on what was asked for.
type Problem struct {
	Key  string
	Text record.Text
}

// Progress is how far the bench is.
type Progress struct {
	Share int // in percent
	Text  []any
	Away  bool // nothing has come of it
}

// Opened says which row is on the page.
type Opened struct {
	Key  string
	Text record.Text
}

// fresh is how long what is shown stays while runs are trained.
const fresh = 250 * time.Millisecond

// Record returns a *Record, the same while nothing has changed, and for a moment while runs are trained.
func (p *Panel) Record(d *panel.Desk) any {
	p.follow(d)
	now := time.Now()
	if p.record == nil || p.of != d.Standing() || p.running && now.Sub(p.made) >= fresh {
		p.record, p.made, p.of = p.draw(d), now, d.Standing()
	}
	return p.record
}

func (p *Panel) draw(d *panel.Desk) *Record {
	r := &Record{Form: p.showForm(d), Progress: p.progress(), Status: p.status}
	if p.opened != nil && p.bench != nil {
		m := p.rows()
		for i, row := range p.bench.Rows() {
			if m.keys[i] == p.opened.key && p.opened.seed < p.bench.Plan().Seeds.Len() {
				seed := p.bench.Plan().Seeds.Text(row.Config, p.opened.seed)
				r.Opened = []Opened{{"opened", record.T("bench.opened", "row", nameOf(m.differing, row), "seed", seed)}}
				break
			}
		}
	}
	if p.bench != nil {
		r.Table = p.showTable(page + p.table.most)
		r.Picture = p.picture()
	}
	return r
}

func (p *Panel) showForm(d *panel.Desk) Form {
	f := &p.form
	r := Form{
		Open: !p.folded, Setup: f.inShort(),
		Seeds: f.seeds, Steps: strconv.Itoa(f.steps), Drawn: string(f.of), Goal: string(f.goal.Metric),
		Level: notice.Level(f.goal), Goalless: f.goal.Metric == "", Percent: f.goal.Metric.Rises(), Stop: f.goal.Stop,
		Race: f.order == bench.InTurn, Rows: f.order == bench.InOrder,
		Elsewhere: (p.begun() || f.kept) && p.opened == nil && !p.here(d.Session()),
		Unset:     !p.set, Unbegun: !p.begun(), Resting: !p.working(),
		Run: record.T("bench.run"), Do: "bench run",
	}
	for _, of := range bench.Draws {
		r.Of = append(r.Of, panel.Choice{Key: string(of), Name: record.T("bench.of." + string(of)), Chosen: of == f.of})
	}
	r.Goals = append(r.Goals, panel.Choice{Name: record.T("bench.goal.none"), Chosen: r.Goalless})
	for _, m := range bench.Metrics {
		r.Goals = append(r.Goals, panel.Choice{Key: string(m), Name: record.T("bench.metric." + string(m)), Chosen: m == f.goal.Metric})
	}
	for i := range f.axes {
		if i == 0 || f.axes[0].key != "" {
			r.Axes = append(r.Axes, p.showAxis(i))
		}
	}
	switch {
	case p.running:
		r.Run, r.Do = record.T("bench.pause"), "bench pause"
	case p.begun() && !p.bench.Done():
		r.Run = record.T("bench.goOn")
	}
	say := func(t record.Text) { r.Problems = append(r.Problems, Problem{strconv.Itoa(len(r.Problems)), t}) }
	if f.problem.Key != "" {
		say(f.problem)
	}
	for _, a := range f.axes {
		for i, w := range a.faults {
			if i == few {
				say(record.T("notice.moreFaults", "count", len(a.faults)-few))
				break
			}
			say(f.axisFault(w))
		}
	}
	for _, a := range f.plan.Vary {
		if f.plan.Seeds.Draw(a.Key) {
			say(record.T("bench.drawnToo", "name", record.T("setting."+a.Key), "count", f.plan.Seeds.Len()))
		}
	}
	excess := f.excess
	if excess != nil {
		say(record.T("bench.excess."+excess.Key, "has", number.Count(int(excess.Has)), "most", number.Count(int(excess.Most)), "fits", excess.Fits))
	}
	if f.pointless() {
		say(record.T("bench.pointless"))
	} else if lacking := f.lacking(); lacking > 0 {
		say(record.T("bench.lacking", "metric", record.T("bench.metric."+string(f.goal.Metric)), "count", lacking, "all", f.plan.RowCount()))
	}
	r.Idle = strconv.FormatBool(!p.running && (excess != nil || p.bench == nil || p.bench.Done()))
	return r
}

// inShort returns what varies, over which values, from how many seeds and for how many steps.
func (f *form) inShort() []any {
	var words []any
	for _, a := range f.axes {
		if a.key != "" {
			words = append(words, record.T("setting."+a.key), " "+a.text+" · ")
		}
	}
	return append(words, record.T("bench.setup", "seeds", f.plan.Seeds.Len(), "steps", f.steps))
}

// few is how many values that cannot be used are told one by one.
const few = 3

// axisFault says of a value that varies why it cannot be used as it is: it is left out, or another is in its place.
func (f *form) axisFault(w config.Warning) record.Text {
	options := config.Lookup(w.Key).Options(f.base)
	if w.Reason == bench.LeftOut && options != nil {
		return record.T("bench.notAmong", "name", record.T("setting."+w.Key), "quoted", notice.Quoted(w.Value), "codes", strings.Join(options, ", "))
	}
	return notice.Warned(w)
}

func (p *Panel) showAxis(at int) Axis {
	a, other := p.form.axes[at], p.form.axes[1-at].key
	n := strconv.Itoa(at)
	r := Axis{
		Key: n, Name: record.T("bench.vary." + n), OfName: record.T("bench.values"), Setting: a.key, Values: a.text, None: a.key == "",
		Vary: "bench vary " + n, Set: "bench values " + n, ID: "bench-values-" + n, SettingsID: "bench-vary-" + n,
	}
	r.Settings = []panel.Choice{{Name: record.T("bench.vary.none"), Chosen: a.key == ""}}
	for i := range config.Settings {
		s := &config.Settings[i]
		if s.Group != config.Opening && s.Key != other && (!s.Idle(p.form.base) && !p.form.plan.Seeds.Draw(s.Key) || s.Key == a.key) {
			r.Settings = append(r.Settings, panel.Choice{Key: s.Key, Name: record.T("setting." + s.Key), Chosen: s.Key == a.key})
		}
	}
	return r
}

func (p *Panel) progress() Progress {
	if p.bench == nil {
		return Progress{Away: true}
	}
	ended, share := p.bench.Progress()
	all := p.bench.Runs()
	r := Progress{Share: int(100 * share), Away: !p.begun()}
	r.Text = append(r.Text, record.T("bench.progress", "ended", ended, "all", all))
	if left := p.clock.left(share); p.running && left > 0 {
		r.Text = append(r.Text, " ", lasting(left))
	}
	if !p.running && p.working() {
		r.Text = append(r.Text, " ", record.T("bench.rests"))
	}
	return r
}

// lasting says how long the rest takes.
func lasting(seconds float64) record.Text {
	if seconds < 90 {
		return record.T("bench.seconds", "seconds", int(math.Ceil(seconds)))
	}
	return record.T("bench.minutes", "minutes", int(math.Round(seconds/60)))
}

// nameOf is what a row is called: the settings in which it differs, or the run.
func nameOf(differing []*config.Setting, row bench.Row) []any {
	var list []any
	for i, s := range differing {
		if i > 0 {
			list = append(list, ", ")
		}
		list = append(list, record.T("setting."+s.Key), " ")
		list = append(list, valueOf(s, s.Text(row.Config))...)
	}
	if len(list) == 0 {
		list = append(list, record.T("bench.only"))
	}
	return list
}

// valueOf returns a setting's value in words.
func valueOf(s *config.Setting, text string) []any {
	if kind := s.Kind(); kind != config.Choice && kind != config.Choices {
		return []any{strings.ReplaceAll(text, ",", ", ")}
	}
	var list []any
	for i, item := range strings.Split(text, ",") {
		if i > 0 {
			list = append(list, ", ")
		}
		list = append(list, record.T("option."+item))
	}
	return list
}

// shownMetrics are those that runs of the bench can have.
func (p *Panel) shownMetrics() []bench.Metric {
	tested := slices.ContainsFunc(p.bench.Rows(), func(r bench.Row) bool { return r.Config.Test > 0 })
	classes := slices.ContainsFunc(p.bench.Rows(), func(r bench.Row) bool { return !r.Config.Regression() })
	var list []bench.Metric
	for _, m := range bench.Metrics {
		if (tested || m != bench.TestCost && m != bench.TestAccuracy) && (classes || !m.Rises()) {
			list = append(list, m)
		}
	}
	return list
}

// written writes a number of a metric.
func written(m bench.Metric, v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case m.Rises():
		return strings.Replace(number.Percent(v, 2), ".00%", "%", 1)
	}
	return number.Of(v).String()
}
