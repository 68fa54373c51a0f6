package strip

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/scene"
)

// told is what comes of some intents: the panels' tabs with the open one in brackets and a star where the Tab key stops,
// the side, the height, the picture unless it is the output, and what gets the focus or comes into sight.
func told(s panel.Part, d *panel.Desk, intents ...string) string {
	for _, intent := range intents {
		s.Do(d, strings.Fields(intent))
	}
	r := s.Record(d).(Record)
	var list []string
	for _, t := range r.Tabs {
		name := t.Name.Key[len("panel."):]
		if t.Selected == "true" {
			name = "[" + name + "]"
		}
		if t.Stop == 0 {
			name += "*"
		}
		list = append(list, name)
	}
	list = append(list, r.Side, fmt.Sprint(r.Percent))
	if r.Picture != "output" {
		list = append(list, r.Picture)
	}
	if (r.Pictures != Pictures{r.Picture == "output", r.Picture == "network", r.Picture == "cost"}) {
		list = append(list, fmt.Sprint(r.Pictures))
	}
	for _, e := range d.Asked() {
		list = append(list, e.Name+strings.Trim(fmt.Sprint(e.With), "{}"))
	}
	return strings.Join(list, " ")
}

func TestTabs(t *testing.T) {
	for _, test := range []struct{ intents, want string }{
		{"", "a* b c settings 45"},
		{"press b", "a [b]* c settings 45 sighttab-b"},
		{"press b, press c", "a b [c]* settings 45 sighttab-c"},
		{"press b, along ArrowRight", "a [b]* c settings 45 focustab-b sighttab-b"},
		{"press b, press b", "a* b c settings 45 focustab-b"},
		{"close", "a* b c settings 45"},
		{"only b, close", "a [b]* c settings 45 sighttab-b"},
		{"along ArrowRight", "a b* c settings 45 focustab-b"},
		{"along ArrowLeft", "a b c* settings 45 focustab-c"},
		{"along End, along ArrowRight", "a* b c settings 45 focustab-c focustab-a"},
		{"along End, along Home", "a* b c settings 45 focustab-c focustab-a"},
		{"along ArrowUp", "a* b c settings 45 focustab-a"},
		{"side lessons", "a* b c lessons 45"},
		{"side x", "a* b c settings 45"},
		{"other ArrowLeft", "a* b c lessons 45 focusside-tab-lessons"},
		{"other End, other ArrowRight", "a* b c settings 45 focusside-tab-lessons focusside-tab-settings"},
		{"other End, other Home", "a* b c settings 45 focusside-tab-lessons focusside-tab-settings"},
		{"height 61.5", "a* b c settings 62"},
		{"height ArrowUp", "a* b c settings 50"},
		{"height ArrowDown", "a* b c settings 40"},
		{"height Home, height ArrowDown", "a* b c settings 25"},
		{"height End, height ArrowUp", "a* b c settings 80"},
		{"height 99", "a* b c settings 80"},
		{"height -Inf", "a* b c settings 25"},
		{"height NaN", "a* b c settings 45"},
		{"height x", "a* b c settings 45"},
		{"height usual", "a* b c settings 45"},
		{"height press 0.5 0.55 mouse 0, height move 0.5 0.4 mouse -1", "a* b c settings 60"},
		{"height press 0.5 0.55 mouse 0, height move 0.5 0.4 mouse -1, height lift 0.5 0.4 mouse -1, height move 0.5 0.3 mouse -1", "a* b c settings 60"},
		{"height press 0.5 0.55 mouse 2, height move 0.5 0.4 mouse -1", "a* b c settings 45"},
		{"height move 0.5 0.4 mouse -1", "a* b c settings 45"},
		{"height press 0.5 x mouse 0, height move 0.5 0.4 mouse -1", "a* b c settings 45"},
		{"height press 0.5 0.55 mouse 0, height move 0.5 0 mouse -1", "a* b c settings 80"},
		{"height 30, height press 0 0.7 mouse 0, height lift 0 0.7 mouse 0", "a* b c settings 30"},
		{"height 30, height press 0 0.7 mouse 0, height lift 0 0.7 mouse 0, height press 0 0.7 mouse 0, height lift 0 0.7 mouse 0", "a* b c settings 45"},
		{"picture cost", "a* b c settings 45 cost"},
		{"picture cost, picture output", "a* b c settings 45"},
		{"picture x", "a* b c settings 45"},
		{"skip network", "a* b c settings 45 network focusnetwork"},
		{"skip panel-tabs", "a* b c settings 45 focuspanel-tabs"},
		{"side", "a* b c settings 45"},
		{"nothing", "a* b c settings 45"},
	} {
		if got := told(New([]string{"a", "b", "c"}), paneltest.Desk("v=1"), strings.Split(test.intents, ",")...); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.intents, got, test.want)
		}
	}
}

