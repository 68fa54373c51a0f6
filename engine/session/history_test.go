package session

import "testing"

func TestHistoryIsBoundedAndEven(t *testing.T) {
	s := open(t, "n=10&net=0&lr=0.01")
	for _, steps := range []int{0, 1, 5, 1022, 1023, 1024, 2047, 5000, 50001} {
		s.Step(steps - s.Metrics().Step)
		records := s.History()
		if len(records) > 1024 || steps > 1024 && len(records) < 512 {
			t.Errorf("%d records at step %d", len(records), steps)
		}
		if first, last := records[0], records[len(records)-1]; first.Step != 0 || last.Step != steps || last.Cost != s.Metrics().Cost {
			t.Errorf("at step %d the history goes from %+v to %+v", steps, first, last)
		}
		stride := records[min(1, len(records)-1)].Step
		for i, r := range records[:len(records)-1] {
			if r.Step != i*stride {
				t.Fatalf("at step %d record %d is of step %d, want %d", steps, i, r.Step, i*stride)
			}
		}
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
