package inspector

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

func show(d *panel.Desk) Record { return Part{}.Record(d).(Record) }

func do(d *panel.Desk, intent string) []panel.Effect {
	Part{}.Do(d, strings.Split(intent, " "))
	return d.Asked()
}

func TestItListsBiasAndWeightsOfAUnit(t *testing.T) {
	d := paneltest.Shown("v=1&net=3&steps=10")
	if !show(d).Away {
		t.Error("it is open")
	}
	for _, test := range []struct {
		part   scene.Target
		marked string // the field that gets the focus
	}{
		{scene.Target{Kind: scene.Unit, Layer: 2, To: 1}, "0"},
		{scene.Target{Kind: scene.Bias, Layer: 2, To: 1}, "0"},
		{scene.Target{Kind: scene.Link, Layer: 2, To: 1, From: 3}, "3"},
	} {
		Open(d, test.part)
		if got := d.Asked(); len(got) != 1 || got[0].With != (panel.Focus{ID: "inspect-value"}) {
			t.Errorf("asked for %v", got)
		}
		r := show(d)
		n := d.Session().Network()
		if r.Away || len(r.Rows) != 4 || r.Name.Key != "part.output" || d.Stage.Selected() != (scene.Target{Kind: scene.Unit, Layer: 2, To: 1}) {
			t.Fatalf("%v: %s", test.part, record.JSON(r))
		}
		for i, row := range r.Rows {
			value := n.B[2][0]
			if i > 0 {
				value = n.W[2].Data[i-1]
			}
			var shown float64
			fmt.Sscan(row.Value, &shown)
			if difference := shown - value; difference > 1e-7 || difference < -1e-7 || (row.ID == "inspect-value") != (row.Key == test.marked) {
				t.Errorf("%v: %+v, want %v", test.part, row, value)
			}
		}
	}
	unit := d.Stage.Layout().Units[5].Rect
	if got, want := show(d).Unit.X, panel.Pixels(100+unit.X); got != want {
		t.Errorf("it stands at %s, want %s", got, want)
	}
}

func TestAnInputHasNoParameters(t *testing.T) {
	d := paneltest.Shown("v=1")
	Open(d, scene.Target{Kind: scene.Unit, Layer: 1, To: 1})
	d.Asked()
	Open(d, scene.Target{Kind: scene.Unit, Layer: 0, To: 2})
	if len(d.Asked()) != 0 || !show(d).Away || d.Stage.Shown() != (scene.Target{Kind: scene.Unit, Layer: 0, To: 2}) {
		t.Errorf("the plane shows %v", d.Stage.Shown())
	}
}

func TestAParameterIsTypedIn(t *testing.T) {
	for _, test := range []struct {
		intent string
		bias   float64
		weight float64
		says   record.Text
	}{
		{"set 0 1.25", 1.25, 0.5, record.Text{}},
		{"set 2 −0,25", 0, -0.25, record.Text{}},
		{"set 2 heavy", 0, 0.5, record.T("notice.number", "value", "heavy")},
		{"set 2 1e999", 0, 0.5, record.T("notice.number", "value", "1e999")},
		{"set 2 1e300", 0, 0.5, record.T("notice.weight")},
		{"set 3 1", 0, 0.5, record.Text{}},
		{"set -1 1", 0, 0.5, record.Text{}},
		{"set x 1", 0, 0.5, record.Text{}},
		{"set", 0, 0.5, record.Text{}},
	} {
		d := paneltest.Shown("v=1&net=2&init=constant&scale=0.5&act=linear&out=linear&data=plane")
		Open(d, scene.Target{Kind: scene.Unit, Layer: 1, To: 2})
		d.Asked()
		said := record.Text{}
		for _, effect := range do(d, test.intent) {
			said = effect.With.(notice.Notice).Text
		}
		n := d.Session().Network()
		if fmt.Sprint(said) != fmt.Sprint(test.says) || n.B[1][1] != test.bias || n.W[1].Data[3] != test.weight {
			t.Errorf("%s: bias %v, weight %v, %v", test.intent, n.B[1][1], n.W[1].Data[3], said)
		}
		if changed := len(d.Run.Changes()); changed > 0 != (test.bias != 0 || test.weight != 0.5) {
			t.Errorf("%s: %d changes", test.intent, changed)
		}
	}
}

func TestItMarksWhatTheFocusIsOnAndCloses(t *testing.T) {
	d := paneltest.Shown("v=1&net=2")
	Open(d, scene.Target{Kind: scene.Unit, Layer: 2, To: 1})
	d.Asked()
	if do(d, "at 2"); d.Pointed != panel.SymbolOf(scene.Target{Kind: scene.Link, Layer: 2, To: 1, From: 2}) {
		t.Errorf("pointed at %v", d.Pointed)
	}
	if got := do(d, "close"); len(got) != 1 || got[0].Name != "return" || got[0].With != (panel.Focus{ID: "unit-2-1"}) {
		t.Errorf("closed: %v", got)
	}
	if !show(d).Away || d.Stage.Selected() != (scene.Target{}) {
		t.Error("it stays")
	}
	Open(d, scene.Target{Kind: scene.Unit, Layer: 2, To: 1})
	d.Asked()
	if got := do(d, "leave"); len(got) != 0 || !show(d).Away {
		t.Errorf("left: %v", got)
	}
	Open(d, scene.Target{Kind: scene.Unit, Layer: 1, To: 2})
	d.Run.Set("net", "1", "set")
	if !show(d).Away {
		t.Error("it is of a unit that is no more")
	}
}

// A weight of the first layer is told by the column of its input.
func TestWeightsOfColumns(t *testing.T) {
	d := paneltest.Shown("v=1&data=iris&in=x2,x4&net=2")
	for layer, want := range []string{"", "  sepal width (cm) petal width (cm)", "   "} {
		if layer == 0 {
			continue
		}
		Open(d, scene.Target{Kind: scene.Unit, Layer: layer, To: 1})
		got := ""
		for _, row := range show(d).Rows {
			got += " " + row.Called
		}
		if got != want {
			t.Errorf("layer %d: %q, want %q", layer, got, want)
		}
	}
	if got := string(record.JSON(d.Name(scene.Target{Kind: scene.Link, Layer: 1, To: 2, From: 2}))); got != `{"t":"part.weightOf","a":{"layer":1,"to":2,"from":{"t":"input.named","a":{"symbol":{"t":"option.x4"},"name":"petal width (cm)"}}}}` {
		t.Error(got)
	}
}
