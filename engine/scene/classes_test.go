package scene

import (
	"math"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// several shows the run of a link over so many blobs, told apart by a softmax and trained for some steps.
func several(t *testing.T, link string, classes, steps int) *Stage {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) > 0 {
		t.Fatal(warnings)
	}
	c.Data, c.Noise, c.Classes, c.Output, c.Loss = dataset.Blobs, 0, classes, nn.Softmax, nn.LogLoss
	run := session.New(c)
	run.Step(steps)
	s := newStage("v=1", 0)
	s.SetSession(run)
	theme := pageTheme(t, "tokens.css")
	s.SetTheme(theme)
	s.Layout()
	return s
}

// eachOutput calls check for each unit of the output, and for all together with the number that comes after them.
func eachOutput(s *Stage, check func(unit Target, number int)) {
	L := s.session.Network().Layers()
	last := 0
	eachUnit(s, func(unit Target, number int) {
		if unit.Layer == L {
			check(unit, number)
		}
		last = number
	})
	check(Target{Kind: Unit, Layer: L}, last+1)
}

func TestClassTones(t *testing.T) {
	for class := range colours {
		for _, share := range []float64{0, 0.3, 0.5, 1} {
			c, got, ok := OfClass(ClassTone(class, share))
			if !ok || c != class || math.Abs(got-share) > 1e-12 {
				t.Errorf("a share %v of class %d is read as %v of %d", share, class, got, c)
			}
			if c, got, _ := OfClass(float64(float32(ClassTone(class, share)))); c != class || math.Abs(got-share) > 1e-5 {
				t.Errorf("in 32 bits as %v of %d", got, c)
			}
		}
	}
	if _, _, ok := OfClass(1); ok {
		t.Error("a tone of 1 is of a class")
	}
}

func TestSoftmaxLooks(t *testing.T) {
	for _, test := range []struct {
		z          []float64
		unit       int
		tone, line float64
	}{
		{[]float64{0, 0, 0}, whole, ClassTone(0, 0.5), 0},
		{[]float64{0, 0, 0}, 2, ClassTone(2, 1./3), 0},
		{[]float64{1, 800, -5}, whole, ClassTone(1, 1), 799},
		{[]float64{1, 800, -5}, 0, ClassTone(0, 0), -799},
		{[]float64{math.Inf(1), 0}, whole, ClassTone(0, 1), vast},
		{[]float64{math.NaN(), 1e300}, 1, ClassTone(1, 1), vast},
	} {
		if got := softmaxLook(slices.Clone(test.z), test.unit); math.Abs(got.tone-test.tone) > 1e-12 || math.Abs(got.line-test.line) > 1e-12*vast {
			t.Errorf("%v, unit %d: %v, want %v and %v", test.z, test.unit, got, test.tone, test.line)
		}
	}
}

// What the shader evaluates at each pixel, and what it makes of samples, is what the page computes.
func TestShaderTellsClasses(t *testing.T) {
	for _, test := range []struct {
		link    string
		classes int
		sampled bool
	}{
		{"net=4", 2, false},
		{"net=0", 3, false},
		{"net=6,5&act=relu,tanh&init=he&lr=0.1&in=x1,x2,sinx1", 10, false},
		{"net=40,30&init=xavier&lr=0.1", 5, true},
	} {
		s := several(t, test.link, test.classes, 30)
		h := s.Shader()
		if (h.Samples != nil) != test.sampled {
			t.Fatalf("%s: sampled %v", test.link, h.Samples != nil)
		}
		program := parseKage(t, h.Source, h.Uniforms)
		n := s.session.Network()
		for _, p := range somewhere {
			trace := n.NewTrace(1)
			n.Forward(s.session.InputsOf(dataset.Set{X: [][]float64{{p.X}, {p.Y}}}), trace)
			z := trace.Z[n.Layers()].Data
			first := 0
			for _, size := range n.Sizes[:n.Layers()] {
				first += size
			}
			kageBuiltins["sample"] = func(a []float64) float64 { // what the tile of a unit holds here
				v := new(Samples).centred(trace.Z[n.Layers()]).Data[int(a[2])-first]
				return v / (1 + math.Abs(v))
			}
			eachOutput(s, func(unit Target, number int) {
				got, want := program.call("field", p.X, p.Y, float64(number)), softmaxLook(slices.Clone(z), unit.To-1)
				if math.Abs(got[0]-want.tone) > 1e-5 || math.Abs(got[1]-want.line) > 1e-4*(1+math.Abs(want.line)) {
					t.Errorf("%s: %v at %v is %v, want %v", test.link, unit, p, got, want)
				}
			})
			delete(kageBuiltins, "sample")
		}
		for i, v := range h.Uniforms["Classes"].([]float32) {
			c := s.theme.Classes[i/4]
			if want := [4]float32{c.R, c.G, c.B, c.A}[i%4]; v != want {
				t.Errorf("%s: number %d of the classes' colours is %v, want %v", test.link, i, v, want)
			}
		}
	}
}

