package own

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

func TestTablesThatAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"x1,x2,y\n1.5,-2,0\n-3,4.25,1\n":                      "opened",
		"\ufeffx1,x2,y\r\n1.5,-2,0\r\n-3,4.25,1\r\n":          "opened",
		"salary,age,bought\n20000,23,0\n150000,67,1\n":        "openedFitted outOfScale own standardise",
		"n,a,b,c\nu,1,2,0\nv,-1,3,1":                          "openedFitted columns own columns open",
		"0,1,2\n1,2,0\n-3,4,1\n2,2,1\n":                       "openedFitted counted",
		"Salary\tAge\tBought\n950\t23\t0\n1,200\t45\t1\n":     "openedFitted choice own other; outOfScale own standardise",
		"Salary\tAge\tBought\n-5.950\t-2\t0\n5.950\t4.5\t1\n": "opened",
	} {
		x := open(t, "v=1&data=moons&n=20")
		if x.do("read", text); x.said() != want {
			t.Errorf("%q: says %q, want %q", text, x.said(), want)
		}
	}
}

// Where a table does not tell how to read it, the page says how it did, and reads it the other way.
func TestTheOtherReading(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(1, 1)
	x.do("other")
	x.want("1 1 1")
	x.do("read", "Salary\tAge\tBought\n950\t23\t0\n1,200\t45\t1\n2,500\t33\t1\n")
	x.want("950 23 0, 1200 45 1, 2500 33 1")
	said := x.asked[0].With.(notice.Notice)
	choice := said.Text.Get("b").(record.Text)
	if got := fmt.Sprint(choice.Get("line"), choice.Get("cell"), choice.Get("value"), said.Action.Get("other")); got != "31,20012001.2" {
		t.Errorf("says %s", got)
	}
	x.do("other")
	x.want("950 23 0, 1.2 45 1, 2.5 33 1")
	if !strings.HasPrefix(x.said(), "-reading; -scaling; openedFitted choice own other") || x.asked[2].With.(notice.Notice).Action.Get("other") != "1200" {
		t.Errorf("says %s", x.said())
	}
	x.do("undo")
	x.want("950 23 0, 1200 45 1, 2500 33 1")
	x.do("undo")
	x.want("1 1 1")
	x.do("redo")
	x.do("redo")
	x.want("950 23 0, 1.2 45 1, 2.5 33 1")
}

// What is offered goes once it helps no more, and is not offered where the reader may not take it.
func TestWhatIsOffered(t *testing.T) {
	const salaries = "salary,age,bought\n20000,23,0\n150000,67,1\n"
	for name, test := range map[string]struct {
		act  func(*visitor)
		want string
	}{
		"standardised":      {func(x *visitor) { x.set("scaling", "standard") }, "-scaling"},
		"by its button":     {func(x *visitor) { x.do("standardise") }, "-scaling"},
		"another setting":   {func(x *visitor) { x.set("lr", "0.1") }, ""},
		"another table":     {func(x *visitor) { x.do("read", "1,2,0\n-1,3,1\n") }, "-scaling; openedFitted"},
		"another such":      {func(x *visitor) { x.do("read", salaries) }, "-scaling; openedFitted outOfScale own standardise"},
		"other data":        {func(x *visitor) { x.set("data", "xor") }, "-scaling"},
		"another run":       {func(x *visitor) { x.d.Run.Open("v=1"); x.see() }, "-scaling"},
		"a table with none": {func(x *visitor) { x.do("read", "") }, "problem.empty unchanged"},
	} {
		x := open(t, "v=1&data=own")
		x.do("read", salaries)
		if test.act(x); x.said() != test.want {
			t.Errorf("%s: %q, want %q", name, x.said(), test.want)
		}
	}
	x := open(t, "v=1&data=own")
	x.d.Locked = []string{"scaling"}
	if x.do("read", salaries); x.said() != "openedFitted" {
		t.Errorf("locked: %q", x.said())
	}
}

