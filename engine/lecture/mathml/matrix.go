package mathml

import (
	"strconv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
)

// How many rows and columns are written out; of larger matrices the last stands after dots.
const mostRows, mostCols = 8, 6

// matrix writes the numbers of a matrix; one alone stands without brackets. These are of the style sheet's class matrix:
// brackets of text grow with what they enclose only in fonts made for mathematics.
func (w *writer) matrix(m lecture.Matrix) {
	if single(m) {
		w.cell(m, 1, 1)
		return
	}
	w.put(`<mtable class="matrix">`)
	for _, i := range shown(m.Rows, mostRows) {
		w.put("<mtr>")
		for _, j := range shown(m.Cols, mostCols) {
			w.put("<mtd>")
			switch {
			case i == 0:
				w.put("<mo>⋮</mo>")
			case j == 0:
				w.put("<mo>⋯</mo>")
			default:
				w.cell(m, i, j)
			}
			w.put("</mtd>")
		}
		w.put("</mtr>")
	}
	w.put("</mtable>")
}

// cell writes a number of a matrix, as a symbol where the matrix has a name.
func (w *writer) cell(m lecture.Matrix, i, j int) {
	markup := number.Of(m.Values[(i-1)*m.Cols+j-1]).MathML()
	if m.Of != (lecture.Symbol{}) {
		tag, rest, _ := strings.Cut(markup, ">")
		cell := m.Of.Cell(i, j)
		if m.Of.Name == lecture.Y && m.Rows == 1 {
			cell.Row = 0 // a target that is one number has no index
		}
		w.put(tag, attributes(cell), rest)
		return
	}
	w.put(markup)
}

// shown are the places on show of 1 to n, 0 for those left out.
func shown(n, most int) []int {
	var places []int
	for i := 1; i <= n; i++ {
		switch {
		case n <= most || i <= most-2 || i == n:
			places = append(places, i)
		case i == most-1:
			places = append(places, 0)
		}
	}
	return places
}

// feature writes an input of a network.
func feature(f dataset.Feature) string {
	if j, ok := f.Column(); ok {
		return "<msub><mi>x</mi><mn>" + strconv.Itoa(j+1) + "</mn></msub>"
	}
	return features[f]
}

// features are the inputs that are no coordinates.
var features = map[dataset.Feature]string{
	dataset.X1Sq:  "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>",
	dataset.X2Sq:  "<msubsup><mi>x</mi><mn>2</mn><mn>2</mn></msubsup>",
	dataset.X1X2:  "<mrow>" + x1 + "<mo>\u2062</mo>" + x2 + "</mrow>",
	dataset.SinX1: "<mrow><mi>sin</mi><mo>\u2061</mo>" + x1 + "</mrow>",
	dataset.SinX2: "<mrow><mi>sin</mi><mo>\u2061</mo>" + x2 + "</mrow>",
}

const (
	x1 = "<msub><mi>x</mi><mn>1</mn></msub>"
	x2 = "<msub><mi>x</mi><mn>2</mn></msub>"
)
