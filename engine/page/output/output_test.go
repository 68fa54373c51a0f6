package output

import (
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

func show(p *Part, d *panel.Desk) Record { return p.Record(d).(Record) }

func TestWhoseFieldIsOnShow(t *testing.T) {
	hidden := lecture.Symbol{Name: lecture.A, Layer: 1, Row: 2}
	for _, test := range []struct {
		link    string
		pointed lecture.Symbol
		name    string
		low     string
		flags   string
	}{
		{"v=1", lecture.Symbol{}, "part.output", "0", ""},
		{"v=1", hidden, "part.unit", "−1", ""},
		{"v=1", lecture.Symbol{Name: lecture.B, Layer: 1, Row: 2}, "part.unit", "−1", ""},
		{"v=1", lecture.Symbol{Name: lecture.W, Layer: 1, Row: 2, Col: 1}, "part.output", "0", ""},
		{"v=1&out=tanh", lecture.Symbol{}, "part.output", "−1", ""},
		{"v=1&data=plane", lecture.Symbol{}, "part.output", "−1", "regression"},
		{"v=1&data=plane&n=10&noise=0&yscaling=standard", lecture.Symbol{}, "part.output", "−0.9131", "regression scaled"},
		{"v=1&test=30&scaling=standard", lecture.Symbol{Name: lecture.X, Row: 1}, "part.input", "−1", "tested standardised"},
	} {
		d := paneltest.Shown(test.link)
		d.Point(test.pointed)
		r := show(New(), d)
		var flags []string
		for name, is := range map[string]bool{"regression": r.Title.Key == "output.surface" && r.Classes == nil, "tested": r.Tested, "standardised": r.Standardised, "scaled": r.Scaled.Key != ""} {
			if is != strings.Contains(test.flags, name) {
				flags = append(flags, name)
			}
		}
		if r.Name.Key != test.name || r.Low != test.low || flags != nil || r.Symbol == "" {
			t.Errorf("%s, %v: %s, wrong are %v", test.link, test.pointed, record.JSON(r), flags)
		}
	}
}

// A softmax shows all classes together, or the probability of one.
func TestSeveralClasses(t *testing.T) {
	d := paneltest.Shown("v=1&data=blobs&classes=4&steps=20")
	d.Quiet = true
	r := show(New(), d)
	if !r.Softmax || r.Title.Key != "output.several" || len(r.Classes) != 4 || r.Classes[3].Mark != "mark class3" || string(record.JSON(r.Classes[3].Name)) != string(record.JSON(record.T("output.class", "class", 3))) || r.Name.Key != "part.output" {
		t.Errorf("%s", record.JSON(r))
	}
	if said := string(record.JSON(r.Plane)); strings.Count(said, "plane.class")+strings.Count(said, "plane.nowhere") != 4 || !strings.Contains(said, "plane.several") {
		t.Errorf("it says %s", said)
	}
	d.Point(lecture.Symbol{Name: lecture.A, Layer: 2, Row: 3})
	if r = show(New(), d); !r.Softmax || r.Name.Key != "part.class" || r.Name.Get("unit") != 3 {
		t.Errorf("%s", record.JSON(r))
	}
	d.Point(lecture.Symbol{Name: lecture.A, Layer: 1, Row: 3})
	if r = show(New(), d); r.Softmax {
		t.Errorf("%s", record.JSON(r))
	}
	if r = show(New(), paneltest.Shown("v=1&out=softmax")); !r.Softmax || r.Title.Key != "output.title" || len(r.Classes) != 2 {
		t.Errorf("of two classes %s", record.JSON(r))
	}
}

func TestSwitches(t *testing.T) {
	p, d := New(), paneltest.Shown("v=1")
	for _, intent := range []string{"discretise true", "showTest false", "logSteps true", "discretise", "colour true"} {
		p.Do(d, strings.Split(intent, " "))
	}
	if r := show(p, d); !r.Discretise || r.ShowTest || !r.LogSteps {
		t.Errorf("got %+v", r)
	}
	if v := d.Stage.View(); !v.Discretise || !v.HideTest || !v.LogSteps {
		t.Errorf("got %+v", v)
	}
	p.Do(d, []string{"showTest", "true"})
	if r := show(p, d); !r.ShowTest || !r.Discretise {
		t.Errorf("got %+v", r)
	}
}

// What is seen is said once it rests, and after each change anew.
func TestWhatIsSeenIsSaidOnceItRests(t *testing.T) {
	p, d := New(), paneltest.Shown("v=1&data=line")
	said := func() string {
		return string(record.JSON(struct{ Plane, Curve []any }{show(p, d).Plane, show(p, d).Curve}))
	}
	if got := said(); !strings.HasPrefix(got, `{"plane":[{"t":"output.title"},", ",{"t":"part.output"},":"]`) {
		t.Errorf("at first: %s", got)
	}
	d.Point(panel.SymbolOf(scene.Target{Kind: scene.Unit, Layer: 1, To: 1}))
	d.Quiet = true
	if got := said(); !strings.Contains(got, `{"t":"plane.signs"}," "`) || !strings.Contains(got, `{"t":"curve.start","a":{"step":0,"cost":"0.693`) {
		t.Errorf("at rest: %s", got)
	}
	d.Moving, d.Quiet = true, false
	if got := said(); strings.Count(got, "picture.moving") != 2 {
		t.Errorf("moving: %s", got)
	}
	d.Moving = false
	d.Point(lecture.Symbol{})
	if got := said(); strings.Count(got, "picture.moving") != 2 {
		t.Errorf("not at rest yet: %s", got)
	}
	d.Quiet = true
	if got := said(); !strings.Contains(got, "plane.right") {
		t.Errorf("at rest again: %s", got)
	}
}
