package link

import (
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/config"
)

func TestTensorFlowLinksOfTheGuide(t *testing.T) {
	guide := readGuide(t)
	links := regexp.MustCompile(`(?m)^(#activation=.*)\n(#v=1.*)$`).FindAllStringSubmatch(guide, -1)
	if len(links) < 10 {
		t.Fatalf("the guide has %d links, want 10", len(links))
	}
	for _, link := range links {
		o := Open(link[1])
		if got := "#" + Fragment(o.Run); got != link[2] {
			t.Errorf("%s\nopens as %s\nwant     %s", link[1], got, link[2])
		}
		want := View{
			Discretise: strings.Contains(link[1], "discretize=true"),
			ShowTest:   strings.Contains(link[1], "showTestData=true"),
		}
		if o.View == nil || *o.View != want {
			t.Errorf("%s\nshows the plane as %v, want %v", link[1], o.View, want)
		}
		if !slices.Equal(o.Warnings, []config.Warning{{Reason: TensorFlow}}) {
			t.Errorf("%s\nwarns %q", link[1], o.Warnings)
		}
	}
}

func TestTheGuideHasEveryKey(t *testing.T) {
	guide := readGuide(t)
	for _, k := range tensorFlowKeys {
		if !strings.Contains(guide, "`"+k.name+"`") {
			t.Errorf("the guide does not have %s", k.name)
		}
	}
}

