package dataset

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"
)

// rows returns a matrix.
func rows(rows ...[]float64) blas64.General {
	m := blas64.General{Rows: len(rows), Cols: len(rows[0]), Stride: len(rows[0])}
	for _, row := range rows {
		m.Data = append(m.Data, row...)
	}
	return m
}

// The variance is that of numpy.std: of 2, 4, 4, 4, 5, 5, 7, 9 it is 4.
func TestStandardisation(t *testing.T) {
	X := rows([]float64{2, 4, 4, 4, 5, 5, 7, 9}, []float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1},
		[]float64{20000, 150000, 60000, 60000, 60000, 60000, 60000, 60000}, []float64{1e9, 1e9 + 1, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9 + 1},
		[]float64{1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9, 7e-9, 8e-9}, []float64{-1e100, 1e100, 0, 0, 0, 0, 0, 0})
	s := NewStandardisation(X)
	if s.Mean[0] != 5 || s.Deviation[0] != 2 || s.Mean[2] != 66250 || s.Mean[3] != 1e9+0.25 || s.Deviation[1] != 1 {
		t.Errorf("the means are %v, the deviations %v", s.Mean, s.Deviation)
	}
	if got := s.Of(0, 9); got != 2 {
		t.Errorf("9 becomes %v, want 2", got)
	}
	s.Apply(X)
	for i := range X.Rows {
		mean, square := 0., 0.
		for _, x := range X.Data[i*X.Stride : i*X.Stride+X.Cols] {
			mean, square = mean+x/float64(X.Cols), square+x*x/float64(X.Cols)
		}
		if want := map[bool]float64{true: 0, false: 1}[i == 1]; math.Abs(mean) > 1e-9 || math.Abs(square-want) > 1e-9 {
			t.Errorf("row %d has the mean %v and the variance %v", i, mean, square)
		}
	}
	if s := NewStandardisation(blas64.General{Rows: 2, Stride: 1}); s.Mean != nil || s.Of(1, 7) != 7 {
		t.Errorf("of no examples it is %v", s)
	}
}

func TestOutOfScale(t *testing.T) {
	for name, test := range map[string]struct {
		x1, x2 []float64
		want   bool
	}{
		"as drawn":          {[]float64{-5, 5, 3}, []float64{-1, 1, 4}, false},
		"circles":           {[]float64{-1, 1, 0.5}, []float64{0.5, 0, -0.5}, false},
		"petals":            {[]float64{1.4, 4.7, 6}, []float64{0.2, 1.4, 2.5}, false},
		"salaries":          {[]float64{20000, 150000, 60000}, []float64{-1, 1, 4}, true},
		"ages":              {[]float64{1, 2, 3}, []float64{23, 45, 67}, true},
		"0.01 beside 6":     {[]float64{0.01, 0.02, 0.015}, []float64{-6, 6, 1}, true},
		"one value":         {[]float64{3, 3, 3}, []float64{-6, 6, 1}, false},
		"one value, 0":      {[]float64{0, 0, 0}, []float64{-6, 6, 1}, false},
		"years":             {[]float64{2019, 2020, 2021}, []float64{-6, 6, 1}, true},
		"a distant column":  {[]float64{1e9, 1e9, 1e9}, []float64{-6, 6, 1}, true},
		"as small as it is": {[]float64{1e-9, 2e-9, 3e-9}, []float64{-6, 6, 1}, true},
	} {
		if got := OutOfScale(rows(test.x1, test.x2)); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
