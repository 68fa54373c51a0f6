package session

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// drawn returns a run over a few points, with other settings of a link.
func drawn(t testing.TB, link string, points int) *Session {
	t.Helper()
	return NewOver(settings(t, "data=own&"+link), dataset.AsOwn(dataset.Generate(dataset.Moons, points, 0.2, 1), dataset.Home), nil)
}

func add(x1, x2, y float64) func(*dataset.Drawing) bool {
	return func(d *dataset.Drawing) bool { return d.Add(x1, x2, y, false) }
}

func undo(d *dataset.Drawing) bool { return d.Undo(nil) }
func redo(d *dataset.Drawing) bool { return d.Redo(nil) }

func TestWithoutPointsNothingIsLearned(t *testing.T) {
	for _, link := range []string{"data=own", "data=own&test=90&batch=7&opt=adam&out=tanh"} {
		s := open(t, link)
		before := parameters(s)
		if done := s.Step(10); done != 0 || !slices.Equal(before, parameters(s)) {
			t.Errorf("%s: %d updates", link, done)
		}
		m := s.Metrics()
		if m.Step != 0 || m.Diverged || !math.IsNaN(m.Cost) || !math.IsNaN(m.Accuracy) || !s.Replayable() {
			t.Errorf("%s: %+v", link, m)
		}
		if err := s.SetBias(1, 1, 0.5); err != nil {
			t.Fatal(err)
		}
		if err := open(t, link).Restore(s.State()); err != nil {
			t.Errorf("%s: %v", link, err)
		}
		if s.Draw(add(1, 1, 1)); s.Step(3) != 3 {
			t.Errorf("%s: no updates with one point", link)
		}
	}
}

// Points drawn before the first update lead to the same run as points that were there.
func TestDrawingAtTheStart(t *testing.T) {
	for _, link := range []string{"", "test=20&batch=7&opt=adam&lr=0.01&out=tanh"} {
		want := drawn(t, link, 60)
		s := open(t, "data=own&"+link)
		own := want.Own()
		for i := range own.Len() {
			s.Draw(add(own.X[0][i], own.X[1][i], own.Y[i]))
		}
		if !reflect.DeepEqual(s.Own(), own) || !s.Replayable() {
			t.Fatalf("%q: other points, or not replayable", link)
		}
		if len(s.History()) != 1 || !sameRecord(s.History()[0], want.History()[0]) {
			t.Errorf("%q: the history begins with %+v, want %+v", link, s.History(), want.History())
		}
		s.Step(100)
		want.Step(100)
		if !slices.Equal(parameters(s), parameters(want)) || !sameRecord(s.Now(), want.Now()) {
			t.Errorf("%q: the runs differ: %+v, want %+v", link, s.Now(), want.Now())
		}
	}
}

// A change on the way keeps the weights, and what follows is learned from the points as they are then.
func TestDrawingOnTheWay(t *testing.T) {
	for name, edit := range map[string]func(*dataset.Drawing) bool{
		"add":    add(3, 3, 0),
		"move":   func(d *dataset.Drawing) bool { return d.Move(5, -3, 2, false) },
		"remove": func(d *dataset.Drawing) bool { return d.Remove(7, false) },
	} {
		s := drawn(t, "batch=16&test=10&opt=momentum", 60)
		s.Step(33)
		before, was, version := parameters(s), s.Metrics(), s.Version()
		if !s.Draw(edit) {
			t.Fatalf("%s: not done", name)
		}
		m := s.Metrics()
		if !slices.Equal(before, parameters(s)) || m.Step != 33 || m.Epoch != was.Epoch || m.Cost == was.Cost || s.Version() == version {
			t.Errorf("%s: %+v, before %+v", name, m, was)
		}
		if s.Replayable() {
			t.Errorf("%s: the run claims to follow from its settings", name)
		}
		other := NewOver(s.Config(), s.Own(), nil)
		if err := other.Restore(s.State()); err != nil {
			t.Fatal(err)
		}
		s.Step(50)
		other.Step(50)
		if !slices.Equal(parameters(s), parameters(other)) {
			t.Errorf("%s: a run over the points as they are goes on in another way", name)
		}
		if s.Gradient().DZ[1].Cols != s.Train().Len() {
			t.Errorf("%s: the gradient is over %d of %d examples", name, s.Gradient().DZ[1].Cols, s.Train().Len())
		}
	}
	if s := open(t, ""); s.Draw(add(1, 1, 1)) || s.Train().Len() != 400 {
		t.Error("generated data are drawn on")
	}
}

