package session

import (
	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// Field returns every unit over the plane, for an r by r grid: A[l] of the trace holds layer l, the
// inputs being layer 0, and its column i*r+j is the centre of the grid's cell in row i from the top
// and column j from the left. It is valid until the session changes or another r is asked for.
func (s *Session) Field(r int) *nn.Trace {
	if s.field.Len() != r*r {
		centres := grid(r, s.Extent())
		s.field = s.examples(s.Points(centres.X[0], centres.X[1]))
	}
	return s.field.forward(s.kernel)
}

// Row returns every unit over m places from the left edge of the plane to the right, which are first coordinates; the second is 0. It is
// valid as Field is.
func (s *Session) Row(m int) (p1 []float64, t *nn.Trace) {
	if s.row.Len() != m {
		p1 := make([]float64, m)
		for i := range p1 {
			p1[i], _ = s.Extent().At(dataset.Reach*(2*float64(i)/float64(m-1)-1), 0)
		}
		s.row = s.examples(s.Points(p1, make([]float64, m)))
		s.row.places.P1 = p1
	}
	return s.row.places.P1, s.row.forward(s.kernel)
}

// Pass returns every unit over the training examples, as Field does over the plane, a column for each. It is valid until
// the session changes.
func (s *Session) Pass() *nn.Trace { return s.train.forward(s.kernel) }

// grid returns the centres of r by r cells of the plane shown, row by row from the top. Their
// targets mean nothing.
func grid(r int, shown dataset.Extent) dataset.Set {
	s := dataset.NewSet(2, r*r)
	for i := range r {
		for j := range r {
			x1, x2 := shown.At(dataset.Reach*(float64(2*j+1)/float64(r)-1), dataset.Reach*(1-float64(2*i+1)/float64(r)))
			s.Add(x1, x2, 0)
		}
	}
	return s
}

// Predict writes the network's outputs at the points whose coordinates are the columns x to dst, in the units of the data:
// one a point or, of a softmax, those of all units of one point after another.
func (s *Session) Predict(dst []float64, x ...[]float64) {
	points := s.examples(dataset.Set{X: x})
	t := points.forward(s.kernel)
	A := t.A[len(t.A)-1]
	for i := range A.Cols {
		for k := range A.Rows {
			dst[i*A.Rows+k] = s.ValueOf(A.Data[k*A.Stride+i])
		}
	}
}
