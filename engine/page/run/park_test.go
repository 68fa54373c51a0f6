package run

import (
	"fmt"
	"testing"

	"shallows/engine/link"
)

func TestARunThatIsOpened(t *testing.T) {
	r := open("v=1")
	r.Open("v=1&net=3&steps=40&lr=x")
	changes := fmt.Sprint(r.Changes())
	if want := "[{open true [{lr x 1.2 invalid}] false false true <nil>}]"; changes != want {
		t.Errorf("got %s, want %s", changes, want)
	}
	if got := link.Fragment(r.Session()); got != "v=1&net=3" {
		t.Errorf("got %s", got)
	}
	r.Session().Step(10)
	if first, last := r.Session().Reach(); first != 0 || last != 10 {
		t.Errorf("it remembers %d to %d", first, last)
	}
	r.Open("#activation=relu&dataset=xor&showTestData=false&discretize=true")
	if view := r.stage.View(); !view.Discretise || !view.HideTest {
		t.Errorf("it shows %+v", view)
	}
}

func TestAParkedRunComesBackAsItWas(t *testing.T) {
	r := open("v=1&data=spiral&net=5,3&batch=64&opt=adam&lr=0.05")
	own := r.Session()
	own.Step(37)
	if err := own.SetWeight(1, 2, 1, 0.125); err != nil {
		t.Fatal(err)
	}
	own.Step(11)
	own.GoTo(40, 100)
	before := link.Fragment(own)
	r.Unpark() // nothing is aside
	if changes := r.Changes(); len(changes) > 0 {
		t.Error(changes)
	}
	r.Park()
	r.Open("v=1&data=xor&net=2")
	r.Session().Step(20)
	r.Park() // what is aside stays
	r.Open("v=1")
	r.Changes()
	r.Unpark()
	if changes := fmt.Sprint(r.Changes()); changes != "[{open true [] false false false <nil>}]" {
		t.Error(changes)
	}
	if r.Session() != own || link.Fragment(own) != before {
		t.Errorf("the run came back as %s, was %s", link.Fragment(r.Session()), before)
	}
	if first, last := own.Reach(); first != 0 || last != 48 {
		t.Errorf("it can go to %d to %d", first, last)
	}
	// The optimizer's memory and the batches are as they were: training goes on as if nothing had been.
	own.GoTo(48, 100)
	own.Step(20)
	other := open("v=1&data=spiral&net=5,3&batch=64&opt=adam&lr=0.05").Session()
	other.Step(37)
	if err := other.SetWeight(1, 2, 1, 0.125); err != nil {
		t.Fatal(err)
	}
	other.Step(31)
	if link.Fragment(own) != link.Fragment(other) {
		t.Error("it trains on as another run")
	}
}
