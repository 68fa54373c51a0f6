//go:build js

package bridge

import (
	"strings"
	"testing"
)

func TestAFigureIsAPictureOfItsOwn(t *testing.T) {
	p := open(t)
	p.call("do", slots)
	before := p.engine.stage.Layout().Version
	drawn := p.drawn
	print := p.call("figure", `"network", 2, {ink: "#010203"}, ""`)
	if p.drawn != drawn || p.engine.stage.Layout().Version != before {
		t.Error("printing changed the page")
	}
	if says := print.Get("says").String(); !strings.Contains(says, `"t":"network.inputs"`) {
		t.Errorf("it says %s", says)
	}
	network := print.Get("pictures").Get("network")
	if got := network.Get("strokes").Length(); got != 12*13 {
		t.Errorf("%d numbers of strokes, want 13 for each of 12 links", got)
	}
	fields := network.Get("fields")
	if got := fields.Length(); got != 7 {
		t.Errorf("%d fields, want one for each unit", got)
	}
	field := fields.Index(0)
	if w, h := field.Get("width").Int(), field.Get("height").Int(); w == 0 || field.Get("pixels").Length() != 4*w*h {
		t.Errorf("%d values for %d x %d pixels", field.Get("pixels").Length(), w, h)
	}
	if got := network.Get("boxes").Length() % 12; got != 0 {
		t.Errorf("the last box lacks %d numbers", 12-got)
	}
	if !print.Get("pictures").Get("cost").IsUndefined() {
		t.Error("there is a picture of the cost, which has no slot")
	}
}

func TestACodeIsOfAnAddress(t *testing.T) {
	p := open(t)
	code := p.call("figure", `"code", 8, {}, "https://notes.example/#v=1"`)
	if says := code.Get("says").String(); !strings.Contains(says, `"code":[[true,`) || stringify(code.Get("pictures")) != "{}" {
		t.Errorf("it says %s", says)
	}
	for _, args := range []string{`"nothing", 1, {}, ""`, `"network", 0, {}, ""`, `"network", 1`, `"code", 8, {}`} {
		if got := p.call("figure", args).Get("error"); got.IsUndefined() {
			t.Errorf("%s is a figure", args)
		}
	}
}
