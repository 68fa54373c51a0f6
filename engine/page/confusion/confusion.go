// Package confusion is the panel of the confusion matrix: which classes the output takes for which, of the training examples
// and of those held out.
package confusion

import (
	"slices"
	"strconv"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// sets are what there is a matrix of, by their names: the training examples, and those held out.
var sets = []string{"train", "test"}

// Panel is the confusion matrix.
type Panel struct {
	shares bool
	kept   scene.Cell           // whose examples stay marked when nothing is pointed at, the zero Cell for none
	stops  [2]scene.Cell        // of each set, at which the Tab key stops
	of     panel.Standing       // what was counted last
	counts [2]session.Confusion // of each set of it, nil where that has no examples
}

// New returns the panel, with counts in the cells.
func New() panel.Part {
	return &Panel{stops: [2]scene.Cell{{Class: 1, Told: 1}, {Test: true, Class: 1, Told: 1}}}
}

// Do takes: shares true or false; at SET CLASS TOLD, which points at a cell, with VISIBLE where the focus does; keep SET
// CLASS TOLD, which has its examples stay marked or no longer; key SET KEY of the keyboard, from cell to cell. Classes count
// from 1.
func (p *Panel) Do(d *panel.Desk, words []string) {
	if len(words) < 2 {
		return
	}
	verb, cell := words[0], scene.Cell{}
	if len(words) > 3 {
		cell = p.read(d, words[1:4])
	}
	switch {
	case verb == "shares":
		p.shares = words[1] == "true"
	case verb == "key" && len(words) == 3:
		p.move(d, slices.Index(sets, words[1]), words[2])
	case cell == scene.Cell{}:
	case verb == "at":
		if len(words) > 4 {
			p.stops[set(cell)] = cell
		}
		if len(words) == 4 || words[4] == "true" {
			d.PointAtCell(cell)
		}
	case verb == "keep" && cell == p.kept:
		p.kept = scene.Cell{}
		d.PointAtCell(p.kept)
	case verb == "keep":
		p.kept = cell
	}
}

// set returns the place in sets of those that a cell is of.
func set(c scene.Cell) int {
	if c.Test {
		return 1
	}
	return 0
}

// read reads SET CLASS TOLD, the zero Cell where there is no such cell.
func (p *Panel) read(d *panel.Desk, words []string) scene.Cell {
	class, _ := strconv.Atoi(words[1])
	told, _ := strconv.Atoi(words[2])
	c := scene.Cell{Test: words[0] == sets[1], Class: class, Told: told}
	if !slices.Contains(sets, words[0]) || !has(d, c) {
		return scene.Cell{}
	}
	return c
}

// has reports whether the matrices have a cell.
func has(d *panel.Desk, c scene.Cell) bool {
	config, test := d.Session().Config(), d.Session().Test()
	K := config.ClassCount()
	return !config.Regression() && c.Class >= 1 && c.Class <= K && c.Told >= 1 && c.Told <= K && (!c.Test || test.Len() > 0)
}

// move goes by a key to another cell of a set, which gets the focus.
func (p *Panel) move(d *panel.Desk, set int, key string) {
	if set < 0 {
		return
	}
	K, to := d.Session().Config().ClassCount(), p.stops[set]
	switch key {
	case "ArrowLeft":
		to.Told--
	case "ArrowRight":
		to.Told++
	case "ArrowUp":
		to.Class--
	case "ArrowDown":
		to.Class++
	case "Home":
		to.Told = 1
	case "End":
		to.Told = K
	}
	to.Class, to.Told = max(1, min(K, to.Class)), max(1, min(K, to.Told))
	if has(d, to) {
		p.stops[set] = to
		d.Ask("focus", panel.Focus{ID: idOf(to)})
	}
}

// Leave takes the marks away.
func (p *Panel) Leave(d *panel.Desk) {
	p.kept = scene.Cell{}
	d.PointAtCell(p.kept)
}

// Record returns a Record and marks the examples of the cell that is pointed at, or else of the one that was kept.
func (p *Panel) Record(d *panel.Desk) any {
	if !has(d, p.kept) {
		p.kept = scene.Cell{}
	}
	for i, stop := range p.stops {
		if !has(d, stop) {
			p.stops[i] = scene.Cell{Test: stop.Test, Class: 1, Told: 1}
		}
	}
	marked := d.Cell
	if !has(d, marked) {
		marked = p.kept
	}
	d.Stage.SetCell(marked)
	if d.Session().Config().Regression() {
		return Record{None: record.T("confusion.none")}
	}
	p.count(d)
	return p.show(d, marked)
}

// count counts, where the run is another than it was.
func (p *Panel) count(d *panel.Desk) {
	if now := d.Standing(); now != p.of {
		p.of, p.counts = now, [2]session.Confusion{d.Session().Confusion(false)}
		if d.Session().Test().Len() > 0 {
			p.counts[1] = d.Session().Confusion(true)
		}
	}
}
