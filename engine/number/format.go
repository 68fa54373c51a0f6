// Package number decides how numbers are written for a reader: in formulas, tables, readouts, on axes and in pictures.
// It reads those that people and their programs write.
//
// A number has four significant digits unless more are asked for, a true minus sign, and from 10^6 on and below 10^-4 a
// power of ten beside it. One that was rounded does not look exact: it keeps its zeros, as in 0.5000, and has more digits
// where a single one would be left, as in 0.9999998. One that is exact goes without: 0.5.
package number

import (
	"math"
	"strconv"
	"strings"
)

// Numeral is a number as it is written.
type Numeral struct {
	Digits string // with its sign; ∞ and NaN are written so too
	Power  int    // of the ten that Digits is to be multiplied by, 0 for none
}

const (
	usual    = 4     // significant digits
	most     = 8     // significant digits of a number that would look exact with fewer
	manifold = 1e4   // from here on thousands are counted at an axis
	large    = 1e6   // from here on and
	small    = 1e-4  // below here there is a power of ten
	noise    = 1e-14 // relative; what floating-point arithmetic leaves of a difference that is none
)

// Of returns v with four significant digits.
func Of(v float64) Numeral { return Rounded(v, usual) }

// Rounded returns v with at most so many significant digits, at least 1, and what is before the point in full; with
// more where it would look exact.
func Rounded(v float64, digits int) Numeral {
	if n, ok := named(v); ok {
		return n
	}
	n := write(v, digits)
	if short := n.value(); math.Abs(v-short) <= noise*math.Abs(v) {
		return write(short, all)
	}
	for more := digits; more <= most && n.Power == 0; more++ {
		if longer := write(v, more); !longer.single() {
			return longer
		}
	}
	return n
}

// Fixed returns v with so many decimals, fewer where that would be more than nine significant digits; beside a power of
// ten it has four significant digits.
func Fixed(v float64, decimals int) Numeral {
	if n, ok := named(v); ok && v != 0 {
		return n
	}
	if v != 0 && apart(v) {
		return write(v, usual)
	}
	before := len(strconv.Itoa(int(math.Abs(v))))
	return Numeral{Digits: signed(strconv.FormatFloat(v, 'f', max(0, min(decimals, 9-before)), 64))}
}

// Cost returns a cost as the course prints it, with six decimals.
func Cost(v float64) Numeral { return Fixed(v, 6) }

// Percent returns a share, from 0 to 1, in percent with so many decimals. Only all is 100 %, and only nothing 0 %.
func Percent(share float64, decimals int) string {
	unit := math.Pow(10, float64(-decimals))
	percent := 100 * share
	if 0 < share && share < 1 {
		percent = max(unit, min(100-unit, percent))
	}
	return strconv.FormatFloat(percent, 'f', decimals, 64) + "%"
}

// Typed returns v as a reader would type it, in the shortest text that reads back as v rounded to so many significant
// digits, 17 for all: -0.5, 1e-7. Whole numbers are written in full, up to far more than seeds.
func Typed(v float64, digits int) string {
	v = nearest(v, digits)
	if v == 0 || !apart(v) || v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	power, _ := strconv.Atoi(exponent)
	return mantissa + "e" + strconv.Itoa(power)
}

// Multiples returns the marks of an axis, multiples of step, with as many decimals as step needs. All have the largest one's
// power of ten where that or step has one; on an axis that goes beyond 10,000 thousands are written as 20k.
func Multiples(step float64, of []int) []Numeral {
	decimals := -int(math.Floor(math.Log10(step) + 1e-9))
	largest := 0.0
	for _, i := range of {
		largest = max(largest, math.Abs(float64(i)*step))
	}
	power := 0
	if largest > 0 && (largest*(1+noise) >= large || step*(1+noise) < small) {
		power = int(math.Floor(math.Log10(largest) + 1e-9))
	}
	marks := make([]Numeral, len(of))
	for k, i := range of {
		v := float64(i) * (step / math.Pow(10, float64(power))) // step alone may be too large to be multiplied
		switch {
		case power != 0 && i == 0:
			marks[k] = Numeral{Digits: "0"}
		case largest*(1+noise) >= manifold && math.Abs(v) >= 1000:
			marks[k] = Numeral{Digits: signed(strconv.FormatFloat(v/1000, 'f', all, 64)) + "k"}
		default:
			marks[k] = Numeral{signed(strconv.FormatFloat(v, 'f', max(0, decimals+power), 64)), power}
		}
	}
	return marks
}

