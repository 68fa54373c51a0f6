package session

import (
	"fmt"
	"reflect"
	"testing"

	"shallows/engine/config"
)

func TestACloneGoesItsOwnWay(t *testing.T) {
	for _, fragment := range []string{"v=1&batch=64&opt=adam&lr=0.05", "v=1&data=shell&test=0.2", "v=1&data=own"} {
		c, _ := config.Decode(fragment)
		s, twin := New(c), New(c)
		both := []*Session{s, twin}
		for _, r := range both {
			r.Remember()
			r.Step(20)
			if err := r.SetBias(1, 1, 0.25); err != nil {
				t.Fatal(err)
			}
			changed, _ := r.Config().With(config.Pair{Key: "lr", Value: "0.3"})
			r.Apply(changed)
			r.Step(17)
		}
		same := func(what string, a, b *Session) {
			t.Helper()
			if !reflect.DeepEqual(a.State(), b.State()) || a.Config().Encode() != b.Config().Encode() || a.Replayable() != b.Replayable() || a.Typed() != b.Typed() {
				t.Errorf("%s: %s is another run", fragment, what)
			}
			if fmt.Sprint(a.History()) != fmt.Sprint(b.History()) { // where there are no test data costs are NaN
				t.Errorf("%s: %s has another history", fragment, what)
			}
		}
		clone := s.Clone()
		same("a clone", clone, twin)
		s.Step(30)
		if err := s.SetWeight(1, 1, 1, 4); err != nil {
			t.Fatal(err)
		}
		s.Step(5)
		same("a clone that stayed", clone, twin)
		clone.GoTo(10, 1e6)
		twin.GoTo(10, 1e6)
		same("a clone that went back", clone, twin)
		clone.GoTo(37, 1e6)
		clone.Step(9)
		twin.GoTo(37, 1e6)
		twin.Step(9)
		same("a clone that went on", clone, twin)
	}
}
