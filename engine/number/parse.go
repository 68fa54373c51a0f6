package number

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Mark is what stands before the decimals of a number.
type Mark byte

// The marks.
const (
	Point Mark = '.'
	Comma Mark = ','
)

// Other returns the other mark.
func (m Mark) Other() Mark { return Point + Comma - m }

// Conventions is a set of ways to write numbers. A way is a mark before the decimals and what may stand between
// thousands: the other mark, a blank or an apostrophe.
type Conventions uint8

// AnyConvention is the set of all of them: those with the point, then those with the comma.
const AnyConvention Conventions = 1<<6 - 1

const groups = 3

// With returns those of the set that have m before the decimals.
func (c Conventions) With(m Mark) Conventions {
	if m == Point {
		return c & (1<<groups - 1)
	}
	return c &^ (1<<groups - 1)
}

// ConventionsOf returns the ways in which text is a finite decimal number; none where it is no number at all.
//
// Digits and marks may be full-width, blanks and apostrophes of any kind, and the minus sign that of mathematics or a
// dash. Thousands are parted throughout or not at all, and never beside an exponent; with commas also as in India,
// 1,00,000. Powers of ten are written as e-3, ×10⁻³ or *10^-3, and may stand alone. Unlike strconv it knows no names,
// hexadecimals or underscores.
func ConventionsOf(text string) Conventions {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return 0 // soon, as most texts are words
	}
	text = plain(text)
	var set Conventions
	for i, mark := range [...]Mark{Point, Comma} {
		digits, group, ok := digitsOf(text, mark)
		if !ok || !finite(digits) {
			continue
		}
		fits := Conventions(1<<groups - 1)
		if group >= 0 {
			fits = 1 << group
		}
		set |= fits << (groups * i)
	}
	return set
}

// Read returns the number that text is with mark before its decimals, whatever parts its thousands; ok is false where
// it is none.
func Read(text string, mark Mark) (v float64, ok bool) {
	digits, _, ok := digitsOf(plain(text), mark)
	if !ok {
		return 0, false
	}
	if v, err := strconv.ParseFloat(digits, 64); err == nil {
		return v + 0, true // -0 + 0 is 0
	}
	return 0, false
}

// Parse reads a number that stands by itself, as one typed into a field. Where a single mark could part thousands as
// well, as in 1,200, it is taken to stand before decimals, in a whole number to part thousands. ok is false where it is
// no finite number.
func Parse(text string, whole bool) (v float64, ok bool) {
	fits := ConventionsOf(text)
	switch point, comma := fits.With(Point) != 0, fits.With(Comma) != 0; {
	case point && comma:
		mark := Point
		if strings.ContainsRune(plain(text), ',') != whole {
			mark = Comma
		}
		return Read(text, mark)
	case comma:
		return Read(text, Comma)
	default:
		return Read(text, Point)
	}
}

// Vanishes reports whether text, a number with mark before its decimals, is read as 0 though it is not: it is too small
// for a float64.
func Vanishes(text string, mark Mark) bool {
	v, ok := Read(text, mark)
	mantissa, _, _ := strings.Cut(strings.ToLower(plain(text)), "e")
	return ok && v == 0 && strings.ContainsAny(mantissa, "123456789")
}

func finite(digits string) bool {
	v, err := strconv.ParseFloat(digits, 64)
	return err == nil && !math.IsInf(v, 0)
}

// plain writes a number in ASCII, its minus sign, blanks, apostrophes and power of ten too, without what cannot be seen
// and without blanks around it.
func plain(text string) string {
	return exponential(strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r < unicode.MaxASCII && r != '`':
			return r
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		case strings.ContainsRune("−－﹣‐‑‒–", r):
			return '-'
		case strings.ContainsRune("’‘ʼ′＇´`", r):
			return '\''
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r): // as spreadsheets and chat programs put them around numbers
			return -1
		}
		if i := strings.IndexRune("．，＋ｅＥ", r); i >= 0 {
			return rune(".,+eE"[i/len("．")])
		}
		return r
	}, text)))
}

// exponential writes a power of ten at the end of a number as strconv has it: 1.5×10⁻³ and 1.5*10^-3 are 1.5e-3, and 10⁻³
// is 1e-3. Other texts stay as they are.
func exponential(text string) string {
	raised := strings.TrimRight(text, raisedDigits)
	power := lowered.Replace(text[len(raised):])
	ten, ok := strings.CutSuffix(raised, "10")
	if i := strings.LastIndex(text, "10^"); power == "" && i >= 0 {
		ten, power = text[:i], text[i+len("10^"):]
	} else if power == "" || !ok {
		return text
	}
	mantissa := strings.TrimRight(ten, " ")
	switch sign := strings.TrimRight(mantissa, "×·⋅*xX"); {
	case mantissa == "" || mantissa == "-" || mantissa == "+":
		return mantissa + "1e" + power
	case sign == mantissa || strings.ContainsAny(mantissa, "eE"):
		return text
	default:
		return strings.TrimRight(sign, " ") + "e" + power
	}
}

const raisedDigits = "⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹"

var lowered = strings.NewReplacer(
	"⁻", "-", "⁺", "+", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// digitsOf returns a plain text as strconv reads it, with mark before its decimals, and which of the conventions with
// this mark parts its thousands, -1 where nothing does.
func digitsOf(text string, mark Mark) (digits string, group int, ok bool) {
	sign := ""
	if text != "" && (text[0] == '-' || text[0] == '+') {
		sign, text = text[:1], strings.TrimLeft(text[1:], " ")
	}
	mantissa, exponent := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent = text[:i], text[i:]
		if power := strings.TrimLeft(exponent[1:], "+-"); len(exponent)-len(power) > 2 || power == "" || !areDigits(power) {
			return "", 0, false
		}
	}
	whole, decimals, _ := strings.Cut(mantissa, string(rune(mark)))
	if !areDigits(decimals) || whole == "" && decimals == "" {
		return "", 0, false
	}
	whole, group, ok = ungroup(whole, mark)
	if group >= 0 && exponent != "" {
		return "", 0, false
	}
	return sign + whole + "." + decimals + exponent, group, ok
}

// ungroup returns the digits of a whole number without what parts its thousands.
func ungroup(whole string, mark Mark) (digits string, group int, ok bool) {
	i := strings.IndexFunc(whole, func(r rune) bool { return r < '0' || '9' < r })
	if i < 0 {
		return whole, -1, true
	}
	separator := whole[i]
	group = strings.IndexByte(string(rune(mark.Other()))+" '", separator)
	parts := strings.Split(whole, string(rune(separator)))
	first, rest := parts[0], parts[1:]
	if group < 0 || first == "" || len(first) > 3 || first[0] == '0' {
		return "", 0, false
	}
	indian := separator == ',' && len(rest) > 1 && len(first) < 3 && len(rest[0]) == 2
	for i, part := range rest {
		size := 3
		if indian && i < len(rest)-1 {
			size = 2
		}
		if len(part) != size || !areDigits(part) {
			return "", 0, false
		}
	}
	return strings.Join(parts, ""), group, true
}

func areDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }
