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
	below   // a negative number as accountants write it, or with its sign behind it
	wrapped // a number in brackets or behind a colon, as programs write lists
)

// isValue reports whether k stands among data rather than in titles and headers.
func (k kind) isValue() bool { return k > word }

// isNumber reports whether k can be a coordinate or a class.
func (k kind) isNumber() bool { return k == numeral || k == truth }

// isDate reports whether k may stand in titles as well.
func (k kind) isDate() bool { return k == date }

// isWritten reports whether there is anything.
func (k kind) isWritten() bool { return k != blank }

// reason is what is wrong with a cell of this kind where a number is needed.
func (k kind) reason() Reason {
	switch k {
	case blank:
		return Blank
	case missing, fault:
		return Missing
	case date:
		return Date
	case amount:
		return Unit
	case below:
		return Minus
	case wrapped:
		return Brackets
	}
	return Number
}

// truths are what spreadsheets of several languages, R and Python write, in lower case.
var truths = map[string]float64{
	"true": 1, "wahr": 1, "vrai": 1, "verdadero": 1, "verdadeiro": 1, "vero": 1, "waar": 1, "真": 1,
	"false": 0, "falsch": 0, "faux": 0, "falso": 0, "onwaar": 0, "假": 0,
}

// answers are pairs of words for class 1 and class 0. Being common words, they are values only where a class is.
var answers = [][2]string{{"yes", "no"}, {"y", "n"}, {"t", "f"}, {"ja", "nein"}, {"oui", "non"}, {"sí", "no"}, {"si", "no"}, {"sim", "não"}, {"是", "否"}}

// totals are what rows are called that are made of those above them, in lower case.
var totals = map[string]bool{
	"sum": true, "total": true, "totals": true, "grand total": true, "subtotal": true, "mean": true, "average": true, "avg": true, "median": true, "std": true,
	"summe": true, "gesamt": true, "gesamtsumme": true, "gesamtergebnis": true, "mittelwert": true, "durchschnitt": true,
	"somme": true, "total général": true, "moyenne": true, "suma": true, "total general": true, "promedio": true, "media": true,
	"合计": true, "总计": true, "总和": true, "小计": true, "求和": true, "汇总": true, "平均": true, "平均值": true, "均值": true, "平均数": true, "中位数": true,
}

// isTotal reports whether a cell calls a row one of the totals.
func isTotal(cell string) bool { return totals[strings.ToLower(strings.TrimRight(cell, " :："))] }

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
	case isBelow(cell):
		return below
	case isWrapped(cell):
		return wrapped
	}
	return word
}

// isFault reports whether a text begins with what a spreadsheet writes in place of a value, such as #N/A, #DIV/0! or
// #NAME?: capitals right after the sign, and no word of a comment; or Err:502, or #### where a column is too narrow.
func isFault(text string) bool {
	for _, word := range []string{"Err:", "Fehler:", "错误:"} {
		if code, ok := strings.CutPrefix(text, word); ok {
			return code != "" && isDigit(code[0])
		}
	}
	if bare := strings.TrimLeft(text, "#"); len(text)-len(bare) > 1 {
		return bare == "" || strings.Contains(",;|\t", bare[:1])
	}
	rest, ok := strings.CutPrefix(text, "#")
	rest = strings.TrimLeft(rest, "¡¿")
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
	if hour, minutes, ok := strings.Cut(lower, ":"); ok && !strings.ContainsAny(hour, ".") && (len(minutes) < 2 || !isDigit(minutes[0]) || !isDigit(minutes[1])) {
		return false // 1:0.5 is a value that has a number, as programs of machine learning write it
	}
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

// isCode reports whether a number is written like a code, with a 0 before others.
func isCode(cell string) bool { return len(cell) > 1 && cell[0] == '0' && isDigit(cell[1]) }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// isBelow reports whether a text is a negative number without a minus sign before it: (3), or 3-.
func isBelow(text string) bool {
	inner, isClosed := strings.CutSuffix(text, ")")
	inner, isOpen := strings.CutPrefix(inner, "(")
	if isClosed && isOpen {
		return number.ConventionsOf(inner) != 0 || isAmount(inner)
	}
	bare := strings.TrimRight(text, "-−– ")
	return bare != text && number.ConventionsOf(bare) != 0
}

// isWrapped reports whether a text is a number but for brackets around it or, before a colon, a number of its own.
func isWrapped(text string) bool {
	bare := strings.Trim(strings.TrimPrefix(text, "array"), "[](){} ")
	if index, value, ok := strings.Cut(bare, ":"); ok && strings.Trim(index, "0123456789") == "" {
		bare = value
	}
	return bare != text && number.ConventionsOf(bare) != 0
}

// isAmount reports whether a text is a number but for a sign of percent or currency.
func isAmount(text string) bool {
	bare := strings.TrimFunc(text, func(r rune) bool {
		return unicode.Is(unicode.Sc, r) || unicode.IsSpace(r) || strings.ContainsRune("%‰％元", r)
	})
	sign := strings.TrimLeft(bare, "+-−") // -€5, and €-5
	return bare != text && number.ConventionsOf(bare) != 0 || sign != bare && isAmount(sign)
}
