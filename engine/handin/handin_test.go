package handin

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/session"
)

const site = "https://notes.example/nn/"

// scripts are those of all lessons.
func scripts(t testing.TB) map[string]lesson.Script {
	t.Helper()
	all := map[string]lesson.Script{}
	for _, id := range lesson.IDs {
		text, err := os.ReadFile("../../web/lessons/" + id + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var s lesson.Script
		if err := json.Unmarshal(text, &s); err != nil {
			t.Fatal(err)
		}
		all[id] = s
	}
	return all
}

// check returns the outcomes of a text.
func check(t testing.TB, text string) []Outcome {
	t.Helper()
	results, _ := Read(text)
	c := NewChecker(scripts(t), results)
	for c.Busy() {
		c.Work(time.Second)
	}
	return c.Outcomes()
}

// solved trains the run of a fragment as a student does, and returns the result of it.
func solved(id, page, fragment string, by func(s *session.Session), step int) Result {
	o := link.Open(fragment)
	o.Run.Remember()
	by(o.Run)
	run := lesson.RunOf(o.Run, step)
	return Result{Lesson: id, Page: page, Step: itoa(run.Step), Cost: run.Cost, Accuracy: run.Accuracy, Link: site + "#" + run.Fragment}
}

func trained(s *session.Session) { s.Step(500) }

func TestWhatIsHandedInIsReadBack(t *testing.T) {
	results := []Result{
		Answered("choosing", scripts(t)["choosing"], "C"),
		Answered("softmax", scripts(t)["softmax"], "AB"),
		{Lesson: "representation", Page: "5", Step: "0", Cost: "0.69", Accuracy: "0.5", Link: site + "#v=1&net=5,3"},
		{Lesson: "vectorising", Page: "5"},
	}
	if r, later := results[0], results[1]; r.Right != "yes" || r.Answer != "C" || r.Page != "3" || r.Tries != "1" || later.Answer != "A" || later.Right != "no" || later.Tries != "2" {
		t.Errorf("answers are %+v", results[:2])
	}
	named := slices.Clone(results)
	for i := range named {
		named[i].Name = "Ada, 爱达"
	}
	text := "Ada, 爱达\n\n"
	for i, r := range results {
		line := r.Line()
		if i == 2 { // as mail breaks lines
			line = strings.ReplaceAll(line, " ", "\r\n")
		}
		text += "A title of W[1] = 3, solved. " + line + "\n"
	}
	for _, form := range []string{
		text, CSV(named), "\ufeff" + strings.ReplaceAll(CSV(named), "\n", "\r\n"),
		strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(CSV(named), ",", ";"), "Ada;", "Ada,"), "5;3", "5,3"),
	} {
		if got, more := Read(form); !reflect.DeepEqual(got, named) || more != 0 {
			t.Errorf("%s\nis read as\n%+v", form, got)
		}
	}
	tabs := strings.ReplaceAll(strings.ReplaceAll(CSV(results), "5,3", "5;3"), ",", "\t")
	if got, _ := Read("Ada, 爱达\n" + strings.ReplaceAll(tabs, "5;3", "5,3")); !reflect.DeepEqual(got, named) {
		t.Errorf("a table without names is read as\n%+v", got)
	}
}

func TestManyHandInsAfterOneAnother(t *testing.T) {
	got, _ := Read("Ada\nlesson=choosing page=3 answer=C\nlesson=softmax page=3 answer=A right=no\nBob <b@x.example>\nhttps://a.example/#v=1&steps=3 https://a.example/#v=1&steps=4\n" +
		"name,lesson,page,link\nCai,choosing,5,https://a.example/#v=1\n,choosing,5,https://a.example/#v=1\n")
	var names []string
	for _, r := range got {
		names = append(names, r.Name)
	}
	got, _ = Read("name,lesson,page,link\nAda,choosing,5,https://a.example/#v=1\nBob\nChoosing, task: solved. lesson=choosing page=5 https://a.example/#v=1\n")
	if len(got) != 2 || got[1].Name != "Bob" || got[1].Lesson != "choosing" {
		t.Errorf("text behind CSV is read as %+v", got)
	}
	if want := "Ada|Ada|Bob <b@x.example>|Bob <b@x.example>|Cai|Bob <b@x.example>"; strings.Join(names, "|") != want {
		t.Errorf("they are of %v", names)
	}
}

