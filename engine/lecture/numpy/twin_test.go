package numpy

import (
	"strings"
	"testing"
)

func TestTwinFollowsALittleAtATime(t *testing.T) {
	s := train(t, "steps=1000")
	twin := new(Twin)
	if twin.Follow(s, func() bool { return false }) || !strings.Contains(twin.Script(s), "It is not known yet") {
		t.Error("a twin that was not trained is there")
	}
	turns := 0
	for !twin.Follow(s, func() bool { turns++; return turns%4 != 0 }) {
	}
	if turns < 8 || twin.Script(s) != Script(s) {
		t.Errorf("after %d turns the program is not that of a run followed at once", turns)
	}

	s.Step(1)
	if turns = 0; !twin.Follow(s, func() bool { turns++; return true }) || turns != 1 {
		t.Errorf("one update more takes %d turns", turns)
	}
	if s.Reset(); !twin.Follow(s, func() bool { return false }) {
		t.Error("at step 0 there is something to find out")
	}
}

func TestTwinOfAnotherRunIsAnother(t *testing.T) {
	twin := new(Twin)
	for _, link := range []string{"steps=10", "seed=3&steps=20", "data=moons&steps=30", "net=0&test=25&steps=40"} {
		s := train(t, link)
		twin.Follow(s, func() bool { return true })
		if !strings.Contains(twin.Script(s), "\nassert ") {
			t.Errorf("%s is not followed", link)
		}
	}
}