func readGuide(t *testing.T) string {
	guide, err := os.ReadFile("../../docs/links.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(guide)
}

func TestTensorFlowLinks(t *testing.T) {
	const rest = "&out=tanh&init=uniform&scale=0.5&lr=0.03&batch=10"
	for _, test := range []struct {
		fragment string
		want     string
		warnings []config.Warning // before the notice of such links
	}{
		{"hideText=true", "v=1&data=circle&n=500&test=50&net=4,2" + rest, nil},
		{"activation=", "v=1&data=circle&n=500&test=50&net=4,2" + rest, nil},
		{"networkShape=", "v=1&data=circle&n=500&test=50&net=0" + rest, nil},
		{"networkShape=3%2C2", "v=1&data=circle&n=500&test=50&net=3,2" + rest, nil},
		{"dataset=xor&dataset=gauss", "v=1&data=gauss&n=500&test=50&net=4,2" + rest, nil},
		{"seed=7&cosX=true", "v=1&data=circle&n=500&dseed=7&test=50&net=4,2&out=tanh&init=uniform&scale=0.5&seed=7&lr=0.03&batch=10", nil},
		{"initZero=true", "v=1&data=circle&n=500&test=50&net=4,2&out=tanh&init=zeros&scale=0.5&lr=0.03&batch=10", nil},
		{"y=false&sinX=yes", "v=1&data=circle&n=500&test=50&in=x1,sinx1&net=4,2" + rest, nil},
		{"y_hide=true&sinX_hide=true&playButton_hide=true", "v=1&data=circle&n=500&test=50&in=x1&net=4,2" + rest, nil},
		{"regularization=L2&regularizationRate=1e-5", "v=1&data=circle&n=500&test=50&net=4,2" + rest + "&l2=1e-5", nil},
		{"regularization=none&regularizationRate=3", "v=1&data=circle&n=500&test=50&net=4,2" + rest, nil},

		{"dataset=moons&batchSize=0&percTrainData=33.3&learningRate=fast", "v=1&data=circle&n=500&test=50&net=4,2" + rest, []config.Warning{
			{Key: "dataset", Value: "moons", Used: "circle", Reason: config.Invalid},
			{Key: "percTrainData", Value: "33.3", Used: "50", Reason: config.Invalid},
			{Key: "learningRate", Value: "fast", Used: "0.03", Reason: config.Invalid},
			{Key: "batchSize", Value: "0", Used: "10", Reason: config.Invalid},
		}},
		{"networkShape=4,2,", "v=1&data=circle&n=500&test=50&net=4,2" + rest, []config.Warning{
			{Key: "networkShape", Value: "4,2,", Used: "4,2", Reason: config.Invalid},
		}},
		{"x=false&y=false", "v=1&data=circle&n=500&test=50&net=4,2" + rest, []config.Warning{
			{Key: "in", Value: "", Used: "x1,x2", Reason: config.Invalid},
		}},
		{"noise=80&networkShape=99", "v=1&data=circle&n=500&noise=1&test=50&net=64" + rest, []config.Warning{
			{Key: "noise", Value: "1.6", Used: "1", Reason: config.Clamped},
			{Key: "net", Value: "99", Used: "64", Reason: config.Clamped},
		}},
		{"networkShape=1&tutorial=" + strings.Repeat("a", config.MaxFragment), "v=1&data=circle&n=500&test=50&net=1" + rest,
			[]config.Warning{{Reason: config.TooLong}}},
		{"problem=classification&lr=1", "v=1&data=circle&n=500&test=50&net=4,2" + rest, []config.Warning{
			{Key: "lr", Value: "1", Used: "", Reason: config.Unknown},
		}},
	} {
		o := Open(test.fragment)
		if got := Fragment(o.Run); got != test.want {
			t.Errorf("%s opens as %s, want %s", test.fragment, got, test.want)
		}
		if want := append(test.warnings, config.Warning{Reason: TensorFlow}); !slices.Equal(o.Warnings, want) {
			t.Errorf("%s warns %q, want %q", test.fragment, o.Warnings, want)
		}
	}
}

// Keys that both pages have do not tell whose link it is; a version does.
func TestLinksOfThisPage(t *testing.T) {
	for _, fragment := range []string{"", "seed=7&noise=0.1", "v=1&activation=relu", "activation=relu&v=1", "hide=lr", "colour=red"} {
		if o := Open(fragment); o.View != nil || slices.Contains(o.Warnings, config.Warning{Reason: TensorFlow}) {
			t.Errorf("%q is taken for a link of TensorFlow Playground", fragment)
		}
	}
}

// A batch changes the parameters as src/nn.ts does: by the mean of the examples' derivatives, and the weights by the
// penalty's times the rate.
func TestUpdateOfTensorFlowPlayground(t *testing.T) {
	const learningRate, rate = 0.03, 0.1
	for kind, derivative := range map[string]func(w float64) float64{
		"L1": func(w float64) float64 { return math.Copysign(1, w) },
		"L2": func(w float64) float64 { return w },
	} {
		s := Open("networkShape=3&batchSize=7&noise=20&seed=0.5&regularizationRate=0.1&regularization=" + kind).Run
		W, b := s.Network().Clone().W, s.Network().Clone().B
		dW, db := s.Network().NewGradient(7).DW, s.Network().NewGradient(7).DB
		for _, i := range s.Ahead() {
			x := []float64{s.Train().X[0][i], s.Train().X[1][i]}
			out, hidden := b[2][0], make([]float64, 3)
			for j := range hidden {
				hidden[j] = math.Tanh(b[1][j] + W[1].Data[2*j]*x[0] + W[1].Data[2*j+1]*x[1])
				out += W[2].Data[j] * hidden[j]
			}
			out = math.Tanh(out)
			dOut := (out - s.Train().Y[i]) * (1 - out*out)
			db[2][0] += dOut
			for j, a := range hidden {
				dHidden := W[2].Data[j] * dOut * (1 - a*a)
				dW[2].Data[j] += dOut * a
				db[1][j] += dHidden
				dW[1].Data[2*j] += dHidden * x[0]
				dW[1].Data[2*j+1] += dHidden * x[1]
			}
		}
		s.Step(1)
		for l := 1; l <= 2; l++ {
			for j, w := range W[l].Data {
				want := w - learningRate/7*dW[l].Data[j] - learningRate*rate*derivative(w)
				if got := s.Network().W[l].Data[j]; math.Abs(got-want) > 1e-14 {
					t.Errorf("%s: weight %d of layer %d becomes %v, want %v", kind, j, l, got, want)
				}
			}
			for j := range b[l] {
				want := b[l][j] - learningRate/7*db[l][j]
				if got := s.Network().B[l][j]; math.Abs(got-want) > 1e-14 {
					t.Errorf("%s: bias %d of layer %d becomes %v, want %v", kind, j, l, got, want)
				}
			}
		}
	}
}