// Marks returns the marks of an axis from their values: one of logarithms has powers of ten, any other multiples of the
// distance between two marks.
func Marks(values []float64, log bool) []Numeral {
	marks := make([]Numeral, len(values))
	if log || len(values) < 2 {
		for i, v := range values {
			marks[i] = Of(v)
			if log && v > 0 {
				marks[i] = Numeral{"1", int(math.Round(math.Log10(v)))}
			}
		}
		return marks
	}
	step := values[1] - values[0]
	of := make([]int, len(values))
	for i, v := range values {
		of[i] = int(math.Round(v / step))
	}
	return Multiples(step, of)
}

// named returns what has no digits, and zero.
func named(v float64) (n Numeral, ok bool) {
	switch {
	case v == 0:
		return Numeral{Digits: "0"}, true
	case math.IsNaN(v):
		return Numeral{Digits: "NaN"}, true
	case math.IsInf(v, 1):
		return Numeral{Digits: "∞"}, true
	case math.IsInf(v, -1):
		return Numeral{Digits: "−∞"}, true
	}
	return n, false
}

// apart reports whether v is so large or small that it has a power of ten.
func apart(v float64) bool { return math.Abs(v) >= large || math.Abs(v) < small }

// nearest returns the number of so many significant digits that is nearest to v.
func nearest(v float64, digits int) float64 {
	near, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	return near
}

// all asks for as many digits as tell a number from its neighbours.
const all = -1

// write returns v with so many significant digits, and what is before the point in full.
func write(v float64, digits int) Numeral {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', max(all, digits-1), 64), "e")
	power, _ := strconv.Atoi(exponent)
	if apart(v) {
		return Numeral{signed(mantissa), power}
	}
	decimals := all
	if digits != all {
		decimals = max(0, digits-1-power)
	}
	return Numeral{Digits: signed(strconv.FormatFloat(v, 'f', decimals, 64))}
}

// signed gives what strconv wrote a true minus sign, unless nothing but zeros is left.
func signed(text string) string {
	size, negative := strings.CutPrefix(text, "-")
	if negative && strings.Trim(size, "0.") != "" {
		return "−" + size
	}
	return size
}

// single reports whether but one digit is not zero.
func (n Numeral) single() bool { return len(strings.Trim(n.Digits, "−0.")) == 1 }

// value returns the number that n says, which may be an infinity.
func (n Numeral) value() float64 {
	v, _ := strconv.ParseFloat(strings.Replace(n.Digits, "−", "-", 1)+"e"+strconv.Itoa(n.Power), 64)
	return v
}

// bare reports whether n is the power of ten alone, and its sign.
func (n Numeral) bare() (sign string, ok bool) {
	sign, ok = strings.CutSuffix(n.Digits, "1")
	return sign, ok && n.Power != 0 && (sign == "" || sign == "−")
}

// String returns n as plain text: 0.5, −1.2×10⁻⁵, 10⁶.
func (n Numeral) String() string {
	if n.Power == 0 {
		return n.Digits
	}
	ten := "10" + superscripts.Replace(strconv.Itoa(n.Power))
	if sign, ok := n.bare(); ok {
		return sign + ten
	}
	return n.Digits + "×" + ten
}

var superscripts = strings.NewReplacer(
	"-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// MathML returns n as one element of a formula.
func (n Numeral) MathML() string {
	if n.Power == 0 {
		return "<mn>" + n.Digits + "</mn>"
	}
	ten := "<msup><mn>10</mn><mn>" + signed(strconv.Itoa(n.Power)) + "</mn></msup>"
	if sign, ok := n.bare(); !ok {
		return "<mrow><mn>" + n.Digits + "</mn><mo>×</mo>" + ten + "</mrow>"
	} else if sign != "" {
		return "<mrow><mo>" + sign + "</mo>" + ten + "</mrow>"
	}
	return ten
}
