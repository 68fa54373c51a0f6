package session

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// Undoing a table, and a table after it, brings each run back as it was left: settings, points, step, weights, optimizer,
// curve, and the steps to go back to; doing it again likewise. From there on they train as if they had never been left.
func TestUndoingATable(t *testing.T) {
	for _, link := range []string{
		"data=moons&n=40&test=20&opt=adam&batch=7&lr=0.01",
		"data=own&opt=momentum&lr=0.3",
		"data=shell&n=30",
		"data=plane&n=30&lr=0.01",
	} {
		s := open(t, link)
		s.Remember()
		s.Draw(add(1, 2, 1))
		if !s.IsFlat() {
			s.Look(View{Axes: [2]int{1, 2}, Held: []float64{1, 0, 0}})
		}
		s.Step(30)
		c, _ := s.Config().With(config.Pair{Key: "l2", Value: "0.01"})
		s.Apply(c)
		s.Step(3)
		values := flowers()
		values.Values, values.Names.Classes = true, nil
		left := []course{look(s)}
		s.Replace(flowers(), config.Pair{Key: "scaling", Value: "standard"})
		s.Step(12)
		left = append(left, look(s))
		s.Replace(values, config.Pair{Key: "lr", Value: "0.03"})
		s.Step(4)
		left = append(left, look(s))
		back := func(i int, way func() (bool, bool)) {
			t.Helper()
			version := s.Version()
			if done, another := way(); !done || !another || s.Version() <= version {
				t.Fatalf("%s: nothing comes back, or as the same", link)
			}
			if got := look(s); !reflect.DeepEqual(got, left[i]) {
				t.Errorf("%s: run %d comes back as\n%+v, was\n%+v", link, i, got, left[i])
			}
		}
		back(1, s.Undo)
		back(0, s.Undo)
		if s.CanUndo() != (s.config.Data == dataset.Own) { // a point was drawn
			t.Errorf("%s: there is more to undo, or less", link)
		}
		back(1, s.Redo)
		back(2, s.Redo)
		if s.CanRedo() {
			t.Errorf("%s: there is more to do again", link)
		}
		if first, last := s.Reach(); first != 4 || last != 4 {
			t.Errorf("%s: a run left before the last reaches from %d to %d", link, first, last)
		}
	}
}

// course is a run with how it came to where it stands, but for what can be undone.
type course struct {
	standing
	view    View
	hand    hand
	history string
}

func look(s *Session) course {
	c := course{stand(s), s.View(), s.hand, fmt.Sprint(s.History())} // a text, as NaN is not equal to itself
	c.undo, c.redo = false, false
	return c
}

// What comes back goes on as if it had never been left, and has its steps and its way to do again wherever it goes.
func TestAFormerRunGoesOn(t *testing.T) {
	for link, begin := range map[string]func() *Session{
		"own":   func() *Session { return drawn(t, "opt=adam&batch=5&lr=0.01", 40) },
		"moons": func() *Session { return open(t, "data=moons&n=30&batch=4") },
	} {
		never, s := begin(), begin()
		for _, run := range []*Session{never, s} {
			run.Remember()
			run.Step(100)
		}
		at := stand(s)
		at.redo = true
		s.Replace(flowers())
		s.Step(9)
		s.Undo()
		if first, last := s.Reach(); first != 0 || last != 100 {
			t.Errorf("%s: it reaches from %d to %d", link, first, last)
		}
		if s.GoTo(60, 100); s.At() != 60 {
			t.Errorf("%s: at step %d", link, s.At())
		}
		if s.GoTo(100, 100); !reflect.DeepEqual(stand(s), at) || !s.CanRedo() {
			t.Errorf("%s: the step it was left at is another, or there is nothing to do again", link)
		}
		s.Step(30)
		never.Step(30)
		if !slices.Equal(parameters(s), parameters(never)) || !slices.EqualFunc(s.History(), never.History(), sameRecord) {
			t.Errorf("%s: it goes on in another way", link)
		}
		if redone, _ := s.Redo(); !redone || s.At() != 9 || s.Columns() != 4 {
			t.Errorf("%s: done again, it is at step %d", link, s.At())
		}
		if s.GoTo(3, 10); s.At() != 3 {
			t.Errorf("%s: done again, it cannot go back", link)
		}
		if s.Undo(); s.At() != 130 && s.At() != 100 {
			t.Errorf("%s: undone from an earlier step, it is at %d", link, s.At())
		}
		if s.Step(5) != 5 || !s.GoTo(s.At()-2, 10) {
			t.Errorf("%s: undone from an earlier step, it does not go on", link)
		}
	}
}

// What was drawn before and after a table is undone and done again one by one, in its order.
func TestTablesAmongDrawing(t *testing.T) {
	s := open(t, "data=own")
	s.Draw(add(1, 1, 1))
	s.Draw(add(2, 2, 0))
	s.Draw(undo)
	s.Replace(flowers())
	flat := dataset.NewPoints(dataset.Set{X: [][]float64{{1, 2, 3}, {1, 2, 4}}, Y: []float64{0, 1, 1}})
	s.Replace(flat)
	s.Draw(add(0, 0, 1))
	var got []int
	for _, way := range []func() (bool, bool){s.Undo, s.Undo, s.Undo, s.Undo, s.Undo, s.Redo, s.Redo, s.Redo, s.Redo, s.Redo} {
		way()
		got = append(got, s.Own().Len())
	}
	if fmt.Sprint(got) != "[3 30 1 0 0 1 30 3 4 4]" {
		t.Errorf("there are %v points", got)
	}
	s.Undo()
	s.Undo()
	s.Draw(func(d *dataset.Drawing) bool { return d.Remove(0, false) })
	if s.CanRedo() {
		t.Error("a change leaves something to do again")
	}
	c, _ := s.Config().With(config.Pair{Key: "data", Value: "xor"})
	if s.Apply(c); s.CanUndo() {
		t.Error("there is something to undo in data that are not own")
	}
}
