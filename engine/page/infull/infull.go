// Package infull shows the formula of what is pointed at in full: in symbols, with numbers, and its result. What was
// pointed at last stays on show.
package infull

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Formula is the formula on show.
type Formula struct {
	shown lecture.Symbol // the zero Symbol before anything was pointed at
}

// first is on show before anything is pointed at, and when what was is no part of the network any more.
var first = lecture.Symbol{Name: lecture.Z, Layer: 1, Row: 1}

// Record is what is shown.
type Record struct {
	Live  string // a screen reader would never come to an end while the numbers change all the time
	Lines []Line
}

// Line is a formula, in pieces between which it may break.
type Line struct {
	Key    string
	Pieces []record.Markup
}

// Rest shows the first cell of a quantity while nothing is pointed at, of the chosen example where there are examples.
func (f *Formula) Rest(of lecture.Symbol) {
	if f.shown = of; of.Name != lecture.J && of.Name != "" {
		f.shown = of.Cell(1, strings.Count(of.Name, lecture.W))
	}
}

// Record returns the Record of what is pointed at, with the numbers of a ledger.
func (f *Formula) Record(d *panel.Desk, l *lecture.Ledger) Record {
	before := f.shown
	if d.Pointed != (lecture.Symbol{}) {
		f.shown = d.Pointed
	}
	lines := f.lines(d, l)
	if len(lines) == 0 {
		f.shown = before
		lines = f.lines(d, l)
	}
	if len(lines) == 0 {
		f.shown = first
		lines = f.lines(d, l)
	}
	r := Record{Live: "polite"}
	if d.Moving {
		r.Live = "off"
	}
	for i, line := range lines {
		made := Line{Key: strconv.Itoa(i)}
		for _, piece := range d.Notation.Pieces(line) {
			made.Pieces = append(made.Pieces, record.Markup(piece))
		}
		r.Lines = append(r.Lines, made)
	}
	return r
}

// lines returns the formulas of what is shown, none where the network has no such part.
func (f *Formula) lines(d *panel.Desk, l *lecture.Ledger) []lecture.Expression {
	s := f.shown
	switch {
	case s.Row > 0 && slices.Contains([]string{lecture.X, lecture.Z, lecture.A}, s.Name):
		return lecture.Unit(d.Session(), s.Layer, s.Row, example(d, l, s))
	case s.Row > 0 && (s.Name == lecture.W || s.Name == lecture.B):
		return parameter(l, s)
	case slices.Contains([]string{lecture.DZ, lecture.DA, lecture.Y}, s.Name):
		s.Example = example(d, l, s)
	}
	if cell := l.Cell(s); cell != nil {
		return []lecture.Expression{cell}
	}
	if whole := l.Quantity(f.shown); whole != nil && whole.Formula != nil {
		return []lecture.Expression{whole.Formula}
	}
	return nil
}

// parameter is a weight or a bias, its gradient, and what it becomes.
func parameter(l *lecture.Ledger, s lecture.Symbol) []lecture.Expression {
	now, gradient, next := s, s, s
	now.Next, gradient.Next, next.Next = false, false, true
	gradient.Name = "d" + s.Name
	var lines []lecture.Expression
	for _, cell := range []lecture.Symbol{now, gradient, next} {
		if line := l.Cell(cell); line != nil {
			lines = append(lines, line)
		}
	}
	return lines
}

// example is that of a symbol, else the one that is chosen, else the first there is.
func example(d *panel.Desk, l *lecture.Ledger, s lecture.Symbol) int {
	switch {
	case s.Example > 0:
		return s.Example
	case d.Example > 0:
		return d.Example
	}
	return l.Examples[0]
}
