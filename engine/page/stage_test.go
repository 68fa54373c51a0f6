package page

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/scene"
)

func TestWhereSlotsAre(t *testing.T) {
	for _, test := range []struct{ intent, want string }{
		{"slots 2 network 10 20 600 400.5", "2 [{10 20 600 400.5} {0 0 0 0} {0 0 0 0}]"},
		{"slots 1.5", "1.5 [{0 0 0 0} {0 0 0 0} {0 0 0 0}]"},
		{"slots 1 cost 1 2 3 4 output 5 6 7 8", "1 [{0 0 0 0} {5 6 7 8} {1 2 3 4}]"},
		{"slots", "3 [{0 0 1 1} {0 0 0 0} {0 0 0 0}]"},
		{"slots 0", "3 [{0 0 1 1} {0 0 0 0} {0 0 0 0}]"},
		{"slots 1 attic 1 2 3 4", "3 [{0 0 1 1} {0 0 0 0} {0 0 0 0}]"},
		{"slots 1 cost 1 2 3 NaN", "3 [{0 0 1 1} {0 0 0 0} {0 0 0 0}]"},
	} {
		p := open(t, "v=1")
		p.Do(strings.Fields("slots 3 network 0 0 1 1")...)
		p.Do(strings.Fields(test.intent)...)
		slots := p.desk.Stage.Slots()
		if got := fmt.Sprint(slots.Scale, " ", slots.Rects); got != test.want {
			t.Errorf("%s: %s, want %s", test.intent, got, test.want)
		}
	}
}

func TestColoursOfPictures(t *testing.T) {
	p := open(t, "v=1")
	p.Do("theme", "paper", "#ffffff", "muted", "loud", "ink", "#ff0000", "accent")
	if got, want := p.desk.Stage.Theme().Ink, (scene.Colour{R: 1, A: 1}); got != want {
		t.Errorf("ink is %v", got)
	}
}

func TestIntentsTogetherHaveOneAnswer(t *testing.T) {
	for _, test := range []struct {
		intents string
		step    int
		told    string
		still   bool
	}{
		{"3 run step 2 3 run step 1 1 refresh", 1, "state state stepped later; readouts scrubber transport", false},
		{"3 run step 1 9 run step 1", 1, "stepped later; readouts scrubber transport", false},
		{"x run step 1", 0, ";", true},
		{"-1", 0, ";", true},
		{"2 lessons yield", 0, ";", false},
		{"0 4 together 2 calm true", 0, ";", false},
		{"", 0, ";", true},
	} {
		p := open(t, "v=1")
		p.Do()
		a := p.Do(append([]string{"together"}, strings.Fields(test.intents)...)...)
		var told []string
		for _, e := range a.Effects {
			told = append(told, e.Name)
		}
		text := strings.Join(told, " ") + ";"
		for _, r := range a.Records {
			text += " " + r.Name
		}
		if step := p.Run().Session().At(); step != test.step || text != test.told || p.Still() != test.still {
			t.Errorf("%s: step %d, %s, still %v", test.intents, step, text, p.Still())
		}
	}
}
