//go:build js

package bridge

import (
	"strings"
	"testing"
)

func TestDrawingOwnData(t *testing.T) {
	p := open(t)
	p.expect("drawing", "", `{"own":false,"points":0,"undo":false,"redo":false}`)
	p.expect("addPoint", "1, 2, 1, false", `{"ok":false}`)
	p.open(`"data=own&net=2"`)
	p.expect("addPoint", "1, 2, 1, false", `{"ok":true}`)
	p.expect("addPoint", "-1.5, 9, 0, true", `{"ok":true}`)
	p.expect("movePoint", "0, 1.23456, -2, false", `{"ok":true}`)
	p.expect("data", "", `{"train":[[1.2346,-2,1],[-1.5,6,0]],"test":[]}`)
	if got := stringify(p.call("points", "")); got != `{"0":1.2346,"1":-2,"2":1,"3":-1.5,"4":6,"5":0}` {
		t.Errorf("the points are %s", got)
	}
	p.expect("removePoint", "2, false", `{"ok":false}`)
	p.expect("undoPoints", "", `{"ok":true}`)
	p.expect("data", "", `{"train":[[1,2,1],[-1.5,6,0]],"test":[]}`)
	p.expect("undoPoints", "", `{"ok":true}`)
	p.expect("undoPoints", "", `{"ok":false}`)
	p.expect("redoPoints", "", `{"ok":true}`)
	p.expect("drawing", "", `{"own":true,"points":2,"undo":true,"redo":true}`)
	p.expect("removePoint", "0, false", `{"ok":true}`)
	if p.engine.run().Step(3) != 3 {
		t.Error("one point is not learned")
	}
}

func TestTables(t *testing.T) {
	p := open(t)
	p.expect("openTable", `"x1,x2,y\n1,2,0\n1,z,1", ""`,
		`{"problem":{"reason":"number","line":3,"column":{"number":2,"name":"x2"},"value":"z","names":[],"other":null}}`)
	p.expect("openTable", `"1.5;2;0\n1,5;2;0", ""`,
		`{"problem":{"reason":"contradiction","line":2,"column":{"number":1,"name":""},"value":"1,5","names":[],"other":{"line":1,"value":"1.5"}}}`)
	p.expect("drawing", "", `{"own":false,"points":0,"undo":false,"redo":false}`)
	p.expect("openTable", `"n,a,b,c\nu,1.250,2,0\nv,-1.250,3,1", ","`,
		`{"points":2,"fitted":true,"outOfScale":true,"columns":[{"number":2,"name":"a"},{"number":3,"name":"b"},{"number":4,"name":"c"}],"counted":0,`+
			`"choice":{"line":2,"cell":"1.250","value":1250,"other":1.25,"mark":"."}}`)
	p.expect("openTable", `"x1,x2,y\n1,2,0\n-2.5,3,1", ""`, `{"points":2,"fitted":true,"outOfScale":false,"columns":null,"counted":0,"choice":null}`)
	p.expect("table", "", `"x1,x2,y\n1,2,0\n-2.5,3,1\n"`)
	p.expect("outOfScale", "", `false`)
	p.expect("setPoints", `[[0, 0, -1], [100.123456789, 1, 1]]`, `{"points":2,"fitted":true,"outOfScale":true}`)
	p.expect("table", "", `"x1,x2,y\n0,0,0\n100.123456789,1,1\n"`)
	p.expect("outOfScale", "", `true`)
	p.call("set", `{scaling: "standard"}`)
	p.expect("outOfScale", "", `false`)
	p.expect("setPoints", `[[-5, 0, -1], [5.00001, 4, 1]]`, `{"points":2,"fitted":false,"outOfScale":false}`)
	p.expect("setPoints", `[[1e60, 0, -1]]`, `{"error":"wrong arguments: setPoints([[x1, x2, y], …])"}`)
	p.expect("setPoints", `[]`, `{"points":0,"fitted":false,"outOfScale":false}`)
	p.expect("undoPoints", "", `{"ok":true}`)
	p.expect("drawing", "", `{"own":true,"points":2,"undo":true,"redo":true}`)
}

// Over measured points the pen has the local coordinates of the plane shown, -6 to 6, and is told where it is in the
// data's units.
func TestDrawingAmongMeasuredPoints(t *testing.T) {
	p := open(t)
	p.call("setPoints", `[[20000, 23, 0], [150000, 67, 1]]`) // shown from 7000 to 163000, from 18.6 to 71.4
	if got := stringify(p.call("points", "")); got != `{"0":-5,"1":-5,"2":0,"3":5,"4":5,"5":1}` {
		t.Errorf("the points are %s", got)
	}
	p.expect("place", "0.00001, -7", `{"x1":"85000","x2":"18.6"}`)
	p.expect("addPoint", "0.00001, -7, 1, false", `{"ok":true}`)
	p.expect("movePoint", "1, 6, 6, false", `{"ok":true}`)
	p.expect("data", "", `{"train":[[20000,23,0],[163000,71.4,1],[85000,18.6,1]],"test":[]}`)
	p.call("setPoints", `[]`)
	p.expect("place", "1.23456, -2", `{"x1":"1.2346","x2":"−2"}`)
}

func TestFiles(t *testing.T) {
	p := open(t)
	for bytes, want := range map[string]string{
		`0xef, 0xbb, 0xbf, 0x31`:                   `{"text":"1"}`,
		`0xff, 0xfe, 0x31, 0, 0xe9, 0`:             `{"text":"1é"}`,
		`0xfe, 0xff, 0, 0x31`:                      `{"text":"1"}`,
		`0xba, 0xe1, 0x2c, 0x90, 0x30, 0x81, 0x30`: `{"text":"横,𐀀"}`,
		`0x47, 0x72, 0xf6, 0xdf, 0x65`:             `{"text":"Größe"}`,
		`0x50, 0x4b, 3, 4`:                         `{"problem":{"reason":"spreadsheet","line":0,"column":{"number":0,"name":""},"value":"","names":[],"other":null}}`,
	} {
		p.expect("decodeTable", `new Uint8Array([`+bytes+`])`, want)
	}
	p.expect("editable", `"1,2,0"`, `true`)
	p.expect("editable", `"1".repeat(2 ** 20)`, `false`)
}

// Without points nothing in the lecture has numbers, and the console hears of no mistake.
func TestCallsWithoutExamples(t *testing.T) {
	p := open(t)
	p.open(`"data=own&steps=10"`)
	if done := p.engine.run().Step(10); done != 0 {
		t.Errorf("did %d updates", done)
	}
	if m := p.json("metrics", ""); !strings.Contains(m, `"cost":null`) || !strings.Contains(m, `"accuracy":null`) {
		t.Errorf("the metrics are %s", m)
	}
	for method, args := range map[string]string{
		"layout": ``, "graph": `1, "own"`, "figure": `"equations", 1, {}, ""`,
	} {
		if p.call(method, args).Type().String() == "object" && !p.call(method, args).IsNull() && !p.call(method, args).Get("error").IsUndefined() {
			t.Errorf("%s fails: %v", method, p.call(method, args).Get("error"))
		}
	}
}
