package mathml

import (
	"regexp"
	"strings"
	"testing"

	"shallows/engine/lecture"
)

type symbol = lecture.Symbol

var (
	w21  = symbol{Name: lecture.W, Layer: 1, Row: 2, Col: 1}
	z7   = symbol{Name: lecture.Z, Layer: 1, Row: 2, Example: 7}
	dW   = symbol{Name: lecture.DW, Layer: 2}
	a    = symbol{Name: lecture.A, Layer: 1}
	each = symbol{Name: lecture.Y, Example: lecture.Every}
)

// short writes markup without its references and with one letter for each element of MathML.
func short(m string) string {
	text := regexp.MustCompile(` class="symbol" data-symbol="[^"]*"`).ReplaceAllString(m, "")
	return strings.NewReplacer("<mi>", "", "</mi>", "", "<mn>", "", "</mn>", "", "<mo>", "", "</mo>", "",
		"<mrow>", "{", "</mrow>", "}", "\u2062", "", "\u2061", "", "<math>", "", "</math>", "").Replace(text)
}

func TestSymbolsInTheThreeNotations(t *testing.T) {
	for _, test := range []struct {
		of                    symbol
		bracket, round, below string
	}{
		{symbol{Name: lecture.X}, "{X}", "{X}", "{X}"},
		{symbol{Name: lecture.Z, Layer: 1}, "<msup>Z{[1]}</msup>", "<msup>Z{(1)}</msup>", "{<msub>Z1</msub>}"},
		{w21, "<msubsup>w{21}{[1]}</msubsup>", "<msubsup>w{21}{(1)}</msubsup>", "<msub>{(<msub>w1</msub>)}{21}</msub>"},
		{w21.At(12, 3), "<msubsup>w{12,3}{[1]}</msubsup>", "<msubsup>w{12,3}{(1)}</msubsup>", "<msub>{(<msub>w1</msub>)}{12,3}</msub>"},
		{z7, "<msubsup>z{2}{[1](7)}</msubsup>", "<msubsup>z{2,i=7}{(1)}</msubsup>", "<msubsup>{(<msub>z1</msub>)}{2}{(7)}</msubsup>"},
		{each, "<msup>y{(i)}</msup>", "<msub>y{i}</msub>", "<msup>y{(i)}</msup>"},
		{dW, "<msup>{dW}{[2]}</msup>", "<msup>{dW}{(2)}</msup>", "{<msub>{dW}2</msub>}"},
		{symbol{Name: lecture.VW, Layer: 2}, "<msub>v<msup>{dW}{[2]}</msup></msub>", "<msub>v<msup>{dW}{(2)}</msup></msub>", "<msub>v{<msub>{dW}2</msub>}</msub>"},
	} {
		for n, want := range map[Notation]string{Bracket: test.bracket, Round: test.round, Below: test.below} {
			if got := short(n.Math(test.of)); got != want {
				t.Errorf("%+v, %v:\n got %s\nwant %s", test.of, n, got, want)
			}
		}
	}
}

