package table

import (
	"strings"
	"unicode"

	"shallows/engine/number"
)

// kind is what a cell holds.
type kind uint8

const (
	blank kind = iota
	word
	numeral
	truth   // TRUE or FALSE
	missing // a sign that there is no value
	fault   // an infinity, or what a spreadsheet writes where a formula fails
	date    // or a time
	amount  // a number with a percent sign or a currency
)

// isValue reports whether k stands among data rather than in titles and headers.
func (k kind) isValue() bool { return k > word }

// isNumber reports whether k can be a coordinate or a class.
func (k kind) isNumber() bool { return k == numeral || k == truth }

// isWritten reports whether there is anything.
func (k kind) isWritten() bool { return k != blank }

// reason is what is wrong with a cell of this kind where a number is needed.
func (k kind) reason() Reason {
	switch k {
	case blank:
		return Blank
	case missing:
		return Missing
	case date:
		return Date
	case amount:
		return Unit
	}
	return Number
}

// truths are what spreadsheets of several languages, R and Python write, in lower case.
var truths = map[string]float64{
	"true": 1, "wahr": 1, "vrai": 1, "verdadero": 1, "verdadeiro": 1, "vero": 1, "waar": 1, "真": 1,
	"false": 0, "falsch": 0, "faux": 0, "falso": 0, "onwaar": 0, "假": 0,
}

var absent = words("nan na n/a n.a. <na> null nil none missing nat - -- – — ? . nd n/d k.a. 缺失 无")

var infinite = words("inf -inf +inf infinity -infinity ∞ -∞ +∞")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// longest is how many bytes a cell can have that is no word.
const longest = 400

func kindOf(cell string) kind {
	if cell == "" {
		return blank
	}
	if len(cell) > longest {
		return word
	}
	if number.ConventionsOf(cell) != 0 {
		return numeral
	}
	lower := strings.ToLower(cell)
	_, isTruth := truths[lower]
	switch {
	case isTruth:
		return truth
	case absent[lower], cell == "#N/A", cell == "#NV":
		return missing
	case infinite[lower], isFault(cell):
		return fault
	case isDate(lower):
		return date
	case isAmount(cell):
		return amount
	}
	return word
}

// isFault reports whether a text begins with what a spreadsheet writes in place of a value, such as #N/A, #DIV/0! or
// #NAME?: capitals right after the sign, and no word of a comment.
func isFault(text string) bool {
	rest, ok := strings.CutPrefix(text, "#")
	end := strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.IsUpper(r) || r == '/' || r == '0' })
	switch name := strings.TrimSuffix(rest, end); name {
	case "":
		return false
	case "N/A", "NV":
		return ok && strings.IndexFunc(end, unicode.IsLetter) != 0
	}
	return ok && end != "" && strings.Contains("!?", end[:1])
}

// months are how their names begin in English, German and French.
var months = words("jan feb fév mar mär mrz apr avr may mai jun jui jul aug aoû sep oct okt nov dec dez déc")

// isDate reports whether a text in lower case is a date or a time of day: numbers and months between the marks that
// dates have.
func isDate(lower string) bool {
	if !strings.ContainsAny(lower, "-/.:年月 ") || strings.Trim(lower[:1], "0123456789") != "" {
		return false
	}
	parts := strings.FieldsFunc(lower, func(r rune) bool { return strings.ContainsRune("-/.:年月日tz ", r) })
	sure := len(parts) > 2 && strings.ContainsAny(lower, "-/.:年月") || len(parts) > 1 && strings.ContainsAny(lower, ":年月")
	for _, part := range parts {
		letters := []rune(part)
		if strings.Trim(part, "0123456789") == "" && (len(part) < 3 || len(part) == 4) {
			continue
		}
		if len(letters) < 3 || !months[string(letters[:3])] {
			return false
		}
		sure = true
	}
	return sure
}

// isAmount reports whether a text is a number but for a sign of percent or currency.
func isAmount(text string) bool {
	bare := strings.TrimFunc(text, func(r rune) bool {
		return unicode.Is(unicode.Sc, r) || unicode.IsSpace(r) || strings.ContainsRune("%‰％元", r)
	})
	sign := strings.TrimLeft(bare, "+-−") // -€5, and €-5
	return bare != text && number.ConventionsOf(bare) != 0 || sign != bare && isAmount(sign)
}
