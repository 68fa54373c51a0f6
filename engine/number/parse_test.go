package number

import (
	"math"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]float64{
		"0": 0, "-0": 0, "5": 5, "+3": 3, "007": 7, " 1.5 ": 1.5, ".5": 0.5, "5.": 5, "-.2e1": -2, "1e-3": 0.001, "1E+03": 1000,
		"0,03": 0.03, ",5": 0.5, "1,5e-3": 0.0015, "-2,125": -2.125, "1,200": 1.2, "1.200": 1.2, "0,125": 0.125,
		"1,200.5": 1200.5, "1.200,5": 1200.5, "1 200,5": 1200.5, "1'200.5": 1200.5, "1’200": 1200, "1\u00a0200": 1200, "1\u202f200,25": 1200.25,
		"1\u2009200": 1200, "1,200,000": 1.2e6, "1.200.000": 1.2e6, "1,00,000": 1e5, "12,34,567.5": 1234567.5,
		"\u22121.5": -1.5, "－１．５": -1.5, "１，５": 1.5, "－１ｅ－３": -0.001, "– 4": -4, "‐4": -4, "\u00a03\u00a0": 3, "\u3000３": 3, "\u200e-7\u202c": -7, "\ufeff7": 7,
		"1.234×10⁻³": 0.001234, "−1.2×10⁻⁵": -1.2e-5, "10⁻³": 0.001, "-10⁶": -1e6, "1.5×10^3": 1500, "1,5 · 10^−3": 0.0015, "2*10^2": 200, "2 x 10²": 200,
		"10^3": 1000, "１０⁺²": 100, "1.234e-05": 1.234e-5, "1,234e3": 1234, "1.234×10⁵": 123400,
		"1e-999": 0, "12345,678": 12345.678, "1,2345": 1.2345,
	} {
		if got, ok := Parse(text, false); !ok || got != want || math.Signbit(got) != math.Signbit(want) {
			t.Errorf("%q is read as %v, %v, want %v", text, got, ok, want)
		}
	}
	for text, want := range map[string]float64{"1,000": 1000, "2.000": 2000, "12": 12, "12.5": 12.5, "12,0": 12, "1 000": 1000, "5,00": 5} {
		if got, ok := Parse(text, true); !ok || got != want {
			t.Errorf("where a whole number is wanted, %q is read as %v, %v, want %v", text, got, ok, want)
		}
	}
}

func TestNoNumbers(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "+", ".", ",", "-.", "e3", "1e", "1e+", "1e1.5", "1e+-3", "1e5e5", "nan", "Inf", "-infinity", "0x10", "1_000", "1d3", "five",
		"1.2.3", "1,2,3", "1,200.5.5", "1.200,5,5", "1,20,0", "1,,200", "1,200,00", "0,200,000", "1 20", "1  200", "1'2", "1,200'000", "1 200'000",
		"1234,567,890", "1,2345.5", "1.2345,5", "1e999", "--1", "1-", "(5)", "5%", "€5", "5 €", "$1,200", "1/2", "2024-01-05", "05.01.2024", "12:30", "½", "1\n2",
		"×10⁻³", "1.5×10", "1.5×10^", "1.5×10⁻", "1.5 10⁻³", "5⁻³", "2e3×10²", "10^3^2", "10⁻⁻³", "x10^3", "1,200.5e3", "1.234.567e2", "1 200e3", "10^2.5", "10²³4",
		"1.00.000", "1,00,00", "100,00,000", "１２人",
	} {
		if v, ok := Parse(text, false); ok || ConventionsOf(text) != 0 {
			t.Errorf("%q is read as %v", text, v)
		}
	}
}

func TestConventions(t *testing.T) {
	for text, want := range map[string][2]string{ // what may part thousands, with the point and with the comma
		"5": {", '", ". '"}, "-2e5": {", '", ". '"},
		"1.5": {", '", ""}, "1,5": {"", ". '"}, "1,200": {",", ". '"}, "1.200": {", '", "."}, "1,200,300": {",", ""}, "1.200.300": {"", "."},
		"1 200": {" ", " "}, "1'200": {"'", "'"}, "1 200,5": {"", " "}, "1'200.5": {"'", ""}, "1.200,5": {"", "."}, "1,00,000": {",", ""}, "0,125": {"", ". '"},
		"1.234e-05": {", '", ""}, "1,234e5": {"", ". '"}, "1.234×10⁵": {", '", ""}, "five": {"", ""},
	} {
		var set Conventions
		for i, marks := range []string{", '", ". '"} {
			for j, mark := range marks {
				if strings.ContainsRune(want[i], mark) {
					set |= 1 << (groups*i + j)
				}
			}
		}
		if got := ConventionsOf(text); got != set {
			t.Errorf("%q: %06b, want %06b", text, got, set)
		}
	}
	if AnyConvention.With(Point)|AnyConvention.With(Comma) != AnyConvention || AnyConvention.With(Point)&AnyConvention.With(Comma) != 0 {
		t.Error("the marks do not part the conventions")
	}
}

// What the page writes it also reads.
func TestParseWhatIsWritten(t *testing.T) {
	for _, v := range []float64{0, 0.5, -1.25e-5, 1e6, -1e6, 1e-7, 1.234e-300, 2.5e300, 12345, -0.0625} {
		for _, text := range []string{Of(v).String(), Typed(v, 17)} {
			if got, ok := Parse(text, false); !ok || got != v {
				t.Errorf("%v is written %s and read as %v, %v", v, text, got, ok)
			}
		}
	}
}

func TestVanishes(t *testing.T) {
	for text, want := range map[string]bool{
		"0": false, "0e0": false, "0.000": false, "0e-400": false, "0e5": false, "-0,0": false, "5": false, "1e-300": false, "1e-400": true, "-１ｅ－４００": true,
		"10⁻⁴⁰⁰": true, "0." + strings.Repeat("0", 400) + "1": true, "five": false,
	} {
		if got := Vanishes(text, Point); got != want && text != "-0,0" || text == "-0,0" && Vanishes(text, Comma) {
			t.Errorf("%q vanishes: %v", text, got)
		}
	}
}

// Whatever is read is finite, and is read the same by the convention that was found.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"1,200.5", "1.200", "－１．５ｅ－３", "1’200", "1,00,000", "1e999", "1.5×10⁻³", "10^3"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, ok := Parse(text, false)
		fits := ConventionsOf(text)
		if ok != (fits != 0) || math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("%q: %v, %v, %06b", text, v, ok, fits)
		}
		for _, mark := range []Mark{Point, Comma} {
			if _, ok := Read(text, mark); ok != (fits.With(mark) != 0) {
				t.Fatalf("%q with %q: %v, %06b", text, mark, ok, fits)
			}
		}
	})
}
