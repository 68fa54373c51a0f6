package bench

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"shallows/engine/dataset"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/plot"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// PairRecord is what two rows side by side show.
type PairRecord struct {
	Sides  []Side
	Legend []Mark        // of the points of both
	Curves record.Markup // the costs of both
	Now    record.Markup // over it, where the step on show is
	Says   record.Text   // what it shows
	Above  bool          // a line of it leaves it, where a triangle is

	Play          record.Text // what the first button would do
	Playing       string      // whether they play, for what the button looks like
	AtFirst       bool
	AtLast        bool
	Highest, Here int
	Filled        string // share of the slider
	Left, Width   string // of the plot's axis, in percent of the plot
	Step          record.Text

	Seeds  []panel.Choice
	Seed   string
	Status []any // what both are at, once they rest
}

// Side is one of the two.
type Side struct {
	Key      string
	Name     []any
	Picture  string // of its plane, an address
	Line     string // a path over it
	Points   record.Markup
	Label    []any  // what the plane shows
	Class    string // of its line among the costs
	Numbers  []Number
	Away     bool        // nothing is pointed at
	X, Y     string      // the place that is, on the scale of Line
	Note     record.Text // why it stands at another step
	Open     string      // an intent
	OpenName record.Text
}

// Mark is one of the legend.
type Mark struct {
	Key   string
	Class string // of the mark
	Name  any
}

// Number is a metric at the step on show.
type Number struct {
	Key  string
	Name record.Text
	Text string
}

// look is what the record was made of.
type look struct {
	at, goal, seed int
	pointed        place
	playing        bool
	colours        colours
}

// How long the record stays while they move: so long at least, and so many times as long as it took to make.
const (
	still  = 40 * time.Millisecond
	longer = 3
)

// closed is shown while the dialog is closed.
var closed PairRecord

// Record returns a *PairRecord, the same while nothing has changed, and for a moment while the runs move.
func (p *Pair) Record(d *panel.Desk) any {
	if p.told = p.bench != nil; !p.told {
		return &closed
	}
	now := time.Now()
	l := look{p.at, p.goal, p.seed, p.pointed, p.playing, colours{d.Stage.Theme(), d.Stage.View().Discretise}}
	if p.record == nil || l != p.drawn && (!p.busy() || now.After(p.rests)) {
		p.record, p.drawn = p.draw(l), l
		after := time.Now()
		p.rests = after.Add(max(still, longer*after.Sub(now)))
	}
	return p.record
}

func (p *Pair) draw(l look) *PairRecord {
	last := max(1, p.last())
	r := &PairRecord{
		Play: record.T("transport.play"), Playing: strconv.FormatBool(p.playing), AtFirst: p.at == 0, AtLast: p.at >= p.last(),
		Highest: last, Here: p.goal, Filled: fmt.Sprint(float64(p.goal) / float64(last)), Seed: strconv.Itoa(p.seed),
		Step: record.T("pair.step", "step", number.Count(p.at), "last", number.Count(last)),
	}
	if p.playing {
		r.Play = record.T("transport.pause")
	} else if p.at != p.goal {
		r.Step = record.T("pair.way", "step", number.Count(p.at), "goal", number.Count(p.goal))
	}
	for i := range p.sides {
		r.Sides = append(r.Sides, p.showSide(i, l.colours))
	}
	r.Legend = p.legend()
	p.drawCosts(r)
	plan, rows := p.bench.Plan(), p.bench.Rows()
	for k := range plan.Seeds.Len() {
		seed := plan.Seeds.Text(rows[p.sides[0].row].Config, k)
		if other := plan.Seeds.Text(rows[p.sides[1].row].Config, k); other != seed {
			seed += " · " + other
		}
		r.Seeds = append(r.Seeds, panel.Choice{Key: strconv.Itoa(k), Name: record.T("bench.seed.waits", "seed", seed), Chosen: k == p.seed})
	}
	if !p.busy() {
		r.Status = slices.Concat([]any{r.Step}, r.Sides[0].spoken(), r.Sides[1].spoken())
	}
	return r
}

func (p *Pair) showSide(i int, c colours) Side {
	s, metrics := &p.sides[i], p.sides[i].run.Metrics()
	f, key := s.draw(c), strconv.Itoa(i)
	r := Side{
		Key: key, Name: s.name, Picture: f.picture, Line: f.line, Points: s.points, Class: "plot-line pair-" + key,
		Open: "pair open " + key, OpenName: record.T("pair.open", "row", s.name), Label: append(slices.Clone(s.name), ":"),
	}
	for _, sentence := range s.describe(!p.busy()) {
		r.Label = append(r.Label, " ", sentence)
	}
	for _, m := range p.panel.shownMetrics() {
		r.Numbers = append(r.Numbers, Number{string(m), record.T("bench.metric." + string(m)), written(m, m.Of(metrics))})
	}
	here := Number{"here", record.T("pair.here"), "–"}
	if r.Away = !p.pointed.there; !r.Away {
		shown := s.run.Extent()
		x1, x2 := shown.At(dataset.Reach*(2*p.pointed.x-1), dataset.Reach*(1-2*p.pointed.down))
		here.Text = number.Of(scene.NewStage(s.run).Field(x1, x2)).String()
	}
	r.X, r.Y = fmt.Sprintf("%.2f", span*p.pointed.x), fmt.Sprintf("%.2f", span*p.pointed.down)
	r.Numbers = append(r.Numbers, here)
	switch {
	case metrics.Diverged:
		r.Note = record.T("pair.diverged", "step", number.Count(metrics.Step))
	case s.halted && p.at > s.end:
		r.Note = record.T("pair.halted", "step", number.Count(s.end))
	}
	return r
}

