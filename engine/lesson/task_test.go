package lesson

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/session"
)

// begin returns the task of a lesson, and its run as the page has it: remembering, at the start.
func begin(t *testing.T, id string) (*Judge, *session.Session) {
	t.Helper()
	for _, p := range lessons(t)[id].Pages {
		if p.Task == nil {
			continue
		}
		task := Task{Open: *p.Open, Fewest: p.Fewest}
		for _, g := range p.Task {
			task.Goals = append(task.Goals, g.condition())
		}
		s := session.New(settings(task.Open))
		s.Remember()
		return NewJudge(task), s
	}
	t.Fatalf("%s has no task", id)
	return nil, nil
}

// do carries out a line of commands: settings as in a link, step=n to train, w=l,to,from,v and b=l,to,v to type in.
func do(t *testing.T, s *session.Session, line string) {
	t.Helper()
	for command := range strings.FieldsSeq(line) {
		key, value, _ := strings.Cut(command, "=")
		numbers := func() (list []float64) {
			for text := range strings.SplitSeq(value, ",") {
				list = append(list, parse(t, text))
			}
			return list
		}
		var err error
		switch key {
		case "step":
			s.Step(int(parse(t, value)))
		case "w":
			n := numbers()
			err = s.SetWeight(int(n[0]), int(n[1]), int(n[2]), n[3])
		case "b":
			n := numbers()
			err = s.SetBias(int(n[0]), int(n[1]), n[2])
		case "back":
			s.GoTo(int(parse(t, value)), math.MaxInt)
		default:
			c, warnings := s.Config().With(config.Pair{Key: key, Value: value})
			if len(warnings) > 0 {
				t.Fatalf("%s: %v", command, warnings)
			}
			s.Apply(c)
		}
		if err != nil {
			t.Fatalf("%s: %v", command, err)
		}
	}
}

