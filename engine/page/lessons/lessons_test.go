package lessons

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"shallows/engine/config"
	"shallows/engine/handin"
	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

const folder = "../../../web/lessons/"

// visit is a page with the lessons, and the browser around them.
type visit struct {
	t    *testing.T
	part *Part
	desk *panel.Desk
	kept map[string]string
	told []string // the effects, in short
}

// begin opens the page at a fragment.
func begin(t *testing.T, fragment string) *visit {
	t.Helper()
	v := &visit{t: t, part: New(), desk: paneltest.Desk(fragment), kept: map[string]string{}}
	v.desk.Session().Remember()
	v.do("room", "true")
	v.do("reword", "en")
	v.told = nil
	return v
}

func file(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(folder + path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// do does an intent and what the browser does of its effects.
func (v *visit) do(words ...string) {
	v.t.Helper()
	v.part.Do(v.desk, words)
	for _, effect := range v.desk.Asked() {
		switch with := effect.With.(type) {
		case panel.Recall:
			v.do(strings.Fields(with.Then)[1], v.kept[with.Keys[0]])
			continue
		case panel.Keep:
			v.kept[with.Key] = with.Text
			continue
		case Fetch:
			words := strings.Fields(with.Then)[1:]
			for _, path := range with.Files {
				words = append(words, file(v.t, strings.TrimPrefix(path, "lessons/")))
			}
			v.do(words...)
			continue
		case notice.Notice:
			v.told = append(v.told, with.Text.Key)
			continue
		case panel.Ended:
			v.told = append(v.told, fmt.Sprint("ended ", with.Ticket, " ", with.Reached))
			continue
		}
		v.told = append(v.told, strings.TrimSpace(effect.Name+" "+strings.Trim(fmt.Sprint(effect.With), "{}")))
	}
	for range v.desk.Run.Changes() {
		for v.desk.Run.State() == run.Seeking {
			v.desk.Run.Turn(0, 1e6)
		}
		v.part.Look(v.desk)
	}
}

// each does several intents.
func (v *visit) each(lines ...string) *visit {
	v.t.Helper()
	for _, line := range lines {
		v.do(strings.Fields(line)...)
	}
	return v
}

func (v *visit) record() *Record { return v.part.Record(v.desk).(*Record) }

// page is the page on show.
func (v *visit) page() Page {
	v.t.Helper()
	if len(v.record().Page) != 1 {
		v.t.Fatal("no page is on show")
	}
	return v.record().Page[0]
}

func (v *visit) fragment() string { return link.Fragment(v.desk.Session()) }

// set changes settings of the run, trains and looks.
func (v *visit) set(fragment string, steps int) {
	v.t.Helper()
	pairs, _ := config.Split(fragment)
	c, warnings := v.desk.Session().Config().With(pairs...)
	if len(warnings) > 0 {
		v.t.Fatal(warnings)
	}
	v.desk.Session().Apply(c)
	v.desk.Session().Step(steps)
	v.part.Look(v.desk)
}

// The walk through every lesson: what each page shows, and that the task can be solved.
func TestEachLessonCanBeReadToItsEnd(t *testing.T) {
	solutions := map[string]func(v *visit){
		"representation": func(v *visit) { v.set("net=5,3", 0) },
		"computing-output": func(v *visit) {
			for k := range 2 {
				if err := v.desk.Session().SetWeight(1, 1, k+1, 1); err != nil {
					t.Fatal(err)
				}
			}
			if err := v.desk.Session().SetBias(1, 1, -1); err != nil {
				t.Fatal(err)
			}
			v.part.Look(v.desk)
		},
		"vectorising":      func(v *visit) { v.set("net=6&batch=32", 1) },
		"activations":      func(v *visit) { v.set("net=6", 60) },
		"choosing":         func(v *visit) { v.set("act=relu", 400) },
		"non-linear":       func(v *visit) { v.set("act=tanh", 300) },
		"gradient-descent": func(v *visit) { v.set("net=3", 510) },
		"initialisation": func(v *visit) {
			if err := v.desk.Session().SetBias(1, 1, 0.000001); err != nil {
				t.Fatal(err)
			}
			v.set("", 300)
		},
		"softmax":     func(v *visit) { v.set("net=8", 1000) },
		"overfitting": func(v *visit) { v.set("l2=0.003", 1000) },
	}
	v := begin(t, "v=1&net=3&steps=10")
	for k, id := range lesson.IDs {
		v.do("choose", id)
		s, w := v.part.open.script, v.part.open.words
		for at := range s.Pages {
			page, name := v.page(), fmt.Sprintf("%s, page %d", id, at+1)
			if page.Key != id+"."+strconv.Itoa(at) || len(page.Heading) == 0 || len(page.Text) != len(w.Pages[at].Text) {
				t.Errorf("%s: %+v", name, page)
			}
			if len(page.Formulas) != len(s.Pages[at].Formulas) {
				t.Errorf("%s: %d formulas of %d", name, len(page.Formulas), len(s.Pages[at].Formulas))
			}
			if got, want := v.desk.Panel, s.Pages[at].Panel; got != want {
				t.Errorf("%s: the panel is %q, want %q", name, got, want)
			}
			if page.First != (at == 0) || page.Count.Get("page") != at+1 {
				t.Errorf("%s: %v, %v", name, page.First, page.Count)
			}
			if len(page.Choices) != len(w.Pages[at].Choices) || len(page.Tries) != len(s.Pages[at].Tries) || len(page.Goals) != len(s.Pages[at].Task) {
				t.Errorf("%s: %d choices, %d things to try, %d goals", name, len(page.Choices), len(page.Tries), len(page.Goals))
			}
			if at == 0 && v.fragment() != s.Start {
				t.Errorf("%s: the run is %s, want %s", name, v.fragment(), s.Start)
			}
			for i, try := range s.Pages[at].Tries {
				v.do("try", strconv.Itoa(i))
				if v.fragment() != try.Open {
					t.Errorf("%s, %d: the run is %s", name, i+1, v.fragment())
				}
				if try.Panel != "" && v.desk.Panel != try.Panel {
					t.Errorf("%s, %d: the panel is %s", name, i+1, v.desk.Panel)
				}
			}
			if at < len(s.Pages)-1 {
				v.do("turn", "next")
			}
		}
		if goals := v.page().Goals; !slices.ContainsFunc(goals, func(g Goal) bool { return !g.Met }) || v.page().Solved != nil {
			t.Errorf("%s is solved at first: %+v", id, goals)
		}
		solutions[id](v)
		if goals := v.page().Goals; slices.ContainsFunc(goals, func(g Goal) bool { return !g.Met }) || v.page().Solved == nil {
			t.Errorf("%s is not solved: %+v", id, goals)
		}
		if next := v.page().Next.Key; next != "lessons.nextLesson" && k < len(lesson.IDs)-1 || next != "" && k == len(lesson.IDs)-1 {
			t.Errorf("%s: next is %q", id, next)
		}
		v.do("leave")
		if r := v.record(); r.Open || r.Lessons[k].State != "done" || r.Count.Get("solved") != k+1 || v.desk.Panel != "" {
			t.Errorf("%s was left: %+v", id, r)
		}
		if v.fragment() != "v=1&net=3&steps=10" {
			t.Errorf("%s was left: the run is %s", id, v.fragment())
		}
	}
	solvedOnce := 0
	for _, told := range v.told {
		if told == "lessons.solvedNotice" {
			solvedOnce++
		}
	}
	if solvedOnce != len(lesson.IDs) {
		t.Errorf("%d times a solution was told", solvedOnce)
	}
	v.handsIn("at once")
	v.part.progress = readProgress(v.kept[key])
	v.handsIn("as it is kept")
}

// handsIn has what was solved handed in and checked.
func (v *visit) handsIn(what string) {
	v.t.Helper()
	scripts := map[string]lesson.Script{}
	for _, id := range lesson.IDs {
		scripts[id], _ = files(v.t, id)
	}
	results := v.part.Results("https://notes.example/", scripts)
	if len(results) != len(lesson.IDs) {
		v.t.Errorf("%d results", len(results))
	}
	checker := handin.NewChecker(scripts, results)
	for checker.Busy() {
		checker.Work(time.Second)
	}
	for _, o := range checker.Outcomes() {
		want := handin.Holds
		if o.Lesson == "computing-output" || o.Lesson == "initialisation" { // where weights are to be typed in
			want = handin.ByHand
		}
		if o.Verdict != want {
			v.t.Errorf("%s: %s %s, want %s: %s", what, o.Lesson, o.Verdict, want, o.Line())
		}
	}
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: got %v\nwant %v", what, got, want)
	}
}

func TestTheBrowserIsAskedInThisOrder(t *testing.T) {
	v := begin(t, "v=1&net=3&seed=9&steps=40")
	v.each("start symmetry 2 - 7")
	expect(t, "at the side", v.desk.Side, "lessons")
	expect(t, "its picture", v.desk.Picture, "network")
	expect(t, "by a link", v.told, []string{"query page 2 false", "ended 7 true"})
	expect(t, "its page", v.page().Key, "initialisation.1")
	expect(t, "the address", v.desk.Pinned, "#v=1&net=3&seed=9&steps=40")
	v.told = nil
	v.each("leave")
	expect(t, "left", v.told, []string{"query lesson  true", "query page  false", "focus lesson-initialisation"})
	expect(t, "the address", v.desk.Pinned, "")
	v.told = nil
	v.each("choose vectorising")
	expect(t, "its picture", v.desk.Picture, "")
	expect(t, "chosen", v.told, []string{"query lesson vectorising true", "focus lesson-heading", "query page 1 false"})
	expect(t, "the address", v.desk.Pinned, "#v=1&net=3&seed=9&steps=40")
	v.told = nil
	v.each("turn next", "turn next", "turn next", "turn next", "turn next")
	expect(t, "another page", v.told[:2], []string{"query page 2 true", "focus lesson-heading"})
	expect(t, "the next lesson", v.told[len(v.told)-3:], []string{"query lesson activations true", "focus lesson-heading", "query page 1 false"})
	v.told = nil
	v.desk.Side = "settings"
	v.each("return", "yield")
	expect(t, "at the side", v.desk.Side, "lessons")
	expect(t, "another run came", v.told, []string{"focus lesson-heading", "query lesson  false", "query page  false"})
	expect(t, "the address", v.desk.Pinned, "")
}

func TestBackAndForward(t *testing.T) {
	v := begin(t, "v=1")
	v.each("choose choosing", "follow ?ui=full&amp;lesson=choosing")
	v.told = nil
	v.do("follow", "")
	if v.record().Open {
		t.Error("still open")
	}
	v.do("follow", "?lesson=choosing")
	expect(t, "page", v.page().Key, "choosing.0")
	v.each("follow ?lesson=choosing&page=3", "follow ?lesson=choosing&page=3", "follow ?lesson=choosing")
	expect(t, "page", v.page().Key, "choosing.2")
	v.each("follow ?lesson=choosing&page=0", "follow ?lesson=choosing&page=x")
	expect(t, "page", v.page().Key, "choosing.2")
	v.each("follow ?lesson=choosing&page=99")
	expect(t, "page", v.page().Key, "choosing.4")
	v.each("follow ?lesson=softmax&page=2")
	expect(t, "page", v.page().Key, "softmax.1")
	for _, told := range v.told {
		if strings.HasPrefix(told, "query lesson") || strings.HasSuffix(told, "true") || strings.HasPrefix(told, "focus") {
			t.Errorf("the address is as it should be, yet %s", told)
		}
	}
}

func TestNamesOfLessons(t *testing.T) {
	for _, id := range lesson.IDs {
		expect(t, id, lesson.Named(id), id)
	}
	expect(t, "another name", lesson.Named("symmetry"), "initialisation")
	for _, name := range []string{"", "toString", "../en/choosing", "Choosing"} {
		expect(t, name, lesson.Named(name), "")
		v := begin(t, "v=1")
		v.do("start", name, "", "", "7")
		expect(t, name, v.told, []string{"ended 7 false"})
	}
}

func TestAQuestionExplainsEachAnswer(t *testing.T) {
	v := begin(t, "v=1").each("choose initialisation", "turn next", "turn next")
	if page := v.page(); page.Verdict.Key != "" || page.Choices[0].Pressed != "false" {
		t.Errorf("%+v", page)
	}
	for i, want := range []string{"wrong", "right", "wrong"} {
		v.do("answer", strconv.Itoa(i))
		page := v.page()
		expect(t, "verdict", page.Verdict.Key, "lessons."+want)
		expect(t, "why", page.Why, inline(v.desk, v.part.open.words.Pages[2].Choices[i].Why))
		for k, choice := range page.Choices {
			expect(t, "pressed", choice.Pressed, k == i)
			if k == i {
				expect(t, "verdict", choice.Verdict, want)
			} else {
				expect(t, "verdict", choice.Verdict, "")
			}
		}
	}
	for _, wrong := range []string{"-1", "3", "x"} {
		v.do("answer", wrong)
		expect(t, wrong, v.page().Choices[2].Pressed, "true")
	}
}

func TestWhatWasTriedDoesNotCount(t *testing.T) {
	v := begin(t, "v=1").each("choose choosing", "turn next", "turn next", "turn next", "try 2")
	expect(t, "step", v.desk.Session().Metrics().Step, 500)
	v.do("turn", "next")
	expect(t, "step", v.desk.Session().Metrics().Step, 0)
	if v.page().Solved != nil {
		t.Error("solved")
	}
}

func TestEachPageHasItsRunAsItWasLeft(t *testing.T) {
	v := begin(t, "v=1").each("choose initialisation")
	start := v.part.open.script.Start
	expect(t, "run", v.fragment(), start)
	v.set("", 30)
	v.each("turn next")
	expect(t, "a page's own run", v.fragment(), "v=1&init=zeros")
	v.set("lr=0.3", 10)
	if err := v.desk.Session().SetWeight(1, 1, 1, 3); err != nil {
		t.Fatal(err)
	}
	second := v.fragment()
	v.each("turn next")
	expect(t, "what was typed in stays behind", v.fragment(), start)
	v.each("turn back")
	expect(t, "as it was left", v.fragment(), second)
	v.each("turn back")
	expect(t, "as it was left", v.fragment(), start+"&steps=30")
	v.desk.Session().GoTo(7, 1e6)
	expect(t, "the way back of the run", v.fragment(), start+"&steps=7")
	v.each("turn next", "turn next")
	v.set("", 4)
	v.each("turn next")
	expect(t, "a run goes on", v.fragment(), start+"&steps=4")
	v.set("", 3)
	v.each("try 2")
	expect(t, "panel", v.desk.Panel, "activations")
	v.set("", 5)
	v.each("turn back")
	expect(t, "as it was left before another page went on with it", v.fragment(), start+"&steps=4")
	expect(t, "panel", v.desk.Panel, "")
	v.each("turn next")
	expect(t, "what was tried", v.fragment(), "v=1&scale=100&steps=505")
	v.each("turn next")
	v.set("scale=7", 3)
	task := v.fragment()
	v.each("turn back", "turn next")
	expect(t, "the task", v.fragment(), task)
	v.each("begin")
	expect(t, "the task again", v.fragment(), *v.part.open.script.Pages[4].Open)
	v.set("", 2)
	v.each("turn next", "follow ?lesson=initialisation&page=5")
	expect(t, "from another lesson", v.fragment(), *v.part.open.script.Pages[4].Open+"&steps=2")
	v.each("follow ?lesson=initialisation&page=2")
	expect(t, "from another lesson", v.fragment(), second)
	v.each("leave", "choose initialisation", "turn back")
	expect(t, "read again", v.fragment(), "v=1&init=constant&scale=0.5")
}

func TestAWayGoesOnWhereThePageWasLeft(t *testing.T) {
	v := begin(t, "v=1").each("choose choosing", "turn next", "turn next", "turn next")
	v.part.Do(v.desk, []string{"try", "0"})
	expect(t, "under way", v.desk.Run.State(), run.Seeking)
	v.each("turn back", "turn next")
	expect(t, "run", v.fragment(), "v=1&data=moons&act=sigmoid&steps=500")
}

// A reload loses neither the runs of the pages nor what the task began with.
func TestAReloadGoesOnWithTheRunsOfThePages(t *testing.T) {
	v := begin(t, "v=1&net=3").each("choose choosing", "turn next", "turn next", "turn next", "try 2")
	v.set("lr=0.3", 7)
	tried := v.fragment()
	v.each("turn next")
	v.set("act=relu", 350)
	entry := func() (text string) {
		v.part.Keep(v.desk)
		for _, e := range v.desk.Asked() {
			text = e.With.(Bookmarks).Text
		}
		return text
	}
	if text := entry(); text != "" {
		t.Errorf("before all is quiet %s is kept", text)
	}
	v.desk.Quiet = true
	kept := entry()
	if text := entry(); text != "" {
		t.Errorf("once more %s is kept", text)
	}
	v = begin(t, "v=1&net=3")
	v.do("start", "choosing", "5", kept, "7")
	expect(t, "run", v.fragment(), "v=1&data=moons&act=relu&steps=350")
	v.set("", 10)
	expect(t, "solved with", v.page().Fewest.Get("value"), 354)
	v.each("turn back")
	expect(t, "the page before", v.fragment(), tried)
	v.each("leave")
	expect(t, "the own run", v.fragment(), "v=1&net=3")

	for _, text := range []string{"", "null", "{", `[{"key":7},{"key":"choosing.4"},{"fragment":"v=1"},null]`, `[{"key":"choosing.3","fragment":"v=1&steps=9"}]`, strings.Repeat("[", 1e6)} {
		v := begin(t, "v=1")
		v.do("start", "choosing", "5", text, "7")
		expect(t, text[:min(50, len(text))], v.fragment(), *v.part.open.script.Pages[4].Open)
	}
}

func TestRunsOfPagesAreKeptWithinBounds(t *testing.T) {
	v := begin(t, "v=1").each("choose representation")
	for range 4 * lesson.Pages {
		v.each("turn next")
	}
	expect(t, "kept", len(v.part.left), mostLeft)
	whole := 0
	for _, l := range v.part.left {
		if l.session != nil {
			whole++
		}
	}
	expect(t, "with their way back", whole, mostWhole)
	v.each("leave")
	expect(t, "kept", len(v.part.left), 0)
}

// The pages that speak of a panel, in their order; those after them stand open with it or close it.
func TestPagesThatSpeakOfAPanel(t *testing.T) {
	got := ""
	for _, id := range lesson.IDs {
		s, _ := files(t, id)
		for i, page := range s.Pages {
			if page.Panel != "" {
				got += fmt.Sprintf("%s %d %s\n", id, i+1, page.Panel)
			}
		}
	}
	expect(t, "panels", got, `representation 4 ledger
vectorising 1 vectorise
activations 1 activations
activations 2 activations
choosing 1 activations
choosing 2 activations
non-linear 1 collapse
non-linear 2 collapse
gradient-descent 2 update
initialisation 1 symmetry
initialisation 2 symmetry
`)
}

func TestPanels(t *testing.T) {
	v := begin(t, "v=1")
	v.desk.Panel = "ledger"
	v.each("choose vectorising")
	expect(t, "of the page", v.desk.Panel, "vectorise")
	v.each("turn next")
	expect(t, "goes with its page", v.desk.Panel, "")
	v.each("turn back")
	expect(t, "the button", v.page().Panel.Key, "")
	v.desk.Panel = "graph"
	expect(t, "the button", v.page().Panel.Key, "lessons.panel")
	v.each("turn next")
	expect(t, "one that the reader opened stays", v.desk.Panel, "graph")
	v.desk.Panel = ""
	v.each("turn back")
	expect(t, "one that the reader closed stays closed", v.desk.Panel, "")
	v.each("panel")
	expect(t, "by its button", v.desk.Panel, "vectorise")
	v.each("leave")
	expect(t, "the reader's own", v.desk.Panel, "ledger")
	v = begin(t, "v=1").each("room false", "choose vectorising")
	expect(t, "no room", v.desk.Panel, "")
	v.each("panel")
	expect(t, "by its button", v.desk.Panel, "vectorise")
}

func TestTheOwnRunComesBackBitForBit(t *testing.T) {
	v := begin(t, "v=1&data=spiral&net=5,3&batch=64&opt=adam&lr=0.05&steps=37")
	own := v.desk.Session()
	if err := own.SetBias(1, 2, 0.125); err != nil {
		t.Fatal(err)
	}
	own.Step(11)
	before := v.fragment()
	v.each("choose gradient-descent")
	v.set("net=2&lr=3", 20)
	v.each("choose choosing", "turn next", "leave")
	if v.desk.Session() != own || v.fragment() != before {
		t.Error("another run")
	}
}

func TestTwoTabsAddToTheProgressTogether(t *testing.T) {
	v := begin(t, "v=1").each("choose representation")
	v.kept[key] = `{"choosing":{"page":4,"solved":true,"fewest":354},"later":{"page":2}}` // as another tab would
	v.each("turn next")
	expect(t, "kept", v.kept[key], `{"choosing":{"page":4,"answer":null,"answers":"","solved":true,"fewest":354,"run":null},"later":{"page":2,"answer":null,"answers":"","solved":false,"fewest":null,"run":null},"representation":{"page":1,"answer":null,"answers":"","solved":false,"fewest":null,"run":null}}`)
	v.each("leave")
	expect(t, "state", v.record().Lessons[slices.Index(lesson.IDs, "choosing")].State, "done")
	v.told = nil
	v.each("choose choosing")
	expect(t, "the page last read", v.page().Key, "choosing.4")
	v.set("act=relu", 400)
	if slices.Contains(v.told, "lessons.solvedNotice") {
		t.Error("told again")
	}
	expect(t, "fewest", v.page().Fewest.Get("value"), 354)
}

func TestWhatIsKeptMayBeAnything(t *testing.T) {
	for _, test := range []struct{ kept, page string }{
		{`{"representation":{"page":"length"}}`, "0"}, {`{"representation":{"page":-1,"answer":"0","fewest":[]}}`, "0"},
		{`{"representation":7}`, "0"}, {`[1]`, "0"}, {`null`, "0"}, {`{`, "0"}, {``, "0"}, {strings.Repeat(`[`, 1e6), "0"},
		{`{"representation":{"page":98}}`, "0"}, {`{"representation":{"page":3}}`, "3"}, {`{"__proto__":{"page":3},"toString":1}`, "0"},
	} {
		v := begin(t, "v=1")
		v.kept[key] = test.kept
		v.each("choose representation")
		expect(t, test.kept[:min(50, len(test.kept))], v.page().Key, "representation."+test.page)
	}
}

// A browser that keeps nothing brings back nothing: what is known of this visit stays.
func TestWithoutStorageTheLessonsWork(t *testing.T) {
	v := begin(t, "v=1")
	v.part.Do(v.desk, []string{"choose", "representation"})
	v.part.Do(v.desk, []string{"fetched", "en", "representation", file(t, "representation.json"), file(t, "en/representation.json")})
	for range 4 {
		v.part.Do(v.desk, []string{"turn", "next"})
	}
	expect(t, "state", v.record().Lessons[0].State, "begun")
}

func TestAnotherLanguageKeepsLessonAndPage(t *testing.T) {
	v := begin(t, "v=1").each("choose choosing", "turn next", "turn next")
	v.set("", 12)
	v.do("reword", "zh-Hans")
	expect(t, "page", v.page().Key, "choosing.2")
	expect(t, "words", v.page().Heading[0], v.part.open.words.Pages[2].Heading)
	expect(t, "step", v.desk.Session().Metrics().Step, 12)
}

func TestWhatDoesNotLoadIsTold(t *testing.T) {
	for _, words := range [][]string{
		{"fetched", "en", "choosing", "", ""}, {"fetched", "en", "choosing", `{"pages":[{}]}`, `{"pages":[]}`},
		{"fetched", "en", "choosing", `{"pages":[{"tries":[{"open":"v=1"}]}]}`, `{"pages":[{}]}`},
	} {
		v := begin(t, "v=1")
		v.part.Do(v.desk, []string{"start", "choosing", "", "", "7"})
		v.desk.Asked()
		v.do(words...)
		expect(t, words[0], v.told, []string{"lessons.missing", "ended 7 false"})
		if v.record().Open {
			t.Error("open")
		}
	}
}

// Of a lesson that comes in a language which is no longer asked for nothing is seen.
func TestTheLanguageAskedForLastIsSpoken(t *testing.T) {
	v := begin(t, "v=1")
	v.part.Do(v.desk, []string{"start", "choosing", "", "", "7"})
	v.desk.Asked()
	v.part.Do(v.desk, []string{"reword", "zh-Hans"})
	again := v.desk.Asked()
	v.do("fetched", "en", "choosing", file(t, "choosing.json"), file(t, "en/choosing.json"))
	if v.record().Open || len(v.told) > 0 {
		t.Errorf("opened in English: %v", v.told)
	}
	expect(t, "asked for", again[0].With, Fetch{[]string{"lessons/choosing.json", "lessons/zh-Hans/choosing.json"}, "lessons fetched zh-Hans choosing"})
}

// Of two lessons asked for, the later one opens, whichever comes first.
func TestTheLessonAskedForLastOpens(t *testing.T) {
	v := begin(t, "v=1")
	fetched := func(id string) {
		v.do("fetched", "en", id, file(t, id+".json"), file(t, "en/"+id+".json"))
	}
	v.part.Do(v.desk, []string{"choose", "choosing"})
	v.part.Do(v.desk, []string{"choose", "vectorising"})
	v.desk.Asked()
	fetched("choosing")
	if v.record().Open {
		t.Error("choosing opened")
	}
	fetched("vectorising")
	fetched("choosing")
	expect(t, "open", v.page().Key, "vectorising.0")
	v.part.Do(v.desk, []string{"choose", "choosing"})
	v.do("follow", "")
	fetched("choosing")
	if v.record().Open {
		t.Error("opened though it was left")
	}
}

func TestTheFormulasFollowTheRunAndTheExample(t *testing.T) {
	v := begin(t, "v=1").each("choose computing-output")
	seen := map[string]bool{}
	fresh := func(what string) {
		t.Helper()
		text := fmt.Sprint(v.page().Formulas)
		if seen[text] {
			t.Errorf("%s: the formulas are the same", what)
		}
		seen[text] = true
	}
	fresh("at first")
	v.desk.Example = 7
	fresh("another example")
	v.desk.Notation = 1
	fresh("another notation")
	v.desk.Session().Step(1)
	fresh("another step")
	v.desk.Moving = true
	before := v.record()
	v.desk.Session().Step(1)
	if v.record() != before {
		t.Error("they are written without a pause while the run trains")
	}
	v.part.wrote = v.part.wrote.Add(-pause)
	fresh("after a pause")
}

// The cost is no sum of numbers, which would be as long as the examples are many.
func TestTheCostIsWrittenInBrief(t *testing.T) {
	v := begin(t, "v=1").each("choose gradient-descent")
	says := v.page().Formulas[0].Says
	if last := says[len(says)-1].(record.Markup); len(says) != 3 || !strings.Contains(string(last), "<mn>0.6930</mn>") {
		t.Errorf("it is written as %v", says)
	}
}

func TestNoLessonIsOpen(t *testing.T) {
	v := begin(t, "v=1")
	for word, intent := range intents {
		if intent.open {
			v.do(append([]string{word}, slices.Repeat([]string{"1"}, intent.words)...)...)
		}
	}
	v.each("turn", "choose", "choose x", "", "x")
	expect(t, "effects", v.told, []string{})
}

// Whatever the words and the files, the page goes on.
func FuzzDo(f *testing.F) {
	f.Add("fetched", "choosing", `{"start":"v=1","pages":[{"formulas":["A[9]","x"],"answer":7,"task":[{"of":"dZ[1]","is":["1"]}],"tries":[{}]}]}`, `{"pages":[{"tries":[{}]}]}`)
	f.Add("kept", `{"choosing":{"page":3}}`, "", "")
	f.Fuzz(func(t *testing.T, first, second, third, fourth string) {
		part, desk := New(), paneltest.Desk("v=1&n=20")
		part.Do(desk, []string{"choose", "choosing"})
		part.Do(desk, []string{first, second, third, fourth})
		part.Do(desk, []string{first, "", second, third, fourth})
		for _, line := range []string{"answer 0", "try 0", "turn next", "begin", "turn back", "leave"} {
			part.Record(desk)
			part.Do(desk, strings.Fields(line))
		}
		part.Record(desk)
	})
}

// A link elsewhere on the page leads to a page of a lesson, and brings the lessons into sight.
func TestALessonIsShownAtAPage(t *testing.T) {
	v := begin(t, "v=1&net=3")
	v.desk.Side = "settings"
	v.do("show", "symmetry", "2")
	if v.desk.Lesson != "initialisation" || v.desk.Page != 2 || v.desk.Side != "lessons" {
		t.Errorf("%s is open at page %d, beside %s", v.desk.Lesson, v.desk.Page, v.desk.Side)
	}
	v.do("leave")
	expect(t, "the own run", v.desk.Session().Config().Encode(), "v=1&net=3")
}