func TestFormulas(t *testing.T) {
	half := lecture.Number(0.5)
	less := lecture.Number(-2)
	for _, test := range []struct {
		of   lecture.Expression
		want string
	}{
		{lecture.Sum{half, less}, "{0.5−2}"},
		{lecture.Sum{less, lecture.Negative{Of: half}}, "{−2−0.5}"},
		{lecture.Negative{Of: lecture.Sum{half, half}}, "{−{({0.5+0.5})}}"},
		{lecture.Product{half, less}, "{0.5⋅{(−2)}}"},
		{lecture.Product{dW, lecture.Transpose{Of: a}}, "{<msup>{dW}{[2]}</msup><msup>A{[1]T}</msup>}"},
		{lecture.Elementwise{a, a}, "{<msup>A{[1]}</msup>∗<msup>A{[1]}</msup>}"},
		{lecture.Fraction{Over: half, Under: a}, "<mfrac>0.5<msup>A{[1]}</msup></mfrac>"},
		{lecture.Power{Base: a, Exponent: half}, "<msup>{(<msup>A{[1]}</msup>)}0.5</msup>"},
		{lecture.Power{Base: symbol{Name: lecture.X}, Exponent: half}, "<msup>{X}0.5</msup>"},
		{lecture.Power{Base: lecture.Number(2e-5), Exponent: half}, "<msup>{({2×<msup>10−5</msup>})}0.5</msup>"},
		{lecture.Equals{a, lecture.Sum{half, lecture.Product{half, lecture.Rounded(-1)}}, lecture.Rounded(1)}, "{<msup>A{[1]}</msup>={0.5+{0.5⋅{(−1.000)}}}≈1.000}"},
		{lecture.Call{Function: lecture.Function{Name: lecture.G, Layer: 1, Prime: true}, Argument: a}, "{<msup><msup>g{[1]}</msup>′</msup>{(<msup>A{[1]}</msup>)}}"},
		{lecture.Call{Function: lecture.Function{Name: "sigmoid"}, Argument: half}, "{σ{(0.5)}}"},
		{lecture.Call{Function: lecture.Function{Name: lecture.Exp}, Argument: half}, "<msup>e0.5</msup>"},
		{lecture.Call{Function: lecture.Function{Name: lecture.Squares}, Argument: a}, "<msup>{‖<msup>A{[1]}</msup>‖}2</msup>"},
		{lecture.Total{Of: each}, "{<munderover>∑{i=1}m</munderover><msup>y{(i)}</msup>}"},
		{lecture.Assign{To: a, From: half}, "{<msup>A{[1]}</msup>≔0.5}"},
		{lecture.Equals{a, half, lecture.Ellipsis{}}, "{<msup>A{[1]}</msup>=0.5=⋯}"},
	} {
		if got := short(Bracket.Math(test.of)); got != test.want {
			t.Errorf("%v:\n got %s\nwant %s", test.of, got, test.want)
		}
	}
}

func TestWhatLessonsWrite(t *testing.T) {
	x, z := symbol{Name: lecture.X}, symbol{Name: lecture.Z, Layer: 1}
	for _, test := range []struct {
		of                    lecture.Expression
		bracket, round, below string
	}{
		{lecture.Spelt{Symbol: x, As: "A"}, "<msup>A{[0]}</msup>", "<msup>A{(0)}</msup>", "{<msub>A0</msub>}"},
		{lecture.Spelt{Symbol: z, As: "z"}, "<msup>z{[1]}</msup>", "<msup>z{(1)}</msup>", "{<msub>z1</msub>}"},
		{lecture.Letter{Name: "m"}, "{m}", "{m}", "{m}"},
		{lecture.Letter{Name: "w", Index: "j", Power: "T"}, "<msubsup>wjT</msubsup>", "<msubsup>wjT</msubsup>", "<msubsup>wjT</msubsup>"},
		{lecture.Letter{Name: "w", Index: "j"}, "<msub>wj</msub>", "<msub>wj</msub>", "<msub>wj</msub>"},
		{lecture.Shape{Of: x, Rows: "2", Cols: "400"}, "{{X}:(2,400)}", "{{X}:(2,400)}", "{{X}:(2,400)}"},
		{lecture.Shape{Rows: "2", Cols: "400"}, "{(2,400)}", "{(2,400)}", "{(2,400)}"},
	} {
		for n, want := range map[Notation]string{Bracket: test.bracket, Round: test.round, Below: test.below} {
			if got := short(n.Math(test.of)); got != want {
				t.Errorf("%+v, %v:\n got %s\nwant %s", test.of, n, got, want)
			}
		}
	}
	if got, want := short(Bracket.Between("(", x, "&),")), "<mtext>(</mtext>{X}<mtext>&amp;),</mtext>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := short(Bracket.Between("", x, "")); got != "{X}" {
		t.Errorf("got %s", got)
	}
}

func TestAChainBreaksBetweenItsSides(t *testing.T) {
	pieces := Bracket.Pieces(lecture.Equals{a, lecture.Number(2), lecture.Rounded(1)})
	if len(pieces) != 3 || short(pieces[1]) != "{=2}" || short(pieces[2]) != "{≈1.000}" {
		t.Errorf("%q", pieces)
	}
}

func TestWhatIsWrittenIsEscaped(t *testing.T) {
	hostile := symbol{Name: `<img src=x onerror="alert(1)">`}
	if got := Bracket.Math(hostile); strings.Contains(got, "<img") || strings.Contains(got, `onerror="`) {
		t.Error(got)
	}
}
