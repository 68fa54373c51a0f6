package talk

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
	"shallows/engine/page/run"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// stairs are the steps of a view, of which there are three.
type stairs struct{ at int }

func (s *stairs) Begin(*panel.Desk) { s.at = 0 }
func (s *stairs) Turn(_ *panel.Desk, by int) bool {
	if s.at+by < 0 || s.at+by > 2 {
		return false
	}
	s.at += by
	return true
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
		{"?ui=present&show=cost,update,check,network", "", "cost 1 / 4 first"},
		{"?ui=present&show=cost,update,check,network", "PageDown", "panel update 2 / 4 step 0"},
		{"?ui=present&show=cost,update,check,network", "PageDown PageDown PageDown", "panel update 2 / 4 step 2"},
		{"?ui=present&show=cost,update,check,network", "PageDown PageDown PageDown PageDown", "panel check 3 / 4"},
		{"?ui=present&show=cost,update,check,network", "PageDown PageDown PageUp PageUp", "cost 1 / 4 first"},
		{"?ui=present&show=equations", "", "panel ledger 1 / 1 first last"},
		{"?ui=present&panel=check", "", "panel check 1 / 4 first"},
		{"?ui=present&lesson=symmetry", "PageDown", "lesson output 1 / 4 step 1"},
		{"?ui=present", "b", "network 1 / 3 first dark"},
		{"?ui=present", ". .", "network 1 / 3 first"},
		{"?ui=present", "b PageDown", "network 1 / 3 first"},
		{"?ui=present", "b PageDown PageDown", "output 2 / 3"},
		{"?ui=present", "b Escape", "network 1 / 3 first"},
		{"?ui=present", "PageDown Escape", "full"},
		{"?ui=present", "Escape PageDown", "full"},
		{"?show=cost", "PageDown", ""},
	} {
		stage := scene.NewStage(session.New(config.Default()))
		d := &panel.Desk{Run: run.New(stage), Stage: stage}
		steps := map[string]*stairs{"update": {}, Lesson: {}}
		talk := New(func(view string) panel.Stepper {
			if s := steps[view]; s != nil {
				return s
			}
			return nil
		})
		shown, _ := presentation.Read(test.query, []string{"ledger", "update", "check"})
		talk.Open(d, shown)
		for key := range strings.FieldsSeq(test.keys) {
			talk.Do(d, strings.Fields(Keys[key])[1:])
		}
		got := ""
		for _, e := range d.Asked() {
			if shown, ok := e.With.(presentation.Presentation); ok {
				got = strings.Join(shown.Show, " ")
				if got == "panel" {
					got += " " + d.Panel
				}
				if shown.Shape != "present" {
					got = shown.Shape
				}
			}
		}
		if r := talk.Record(d).(Record); !r.Away {
			got = strings.Join(strings.Fields(got+" "+r.Place), " ")
			for word, is := range map[string]bool{"first": r.First, "last": r.Last, "dark": r.Dark} {
				if is != strings.Contains(test.want+" ", word+" ") {
					t.Errorf("%s %s: %s is %v", test.query, test.keys, word, is)
				}
			}
		}
		if talk.On() && steps[talk.views[talk.at]] != nil {
			got += fmt.Sprintf(" step %d", steps[talk.views[talk.at]].at)
		}
		want := strings.NewReplacer(" first", "", " last", "", " dark", "").Replace(test.want)
		if got != want {
			t.Errorf("%s %s: %q, want %q", test.query, test.keys, got, want)
		}
	}
}

func TestTheButtonBeginsWithWhatIsOpen(t *testing.T) {
	stage := scene.NewStage(session.New(config.Default()))
	d := &panel.Desk{Run: run.New(stage), Stage: stage, Panel: "check"}
	talk := New(func(string) panel.Stepper { return nil })
	talk.Open(d, presentation.Presentation{Shape: "full"})
	if r := talk.Record(d).(Record); !r.Away || talk.On() {
		t.Errorf("before: %+v", r)
	}
	talk.Do(d, []string{"next"})
	talk.Do(d, []string{"start"})
	asked := fmt.Sprint(d.Asked()[0])
	if r := talk.Record(d).(Record); r.Place != "1 / 4" || d.Panel != "check" || asked != "{query {ui present false}}" {
		t.Errorf("begun: %+v, panel %s, %s", r, d.Panel, asked)
	}
}
