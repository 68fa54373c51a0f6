package talk

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/page/inspector"
	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// stairs are the steps of a view, of which there are three.
type stairs struct{ at int }

func (s *stairs) Begin(*panel.Desk)   { s.at = 0 }
func (s *stairs) Steps() (at, of int) { return s.at + 1, 3 }
func (s *stairs) Turn(_ *panel.Desk, by int) bool {
	if s.at+by < 0 || s.at+by > 2 {
		return false
	}
	s.at += by
	return true
}

func (*stairs) Record(*panel.Desk) any   { return nil }
func (*stairs) Do(*panel.Desk, []string) {}

// shelf is a panel of four parts.
type shelf struct{ panel.Part }

func (shelf) Parts() int { return 4 }

// hall is a talk in a page, and what has come of it.
type hall struct {
	talk  *Talk
	desk  *panel.Desk
	steps map[string]*stairs
	asked []panel.Effect
	tall  bool // views have more than is in sight
}

func begin(query string) *hall {
	stage := scene.NewStage(session.New(config.Default()))
	h := &hall{desk: &panel.Desk{Run: run.New(stage), Stage: stage}, steps: map[string]*stairs{"update": {at: 2}, Lesson: {}}}
	h.talk = New(func(view string) panel.Part {
		if view == "activations" {
			return shelf{}
		}
		if s := h.steps[view]; s != nil {
			return s
		}
		return nil
	})
	shown, _ := presentation.Read(query, []string{"ledger", "update", "activations", "check"})
	h.desk.Panel, h.desk.Lesson = shown.Open, shown.Lesson
	h.talk.Open(h.desk, shown)
	return h
}

// do does an intent, and what a browser does then.
func (h *hall) do(words ...string) {
	h.talk.Do(h.desk, words)
	asked := h.desk.Asked()
	h.asked = append(h.asked, asked...)
	for _, e := range asked {
		if more, ok := e.With.(Onward); ok && !h.tall {
			h.do(strings.Fields(more.Then)[1:]...)
		}
	}
}

// effects are those that were asked for by a name since the last call, as JSON.
func (h *hall) effects(name string) string {
	var list []string
	for _, e := range append(h.asked, h.desk.Asked()...) {
		if e.Name == name {
			list = append(list, string(record.JSON(e.With)))
		}
	}
	h.asked = nil
	return strings.Join(list, " ")
}

func (h *hall) record() Record { return h.talk.Record(h.desk).(Record) }

// place is the record's, such as 2 / 3.
func (h *hall) place() string {
	r := h.record()
	return fmt.Sprint(r.Place.Get("at"), " / ", r.Place.Get("of"))
}