func TestTheTabsFollowThePanel(t *testing.T) {
	s, d := New([]string{"a", "b", "c"}), paneltest.Desk("v=1")
	d.Panel = "c" // as a lesson has it
	if got, want := told(s, d), "a b [c]* settings 45 sighttab-c"; got != want {
		t.Errorf("opened: %s, want %s", got, want)
	}
	if got, want := told(s, d, "along ArrowLeft"), "a b* [c] settings 45 focustab-b"; got != want {
		t.Errorf("the next tab: %s, want %s", got, want)
	}
	d.Choose(9)
	if got, want := told(s, d, "close"), "a b* c settings 45 focustab-c"; got != want || d.Example != 0 {
		t.Errorf("closed: %s, want %s", got, want)
	}
	if r := s.Record(d).(Record); r.Panel != nil || !r.Lasting || r.Share != "0.45" || !r.Lessons.Hidden || r.Settings.Hidden {
		t.Errorf("closed: %+v", r)
	}
}

func TestOnAPhoneTheSheetComesUpWithWhatIsOpenedInIt(t *testing.T) {
	d := paneltest.Desk("v=1")
	for _, test := range []struct {
		pictures                  int
		intents                   string
		panel, up                 string
		settings, lessons         string // whether their tabs are selected
		settingsAway, lessonsAway bool
	}{
		{1, "", "", "false", "true", "false", false, true},
		{1, "pull", "", "true", "true", "false", false, true},
		{1, "pull, pull", "", "false", "true", "false", false, true},
		{1, "press b", "b", "true", "false", "false", false, true},
		{1, "press b, pull", "b", "false", "false", "false", false, true},
		{1, "press b, pull, press c", "c", "true", "false", "false", false, true},
		{1, "press b, side settings", "", "true", "true", "false", false, true},
		{1, "press b, side lessons", "", "true", "false", "true", true, false},
		{1, "press b, press b", "", "false", "true", "false", false, true},
		{1, "only b, side settings", "b", "true", "true", "false", false, true},
		{1, "side lessons", "", "true", "false", "true", true, false},
		{3, "press b, side settings", "b", "true", "true", "false", false, true},
		{3, "press b, side lessons", "b", "true", "false", "true", true, false},
	} {
		s := New([]string{"a", "b", "c"})
		d.Panel, d.Side = "", ""
		d.Stage.SetSlots(slotsOf(test.pictures))
		for _, intent := range strings.Split(test.intents, ",") {
			s.Do(d, strings.Fields(intent))
			s.Record(d)
		}
		d.Asked()
		r := s.Record(d).(Record)
		got := []any{d.Panel, r.Raised, r.Settings.Selected, r.Lessons.Selected, r.Settings.Hidden, r.Lessons.Hidden, r.Sheet != nil}
		want := []any{test.panel, test.up, test.settings, test.lessons, test.settingsAway, test.lessonsAway, test.up == "true"}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d pictures, %s: %v, want %v", test.pictures, test.intents, got, want)
		}
	}
}

