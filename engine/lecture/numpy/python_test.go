//go:build !js

package numpy

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// python runs a program with Debian's Python, which has python3-numpy, or with that of $PYTHON.
func python(program string) (output string, err error) {
	command := exec.Command(cmp.Or(os.Getenv("PYTHON"), "/usr/bin/python3"), "-W", "error::DeprecationWarning", "-")
	command.Stdin = strings.NewReader(program)
	text, err := command.CombinedOutput()
	return string(text), err
}

func TestPythonHasNumPy(t *testing.T) {
	if text, err := python("import numpy"); err != nil {
		t.Fatalf("install python3-numpy, or name a Python that has NumPy in $PYTHON: %v\n%s", err, text)
	}
}

// Each program ends by comparing its cost with the page's.
func TestNumPyReachesThePagesCost(t *testing.T) {
	for _, link := range []string{
		"steps=1000",
		"v=1",
		"init=zeros&n=399&steps=50",
		"init=constant&scale=0.5&steps=100",
		"init=constant&scale=1&steps=20",
		"init=rows&net=4,3&scale=0.5&steps=200",
		"init=uniform&scale=0.3&steps=100",
		"init=xavier&net=5,4,3&act=tanh,sigmoid,leaky&lr=0.3&steps=300",
		"init=he&net=8,8&act=relu&lr=0.1&steps=300",
		"net=6&act=linear&steps=100",
		"net=5,4&act=swish,tanh&init=he&lr=0.3&steps=300",
		"net=6&act=swish&loss=mse&batch=64&init=xavier&steps=200",
		"batch=64&steps=500",
		"batch=64&bseed=4294967290&steps=100",
		"opt=momentum&steps=500",
		"opt=rmsprop&lr=0.01&steps=500",
		"opt=adam&lr=0.01&steps=500",
		"opt=adam&lr=0.01&batch=32&test=25&steps=300",
		"l2=0.01&steps=500",
		"l1=0.001&l2=0.001&opt=momentum&steps=300",
		"net=0&steps=500",
		"net=0&l1=0.01&data=line&test=30&steps=100",
		"loss=mse&steps=300",
		"loss=mse&out=tanh&lr=0.5&steps=300",
		"loss=mse&out=linear&lr=0.1&steps=300",
		"scale=100&steps=5",                           // saturated
		"net=0&lr=100&loss=mse&out=linear&steps=1000", // diverges
		"in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&lr=0.05&steps=200",
		"data=circle&noise=0.3&n=101&steps=100",
		"data=rings&noise=0.3&n=101&steps=100",
		"data=shell&noise=0.2&n=101&test=20&net=3,4&init=xavier&scaling=standard&steps=100",
		"data=shell&in=x1,x3&steps=10",
		"data=xor&noise=0.2&steps=100",
		"data=gauss&noise=0.4&n=201&steps=100",
		"data=spiral&noise=0.1&n=201&lr=0.1&steps=100",
		"data=moons&noise=0.2&n=201&steps=100",
		"data=line&noise=0.1&steps=100",
		"data=skcircles&n=301&factor=0.5&steps=100",
		"data=skmoons&n=301&lr=0.3&steps=100",
		"data=skblobs&n=100&clusters=7&dseed=5&noise=0.3&lr=0.1&steps=100",
		"data=skquantiles&n=201&lr=0.3&steps=100",
		"data=iris&lr=0.1&steps=200",
		"data=iris&in=x3,x4&scaling=standard&test=30&batch=16&steps=100",
		"data=plane&noise=0.1&lr=0.1&steps=200",
		"data=bumps&noise=0.1&init=xavier&lr=0.1&steps=200",
		"data=bumps&out=tanh&lr=0.1&steps=200",
	} {
		t.Run(link, func(t *testing.T) {
			t.Parallel()
			program := Script(train(t, link))
			if text, err := python(program); err != nil {
				t.Errorf("%v\n%s\n%s", err, text, program)
			}
		})
	}
}

