package pointing

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// says is what is said beside the pointer, as text.
func says(p *Part, d *panel.Desk) string {
	var list []string
	for _, part := range p.Record(d).(Record).Says {
		switch part := part.(type) {
		case record.Markup:
			list = append(list, html.UnescapeString(tag.ReplaceAllString(string(part), "")))
		case record.Text:
			list = append(list, string(record.JSON(part)))
		case string:
			list = append(list, part)
		}
	}
	for _, class := range p.Record(d).(Record).Classes {
		list = append(list, string(record.JSON(class.Says)))
	}
	return strings.Join(list, "; ")
}

func do(p *Part, d *panel.Desk, verb string, slot scene.Slot, at scene.Point) {
	p.Do(d, []string{slot.String(), verb, fmt.Sprint(at.X), fmt.Sprint(at.Y), "mouse", "0"})
}

// unit is where a unit is.
func unit(d *panel.Desk, layer, index int) scene.Point {
	for _, u := range d.Stage.Layout().Units {
		if u.Layer == layer && u.Index == index {
			return u.Rect.Centre()
		}
	}
	panic("no such unit")
}

func middle(r scene.Rect) scene.Point { return r.Centre() }

// corner is where a unit's bias is.
func corner(r scene.Rect) scene.Point { return scene.Point{X: r.X, Y: r.Y + r.H} }