// The sheet goes where the finger was going when it let go, however far it had come.
func TestTheSheetFollowsAFinger(t *testing.T) {
	for _, test := range []struct{ intents, pulled, want string }{
		{"press 0.7, move 0.695, lift 0.695, click 0.695", "0", "down pass"},
		{"press 0.7, move 0.6", "0.1", "down"},
		{"press 0.7, move 0.2", "0.3", "down"},
		{"press 0.7, move 0.8", "0", "down"},
		{"press 0.7, move 0.65, lift 0.65, click 0.65", "0", "up"},
		{"press 0.7, move 0.4, move 0.45, lift 0.45", "0", "down"},
		{"press 0.7, move 0.4, move 0.405, lift 0.405", "0", "up"},
		{"press 0.7, move 0.8, lift 0.8", "0", "down"},
		{"press 0.7, move 0.5, cancel 0.5, move 0.2", "0", "down"},
		{"press 0.7, move 0.6, lift 0.6, press 0.4, move 0.5", "-0.1", "up"},
		{"press 0.7, move 0.6, lift 0.6, press 0.4, move 0.9", "-0.3", "up"},
		{"press 0.7, move 0.6, lift 0.6, press 0.4, move 0.3, lift 0.3", "0", "up"},
		{"press 0.7, move 0.6, lift 0.6, press 0.4, move 0.5, lift 0.5", "0", "down"},
		{"move 0.6, lift 0.6", "0", "down"},
	} {
		s, d := New([]string{"a"}), paneltest.Desk("v=1")
		for _, act := range strings.Split(test.intents, ",") {
			words := strings.Fields(act)
			s.Do(d, []string{"pull", words[0], "0.5", words[1], "touch", "0"})
		}
		r := s.Record(d).(Record)
		got := map[string]string{"false": "down", "true": "up"}[r.Raised]
		for _, e := range d.Asked() {
			got += " " + e.Name
		}
		if pulled := fmt.Sprintf("%.3g", r.Pulled); got != test.want || pulled != test.pulled {
			t.Errorf("%s: %s, pulled %s; want %s, %s", test.intents, got, pulled, test.want, test.pulled)
		}
	}
}

// slotsOf is a window that shows so many pictures.
func slotsOf(pictures int) scene.Slots {
	slots := scene.Slots{Scale: 1}
	for i := range pictures {
		slots.Rects[i] = scene.Rect{W: 400, H: 300}
	}
	return slots
}

func TestAPictureFillsTheWindow(t *testing.T) {
	for _, test := range []struct {
		pictures      int
		picture       string
		hovering      bool
		intents, want string
	}{
		{3, "", false, "fill", "output return fill-output"},
		{3, "", true, "fill", "network return fill-network"},
		{3, "network", false, "fill", "output return fill-output"},
		{1, "network", false, "fill", "network return fill-network"},
		{1, "cost", false, "fill", "output return fill-output"},
		{3, "", true, "fill output", "output return fill-output"},
		{3, "", false, "fill network", "network return fill-network"},
		{3, "", false, "fill x", "output return fill-output"},
		{3, "", false, "fill, fill", "<nil> return fill-output"},
		{3, "", false, "fill network, fill network", "<nil> return fill-network"},
		{3, "", false, "fill, press b", "<nil> return fill-output sight tab-b"},
		{3, "", false, "fill, side lessons", "<nil> return fill-output"},
		{3, "", false, "fill network, skip panel-tabs", "<nil> return fill-network focus panel-tabs"},
		{3, "", false, "swap", "<nil> swapped"},
		{3, "", false, "swap, swap", "<nil>"},
	} {
		s, d := New([]string{"a", "b", "c"}), paneltest.Desk("v=1")
		d.Picture, d.Hovering = test.picture, test.hovering
		d.Stage.SetSlots(slotsOf(test.pictures))
		r := s.Record(d).(Record)
		for _, intent := range strings.Split(test.intents, ",") {
			s.Do(d, strings.Fields(intent))
			r = s.Record(d).(Record)
		}
		got := fmt.Sprint(r.Full)
		if r.Swapped != nil {
			got += " swapped"
		}
		for _, e := range d.Asked() {
			got += " " + e.Name + " " + e.With.(panel.Focus).ID
		}
		if got != test.want || r.Filled != fmt.Sprint(r.Full != nil) || s.Full() != (r.Full != nil) || r.Turned != fmt.Sprint(r.Swapped != nil) {
			t.Errorf("%d pictures, %s: %s (%s, %s), want %s", test.pictures, test.intents, got, r.Filled, r.Turned, test.want)
		}
	}
}
