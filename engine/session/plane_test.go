package session

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// salaries are points in units of their own.
var salaries = dataset.NewPoints(dataset.Set{
	X: [][]float64{{20000, 150000, 60000, 45000, 98000, 31000},
		{23, 67, 45, 31, 52, 60}},
	Y: []float64{0, 1, 1, 0, 1, 0},
})

// momentsOf returns mean and mean square of each row.
func momentsOf(X blas64.General) (mean, square []float64) {
	for i := range X.Rows {
		m, s := 0., 0.
		for _, x := range X.Data[i*X.Stride : i*X.Stride+X.Cols] {
			m, s = m+x/float64(X.Cols), s+x*x/float64(X.Cols)
		}
		mean, square = append(mean, m), append(square, s)
	}
	return mean, square
}

// Only own data have an extent of their own, and the plane's grid is over what is shown.
func TestExtent(t *testing.T) {
	s := NewOver(settings(t, "data=own&net=2"), salaries, nil)
	if s.Extent() != salaries.Extent {
		t.Fatalf("the points are shown by %v, want %v", s.Extent(), salaries.Extent)
	}
	for corner, want := range map[int][2]float64{0: {46000, 58.2}, 3: {124000, 31.8}} {
		A := s.Field(2).A[0]
		if x1, x2 := A.Data[corner], A.Data[A.Stride+corner]; x1 != want[0] || math.Abs(x2-want[1]) > 1e-9 {
			t.Errorf("node %d of the grid is at %v, %v, want %v", corner, x1, x2, want)
		}
	}
	s.Draw(add(46000.4, 1e9, 1))
	if own := s.Own(); own.X[0][6] != 46000 || own.X[1][6] != salaries.Extent.X2.High || s.Extent() != salaries.Extent {
		t.Errorf("drawn at %v, %v in %v", own.X[0][6], own.X[1][6], s.Extent())
	}
	c, _ := s.Config().With(config.Pair{Key: "data", Value: "moons"})
	if s.Apply(c); s.Extent() != dataset.Home {
		t.Errorf("moons are shown by %v", s.Extent())
	}
	c, _ = s.Config().With(config.Pair{Key: "data", Value: "own"})
	if s.Apply(c); s.Extent() != salaries.Extent {
		t.Errorf("own data come back in %v", s.Extent())
	}
	s.Replace(dataset.NewPoints(dataset.Set{}))
	if s.Extent() != dataset.Home {
		t.Errorf("an empty plane shows %v", s.Extent())
	}
}

// The mean and the variance are those of the training examples, whatever their features, and what is
// drawn is counted in; the examples held out, the plane and predictions are measured by the same.
func TestStandardised(t *testing.T) {
	s := NewOver(settings(t, "data=own&scaling=standard&test=30&in=x1,x2,x1sq&net=3"), salaries, nil)
	check := func() {
		t.Helper()
		mean, square := momentsOf(s.Inputs())
		for i := range mean {
			if math.Abs(mean[i]) > 1e-12 || math.Abs(square[i]-1) > 1e-12 {
				t.Errorf("input %d has the mean %v and the variance %v", i+1, mean[i], square[i])
			}
		}
		train, test := s.Train(), s.Test()
		for i, set := range []dataset.Set{train, test} {
			out := make([]float64, set.Len())
			s.Predict(out, set.X...)
			want := []*examples{&s.train, &s.test}[i].forward(s.kernel).Output()
			if !slices.Equal(out, want) {
				t.Errorf("set %d is predicted to be %v, want %v", i, out, want)
			}
		}
		if x1, _ := s.Extent().At(-3, 0); s.Field(2).A[0].Data[0] != s.Standardisation().Of(0, x1) {
			t.Errorf("the plane's grid is not standardised")
		}
	}
	check()
	s.Step(20)
	s.Draw(add(140000, 20, 1))
	check()
	s.Undo()
	check()
	if !slices.Equal(s.Own().X[0], salaries.X[0]) {
		t.Errorf("the points themselves have become %v", s.Own().X[0])
	}

	plain := NewOver(settings(t, "data=own"), salaries, nil)
	if got := plain.Inputs().Data[:6]; !slices.Equal(got, salaries.X[0]) || plain.Standardisation().Mean != nil {
		t.Errorf("without standardising X is %v", got)
	}
	if empty := open(t, "data=own&scaling=standard"); empty.Step(3) != 0 || len(empty.Field(2).A[0].Data) != 8 {
		t.Error("an empty plane cannot be standardised, and trains nothing")
	}
}