// So does it with a softmax, for every set that has more than two classes.
func TestNumPyReachesTheCostOfSeveralClasses(t *testing.T) {
	for _, test := range []struct {
		link    string
		data    dataset.Kind
		classes int
	}{
		{"steps=200&lr=0.3", dataset.Blobs, 3},
		{"n=101&test=25&noise=0.5&net=0&lr=0.3&steps=100", dataset.Blobs, 10},
		{"n=100&net=6&init=xavier&opt=adam&lr=0.02&batch=16&steps=200", dataset.Spiral, 4},
		{"n=101&net=6,4&act=relu&init=he&lr=0.1&l2=0.01&steps=100", dataset.Rings, 5},
		{"n=101&steps=50&lr=0.3", dataset.Rings, 3},
		{"steps=50", dataset.Planar, 2},
		{"net=0&scale=100&steps=2&lr=0.1", dataset.Blobs, 3}, // outputs of 0
	} {
		t.Run(fmt.Sprint(test), func(t *testing.T) {
			t.Parallel()
			c := train(t, test.link).Config()
			c.Data, c.Classes, c.Output, c.Loss = test.data, test.classes, nn.Softmax, nn.LogLoss
			s := session.New(c)
			s.Step(c.Steps)
			program := Script(s)
			if text, err := python(program); err != nil {
				t.Errorf("%v\n%s\n%s", err, text, program)
			}
		})
	}
}

func TestNumPyReachesTheCostOfAnEditedRun(t *testing.T) {
	program := Script(edited(t))
	if text, err := python(program); err != nil {
		t.Errorf("%v\n%s\n%s", err, text, program)
	}
}

func TestNumPyReachesTheCostOverOwnData(t *testing.T) {
	for _, settings := range []string{"data=own&steps=100", "data=own&test=25&out=tanh&batch=4&steps=50"} {
		for _, points := range []int{1, 3, 43} {
			c := train(t, settings).Config()
			s := session.NewOver(c, dataset.AsOwn(dataset.Generate(dataset.Gauss, points, 0.1, 1), dataset.Home), nil)
			s.Step(50)
			if text, err := python(Script(s)); err != nil {
				t.Errorf("%s with %d points: %v\n%s\n%s", settings, points, err, text, Script(s))
			}
		}
	}
}

