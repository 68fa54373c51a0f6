package transport

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

func TestWhatButtonsShow(t *testing.T) {
	for _, test := range []struct {
		link, intent string
		play         string
		can          string
	}{
		{"v=1", "", "transport.play", "step"},
		{"v=1", "play", "transport.pause", "step"},
		{"v=1", "step 1", "transport.play", "back step"},
		{"v=1&data=plane&act=relu&init=he&scale=1&lr=100&steps=2000", "", "transport.play", ""},
	} {
		d := paneltest.Desk(test.link)
		d.Run.Do(strings.Fields(test.intent))
		r := Buttons{}.Record(d).(ButtonsRecord)
		can, tip := "", test.play
		if test.can == "" {
			tip = "transport.stopped"
		}
		if !r.AtFirst {
			can += "back "
		}
		if !r.Diverged {
			can += "step"
		}
		if r.Play.Key != test.play || r.Tip.Key != tip || can != test.can || r.Speed != "normal" || fmt.Sprint(r.Speeds[2].Name) != "{speed.normal [from 10 to 600]}" {
			t.Errorf("%s, %s: %+v can %s", test.link, test.intent, r, can)
		}
	}
}

func TestProgress(t *testing.T) {
	d := paneltest.Desk("v=1")
	if r := (Progress{}).Record(d).(ProgressRecord); !r.Away {
		t.Errorf("got %+v", r)
	}
	d.Run.Do([]string{"step", "5"})
	d.Run.Turn(0, 0)
	if got, want := fmt.Sprint(Progress{}.Record(d)), "{false false 1 5 {seeking.text [step 1 goal 5]}}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTheWayBack(t *testing.T) {
	for _, test := range []struct {
		log    bool
		before string // the step to be at
		intent string
		at     int
		here   int
		says   string
	}{
		{false, "1500", "", 1500, 1500, "1,500 of 2,000"},
		{false, "1500", "key ArrowLeft", 1499, 1499, "1,499 of 2,000"},
		{false, "1500", "key ArrowUp", 1501, 1501, "1,501 of 2,000"},
		{false, "1500", "key PageDown", 1300, 1300, "1,300 of 2,000"},
		{false, "1500", "key PageUp", 1700, 1700, "1,700 of 2,000"},
		{false, "1500", "key Home", 0, 0, "0 of 2,000"},
		{false, "1500", "key End", 2000, 2000, "2,000 of 2,000"},
		{false, "2000", "key ArrowRight", 2000, 2000, "2,000 of 2,000"},
		{false, "1500", "key Tab", 1500, 1500, "1,500 of 2,000"},
		{false, "1500", "place 7", 7, 7, "7 of 2,000"},
		{false, "1500", "place x", 1500, 1500, "1,500 of 2,000"},
		{true, "1500", "", 1500, 962, "1,500 of 2,000"},
		{true, "1500", "place 500", 44, 501, "44 of 2,000"},
		{true, "1500", "place 1000", 2000, 1000, "2,000 of 2,000"},
	} {
		d := paneltest.Desk("v=1&n=10&net=1")
		d.Stage.SetView(scene.View{LogSteps: test.log})
		settle := func() {
			for d.Run.State() == "seeking" {
				d.Run.Turn(0, 1e6)
			}
		}
		d.Run.Step(2000, "")
		settle()
		d.Run.Do([]string{"go", test.before})
		settle()
		new(Scrubber).Do(d, strings.Fields(test.intent))
		settle()
		r := new(Scrubber).Record(d).(ScrubberRecord)
		says := fmt.Sprint(r.Says.Get("step"), " of ", r.Says.Get("last"))
		if d.Session().At() != test.at || r.Here != test.here || says != test.says || r.Away {
			t.Errorf("%v, %s: at %d, %s, %s", test.log, test.intent, d.Session().At(), says, record.JSON(r))
		}
	}
}

func TestThereIsNoWayBackFromTheStart(t *testing.T) {
	d := paneltest.Desk("v=1")
	if r := new(Scrubber).Record(d).(ScrubberRecord); !r.Away || r.Highest != 1 {
		t.Errorf("got %+v", r)
	}
}

func TestTheCurveIsDraggedAlong(t *testing.T) {
	for _, test := range []struct {
		intents string
		at      int
	}{
		{"press 150 100 mouse 0", 10},
		{"press 150 100 mouse 0; move 300 100 mouse -1", 20},
		{"press 150 100 mouse 0; move -5 900 mouse -1", 0},
		{"move 150 100 mouse -1", 20},
		{"press 150 900 mouse 0; move 150 100 mouse -1", 20},
		{"press 150 100 mouse 0; press 150 900 mouse 0; move 0 100 mouse -1", 10},
		{"press 150 100 mouse 0; lift 150 100 mouse 0; move 300 100 mouse -1", 10},
		{"press 150 100 mouse 2", 20},
		{"press x 100 mouse 0", 20},
	} {
		d := paneltest.Desk("v=1&n=10&net=1")
		slots := scene.Slots{Scale: 1}
		slots.Rects[scene.CostSlot] = scene.Rect{W: 300, H: 200}
		d.Stage.SetSlots(slots)
		d.Run.Step(20, "")
		for d.Run.State() == "seeking" {
			d.Run.Turn(0, 1e6)
		}
		s := new(Scrubber)
		for _, intent := range strings.Split(test.intents, "; ") {
			s.Do(d, strings.Fields(intent))
		}
		if got := d.Session().At(); max(got-test.at, test.at-got) > 3 {
			t.Errorf("%s: at step %d, want about %d", test.intents, got, test.at)
		}
	}
}