func TestRastersHaveTheColoursOfClasses(t *testing.T) {
	for _, link := range []string{"net=4", "net=60,60&init=xavier&lr=0.1"} {
		s := several(t, link, 4, 30)
		quad := s.Picture(OutputSlot).Quads[0]
		quad.Line = 0
		eachOutput(s, func(unit Target, number int) {
			quad.Unit = number
			r := s.Rasters([]Quad{quad})[0]
			off := 0
			for _, at := range [][2]int{{5, 5}, {r.Width / 3, r.Height / 2}, {r.Width - 9, 20}, {70, r.Height - 8}, {r.Width / 2, r.Height / 2}} {
				x1, x2 := middleOf(r, at[0], at[1])
				if apart(pixelAt(r, at[0], at[1]), s.FieldColour(unit, x1, x2)) > 2.0/255 {
					off++
				}
			}
			if off > 0 {
				t.Errorf("%s: %v differs at %d places", link, unit, off)
			}
		})
	}
}

// The line is where the largest changes, and is as wide there as any.
func TestTheLineOfClasses(t *testing.T) {
	s := several(t, "net=0", 3, 0)
	n := s.session.Network()
	copy(n.W[1].Data, []float64{2, 0, 0, 0, -50, 0}) // class 0 right of x1 = 1, class 1 left of it; class 2 nowhere there
	copy(n.B[1], []float64{-2, 0, -1000})
	r := s.Rasters(s.Picture(OutputSlot).Quads)[0]
	row, dark := r.Height/3, 0
	for x := range r.Width {
		x1, x2 := middleOf(r, x, row)
		away := math.Abs(x1-1) / (2 * dataset.Reach) * float64(r.Width)
		got := pixelAt(r, x, row)
		switch {
		case away < 1:
			dark++
			if apart(got, s.theme.Ink) > 0.01 {
				t.Errorf("%v pixels from the line: %v, want ink", away, got)
			}
		case away > 0.5*lineWidth*s.slots.Scale+1:
			if want := s.FieldColour(Target{Kind: Unit, Layer: 1}, x1, x2); apart(got, want) > 0.51/255 {
				t.Errorf("%v pixels from the line: %v, want the field's %v", away, got, want)
			}
		}
	}
	if dark == 0 {
		t.Error("no pixel is on the line")
	}
}

func TestFieldsOfARunThatGoesOnAllocateNothing(t *testing.T) {
	for _, link := range []string{"net=8,8,8,8,8,8&init=xavier&lr=0.01", "net=64,30&init=xavier&lr=0.1"} {
		s := several(t, link, 10, 3)
		sampled := s.Shader().Samples != nil
		if n := testing.AllocsPerRun(3, func() { s.session.Step(1); s.Shader() }); n != 0 {
			t.Errorf("%q, sampled %v: %v allocations", link, sampled, n)
		}
		if want := link[4] == '6'; sampled != want {
			t.Errorf("%q: sampled %v", link, sampled)
		}
	}
}

