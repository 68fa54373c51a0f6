package bench

import (
	"slices"
	"strconv"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Table is the rows of the bench.
type Table struct {
	Columns  []Column
	Rows     []Row
	More     []More // at most one: there are more rows than those on show
	Single   bool   // there are no two rows to be laid side by side
	Unpaired string // aria-disabled, as no two are marked
}

// Column is the head of one.
type Column struct {
	Key, Kind string // sorted or plain
	Name      record.Text
	Sort      string // none, ascending or descending
}

// More says how many rows there are.
type More struct {
	Key  string
	Text record.Text
}

// Row is a configuration.
type Row struct {
	Key     string
	Cells   []any // of the types below
	Open    bool  // it is on the page
	Pinned  bool
	Details []Details // at most one
}

// The cells of a row. Do and the others that end in Do are intents.
type (
	// Setting is its value, in the first cell the name of the row.
	Setting struct {
		Key, Kind string // head or setting
		Text      []any
	}
	// Plane is what the output of one seed looks like.
	Plane struct {
		Key, Kind string
		Drawn     record.Markup
		Label     record.Text
		Do        string
	}
	// Curves is the costs of the seeds.
	Curves struct {
		Key, Kind string
		Drawn     record.Markup
		Label     record.Text
	}
	// Spread is a number, and how far it spreads.
	Spread struct {
		Key, Kind   string
		Text, Small any
	}
	// Fold is the button for the details of the row, and the mark of one that is to be laid beside another.
	Fold struct {
		Key, Kind string
		Do        string
		Name      record.Text
		Expanded  string
		Mark      string // an intent
		MarkName  record.Text
		Marked    bool
		Single    bool // there is no other row
	}
)

// Details is all of a row that the table has no room for.
type Details struct {
	Key       string
	Span      int
	Seeds     []panel.Choice
	Seed      string
	SeedDo    string
	ID        string
	Metrics   []Metric
	PinDo     string
	Pinned    string // aria-pressed
	RemoveDo  string
	Fixed     bool // it cannot be removed
	UpDo      string
	DownDo    string
	ProgramDo string

	OpenDo string

	OpenName, PinName, RemoveName, UpName, DownName, ProgramName record.Text
}

// Metric is how a metric is spread.
type Metric struct {
	Key                                string
	Name                               record.Text
	Best, Better, Median, Worse, Worst string // Better and Worse are quartiles
}

// view is what all rows of a table have in common.
type view struct {
	memory    *memory
	lines     []bench.Line
	differing []*config.Setting
	metrics   []bench.Metric
	goal      bool // there is one
	diverged  bool // a run has
	axes      curveAxes
	span      int // columns
	marks     []int
}

func (p *Panel) view() view {
	m := p.rows()
	v := view{memory: m, lines: p.lines(m), differing: m.differing, metrics: p.shownMetrics(), goal: p.bench.Plan().Goal.Metric != ""}
	v.diverged = slices.ContainsFunc(v.lines, func(l bench.Line) bool { return l.Diverged > 0 })
	v.axes, v.marks = p.axesOf(m), p.marks()
	return v
}

// showTable returns the table with so many rows at most.
func (p *Panel) showTable(most int) Table {
	v := p.view()
	lines := v.lines
	t := Table{Columns: p.columns(v), Single: len(lines) < 2, Unpaired: strconv.FormatBool(len(v.marks) < 2)}
	v.span = len(t.Columns)
	shown := min(len(lines), most)
	if shown < len(lines) {
		t.More = []More{{"more", record.T("bench.more", "shown", shown, "all", len(lines))}}
	}
	used := map[string]int{}
	for _, l := range lines[:shown] {
		r := p.row(l, v)
		key := v.memory.keys[l.Row]
		r.Key = key + "#" + strconv.Itoa(used[key])
		used[key]++
		t.Rows = append(t.Rows, r)
	}
	return t
}

func (p *Panel) columns(v view) []Column {
	var list []Column
	add := func(key string, name string) {
		c := Column{key, "sorted", record.T(name), "none"}
		if key == p.table.by {
			c.Sort = "ascending"
			if p.table.down {
				c.Sort = "descending"
			}
		}
		list = append(list, c)
	}
	plain := func(key string) { list = append(list, Column{key, "plain", record.T("bench.column." + key), ""}) }
	plain("fold")
	for _, s := range v.differing {
		add(s.Key, "setting."+s.Key)
	}
	if len(v.differing) == 0 {
		plain("row")
	}
	plain("plane")
	plain("curves")
	for _, m := range v.metrics {
		add(string(m), "bench.metric."+string(m))
	}
	if v.goal {
		add("share", "bench.column.share")
		add("steps", "bench.column.steps")
	}
	add("runs", "bench.column.runs")
	if v.diverged {
		add("diverged", "bench.column.diverged")
	}
	return list
}

func (p *Panel) row(l bench.Line, v view) Row {
	row, seeds := p.bench.Rows()[l.Row], p.bench.Plan().Seeds
	n, name, k := strconv.Itoa(l.Row), nameOf(v.differing, row), p.seedOf(v.memory.keys[l.Row])
	key := v.memory.keys[l.Row]
	r := Row{Open: p.opened != nil && p.opened.key == key, Pinned: slices.Contains(p.table.pinned, key)}
	expanded := p.table.more == key
	r.Cells = []any{Fold{
		"fold", "fold", "bench more " + n, record.T("bench.all", "row", name), strconv.FormatBool(expanded),
		"bench mark " + n, record.T("bench.mark", "row", name), slices.Contains(v.marks, l.Row), len(v.lines) < 2,
	}}
	kind := "head"
	for i, s := range v.differing {
		r.Cells = append(r.Cells, Setting{s.Key, kind, valueOf(s, l.Settings[i])})
		kind = "setting"
	}
	if kind == "head" {
		r.Cells = append(r.Cells, Setting{"row", kind, name})
	}
	seed := seeds.Text(row.Config, k)
	opens := record.T("bench.open", "row", name, "seed", seed)
	r.Cells = append(r.Cells, Plane{"plane", "plane", drawPlane(p.plane(l.Row, k)), opens, "bench open " + n}, p.curves(v.memory, l.Row, v.axes))
	for _, m := range v.metrics {
		s := l.Spread[m]
		cell := Spread{Key: string(m), Kind: "spread", Text: written(m, s.Median)}
		if s.Count > 1 {
			cell.Small = written(m, s.Lower) + "–" + written(m, s.Upper)
		}
		r.Cells = append(r.Cells, cell)
	}
	if v.goal {
		share, steps := Spread{Key: "share", Kind: "spread", Text: "–"}, Spread{Key: "steps", Kind: "spread", Text: "–"}
		if l.Rate.Runs > 0 {
			share.Text = record.T("bench.share", "reached", l.Rate.Reached, "runs", l.Rate.Runs)
			share.Small = number.Percent(l.Rate.Low, 0) + "–" + number.Percent(l.Rate.High, 0)
		}
		if l.Rate.Reached > 0 {
			steps.Text = number.Count(int(l.Rate.Steps))
		}
		r.Cells = append(r.Cells, share, steps)
	}
	r.Cells = append(r.Cells, Spread{Key: "runs", Kind: "spread", Text: strconv.Itoa(l.Ended) + "/" + strconv.Itoa(seeds.Len())})
	if v.diverged {
		r.Cells = append(r.Cells, Spread{Key: "diverged", Kind: "spread", Text: strconv.Itoa(l.Diverged)})
	}
	if expanded {
		r.Details = []Details{p.details(l, v, name)}
		r.Details[0].OpenName = opens
	}
	return r
}

func (p *Panel) details(l bench.Line, v view, name []any) Details {
	n, row := strconv.Itoa(l.Row), p.bench.Rows()[l.Row]
	named := func(key string) record.Text { return record.T("bench."+key, "row", name) }
	t := Details{
		Key: "details", Span: v.span, ID: "bench-seed-" + n, Seed: strconv.Itoa(p.seedOf(v.memory.keys[l.Row])), SeedDo: "bench seed " + n,
		PinDo: "bench pin " + n, Pinned: strconv.FormatBool(slices.Contains(p.table.pinned, v.memory.keys[l.Row])),
		RemoveDo: "bench remove " + n, Fixed: !p.removable(l.Row), UpDo: "bench move " + n + " up", DownDo: "bench move " + n + " down",
		ProgramDo: "bench program " + n, OpenDo: "bench open " + n,
		PinName: named("pin"), RemoveName: named("remove"), UpName: named("up"), DownName: named("down"), ProgramName: named("program"),
	}
	main := v.metrics[0]
	if len(v.metrics) > 1 && v.metrics[1].Rises() {
		main = v.metrics[1]
	}
	for k := range p.bench.Plan().Seeds.Len() {
		seed := p.bench.Plan().Seeds.Text(row.Config, k)
		says := record.T("bench.seed.waits", "seed", seed)
		if result, ended := p.bench.Result(l.Row, k); ended && result.Diverged {
			says = record.T("bench.seed.diverged", "seed", seed)
		} else if ended {
			says = record.T("bench.seed.ended", "seed", seed, "value", written(main, main.Of(result.Metrics)))
		}
		t.Seeds = append(t.Seeds, panel.Choice{Key: strconv.Itoa(k), Name: says})
	}
	for _, m := range v.metrics {
		s := l.Spread[m]
		better, worse := s.Lower, s.Upper
		if m.Rises() {
			better, worse = worse, better
		}
		t.Metrics = append(t.Metrics, Metric{string(m), record.T("bench.metric." + string(m)),
			written(m, s.Best), written(m, better), written(m, s.Median), written(m, worse), written(m, s.Worst)})
	}
	return t
}
