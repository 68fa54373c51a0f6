package scene

import (
	"math"
	"testing"

	"shallows/engine/session"
)

// Over data of three coordinates all that is said of a place is the network's output at the point there, whatever plane is
// shown, and examples fade with their distance from it.
func TestPlanesThroughSpace(t *testing.T) {
	for _, link := range []string{"data=shell&net=4&init=xavier&steps=100", "data=shell&net=4&init=xavier&out=softmax&scaling=standard&steps=100"} {
		s := newStage(link, 100)
		for _, view := range []session.View{{Axes: [2]int{0, 1}}, {Axes: [2]int{2, 0}, Held: []float64{0, 3, 0}}, {Principal: true}} {
			s.session.Look(view)
			s.Layout()
			for _, at := range [][2]float64{{0, 0}, {1.5, -2}, {-4, 3}} {
				want := make([]float64, 2)
				s.session.Predict(want, s.session.Points(at[:1], at[1:]).X...)
				shares := s.Shares(at[0], at[1])
				if shares[0] != want[0] || len(shares) > 1 && shares[1] != want[1] {
					t.Errorf("%s, %+v: the output at %v is %v, told as %v", link, view, at, want, shares)
				}
				if s.Whole() {
					continue
				}
				if got := s.Field(at[0], at[1]); math.Abs(got-want[0]) > 1e-12 {
					t.Errorf("%s, %+v: the field at %v is %v, want %v", link, view, at, got, want[0])
				}
			}
			train, _ := s.session.Places()
			for i := range train.P1 {
				m, ok := s.mark(s.session.Train(), train, i, 3)
				if !ok || m.near <= 0 || m.near > 1 || train.Off[i] < 1e-9 && m.near < 1 {
					t.Errorf("%s, %+v: example %d, %v off, looks like %+v", link, view, i, train.Off[i], m)
				}
				if at := s.Hit(OutputSlot, m.at.X, m.at.Y); at.Kind != Plane || at.Example == 0 {
					t.Errorf("%s, %+v: no example is met at %v", link, view, m.at)
				}
			}
			if got, want := s.plane.xTicks[len(s.plane.xTicks)-1].text, axes(s.session)[0].symbol; got != want {
				t.Errorf("the axis is called %s, want %s", got, want)
			}
		}
	}
}
