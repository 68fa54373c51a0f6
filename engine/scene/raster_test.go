package scene

import (
	"math"
	"testing"

	"shallows/engine/dataset"
)

// pixelAt is the colour of a raster's pixel.
func pixelAt(r Raster, x, y int) Colour {
	p := r.Pixels[4*(y*r.Width+x):]
	return Colour{float32(p[0]) / 255, float32(p[1]) / 255, float32(p[2]) / 255, float32(p[3]) / 255}
}

// middleOf is the place of the plane at the middle of a pixel.
func middleOf(r Raster, x, y int) (x1, x2 float64) {
	across, down := (float64(x)+0.5)/float64(r.Width), (float64(y)+0.5)/float64(r.Height)
	return dataset.Reach * (2*across - 1), dataset.Reach * (1 - 2*down)
}

func apart(a, b Colour) float64 {
	return math.Max(math.Abs(float64(a.R-b.R)), math.Max(math.Abs(float64(a.G-b.G)), math.Abs(float64(a.B-b.B))))
}

// stretched is the colour that the small picture of a unit has at a place of the plane.
func (s *Stage) stretched(unit Target, q Quad, x1, x2 float64) Colour {
	_, tone := s.at(unit, x1, x2)
	return s.theme.Ramp(max(-1, min(1, q.Gain*tone)), false)
}

func TestRastersHaveTheColoursOfTheField(t *testing.T) {
	for _, fragment := range []string{
		"net=4",
		"data=spiral&in=x1,x2sq,sinx2&net=5,3&act=relu,leaky&init=he",
		"data=plane&net=3",
	} {
		s := newStage(fragment, 30)
		quads := s.Picture(NetworkSlot).Quads
		eachUnit(s, func(unit Target, number int) {
			r := s.Rasters(quads)[number]
			if want := quads[number].Rect; float64(r.Width) != want.W || float64(r.Height) != want.H {
				t.Fatalf("%s: %v is %d x %d, want %v x %v", fragment, unit, r.Width, r.Height, want.W, want.H)
			}
			for _, at := range [][2]int{{0, 0}, {r.Width / 3, r.Height / 2}, {r.Width - 1, 1}, {7, r.Height - 1}} {
				x1, x2 := middleOf(r, at[0], at[1])
				if got, want := pixelAt(r, at[0], at[1]), s.stretched(unit, quads[number], x1, x2); apart(got, want) > 0.51/255 {
					t.Errorf("%s: %v at %v is %v, want %v", fragment, unit, at, got, want)
				}
			}
		})
	}
}

func TestRasterOfALargeNetworkIsInterpolated(t *testing.T) {
	s := newStage("net=16,16,16,16&init=xavier", 10)
	s.SetSlots(Slots{Rects: [slotCount]Rect{OutputSlot: {0, 0, 600, 600}}, Scale: 3})
	quad := s.Picture(OutputSlot).Quads[0]
	quad.Line = 0
	if nodes := s.sample([]Quad{quad}, []int{0}, int(quad.Rect.W), int(quad.Rect.H))[0]; float64(nodes.across) >= quad.Rect.W {
		t.Fatalf("%d nodes across for %v pixels: nothing to interpolate", nodes.across, quad.Rect.W)
	}
	r := s.Rasters([]Quad{quad})[0]
	for _, at := range [][2]int{{0, 0}, {500, 800}, {1000, 3}, {r.Width - 1, r.Height - 1}} {
		x1, x2 := middleOf(r, at[0], at[1])
		if got, want := pixelAt(r, at[0], at[1]), s.FieldColour(s.Shown(), x1, x2); apart(got, want) > 2.0/255 {
			t.Errorf("at %v: %v, want %v", at, got, want)
		}
	}
}

func TestRasterHasTheLineWhereZIsZero(t *testing.T) {
	s := newStage("net=0&data=line", 0)
	n := s.session.Network()
	n.W[1].Data[0], n.W[1].Data[1], n.B[1][0] = 3, 0, -3 // Z is 0 at x1 = 1
	r := s.Rasters(s.Picture(OutputSlot).Quads)[0]
	row := r.Height / 3
	dark := 0
	for x := range r.Width {
		x1, x2 := middleOf(r, x, row)
		away := math.Abs(x1-1) / (2 * dataset.Reach) * float64(r.Width) // in pixels
		got := pixelAt(r, x, row)
		switch {
		case away < 1:
			dark++
			if apart(got, testTheme.Ink) > 0.01 {
				t.Errorf("%v pixels from the line: %v, want ink", away, got)
			}
		case away > 0.5*lineWidth*s.slots.Scale+1:
			if want := s.FieldColour(s.Shown(), x1, x2); apart(got, want) > 0.51/255 {
				t.Errorf("%v pixels from the line: %v, want the field's %v", away, got, want)
			}
		}
	}
	if dark == 0 {
		t.Error("no pixel is on the line")
	}
}

func TestPrintLeavesTheStageAlone(t *testing.T) {
	s := newStage("net=3", 5)
	s.Hover(Target{Unit, 1, 2, 0})
	before := *s.Layout()
	p := s.Print(Slots{Rects: [slotCount]Rect{NetworkSlot: {0, 0, 300, 200}}, Scale: 1}, Theme{})
	if got := p.Picture(NetworkSlot).Clip; got != (Rect{0, 0, 300, 200}) {
		t.Errorf("the print is at %v", got)
	}
	if got := p.Shown(); got != (Target{Unit, 2, 1, 0}) {
		t.Errorf("the print shows %v, want the output", got)
	}
	if after := *s.Layout(); after.Version != before.Version || after.Units[0] != before.Units[0] {
		t.Error("printing moved what is on the page")
	}
}

func TestHandlesMakeTheCurve(t *testing.T) {
	for _, c := range []Curve{{Point{10, 20}, Point{110, 80}}, {Point{10, 400}, Point{30, 0}}} {
		a, b := c.Handles()
		for _, at := range []float64{0.2, 0.5, 0.9} {
			u := 1 - at
			bezier := func(from, a, b, to float64) float64 { return u*u*u*from + 3*u*u*at*a + 3*u*at*at*b + at*at*at*to }
			x, y := bezier(c.From.X, a.X, b.X, c.To.X), bezier(c.From.Y, a.Y, b.Y, c.To.Y)
			if want := c.At(at); math.Hypot(x-want.X, y-want.Y) > 1e-9 {
				t.Errorf("%v at %v: (%v, %v), want %v", c, at, x, y, want)
			}
		}
	}
}

// Of numbers of any size units have pictures: no colour is missing, and the line is where the sign changes, not all over.
func TestRastersOfHugeWeights(t *testing.T) {
	for _, act := range []string{"tanh", "relu", "leaky", "linear"} {
		for _, size := range []float64{1e20, 1e155, 1e308} {
			s := newStage("data=bumps&net=3,3&init=he&act="+act, 0)
			for i, w := range s.session.Network().Parameters() {
				s.session.Network().Parameters()[i] = w / 10 * size
			}
			quads := s.Picture(NetworkSlot).Quads
			for i := range quads {
				quads[i].Line = 1
			}
			for i, r := range s.Rasters(quads) {
				black := 0
				for p := 0; p < len(r.Pixels); p += 4 {
					if r.Pixels[p] < 60 && r.Pixels[p+1] < 60 && r.Pixels[p+2] < 60 {
						black++
					}
				}
				if share := float64(4*black) / float64(len(r.Pixels)); share > 0.4 {
					t.Errorf("%s, %v: %.0f%% of unit %d are black", act, size, 100*share, i)
				}
			}
		}
	}
}
