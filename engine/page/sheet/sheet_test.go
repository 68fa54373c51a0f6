package sheet

import (
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/readouts"
	"shallows/engine/page/record"
)

const site, address = "https://notes.example/nn/", "https://notes.example/nn/#v=1"

// of returns the sheet of a run.
func of(fragment string, words ...string) (shown Printed, shape string) {
	d, p := paneltest.Desk(fragment), New()
	p.Do(d, append([]string{"of"}, words...))
	r := p.Record(d).(Record)
	return r.Shown.Record, r.Shape
}

func TestPicturesAreThoseOfThePage(t *testing.T) {
	for shown, want := range map[string]string{
		"":                          "whole wide",
		"output":                    "output square",
		"network":                   "network wide",
		"network output":            "whole wide",
		"network output cost panel": "whole wide",
		"output cost":               "output cost wide",
		"cost network":              "network cost wide",
		"panel":                     "wide",
	} {
		r, shape := of("v=1", append([]string{address, "Mine"}, strings.Fields(shown)...)...)
		var parts []string
		for _, p := range r.Pictures {
			parts = append(parts, p.Key)
			if p.Says.Key != "summary.classes" {
				t.Errorf("%s: it says %v", shown, p.Says)
			}
		}
		if got := strings.Join(append(parts, shape), " "); got != want {
			t.Errorf("%s: %s, want %s", shown, got, want)
		}
		if r.Title != "Mine" || r.Address != address || r.Code != "code" {
			t.Errorf("%+v", r)
		}
	}
}

func TestSettingsAreTheMainOnesAndTheUnusual(t *testing.T) {
	r, _ := of("v=1&data=moons&l2=0.001&steps=20", address, "Mine")
	var said []string
	for _, s := range r.Settings {
		said = append(said, s.Key)
	}
	if got := strings.Join(said, " "); got != "data n in net act out loss init seed lr opt batch l2" {
		t.Errorf("settings %s", got)
	}
	numbers := r.Numbers.(readouts.Record)
	if numbers.Step != 20 || !numbers.NoTest || numbers.NoAccuracy {
		t.Errorf("numbers %+v", numbers)
	}
}

func TestALongLinkIsASentence(t *testing.T) {
	for length, want := range map[int]string{2000: "code", 2001: "code print.longLink", 3000: "print.longLink"} {
		r, _ := of("v=1", site+strings.Repeat("x", length-len(address)), "Mine")
		if got := strings.TrimSpace(r.Code + " " + r.TooLong.Key); got != want || (r.Address == "") != (r.TooLong.Key != "") {
			t.Errorf("%d characters: %s, want %s", length, got, want)
		}
	}
}

func TestWhoseRunItIs(t *testing.T) {
	d, p := paneltest.Desk("v=1"), New()
	nothing := func() {
		t.Helper()
		if got := string(record.JSON(p.Record(d))); got != "{}" {
			t.Errorf("it is not printed, and there is %s", got)
		}
	}
	nothing()
	p.Do(d, []string{"of", address, "Mine"})
	if r := p.Record(d).(Record).Shown.Record; r.Lesson.Key != "" || r.Panel.Key != "" || !d.Still {
		t.Errorf("got %+v", r)
	}
	d.Lesson, d.Panel = "symmetry", "ledger"
	if r := p.Record(d).(Record).Shown.Record; r.Lesson.Key != "lesson.symmetry" || r.Panel.Key != "panel.ledger" {
		t.Errorf("got %+v", r)
	}
	p.Do(d, []string{"away"})
	nothing()
}

func TestWithoutExamplesThereIsASheet(t *testing.T) {
	if r, _ := of("v=1&data=own", address, "Mine"); r.Numbers.(readouts.Record).Cost != "–" || r.Pictures[0].Says.Key != "" {
		t.Errorf("got %+v", r)
	}
}