// A value to predict stays what it is in the data; the network learns it by the mean and the variance of the training examples.
func TestStandardisedValues(t *testing.T) {
	points := dataset.NewPoints(dataset.Set{X: salaries.X, Y: []float64{290.5, 420, 331.25, 315, 388, 402.125}})
	points.Values = true
	s := NewOver(settings(t, "data=own&scaling=standard&yscaling=standard&test=30&net=3"), points, nil)
	train, test := s.Split()
	mean, deviation, _ := dataset.Moments(train.Y)
	if m, d := s.Target(); m != mean || d != deviation || test.Len() != 2 {
		t.Errorf("0 stands for %v and 1 for %v more, want %v and %v", m, d, mean, deviation)
	}
	s.Step(20)
	for i, set := range []dataset.Set{train, test} {
		learned := []*examples{&s.train, &s.test}[i]
		out, outputs := make([]float64, set.Len()), learned.forward(s.kernel).Output()
		s.Predict(out, set.X...)
		for j, y := range set.Y {
			if !slices.Contains(points.Y, y) || learned.Y[j] != (y-mean)/deviation || math.Abs(s.ValueOf(learned.Y[j])-y) > 1e-12*y {
				t.Errorf("set %d: %v is learned as %v", i, y, learned.Y[j])
			}
			if out[j] != mean+deviation*outputs[j] {
				t.Errorf("set %d: %v is predicted to be %v", i, y, out[j])
			}
		}
	}
	if !s.Data().Equal(points.Set) || !s.Own().Equal(points) {
		t.Errorf("the data have become %v", s.Data().Y)
	}
	for link, values := range map[string]bool{"data=own&scaling=standard": true, "data=own&yscaling=standard": false} {
		p := dataset.NewPoints(salaries.Set)
		if p.Values = values; values {
			p.Set = points.Set
		}
		s := NewOver(settings(t, link), p, nil)
		if m, d := s.Target(); m != 0 || d != 1 || !s.Train().Equal(p.Set) || s.OutOfScale() != true {
			t.Errorf("%s: values are scaled by %v and %v, out of scale is %v", link, m, d, s.OutOfScale())
		}
	}
}

// Going back through what was drawn comes by the same standardised inputs.
func TestStandardisedTravel(t *testing.T) {
	s := NewOver(settings(t, "data=own&scaling=standard&lr=0.3&batch=4"), salaries, nil)
	s.Remember()
	s.Step(10)
	s.Draw(add(100000, 20, 0))
	s.Step(10)
	at20 := parameters(s)
	s.GoTo(5, 100)
	s.GoTo(20, 100)
	if !slices.Equal(parameters(s), at20) {
		t.Error("step 20 is another one after going back")
	}
}

func TestOutOfScale(t *testing.T) {
	for link, want := range map[string]bool{"data=own": true, "data=own&scaling=standard": false, "data=moons": false} {
		if s := NewOver(settings(t, link), salaries, nil); s.OutOfScale() != want {
			t.Errorf("%s: %v, want %v", link, s.OutOfScale(), want)
		}
	}
	if drawn(t, "", 40).OutOfScale() || open(t, "data=own").OutOfScale() {
		t.Error("drawn points, or none, are out of scale")
	}
}
