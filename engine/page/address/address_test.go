package address

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/run"
)

// visit is an address with the run of its page.
type visit struct {
	Address
	desk *panel.Desk
	now  time.Time
}

func open(fragment string) *visit {
	v := &visit{desk: paneltest.Desk(fragment), now: time.Now()}
	v.At("#" + fragment)
	v.desk.Run.Events()
	return v
}

// told is what the address is asked to become: + as another entry of the history.
func (v *visit) told() string {
	for _, event := range v.desk.Run.Events() {
		v.Hear(v.desk, event, v.now)
	}
	v.Follow(v.desk)
	var list []string
	for _, effect := range v.desk.Asked() {
		if w, ok := effect.With.(Written); ok {
			list = append(list, map[bool]string{true: "+"}[w.Push]+w.Fragment)
		}
	}
	return strings.Join(list, " ")
}

func TestTheAddressFollowsTheRun(t *testing.T) {
	set := func(key, value string, cause run.Cause) func(*visit) {
		return func(v *visit) { v.desk.Run.Set(key, value, cause) }
	}
	for _, test := range []struct {
		name   string
		act    func(*visit)
		atOnce string
		rested string
	}{
		{"nothing", func(*visit) {}, "", ""},
		{"a data set", set("data", "xor", run.Set), "+#v=1&data=xor", ""},
		{"a rate, which keeps the weights", set("lr", "1", run.Set), "", "#v=1&lr=1"},
		{"a slider that is moved", set("noise", "0.5", run.Drag), "", "#v=1&noise=0.5"},
		{"a step", func(v *visit) { v.desk.Run.Step(1, "") }, "", "#v=1&steps=1"},
		{"other weights", func(v *visit) { v.desk.Run.Redraw() }, "+#v=1&seed=3", ""},
		{"while the address is pinned", func(v *visit) { v.desk.Pinned = "#v=1&net=9"; v.desk.Run.Redraw() }, "#v=1&net=9", ""},
		{"the run is on its way", func(v *visit) { v.desk.Run.Step(5, "") }, "", ""},
	} {
		v := open("v=1")
		test.act(v)
		atOnce := v.told()
		v.desk.Quiet = v.desk.Run.State() == run.Paused
		if rested := v.told(); atOnce != test.atOnce || rested != test.rested {
			t.Errorf("%s: at once %s, at rest %s", test.name, atOnce, rested)
		}
	}
}

func TestWhatComesFromOutsideIsOpened(t *testing.T) {
	for _, test := range []struct{ pinned, came, want, yields string }{
		{"", "#v=1&net=3", "#v=1&net=3", ""},
		{"", "#v=1", "#v=1", ""},
		{"#v=1&net=7", "#v=1&net=7", "#v=1", ""},
		{"#v=1&net=7", "#v=1&net=3", "#v=1&net=3", "yields"},
	} {
		v := open("v=1")
		v.desk.Pinned = test.pinned
		v.told()
		yields := ""
		v.Came(v.desk, test.came, func() { v.desk.Pinned, yields = "", "yields" })
		if got := v.desk.Hash(); got != test.want || yields != test.yields {
			t.Errorf("%+v: %s %s", test, got, yields)
		}
		if opened := len(v.desk.Run.Changes()) > 0; opened != (test.want != "#v=1") {
			t.Errorf("%+v: opened %v", test, opened)
		}
		v.desk.Quiet = true
		if got := v.told(); got != "" {
			t.Errorf("%+v: told %s", test, got)
		}
	}
}

// WebKit refuses more entries of the history in so short a time.
func TestQuickChangesShareAnEntry(t *testing.T) {
	v := open("v=1")
	pushed := func() (n int) {
		for i := range 80 {
			v.desk.Run.Set("seed", fmt.Sprint(100+i), run.Set)
			n += strings.Count(v.told(), "+")
		}
		return n
	}
	if got := pushed(); got != most {
		t.Errorf("%d entries", got)
	}
	v.now = v.now.Add(span)
	if got := pushed(); got != most {
		t.Errorf("%d more entries later", got)
	}
}

func TestAnAddressThatWasRefusedIsWrittenLater(t *testing.T) {
	v := open("v=1")
	v.desk.Run.Set("lr", "1", run.Set)
	v.desk.Quiet = true
	if got := v.told(); got != "#v=1&lr=1" {
		t.Errorf("at first %s", got)
	}
	if got := v.told(); got != "" {
		t.Errorf("once more %s", got)
	}
	v.At("#v=1")
	if got := v.told(); got != "#v=1&lr=1" {
		t.Errorf("then %s", got)
	}
}
