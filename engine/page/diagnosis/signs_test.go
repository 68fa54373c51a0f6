package diagnosis

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/session"
)

// shown returns the signs that a run shows, with their numbers.
func shown(s *session.Session, since int) string {
	var list []string
	for _, sign := range signs {
		if says, ok := sign.of(view{s, since}); ok {
			text := sign.key
			for i := 1; i < len(says.With); i += 2 {
				text += fmt.Sprint(" ", says.With[i])
			}
			list = append(list, text)
		}
	}
	return strings.Join(list, ", ")
}

func TestWhatARunShows(t *testing.T) {
	for _, test := range []struct {
		link  string
		steps int
		want  string
	}{
		{"v=1", 0, ""}, {"v=1", 1, ""}, {"v=1", 200, ""}, {"v=1", 1000, ""},
		{"v=1&data=xor", 0, ""}, {"v=1&data=xor", 200, ""}, {"v=1&data=xor", 400, ""},
		{"v=1&data=spiral", 0, ""}, {"v=1&data=spiral", 400, ""},

		// Zeros move no weight, if a sigmoid does not make 0.5 of them; the output's bias may.
		{"v=1&init=zeros", 0, "still, alike"}, {"v=1&init=zeros", 100, "still, alike"},
		{"v=1&data=line&init=zeros", 100, "still, alike"},
		{"v=1&data=plane&init=zeros&lr=0.1", 10, "still, alike"},
		{"v=1&init=zeros&act=relu&net=8", 0, "still, alike, dead 1 8 8"},
		{"v=1&data=line&act=sigmoid&init=zeros", 0, "alike"}, {"v=1&data=line&act=sigmoid&init=zeros", 50, "alike"},
		{"v=1&data=iris&act=relu&init=he", 0, "blocked 1, dead 1 4 4"},
		{"v=1&data=iris&net=1&act=relu&init=he", 0, "blocked 1, still, dead 1 1 1"},
		{"v=1&data=line&net=0&init=zeros", 0, ""}, {"v=1&data=line&net=0&init=zeros", 50, ""},
		{"v=1&data=blobs&net=0&init=zeros", 0, ""},
		{"v=1&lr=0&net=1", 10, ""}, // what stands still by its rate has a gradient

		{"v=1&init=constant&scale=0.5", 0, "alike"}, {"v=1&init=constant&scale=0.5", 200, "alike"},
		{"v=1&init=rows&net=4,4", 50, "alike"},
		{"v=1&init=constant&scale=0.5&net=1", 10, ""}, {"v=1&init=constant&scale=0.5&net=1,1", 10, ""},

		{"v=1&lr=100", 1, ""}, {"v=1&lr=100", 20, "jumps, saturated 1 99%"}, {"v=1&lr=10", 20, "jumps, saturated 1 81%"},
		{"v=1&batch=1&data=xor", 200, "jumps, saturated 1 94%"}, {"v=1&opt=adam&lr=0.1", 200, ""}, {"v=1&batch=50", 300, ""},

		{"v=1&scale=100", 0, "saturated 1 98%"}, {"v=1&scale=100", 100, "saturated 1 99%"},
		{"v=1&scale=3", 0, "saturated 1 69%"},
		{"v=1&scale=3", 100, ""}, // it has learnt, and is as saturated
		{"v=1&net=8,8,8,8&act=sigmoid&init=xavier", 50, ""},

		{"v=1&data=moons&n=40&noise=0.3&test=50&net=16", 100, ""},
		{overfitting, 2000, "overfits"},
		{"v=1&data=moons&n=40&noise=0.3&net=16", 1000, ""}, // nothing is held out
		{"v=1&data=moons&n=400&noise=0.3&test=50&net=2", 1000, ""},

		{"v=1&data=circle&act=relu&init=he", 50, "dead 1 1 4"},
		{"v=1&data=circle&act=leaky&init=he", 50, ""},
		{"v=1&data=circle&act=leaky&slope=0&init=he", 50, "dead 1 1 4"},
		{"v=1&net=8,8,8,8&act=relu&init=he&lr=0.1", 0, ""},
		{"v=1&net=8,8,8,8&act=relu&init=he&lr=0.1", 50, "dead 2 1 8"},
	} {
		s := link.Open(test.link).Run
		s.Step(test.steps)
		if got := shown(s, 0); got != test.want {
			t.Errorf("%s at step %d shows %q, want %q", test.link, test.steps, got, test.want)
		}
	}
}

