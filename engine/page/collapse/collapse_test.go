package collapse

import (
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

func TestWhatIsSaid(t *testing.T) {
	for _, test := range []struct {
		link, verdict, turn, line string
		formulas                  int
	}{
		{"v=1", "collapse.bent", "collapse.straighten", "", 0},
		{"v=1&net=3,2&act=linear,relu", "collapse.bent", "collapse.straighten", "", 0},
		{"v=1&net=0", "collapse.none", "collapse.straighten", "", 0},
		{"v=1&act=linear&init=xavier", "collapse.linear", "collapse.bend", "collapse.line", 3},
		{"v=1&act=linear&init=zeros", "collapse.linear", "collapse.bend", "collapse.noLine", 3},
		{"v=1&act=linear&data=blobs&init=xavier", "collapse.linear", "collapse.bend", "collapse.regions", 3},
		{"v=1&act=linear&in=x1,x2,x1sq", "collapse.linear", "collapse.bend", "collapse.otherInputs", 3},
	} {
		r := show(paneltest.Desk(test.link))
		if r.Verdict.Key != test.verdict || r.Turn.Key != test.turn || r.Line.Key != test.line || len(r.Formulas) != test.formulas || r.Bent != (test.formulas == 0) {
			t.Errorf("%s: %+v", test.link, r)
		}
	}
	bent := show(paneltest.Desk("v=1&net=3,2&act=linear,relu")).Verdict
	if bent.Get("layer") != 2 || bent.Get("act").(record.Text).Key != "option.relu" {
		t.Errorf("bent in layer %v by %v", bent.Get("layer"), bent.Get("act"))
	}
}

func TestTheButtonsTurnAndDeepen(t *testing.T) {
	d := paneltest.Desk("v=1&net=3,2")
	for _, test := range []struct{ do, want string }{{"turn", "act=linear"}, {"turn", ""}, {"deepen", "net=4,4,4&act=linear&init=xavier&lr=0.05"}, {"nonsense", "net=4,4,4"}} {
		New().Do(d, []string{test.do})
		if got := d.Session().Config().Encode(); !strings.Contains(got, test.want) {
			t.Errorf("%s leads to %s", test.do, got)
		}
	}
	if changes := d.Run.Changes(); len(changes) != 3 {
		t.Errorf("the page hears of %v", changes)
	}
}

// W′ and b′ have the numbers of one layer that does what all do: here 2·3 = 6 and 2·0 + 0 = 0.
func TestTheFormulasOfSmallNumbers(t *testing.T) {
	d := paneltest.Desk("v=1&net=1&act=linear&in=x1&init=zeros")
	if err := d.Session().SetWeight(1, 1, 1, -3); err != nil {
		t.Fatal(err)
	}
	if err := d.Session().SetWeight(2, 1, 1, 2); err != nil {
		t.Fatal(err)
	}
	r := show(d)
	for i, want := range []string{"<mn|<mo>⋅</mo>|<mn>−6</mn>", "<mo>⋅</mo>|<mn>0</mn>", "<mover accent|<mi>σ</mi>|<mo>−</mo>|<mn>6</mn>"} {
		written := ""
		for _, piece := range r.Formulas[i].Pieces {
			written += string(piece.(record.Markup))
		}
		for _, part := range strings.Split(want, "|") {
			if !strings.Contains(written, part) {
				t.Errorf("formula %d lacks %s: %s", i, part, written)
			}
		}
	}
	collapsed, _ := lecture.Collapse(d.Session().Network())
	if apart := lecture.Difference(d.Session(), collapsed, grid); apart > 1e-14 || r.Difference != number.Of(apart).String() {
		t.Errorf("the two differ by %s", r.Difference)
	}
}
