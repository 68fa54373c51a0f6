//go:build js

package bridge

import "testing"

const sheet = `{dpr: 2, network: {x: 0, y: 0, w: 300, h: 200}, output: {x: 0, y: 200, w: 300, h: 300}, cost: null}`

func TestPrintIsAPictureOfItsOwn(t *testing.T) {
	p := open(t)
	p.call("do", slots)
	before := p.json("layout", "")
	drawn := p.drawn
	print := p.call("print", sheet+`, {ink: "#010203"}`)
	if p.drawn != drawn || p.json("layout", "") != before {
		t.Error("printing changed the page")
	}
	if got := print.Get("layout").Get("units").Length(); got != 7 {
		t.Errorf("%d units are laid out, want those of a 2-4-1 network", got)
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

func TestQRIsNullForALongAddress(t *testing.T) {
	p := open(t)
	if got := p.call("qr", `"https://notes.example/#v=1"`); got.Length() != got.Index(0).Length() {
		t.Errorf("%d rows of %d", got.Length(), got.Index(0).Length())
	}
	p.expect("qr", `"x".repeat(3000)`, `null`)
}
