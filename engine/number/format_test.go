package number

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOf(t *testing.T) {
	for _, test := range []struct {
		value float64
		want  string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{0.5, "0.5"},
		{-1, "−1"},
		{2.0 / 3, "0.6667"},
		{0.1 + 0.2, "0.3"}, // noise is no digit
		{12.345678, "12.35"},
		{400, "400"},
		{12345, "12345"},
		{123456.7, "123457"},
		{999999, "999999"},
		{1e6, "10⁶"},
		{-1e6, "−10⁶"},
		{1234567, "1.235×10⁶"},
		{999999.6, "999999.6"},
		{1e20, "10²⁰"},
		{-2.5e300, "−2.5×10³⁰⁰"},
		{math.MaxFloat64, "1.798×10³⁰⁸"},
		{1e-4, "0.0001"},
		{0.00012345, "0.0001234"},
		{0.00009999, "9.999×10⁻⁵"},
		{1e-7, "10⁻⁷"},
		{-1.25e-5, "−1.25×10⁻⁵"},
		{5e-324, "5×10⁻³²⁴"},
		{math.Inf(1), "∞"},
		{math.Inf(-1), "−∞"},
		{math.NaN(), "NaN"},

		// What was rounded does not look exact.
		{0.42304, "0.4230"},
		{-math.Tanh(7.996), "−0.9999998"},
		{0.50001, "0.50001"},
		{0.49999999999, "0.5000"},
		{3000.02, "3000.02"},
		{1.00004e-7, "1.000×10⁻⁷"},
		{-0.000099999999, "−1.000×10⁻⁴"},
	} {
		if got := Of(test.value).String(); got != test.want {
			t.Errorf("Of(%v) is %s, want %s", test.value, got, test.want)
		}
	}
}

func TestRounded(t *testing.T) {
	for _, test := range []struct {
		value  float64
		digits int
		want   string
	}{
		{2.0 / 3, 2, "0.67"},
		{2.0 / 3, 1, "0.67"}, // 0.7 would look exact
		{0.97, 1, "0.97"},
		{1.5, 3, "1.5"},
		{16.666, 3, "16.7"},
	} {
		if got := Rounded(test.value, test.digits).String(); got != test.want {
			t.Errorf("Rounded(%v, %d) is %s, want %s", test.value, test.digits, got, test.want)
		}
	}
}

