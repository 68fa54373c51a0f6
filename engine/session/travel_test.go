package session

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// standing is all there is to see of a run at a step.
type standing struct {
	state      State
	config     config.Config
	replayable bool
	record     Record
	diverged   bool
	ahead      []int
	own        dataset.Points
	undo, redo bool
}

func stand(s *Session) standing {
	r := s.Now()
	if math.IsNaN(r.TestCost) {
		r.TestCost = -1
	}
	return standing{
		s.State(), s.Config(), s.Replayable(), r, s.Metrics().Diverged, s.Ahead(),
		s.Own(), s.CanUndo(), s.CanRedo(),
	}
}

// record trains a run that remembers for some steps, with changes on the way, and returns how it stood at each.
func record(s *Session, steps int, changes map[int]func(*Session)) (stood []standing) {
	first := s.Metrics().Step
	for {
		step := s.Metrics().Step
		if change := changes[step]; change != nil {
			change(s)
		}
		stood = append(stood, stand(s))
		if step == first+steps || s.Step(1) == 0 {
			return stood
		}
	}
}

func set(t testing.TB, key, value string) func(*Session) {
	return func(s *Session) {
		c, warnings := s.Config().With(config.Pair{Key: key, Value: value})
		if len(warnings) > 0 || s.Apply(c) {
			t.Errorf("%s=%s is not a change on the way: %v", key, value, warnings)
		}
	}
}

func TestGoToFindsEveryStepAsItWas(t *testing.T) {
	const steps = 3000
	weight := func(s *Session) {
		if err := s.SetWeight(1, 1, 2, 0.5); err != nil {
			t.Error(err)
		}
	}
	draw := func(edit func(*dataset.Drawing) bool) func(*Session) {
		return func(s *Session) {
			if !s.Draw(edit) {
				t.Error("nothing is drawn")
			}
		}
	}
	all := func(changes ...func(*Session)) func(*Session) {
		return func(s *Session) {
			for _, change := range changes {
				change(s)
			}
		}
	}
	tests := []struct {
		link     string
		backward Backward
		changes  map[int]func(*Session)
	}{
		{link: "n=20"},
		{link: "n=20&test=30&opt=momentum&batch=6&l1=0.001"},
		{link: "n=20&opt=rmsprop&lr=0.001&batch=7&l2=0.01"},
		{link: "n=20&opt=adam&lr=0.01&batch=5&bseed=3&net=3,3&act=relu&init=he"},
		{link: "n=20&data=bumps&batch=6", backward: (*nn.Network).Backward},
		{link: "n=20", changes: map[int]func(*Session){
			0:    set(t, "lr", "0.7"),
			1:    weight,
			700:  set(t, "opt", "adam"),
			701:  all(set(t, "lr", "0.1"), set(t, "lr", "0.01"), weight, set(t, "l1", "0.01")),
			1024: all(set(t, "batch", "6"), weight),
			1500: all(set(t, "opt", "gd"), set(t, "opt", "adam")),
			2001: set(t, "bseed", "9"),
			2002: all(set(t, "batch", "0"), set(t, "opt", "momentum")),
			2999: weight,
			3000: set(t, "l2", "0.1"),
		}},
		{link: "data=own&test=20&opt=momentum&batch=5", changes: map[int]func(*Session){
			0:    draw(add(1, 2, 1)),
			1:    draw(add(3, 2, 0)),
			2:    draw(undo),
			700:  draw(redo),
			701:  all(draw(add(-1, 1, 0)), set(t, "lr", "0.3"), draw(add(-1, 2, 0)), weight),
			1500: all(set(t, "batch", "7"), draw(func(d *dataset.Drawing) bool { return d.Move(3, 1, 1, false) })),
			1501: draw(func(d *dataset.Drawing) bool { return d.Move(3, 1, 2, true) }),
			2001: all(draw(undo), draw(undo), draw(add(0, 0, 1))),
			2002: draw(func(d *dataset.Drawing) bool { return d.Remove(4, false) }),
		}},
	}
	for _, test := range tests {
		s := NewOver(settings(t, test.link), dataset.AsOwn(dataset.Generate(dataset.Moons, 20, 0.2, 1), dataset.Home), test.backward)
		s.Remember()
		stood := record(s, steps, test.changes)
		r := rand.New(rand.NewPCG(1, 2))
		visits := []int{steps, 0, steps, 1, 2, 0, 1, steps - 1, 700, 701, 700, 702, 1024, 1023, 1500, 2001, 2002, 2003}
		for range 100 {
			visits = append(visits, r.IntN(steps+1))
		}
		for _, step := range visits {
			for !s.GoTo(step, 1+r.IntN(3)) {
			}
			if got, want := stand(s), stood[step]; !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: step %d is\n%+v, was\n%+v", test.link, step, got, want)
			}
		}
	}
}

