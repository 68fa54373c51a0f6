package panel

import (
	"slices"
	"strings"

	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// Point points at a symbol of the lecture, the zero Symbol at none: the picture marks what it belongs to.
func (d *Desk) Point(s lecture.Symbol) {
	d.Pointed = s
	d.Stage.Hover(TargetOf(s))
	d.Cell = scene.Cell{}
	d.Stage.SetCell(d.Cell)
}

// PointAtCell points at a cell of the confusion matrix, and at no symbol.
func (d *Desk) PointAtCell(c scene.Cell) {
	d.Point(lecture.Symbol{})
	d.Cell = c
	d.Stage.SetCell(c)
}

// Choose chooses a training example, counted from 1, 0 for none.
func (d *Desk) Choose(example int) {
	d.Example = example
	d.Stage.SetExample(example)
}

// reference is a lecture.Symbol as package mathml writes it beside the symbol.
type reference struct {
	Name                     string
	Layer, Row, Col, Example int
	Next                     bool
}

// ReadSymbol reads what package mathml wrote beside a symbol; of anything else it makes the zero Symbol.
func ReadSymbol(text string) lecture.Symbol {
	var r reference
	record.Read(text, &r)
	return lecture.Symbol(r)
}

// What a cell of a matrix belongs to in the diagram.
var (
	ofUnits  = []string{lecture.X, lecture.Z, lecture.A, lecture.DX, lecture.DZ, lecture.DA}
	ofLinks  = []string{lecture.W, lecture.DW, lecture.VW, lecture.SW}
	ofBiases = []string{lecture.B, lecture.DB, lecture.VB, lecture.SB}
)

// TargetOf returns the part of the diagram that a symbol belongs to, all of a layer where it has no row; the zero Target
// where there is none.
func TargetOf(s lecture.Symbol) scene.Target {
	switch {
	case slices.Contains(ofUnits, s.Name):
		return scene.Target{Kind: scene.Unit, Layer: s.Layer, To: s.Row}
	case slices.Contains(ofLinks, s.Name):
		return scene.Target{Kind: scene.Link, Layer: s.Layer, To: s.Row, From: s.Col}
	case slices.Contains(ofBiases, s.Name):
		return scene.Target{Kind: scene.Bias, Layer: s.Layer, To: s.Row}
	}
	return scene.Target{}
}

// SymbolOf returns the symbol of a part of the diagram, of a unit its activation; the zero Symbol where it has none.
func SymbolOf(t scene.Target) lecture.Symbol {
	s := lecture.Symbol{Layer: t.Layer, Row: t.To, Col: t.From}
	switch {
	case t.Kind == scene.Link:
		s.Name = lecture.W
	case t.Kind == scene.Bias:
		s.Name = lecture.B
	case t.Kind == scene.Unit && t.Layer == 0:
		s.Name = lecture.X
	case t.Kind == scene.Unit:
		s.Name = lecture.A
	default:
		return lecture.Symbol{}
	}
	return s
}

// Lit returns a selector of the symbols that mean what is pointed at: itself, what it is in, and those of the same part
// of the network. It is "" where nothing is.
func (d *Desk) Lit() string {
	s, t := d.Pointed, TargetOf(d.Pointed)
	if s == (lecture.Symbol{}) {
		return ""
	}
	var list []string
	add := func(selector string) {
		if !slices.Contains(list, selector) {
			list = append(list, selector)
		}
	}
	for _, whole := range []lecture.Symbol{s, s.Of(0), s.Of(lecture.Every)} {
		for _, row := range []int{s.Row, 0} {
			for _, col := range []int{s.Col, 0} {
				add(mathml.Selector(whole.At(row, col), true))
			}
		}
	}
	for _, names := range [][]string{ofUnits, ofLinks, ofBiases} {
		for _, name := range names {
			if t.To > 0 && slices.Contains(names, s.Name) {
				add(mathml.Selector(lecture.Symbol{Name: name, Layer: s.Layer, Row: s.Row, Col: s.Col}, false))
			}
		}
	}
	return strings.Join(list, ",")
}
