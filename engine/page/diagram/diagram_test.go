package diagram

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

func show(p *Part, d *panel.Desk) Record { return p.Record(d).(Record) }

func keys(r Record) string {
	var list []string
	for _, b := range r.Buttons {
		list = append(list, b.Key)
	}
	return strings.Join(list, " ")
}

func TestAButtonLiesOverEveryUnitAndSaysWhatItHolds(t *testing.T) {
	d := paneltest.Shown("v=1&net=2&in=x1,x1x2&act=relu")
	d.Session().SetBias(1, 2, -0.5)
	r := show(New(), d)
	if got, want := keys(r), "unit-0-1 unit-0-2 unit-1-1 unit-1-2 unit-2-1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for i, want := range []string{
		`{"t":"part.input","a":{"name":{"t":"option.x1"}}}`,
		`{"t":"part.input","a":{"name":{"t":"option.x1x2"}}}`,
		`{"t":"part.unitState","a":{"name":{"t":"part.unit","a":{"layer":1,"to":1}},"bias":"0","act":{"t":"option.relu"}}}`,
		`{"t":"part.unitState","a":{"name":{"t":"part.unit","a":{"layer":1,"to":2}},"bias":"−0.5","act":{"t":"option.relu"}}}`,
		`{"t":"part.unitState","a":{"name":{"t":"part.output"},"bias":"0","act":{"t":"option.sigmoid"}}}`,
	} {
		if got := string(record.JSON(r.Buttons[i].Label)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if u := d.Stage.Layout().Units[2].Rect; r.Buttons[2].At != panel.BoxOf(u) {
		t.Errorf("at %v, want %v", r.Buttons[2].At, u)
	}
	var written []string
	for _, n := range r.Names {
		written = append(written, fmt.Sprint(n.Class, n.Also != ""))
	}
	if got, want := strings.Join(written, " "), "unit-name beforefalse unit-name beforetrue unit-name aftertrue"; got != strings.Replace(want, "aftertrue", "afterfalse", 1) {
		t.Errorf("names %s", got)
	}
	if got, want := string(record.JSON(r.Headings[1].Activation)), `{"t":"option.relu"}`; got != want || r.Headings[0].Activation.Key != "" {
		t.Errorf("got %s", got)
	}
}

func TestALayerFoldsAndUnfolds(t *testing.T) {
	p, d := New(), paneltest.Shown("v=1&net=20")
	folded := keys(show(p, d))
	if !strings.Contains(folded, "unit-1-20") || strings.Contains(folded, "unit-1-10 ") || !strings.HasSuffix(folded, "fold-1") {
		t.Errorf("folded: %s", folded)
	}
	p.Do(d, []string{"open", "fold-1"})
	if got := show(p, d); !strings.Contains(keys(got), "unit-1-10 ") || got.Buttons[len(got.Buttons)-1].Expanded != "true" {
		t.Errorf("unfolded: %s", keys(got))
	}
	p.Do(d, []string{"open", "fold-1"})
	if got := keys(show(p, d)); got != folded {
		t.Errorf("folded again: %s", got)
	}
}

func TestArrowsLeadFromUnitToUnit(t *testing.T) {
	p, d := New(), paneltest.Shown("v=1&net=3,2")
	at := func() string {
		for _, b := range show(p, d).Buttons {
			if b.Stop == 0 {
				return b.Key
			}
		}
		return ""
	}
	if at() != "unit-1-1" {
		t.Errorf("Tab comes to %s", at())
	}
	p.Do(d, []string{"at", "unit-0-1", "false"})
	for _, test := range []struct{ key, to string }{
		{"ArrowUp", ""}, {"ArrowLeft", ""}, {"ArrowDown", "unit-0-2"}, {"ArrowRight", "unit-1-2"}, {"ArrowUp", "unit-1-1"},
		{"ArrowRight", "unit-2-1"}, {"ArrowDown", "unit-2-2"}, {"ArrowRight", "unit-3-1"}, {"ArrowRight", ""}, {"Home", ""}, {"Enter", ""},
	} {
		p.Do(d, []string{"key", test.key})
		asked := d.Asked()
		if len(asked) == 0 != (test.to == "") || len(asked) > 0 && asked[0].With != (panel.Focus{ID: test.to}) {
			t.Fatalf("%s: %v, want %s", test.key, asked, test.to)
		}
		if test.to != "" {
			p.Do(d, []string{"at", test.to, "false"})
		}
	}
	if d.Stage.Shown().Layer != 3 || d.Pointed.Name != "" {
		t.Error("the focus that is not to be seen points")
	}
	p.Do(d, []string{"at", "unit-2-2", "true"})
	if got := d.Stage.Shown(); got != (scene.Target{Kind: scene.Unit, Layer: 2, To: 2}) {
		t.Errorf("the plane shows %v", got)
	}
}

func TestTheValuesOfAnExample(t *testing.T) {
	d := paneltest.Shown("v=1&net=2&steps=20")
	if got := (Values{}).Record(d).(ValuesRecord); got.Values != nil {
		t.Errorf("of none: %v", got)
	}
	d.Choose(3)
	got := Values{}.Record(d).(ValuesRecord).Values
	A := d.Session().Pass().A
	if len(got) != 5 || got[4].Key != "2-1" || got[4].Class != "unit-value under" {
		t.Fatalf("got %v", got)
	}
	var shown, x1, a float64
	fmt.Sscan(got[4].Text, &shown)
	if a = A[2].Data[2]; shown < a-1e-3 || shown > a+1e-3 {
		t.Errorf("the output is %s, want %v", got[4].Text, a)
	}
	fmt.Sscan(strings.Replace(got[0].Text, "−", "-", 1), &shown)
	if x1 = d.Session().Train().X[0][2]; shown < x1-0.01 || shown > x1+0.01 {
		t.Errorf("x1 is %s, want %v", got[0].Text, x1)
	}
	d.Choose(401)
	if got := (Values{}).Record(d).(ValuesRecord); got.Values != nil {
		t.Errorf("of one that is none: %v", got)
	}
}

// Units that lie close have their values over them, or none where these are wider than they.
func TestValuesFindRoom(t *testing.T) {
	d := paneltest.Shown("v=1&net=12")
	d.Choose(1)
	for _, v := range (Values{}).Record(d).(ValuesRecord).Values {
		if v.Class == "unit-value under" && strings.HasPrefix(v.Key, "1-") && v.Key != "1-12" {
			t.Errorf("%s covers the next unit", v.Key)
		}
	}
}

// Inputs and outputs have beside them what the data call them, and classes their marks.
func TestWhatTheDataCallUnits(t *testing.T) {
	said := func(link string) string {
		var list []string
		for _, n := range show(New(), paneltest.Shown(link)).Names {
			list = append(list, strings.TrimSpace(n.Mark+" "+string(record.JSON(n.Called))))
		}
		return strings.Join(list, "; ")
	}
	for _, test := range []struct{ link, want string }{
		{"v=1", "null; null; null"},
		{"v=1&data=iris&in=x1,x3", `"sepal length (cm)"; "petal length (cm)"; mark zero "setosa"; mark one "versicolor"; mark class2 "virginica"`},
		{"v=1&data=blobs", `null; null; mark zero {"t":"output.class","a":{"class":0}}; mark one {"t":"output.class","a":{"class":1}}; mark class2 {"t":"output.class","a":{"class":2}}`},
	} {
		if got := said(test.link); got != test.want {
			t.Errorf("%s: %s, want %s", test.link, got, test.want)
		}
	}
}
