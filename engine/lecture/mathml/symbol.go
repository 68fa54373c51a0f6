package mathml

import (
	"html"
	"strconv"
	"strings"

	"shallows/engine/lecture"
)

// symbol writes a symbol with its indices; transposed, with T above it.
func (w *writer) symbol(s lecture.Symbol, transposed bool) {
	letter := s.Letter()
	if w.single {
		s.Example = 0
	}
	reference := attributes(s)
	if letter[0] == 'v' || letter[0] == 's' {
		// A running mean: v or s with what it is the mean of below.
		w.put("<msub", reference, "<mi>", letter[:1], "</mi>")
		w.indexed(s, letter[1:], false, ">")
		w.put("</msub>")
		return
	}
	w.indexed(s, letter, transposed, reference)
}

// attributes ends the tag of what a symbol means.
func attributes(s lecture.Symbol) string {
	return ` class="symbol" data-symbol="` + html.EscapeString(Reference(s)) + `">`
}

// Reference returns the reference of a symbol as JSON: {name, layer, row, col, example, next}, of which numbers that
// do not apply are 0.
func Reference(s lecture.Symbol) string {
	return `{"name":` + strconv.Quote(s.Name) + `,"layer":` + strconv.Itoa(s.Layer) + `,"row":` + strconv.Itoa(s.Row) +
		`,"col":` + strconv.Itoa(s.Col) + `,"example":` + strconv.Itoa(s.Example) + `,"next":` + strconv.FormatBool(s.Next) + "}"
}

// Selector returns a CSS selector of what carries the reference of a symbol: that alone, or of every symbol of the name at
// the same place.
func Selector(s lecture.Symbol, alone bool) string {
	reference := Reference(s)
	if alone {
		return "[data-symbol='" + reference + "']"
	}
	place, _, _ := strings.Cut(reference, `"example"`)
	return "[data-symbol^='" + place + "']"
}

// indexed writes the letter of a symbol with the symbol's indices, in an element whose tag ends so.
func (w *writer) indexed(s lecture.Symbol, letter string, transposed bool, end string) {
	layered := s.Layer > 0 || s.Name == lecture.X && strings.EqualFold(letter, lecture.A) // A[0] is X by another name
	beside := w.notation != Below && layered                                              // the layer stands above, at the right
	numbered := w.notation != Round && s.Example != 0
	below := s.Row != 0 || s.Col != 0 || w.notation == Round && s.Example != 0
	above := beside || numbered || transposed
	tag := "mrow"
	switch {
	case below && above:
		tag = "msubsup"
	case below:
		tag = "msub"
	case above:
		tag = "msup"
	}
	w.put("<", tag, end)
	switch {
	case w.notation != Below || !layered:
		w.letters(letter)
	case s.Row != 0 || s.Col != 0:
		w.put("<mrow><mo>(</mo>")
		w.lowered(letter, s.Layer)
		w.put("<mo>)</mo></mrow>")
	default:
		w.lowered(letter, s.Layer)
	}
	if below {
		w.put("<mrow>")
		w.below(s)
		w.put("</mrow>")
	}
	if above {
		w.put("<mrow>")
		if beside {
			w.layer(s.Layer)
		}
		if numbered {
			w.put("<mo>(</mo>")
			w.example(s.Example)
			w.put("<mo>)</mo>")
		}
		if transposed {
			w.put("<mi>T</mi>")
		}
		w.put("</mrow>")
	}
	w.put("</", tag, ">")
}

// powered writes a letter with its index and its power.
func (w *writer) powered(e lecture.Letter) {
	tag := "mrow"
	switch {
	case e.Index != "" && e.Power != "":
		tag = "msubsup"
	case e.Index != "":
		tag = "msub"
	case e.Power != "":
		tag = "msup"
	}
	w.put("<", tag, ">")
	for _, part := range []string{e.Name, e.Index, e.Power} {
		if part != "" {
			w.leaf("mi", part)
		}
	}
	w.put("</", tag, ">")
}

// lowered writes a letter with its layer below.
func (w *writer) lowered(letter string, layer int) {
	w.put("<msub>")
	w.letters(letter)
	w.count(layer)
	w.put("</msub>")
}

// letters writes letters side by side, each in italics.
func (w *writer) letters(text string) {
	list := []rune(text)
	if len(list) > 1 {
		w.put("<mrow>")
	}
	for _, letter := range list {
		w.leaf("mi", string(letter))
	}
	if len(list) > 1 {
		w.put("</mrow>")
	}
}

// below writes a symbol's row and column, apart where they would run together, and the example that has no place above.
func (w *writer) below(s lecture.Symbol) {
	if s.Row != 0 {
		w.count(s.Row)
	}
	if s.Row != 0 && s.Col != 0 && (s.Row > 9 || s.Col > 9) {
		w.put("<mo>,</mo>")
	}
	if s.Col != 0 {
		w.count(s.Col)
	}
	if w.notation != Round || s.Example == 0 {
		return
	}
	if s.Row != 0 || s.Col != 0 {
		w.put("<mo>,</mo>")
	}
	w.put("<mi>i</mi>")
	if s.Example != lecture.Every {
		w.put("<mo>=</mo>")
		w.count(s.Example)
	}
}

// example writes the number of an example, i for each in turn.
func (w *writer) example(number int) {
	if number == lecture.Every {
		w.put("<mi>i</mi>")
	} else {
		w.count(number)
	}
}

// layer writes what stands above a symbol for its layer.
func (w *writer) layer(number int) {
	opening, closing := "[", "]"
	if w.notation == Round {
		opening, closing = "(", ")"
	}
	w.put("<mo>", opening, "</mo>")
	w.count(number)
	w.put("<mo>", closing, "</mo>")
}

// raised reports whether a symbol has something above it.
func (w *writer) raised(s lecture.Symbol) bool {
	return s.Layer > 0 && w.notation != Below || s.Example != 0 && w.notation != Round && !w.single
}
