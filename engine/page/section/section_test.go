package section

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

func TestWhatIsShownOfWideData(t *testing.T) {
	d := paneltest.Shown("v=1&data=shell&n=100")
	do := func(intent string) Record {
		Part{}.Do(d, strings.Fields(intent))
		return Part{}.Record(d).(Record)
	}
	said := func(r Record) string {
		text := r.Across + r.Up + fmt.Sprint(r.Principal)
		for _, s := range r.Held {
			text += fmt.Sprintf(" %s at %d", s.Key, s.Position)
		}
		return text
	}
	first := said(do(""))
	if !strings.HasPrefix(first, "01false 2 at ") {
		t.Fatalf("at first: %s", first)
	}
	for _, test := range []struct{ intent, want string }{
		{"hold 2 200", "01false 2 at 200"},
		{"hold 2 0", "01false 2 at 0"},
		{"hold 2 201", "01false 2 at 0"},
		{"hold 2 x", "01false 2 at 0"},
		{"hold 7 3", "01false 2 at 0"},
		{"across 1", "10false 2 at 0"},
		{"up -1", "10false 2 at 0"},
		{"across 0", "01false 2 at 0"},
		{"principal true", "01true"},
		{"principal false", "01false 2 at 0"},
	} {
		if got := said(do(test.intent)); got != test.want {
			t.Errorf("%s: %s, want %s", test.intent, got, test.want)
		}
	}
	r := do("hold 2 200")
	if got := d.Session().Held()[2]; got != max(got, d.Session().Train().X[2][0]) || r.Held[0].Value == "" || r.Held[0].Symbol == "" || r.Held[0].Filled != "1" {
		t.Errorf("held at %v, told as %s", got, record.JSON(r))
	}
	if r = do("up 2"); len(r.Held) != 1 || r.Held[0].Key != "1" || len(r.Columns) != 3 {
		t.Errorf("%s", record.JSON(r))
	}
	if r = do("principal true"); r.Share.Key != "section.share" {
		t.Errorf("%s", record.JSON(r))
	}
	if r := (Part{}).Record(paneltest.Shown("v=1")).(Record); !r.Flat || r.Columns != nil {
		t.Errorf("of the plane: %s", record.JSON(r))
	}
}
