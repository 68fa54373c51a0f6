package lessons

import (
	"regexp"
	"strconv"
	"strings"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Line is one of several texts or formulas.
type Line struct {
	Key  string
	Says []any // of string and record.Markup
}

func lines(d *panel.Desk, texts []string) []Line {
	var list []Line
	for i, text := range texts {
		list = append(list, Line{strconv.Itoa(i), inline(d, text)})
	}
	return list
}

// No line may begin with what closes, or end with what opens, where a formula stands beside it.
const (
	opens  = "([“‘（《"
	closes = ")]”’.,:;?!）》。，：；？！、"
)

// inline returns a text in whose backticks symbols and letters stand.
func inline(d *panel.Desk, text string) []any {
	var pieces []any
	parts := strings.Split(text, "`")
	for i, part := range parts {
		switch {
		case i%2 == 1:
			before, after := "", ""
			if said := strings.TrimRight(parts[i-1], opens); len(pieces) > 0 {
				before = parts[i-1][len(said):]
			}
			if i+1 < len(parts) {
				after = parts[i+1][:len(parts[i+1])-len(strings.TrimLeft(parts[i+1], closes))]
			}
			pieces = append(pieces, record.Markup(d.Notation.Between(before, letter(part), after)))
		default:
			if i > 0 {
				part = strings.TrimLeft(part, closes)
			}
			if i+1 < len(parts) {
				part = strings.TrimRight(part, opens)
			}
			if part != "" {
				pieces = append(pieces, part)
			}
		}
	}
	return pieces
}

// letter returns what stands between backticks: a symbol, or else a letter with an index or, as w_j^T, with a power too.
func letter(text string) lecture.Expression {
	if s, ok := readSymbol(text, lecture.Every); ok {
		return s
	}
	name, power, _ := strings.Cut(text, "^")
	name, index, _ := strings.Cut(name, "_")
	return lecture.Letter{Name: name, Index: index, Power: power}
}

// plain returns a text without its backticks.
func plain(text string) string { return strings.ReplaceAll(text, "`", "") }

var (
	// symbols are as lessons write them: W[1], w_21[1], b_2[1], z_2[1](i), dz[2](i), X, A[0], J, α, W[1]' after the update.
	symbols = regexp.MustCompile(`^([a-zA-Zα]+)(?:_(\d)(\d)?)?(?:\[(\d)\])?(\(i\))?(')?$`)
	// matrices are those that cells and columns belong to, by their small letters.
	matrices = map[string]string{"x": lecture.X, "y": lecture.Y, "w": lecture.W, "z": lecture.Z, "a": lecture.A, "dw": lecture.DW, "dz": lecture.DZ, "da": lecture.DA}
	// others are the names that have no small letter of their own.
	others = map[string]bool{lecture.B: true, lecture.DB: true, lecture.J: true, lecture.L: true, lecture.Alpha: true, lecture.M: true}
)

// readSymbol reads a symbol, in which the number of an example stands for (i). A[0] is X, spelt otherwise.
func readSymbol(text string, example int) (s lecture.Spelt, ok bool) {
	found := symbols.FindStringSubmatch(text)
	if found == nil {
		return s, false
	}
	digit := func(text string) int {
		n, _ := strconv.Atoi(text)
		return n
	}
	name, small := matrices[found[1]]
	if !small {
		name = found[1]
		_, capital := matrices[strings.ToLower(name)]
		if ok := others[name] || capital && matrices[strings.ToLower(name)] == name; !ok {
			return s, false
		}
	}
	if name == lecture.A && found[4] == "0" {
		name = lecture.X
	}
	s.As = found[1]
	s.Symbol = lecture.Symbol{Name: name, Row: digit(found[2]), Col: digit(found[3]), Layer: digit(found[4]), Next: found[6] != ""}
	if found[5] != "" {
		s.Example = example
	}
	return s, true
}