// What is said of a table goes with the next one, read or refused, and with the run.
func TestOneTableIsToldOf(t *testing.T) {
	const good, bad = "1,2,0\n-1,3,1\n", ""
	for _, test := range []struct {
		before string
		act    func(*visitor)
		want   string
	}{
		{bad, func(x *visitor) { x.do("read", good) }, "-table; openedFitted"},
		{bad, func(x *visitor) { x.do("read", bad) }, "-table; problem.empty unchanged"},
		{good, func(x *visitor) { x.do("read", good) }, "-table; openedFitted"},
		{good, func(x *visitor) { x.do("read", bad) }, "-table; problem.empty unchanged"},
		{bad, func(x *visitor) { x.do("table"); x.do("read", bad) }, "-table"},
		{bad, func(x *visitor) { x.d.Run.Open("v=1"); x.see() }, "-table"},
		{bad, func(x *visitor) { x.d.Run.Choose("xor"); x.see() }, "-table"},
		{bad, func(x *visitor) { x.set("lr", "0.1") }, ""},
		{good, func(x *visitor) { x.set("net", "3") }, ""},
		{good, func(x *visitor) { x.click(1, 1) }, ""},
	} {
		x := open(t, "v=1&data=moons")
		x.do("read", test.before)
		if test.act(x); x.said() != test.want {
			t.Errorf("after %q: %q, want %q", test.before, x.said(), test.want)
		}
	}
}

func TestWhatIsWrongWithATable(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(1, 1)
	x.d.Run.Step(1, "")
	for _, test := range []struct{ text, want string }{
		{"x1,x2,y\n1,2,0\n3,zwei,1\n", "number line=3 value=zwei in=own.in"},
		{"1,2,0\n1,2\n", "columns line=2 value=2"},
		{"1,2,0\n\"1,2,0\n", "quote line=2"},
		{"0 1:0.5 2:1.5\n1 1:0.7 2:1.1\n", "brackets line=1 value=1:0.5"},
		{"height,weight,sex\n180cm,80kg,m\n165cm,60kg,f\n", "number line=2 value=180cm"},
		{"a,b,c\n1,2,0\n3,4,1\n#red,5,0\n", "comment line=4 value=red"},
		{"type,size,price\nu,1,40\nv,4,20\nu,2,31\nTotal,7,91\n", "total line=5 value=Total"},
		{"#f00,1,2,x\n#0f0,2,3,y\n#00f,3,4,x\n", "comment line=1 value=f00"},
		{"x1,x2,y\n", "empty"},
		{strings.Repeat("1,2,0\n", 5001), "rows line=5001 most=5000"},
		{"x1;x2;y\n1,5;2;0\n1.5;2;1\n", "contradiction line=3 value=1.5 in=own.in other=1,5 otherLine=2"},
		{strings.Repeat("1", 1<<20) + ",2,0", "size"},
		{"1,2,0\n1,\u202e" + strings.Repeat("ä", 50) + ",0\n", "number value=\ufffd" + strings.Repeat("ä", 38) + "…"},
	} {
		x.do("read", test.text)
		said := x.asked[len(x.asked)-1].With.(notice.Notice).Text
		if said = said.Get("a").(record.Text); keysOf(x.asked[len(x.asked)-1].With.(notice.Notice).Text)[1] != "unchanged" {
			t.Errorf("%.40q: it is not said that nothing was changed", test.text)
		}
		reason, rest, _ := strings.Cut(test.want, " ")
		if said.Key != "own.problem."+reason {
			t.Errorf("%.40q: %s, want %s", test.text, said.Key, test.want)
		}
		for _, pair := range strings.Split(strings.ReplaceAll(rest, ", ", "\t"), " ") {
			pair = strings.NewReplacer("\t", ", ").Replace(pair)
			if name, value, ok := strings.Cut(pair, "="); ok && name != "names" && plain(said.Get(name)) != value {
				t.Errorf("%.40q: %s is %s, want %s", test.text, name, plain(said.Get(name)), value)
			}
		}
		if _, names, ok := strings.Cut(test.want, "names="); ok && plain(said.Get("names")) != names {
			t.Errorf("%.40q: the names are %s, want %s", test.text, plain(said.Get("names")), names)
		}
	}
	x.want("1 1 1")
	if x.d.Session().At() != 1 {
		t.Error("the run has started over")
	}
	if x.do("refuse", "spreadsheet"); x.said() != "-table; problem.spreadsheet unchanged" {
		t.Errorf("says %s", x.said())
	}
}