// A table stands in the program whatever its columns, its targets and its names.
func TestNumPyReachesTheCostOverATable(t *testing.T) {
	s := dataset.NewSet(3, 40)
	for i := range 40 {
		x := float64(i)
		s.Append(float64(i%4), math.Sin(x), 5*math.Cos(3*x), float64(i%4)+x/40)
	}
	classes := dataset.NewPoints(s)
	classes.Names = dataset.Names{
		Inputs: []string{`"""; import os`, `\`, "高さ"}, Target: `'''\\`, Classes: []string{"# a", `"""`, "<b>", "\u2028x\r"},
	}.Clean()
	values := dataset.NewPoints(s)
	values.Values = true
	for _, points := range []dataset.Points{classes, values} {
		for _, settings := range []string{"lr=0.03&steps=40", "scaling=standard&yscaling=standard&test=25&batch=8&opt=adam&lr=0.01&steps=40"} {
			s := session.NewOver(train(t, "data=own&"+settings).Config().Table(points), points, nil)
			s.Step(40)
			if program := Script(s); !strings.Contains(program, "assert") || points.Values == strings.Contains(program, "# class 1:") {
				t.Errorf("%s: the program is %s", settings, program)
			} else if text, err := python(program); err != nil {
				t.Errorf("%s: %v\n%s\n%s", settings, err, text, program)
			}
		}
	}
}

// The program standardises the file's own numbers, whatever their size, by the training examples.
func TestNumPyReachesTheCostOfStandardisedData(t *testing.T) {
	moons := dataset.Generate(dataset.Moons, 43, 0.2, 1)
	table := func(of1, of2 func(x float64) float64) dataset.Points {
		var s dataset.Set
		for i, y := range moons.Y {
			s.Add(of1(moons.X[0][i]), of2(moons.X[1][i]), y)
		}
		return dataset.NewPoints(s)
	}
	for name, points := range map[string]dataset.Points{
		"salaries and ages":  table(func(x float64) float64 { return math.Round(85000 + 13000*x) }, func(x float64) float64 { return math.Round(45 + 5*x) }),
		"small and large":    table(func(x float64) float64 { return 1e-9 * x }, func(x float64) float64 { return 1e9 * (1 + x/1000) }),
		"one value":          table(func(float64) float64 { return 0.1 }, func(x float64) float64 { return x / 100 }),
		"as small as can be": table(func(x float64) float64 { return x * 1e-48 }, func(x float64) float64 { return x * 1e48 }),
	} {
		for _, settings := range []string{"steps=100", "in=x1,x2,x1sq,x1x2&test=25&net=3&init=xavier&lr=0.3&batch=8&steps=50"} {
			t.Run(name+" "+settings, func(t *testing.T) {
				t.Parallel()
				c := train(t, "data=own&scaling=standard&"+settings).Config()
				s := session.NewOver(c, points, nil)
				s.Step(50)
				if text, err := python(Script(s)); err != nil || s.Metrics().Diverged {
					t.Errorf("%v\n%s\n%s", err, text, Script(s))
				}
			})
		}
	}
	for _, link := range []string{"data=gauss&scaling=standard&test=30&steps=100", "data=plane&scaling=standard&lr=0.1&steps=50"} {
		if program := Script(train(t, link)); !strings.Contains(program, "X = (X - mu) / sigma\n") {
			t.Errorf("%s: nothing is standardised", link)
		} else if text, err := python(program); err != nil {
			t.Errorf("%s: %v\n%s", link, err, text)
		}
	}
}

// A program whose updates differ from the page's ends in an error.
func TestNumPyNoticesAnotherRun(t *testing.T) {
	program := strings.Replace(Script(train(t, "steps=100")), "learning_rate = 1.2", "learning_rate = 1.3", 1)
	if text, err := python(program); err == nil || !strings.Contains(text, "AssertionError") {
		t.Errorf("%v\n%s", err, text)
	}
}

// Where rounding carries, the program tells both costs and asserts nothing; where it does not, it still asserts.
func TestNumPyAssertsWhereTheRunIsStable(t *testing.T) {
	for _, test := range []struct {
		link    string
		asserts bool
	}{
		{"steps=5000", true},
		{"steps=7000", true},
		{"steps=8000", false},
		{"steps=10000", false},
		{"data=moons&steps=1000", true},
		{"data=moons&steps=2000", false},
		{"opt=rmsprop&steps=30", true},
		{"opt=rmsprop&steps=200", false},
		{"scale=100&steps=500", false},
		{"lr=100&steps=500", false},
	} {
		t.Run(test.link, func(t *testing.T) {
			t.Parallel()
			program := Script(train(t, test.link))
			if got := strings.Contains(program, "\nassert "); got != test.asserts {
				t.Errorf("asserts: %v", got)
			}
			text, err := python(program)
			if err != nil {
				t.Errorf("%v\n%s", err, text)
			}
			if tells := strings.Contains(text, ", on the page "); tells == test.asserts {
				t.Errorf("it says %s", text)
			}
		})
	}
}

// A weight of an input that is 0 in training has no derivative but its penalty's, which brings it to 0 but for rounding, and
// from there to a side that rounding chooses: a test example shows which.
func TestNumPyDoubtsASideThatRoundingChooses(t *testing.T) {
	c := train(t, "data=own&net=1&act=linear&init=constant&scale=0.5&lr=0.2&l1=0.5&test=20").Config()
	points := dataset.Generate(dataset.Gauss, 14, 0.1, 1)
	clear(points.X[0])
	held := session.NewOver(c, dataset.NewPoints(points), nil).Test()
	for i, x2 := range points.X[1] {
		if slices.Contains(held.X[1], x2) {
			points.X[0][i] = 1
		}
	}
	for steps, doubts := range map[int]bool{4: false, 6: true} {
		s := session.NewOver(c, dataset.NewPoints(points), nil)
		s.Step(steps)
		program := Script(s)
		if got := strings.Contains(program, "# Up to step 5 "); got != doubts {
			t.Errorf("after %d updates it doubts: %v", steps, got)
		}
		text, err := python(program)
		if err != nil {
			t.Errorf("%v\n%s\n%s", err, text, program)
		}
	}
}
