package figure

import (
	"slices"
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// of returns a figure of a run as JSON, where the page has its pictures in slots of their own.
func of(link, part string) (*Record, string) {
	d := paneltest.Desk(link)
	d.Stage.SetSlots(scene.Slots{Rects: [3]scene.Rect{{X: 10, Y: 50, W: 400, H: 300}, {X: 420, Y: 50, W: 200, H: 200}, {}}, Scale: 1})
	r, _ := Of(d, part, 2, scene.Theme{})
	return r, string(record.JSON(r))
}

// signs are those of a figure's legends, in their order.
func signs(r *Record) string {
	var list []string
	for _, l := range r.Legends {
		for _, e := range l.Entries {
			list = append(list, e.Low+e.Sign)
		}
	}
	return strings.Join(list, " ")
}

func TestWhatAFigureSays(t *testing.T) {
	const network = "positive negative level"
	for _, test := range []struct{ link, part, signs, headings string }{
		{"v=1", "whole", network + " 0ramp zero one train", "output.title cost.title"},
		{"v=1&test=20", "whole", network + " 0ramp zero one test train tested", "output.title cost.title"},
		{"v=1&data=plane", "output", "−1ramp", "output.surface"},
		{"v=1&out=tanh&loss=mse", "output", "−1ramp zero one", "output.title"},
		{"v=1&out=softmax", "output", "zero one", "output.title"},
		{"v=1&data=blobs&classes=5&test=20", "output", "zero one class2 class3 class4 test", "output.several"},
		{"v=1&test=20", "cost", "train tested", "cost.title"},
		{"v=1", "network", network, ""},
		{"v=1", "equations", "", ""},
		{"v=1", Page, "", ""},
	} {
		r, _ := of(test.link, test.part)
		var headings []string
		for _, h := range r.Headings {
			headings = append(headings, h.Says.Key)
		}
		if got := signs(r); got != test.signs || strings.Join(headings, " ") != test.headings {
			t.Errorf("%s of %s: %s under %v", test.part, test.link, got, headings)
		}
	}
}

func TestTheNetworkIsNamed(t *testing.T) {
	r, _ := of("v=1&net=3,2&act=relu,tanh&in=x1,x2sq&out=tanh&loss=mse", "network")
	var layers []string
	for _, l := range r.Layers {
		layers = append(layers, l.Name.Key+" "+l.Activation.Key)
	}
	if got := strings.Join(layers, ", "); got != "network.inputs , network.layer option.relu, network.layer option.tanh, network.output option.tanh" {
		t.Errorf("layers: %s", got)
	}
	if r.Layers[2].Name.Get("layer") != 2 || len(r.Names) != 3 {
		t.Errorf("%+v, %d names", r.Layers[2].Name, len(r.Names))
	}
	if n := r.Names[1]; !n.Before || !strings.Contains(string(n.Is), "<msubsup><mi>x</mi><mn>2</mn><mn>2</mn>") {
		t.Errorf("the second input is %+v", n)
	}
	if n := r.Names[2]; n.Before || !strings.Contains(string(n.Is), "<mover") || n.X < r.Names[0].X {
		t.Errorf("the output is %+v", n)
	}
}

// Everything stands within the margins.
func TestPlaces(t *testing.T) {
	for _, part := range Parts {
		r, _ := of("v=1&test=20&steps=30", part)
		within := func(what string, x, y float64) {
			if x < r.Margin || y < r.Margin || x > r.Margin+r.Width || y > r.Margin+r.Height {
				t.Errorf("%s: %s at %v, %v of %v x %v", part, what, x, y, r.Width, r.Height)
			}
		}
		for _, l := range r.Ticks {
			within(l.Text, l.X, l.Y)
		}
		for _, l := range r.Layers {
			within(l.Name.Key, l.X, l.Y)
		}
		for _, h := range r.Headings {
			within(h.Says.Key, h.X, h.Y)
		}
		for _, l := range r.Legends {
			within("legend", l.X, l.Y)
		}
	}
}

func TestThePageKeepsItsPlaces(t *testing.T) {
	r, _ := of("v=1&steps=10", Page)
	if r.Margin != 0 || r.Names[0].Y < 50 || slices.IndexFunc(r.Ticks, func(t Tick) bool { return t.X < 420 }) >= 0 {
		t.Errorf("%+v", r)
	}
}

func TestEquationsHaveTheNumbersOfTheMoment(t *testing.T) {
	r, _ := of("v=1&net=2&init=constant&scale=0.5&act=relu", "equations")
	if len(r.Equations) != 2 || len(r.Equations[1].Lines) != 2 {
		t.Fatalf("%+v", r.Equations)
	}
	first := r.Equations[0]
	if name := string(record.JSON(first.Name)); name != `[{"t":"network.layer","a":{"layer":1}},", ",{"t":"option.relu"}]` {
		t.Errorf("it is called %s", name)
	}
	if z := string(first.Lines[0].Formulas[0]); !strings.Contains(z, "<mi>W</mi>") || !strings.Contains(z, "<mi>X</mi>") {
		t.Errorf("Z is %s", z)
	}
	if a := string(first.Lines[0].Formulas[1]); !strings.Contains(a, "<mi>ReLU</mi>") {
		t.Errorf("A is %s", a)
	}
	if w := string(first.Lines[1].Formulas[0]); strings.Count(w, "<mn>0.5</mn>") != 4 || !strings.Contains(w, "<mtable") {
		t.Errorf("W is %s", w)
	}
	if empty, _ := of("v=1&data=own", "equations"); len(empty.Equations) != 2 {
		t.Errorf("without examples: %+v", empty)
	}
}

func TestACodeHasItsQuietZone(t *testing.T) {
	r := OfLink("https://notes.example/#v=1")
	if n := len(r.Code); n == 0 || r.Width != float64(n+8) || r.Height != r.Width || r.Margin != 0 {
		t.Errorf("%d modules in %v x %v", n, r.Width, r.Height)
	}
	if r := OfLink(strings.Repeat("x", 3000)); len(r.Code) != 0 {
		t.Error("there is a code of 3,000 characters")
	}
}

// Figures tell what the data call inputs, outputs, axes and classes.
func TestFiguresHaveTheNamesOfData(t *testing.T) {
	r, _ := of("v=1&data=iris&in=x1,x4", "whole")
	var said []string
	for _, n := range r.Names {
		said = append(said, n.Sign+" "+string(record.JSON(n.Called)))
	}
	if got := strings.Join(said, "; "); got != ` "sepal length (cm)";  "petal width (cm)"; zero "setosa"; one "versicolor"; class2 "virginica"` {
		t.Error(got)
	}
	named := 0
	for _, tick := range r.Ticks {
		if tick.Room > 0 {
			named++
		}
	}
	if named != 2 {
		t.Errorf("%d axes have names", named)
	}
	for _, l := range r.Legends {
		if l.Room <= 0 {
			t.Errorf("a legend has no room: %+v", l)
		}
	}
}