// Over several classes the pointer tells the probability of each, over the picture of one unit that alone.
func TestThePointerTellsEveryClass(t *testing.T) {
	d := paneltest.Shown("v=1&data=blobs&net=0&init=zeros")
	p := New()
	third := func(class int) string {
		return string(record.JSON(record.T("output.shareOf", "class", record.T("output.class", "class", class), "share", "33.3%")))
	}
	do(p, d, "move", scene.OutputSlot, middle(d.Stage.Layout().Square))
	if got, want := says(p, d), `x1=0; x2=0; A[1]; `+third(0)+"; "+third(1)+"; "+third(2); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d.Stage.Select(scene.Target{Kind: scene.Unit, Layer: 1, To: 2})
	do(p, d, "move", scene.OutputSlot, middle(d.Stage.Layout().Square))
	if got, want := says(p, d), "x1=0; x2=0; a2[1]=0.3333"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Columns and classes of a table are called by their names, components by none.
func TestThePointerTellsNames(t *testing.T) {
	d := paneltest.Shown("v=1&data=iris&net=0&init=zeros&in=x2,x4")
	p := New()
	do(p, d, "move", scene.NetworkSlot, unit(d, 0, 2))
	if got := says(p, d); got != "petal width (cm); x4" {
		t.Errorf("got %s", got)
	}
	do(p, d, "leave", scene.NetworkSlot, unit(d, 0, 2))
	do(p, d, "move", scene.OutputSlot, middle(d.Stage.Layout().Square))
	got := says(p, d)
	if !strings.HasPrefix(got, "petal length (cm); x3=") || !strings.Contains(got, "petal width (cm); x4=") || !strings.Contains(got, `"class":"virginica"`) {
		t.Errorf("got %s", got)
	}
	d.Session().Look(session.View{Principal: true})
	do(p, d, "move", scene.OutputSlot, middle(d.Stage.Layout().Square))
	if got := says(p, d); strings.Contains(got, "petal") {
		t.Errorf("got %s", got)
	}
}

func TestWhatThePointerMeetsIsSaidAndMarked(t *testing.T) {
	d := paneltest.Shown("v=1&net=1&init=constant&scale=0.5&data=plane&act=linear&out=linear&steps=2&lr=0")
	p := New()
	link := func() scene.Point {
		from, to := d.Stage.Layout().Units[2].Rect, d.Stage.Layout().Units[3].Rect
		return scene.Point{X: (from.X + from.W + to.X) / 2, Y: from.Centre().Y}
	}()
	for _, test := range []struct {
		slot    scene.Slot
		at      scene.Point
		says    string
		pointed lecture.Symbol
		hand    bool
	}{
		{scene.NetworkSlot, unit(d, 0, 2), "x2", lecture.Symbol{Name: lecture.X, Row: 2}, true},
		{scene.NetworkSlot, unit(d, 1, 1), "a1[1]", lecture.Symbol{Name: lecture.A, Layer: 1, Row: 1}, true},
		{scene.NetworkSlot, unit(d, 2, 1), "y^", lecture.Symbol{Name: lecture.A, Layer: 2, Row: 1}, true},
		{scene.NetworkSlot, link, "w11[2]=0.5", lecture.Symbol{Name: lecture.W, Layer: 2, Row: 1, Col: 1}, true},
		{scene.NetworkSlot, corner(d.Stage.Layout().Units[2].Rect), "b1[1]=0", lecture.Symbol{Name: lecture.B, Layer: 1, Row: 1}, true},
		{scene.NetworkSlot, scene.Point{X: 1, Y: 1}, "", lecture.Symbol{}, false},
		{scene.OutputSlot, middle(d.Stage.Layout().Square), "x1=0; x2=0; y^=0", lecture.Symbol{}, false},
		{scene.OutputSlot, scene.Point{}, "", lecture.Symbol{}, false},
		{scene.CostSlot, scene.Point{}, "", lecture.Symbol{}, false},
	} {
		do(p, d, "move", test.slot, test.at)
		r := p.Record(d).(Record)
		if got := says(p, d); got != test.says || d.Pointed != test.pointed || r.Hand != test.hand || r.Away != (test.says == "") {
			t.Errorf("%v of %v: %s, pointed at %v, %+v", test.at, test.slot, got, d.Pointed, r)
		}
	}
	do(p, d, "move", scene.CostSlot, scene.Point{X: 299, Y: 100})
	p.Do(d, []string{"cost", "move", "200", "100", "touch", "-1"})
	if got := says(p, d); !strings.HasPrefix(got, `{"t":"cost.at","a":{"step":1,"cost":"`) || d.Stage.Cursor() != 1 {
		t.Errorf("the curve says %s, marked is %d", got, d.Stage.Cursor())
	}
	if p.Do(d, []string{"cost", "move", "201", "100", "mouse", "-1"}); !d.Still {
		t.Error("nothing new is marked, and all is painted")
	}
	if r := p.Record(d).(Record); r.X != "851.00px" || r.Y != "500.00px" {
		t.Errorf("said at %s, %s", r.X, r.Y)
	}
	if do(p, d, "leave", scene.CostSlot, scene.Point{}); says(p, d) != "" || d.Stage.Cursor() >= 0 {
		t.Error("left, it is still there")
	}
	at := unit(d, 1, 1)
	if p.Do(d, []string{"network", "move", fmt.Sprint(at.X), fmt.Sprint(at.Y), "touch", "-1"}); d.Pointed != (lecture.Symbol{}) {
		t.Error("a finger hovers over the network")
	}
	for _, nonsense := range []string{"cost", "attic move 1 2 mouse 0", "cost move x 2 mouse 0", "cost click 1 NaN mouse 0", "cost fly 1 2 mouse 0"} {
		p.Do(d, strings.Split(nonsense, " "))
	}
}

func TestAPressInspectsFoldsAndChooses(t *testing.T) {
	d, p := paneltest.Shown("v=1&net=20&data=line&n=10"), New()
	do(p, d, "click", scene.NetworkSlot, unit(d, 1, 1))
	if d.Inspected != (scene.Target{Kind: scene.Unit, Layer: 1, To: 1}) {
		t.Errorf("inspected is %v", d.Inspected)
	}
	do(p, d, "click", scene.NetworkSlot, middle(d.Stage.Layout().Folds[0].Rect))
	if len(d.Stage.View().Unfolded) != 1 {
		t.Error("the layer stays folded")
	}
	do(p, d, "click", scene.NetworkSlot, scene.Point{X: 1, Y: 1})
	if d.Stage.Selected() != (scene.Target{}) {
		t.Errorf("selected is %v", d.Stage.Selected())
	}
	square, train := d.Stage.Layout().Square, d.Session().Train()
	at := scene.Point{X: square.X + square.W*(train.X[0][6]+6)/12, Y: square.Y + square.H*(6-train.X[1][6])/12}
	if do(p, d, "click", scene.OutputSlot, at); d.Example != 7 {
		t.Errorf("example %d is chosen", d.Example)
	}
	if do(p, d, "click", scene.OutputSlot, at); d.Example != 0 {
		t.Error("it is not let go")
	}
}

// Of a standardised input the value is not x.
func TestTheValueOfAStandardisedInput(t *testing.T) {
	d, p := paneltest.Shown("v=1&scaling=standard"), New()
	d.Point(lecture.Symbol{Name: lecture.X, Row: 1})
	do(p, d, "move", scene.OutputSlot, middle(d.Stage.Layout().Square))
	if got := says(p, d); !strings.Contains(got, "; a1=") {
		t.Errorf("says %s", got)
	}
}

// Symbols that mean what is pointed at light up.
func TestWhatLightsUp(t *testing.T) {
	d := paneltest.Desk("v=1")
	W := lecture.Symbol{Name: lecture.W, Layer: 1}
	z := lecture.Symbol{Name: lecture.Z, Layer: 1, Row: 2, Example: 7}
	for _, test := range []struct {
		symbol, pointed lecture.Symbol
		lit             bool
	}{
		{z, z, true},
		{lecture.Symbol{Name: lecture.Z, Layer: 1}, z, true},
		{z.Of(0), z, true},
		{z.Of(lecture.Every), z, true},
		{z.Of(8), z, true},
		{z.At(3, 0), z, false},
		{z.At(1, 0).Of(7), lecture.Symbol{Name: lecture.Z, Layer: 1}, false},
		{lecture.Symbol{Name: lecture.DA, Layer: 1, Row: 2}, z, true},
		{lecture.Symbol{Name: lecture.A, Layer: 2, Row: 2}, z, false},
		{lecture.Symbol{Name: lecture.DW, Layer: 1, Row: 2, Col: 1}, W.At(2, 1), true},
		{lecture.Symbol{Name: lecture.W, Layer: 1, Row: 2, Col: 1, Next: true}, W.At(2, 1), true},
		{lecture.Symbol{Name: lecture.W, Layer: 1, Row: 2, Col: 11}, W.At(2, 1), false},
		{W, W.At(2, 1), true},
		{lecture.Symbol{Name: lecture.DW, Layer: 1}, W, false},
		{lecture.Symbol{Name: lecture.J}, lecture.Symbol{Name: lecture.J}, true},
		{lecture.Symbol{Name: lecture.SB, Layer: 2, Row: 1}, lecture.Symbol{Name: lecture.B, Layer: 2, Row: 1}, true},
	} {
		d.Point(test.pointed)
		markup := html.UnescapeString(string(d.Math(test.symbol)))
		attribute := regexp.MustCompile(`data-symbol="(\{[^}]*\})"`).FindStringSubmatch(markup)[1]
		lit := false
		selectors := strings.Split(d.Lit(), "],")
		slices.Sort(selectors)
		if len(slices.Compact(slices.Clone(selectors))) != len(selectors) {
			t.Errorf("pointed at %v: a selector stands there twice", test.pointed)
		}
		for _, selector := range selectors {
			_, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimSuffix(selector, "]"), "'"), "'")
			lit = lit || attribute == value || strings.Contains(selector, "^=") && strings.HasPrefix(attribute, value)
		}
		if lit != test.lit {
			t.Errorf("%v, pointed at %v: lit %v", test.symbol, test.pointed, lit)
		}
	}
	if d.Point(lecture.Symbol{}); d.Lit() != "" {
		t.Error("something is lit")
	}
}