func TestNoDataSetShowsAnythingAtItsDefaults(t *testing.T) {
	for _, kind := range dataset.Kinds {
		if kind == dataset.Own {
			continue
		}
		s := link.Open("v=1").Run
		s.Choose(kind) // with the rate that comes with it
		for _, steps := range []int{0, 50, 150} {
			s.Step(steps - s.At())
			if got := shown(s, 0); got != "" {
				t.Errorf("%s shows %q at step %d", kind, got, steps)
			}
		}
	}
}

// The lessons' runs show what the lessons speak of.
func TestWhatTheLessonsShow(t *testing.T) {
	want := map[string]string{
		"v=1&net=8,8,8,8&act=relu&init=he&lr=0.1 60": "dead 2 1 8",
		"v=1&init=zeros 0":                           "still, alike",
		"v=1&init=zeros 60":                          "still, alike",
		"v=1&data=line&init=zeros 0":                 "still, alike",
		"v=1&data=line&init=zeros 60":                "still, alike",
		"v=1&lr=100 60":                              "jumps, saturated 1 99%",
		"v=1&init=constant&scale=0.5 0":              "alike",
		"v=1&init=constant&scale=0.5 60":             "alike",
		"v=1&data=circle&init=constant&scale=0.5 0":  "alike",
		"v=1&data=circle&init=constant&scale=0.5 60": "alike",
		"v=1&data=line&act=sigmoid&init=zeros 0":     "alike",
		"v=1&data=line&act=sigmoid&init=zeros 60":    "alike",
		"v=1&scale=100 0":                            "saturated 1 98%",
		"v=1&scale=100 60":                           "saturated 1 99%",
	}
	files, err := filepath.Glob("../../../web/lessons/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	fragment := regexp.MustCompile(`"(v=1[^"]*?)(&steps=\d+)?"`)
	var seen []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range fragment.FindAllStringSubmatch(string(text), -1) {
			if slices.Contains(seen, found[1]) {
				continue
			}
			seen = append(seen, found[1])
			s := link.Open(found[1]).Run
			for _, steps := range []int{0, 60} {
				s.Step(steps - s.At())
				key := fmt.Sprint(found[1], " ", steps)
				if got := shown(s, 0); got != want[key] {
					t.Errorf("%s shows %q, want %q", key, got, want[key])
				}
			}
		}
	}
}

// Only training makes a cost jump that says something of the rate.
func TestWhatIsDoneByHandIsNoJump(t *testing.T) {
	s := link.Open("v=1&steps=0").Run
	since := 0
	for i := range 4 {
		s.Step(2)
		if err := s.SetWeight(2, 1, 1, float64(10-20*(i%2))); err != nil {
			t.Fatal(err)
		}
		since = s.At()
	}
	if got := shown(s, since); got != "" {
		t.Errorf("it shows %q", got)
	}
}

func BenchmarkLook(b *testing.B) {
	for _, fragment := range []string{"v=1&steps=1000", "v=1&n=2000&test=50&net=32,32,32&act=relu&init=he&lr=0.01&steps=1", "v=1&n=2000&net=32,32,32&init=xavier&lr=0.01&steps=1"} {
		opened := link.Open(fragment)
		opened.Run.Step(opened.Steps)
		opened.Run.Metrics()
		b.Run(fragment, func(b *testing.B) {
			for range b.N {
				shown(opened.Run, 0)
			}
		})
	}
}
