package page

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/check"
	"shallows/engine/page/controls"
	"shallows/engine/page/host"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/pointing"
	"shallows/engine/page/presentation"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/page/talk"
	"shallows/engine/scene"
	"shallows/engine/session"
)

func open(t testing.TB, fragment string) *Page {
	t.Helper()
	c, warnings := config.Decode(fragment)
	if len(warnings) > 0 {
		t.Fatal(warnings)
	}
	p := New(scene.NewStage(session.New(c)))
	p.Do()
	p.Do("quiet")
	return p
}

// shows returns the record of the open panel in an answer, nil where it has none.
func shows(a Answer) any {
	for _, shown := range a.Records {
		if shown.Name == "panel" {
			return shown.Record
		}
	}
	return nil
}

// verdict is that of the gradient check in an answer, "" where it has none.
func verdict(a Answer) string {
	r, _ := shows(a).(check.Record)
	return r.Verdicts.Code
}

func TestAnAnswerHoldsOnlyWhatIsNew(t *testing.T) {
	p := open(t, "v=1")
	if a := p.Do("panel", "check"); verdict(a) != "right" {
		t.Errorf("opened: %s", a.JSON())
	}
	if a := p.Do("refresh"); len(a.Records) != 0 {
		t.Errorf("the same again: %s", a.JSON())
	}
	if a := p.Do("check", "break", "mean"); verdict(a) != "wrong" {
		t.Errorf("broken: %s", a.JSON())
	}
	p.Do("panel")
	if a := p.Do("check", "break", "none"); shows(a) != nil {
		t.Errorf("closed: %s", a.JSON())
	}
	if a := p.Do("panel", "check"); verdict(a) != "wrong" {
		t.Errorf("opened again it is mended: %s", a.JSON())
	}
}

func TestTheNotationIsThatOfFormulas(t *testing.T) {
	p := open(t, "v=1")
	p.Do("panel", "check")
	a := p.Do("kept", "round", "own", "", "", "training")
	if groups := p.parts["controls"].Record(p.desk).(controls.Record).Groups; !groups[3].Open || groups[0].Open {
		t.Errorf("of the settings these are unfolded: %+v", groups)
	}
	if symbol := shows(a).(check.Record).Verdicts.Rows[0].Symbol; !strings.Contains(string(symbol), "<mo>(</mo><mn>1</mn>") {
		t.Errorf("got %s", symbol)
	}
	p.Do("kept", "curly", "", "", "", "")
	if d := p.desk; d.Notation != mathml.Round || d.Targets != lecture.OwnTargets {
		t.Errorf("what there is not changes it to %v, %v", d.Notation, d.Targets)
	}
	p.Do("present", "true", "https://notes.example/")
	p.Do("kept", "below", "signed", "", "", "")
	if d := p.desk; d.Notation != mathml.Round || d.Targets != lecture.OwnTargets {
		t.Errorf("in a frame an earlier visit changes it to %v, %v", d.Notation, d.Targets)
	}
}

func TestWithoutItsPicturesTheRunWaits(t *testing.T) {
	p := open(t, "v=1")
	p.Do("run", "play")
	if got := notices(p.Do("lost")); got != "notice.contextLost" || p.desk.Run.State() != run.Paused {
		t.Errorf("%s, and the run is %s", got, p.desk.Run.State())
	}
}

func TestANotationChosenIsKept(t *testing.T) {
	p := open(t, "v=1")
	p.Do("panel", "ledger")
	for _, test := range []struct{ what, value, want string }{
		{"notation", "below", `[{"name":"keep","with":{"key":"notation","text":"below"}}]`},
		{"targets", "signed", `[{"name":"keep","with":{"key":"targets","text":"signed"}}]`},
		{"targets", "signed", `[]`},
	} {
		if got := string(record.JSON(p.Do("here", test.what, test.value).Effects)); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.what, test.value, got, test.want)
		}
	}
}

