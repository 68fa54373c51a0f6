package scene

import (
	"math"
	"testing"

	"shallows/engine/dataset"
)

// tone reads what putTone writes, as sample.kage does.
func tone(pixel []byte) float64 {
	sign, exponent := 1.0, int(pixel[0])
	if exponent >= 128 {
		sign, exponent = -1, exponent-128
	}
	if exponent == 0 {
		return 0
	}
	return sign * math.Ldexp(1+float64(int(pixel[1])*256+int(pixel[2]))/65536, exponent-127)
}

func TestATonesDigitsDoNotDependOnItsSize(t *testing.T) {
	pixel := make([]byte, 4)
	for _, v := range []float64{0, 1, -1, 0.5, -0.7, 0.9999999, 1e-3, -2.8e-9, 1e-30, -math.Ldexp(1, -126)} {
		if putTone(pixel, v); math.Abs(tone(pixel)-v) > math.Abs(v)/(1<<17) || pixel[3] != 255 {
			t.Errorf("%v is read as %v", v, tone(pixel))
		}
	}
	for _, v := range []float64{2, 1e-40, -1e-40, -7} {
		if putTone(pixel, v); math.Abs(tone(pixel)-max(-1, min(1, v))) > 1e-37 {
			t.Errorf("%v is read as %v", v, tone(pixel))
		}
	}
}

// The output of six small layers is within a few billionths of 1/2, or much closer yet, and its line is as straight as any.
func TestTheSamplesOfAFlatField(t *testing.T) {
	for _, link := range []string{"net=27,27,28,28,28,28", "net=27,27,28,28,28,28&scale=0.0001", "net=64,64,64&act=sigmoid"} {
		s := newStage(link, 0)
		h := s.Shader().Samples
		if h == nil {
			t.Fatalf("%s: no samples", link)
		}
		n := s.session.Network()
		unit := 0
		for _, size := range n.Sizes[:n.Layers()] {
			unit += size
		}
		trace := n.NewTrace(1)
		for _, node := range []int{0, 7, h.side * h.side / 3, h.side*h.side - 1} {
			x1, x2 := s.session.Extent().At(dataset.Reach*(float64(2*(node%h.side)+1)/float64(h.side)-1), dataset.Reach*(1-float64(2*(node/h.side)+1)/float64(h.side)))
			n.Forward(s.session.InputsOf(dataset.Set{X: [][]float64{{x1}, {x2}}}), trace)
			want := math.Tanh(trace.Z[n.Layers()].Data[0] / 2)
			at := (unit/h.across*h.side+node/h.side)*h.Width + unit%h.across*h.side + node%h.side
			if got := tone(h.Pixels[4*at:]); math.Abs(got-want) > 1e-4*math.Abs(want) {
				t.Errorf("%s, node %d: %v, want %v", link, node, got, want)
			}
		}
	}
}
