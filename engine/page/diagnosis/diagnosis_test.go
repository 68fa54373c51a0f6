package diagnosis

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// overfitting is the run of the lesson, trained.
const overfitting = "v=1&data=circle&n=200&noise=0.3&test=80&net=16&lr=0.6&steps=2000"

// visit is a page with the line.
type visit struct {
	part *Part
	desk *panel.Desk
}

func begin(fragment string) *visit { return &visit{New(), paneltest.Desk(fragment)} }

// do has the run do something, as far as it goes, and tells the line of its changes.
func (v *visit) do(intent string) {
	v.desk.Run.Do(strings.Fields(intent))
	for _, change := range v.desk.Run.Changes() {
		v.part.Hear(v.desk, change)
	}
	for v.desk.Run.State() == run.Seeking {
		v.desk.Run.Turn(0, 1e6)
	}
}

// says is the line in short: its sign, what is announced, and where its link leads.
func (v *visit) says() string {
	r := v.part.Record(v.desk).(*Record)
	if r.Away {
		return fmt.Sprint("away", r.News.Key)
	}
	return strings.TrimSpace(fmt.Sprint(r.Says.Key, " [", r.News.Key, "] ", r.Lesson.Open))
}

func TestTheLineFollowsTheRun(t *testing.T) {
	v := begin("v=1")
	for _, test := range []struct{ intent, want string }{
		{"", "away"},
		{"open v=1&init=constant&scale=0.5", "diagnosis.alike [diagnosis.alike] lessons show initialisation 1"},
		{"step 3", "diagnosis.alike [diagnosis.alike] lessons show initialisation 1"},
		{"open v=1&data=own", "away"},
		{"open v=1&init=zeros", "diagnosis.still [diagnosis.still] lessons show initialisation 2"},
		{"open v=1&data=iris&net=3&act=relu&lr=0.1&steps=300", "diagnosis.blocked [diagnosis.blocked] lessons show activations 2"},
		{"open v=1&lr=100", "away"},
		{"step 20", "diagnosis.jumps [diagnosis.jumps] lessons show gradient-descent 4"},
		{"reset", "away"},
		{"step 20", "diagnosis.jumps [diagnosis.jumps] lessons show gradient-descent 4"},
		{"open v=1&lr=100&data=plane&act=relu&init=he", "away"},
		{"step 20", "away"}, // it has diverged, which a notice says
		{"open v=1&data=circle&act=relu&init=he", "away"},
		{"step 20", "diagnosis.dead [diagnosis.dead] lessons show activations 2"},
		{"open " + overfitting, "diagnosis.overfits [diagnosis.overfits] lessons show overfitting 1"},
	} {
		v.do(test.intent)
		if got := v.says(); got != test.want {
			t.Errorf("%s: %s, want %s", test.intent, got, test.want)
		}
	}
}

// A run that shows a sign, no more and again is told of once.
func TestASignIsAnnouncedOnceARun(t *testing.T) {
	v := begin("v=1&lr=100")
	for _, test := range []struct{ intent, want string }{
		{"step 20", "diagnosis.jumps [diagnosis.jumps] lessons show gradient-descent 4"},
		{"step 1", "diagnosis.jumps [diagnosis.jumps] lessons show gradient-descent 4"},
		{"go 0", "away"},
		{"go 21", "diagnosis.jumps [] lessons show gradient-descent 4"},
		{"reset", "away"},
		{"step 20", "diagnosis.jumps [diagnosis.jumps] lessons show gradient-descent 4"},
	} {
		v.do(test.intent)
		if got := v.says(); got != test.want {
			t.Errorf("%s: %s, want %s", test.intent, got, test.want)
		}
	}
}

// A lower rate is given a chance before anything more is said of it.
func TestWhatWasBeforeAChangeCountsNoMore(t *testing.T) {
	v := begin("v=1&lr=100")
	v.do("step 20")
	if r := v.part.Record(v.desk).(*Record); r.Says.Key != "diagnosis.jumps" {
		t.Fatalf("it shows %v", r)
	}
	v.desk.Run.Set("lr", "0.01", run.Set)
	v.do("")
	v.do("step 20")
	if got := v.says(); strings.Contains(got, "jumps") {
		t.Errorf("at a low rate it says %s", got)
	}
}

func TestInTheLessonItLeadsToThereIsNoLink(t *testing.T) {
	v := begin("v=1&init=zeros")
	v.desk.Lesson = "initialisation"
	if r := v.part.Record(v.desk).(*Record); r.Away || r.Lesson.Says.Key != "" {
		t.Errorf("it shows %v", r)
	}
	v.desk.Lesson = "softmax"
	if r := v.part.Record(v.desk).(*Record); r.Lesson.Says.Get("name").(record.Text).Key != "lesson.initialisation" || r.Lesson.Address != "?lesson=initialisation&page=2" {
		t.Errorf("in another lesson it shows %v", r)
	}
}

func TestItIsLookedAtNowAndThenWhileTheRunMoves(t *testing.T) {
	v := begin("v=1&lr=100")
	first := v.part.Record(v.desk)
	v.desk.Moving = true
	v.desk.Run.Session().Step(20)
	if v.part.Record(v.desk) != first {
		t.Error("it is looked at once more at once")
	}
	v.part.rested = v.part.rested.Add(-panel.LeastRest)
	if v.says() == "away" {
		t.Error("it is not looked at any more")
	}
	v.desk.Run.Session().Reset()
	v.desk.Moving = false
	if got := v.says(); got != "away" {
		t.Errorf("at rest it says %s", got)
	}
}
