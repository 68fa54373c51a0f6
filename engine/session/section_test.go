package session

import (
	"math"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/dataset/principal"
)

// cells calls check with the number of each cell of a grid over the plane that is shown, and the place of its centre.
func cells(s *Session, r int, check func(cell int, p1, p2 float64)) {
	for i := range r {
		for j := range r {
			p1, p2 := s.Extent().At(dataset.Reach*(float64(2*j+1)/float64(r)-1), dataset.Reach*(1-float64(2*i+1)/float64(r)))
			check(i*r+j, p1, p2)
		}
	}
}

// The field is that of the points where two columns go along the axes and the others are held, bit for bit.
func TestFieldOfSlices(t *testing.T) {
	for _, link := range []string{"data=shell&net=4&init=xavier&steps=50", "data=shell&in=x1,x3&net=3&test=20&scaling=standard&steps=20"} {
		s := open(t, link)
		s.Step(20)
		mean := func(j int) float64 { m, _, _ := dataset.Moments(s.Train().X[j]); return m }
		for _, test := range []struct {
			view View
			want []float64 // where the columns are held
		}{
			{s.View(), []float64{mean(0), mean(1), mean(2)}},
			{View{Axes: [2]int{0, 2}}, []float64{mean(0), mean(1), mean(2)}},
			{View{Axes: [2]int{2, 1}, Held: []float64{3.25, 1, -2}}, []float64{3.25, 1, -2}},
		} {
			before := s.Version()
			s.Look(test.view)
			if s.Version() == before || !slices.Equal(s.Held(), test.want) || s.Share() != 0 {
				t.Errorf("%s: held at %v, want %v", link, s.Held(), test.want)
			}
			field := s.Field(5)
			cells(s, 5, func(cell int, p1, p2 float64) {
				point := slices.Clone(test.want)
				point[s.View().Axes[0]], point[s.View().Axes[1]] = p1, p2
				out := make([]float64, 1)
				if s.Predict(out, point[:1], point[1:2], point[2:]); field.Output()[cell] != out[0] {
					t.Errorf("%s, %+v: the field at %v is %v, the prediction %v", link, test.view, point, field.Output()[cell], out[0])
				}
			})
		}
	}
}

// The field over components is that of the points to which the inverse map leads.
func TestFieldOfComponents(t *testing.T) {
	s := open(t, "data=shell&noise=0.1&net=4&init=xavier&steps=50")
	s.Look(View{Principal: true})
	c, ok := principal.Of(s.Train().Columns())
	if !ok || !s.View().Principal || math.Abs(s.Share()-c.Share[0]-c.Share[1]) > 1e-15 {
		t.Fatalf("%+v, share %v", s.View(), s.Share())
	}
	field := s.Field(4)
	cells(s, 4, func(cell int, p1, p2 float64) {
		point := make([][]float64, 3)
		for j := range point {
			point[j] = []float64{c.Mean[j] + c.Deviation[j]*(p1*c.Along[0][j]+p2*c.Along[1][j])}
		}
		out := make([]float64, 1)
		if s.Predict(out, point...); math.Abs(field.Output()[cell]-out[0]) > 1e-12 {
			t.Errorf("the field at %v is %v, the prediction %v", point, field.Output()[cell], out[0])
		}
	})
	train, test := s.Places()
	if len(train.P1) != s.Train().Len() || len(train.Off) != s.Train().Len() || test.P1 != nil {
		t.Errorf("%d places of %d examples", len(train.P1), s.Train().Len())
	}
	if shown := s.Extent(); !shown.Contains(dataset.Set{X: [][]float64{train.P1, train.P2}}) {
		t.Errorf("%v does not show all", shown)
	}
}

// A view stays with data of as many columns, and gives way to the plane where there are two.
func TestViewsThatStay(t *testing.T) {
	s := open(t, "data=shell&net=4&init=xavier")
	held := []float64{0, 1.5, 0}
	s.Look(View{Axes: [2]int{2, 0}, Held: held})
	apply(s, "net", "3")
	if v := s.View(); v.Axes != [2]int{2, 0} || !slices.Equal(s.Held(), held) || s.IsFlat() {
		t.Errorf("after another network the view is %+v", v)
	}
	apply(s, "data", "moons")
	if v := s.View(); !s.IsFlat() || v.Axes != [2]int{0, 1} || s.Held() != nil || s.Extent() != dataset.Home {
		t.Errorf("of the plane the view is %+v of %v", v, s.Extent())
	}
	if train, _ := s.Places(); !slices.Equal(train.P1, s.Train().X[0]) || train.Off != nil {
		t.Error("examples of the plane do not lie where they are")
	}
	for _, v := range []View{{Axes: [2]int{1, 1}}, {Axes: [2]int{0, 3}}, {Axes: [2]int{-1, 0}}, {Axes: [2]int{1, 2}, Held: []float64{1}}} {
		s = open(t, "data=shell")
		s.Look(v)
		if got := s.View(); len(s.Held()) != 3 || got.Axes[0] == got.Axes[1] || max(got.Axes[0], got.Axes[1]) > 2 {
			t.Errorf("%+v is shown as %+v", v, got)
		}
	}
}

// Own data of any columns train, also of one, and where inputs are asked for that they do not have.
func TestOwnDataOfColumns(t *testing.T) {
	for n := 1; n <= dataset.MaxColumns; n++ {
		set := dataset.NewSet(n, 40)
		for i := range 40 {
			point := make([]float64, n)
			for j := range point {
				point[j] = float64((i*(j+3)*7)%11) - 5
			}
			set.Append(float64(i%2), point...)
		}
		for _, link := range []string{"data=own&net=3&init=xavier&test=20", "data=own&in=x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,x11,x12,x13,x14,x15,x16&net=2&scaling=standard", "data=own&in=x1,x2sq&opt=adam"} {
			s := NewOver(settings(t, link), dataset.NewPoints(set), nil)
			s.Look(View{Principal: true})
			s.Step(5)
			if cost := s.Metrics().Cost; math.IsNaN(cost) || s.Columns() != n || s.IsFlat() != (n == 2) || s.View().Principal != (n > 2) {
				t.Errorf("%d columns, %s: the cost is %v, %+v", n, link, cost, s.View())
			}
			s.Field(3)
			apply(s, "data", "moons")
			apply(s, "data", "own")
			if s.Columns() != n {
				t.Errorf("own data of %d columns have %d when they come back", n, s.Columns())
			}
		}
	}
}

// apply changes a setting. Inputs that the data do not have are replaced.
func apply(s *Session, key, value string) {
	c, _ := s.Config().With(config.Pair{Key: key, Value: value})
	s.Apply(c)
}