func TestWhichResultsHold(t *testing.T) {
	choosing := solved("choosing", "5", "v=1&data=moons&act=relu", trained, 354)
	changed := func(change func(r *Result)) Result {
		r := choosing
		change(&r)
		return r
	}
	forged := func() Result { // weights from elsewhere, as those of a step
		r := solved("choosing", "5", "v=1&data=moons&act=relu", func(s *session.Session) {
			s.Step(500)
			state := s.State()
			state.Step, state.Epoch, state.Updates = 3, 3, 3
			if err := s.Restore(state); err != nil {
				t.Fatal(err)
			}
		}, 3)
		return r
	}()
	poked := solved("initialisation", "5", "v=1&data=circle&init=constant&scale=0.5", func(s *session.Session) {
		if err := s.SetBias(1, 1, 0.000001); err != nil {
			t.Fatal(err)
		}
		s.Step(300)
	}, 300)
	honest := choosing // a state that is what training comes to
	state := link.Open("v=1&data=moons&act=relu").Run
	state.Step(354)
	if err := state.Restore(state.State()); err != nil {
		t.Fatal(err)
	}
	honest.Link = site + "#" + link.Fragment(state)
	for _, test := range []struct {
		what string
		r    Result
		want Verdict
	}{
		{"as the page hands it in", choosing, Holds},
		{"on another site", changed(func(r *Result) { r.Link = strings.Replace(r.Link, site, "https://other.example/x/?utm_source=1", 1) }), Holds},
		{"digits as a spreadsheet keeps them", changed(func(r *Result) { r.Cost, r.Accuracy = "0.070860146044341", "0.99" }), Holds},
		{"rounded, with a comma", changed(func(r *Result) { r.Cost, r.Accuracy = "0,01", "1" }), Differs},
		{"another step", changed(func(r *Result) { r.Step = "353" }), Differs},
		{"another cost", changed(func(r *Result) { r.Cost = "0.001" }), Differs},
		{"no number", changed(func(r *Result) { r.Cost = "<b>" }), Differs},
		{"a step too early", changed(func(r *Result) {
			r.Link, r.Step, r.Cost, r.Accuracy = site+"#v=1&data=moons&act=relu&steps=100", "", "", ""
		}), Unsolved},
		{"other data", changed(func(r *Result) { r.Link, r.Step, r.Cost, r.Accuracy = site+"#v=1&data=line&steps=354", "", "", "" }), Unsolved},
		{"weights from elsewhere", forged, ByHand},
		{"weights that training comes to", honest, Holds},
		{"weights typed in as the task wants", poked, ByHand},
		{"of another page", changed(func(r *Result) { r.Page = "4" }), NoPage},
		{"of no lesson there is", changed(func(r *Result) { r.Lesson = "../x" }), NoLesson},
		{"nothing but a link", Result{Link: choosing.Link}, Unclaimed},
		{"a link and numbers", Result{Link: choosing.Link, Step: choosing.Step, Cost: choosing.Cost}, Holds},
		{"no link", Result{Lesson: "choosing", Page: "5", Step: "1"}, Unreadable},
		{"a page of someone else's", changed(func(r *Result) { r.Link = "https://other.example/#section-2" }), Unreadable},
		{"TensorFlow Playground's", changed(func(r *Result) { r.Link = "https://playground.tensorflow.org/#activation=tanh&dataset=xor" }), Unreadable},
		{"a damaged record", changed(func(r *Result) { r.Link = site + "#v=1&data=moons&z=1.AAAA" }), Unreadable},
		{"too long", changed(func(r *Result) { r.Link = site + "#v=1&data=moons&net=64,64,64&n=2000&steps=1000000" }), TooLong},
		{"a link that names no lesson there is", Result{Link: site + "?lesson=x&page=5#v=1&steps=3"}, NoLesson},
		{"a link that names no page there is", Result{Link: site + "?lesson=choosing&page=9#v=1&steps=3"}, NoPage},
		{"a link to the run of a page that asks nothing", Result{Link: site + "?lesson=choosing&page=1#v=1&steps=3"}, Unclaimed},
		{"a link to a lesson by its other name", Result{Link: site + "?lesson=symmetry&page=5#v=1&steps=3"}, Unsolved},
		{"an answer", Answered("choosing", scripts(t)["choosing"], "C"), Holds},
		{"a wrong answer told as such", Answered("choosing", scripts(t)["choosing"], "B"), Holds},
		{"the right one after two", Answered("choosing", scripts(t)["choosing"], "BAC"), Holds},
		{"as it was handed in before tries were", Result{Lesson: "choosing", Page: "3", Answer: "c", Right: "Yes"}, Holds},
		{"more tries than it took", Result{Lesson: "choosing", Page: "3", Answer: "C", Right: "yes", Tries: "2"}, Differs},
		{"more tries than there are", Result{Lesson: "choosing", Page: "3", Answer: "A", Tries: "4"}, Differs},
		{"no number of tries", Result{Lesson: "choosing", Page: "3", Answer: "A", Tries: "one"}, Differs},
		{"an answer that there is not", Result{Lesson: "choosing", Page: "3", Answer: "9"}, NoAnswer},
		{"another that there is not", Result{Lesson: "choosing", Page: "3", Answer: "D", Right: "no"}, NoAnswer},
		{"an answer to no lesson", Result{Lesson: "chosing", Page: "3", Answer: "C"}, NoLesson},
		{"an answer to nothing", Result{Answer: "C"}, NoLesson},
		{"a wrong answer told as right", Result{Lesson: "choosing", Page: "3", Answer: "A", Right: "yes"}, Differs},
		{"an answer to no question", Result{Lesson: "choosing", Page: "2", Answer: "A", Right: "yes"}, NoPage},
	} {
		c := NewChecker(scripts(t), []Result{test.r})
		for c.Busy() {
			c.Work(time.Second)
		}
		if got := c.Outcomes()[0]; got.Verdict != test.want {
			t.Errorf("%s: %s, want %s: %+v", test.what, got.Verdict, test.want, got)
		}
	}
}