// legend says what the marks of points mean, in the names of the data where both sides have these.
func (p *Pair) legend() []Mark {
	var names [][]any
	var list []Mark
	held := false
	for i := range p.sides {
		s := p.sides[i].run
		held = held || s.Test().Len() > 0
		if s.Config().Regression() {
			continue
		}
		for k := range s.Config().ClassCount() {
			if k == len(names) {
				names = append(names, nil)
			}
			name := s.Names().Class(k)
			if !slices.Contains(names[k], any(name)) {
				names[k] = append(names[k], name)
			}
		}
	}
	for k, called := range names {
		name := any(record.T("output.class", "class", k))
		if len(called) == 1 && called[0] != "" {
			name = called[0]
		}
		list = append(list, Mark{strconv.Itoa(k), panel.MarkOf(k), name})
	}
	if held {
		list = append(list, Mark{"held", "mark held", record.T("output.showTest")})
	}
	return list
}

// spoken puts the numbers of a side into words, with what is to be noted.
func (s Side) spoken() []any {
	list := append([]any{" "}, s.Name...)
	between := ": "
	for _, n := range s.Numbers[:len(s.Numbers)-1] { // without what is pointed at
		list = append(list, between, n.Name, " ", n.Text)
		between = ", "
	}
	list = append(list, ".")
	if s.Note.Key != "" {
		list = append(list, " ", s.Note)
	}
	return list
}

// costs is the plot of the costs of both, as it was drawn last.
type costs struct {
	plot    *plot.Plot
	above   bool   // a line leaves it
	reached [2]int // how far the runs had come
	drawn   record.Markup
}

// extent returns where the axis of steps begins, how wide all of the plot is, and how wide that axis.
func (c *costs) extent() (left, wide, w float64) {
	left, _, w, _ = c.plot.Box()
	return left, left + w + plot.Usual.Right, w
}

// drawCosts draws the costs of both runs as far as they are known, and the step on show.
func (p *Pair) drawCosts(r *PairRecord) {
	var reached [2]int
	for i := range p.sides {
		_, reached[i] = p.sides[i].run.Reach()
	}
	c := &p.curves
	if c.plot == nil || c.reached != reached {
		*c = p.plotCosts()
		c.reached = reached
	}
	_, top, _, h := c.plot.Box()
	left, wide, w := c.extent()
	var now strings.Builder
	at := c.plot.Across(float64(p.at))
	fmt.Fprintf(&now, `<svg class="plot" viewBox="0 0 %g %g" aria-hidden="true"><path class="pair-step" d="M%.2f %gv%g"/>`, wide, top+h+plot.Usual.Bottom, at, top, h)
	for i := range p.sides {
		m := p.sides[i].run.Metrics()
		if up := c.plot.Up(m.Cost); up >= top && up <= top+h {
			fmt.Fprintf(&now, `<circle class="plot-dot pair-%d" cx="%.2f" cy="%.2f" r="4"/>`, i, c.plot.Across(float64(m.Step)), up)
		}
	}
	now.WriteString("</svg>")
	r.Curves, r.Now, r.Above = c.drawn, record.Markup(now.String()), c.above
	r.Left, r.Width = percent(left/wide), percent(w/wide)
	r.Says = record.T("pair.costs", "left", p.sides[0].name, "right", p.sides[1].name)
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 2, 64) + "%" }

// plotCosts draws the costs of both runs: as they were trained here, and from there on as the bench knows them.
func (p *Pair) plotCosts() costs {
	var xs, ys [2][]float64
	low, high := math.Inf(1), math.Inf(-1)
	for i := range p.sides {
		xs[i], ys[i] = p.course(i)
	}
	first := firstOf(ys[:]...)
	for i := range ys {
		for _, v := range ys[i] {
			if v <= beyond*first {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low > high {
		low, high = 0, 1
	}
	y, last := up(low, high), float64(max(1, p.last()))
	picture := plot.New(plot.Axis{High: last, Ticks: plot.RoundTicks(0, last, 5)}, y, plot.Usual)
	c := costs{plot: picture}
	left, top, w, _ := picture.Box()
	for i := range ys {
		if k := slices.IndexFunc(ys[i], func(v float64) bool { return v > y.High }); k >= 0 {
			c.above = true
			picture.Beside(triangle(max(left+4, min(left+w-4, picture.Across(xs[i][k]))), top, "pair-"+strconv.Itoa(i)))
		}
		for k, v := range ys[i] { // far above, lines have no place that can be drawn
			ys[i][k] = min(v, y.High+10*(y.High-y.Low))
		}
		picture.Line(xs[i], ys[i], "pair-"+strconv.Itoa(i))
	}
	c.drawn = picture.Markup()
	return c
}

// fine is how many costs of a run are drawn, about.
const fine = 300

// course returns steps of a run and its costs there.
func (p *Pair) course(i int) (steps, costs []float64) {
	s := &p.sides[i]
	records, _ := s.run.Records()
	apart, trained := p.last()/fine, records[len(records)-1].Step
	next := 0
	for k, r := range records {
		if r.Step >= next || k == len(records)-1 {
			steps, costs = append(steps, float64(r.Step)), append(costs, r.Cost)
			next = r.Step + max(1, apart)
		}
	}
	result, _ := p.bench.Result(s.row, p.seed)
	for k, v := range result.Curve {
		if step := p.bench.Plan().Samples()[k]; step > trained && step <= s.end {
			steps, costs = append(steps, float64(step)), append(costs, v)
		}
	}
	return steps, costs
}
