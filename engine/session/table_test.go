package session

import (
	"fmt"
	"reflect"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// flowers are three classes of four columns, with names.
func flowers() dataset.Points {
	s := dataset.NewSet(4, 30)
	for i := range 30 {
		x, k := float64(i), float64(i%3)
		s.Append(k, x/10, k-x/30, 2*k, 1)
	}
	p := dataset.NewPoints(s)
	p.Names = dataset.Names{Inputs: []string{"a", "b", "c", "d"}, Target: "kind", Classes: []string{"r", "s", "t"}}
	return p
}

// A table brings its columns and classes with it, and undoing that takes them away.
func TestTable(t *testing.T) {
	s := open(t, "data=moons&net=3&lr=0.1")
	table := flowers()
	check := func(when, link string, columns int) {
		t.Helper()
		if got := s.Config().Encode(); got != link || s.Columns() != columns {
			t.Errorf("%s: %s of %d columns, want %s", when, got, s.Columns(), link)
		}
		if s.Step(5); s.Metrics().Diverged {
			t.Errorf("%s the run does not train", when)
		}
		s.Reset()
	}
	s.Remember()
	c, _ := s.Config().With(config.Pair{Key: "data", Value: "own"})
	s.Apply(c)
	check("drawn", "v=1&data=own&net=3&lr=0.1", 2)
	s.Replace(table, config.Pair{Key: "scaling", Value: "standard"})
	check("opened", "v=1&data=own&classes=3&scaling=standard&in=x1,x2,x3,x4&net=3&lr=0.1", 4)
	if !s.Names().Equal(table.Names) || fmt.Sprint(s.Network().Sizes) != "[4 3 3]" || s.Config().Output.String() != "softmax" {
		t.Errorf("%v, %v", s.Names(), s.Network().Sizes)
	}
	s.Undo()
	check("undone", "v=1&data=own&net=3&lr=0.1", 2)
	s.Redo()
	check("again", "v=1&data=own&classes=3&scaling=standard&in=x1,x2,x3,x4&net=3&lr=0.1", 4)
	s.Replace(dataset.NewPoints(dataset.Set{}))
	check("cleared", "v=1&data=own&classes=3&scaling=standard&net=3&lr=0.1", 2)
	s.Undo()
	if s.Draw(add(1, 1, 1)) {
		t.Error("a point of the plane is drawn among those of other columns")
	}
	if s.Draw(func(d *dataset.Drawing) bool { return d.Remove(0, false) }); s.Train().Len() != 29 {
		t.Errorf("%d points are left", s.Train().Len())
	}
}

// Over their points settings of own data have classes enough and no inputs that there are not.
func TestOver(t *testing.T) {
	flat := dataset.NewPoints(dataset.Set{X: [][]float64{{1, 2}, {1, 2}}, Y: []float64{0, 1}})
	values := flat
	values.Values = true
	for _, test := range []struct {
		link   string
		points dataset.Points
		want   string
	}{
		{"data=own", flat, "v=1&data=own"},
		{"data=own&classes=4&in=x1,x1sq", flat, "v=1&data=own&classes=4&in=x1,x1sq"},
		{"data=own&in=x1,x5", flat, "v=1&data=own&in=x1"},
		{"data=own&in=x5", flat, "v=1&data=own"},
		{"data=own&classes=0", flat, "v=1&data=own"},
		{"data=own&classes=0", dataset.Points{}, "v=1&data=own"},
		{"data=own&classes=2&out=tanh", flowers(), "v=1&data=own&classes=3"},
		{"data=own&classes=10&in=x4", flowers(), "v=1&data=own&classes=10&in=x4"},
		{"data=own&in=x1,x2,x1sq", flowers(), "v=1&data=own&classes=3"},
		{"data=own&classes=5", values, "v=1&data=own&classes=0"},
		{"data=own&out=softmax", values, "v=1&data=own&classes=0"},
		{"data=blobs&classes=2", flowers(), "v=1&data=blobs&classes=2"},
	} {
		if got := NewOver(settings(t, test.link), test.points, nil).Config(); got.Encode() != test.want {
			t.Errorf("%s becomes %s, want %s", test.link, got.Encode(), test.want)
		} else if again := settings(t, got.Encode()); !reflect.DeepEqual(again, got) {
			t.Errorf("%s is not canonical: %+v", got.Encode(), got)
		}
	}
	if c := NewOver(settings(t, "data=own"), values, nil).Config(); !c.Regression() || c.Output.String() != "linear" || c.Loss.String() != "mse" {
		t.Errorf("values are learnt by %+v", c)
	}
}

// Own data begin with what was on show: what is not of the plane stays as it is.
func TestOwnDataOfManyKinds(t *testing.T) {
	for link, want := range map[string]string{
		"data=blobs&classes=4": "v=1&data=own&classes=4",
		"data=blobs":           "v=1&data=own&classes=3",
		"data=shell&n=50":      "v=1&data=own&n=50&in=x1,x2,x3",
		"data=plane":           "v=1&data=own",
	} {
		s := open(t, link)
		c, _ := s.Config().With(config.Pair{Key: "data", Value: "own"})
		if s.Apply(c); s.Config().Encode() != want {
			t.Errorf("%s becomes %s, want %s", link, s.Config().Encode(), want)
		}
	}
}