func TestChangesAreTold(t *testing.T) {
	p := open(t, "v=1")
	p.Do("panel", "symmetry")
	a := p.Do("symmetry", "start", "zeros")
	if got, want := string(record.JSON(a.Effects)), `[{"name":"changed","with":{"cause":"set","restarted":true,"warnings":[]}},`+
		`{"name":"address","with":{"from":"#v=1","fragment":"#v=1&init=zeros","push":true}},`+
		`{"name":"later","with":{"milliseconds":250,"intent":"quiet","unused":""}}]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	a = p.Do("symmetry", "see", "activations")
	if got, want := string(record.JSON(a.Effects)), `[{"name":"focus","with":{"id":"tab-activations"}},{"name":"query","with":{"key":"panel","value":"activations","push":false}},{"name":"sight","with":{"id":"tab-activations"}}]`; got != want || p.open != "activations" {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWorkGoesOnUntilItIsDone(t *testing.T) {
	p := open(t, "v=1")
	p.Do("panel", "check")
	if a := p.Do("check", "train"); !a.More {
		t.Error("nothing to do")
	}
	for p.Work(1).More {
	}
	if a := p.Do("check", "train"); !a.More {
		t.Error("nothing more to do")
	}
	p.Do("panel")
	if p.Work(1).More {
		t.Error("a closed panel works on")
	}
}

// What is pointed at, and which example is chosen, is the same for all parts.
func TestThePageFollowsThePointer(t *testing.T) {
	p := open(t, "v=1")
	p.Do()
	effects := func(words ...string) string { return string(record.JSON(p.Do(words...).Effects)) }
	if effects("panel", "ledger"); p.desk.Example != 1 {
		t.Errorf("example %d is chosen", p.desk.Example)
	}
	effects("here", "sight", "X", "0", "0", "12", "9", "true")
	if !p.Still() {
		t.Error("what is in sight of a table has nothing to do with the pictures")
	}
	if effects("here", "point", "X", "2", "1"); p.desk.Pointed != (lecture.Symbol{Name: lecture.X, Row: 2, Example: 1}) || p.Still() {
		t.Errorf("pointed at %v", p.desk.Pointed)
	}
	if a := p.Do("point", `{"name":"X","row":1}`); toldOf(a) != "output panel" || p.desk.Stage.Shown().To != 1 || len(a.Effects) != 1 || a.Effects[0].With != (pointing.Light{Symbols: p.desk.Lit()}) {
		t.Errorf("an input, from elsewhere: %s", a.JSON())
	}
	if a := p.Do("point", `{"name":"X","row":2}`, "false"); len(a.Records) != 0 {
		t.Errorf("a focus that is not to be seen: %s", a.JSON())
	}
	if a := p.Do("point"); p.desk.Pointed != (lecture.Symbol{}) {
		t.Errorf("nothing: %s", a.JSON())
	}
	for _, nonsense := range []string{"point X", "point {", "example x"} {
		if a := p.Do(strings.Split(nonsense, " ")...); len(a.Effects) != 0 {
			t.Errorf("%s: %s", nonsense, a.JSON())
		}
	}
	if got := effects("example", "300"); got != `[{"name":"scroll","with":{"key":"X","left":"1415.000","top":"0.000"}}]` {
		t.Errorf("an example is brought into sight: %s", got)
	}
	if effects("run", "play"); !p.desk.Moving {
		t.Error("the run trains unheard")
	}
}

// A pointer that meets nothing new costs the panel no time.
func TestThePanelIsToldOfWhatThePointerMeets(t *testing.T) {
	p := open(t, "v=1")
	p.desk.Stage.SetSlots(scene.Slots{Scale: 1, Rects: [...]scene.Rect{scene.NetworkSlot: {W: 500, H: 400}, scene.OutputSlot: {W: 300, H: 300}, 2: {}}})
	p.Do("panel", "ledger")
	told := func(words ...string) string { return toldOf(p.Do(words...)) }
	p.Do("run", "step", "1")
	p.Work(1)
	if got := told("pointing", "output", "move", "150", "150", "mouse", "-1"); got != "pointing" {
		t.Errorf("over the plane: %s", got)
	}
	u := p.desk.Stage.Layout().Units[3].Rect.Centre()
	if got := told("pointing", "network", "move", fmt.Sprint(u.X), fmt.Sprint(u.Y), "mouse", "-1"); got != "output pointing panel" {
		t.Errorf("over a unit: %s", got)
	}
}

// toldOf are the names of the records of an answer.
func toldOf(a Answer) string {
	var list []string
	for _, shown := range a.Records {
		list = append(list, shown.Name)
	}
	return strings.Join(list, " ")
}

// Another network has other parts, and perhaps fewer examples.
func TestARestartForgetsWhatIsPointedAt(t *testing.T) {
	p := open(t, "v=1")
	p.Do("diagram", "open", "unit-1-1")
	p.Do("point", `{"name":"A","layer":1,"row":3}`)
	p.Do("example", "300")
	if p.Do("run", "step", "1"); p.desk.Example != 300 || p.desk.Pointed.Row != 3 {
		t.Error("a step is none")
	}
	p.Do("run", "open", "v=1&n=20")
	if p.desk.Pointed != (lecture.Symbol{}) || p.desk.Inspected != (scene.Target{}) || p.desk.Stage.Selected() != (scene.Target{}) || p.desk.Example != 0 {
		t.Errorf("pointed at %v, inspected %v, example %d", p.desk.Pointed, p.desk.Inspected, p.desk.Example)
	}
}

// Whatever the words, the page goes on.
func FuzzDo(f *testing.F) {
	for _, seed := range []string{"panel check", "panel", "notation round own", "check break mean", "symmetry scale 7", "symmetry poke", "check train", "run step 3", "run go 7", "run play", "run open v=1&steps=5", "controls set net 2 5", "controls drag lr 9", "controls step seed -1", "controls set in x1 false", "scrubber place 500", "scrubber key End", "lock lr", "picture", "pointing network move 3 NaN mouse 0", "pointing cost press 1e9 -1 mouse 0", "diagram at unit-1-1 true", "diagram open fold-1", "inspector set 1 2", "output discretise true", "point {\"name\":\"W\",\"row\":-3}", ""} {
		f.Add("check", seed)
		f.Add("", seed)
	}
	for _, seed := range []string{"here sight X 0 0 9 9 true Y 1e9 -1 NaN Inf false", "here pick X 1 2", "here key X End", "here copy J", "here point", "example 7", "point W 1 2 1 0 false", "moving true"} {
		f.Add("ledger", seed)
	}
	f.Fuzz(func(t *testing.T, panel, words string) {
		p := open(t, "v=1&n=20")
		p.Do("panel", panel)
		p.Do(strings.Split(words, " ")...)
		p.Work(0)
	})
}

// told is an answer as the browser has it, but for the parts that are always there.
func told(p *Page, words ...string) string {
	a := p.Do(words...)
	a.Records = slices.DeleteFunc(a.Records, func(s Shown) bool { return s.Name != "panel" })
	return string(a.JSON())
}

// A panel is shown in its place with the name of its template, which is filled anew whenever it is opened.
func TestOnePanelIsOpen(t *testing.T) {
	p := open(t, "v=1")
	p.Do()
	const closed = `{"effects":[{"name":"query","with":{"key":"panel","value":"","push":false}}],"records":[{"name":"panel","record":{"tab":"","empty":true,"shown":null}}],"more":false}`
	for range 2 {
		if got := told(p, "panel", "collapse"); !strings.Contains(got, `{"name":"panel","record":{"tab":"tab-collapse","empty":false,"shown":{"name":"collapse","record":{`) {
			t.Errorf("opened: %s", got)
		}
		for _, same := range []string{"panel collapse", "panel none", "refresh"} {
			if got := told(p, strings.Fields(same)...); got != `{"effects":[],"records":[],"more":false}` || p.open != "collapse" {
				t.Errorf("%s: %s", same, got)
			}
		}
		if got := told(p, "panel"); got != closed {
			t.Errorf("closed: %s", got)
		}
	}
	p.Do("strip", "press", "graph")
	p.Do("run", "open", "v=1&data=own")
	if got := told(p, "panel", "ledger"); !strings.Contains(got, `{"tab":"tab-ledger","empty":false,"shown":{"name":"waiting","record":{}}}`) {
		t.Errorf("without examples: %s", got)
	}
	if got := told(p, "panel", "graph"); !strings.Contains(got, `{"tab":"tab-graph","empty":false,"shown":{"name":"waiting","record":{}}}`) {
		t.Errorf("another without examples: %s", got)
	}
	if p.Do("run", "open", "v=1"); p.placed != "graph graph" {
		t.Errorf("with examples: %s", p.placed)
	}
}

// A step shows its own numbers at once; the ledger's are many, and come in the next frame.
func TestAStepLeavesThePanelToTheNextFrame(t *testing.T) {
	p := open(t, "v=1&batch=8")
	p.Do("panel", "ledger")
	if a := p.Do("run", "step", "1"); shows(a) != nil || !strings.Contains(toldOf(a), "readouts") || !a.More {
		t.Errorf("a step tells of %s, more: %t", toldOf(a), a.More)
	}
	first := p.desk.Example
	if a := p.Work(1); shows(a) == nil || a.More {
		t.Errorf("in the next frame it tells of %s, more: %t", toldOf(a), a.More)
	}
	if p.Still() != (p.desk.Example == first) {
		t.Error("the pictures do not follow the example that the panel chose")
	}
	if a := p.Do("run", "step", "1", "7"); shows(a) == nil || a.More {
		t.Errorf("a script that waits for a step hears of %s, more: %t", toldOf(a), a.More)
	}
	p.Do("run", "step", "1")
	if a := p.Do("refresh"); shows(a) == nil || a.More {
		t.Errorf("what comes before the frame tells of %s, more: %t", toldOf(a), a.More)
	}
	p.Do("panel")
	if p.Do("run", "step", "1").More {
		t.Error("no panel is open, and there is more to tell")
	}
}

// While the run trains a panel is told now and then only, and once more when it rests.
func TestATrainingRunLeavesThePanel(t *testing.T) {
	p := open(t, "v=1")
	p.Do("panel", "ledger")
	p.Do("run", "play")
	train := func() any {
		p.desk.Session().Step(1)
		return shows(p.Do("picture"))
	}
	if p.rested = time.Now().Add(time.Hour); train() != nil {
		t.Error("told before it is due")
	}
	if p.rested = time.Now(); train() == nil {
		t.Error("not told when it is due")
	}
	if left := time.Until(p.rested); left < panel.LeastRest/2 || left > time.Minute {
		t.Errorf("the next time in %v", left)
	}
	p.rested = time.Now().Add(time.Hour)
	p.desk.Session().Step(1)
	if shows(p.Do("run", "pause")) == nil {
		t.Error("not told at the end")
	}
}

// openLesson opens a lesson by its files.
func openLesson(t *testing.T, p *Page, id string) (chosen, opened Answer) {
	read := func(path string) string {
		text, err := os.ReadFile("../../web/lessons/" + path + ".json")
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	p.Do("lessons", "reword", "en")
	chosen = p.Do("lessons", "choose", id)
	return chosen, p.Do("lessons", "fetched", "en", id, read(id), read("en/"+id))
}

// The page comes anew with the reader's run in its address, and the lesson stays open.
func TestAReloadInALesson(t *testing.T) {
	p := open(t, "v=1&data=spiral")
	openLesson(t, p, "vectorising")
	if got := string(record.JSON(p.Do("reload").Effects)); got != `[{"name":"reload","with":{"fragment":"#v=1&data=spiral"}}]` {
		t.Errorf("got %s", got)
	}
}

// A lesson's task is judged after each slice of training, and that it is solved is told at once.
func TestATaskIsSolvedWhileTheRunTrains(t *testing.T) {
	p := open(t, "v=1")
	openLesson(t, p, "vectorising")
	for range 4 {
		p.Do("lessons", "turn", "next")
	}
	task := func(net string) (news bool, told string) {
		p.Do("run", "pause")
		p.Do("controls", "set", "net", net)
		p.Do("controls", "set", "batch", "32")
		p.Do("run", "play")
		_, news = p.Turn(1, 10)
		return news, string(p.Do("picture").JSON())
	}
	if news, told := task("5"); news || strings.Contains(told, "recall") {
		t.Errorf("with 5 units there is news: %s", told)
	}
	if news, told := task("6"); !news || !strings.Contains(told, `{"name":"recall","with":{"keys":["lessons"],"then":"lessons kept"}}`) {
		t.Errorf("with 6 units there is no news: %s", told)
	}
}

// notices are the keys of the notices that an answer shows.
func notices(a Answer) string {
	var keys []string
	for _, shown := range a.Records {
		if shown.Name == "notices" {
			for _, item := range shown.Record.(notice.Record).Notices {
				keys = append(keys, item.Text.Key)
				for _, fault := range item.Faults {
					keys = append(keys, fault.Text.Key)
				}
			}
		}
	}
	return strings.Join(keys, " ")
}

func TestWhatIsWrongWithAnAddressIsToldAtOnce(t *testing.T) {
	p := open(t, "v=1")
	a := p.Do("present", "false", "https://playground.example/?ui=huge&amp;hide=data&lock=lr&orign=*"+strings.Repeat("&k=1", 200))
	if got := string(record.JSON(a.Effects)); got != `[{"name":"presented","with":{"shape":"full","show":[],"panel":"","views":[],"view":0,"step":0,"sequence":[],"hidden":["data"],"locked":["lr"],"drawn":false,"run":false,"open":"","lesson":"","page":"","check":false,"theme":"","lang":"","title":"","around":""}},{"name":"recall","with":{"keys":["notation","targets","lessons","opening","folds"],"then":"kept"}}]` {
		t.Errorf("it is presented so: %s", got)
	}
	if got := notices(a); got != "" {
		t.Errorf("before the fragment is read: %s", got)
	}
	if got := notices(p.Do("run", "open", "v=1&lr=fast")); got != "notice.faults warning.invalid presentation.long presentation.invalid presentation.unknown presentation.hiddenOrigin" {
		t.Errorf("told is %s", got)
	}
	if got := notices(p.Do("run", "open", "v=1&n=5")); got != "warning.clamped" {
		t.Errorf("of another fragment is told %s", got)
	}
}

// What a link got wrong is told as long as its run is on show.
func TestFaultsGoWithTheirRun(t *testing.T) {
	for _, test := range []struct {
		intent string
		goes   bool
	}{
		{"run open v=1&data=moons", true},
		{"controls set data xor", true},
		{"own read 1,2,0", true},
		{"controls set net 3", false},
		{"controls set lr 0.5", false},
		{"run redraw", false},
		{"run reset", false},
	} {
		p := open(t, "v=1")
		p.Do("own", "start", "false")
		p.Do("run", "open", "v=1&lr=abc")
		p.Do(strings.Fields(test.intent)...)
		told := string(record.JSON(p.notices.Record(nil)))
		if gone := !strings.Contains(told, "warning.invalid"); gone != test.goes {
			t.Errorf("%s: on show is %s", test.intent, told)
		}
	}
	p := open(t, "v=1")
	p.Do("run", "open", "v=1&lr=abc")
	openLesson(t, p, "initialisation")
	if told := string(record.JSON(p.notices.Record(nil))); !strings.Contains(told, "warning.invalid") {
		t.Errorf("in a lesson, from which one comes back: %s", told)
	}
}

func TestWhoWatchesIsNotToldWhatOthersDo(t *testing.T) {
	for _, framed := range []string{"false", "true"} {
		p := open(t, "v=1")
		p.Do("present", framed, "")
		p.Do("run", "step", "3")
		for p.Run().State() != run.Paused {
			p.Turn(0, 100)
		}
		p.Run().Set("data", "xor", run.Set)
		if got := notices(p.Tell()) == "notice.restarted"; got == (framed == "true") {
			t.Errorf("framed %s: a script starts over, told is %v", framed, got)
		}
	}
	p := open(t, "v=1&steps=3")
	p.Do("present", "true", "")
	p.Do("run", "step", "3")
	for p.Run().State() != run.Paused {
		p.Turn(0, 100)
	}
	if got := notices(p.Do("controls", "set", "data", "xor")); got != "notice.restarted" {
		t.Errorf("the reader starts over: %q", got)
	}
}

func TestTheButtonOfANotice(t *testing.T) {
	p := open(t, "v=1")
	p.Do("notices", "say", "notice.update")
	a := p.Do("notices", "act", "1")
	if got := string(record.JSON(a.Effects)); got != `[{"name":"reload","with":{"fragment":"#v=1"}}]` || notices(a) != "" {
		t.Errorf("got %s", a.JSON())
	}
}

// A table that is read is told of before what is said of it, and the panel that waited for points follows.
func TestKeysAllOverThePage(t *testing.T) {
	p := open(t, "v=1&data=own")
	p.Do("own", "start", "false")
	p.Do("own", "read", "x1,x2,y\n1,2,0\n3,4,1\n")
	p.Do("slots", "1", "network", "0", "0", "600", "400")
	for _, test := range []struct {
		before, key string
		passed      bool
		is          func() bool
	}{
		{"panel", "Space", false, func() bool { return p.Run().State() == run.Playing }},
		{"panel", "Space", false, func() bool { return p.Run().State() == run.Paused }},
		{"panel", "Shift Space", false, func() bool { return p.Run().Way().Goal == 500 }},
		{"panel", ".", true, nil},
		{"panel check", ".", true, nil},
		{"panel check", "panel ArrowRight", true, nil},
		{"panel update", ".", false, nil},
		{"panel update", "Shift .", false, nil},
		{"panel update", "panel ArrowRight", false, nil},
		{"panel update", ",", false, nil},
		{"panel update", "Escape", true, func() bool { return p.open == "update" }},
		{"diagram open unit-1-1", "panel Escape", true, func() bool { return p.open == "update" && p.desk.Inspected.Layer == 1 }},
		{"diagram open unit-1-1", "Escape", false, func() bool { return p.open == "update" && p.desk.Inspected.Layer == 0 }},
		{"panel update", "panel Escape", false, func() bool { return p.open == "" }},
		{"panel", "Control+z", false, func() bool { return p.desk.Session().Own().Len() == 0 }},
		{"panel", "Control+y", false, func() bool { return p.desk.Session().Own().Len() == 2 }},
		{"own undo", "Shift Control+z", false, func() bool { return p.desk.Session().Own().Len() == 2 }},
		{"controls set data xor", "Control+z", true, nil},
		{"panel", "f", true, func() bool { return !p.strip.Full() }},
		{"present false ?ui=full", "f", false, func() bool { return p.strip.Full() }},
		{"diagram open unit-1-1", "Escape", false, func() bool { return p.strip.Full() && p.desk.Inspected.Layer == 0 }},
		{"panel", "Escape", false, func() bool { return !p.strip.Full() }},
		{"panel", "Escape", true, nil},
		{"talk start", "f", true, func() bool { return !p.strip.Full() }},
		{"talk end", "f", false, func() bool { return p.strip.Full() }},
		{"panel check", "f", false, func() bool { return p.strip.Full() }},
		{"panel", "Tab", true, nil},
		{"panel", "", true, nil},
	} {
		p.Do(strings.Split(test.before, " ")...)
		a := p.Do(append([]string{"key"}, strings.Split(test.key, " ")...)...)
		if passed := slices.ContainsFunc(a.Effects, func(e panel.Effect) bool { return e.Name == "pass" }); passed != test.passed || test.is != nil && !test.is() {
			t.Errorf("%s after %q: passed on: %v", test.key, test.before, passed)
		}
	}
}

// In slides a space that would play nothing is theirs, as is what means nothing here; the whole page keeps its keys.
func TestKeysOfAFigureGoToThePageAround(t *testing.T) {
	for _, test := range []struct{ framed, query, key, said string }{
		{"true", "?ui=figure", "host key ArrowRight", `key {"key":"ArrowRight","code":"ArrowRight","keyCode":39,"bubbles":true,"cancelable":true}`},
		{"true", "?ui=min", "host key PageDown", `key {"key":"PageDown","code":"PageDown","keyCode":34,"bubbles":true,"cancelable":true}`},
		{"true", "?ui=figure", "host key .", `key {"key":".","code":"Period","keyCode":190,"bubbles":true,"cancelable":true}`},
		{"true", "?ui=figure", "host key b", `key {"key":"b","code":"KeyB","keyCode":66,"bubbles":true,"cancelable":true}`},
		{"true", "?ui=figure", "key Shift Space", "pass"},
		{"true", "?ui=figure", "key Space", ""},
		{"true", "?ui=figure", "key Escape", "pass"},
		{"true", "?ui=figure", "host key Shift ArrowRight", ""},
		{"true", "?ui=figure", "host key Control+b", ""},
		{"true", "?ui=figure", "host key s", ""},
		{"true", "?ui=figure", "host key Tab", ""},
		{"true", "?ui=figure", "host key Enter", ""},
		{"true", "?ui=figure", "host key", ""},
		{"true", "?show=cost", "host key ArrowRight", ""},
		{"false", "?ui=figure", "host key ArrowRight", ""},
	} {
		p := open(t, "v=1")
		p.Do("present", test.framed, "https://playground.example/"+test.query)
		said := ""
		for _, e := range p.Do(strings.Split(test.key, " ")...).Effects {
			if post, ok := e.With.(host.Post); ok && post.Type == "key" {
				said += "key " + string(record.JSON(post.Says))
			} else if e.Name == "pass" {
				said += "pass"
			}
		}
		if said != test.said {
			t.Errorf("%s, %s, framed %s: %q, want %q", test.query, test.key, test.framed, said, test.said)
		}
	}
	p := open(t, "v=1&out=linear&loss=mse&lr=100")
	p.Do("present", "true", "https://playground.example/?ui=figure")
	for !p.desk.Session().Diverged() {
		p.Do("run", "step", "1")
	}
	if a := p.Do("key", "Space"); !slices.ContainsFunc(a.Effects, func(e panel.Effect) bool { return e.Name == "pass" }) {
		t.Error("a space that plays nothing is kept")
	}
}

func TestKeysTurnTheViewsOfATalk(t *testing.T) {
	p := open(t, "v=1&steps=3")
	views := func(words ...string) string {
		list := []string{}
		for _, e := range p.Do(words...).Effects {
			if shown, ok := e.With.(presentation.Presentation); ok {
				list = append(list, shown.Shape+" "+strings.Join(shown.Show, ","))
			} else if e.Name == "pass" {
				list = append(list, "pass")
			}
		}
		return strings.Join(list, "; ")
	}
	for _, test := range []struct{ intent, want string }{
		{"key PageDown", "pass"},
		{"present false https://playground.example/?ui=present&show=update,cost", "present ; present panel"},
		{"key PageUp", ""},
		{"key panel ArrowRight", ""},
		{"key Space", ""},
		{"key End", "present cost"},
		{"key p", ""},
		{"key Control+z", "pass"},
		{"key Escape", "full "},
		{"key PageDown", "pass"},
		{"panel update", ""},
		{"talk start", "present panel"},
	} {
		if got := views(strings.Split(test.intent, " ")...); got != test.want {
			t.Errorf("%s: %q, want %q", test.intent, got, test.want)
		}
	}
	p.desk.Inspected = scene.Target{Kind: scene.Unit, Layer: 1, To: 2}
	if p.Do("key", "Escape"); !p.desk.Presenting || p.desk.Inspected != (scene.Target{}) {
		t.Error("Escape does not close the inspector first")
	}
	if r := p.parts["talk"].Record(p.desk).(talk.Record); r.Place.Get("of") != 4 || p.open != "update" || p.Run().State() != run.Playing {
		t.Errorf("%+v, open is %s", r, p.open)
	}
}

// Back ends a talk that the button began, forward begins it again, and neither brings another run.
func TestGoingBackEndsATalk(t *testing.T) {
	p := open(t, "v=1")
	p.Do("address", "at", "#v=1")
	p.Do("talk", "start")
	p.Do("run", "step", "3")
	p.Turn(0, 1000)
	for _, test := range []struct {
		query, fragment string
		talks           bool
		view            string
	}{
		{"", "#v=1", false, ""},
		{"?ui=present&view=2", "#v=1&steps=3", true, "output"},
		{"?ui=present&view=3", "#v=1&steps=3", true, "output"},
		{"?lang=en", "#v=1", false, ""},
		{"", "#v=1", false, ""},
	} {
		p.Do("went", test.query, test.fragment)
		p.Do("address", "came", test.fragment)
		if p.desk.Presenting != test.talks || p.Run().Session().At() != 3 {
			t.Errorf("%s: a talk: %v, at step %d", test.query, p.desk.Presenting, p.Run().Session().At())
		}
		if test.talks && p.desk.Picture != test.view {
			t.Errorf("%s: on show is %s", test.query, p.desk.Picture)
		}
	}
}

func TestTheWholePageOpensBesideAFigure(t *testing.T) {
	p := open(t, "v=1&net=3")
	p.Do("share", "at", "https://playground.example/?ui=figure&lang=en#v=1&net=3", "true")
	p.Do("run", "step", "1")
	if got := string(record.JSON(p.Do("host", "open").Effects)); got != `[{"name":"visit","with":{"address":"https://playground.example/#v=1&net=3&steps=1"}}]` {
		t.Error(got)
	}
}

func TestOwnPointsComeToThePage(t *testing.T) {
	p := open(t, "v=1&data=own")
	p.Do("own", "start", "false")
	told := func(a Answer) string {
		var list []string
		add := func(name string) {
			if strings.Contains("changed pass own panel notices", name) {
				list = append(list, name)
			}
		}
		for _, e := range a.Effects {
			add(e.Name)
		}
		for _, r := range a.Records {
			add(r.Name)
		}
		return strings.Join(list, " ")
	}
	for _, test := range []struct{ intent, want string }{
		{"panel check", "panel"},
		{"own read x1,x2,y\n20000,23,0\n150000,67,1\n", "changed own panel notices"},
		{"controls set scaling standard", "changed panel notices"},
		{"own undo", "changed own panel"},
		{"key Control+y", "changed own panel"},
		{"key Control+z", "changed own panel"},
		{"own undo", ""},
		{"controls set data xor", "changed own panel"},
		{"own undo", "pass"},
	} {
		if got := told(p.Do(strings.Split(test.intent, " ")...)); got != test.want {
			t.Errorf("%q brings %q, want %q", test.intent, got, test.want)
		}
	}
}

// A link with a bench opens its panel, ready to run, unless another is shown by itself; the address holds it.
func TestALinkOpensItsBench(t *testing.T) {
	const fragment = "#v=1&lr=0.5&bench=net~1~2~seeds~2~steps~20"
	p := open(t, "v=1")
	p.Do("address", "at", fragment)
	p.Do("run", "open", fragment)
	if p.open != "bench" || p.Hash() != fragment {
		t.Errorf("%s is open, at %s", p.open, p.Hash())
	}
	p.Do("bench", "run")
	for range 1000 {
		if a := p.Work(8); !a.More {
			break
		}
	}
	p.Do("bench", "open", "1")
	p.Turn(0, 1000)
	p.Do("quiet")
	p.Do("quiet")
	if p.Hash() != "#v=1&net=2&lr=0.5&steps=20" || p.open != "bench" {
		t.Errorf("with a row on the page it is at %s", p.Hash())
	}
	if p.Do("bench", "back"); p.Hash() != fragment {
		t.Errorf("back at its own run it is at %s", p.Hash())
	}
	if p.Do("address", "came", "#v=1&net=3"); p.Hash() != "#v=1&net=3" {
		t.Errorf("another link leads to %s", p.Hash())
	}

	p = open(t, "v=1")
	p.Do("present", "true", "https://playground.example/?show=ledger")
	p.Do("run", "open", fragment)
	if p.open != "ledger" {
		t.Errorf("beside a panel by itself %s opens", p.open)
	}
	faults := open(t, "v=1").Do("run", "open", "#v=1&bench=lr~x~1~luck~2")
	if text := string(faults.JSON()); !strings.Contains(text, "warning.leftout") {
		t.Errorf("what cannot be used is not told: %s", text)
	}
}
