// Package graph is the panel of the computation graph of one example's loss, forward and backward, node by node.
package graph

import (
	"slices"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/page/example"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// grown is how many units the hidden layer has that logistic regression grows.
const grown = "4"

// Panel is the walk through a graph.
type Panel struct {
	at       int             // the step on show
	shape    string          // what graph it is a step of
	unfolded map[string]bool // nodes whose large matrices are written out, by their keys
	table    bool            // the table is open

	of    subject
	graph *lecture.Graph // of it
	steps []step
}

// subject is what a graph is of.
type subject struct {
	run     panel.Standing
	example int
	targets lecture.Targets
}

// New returns the panel with all steps taken.
func New() panel.Part { return &Panel{} }

// Do takes: start, back, next and all, which go to a step; key NAME of a key of the keyboard; explain NODE by its key;
// unfold NODE; table true or false; grow and shrink; and example with what package example takes.
func (p *Panel) Do(d *panel.Desk, words []string) {
	p.compute(d)
	last := len(p.steps) - 1
	switch word := slices.Concat(words, []string{"", ""}); {
	case word[0] == "start", word[0] == "key" && word[1] == "Home":
		p.walk(d, 0)
	case word[0] == "back", word[0] == "key" && word[1] == "ArrowLeft":
		p.walk(d, p.at-1)
	case word[0] == "next", word[0] == "key" && word[1] == "ArrowRight":
		p.walk(d, p.at+1)
	case word[0] == "all", word[0] == "key" && word[1] == "End":
		p.walk(d, last)
	case word[0] == "explain":
		p.explain(d, word[1])
	case word[0] == "unfold":
		if p.unfolded == nil {
			p.unfolded = map[string]bool{}
		}
		p.unfolded[word[1]] = !p.unfolded[word[1]]
	case word[0] == "table":
		p.table = word[1] == "true"
	case word[0] == "grow":
		d.Run.Set("net", grown, run.Set)
	case word[0] == "shrink":
		d.Run.Set("net", "0", run.Set)
	case word[0] == "example":
		example.Do(d, examples(d), words[1:])
	}
}

// Begin takes no step but the first.
func (p *Panel) Begin(d *panel.Desk) {
	p.compute(d)
	p.at = 0
}

// Turn takes the next steps through the graph, or the last ones back.
func (p *Panel) Turn(d *panel.Desk, by int) bool {
	p.compute(d)
	at := p.at
	p.walk(d, at+by)
	return p.at != at
}

// Steps returns how far the graph is gone through.
func (p *Panel) Steps() (at, of int) { return p.at + 1, len(p.steps) }

// Walks says that the node of a step is in sight.
func (p *Panel) Walks() {}

// examples are the numbers of all training examples.
func examples(d *panel.Desk) []int {
	list := make([]int, d.Session().Train().Len())
	for i := range list {
		list[i] = i + 1
	}
	return list
}

// Leave forgets what was unfolded; a table that is opened again is closed.
func (p *Panel) Leave(*panel.Desk) { *p = Panel{} }

// compute has the graph of the run as it is; another network's has all steps taken.
func (p *Panel) compute(d *panel.Desk) {
	if d.Example < 1 || d.Example > d.Session().Train().Len() {
		d.Choose(1)
	}
	now := subject{d.Standing(), d.Example, d.Targets}
	if p.graph != nil && p.of == now {
		return
	}
	p.of, p.graph = now, lecture.NewGraph(d.Session(), d.Example, d.Targets)
	p.steps = stepsOf(p.graph)
	c := d.Session().Config()
	shape := ""
	for _, size := range c.Sizes() {
		shape += strconv.Itoa(size) + " "
	}
	if shape != p.shape {
		*p = Panel{at: len(p.steps) - 1, shape: shape, table: p.table, of: p.of, graph: p.graph, steps: p.steps}
	}
}

// walk goes to a step, if there is one, and scrolls what comes with it into sight.
func (p *Panel) walk(d *panel.Desk, to int) {
	if to >= 0 && to < len(p.steps) {
		p.at = to
		nodes := p.steps[to].nodes
		d.Ask("sight", panel.Focus{ID: "graph-" + key(p.graph.Nodes[nodes[len(nodes)-1]])})
	}
}

// explain goes to the step that a node came with; pressed again, to that of its derivative.
func (p *Panel) explain(d *panel.Desk, node string) {
	i := slices.IndexFunc(p.graph.Nodes, func(n lecture.Node) bool { return key(n) == node })
	for at, step := range p.steps {
		if at != p.at && slices.Contains(step.nodes, i) {
			p.walk(d, at)
			return
		}
	}
}

// Record is what the panel shows.
type Record struct {
	Example    example.Record
	Start, End bool // there is no step before, or after
	Logistic   bool // there is no hidden layer
	Hidden     bool // there is one
	Place      record.Text
	Direction  string // class of what is told
	Told       []Line
	Label      record.Text
	Nodes      []Node
	Edges      []Edge
	Open       bool // the table
	Rows       []Row
}

// Line is a formula, in pieces between which lines may break.
type Line struct {
	Key    string
	Pieces []any // of record.Markup
}

// Record returns a Record.
func (p *Panel) Record(d *panel.Desk) any { return p.show(d) }

func (p *Panel) show(d *panel.Desk) Record {
	p.compute(d)
	now := p.steps[p.at]
	direction := "forward"
	if now.backward {
		direction = "backward"
	}
	r := Record{
		Example: example.Show(d),
		Start:   p.at == 0, End: p.at == len(p.steps)-1,
		Logistic: d.Session().Network().Layers() == 1, Hidden: d.Session().Network().Layers() > 1,
		Place:     record.T("graph."+direction, "step", p.at+1, "steps", len(p.steps)),
		Direction: "graph-told " + direction,
		Label:     record.T("graph.label", "example", d.Example),
		Open:      p.table,
	}
	for _, i := range now.nodes {
		if line, ok := lineOf(d, p.graph.Nodes[i], now.backward); ok {
			r.Told = append(r.Told, line)
		}
	}
	r.Nodes, r.Edges = p.picture(d)
	if p.table {
		r.Rows = table(d, p.graph)
	}
	return r
}

// lineOf writes a node's formula, or its derivative's, with the result where that is a single number.
func lineOf(d *panel.Desk, n lecture.Node, backward bool) (line Line, ok bool) {
	formula, result := n.Formula, n.Result
	if backward {
		formula, result = n.Chain, n.Rise
	}
	if formula == nil {
		return line, false
	}
	chain, ok := formula.(lecture.Equals)
	if !ok {
		chain = lecture.Equals{formula}
	}
	if result != nil {
		chain = append(slices.Clone(chain), result)
	}
	line.Key = key(n)
	for _, piece := range d.Notation.OfOne().Pieces(chain) {
		line.Pieces = append(line.Pieces, record.Markup(piece))
	}
	return line, true
}