func TestNumbersAgreeToTheDigitsWritten(t *testing.T) {
	for _, test := range []struct {
		claimed string
		v       float64
		want    bool
	}{
		{"", 1, true}, {"0.3047221512345678", 0.3047221512345678, true}, {"0.304722151234568", 0.3047221512345678, true}, {"0,305", 0.3047221512345678, true},
		{"0.30", 0.3047221512345678, false}, {"0.31", 0.3047221512345678, false}, {"3.05E-01", 0.3047221512345678, true}, {"0.3047221512345679", 0.3047221512345678, false},
		{"0", 0, true}, {"1", 0.96, false}, {"1.00", 0.96, false}, {"x", 1, false}, {"NaN", 1, false}, {"-0.3", 0.3, false},
	} {
		if got := agrees(test.claimed, test.v); got != test.want {
			t.Errorf("%s for %v: %v", test.claimed, test.v, got)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	name := "=HYPERLINK(\"http://x.example\")"
	text := CSV([]Result{{Name: name, Lesson: "@SUM(1)", Step: "-1", Link: "+x"}}) + Report(check(t, name+"\n＝1+1 lesson=choosing page=3 answer=C\n"))
	var lines [][]string // of two tables, which do not have as many columns
	for line := range strings.Lines(text) {
		cells, err := csv.NewReader(strings.NewReader(line)).Read()
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, cells)
	}
	for _, cells := range lines {
		for _, cell := range cells {
			if strings.ContainsAny(first(cell), formula) {
				t.Errorf("a spreadsheet computes %s", cell)
			}
		}
	}
	if got, _ := Read(CSV([]Result{{Name: name, Lesson: "+x"}})); got[0].Name != name || got[0].Lesson != "+x" {
		t.Errorf("read back as %+v", got)
	}
}

func TestTextsOfAnyLength(t *testing.T) {
	garbage := strings.Repeat("lesson= page=\" , ; ' # v=1& z=1. ://\n\x00\xff,,,\n", 5000)
	results, more := Read("lesson,link\n" + garbage + strings.Repeat("https://x.example/#v=1&steps=1\n", 10_000))
	if len(results) != most || more == 0 {
		t.Errorf("%d results, %d more", len(results), more)
	}
	Read(strings.Repeat("x", 1<<20) + "\n" + strings.Repeat("\"", 1<<16))
	c := NewChecker(scripts(t), []Result{{Link: site + "#v=1&steps=5"}, {Link: site + "#v=1&steps=6"}})
	c.turn()
	c.Stop()
	if c.Busy() || len(c.Outcomes()) != c.Results() {
		t.Error("it goes on when it was stopped")
	}
}

func TestLargeRunsAreNotAllKept(t *testing.T) {
	var results []Result
	for seed := range 12 {
		results = append(results, Result{Link: site + "#v=1&data=moons&n=2000&net=64,64,64,64,64,64&seed=" + itoa(seed)})
	}
	c := NewChecker(nil, results)
	for c.Busy() {
		if c.turn(); c.size > mostKnown {
			t.Fatalf("runs of size %d are kept", c.size)
		}
	}
	kept := 0
	for _, p := range c.known {
		kept += p.size()
	}
	if kept != c.size || len(c.known) == 0 || len(c.known) == len(results) {
		t.Errorf("%d of %d runs are kept, of size %d, told as %d", len(c.known), len(results), kept, c.size)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Ada\nlesson=choosing page=5 step=1 https://x/#v=1&steps=1\nname;lesson;link\n\"a\"\"b\";x;\"#v=1")
	f.Fuzz(func(t *testing.T, text string) {
		results, _ := Read(text)
		CSV(results)
		for _, r := range results {
			Fragment(r.Link)
		}
	})
}