// Without a unit marked the plane shows all classes, with one that.
func TestWhole(t *testing.T) {
	s := several(t, "net=4", 3, 200)
	quad := func() Quad { return s.Picture(OutputSlot).Quads[0] }
	if !s.Whole() || quad().Unit != 2+4+3 || quad().Line != 1 {
		t.Errorf("%v, %+v", s.Whole(), quad())
	}
	shares := s.Shares(0, 3.5)
	if sum := shares[0] + shares[1] + shares[2]; math.Abs(sum-1) > 1e-12 || shares[0] < 0.9 || s.Field(0, 3.5) != shares[0] {
		t.Errorf("%v, %v", shares, s.Field(0, 3.5))
	}
	s.Hover(Target{Kind: Unit, Layer: 2, To: 2})
	if s.Whole() || quad().Unit != 2+4+1 || math.Abs(s.Field(0, 3.5)-shares[1]) > 1e-14 {
		t.Errorf("%v, %+v, %v", s.Whole(), quad(), s.Field(0, 3.5))
	}
	if newStage("v=1", 0).Whole() {
		t.Error("a sigmoid shows classes")
	}
}

func TestEveryClassHasItsMark(t *testing.T) {
	seen := map[int]bool{}
	s := several(t, "net=4", 10, 0)
	train := s.session.Train()
	places, _ := s.session.Places()
	for i, y := range train.Y {
		if m, ok := s.mark(train, places, i, 4); ok {
			if m.class != int(y) || m.colour != s.theme.Classes[int(y)] {
				t.Fatalf("class %v looks like %+v", y, m)
			}
			seen[m.class] = true
		}
	}
	if len(seen) != 10 {
		t.Errorf("%d classes are seen", len(seen))
	}
	for class := 2; class < colours; class++ {
		for other := range class {
			if slices.Equal(shapes[class], shapes[other]) {
				t.Errorf("classes %d and %d have one shape", class, other)
			}
		}
	}
}

// Colours seen without one kind of cones, by Machado, Oliveira and Fernandes (2009), and with all.
var eyes = map[string][3][3]float64{
	"all":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"no reds":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"no greens": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"no blues":  {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// oklab is a colour as it is seen, in Ottosson's space, in which colours 0.02 apart can just be told.
func oklab(c Colour, eye [3][3]float64) (lab [3]float64) {
	linear := func(v float32) float64 {
		if v <= 0.04045 {
			return float64(v) / 12.92
		}
		return math.Pow((float64(v)+0.055)/1.055, 2.4)
	}
	times := func(m [3][3]float64, v [3]float64) (w [3]float64) {
		for i := range w {
			w[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
		}
		return w
	}
	seen := times(eye, [3]float64{linear(c.R), linear(c.G), linear(c.B)})
	for i, v := range seen {
		seen[i] = max(0, min(1, v))
	}
	cones := times([3][3]float64{{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}, seen)
	for i, v := range cones {
		cones[i] = math.Cbrt(v)
	}
	return times([3][3]float64{{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}, cones)
}

// All of the classes' colours can be told apart by everybody, as marks and as fields.
func TestClassesDifferForEveryEye(t *testing.T) {
	for name, sheets := range pageThemes {
		theme := pageTheme(t, sheets...)
		for eye, matrix := range eyes {
			for i := range colours {
				for j := range i {
					for what, limit := range map[string]float64{"marks": 0.12, "fields": 0.08} {
						a, b := theme.Classes[i], theme.Classes[j]
						if what == "fields" {
							a, b = theme.Ramp(ClassTone(i, 1), false), theme.Ramp(ClassTone(j, 1), false)
						}
						x, y := oklab(a, matrix), oklab(b, matrix)
						if d := math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2]); d < limit {
							t.Errorf("%s, %s: %s of classes %d and %d are %.3f apart", name, eye, what, i, j, d)
						}
					}
				}
			}
		}
	}
}