func TestATalkGoesThroughViewsAndTheirSteps(t *testing.T) {
	for _, test := range []struct{ query, keys, want string }{
		{"?ui=present", "", "network 1 / 3 first"},
		{"?ui=present", "PageDown", "output 2 / 3"},
		{"?ui=present", "ArrowRight Space", "cost 3 / 3 last"},
		{"?ui=present", "End PageDown", "cost 3 / 3 last"},
		{"?ui=present", "End Home", "network 1 / 3 first"},
		{"?ui=present", "ArrowDown ArrowUp", "network 1 / 3 first"},
		{"?ui=present", "PageUp", "network 1 / 3 first"},
		{"?ui=present&view=2", "", "output 2 / 3"},
		{"?ui=present&view=50", "", "cost 3 / 3 last"},
		{"?ui=present&show=cost,update,check,network", "", "cost 1 / 4 first"},
		{"?ui=present&show=cost,update,check,network", "PageDown", "panel update 2 / 4 step 0"},
		{"?ui=present&show=cost,update,check,network", "PageDown PageDown PageDown", "panel update 2 / 4 step 2"},
		{"?ui=present&show=cost,update,check,network", "PageDown PageDown PageDown PageDown", "panel check 3 / 4"},
		{"?ui=present&show=cost,update,check,network", "PageDown PageDown PageUp PageUp", "cost 1 / 4 first"},
		{"?ui=present&show=update,cost", "", "panel update 1 / 2 step 0"},
		{"?ui=present&show=equations", "", "panel ledger 1 / 1"},
		{"?ui=present&panel=check", "", "panel check 1 / 4"},
		{"?ui=present&lesson=symmetry", "PageDown", "lesson output 2 / 6 step 1"},
		{"?ui=present&lesson=symmetry&show=cost", "", "lesson output 1 / 4 step 0"},
		{"?ui=present", "b", "network 1 / 3 first dark"},
		{"?ui=present", ". .", "network 1 / 3 first"},
		{"?ui=present", "b PageDown", "network 1 / 3 first"},
		{"?ui=present", "b PageDown PageDown", "output 2 / 3"},
		{"?ui=present", "b Escape", "network 1 / 3 first"},
		{"?ui=present", "PageDown Escape", "full"},
		{"?ui=present", "Escape PageDown", "full"},
		{"?show=cost", "PageDown", ""},
	} {
		h := begin(test.query)
		for key := range strings.FieldsSeq(test.keys) {
			h.do(strings.Fields(Keys[key])[1:]...)
		}
		got := ""
		for _, e := range append(h.asked, h.desk.Asked()...) {
			if shown, ok := e.With.(presentation.Presentation); ok {
				got = strings.Join(shown.Show, " ")
				if got == "panel" {
					got += " " + h.desk.Panel
				}
				if shown.Shape != "present" {
					got = shown.Shape
				}
			}
		}
		if h.desk.Presenting && (h.desk.Panel != "") != strings.HasPrefix(got, "panel") {
			t.Errorf("%s %s: open is %q", test.query, test.keys, h.desk.Panel)
		}
		if r := h.record(); !r.Away {
			got = strings.Join(strings.Fields(got+" "+h.place()), " ")
			for word, is := range map[string]bool{"first": r.First, "last": r.Last, "dark": r.Dark} {
				if is != strings.Contains(test.want+" ", word+" ") {
					t.Errorf("%s %s: %s is %v", test.query, test.keys, word, is)
				}
			}
		}
		if h.desk.Presenting && h.steps[h.talk.view()] != nil {
			got += fmt.Sprintf(" step %d", h.steps[h.talk.view()].at)
		}
		want := strings.NewReplacer(" first", "", " last", "", " dark", "").Replace(test.want)
		if got != want {
			t.Errorf("%s %s: %q, want %q", test.query, test.keys, got, want)
		}
	}
}

func TestWhatIsTallerThanTheScreenIsShownBeforeTheTalkTurns(t *testing.T) {
	h := begin("?ui=present&show=check,cost")
	h.tall = true
	h.do("next")
	h.do("back")
	if got, want := h.effects("onward"), `{"id":"panel","by":0.8,"then":"talk turn 1"} {"id":"panel","by":-0.8,"then":"talk turn -1"}`; got != want || h.place() != "1 / 2" {
		t.Errorf("%s at %s, want %s", got, h.place(), want)
	}
	h.do("turn", "1")
	h.do("back") // pictures fit
	if got := h.effects("onward"); got != "" || h.place() != "1 / 2" {
		t.Errorf("%s at %s", got, h.place())
	}
	h = begin("?ui=present&lesson=symmetry")
	h.tall = true
	h.do("next")
	if got, want := h.effects("onward"), `{"id":"lesson-page","by":0.8,"then":"talk turn 1"}`; got != want {
		t.Errorf("of a lesson %s, want %s", got, want)
	}
}