func TestGoToStaysWithinReach(t *testing.T) {
	s := open(t, "n=20")
	s.Step(3)
	if !s.GoTo(1, 10) || s.Metrics().Step != 3 {
		t.Error("a run that does not remember goes back")
	}
	s.Remember()
	s.Step(5)
	for _, test := range []struct{ step, want int }{{0, 3}, {100, 8}, {-1, 3}, {5, 5}} {
		if !s.GoTo(test.step, 100) || s.Metrics().Step != test.want {
			t.Errorf("GoTo(%d) leads to step %d, want %d", test.step, s.Metrics().Step, test.want)
		}
		if first, last := s.Reach(); first != 3 || last != 8 {
			t.Errorf("at step %d the reach is %d to %d, want 3 to 8", test.want, first, last)
		}
	}
}

func TestTrainingFromAnEarlierStepRetraces(t *testing.T) {
	s := open(t, "n=20&test=30&opt=adam&batch=6")
	s.Remember()
	stood := record(s, 2500, nil)
	whole, _ := s.Records()
	whole = slices.Clone(whole)

	s.GoTo(1001, 5000)
	s.Step(400)
	if !reflect.DeepEqual(stand(s), stood[1401]) {
		t.Error("training from an earlier step leads elsewhere")
	}
	records, present := s.Records()
	if records[present].Step != 1401 || records[present].Cost != stood[1401].record.Cost {
		t.Errorf("the record of step 1401 is %+v", records[present])
	}
	if without := slices.Delete(slices.Clone(records), present, present+1); !slices.EqualFunc(without, whole, sameRecord) {
		t.Error("going back changes the records of the run so far")
	}
	if history := s.History(); len(history) != present+1 || history[present].Step != 1401 {
		t.Errorf("the history ends at %+v", history[len(history)-1])
	}

	s.Step(1200)
	straight := open(t, "n=20&test=30&opt=adam&batch=6")
	straight.Step(2601)
	if !reflect.DeepEqual(stand(s), stand(straight)) || !slices.EqualFunc(s.History(), straight.History(), sameRecord) {
		t.Error("a run that went back is another one than one that went straight on")
	}
	if _, last := s.Reach(); last != 2601 {
		t.Errorf("the run reaches to %d, want 2601", last)
	}
}

func TestAChangeCutsTheFuture(t *testing.T) {
	s := open(t, "n=20")
	s.Remember()
	s.Step(3000)
	s.GoTo(1100, 3000)
	s.Apply(s.Config())
	if _, last := s.Reach(); last != 3000 {
		t.Errorf("settings as they are cut the future at %d", last)
	}
	set(t, "lr", "0.3")(s)
	if first, last := s.Reach(); first != 0 || last != 1100 {
		t.Errorf("after a change at step 1100 the reach is %d to %d", first, last)
	}
	if records, present := s.Records(); records[present].Step != 1100 || present != len(records)-1 {
		t.Errorf("the last record is %+v", records[len(records)-1])
	}
	s.Step(2000)

	straight := open(t, "n=20")
	straight.Step(1100)
	set(t, "lr", "0.3")(straight)
	straight.Step(2000)
	if !reflect.DeepEqual(stand(s), stand(straight)) || !slices.EqualFunc(s.History(), straight.History(), sameRecord) {
		t.Error("a run changed after going back is another one than one changed at once")
	}
	s.GoTo(500, 3000)
	straight = open(t, "n=20")
	straight.Step(500)
	if !s.Replayable() || !reflect.DeepEqual(stand(s), stand(straight)) {
		t.Error("before the change the run is not what it was")
	}
}

// Settings are those on show: training does not make a change again that came later, it goes another way.
func TestTrainingDoesNotRepeatChanges(t *testing.T) {
	for _, later := range []int{0, 1500} { // steps after the change
		s := open(t, "n=20")
		s.Remember()
		s.Step(1500)
		set(t, "lr", "0.3")(s)
		s.Step(later)
		s.GoTo(1499, 3000)
		s.Step(1)
		if first, last := s.Reach(); first != 0 || last != 1500 || !s.Replayable() {
			t.Errorf("the reach is %d to %d, replayable is %v", first, last, s.Replayable())
		}
		s.Step(500)
		for _, step := range []int{2000, 1499, 1777, 1500} {
			s.GoTo(step, 3000)
			straight := open(t, "n=20")
			straight.Step(step)
			if !reflect.DeepEqual(stand(s), stand(straight)) || !slices.EqualFunc(s.History(), straight.History(), sameRecord) {
				t.Errorf("with %d steps after a change, training from before it is at step %d not as if that had not been", later, step)
			}
		}
	}
}