func parse(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTasks(t *testing.T) {
	for _, test := range []struct {
		lesson, done string
		solved       bool
	}{
		{"representation", "", false},
		{"representation", "net=5,3", true},
		{"representation", "net=5,3 in=x1,x1sq", true}, // two inputs, whichever
		{"representation", "net=5,3 in=x1,x2,x1sq", false},
		{"representation", "net=5,3,2", false},
		{"representation", "net=3,5", false},

		{"computing-output", "", false},
		{"computing-output", "w=1,1,1,1 w=1,1,2,1 b=1,1,-1", true},
		{"computing-output", "seed=5 w=1,1,1,1 w=1,1,2,1 b=1,1,-1", true},
		{"computing-output", "step=100", false},
		{"computing-output", "step=100 w=1,1,1,1 w=1,1,2,1 b=1,1,-1", false},
		{"computing-output", "step=100 back=0", false},
		{"computing-output", "n=10 w=1,1,1,1 w=1,1,2,1 b=1,1,-1", false},
		{"computing-output", "net=4 init=randn scale=10", false},

		{"vectorising", "net=6 batch=32", false},
		{"vectorising", "net=6 batch=32 step=1", true},
		{"vectorising", "net=6 batch=32 step=12", true}, // the next batch is the short one
		{"vectorising", "net=6 n=32 step=1", true},      // all examples
		{"vectorising", "net=6 n=32 batch=32 step=1", true},
		{"vectorising", "net=6 n=64 test=50 step=1", true},
		{"vectorising", "net=6,3 batch=32 step=1", true},
		{"vectorising", "net=6 n=432 batch=100 step=5", true}, // 32 are left for the last batch of a pass
		{"vectorising", "net=6 batch=64 step=1", false},
		{"vectorising", "net=5 batch=32 step=1", false},
		{"vectorising", "net=3,6 batch=32 step=1", false},

		{"activations", "step=1000", false},
		{"activations", "net=6 step=60", true},
		{"activations", "net=4,4 lr=0.1 step=200", true},
		{"activations", "seed=3 step=7", true},
		{"activations", "act=tanh step=1000", false},
		{"activations", "net=4,4 act=relu,tanh step=500", false},
		{"activations", "n=10 seed=3 step=100", false},
		{"activations", "data=line step=100", false},
		{"activations", "test=90 seed=3 step=100", false},

		{"choosing", "step=500", false},
		{"choosing", "act=relu step=400", true},
		{"choosing", "act=tanh net=2,2 init=xavier lr=0.1 step=2000", true}, // four hidden units all the same
		{"choosing", "act=relu net=8 step=400", false},
		{"choosing", "data=line step=400", false},
		{"choosing", "n=10 step=3000", false},
		{"choosing", "act=relu step=400 w=1,1,1,1", false},
		{"choosing", "act=relu step=400 w=1,1,1,1 back=400 step=0", false},

		{"non-linear", "step=1000", false},
		{"non-linear", "act=tanh step=300", true},
		{"non-linear", "act=relu step=300", true},
		{"non-linear", "act=tanh net=8 step=300", false}, // two changes
		{"non-linear", "in=x1sq,x2sq step=300", false},
		{"non-linear", "data=line step=300", false},
		{"non-linear", "n=10 step=3000", false},

		{"gradient-descent", "step=600", false},
		{"gradient-descent", "step=601", true},
		{"gradient-descent", "lr=5 step=300", true},
		{"gradient-descent", "loss=mse", false},
		{"gradient-descent", "net=0 loss=mse step=10", false},
		{"gradient-descent", "out=tanh step=100", false},
		{"gradient-descent", "net=0 n=10 step=5000", false},
		{"gradient-descent", "net=0 test=90 step=5000", false},
		{"gradient-descent", "net=0 noise=0 step=5000", false},
		{"gradient-descent", "in=x1,x2,x1sq,x2sq step=601", false},
		{"gradient-descent", "step=601 w=1,1,1,1", false},

		{"initialisation", "", false},
		{"initialisation", "step=500", false},
		{"initialisation", "w=1,1,1,5", false},
		{"initialisation", "w=1,1,1,5 step=1", false},
		{"initialisation", "step=300 w=1,1,1,5", false},
		{"initialisation", "w=1,1,1,0.500001 step=500", true},
		{"initialisation", "w=1,1,1,0.500001 lr=2 step=500", true},
		{"initialisation", "init=randn step=500", false},
		{"initialisation", "init=randn scale=0.5 step=500", false},
		{"initialisation", "scale=0.1 step=500", false},

		{"softmax", "step=500", false},
		{"softmax", "net=8 step=1000", true},
		{"softmax", "net=3 opt=adam lr=0.03 step=500", true},
		{"softmax", "in=x1sq,x2sq step=500", false},
		{"softmax", "classes=2 net=8 step=1000", false},
		{"softmax", "data=blobs step=100", false},

		{"overfitting", "step=500", false},
		{"overfitting", "l2=0.003 step=1000", true},
		{"overfitting", "l2=0.03 step=500", false},
		{"overfitting", "net=3 step=300", false},
		{"overfitting", "n=2000 step=300", false},
		{"overfitting", "act=relu init=he step=88", false},
	} {
		judge, s := begin(t, test.lesson)
		do(t, s, test.done)
		if got := judge.Look(s); got.Solved != test.solved {
			t.Errorf("%s, after %q: solved is %v, %v", test.lesson, test.done, got.Solved, got.Goals)
		}
	}
}

func TestFewestCountsWhatWasNeeded(t *testing.T) {
	for _, test := range []struct {
		lesson, done string
		fewest       int
	}{
		{"choosing", "act=relu step=354", 354},
		{"choosing", "act=relu step=400", 354},
		{"choosing", "act=relu step=5000", 354},
		{"choosing", "act=relu step=100 lr=1.5 step=1000", 302},
		{"choosing", "act=relu step=1000 back=600", 354},
		{"gradient-descent", "step=700", 4},
		{"gradient-descent", "net=3 step=700", 3},
		{"softmax", "net=3 opt=adam lr=0.03 step=500", 3},
	} {
		judge, s := begin(t, test.lesson)
		judge.Look(s)
		do(t, s, test.done)
		before := s.State()
		got := judge.Look(s)
		if !got.Solved || got.Fewest != test.fewest {
			t.Errorf("%s, after %q: %v", test.lesson, test.done, got)
		}
		if after := s.State(); after.Step != before.Step || after.Parameters[0] != before.Parameters[0] {
			t.Errorf("%s, after %q: the run stands elsewhere afterwards", test.lesson, test.done)
		}
	}
}

// However the steps are counted out, as many are needed.
func TestFewestDoesNotDependOnTheSpeed(t *testing.T) {
	for _, slice := range []int{1, 7, 100, 353, 10000} {
		judge, s := begin(t, "choosing")
		do(t, s, "act=relu")
		for {
			s.Step(slice)
			if got := judge.Look(s); got.Solved {
				if got.Fewest != 354 {
					t.Errorf("in slices of %d: %d", slice, got.Fewest)
				}
				break
			}
		}
	}
}

func TestARunIsKeptAsLongAsItIsThePages(t *testing.T) {
	for _, test := range []struct {
		done string
		kept bool
	}{
		{"", true},
		{"step=300", true},
		{"step=300 back=10", true},
		{"lr=3", false},
		{"step=3 lr=3 lr=1.2", false},
		{"net=5", false},
		{"w=1,1,1,0.5", false},
	} {
		s := session.New(settings("v=1&steps=200"))
		s.Remember()
		do(t, s, test.done)
		if got := Kept(s, "v=1&steps=200"); got != test.kept {
			t.Errorf("after %q the run is kept: %v", test.done, got)
		}
	}
}
