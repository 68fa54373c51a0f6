package strip

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
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
		{"height 30, height usual", "a* b c settings 45"},
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
