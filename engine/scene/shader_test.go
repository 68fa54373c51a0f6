package scene

import (
	"math"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

var testTheme = func() (t Theme) {
	for token, colour := range map[string]string{
		"background": "#f6f7f9", "surface": "#ffffff", "ink": "#1b2230", "muted": "#6b7484", "grid": "#e3e6eb",
		"negative": "#e07b16", "neutral": "#f3f4f6", "positive": "#1f77c9", "accent": "#7a3ff2",
	} {
		t.Set(token, colour)
	}
	return t
}()

// newStage shows the run of a link, trained for some steps, in three slots.
func newStage(fragment string, steps int) *Stage {
	c, _ := config.Decode(fragment)
	run := session.New(c)
	run.Step(steps)
	s := NewStage(run)
	s.SetTheme(testTheme)
	s.SetSlots(Slots{Rects: [slotCount]Rect{{10, 20, 640, 480}, {660, 20, 400, 400}, {660, 430, 400, 200}}, Scale: 2})
	s.Layout()
	return s
}

// eachUnit calls check for every unit of the run, with its number in pictures.
func eachUnit(s *Stage, check func(unit Target, number int)) {
	number := 0
	for l, size := range s.session.Network().Sizes {
		for i := range size {
			check(Target{Kind: Unit, Layer: l, To: i + 1}, number)
			number++
		}
	}
}

var somewhere = []Point{{0, 0}, {-6, 6}, {5.5, 5.9}, {1.2, -3.4}, {-2.5, 0.7}}

func TestShaderComputesEveryUnit(t *testing.T) {
	for _, fragment := range []string{
		"net=0&data=line",
		"net=4",
		"net=4,3&act=relu,sigmoid&init=xavier&in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2",
		"net=3,2&act=leaky,linear&slope=0.2&init=he&lr=0.1&out=tanh",
		"net=5&data=bumps&init=xavier&lr=0.1",
		"net=4,3&act=swish&init=he&lr=0.1",
		"net=8,8,8,8,8,8&init=xavier&lr=0.1",
	} {
		s := newStage(fragment, 20)
		h := s.Shader()
		if h.Samples != nil {
			t.Fatalf("%s: sampled, want evaluated", fragment)
		}
		program := parseKage(t, h.Source, h.Uniforms)
		n := s.session.Network()
		for _, p := range somewhere {
			trace := n.NewTrace(1)
			n.Forward(dataset.Set{X: [][]float64{{p.X}, {p.Y}}}.Inputs(s.session.Config().Inputs), trace)
			eachUnit(s, func(unit Target, number int) {
				got := program.call("field", p.X, p.Y, float64(number))
				_, tone := s.at(unit, p.X, p.Y)
				z := tone
				if unit.Layer > 0 {
					z = trace.Z[unit.Layer].Data[unit.To-1]
				}
				if math.Abs(got[0]-tone) > 1e-5 || math.Abs(got[1]-z) > 1e-5*(1+math.Abs(z)) {
					t.Errorf("%s: %v at %v: tone and Z are %v, want %v and %v", fragment, unit, p, got, tone, z)
				}
			})
		}
	}
}

func TestShaderFollowsTheNetwork(t *testing.T) {
	s := newStage("net=4", 0)
	h := s.Shader()
	params, source := h.Uniforms["Params"].([]float32), h.Source
	s.session.Step(10)
	if s.Shader() != h {
		t.Error("another shader after a few steps")
	}
	if w := s.session.Network().Parameters()[0]; params[0] != float32(w) {
		t.Errorf("the uniform holds %v, want %v", params[0], float32(w))
	}
	c, _ := config.Decode("net=4&act=relu")
	s.session.Apply(c)
	if s.Shader().Source == source {
		t.Error("the same shader for another activation")
	}
}

func TestLargeNetworksAreSampled(t *testing.T) {
	s := newStage("net=40,30&init=xavier&lr=0.1&in=x1,x2,sinx1", 5)
	samples := s.Shader().Samples
	if samples == nil {
		t.Fatal("1400 parameters in the shader")
	}
	eachUnit(s, func(unit Target, number int) {
		for _, node := range [][2]int{{0, 0}, {3, 20}, {samples.side - 1, samples.side - 1}} {
			x := number%samples.across*samples.side + node[0]
			y := number/samples.across*samples.side + node[1]
			pixel := samples.Pixels[4*(y*samples.Width+x):]
			got := tone(pixel)
			cell := 2 * dataset.Reach / float64(samples.side)
			_, want := s.at(unit, -dataset.Reach+cell*(float64(node[0])+0.5), dataset.Reach-cell*(float64(node[1])+0.5))
			if math.Abs(got-want) > 1e-5 {
				t.Errorf("%v at node %v: %v, want %v", unit, node, got, want)
			}
		}
	})

	version := samples.Version
	if s.Shader().Samples.Version != version {
		t.Error("sampled again though nothing changed")
	}
	s.session.Step(1)
	if s.Shader().Samples.Version == version {
		t.Error("not sampled again after a step")
	}
}
