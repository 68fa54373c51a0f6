package panel

import (
	"slices"
	"strconv"

	"shallows/engine/lecture"
	"shallows/engine/scene"
)

// Reference is a lecture.Symbol as the browser has it.
type Reference struct {
	Name                     string
	Layer, Row, Col, Example int
	Next                     bool
}

// Chosen is the effect "example": a training example is chosen, counted from 1.
type Chosen struct{ Example int }

// Point points at a symbol of the lecture, the zero Symbol at none: the picture marks what it belongs to, and what else
// follows the pointer hears of it.
func (d *Desk) Point(s lecture.Symbol) {
	if s != d.Pointed {
		d.PointedAt(s)
		d.Ask("point", Reference(s))
	}
}

// PointedAt takes note of the symbol that is pointed at.
func (d *Desk) PointedAt(s lecture.Symbol) {
	d.Pointed = s
	d.Stage.Hover(TargetOf(s))
}

// Choose chooses a training example, counted from 1.
func (d *Desk) Choose(example int) {
	if example != d.Example {
		d.ChosenIs(example)
		d.Ask("example", Chosen{example})
	}
}

// ChosenIs takes note of the example that is chosen, counted from 1, 0 for none.
func (d *Desk) ChosenIs(example int) {
	d.Example = example
	d.Stage.SetExample(example)
}

// SymbolOf reads NAME LAYER ROW COL EXAMPLE NEXT; ok is false for anything else.
func SymbolOf(words []string) (s lecture.Symbol, ok bool) {
	if len(words) != 6 {
		return s, false
	}
	s.Name, s.Next = words[0], words[5] == "true"
	for i, number := range []*int{&s.Layer, &s.Row, &s.Col, &s.Example} {
		n, err := strconv.Atoi(words[1+i])
		if err != nil {
			return lecture.Symbol{}, false
		}
		*number = n
	}
	return s, true
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
