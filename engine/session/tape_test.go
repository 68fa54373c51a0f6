package session

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"shallows/engine/dataset"
)

// However the steps are counted out, going back takes the same time.
func TestSnapshotsDoNotDependOnSlices(t *testing.T) {
	whole, sliced := open(t, "n=10&net=0"), open(t, "n=10&net=0")
	whole.Remember()
	sliced.Remember()
	whole.Step(20_000)
	for i := 0; sliced.step < 20_000; i++ {
		sliced.Step(min(i%7, 20_000-sliced.step))
		sliced.History()
	}
	snapped := func(s *Session) (steps []int) {
		for _, m := range s.tape.snapshots {
			steps = append(steps, m.step)
		}
		return steps
	}
	if !slices.Equal(snapped(whole), snapped(sliced)) {
		t.Error("the snapshots differ when the steps are made in slices")
	}
}

func TestMemoryAndWayBackAreBounded(t *testing.T) {
	const steps = 100_000
	for _, test := range []struct {
		link   string
		far    int // updates to any step, at most
		memory int // bytes
	}{
		{"n=10", 128, 2 << 20},
		{"n=10&net=27,27,27,27,27,27&in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2", 512, 10 << 20},
		{"n=10&net=27,27,27,27,27,27&in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&opt=adam", 2048, 10 << 20},
	} {
		t.Run(test.link, func(t *testing.T) {
			s := open(t, test.link)
			before := heap()
			s.Remember()
			for s.step < steps { // without training, which would take an hour
				s.step++
				s.arrive()
			}
			if grown := heap() - before; grown > test.memory {
				t.Errorf("%d bytes after %d steps, want at most %d", grown, steps, test.memory)
			}
			for i, m := range s.tape.snapshots[1:] {
				if apart := m.step - s.tape.snapshots[i].step; apart > test.far {
					t.Errorf("from step %d the next snapshot is %d away, want at most %d", m.step, apart, test.far)
				}
			}
			if last := s.tape.snapshots[len(s.tape.snapshots)-1]; steps-last.step > test.far {
				t.Errorf("the last snapshot is of step %d", last.step)
			}
			runtime.KeepAlive(s)
		})
	}
}

// Nor does a point dragged among thousands.
func TestOwnDataAreBounded(t *testing.T) {
	s := drawn(t, "net=0&batch=10", dataset.MaxOwn)
	before := heap()
	s.Remember()
	for i := range 1000 {
		if !s.Draw(func(d *dataset.Drawing) bool { return d.Move(1, float64(i%5), 1, i > 0) }) {
			t.Fatal("the point is not moved")
		}
		s.Step(1)
	}
	if grown := heap() - before; grown > 18<<20 {
		t.Errorf("%d bytes after a point has moved 1000 times", grown)
	}
	if first, last := s.Reach(); last != 1000 || last-first < 50 {
		t.Errorf("the reach is %d to %d", first, last)
	}
	runtime.KeepAlive(s)
}

func heap() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// A slider moved for minutes while the run plays costs the run's beginning, not ever more memory.
func TestChangesAreBounded(t *testing.T) {
	for _, between := range []int{0, 1} {
		s := open(t, "n=10&net=0")
		s.Remember()
		for i := range 5000 {
			key := []string{"lr", "l1"}[i%2]
			set(t, key, fmt.Sprint(0.001*float64(1+i%7)))(s)
			if err := s.SetBias(1, 1, float64(i)); err != nil {
				t.Fatal(err)
			}
			s.Step(between)
		}
		if n := len(s.tape.changes); n > 1024 {
			t.Errorf("%d changes are kept", n)
		}
		stood := record(s, 100, nil)
		first, last := s.Reach()
		s.GoTo(first, 1e6)
		s.GoTo(last-50, 1e6)
		if last != 5000*between+100 || !reflect.DeepEqual(stand(s), stood[50]) {
			t.Errorf("of %d to %d, step %d is not what it was", first, last, last-50)
		}
	}
}

func TestRememberingAllocatesNothing(t *testing.T) {
	s := open(t, "test=20")
	s.Remember()
	s.Step(4000) // so that there is room for what is kept
	if allocations := testing.AllocsPerRun(1000, func() { s.Step(1); s.Metrics(); s.Records() }); allocations != 0 {
		t.Errorf("%v allocations a step, want none", allocations)
	}
}
