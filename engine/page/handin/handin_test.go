package handin

import (
	"os"
	"strings"
	"testing"

	"shallows/engine/lesson"
	"shallows/engine/page/lessons"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

// dialogs are the dialogs, and the browser around them.
type dialogs struct {
	t *testing.T
	*Part
	lessons *lessons.Part
	d       *panel.Desk
	asked   []panel.Effect
}

// open opens one of the dialogs, of a reader whose browser keeps this of the lessons.
func open(t *testing.T, kept, verb string) *dialogs {
	t.Helper()
	l := lessons.New()
	x := &dialogs{t: t, Part: New(l), lessons: l, d: paneltest.Desk("v=1")}
	x.d.Site = "https://notes.example/"
	l.Do(x.d, []string{"kept", kept})
	x.do(verb)
	return x
}

// do does an intent, and has the browser bring the files that are asked for.
func (x *dialogs) do(words ...string) {
	x.t.Helper()
	x.Do(x.d, words)
	x.asked = x.d.Asked()
	for _, e := range x.asked {
		if fetch, ok := e.With.(lessons.Fetch); ok {
			words := []string{"scripts"}
			for _, path := range fetch.Files {
				text, err := os.ReadFile("../../../web/" + path)
				if err != nil {
					x.t.Fatal(err)
				}
				words = append(words, string(text))
			}
			x.Do(x.d, words)
		}
	}
}

func (x *dialogs) record() *Record { return x.Record(x.d).(*Record) }

func (x *dialogs) finish() *Record {
	for x.Busy() {
		x.Work(1000)
	}
	return x.record()
}

const done = `{"choosing":{"page":4,"answer":1,"answers":"BAC","solved":true,"fewest":354,"run":{"fragment":"v=1&data=moons&act=relu&steps=354","step":354,"cost":"0.0708601460443409","accuracy":"0.99"}},"softmax":{"page":2,"answer":1}}`

func TestWhatWasDoneIsHandedInAndHolds(t *testing.T) {
	x := open(t, done, "open")
	long := strings.Repeat("爱", longestName)
	if x.do("name", long+"达"); x.record().Name != long {
		t.Errorf("a long name is kept as %s", x.record().Name)
	}
	x.do("name", "Ada")
	r := x.record()
	if r.Empty || r.Name != "Ada" || !r.Plain {
		t.Errorf("%+v", r)
	}
	text := ""
	for _, piece := range r.Text {
		if said, ok := piece.(record.Text); ok {
			piece = said.Key
		}
		text += piece.(string)
	}
	if want := `Ada
lesson.choosing · handin.answered.later lesson=choosing page=3 answer=B right=no tries=3 https://notes.example/?lesson=choosing&page=3
lesson.choosing · handin.solved lesson=choosing page=5 step=354 cost=0.0708601460443409 accuracy=0.99 https://notes.example/#v=1&data=moons&act=relu&steps=354
lesson.softmax · handin.answered.yes lesson=softmax page=3 answer=B right=yes tries=1 https://notes.example/?lesson=softmax&page=3
`; text != want {
		t.Errorf("the text is\n%swant\n%s", text, want)
	}
	x.do("form", "csv")
	table := x.record().Text[0].(string)
	if !strings.HasPrefix(table, "name,lesson,page,answer,right,tries,step,cost,accuracy,link\nAda,choosing,3,B,no,3,,,,https://notes.example/?lesson=choosing&page=3\nAda,choosing,5,,,,354,") {
		t.Errorf("as CSV it is\n%s", table)
	}
	x.do("copy", table)
	if c := x.asked[0].With.(panel.Copy); c.Text != table || c.Shown != "handin-text" {
		t.Errorf("copied is %+v", c)
	}
	x.do("copied")
	if x.record().Status.Key != "share.copied" {
		t.Errorf("said is %v", x.record().Status)
	}
	x.do("save", table)
	if s := x.asked[0].With.(panel.Save); s.Name != "shallows-results.csv" || s.Type != "text/csv" {
		t.Errorf("saved is %+v", s)
	}

	for _, pasted := range []string{text, table} {
		x = open(t, "", "check")
		x.do("read", pasted)
		if !x.Busy() || x.record().Progress.Key != "handin.progress" {
			t.Fatalf("%+v", x.record())
		}
		r = x.finish()
		if len(r.Rows) != 3 || r.Busy || r.Says[0].(record.Text).Get("holds") != 3 {
			t.Errorf("checked: %+v", r)
		}
		for _, row := range r.Rows {
			if row.Mark != "holds" || row.Name != "Ada" {
				t.Errorf("%+v", row)
			}
		}
		x.do("show", "1")
		if v := x.asked[0].With.(panel.Visit); v.Address != "https://notes.example/#v=1&data=moons&act=relu&steps=354" {
			t.Errorf("opened is %s", v.Address)
		}
		x.do("report")
		if c := x.asked[0].With.(panel.Copy); !strings.Contains(c.Text, "Ada,choosing,5,,,,354,0.0708601460443409,0.99,holds,") {
			t.Errorf("the report is\n%s", c.Text)
		}
	}
}

func TestNothingToHandInAndNothingToCheck(t *testing.T) {
	if x := open(t, "", "open"); !x.record().Empty {
		t.Error("there is something to hand in")
	}
	x := open(t, "", "check")
	for _, test := range []struct{ text, problem string }{
		{"", "handin.none"}, {"Dear all,\n<script>alert(1)</script>\n", "handin.none"}, {strings.Repeat("x", longestText+1), "handin.long"},
	} {
		x.do("read", test.text)
		if r := x.record(); r.Problem.Key != test.problem || r.Rows != nil {
			t.Errorf("%+v", r)
		}
	}
	for _, words := range []string{"report", "keep", "stop", "show 0", "show x", "form x", "scripts", "scripts {}", "x", "x y z"} {
		x.do(strings.Fields(words)...)
	}
}

func TestALinkOpensOnThisSiteAlone(t *testing.T) {
	x := open(t, "", "check")
	x.do("read", "javascript://x/#v=1&steps=1\nhttps://other.example/y?z#v=1&steps=1\nhttps://other.example/")
	r := x.finish()
	if len(r.Rows) != 3 || !r.Rows[2].Runless {
		t.Fatalf("%+v", r.Rows)
	}
	for _, row := range r.Rows {
		x.do("show", row.Key)
		for _, e := range x.asked {
			if v, ok := e.With.(panel.Visit); ok && v.Address != "https://notes.example/#v=1&steps=1" {
				t.Errorf("opened is %s", v.Address)
			}
		}
	}
}

func TestALongTableShowsItsBeginning(t *testing.T) {
	x := open(t, "", "check")
	x.do("read", strings.Repeat("lesson=softmax page=3 answer=B\n", mostRows+5))
	if r := x.finish(); len(r.Rows) != mostRows || len(r.Rest) != 1 {
		t.Errorf("%d rows, %v", len(r.Rows), r.Rest)
	}
	x.do("read", strings.Repeat("https://x.example/#v=1&steps=90000\n", 2))
	x.do("stop")
	r := x.record()
	if r.Busy || x.Busy() {
		t.Errorf("it goes on: %+v", r)
	}
	if said := r.Says[len(r.Says)-1].(record.Text); said.Key != "handin.stopped" || said.Get("unchecked") != 2 {
		t.Errorf("stopped it says %v", r.Says)
	}
	x.do("read", "lesson=softmax page=3 answer=B")
	if r := x.finish(); len(r.Says) != 1 {
		t.Errorf("later on it says %v", r.Says)
	}
}

// As many results as are read fit into a text that is.
func TestOfAllThatIsPastedNothingIsLostInSilence(t *testing.T) {
	x := open(t, "", "check")
	line := "Vectorising · task solved. lesson=vectorising page=5 step=1 cost=0.6931471805599453 accuracy=0.5 " +
		"https://notes.example/shallows/?lang=en#v=1&data=moons&net=6&batch=32&steps=1&padding=" + strings.Repeat("x", 150) + "\n"
	x.do("read", strings.Repeat(line, 10_003))
	x.do("stop")
	r := x.record()
	if r.Problem.Key != "" || r.Says[len(r.Says)-1].(record.Text).Get("unchecked") != 10_000 || r.Rest[0].(record.Text).Get("more") != 3 {
		t.Errorf("%v, %v, %v", r.Problem, r.Says, r.Rest)
	}
}

func TestWithoutTheScriptsItSaysSo(t *testing.T) {
	l := lessons.New()
	p, d := New(l), paneltest.Desk("v=1")
	p.Do(d, []string{"check"})
	p.Do(d, []string{"read", "https://x.example/#v=1"})
	p.Do(d, append([]string{"scripts"}, make([]string, len(lesson.IDs))...))
	if r := p.Record(d).(*Record); r.Problem.Key != "lessons.missing" || p.Busy() {
		t.Errorf("%+v", r)
	}
}