func TestAFingerTurnsLikeLeaves(t *testing.T) {
	for _, test := range []struct{ query, ways, want string }{
		{"?ui=present", "-80 10", "2 / 3"}, {"?ui=present&view=2", "80 -10", "1 / 3"},
		{"?ui=present", "-40 0", "1 / 3"},   // a tap that trembles
		{"?ui=present", "-80 60", "1 / 3"},  // across
		{"?ui=present", "5 -300", "1 / 3"},  // up
		{"?ui=present", "80 0", "1 / 3"},    // before the first
		{"?ui=present", "-80 NaN", "1 / 3"}, // nothing
		{"?ui=present&show=update,check", "-80 0", "1 / 2"}, {"?ui=present&show=check,cost", "-80 0", "2 / 2"},
	} {
		h := begin(test.query)
		h.do(strings.Fields("swipe " + test.ways)...)
		if h.place() != test.want {
			t.Errorf("%s: %s leads to %s", test.query, test.ways, h.place())
		}
	}
	h := begin("?ui=present&show=check,cost")
	h.tall = true // which a finger scrolls by itself
	h.do("swipe", "-80", "0")
	if got, want := h.effects("onward"), `{"id":"panel","by":0,"then":"talk turn 1"}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	h = begin("?ui=present")
	h.do("dark")
	if h.do("swipe", "-80", "0"); h.record().Dark || h.place() != "1 / 3" {
		t.Errorf("a dark screen becomes %+v", h.record())
	}
}

func TestAReloadGoesOnAtTheSameStep(t *testing.T) {
	h := begin("?ui=present&show=cost,update,check")
	h.do("next")
	h.do("next")
	h.do("next")
	if got, want := h.effects("query"), `{"key":"view","value":"2","push":false} {"key":"view","value":"2.2","push":false} {"key":"view","value":"2.3","push":false}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, test := range []struct {
		view  string
		state func(*run.Run)
		at    int
	}{
		{"2.3", func(*run.Run) {}, 2}, {"2", func(*run.Run) {}, 0}, {"2.50", func(*run.Run) {}, 2},
		{"2.3", func(r *run.Run) { r.Step(50, "") }, 0}, // on its way
		{"2.3", (*run.Run).Play, 0},
	} {
		h := begin("?ui=present&show=cost,update,check&view=" + test.view)
		test.state(h.desk.Run)
		h.talk.Settle(h.desk)
		if h.steps["update"].at != test.at {
			t.Errorf("%s: step %d, want %d", test.view, h.steps["update"].at, test.at)
		}
		if h.desk.Run.State() == run.Seeking {
			h.desk.Run.Turn(0, 1e6)
			if h.talk.Settle(h.desk); h.steps["update"].at != 2 {
				t.Errorf("there, it is at step %d", h.steps["update"].at)
			}
		}
	}
	// What the reader does meanwhile counts.
	h = begin("?ui=present&show=cost,update,check&view=2.3")
	h.do("next")
	if h.talk.Settle(h.desk); h.steps["update"].at != 1 {
		t.Errorf("a key leads to step %d", h.steps["update"].at)
	}
	h.do("last")
	h.do("back")
	if h.place() != "2 / 3" || h.steps["update"].at != 2 {
		t.Errorf("back leads to step %d of %s", h.steps["update"].at, h.place())
	}
}

func TestTheBarCountsPagesAndSteps(t *testing.T) {
	for _, test := range []struct{ query, keys, want string }{
		{"?ui=present&lesson=symmetry", "", "1 / 6"},
		{"?ui=present&lesson=symmetry", "PageDown PageDown", "3 / 6"},
		{"?ui=present&lesson=symmetry", "PageDown PageDown PageDown", "4 / 6"},
		{"?ui=present&lesson=symmetry", "End", "6 / 6"},
		{"?ui=present&show=update,cost", "PageDown", "1 / 2 2 / 3"},
		{"?ui=present&show=activations,cost", "PageDown", "1 / 2 2 / 4"},
		{"?ui=present&show=activations,cost", "PageDown PageDown PageDown PageDown", "2 / 2"},
		{"?ui=present&show=activations,cost", "PageDown PageDown PageDown PageDown PageUp", "1 / 2 4 / 4"},
	} {
		h := begin(test.query)
		for key := range strings.FieldsSeq(test.keys) {
			h.do(strings.Fields(Keys[key])[1:]...)
		}
		got, place := h.place(), h.record().Place
		if place.Get("steps") != nil {
			got += fmt.Sprint(" ", place.Get("step"), " / ", place.Get("steps"))
		}
		if got != test.want {
			t.Errorf("%s %s: %s, want %s", test.query, test.keys, got, test.want)
		}
	}
}

