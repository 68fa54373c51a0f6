package host

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// frame is a page in a frame, whose host sends commands with the ids 1, 2, …
type frame struct {
	*testing.T
	host    Host
	desk    *panel.Desk
	last    int
	refused map[int]string
}

func open(t *testing.T) *frame {
	stage := scene.NewStage(session.New(config.Default()))
	return &frame{T: t, host: Host{Address: "https://playground.example/"}, desk: &panel.Desk{Run: run.New(stage), Stage: stage}, refused: map[int]string{}}
}

// send sends a command with a payload as JSON.
func (f *frame) send(kind, payload string) {
	f.last++
	if refusal := f.host.Hear(fmt.Sprintf(`{"nnpg":1,"id":%d,"type":%q,"payload":%s}`, f.last, kind, payload)); refusal != "" {
		f.refused[f.last] = refusal
	}
}

// effects returns what was asked for as "name {…}".
func (f *frame) effects() (list []string) {
	for _, event := range f.desk.Run.Events() {
		f.host.Follow(f.desk, event)
	}
	for _, e := range f.desk.Asked() {
		if e.Name != "waits" {
			list = append(list, e.Name+" "+string(record.JSON(e.With)))
		}
	}
	return list
}

// rest carries out all that waits, and returns what was asked for.
func (f *frame) rest() (list []string) {
	for f.host.Waits() {
		f.host.Do(f.desk, []string{"next"})
		list = append(list, f.effects()...)
	}
	return list
}

