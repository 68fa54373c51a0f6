package session

import (
	"slices"
	"testing"
)

func TestHistoryIsBoundedAndDense(t *testing.T) {
	s := open(t, "n=10&net=0&lr=0.01")
	var before []Record
	for _, steps := range []int{0, 1, 5, 1022, 1023, 1024, 2047, 5000, 50001} {
		s.Step(steps - s.Metrics().Step)
		records := s.History()
		if limit := 1024 + 512*6; len(records) > limit {
			t.Errorf("%d records at step %d, want at most %d", len(records), steps, limit)
		}
		if first, last := records[0], records[len(records)-1]; first.Step != 0 || last.Step != steps || last.Cost != s.Metrics().Cost {
			t.Errorf("at step %d the history goes from %+v to %+v", steps, first, last)
		}
		for i, r := range records[1:] {
			if apart := r.Step - records[i].Step; apart < 1 || apart > max(1, r.Step/512) {
				t.Errorf("at step %d the history goes from step %d to %d", steps, records[i].Step, r.Step)
			}
		}
		// The last of before may have been there only as the present step.
		if n := max(0, len(before)-1); !slices.EqualFunc(before[:n], records[:n], sameRecord) {
			t.Errorf("at step %d the history of the steps before is another one", steps)
		}
		before = slices.Clone(records)
	}
}

func TestHistoryFollowsAnEdit(t *testing.T) {
	s := open(t, "")
	s.Step(10)
	if err := s.SetWeight(2, 1, 1, 3); err != nil {
		t.Fatal(err)
	}
	edited := s.Metrics().Cost
	s.Step(1)
	if records := s.History(); len(records) != 12 || records[10].Cost != edited {
		t.Errorf("%d records; the one of the edited step costs %v, want %v", len(records), records[10].Cost, edited)
	}
}

func TestARunWithoutHistoryIsTheSame(t *testing.T) {
	s, recorded := open(t, "batch=32"), open(t, "batch=32")
	s.KeepNoHistory()
	s.Step(50)
	recorded.Step(50)
	if !slices.Equal(parameters(s), parameters(recorded)) {
		t.Error("other parameters")
	}
	if h := s.History(); len(h) != 1 || h[0].Step != 50 || h[0].Cost != recorded.History()[50].Cost {
		t.Errorf("the history is %v", h)
	}
}