// However training, changes and going back follow one another, a step is as it was when the run was last there.
func TestAnyWayThroughARun(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := drawn(t, "test=20&net=1&lr=0.01&batch=5", 20)
		s.Remember()
		stood := []standing{stand(s)} // at the steps so far
		changed := map[int]bool{}     // those at which something was changed
		change := func() {
			switch c := s.Config(); r.IntN(5) {
			case 0:
				set(t, "lr", fmt.Sprint(r.Float64()))(s)
			case 1:
				set(t, "opt", map[nn.Optimizer]string{nn.GradientDescent: "adam", nn.Adam: "momentum", nn.Momentum: "gd"}[c.Optimizer])(s)
			case 2:
				set(t, "batch", map[int]string{5: "7", 7: "0", 0: "5"}[c.Batch])(s)
			case 3:
				if err := s.SetBias(1, 1, r.Float64()); err != nil {
					t.Error(err)
				}
			case 4:
				back := []func(*dataset.Drawing) bool{undo, redo}[r.IntN(2)]
				if !s.Draw(back) {
					s.Draw(add(r.Float64(), 1, 1))
				}
			}
		}
		for range 200 {
			switch r.IntN(3) {
			case 0:
				for range r.IntN(40) {
					s.Step(1)
					if step := s.step; step == len(stood) || changed[step] {
						stood = append(stood[:step], stand(s))
						maps.DeleteFunc(changed, func(at int, _ bool) bool { return at >= step })
					}
				}
			case 1:
				change()
				stood = append(stood[:s.step], stand(s))
				maps.DeleteFunc(changed, func(at int, _ bool) bool { return at > s.step })
				changed[s.step] = true
			case 2:
				s.GoTo(r.IntN(len(stood)), 1+r.IntN(50))
			}
			if _, last := s.Reach(); last != len(stood)-1 || !reflect.DeepEqual(stand(s), stood[s.step]) {
				t.Fatalf("seed %d: step %d of %d is\n%+v, was, of %d,\n%+v", seed, s.step, last, stand(s), len(stood)-1, stood[s.step])
			}
		}
	}
}

func TestGoingBackFromDivergence(t *testing.T) {
	s := open(t, "out=linear&lr=100&scale=1&n=20&opt=momentum")
	s.Remember()
	stood := record(s, 1000, nil)
	stood[len(stood)-1] = stand(s) // diverged
	for _, step := range []int{len(stood) - 2, len(stood) - 1, 0, len(stood) - 1} {
		s.GoTo(step, 1000)
		if !reflect.DeepEqual(stand(s), stood[step]) {
			t.Errorf("step %d is %+v, was %+v", step, stand(s), stood[step])
		}
	}
	s.GoTo(1, 1000)
	if s.Step(1000) != len(stood)-2 || !s.Metrics().Diverged {
		t.Error("training again does not diverge where it did")
	}
	s.GoTo(1, 1000)
	set(t, "lr", "0.01")(s)
	if s.Step(200) != 200 {
		t.Error("with a smaller learning rate the run does not go on")
	}
}

func TestRestoredRunGoesBackToWhereItBegan(t *testing.T) {
	s := open(t, "n=20&opt=adam&batch=6")
	s.Step(5001)
	restored := open(t, "n=20&opt=adam&batch=6")
	restored.Remember()
	if err := restored.Restore(s.State()); err != nil {
		t.Fatal(err)
	}
	stood := record(restored, 1500, nil)
	for _, step := range []int{0, 777, 1500, 1} {
		restored.GoTo(5001+step, 2000)
		if !reflect.DeepEqual(stand(restored), stood[step]) {
			t.Errorf("step %d is not what it was", 5001+step)
		}
	}
	if first, last := restored.Reach(); first != 5001 || last != 6501 {
		t.Errorf("the reach is %d to %d", first, last)
	}
}

func TestANewRunHasNoPast(t *testing.T) {
	for name, begin := range map[string]func(*Session){
		"Reset": (*Session).Reset,
		"Apply": func(s *Session) { s.Apply(settings(t, "n=20&seed=5")) },
	} {
		s := open(t, "n=20")
		s.Remember()
		s.Step(30)
		begin(s)
		if first, last := s.Reach(); first != 0 || last != 0 {
			t.Errorf("after %s the reach is %d to %d", name, first, last)
		}
		s.Step(10)
		if s.GoTo(3, 0); s.Metrics().Step == 10 {
			t.Errorf("after %s the run does not remember", name)
		}
	}
}