// plain writes an argument of a text: a list with its words, any other text by its key.
func plain(argument any) string {
	t, ok := argument.(record.Text)
	if !ok {
		return fmt.Sprint(argument)
	}
	if t.Key == "warning.quoted" {
		return fmt.Sprint(t.Get("value"))
	}
	if between, ok := map[string]string{"list.two": " and ", "list.next": ", ", "list.last": "; "}[t.Key]; ok {
		return plain(t.Get("a")) + between + plain(t.Get("b"))
	}
	return t.Key
}

// The dialog shows the points, keeps what was refused, and closes over what was read.
func TestTheDialog(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(1, 1)
	const table = "x1,x2,y\n1,1,1\n"
	fills := func(text string, line int) {
		t.Helper()
		for _, e := range x.asked {
			if e.With == (Fill{"table-text", text, line}) {
				return
			}
		}
		t.Errorf("asked for %+v, want %q to be filled in", x.asked, text)
	}
	x.do("table")
	fills(table, 0)
	if r := x.do("read", "1,2,0\n1,a,0\n"); keysOf(r.Problem)[0] != "problem.number" {
		t.Errorf("says %v", r.Problem)
	}
	fills("1,2,0\n1,a,0\n", 2)
	x.do("leave", "1,2,0\n1,b,0\n")
	if r := x.do("table"); keysOf(r.Problem)[0] != "problem.number" {
		t.Errorf("comes back with %v", r.Problem)
	}
	fills("1,2,0\n1,b,0\n", 0)
	long := strings.Repeat("a\n", 1<<18)
	r := x.do("read", long)
	if keys := strings.Join(keysOf(r.Problem), " "); !strings.HasSuffix(keys, " unchanged table.aside") || len(x.asked) > 0 {
		t.Errorf("a long text: %s, %d effects", keys, len(x.asked))
	}
	x.do("save", table)
	if want := []panel.Effect{{Name: "save", With: panel.Save{Name: "points.csv", Type: "text/csv", Text: table}}, {Name: "select", With: panel.Focus{ID: "table-text"}}}; !slices.Equal(x.asked, want) {
		t.Errorf("saving asks for %+v", x.asked)
	}
	if x.do("paste", "1,2,0"); x.taken() {
		t.Error("a short text is taken from the field")
	}
	if x.do("paste", long); !x.taken() {
		t.Error("a long text goes into the field")
	}
	if r := x.do("refuse", "unread"); keysOf(r.Problem)[0] != "problem.unread" || x.said() != "" {
		t.Errorf("a file that cannot be read: %v", r.Problem)
	}
	if r := x.do("read", "1,2,0\n3,4,1\n"); r.Problem.Key != "" || x.asked[0].With != (Close{"table-dialog"}) || x.said() != "openedFitted" {
		t.Errorf("closes with %v, %+v", r.Problem, x.asked)
	}
	x.want("1 2 0, 3 4 1")
	x.do("leave", "1,2,0\n3,4,1\n")
	x.do("table")
	fills("x1,x2,y\n1,2,0\n3,4,1\n", 0)
	x.do("read", "1,2,z\n")
	x.do("leave", "1,2,z\n")
	x.click(0, 0)
	if r := x.do("table"); r.Problem.Key != "" {
		t.Error("what was refused comes back over other points")
	}
}