// Points of a set in its own units stay in them, and where they are shown.
func TestChoosingOwnDataKeepsTheView(t *testing.T) {
	s := open(t, "data=skblobs&n=100&noise=0.5")
	before, shown := s.Train(), s.Extent()
	c, _ := s.Config().With(config.Pair{Key: "data", Value: "own"})
	s.Apply(c)
	if s.Extent() != shown || shown == dataset.Home || s.Train().Len() != 100 {
		t.Errorf("%d points in %v, and before in %v", s.Train().Len(), s.Extent(), shown)
	}
	for i, x := range s.Train().X[0] {
		if math.Abs(x-before.X[0][i]) > 1e-4 {
			t.Errorf("point %d moves from %v to %v", i, before.X[0][i], x)
		}
	}
	c, _ = c.With(config.Pair{Key: "data", Value: "skmoons"})
	s.Apply(c)
	if want := dataset.Fit(s.Train()); s.Extent() != want || want == shown {
		t.Errorf("other data are shown in %v, want %v", s.Extent(), want)
	}
}

// Choosing own data begins with what the plane shows, or with the own data there were.
func TestChoosingOwnData(t *testing.T) {
	s := open(t, "data=spiral&n=100&test=30")
	shown := dataset.AsOwn(dataset.Generate(dataset.Spiral, 100, 0, 1), dataset.Home)
	to := func(data string) {
		c, _ := s.Config().With(config.Pair{Key: "data", Value: data})
		if !s.Apply(c) {
			t.Fatalf("choosing %s does not start a new run", data)
		}
	}
	to("own")
	if !reflect.DeepEqual(s.Own(), shown) || s.Train().Len() != 70 || s.CanUndo() {
		t.Fatalf("own data begin with %d points", s.Own().Len())
	}
	s.Draw(add(0.5, 0.5, 1))
	to("bumps")
	if s.Draw(add(1, 1, 1)) || s.Own().Len() != 101 {
		t.Error("own data change while others are on show")
	}
	to("own")
	if s.Own().Len() != 101 || !s.CanUndo() {
		t.Errorf("own data come back with %d points", s.Own().Len())
	}
}

func TestReplace(t *testing.T) {
	s := open(t, "net=3")
	s.Step(40)
	points := dataset.NewPoints(dataset.Set{X: [][]float64{{1, 2}, {1, 2}}, Y: []float64{0, 1}})
	s.Replace(points)
	if s.Config().Encode() != "v=1&data=own&net=3" || s.Metrics().Step != 0 || s.Train().Len() != 2 || !s.CanUndo() || s.CanRedo() {
		t.Fatalf("%s at %+v", s.Config().Encode(), s.Metrics())
	}
	s.Step(5)
	s.Replace(dataset.NewPoints(dataset.Set{}))
	if s.Metrics().Step != 0 || s.Train().Len() != 0 {
		t.Errorf("after clearing the run is at step %d with %d points", s.Metrics().Step, s.Train().Len())
	}
	if c, _ := s.Config().With(config.Pair{Key: "seed", Value: "5"}); !s.Apply(c) || !s.CanUndo() {
		t.Error("after clearing, another seed forgets the points there were")
	}
	if undone, another := s.Undo(); !undone || !another || !reflect.DeepEqual(s.Own(), points) || s.Config().Encode() != "v=1&data=own&net=3&steps=5" {
		t.Errorf("undoing that brings back %s over %+v", s.Config().Encode(), s.Own())
	}
}