func TestCost(t *testing.T) {
	for _, test := range []struct {
		value float64
		want  string
	}{
		{0.6930480202, "0.693048"},
		{0, "0.000000"},
		{12.5, "12.500000"},
		{12345.678901, "12345.6789"},
		{999999.5, "999999.500"},
		{1e6, "1.000×10⁶"},
		{0.00005, "5.000×10⁻⁵"},
		{3.2e257, "3.200×10²⁵⁷"},
		{math.Inf(1), "∞"},
	} {
		if got := Cost(test.value).String(); got != test.want {
			t.Errorf("Cost(%v) is %s, want %s", test.value, got, test.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, test := range []struct {
		share    float64
		decimals int
		want     string
	}{
		{0.675, 1, "67.5%"},
		{1, 1, "100.0%"},
		{0.9999, 1, "99.9%"},
		{0.0001, 1, "0.1%"},
		{0, 1, "0.0%"},
		{0.996, 0, "99%"},
		{1, 0, "100%"},
	} {
		if got := Percent(test.share, test.decimals); got != test.want {
			t.Errorf("Percent(%v, %d) is %s, want %s", test.share, test.decimals, got, test.want)
		}
	}
}

func TestTyped(t *testing.T) {
	for _, test := range []struct {
		value  float64
		digits int
		want   string
	}{
		{0, 17, "0"},
		{0.1, 17, "0.1"},
		{-12, 8, "-12"},
		{2.0 / 3, 8, "0.66666667"},
		{1e-7, 8, "1e-7"},
		{4294967295, 17, "4294967295"},
		{-4294967296, 17, "-4294967296"},
		{1e15, 17, "1e15"},
		{1.25e20, 17, "1.25e20"},
		{123456.75, 8, "123456.75"},
		{math.MaxFloat64, 17, "1.7976931348623157e308"},
	} {
		if got := Typed(test.value, test.digits); got != test.want {
			t.Errorf("Typed(%v, %d) is %s, want %s", test.value, test.digits, got, test.want)
		}
	}
}

func TestMultiples(t *testing.T) {
	for _, test := range []struct {
		step float64
		of   []int
		want string
	}{
		{0.5, []int{0, 1, 2}, "0.0 0.5 1.0"},
		{2, []int{-3, -1, 0, 1}, "−6 −2 0 2"},
		{5000, []int{0, 1, 2}, "0 5k 10k"},
		{500, []int{1, 2, 3}, "500 1000 1500"},
		{20, []int{95, 96}, "1900 1920"},
		{2500, []int{1, 4}, "2.5k 10k"},
		{500000, []int{0, 1, 2}, "0 0.5×10⁶ 1.0×10⁶"},
		{2e-5, []int{0, 1, 5}, "0 0.2×10⁻⁴ 1.0×10⁻⁴"},
		{1e-4, []int{0, 1, 5}, "0.0000 0.0001 0.0005"},
		{5e299, []int{0, 1, 5}, "0 0.5×10³⁰⁰ 2.5×10³⁰⁰"},
		{5e307, []int{0, 1, 3}, "0 0.5×10³⁰⁸ 1.5×10³⁰⁸"},
	} {
		var marks []string
		for _, n := range Multiples(test.step, test.of) {
			marks = append(marks, n.String())
		}
		if got := strings.Join(marks, " "); got != test.want {
			t.Errorf("multiples of %v are %s, want %s", test.step, got, test.want)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, test := range []struct {
		values []float64
		log    bool
		want   string
	}{
		{[]float64{-4, -2, 0, 2, 4}, false, "−4 −2 0 2 4"},
		{[]float64{0, 0.2, 0.4, 0.6000000000000001}, false, "0.0 0.2 0.4 0.6"},
		{[]float64{1e300, 2e300}, false, "10³⁰⁰ 2×10³⁰⁰"},
		{[]float64{3}, false, "3"},
		{nil, false, ""},
		{[]float64{0, 1e-7, 0.001, 10, 1e6}, true, "0 10⁻⁷ 10⁻³ 10¹ 10⁶"},
		{[]float64{0.1, 1, 10}, true, "10⁻¹ 1 10¹"},
	} {
		var marks []string
		for _, n := range Marks(test.values, test.log) {
			marks = append(marks, n.String())
		}
		if got := strings.Join(marks, " "); got != test.want {
			t.Errorf("the marks %v are %s, want %s", test.values, got, test.want)
		}
	}
}

func TestMathML(t *testing.T) {
	for _, test := range []struct {
		value float64
		want  string
	}{
		{-0.5, "<mn>−0.5</mn>"},
		{1.25e-5, "<mrow><mn>1.25</mn><mo>×</mo><msup><mn>10</mn><mn>−5</mn></msup></mrow>"},
		{1e-7, "<msup><mn>10</mn><mn>−7</mn></msup>"},
		{-1e6, "<mrow><mo>−</mo><msup><mn>10</mn><mn>6</mn></msup></mrow>"},
	} {
		if got := Of(test.value).MathML(); got != test.want {
			t.Errorf("%v is %s, want %s", test.value, got, test.want)
		}
	}
}

// Whatever the number, its text is short, close to it, and tells whether it is exact.
func TestAnyNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200000 {
		v := math.Float64frombits(random.Uint64())
		if random.IntN(2) == 0 {
			v = math.Round(random.NormFloat64()*1e6) * math.Pow(10, float64(random.IntN(16)-10))
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		for _, n := range []Numeral{Of(v), Cost(v)} {
			if text := n.String(); utf8.RuneCountInString(text) > 14 || strings.ContainsAny(text, "-e") {
				t.Fatalf("%v is written %s", v, text)
			}
		}
		n := Of(v)
		off := math.Abs(n.value() - v)
		if off > 5e-4*math.Abs(v) && off > 5e-324 {
			t.Fatalf("%v is written %s", v, n)
		}
		if digits := strings.Trim(n.Digits, "−0."); off > noise*math.Abs(v) && n.Power == 0 && len(digits) == 1 && !strings.Contains(n.Digits, ".") {
			t.Fatalf("%v looks exact: %s", v, n)
		}
	}
}