func (f *frame) expect(want ...string) {
	f.Helper()
	if got := f.rest(); !slices.Equal(got, want) {
		f.Errorf("asked for is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func (f *frame) rate() float64 { return f.desk.Session().Config().LearningRate }

func TestWhatEachCommandDoes(t *testing.T) {
	f := open(t)
	for _, test := range []struct{ kind, payload, want string }{
		{"load", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":null}`},
		{"getConfig", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":` + config.Default().JSON() + `}`},
		{"getMetrics", `null`, `post {"to":[ID],"type":"result","call":"metrics","given":null,"says":null}`},
		{"predict", `{"points":[[1,-2.5],[0,1e300]]}`, `post {"to":[ID],"type":"result","call":"predict","given":[[1,-2.5],[0,1e300]],"says":null}`},
		{"snapshot", `null`, `post {"to":[ID],"type":"result","call":"snapshot","given":null,"says":null}`},
		{"step", `{"steps":1}`, `post {"to":[ID],"type":"result","call":"metrics","given":null,"says":null}`},
		{"getShareUrl", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":"https://playground.example/#v=1&steps=1"}`},
		{"setConfig", `{"config":{"net":[2,2],"lr":"0.1"}}`, `post {"to":[ID],"type":"result","call":"","given":null,"says":{"warnings":[]}}`},
		{"getShareUrl", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":"https://playground.example/#v=1&net=2,2&lr=0.1"}`},
		{"setConfig", `{"config":"#v=1&net=5&lr=no"}`, `post {"to":[ID],"type":"result","call":"","given":null,"says":{"warnings":[{"key":"lr","value":"no","used":"1.2","reason":"invalid"}]}}`},
		{"setConfig", `{"config":{"net":[],"act":null,"k":[1,[2,null],{}],"lr":true}}`, `post {"to":[ID],"type":"result","call":"","given":null,"says":{"warnings":[{"key":"k","value":"1,2,,[object Object]","used":"","reason":"unknown"},{"key":"act","value":"null","used":"tanh","reason":"invalid"},{"key":"lr","value":"true","used":"1.2","reason":"invalid"}]}}`},
		{"setTheme", `{"theme":"dark"}`, "follow {\"theme\":\"dark\"}\n" + `post {"to":[ID],"type":"result","call":"","given":null,"says":null}`},
		{"focus", `null`, "focus {\"id\":\"play\"}\n" + `post {"to":[ID],"type":"result","call":"","given":null,"says":null}`},
		{"run", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":null}`},
		{"pause", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":null}`},
		{"reset", `null`, `post {"to":[ID],"type":"result","call":"","given":null,"says":null}`},
	} {
		f.send(test.kind, test.payload)
		want := strings.ReplaceAll(test.want, "ID", strconv.Itoa(f.last))
		if got := strings.Join(f.rest(), "\n"); got != want {
			t.Errorf("%s %s:\n%s\nwant\n%s", test.kind, test.payload, got, want)
		}
		if state := f.desk.Run.State(); (state == run.Playing) != (test.kind == "run") {
			t.Errorf("after %s the run is %s", test.kind, state)
		}
	}
	if f.desk.Session().At() != 0 {
		t.Error("it is not at step 0")
	}
}

// null answers a command with null.
func null(ids string) string {
	return `post {"to":[` + ids + `],"type":"result","call":"","given":null,"says":null}`
}

func calls(ids, call string) string {
	return `post {"to":[` + ids + `],"type":"result","call":"` + call + `","given":null,"says":null}`
}

func TestSettingsThatWaitBecomeOneAndAFragmentTakesTheirPlace(t *testing.T) {
	f := open(t)
	for _, c := range []string{`{"lr":1,"l2":1}`, `{"lr":2}`, `"#v=1"`, `{"net":[2]}`, `{"lr":3}`, `"#v=1&net=5"`, `{"lr":4}`, `{"__proto__":5}`} {
		f.send("setConfig", `{"config":`+c+`}`)
	}
	f.expect(`post {"to":[1,2,3,4,5,6],"type":"result","call":"","given":null,"says":{"warnings":[],"merged":6}}`,
		`post {"to":[7,8],"type":"result","call":"","given":null,"says":{"warnings":[{"key":"__proto__","value":"5","used":"","reason":"unknown"}],"merged":2}}`)
	if c := f.desk.Session().Config(); c.Encode() != "v=1&net=5&lr=4" {
		t.Errorf("the run is %s", c.Encode())
	}
	for i := range 500 {
		f.send("setTheme", `{"theme":"`+[]string{"dark", "light"}[i%2]+`"}`)
	}
	if got := f.rest(); len(got) != 2 || got[0] != `follow {"theme":"light"}` {
		t.Errorf("of themes the last counts: %.200s", got)
	}
}

func TestOfTenThousandSettingsTheLastHolds(t *testing.T) {
	f := open(t)
	for i := range 10_000 {
		f.send("setConfig", fmt.Sprintf(`{"config":{"lr":%d}}`, i%9+1))
	}
	got := f.rest()
	if len(got) != 1 || !strings.Contains(got[0], `"merged":10000`) || f.rate() != 9999%9+1 {
		t.Errorf("%d changes, the rate is %v", len(got), f.rate())
	}
}

func TestASettingIsNotCarriedPastWhatStandsBetween(t *testing.T) {
	f := open(t)
	for _, lr := range []string{"1", "2"} {
		f.send("setConfig", `{"config":{"lr":`+lr+`}}`)
		f.send("getMetrics", "null")
	}
	set := func(id string) string {
		return `post {"to":[` + id + `],"type":"result","call":"","given":null,"says":{"warnings":[]}}`
	}
	f.expect(set("1"), calls("2", "metrics"), set("3"), calls("4", "metrics"))
}

func TestWhatOnlyReadsIsReadOnceForAllWhoWait(t *testing.T) {
	f := open(t)
	for i := range 500 {
		f.send([]string{"getMetrics", "snapshot"}[i%2], "null")
	}
	if got := f.rest(); len(got) != 2 || strings.Count(got[0]+got[1], ",") != 500-2+2*4 {
		t.Errorf("read is %.300s", got)
	}
	for range 3 {
		f.send("predict", `{"points":[]}`)
	}
	if got := f.rest(); len(got) != 3 {
		t.Errorf("other points are others: %s", got)
	}
}

func TestOfPicturesBetweenSettingsFewWait(t *testing.T) {
	f := open(t)
	for i := range 500 {
		f.send("snapshot", "null")
		f.send("setConfig", fmt.Sprintf(`{"config":{"lr":%d}}`, i%9+1))
	}
	pictures := 0
	for _, one := range f.rest() {
		if strings.Contains(one, "snapshot") {
			pictures++
		}
	}
	if pictures != 4 || len(f.refused) != 496 || f.refused[999] != "too many snapshot wait" || f.rate() != 499%9+1 {
		t.Errorf("%d pictures, %d refused, %q, the rate is %v", pictures, len(f.refused), f.refused[999], f.rate())
	}
}

// What is sent again while it waits is done once; of what comes while a hundred others wait nothing is heard.
func TestACommandThatWaitsIsDoneOnce(t *testing.T) {
	f := open(t)
	for range 3 {
		f.send("reset", "null")
	}
	f.send("pause", "null")
	f.send("reset", "null")
	f.expect(null("1,2,3"), null("4"), null("5"))
	for i := range 300 {
		f.send([]string{"pause", "reset"}[i%2], "null")
	}
	if got := f.rest(); len(got) != 100 || len(f.refused) != 0 {
		t.Errorf("%d are done, refused are %v", len(got), f.refused)
	}
}

func TestMoreSettingsThanThereCanBe(t *testing.T) {
	f := open(t)
	many := func(from, count int) string {
		var list []string
		for i := range count {
			list = append(list, fmt.Sprintf(`"k%d":%d`, from+i, i))
		}
		return `{"config":{` + strings.Join(list, ",") + `}}`
	}
	f.send("setConfig", many(0, 201))
	f.send("setConfig", many(0, 200))
	f.send("setConfig", many(200, 1))
	got := f.rest()
	if len(f.refused) != 1 || f.refused[1] != "setConfig takes another payload" || len(got) != 2 {
		t.Errorf("refused are %v, done %d", f.refused, len(got))
	}
	if warnings := strings.Count(got[0], `"reason":"unknown"`); warnings != run.MostUnknown || !strings.Contains(got[0], `"value":"100","used":"","reason":"more"`) {
		t.Errorf("%d warnings: %s", warnings, got[0])
	}
}

func TestAStepIsAnsweredAtItsEnd(t *testing.T) {
	f := open(t)
	f.send("step", `{"steps":3}`)
	f.send("getMetrics", "null")
	f.expect(calls("2", "metrics"))
	for f.desk.Run.State() != run.Paused {
		f.desk.Run.Turn(0, 100)
	}
	if got := f.effects(); !slices.Equal(got, []string{calls("1", "metrics")}) || f.desk.Session().At() != 3 {
		t.Errorf("at step %d: %s", f.desk.Session().At(), got)
	}
	// One that takes its place ends it.
	f.send("step", `{"steps":1000000}`)
	f.send("step", `{"steps":1}`)
	f.expect(calls("3", "metrics"), calls("4", "metrics"))
}

func TestWhatHappensToTheRunIsTold(t *testing.T) {
	f := open(t)
	f.desk.Run.Play()
	if got := f.effects(); len(got) != 0 {
		t.Errorf("where no page is around told is %s", got)
	}
	f.host.Framed = true
	f.desk.Run.Pause()
	f.desk.Run.Set("lr", "0.1", run.Set)
	f.desk.Run.Reset()
	settings := f.desk.Session().Config().JSON()
	want := []string{
		`post {"to":[null],"type":"state","call":"","given":null,"says":{"state":"paused"}}`,
		`post {"to":[null],"type":"change","call":"","given":null,"says":{"cause":"set","restarted":false,"config":` + settings + `}}`,
		`post {"to":[null],"type":"change","call":"","given":null,"says":{"cause":"reset","restarted":true,"config":` + settings + `}}`,
	}
	if got := f.effects(); !slices.Equal(got, want) {
		t.Errorf("told is %s, want %s", got, want)
	}
}

func TestMessagesOfAnyOtherShapeAreAsIfTheyHadNotCome(t *testing.T) {
	f := open(t)
	for _, message := range []string{``, `null`, `7`, `"reset"`, `[]`, `{}`, `{"nnpg":1,"id":1,"type":"reset"`,
		`{"nnpg":"1","id":1,"type":"reset","payload":null}`, `{"nnpg":2,"id":1,"type":"reset","payload":null}`, `{"id":1,"type":"reset","payload":null}`,
		`{"nnpg":1,"type":"reset","payload":null}`, `{"nnpg":1,"id":null,"type":"reset","payload":null}`, `{"nnpg":1,"id":{},"type":"reset","payload":null}`, `{"nnpg":1,"id":"","type":"reset","payload":null}`,
		`{"nnpg":1,"id":true,"type":"reset","payload":null}`, `{"nnpg":1,"id":[1],"type":"reset","payload":null}`, `{"nnpg":1,"id":"` + strings.Repeat("x", 65) + `","type":"reset","payload":null}`,
		`{"nnpg":1,"id":1,"type":"","payload":null}`, `{"nnpg":1,"id":1,"type":"` + strings.Repeat("x", 65) + `","payload":null}`, `{"nnpg":1,"id":1,"type":null,"payload":null}`, `{"nnpg":1,"id":1,"type":["reset"],"payload":null}`,
		`{"nnpg":1,"id":1,"type":"reset","payload":null,"more":1}`, `{"nnpg":1,"id":1,"type":"reset","payload":null,"__proto__":{}}`} {
		if refusal := f.host.Hear(message); refusal != "" || f.host.Waits() {
			t.Errorf("%s is heard, refused %q", message, refusal)
		}
	}
	for _, message := range []string{`{"nnpg":1,"id":-1.5,"type":"reset"}`, `{"type":"pause","payload":null,"id":"` + strings.Repeat("é", 64) + `","nnpg":1}`} {
		if refusal := f.host.Hear(message); refusal != "" || len(f.rest()) != 1 {
			t.Errorf("%s is not heard, refused %q", message, refusal)
		}
	}
}

func TestAPayloadOfAnotherShapeIsRefused(t *testing.T) {
	f := open(t)
	for _, test := range []struct{ kind, payload string }{
		{"predict", `{"points":[[null,null]]}`}, {"predict", `{"points":[null,null,null]}`}, {"predict", `{"points":[[1,null]]}`}, {"predict", `{"points":[[]]}`}, {"predict", `{"points":[[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]]}`}, {"predict", `{"points":{"length":1}}`},
		{"predict", `{"points":[["1",1]]}`}, {"predict", `{"points":[` + strings.Repeat("[1,1],", 1000) + `[1,1]]}`}, {"predict", `[[1,1]]`}, {"predict", `{"points":[],"more":1}`}, {"predict", `null`},
		{"step", `{"__proto__":{"steps":5}}`}, {"step", `{"steps":"5"}`}, {"step", `{"steps":[5]}`}, {"step", `{"steps":-1}`}, {"step", `{"steps":0}`}, {"step", `{"steps":1.5}`}, {"step", `{"steps":1000001}`}, {"step", `{"steps":1e99}`},
		{"step", `5`}, {"step", `null`}, {"step", `{"steps":5,"more":null}`},
		{"setConfig", `{"config":[]}`}, {"setConfig", `{"config":null}`}, {"setConfig", `{"config":7}`}, {"setConfig", `"v=1"`}, {"setConfig", `{}`},
		{"setTheme", `{"theme":["dark"]}`}, {"setTheme", `{"theme":"x"}`}, {"setTheme", `null`},
		{"reset", `{}`}, {"reset", `[]`}, {"reset", `false`}, {"getConfig", `{"more":1}`},
		{"toString", `null`}, {"__proto__", `null`}, {"constructor", `null`}, {"Reset", `null`},
	} {
		f.send(test.kind, test.payload)
		if got := f.refused[f.last]; got != test.kind+" takes another payload" && got != "no command "+test.kind {
			t.Errorf("%s %s: %q", test.kind, test.payload, got)
		}
	}
	f.expect()
}

func TestWhetherCommandsWaitIsTold(t *testing.T) {
	f := open(t)
	f.send("pause", "null")
	f.send("reset", "null")
	for _, want := range []string{`{"more":true}`, `{"more":false}`, `{"more":false}`} {
		f.host.Do(f.desk, []string{"next"})
		asked := f.desk.Asked()
		if last := asked[len(asked)-1]; last.Name != "waits" || string(record.JSON(last.With)) != want {
			t.Errorf("asked for is %v, want %s", asked, want)
		}
	}
}

func TestTheHeightThatWouldSuit(t *testing.T) {
	for _, test := range []struct {
		shape string
		width int
		want  string
	}{
		{"figure", 600, `height {"height":360}`}, {"min", 600, `height {"height":360}`}, {"figure", 1500, `height {"height":600}`}, {"figure", 441, `height {"height":265}`},
		{"figure", 439, `height {"height":499}`}, {"min", 320, `height {"height":580}`}, {"full", 600, `height {"height":640}`}, {"full", 599, `height {"height":780}`}, {"full", 0, ""},
	} {
		f := open(t)
		f.host.Shape = test.shape
		f.host.Do(f.desk, []string{"width", strconv.Itoa(test.width)})
		if got := strings.Join(f.effects(), " "); got != test.want {
			t.Errorf("%s, %d wide: %s, want %s", test.shape, test.width, got, test.want)
		}
		f.host.Do(f.desk, []string{"width", strconv.Itoa(test.width)})
		if got := f.effects(); len(got) > 0 {
			t.Errorf("told again: %s", got)
		}
	}
}

func FuzzHear(f *testing.F) {
	f.Add(`{"nnpg":1,"id":1,"type":"setConfig","payload":{"config":{"net":[4,{"a":"\ud800"}]}}}`)
	f.Add(`{"nnpg":1,"id":"a","type":"predict","payload":{"points":[[1,2],[`)
	f.Fuzz(func(t *testing.T, message string) {
		page := open(t)
		page.host.Hear(message)
		page.rest()
	})
}