func TestTheAddressKeepsThePlace(t *testing.T) {
	h := begin("?ui=present&panel=check")
	h.do("next")
	h.do("first")
	h.do("end")
	want := `{"key":"show","value":"check,network,output,cost","push":false} {"key":"view","value":"2","push":false} {"key":"view","value":"","push":false} ` +
		`{"key":"ui","value":"","push":false} {"key":"show","value":"","push":false} {"key":"view","value":"","push":false} {"key":"seq","value":"","push":false}`
	if got := h.effects("query"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestViewsBringTheirRuns(t *testing.T) {
	const query = "?ui=present&seq=network*v%3D1%26net%3D3*cost*v%3D1%26net%3D3*check*v%3D1%26data%3Dxor"
	h := begin(query)
	run := func(want string) {
		t.Helper()
		if got := h.desk.Fragment(); got != want {
			t.Errorf("at %s the run is %s, want %s", h.place(), got, want)
		}
	}
	if got := h.talk.Run(h.desk, query); got != "v=1&net=3" {
		t.Errorf("it begins with %s", got)
	}
	if got := h.talk.Run(h.desk, query+"#v=1&net=9"); got != "" {
		t.Errorf("in place of that of the address it begins with %s", got)
	}
	h.desk.Run.Open("v=1&net=3")
	h.desk.Run.Set("lr", "0.5", "set")
	h.do("next")
	run("v=1&net=3&lr=0.5") // the same one goes on
	h.do("next")
	run("v=1&data=xor")
	h.do("back")
	run("v=1&net=3")
	if got := h.effects("presented"); strings.Contains(got, "v=1") {
		t.Errorf("a browser is told all of it: %s", got)
	}
	if h := begin("?ui=present&seq=nonsense*v%3D1"); h.place() != "1 / 3" {
		t.Errorf("of nonsense there are %s", h.place())
	}
}

func TestTheButtonBeginsWithWhatIsOpen(t *testing.T) {
	h := begin("?panel=check")
	if r := h.record(); !r.Away || h.desk.Presenting {
		t.Errorf("before: %+v", r)
	}
	h.do("next")
	h.do("start")
	if h.place() != "1 / 4" || h.record().Place.Get("view").(record.Text).Key != "panel.check" || h.desk.Panel != "check" {
		t.Errorf("begun: %+v, panel %s", h.record(), h.desk.Panel)
	}
	asked := h.asked
	if got, want := h.effects("query"), `{"key":"ui","value":"present","push":true} {"key":"show","value":"check,network,output,cost","push":false}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	h.asked = asked
	if got := h.effects("focus"); got != `{"id":"talk"}` {
		t.Errorf("the focus goes to %s", got)
	}
	h.do("end")
	asked = h.asked
	if got := h.effects("return") + h.effects("focus"); got != `{"id":"play"}` {
		t.Errorf("after it the focus goes to %s", got)
	}
	h.asked = asked
	if got := h.effects("focus"); got != `{"id":"present"}` {
		t.Errorf("after it the focus goes to %s", got)
	}
}

func TestAnotherRunIsGoneThroughFromItsFirstStep(t *testing.T) {
	h := begin("?ui=present&show=update")
	h.do("next")
	h.talk.Hear(h.desk, run.Change{Cause: run.Set})
	if at := h.steps["update"].at; at != 1 {
		t.Errorf("a setting leads to step %d", at)
	}
	h.talk.Hear(h.desk, run.Change{Cause: run.Open})
	if at := h.steps["update"].at; at != 0 {
		t.Errorf("a link begins at step %d", at)
	}
}

func TestNothingButTheTalkHasTheFocus(t *testing.T) {
	h := begin("?ui=present")
	inspector.Open(h.desk, scene.Target{Kind: scene.Unit, Layer: 1, To: 2})
	inspector.Part{}.Do(h.desk, []string{"close"})
	inspector.Open(h.desk, scene.Target{Kind: scene.Unit, Layer: 0, To: 2})
	if got := h.effects("focus"); got != `{"id":"inspector"} {"id":"talk"} {"id":"talk"}` {
		t.Errorf("pressing units gives the focus to %s", got)
	}
	inspector.Open(h.desk, scene.Target{Kind: scene.Unit, Layer: 1, To: 2})
	h.do("next")
	if h.desk.Inspected != (scene.Target{}) {
		t.Error("the inspector of a unit lies over the next view")
	}
	h.effects("focus")
	h.do("dark")
	h.do("dark")
	if got := h.effects("focus"); got != `{"id":"talk-dark"} {"id":"talk"}` {
		t.Errorf("a dark screen, and a light one, give the focus to %s", got)
	}
}
