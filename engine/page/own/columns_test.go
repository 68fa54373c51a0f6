package own

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/page/keep"
	"shallows/engine/page/own/columns"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// Tables that do not tell what their columns are for ask, and change nothing until that is chosen.
func TestTablesThatAsk(t *testing.T) {
	for text, asks := range map[string]bool{
		"a,b,c,d\n5,6,7,0\n5,6,8,1\n":                                    true, // too many columns
		"1,2\n3,4\n":                                                     true, // too few
		"1,2,0\n1,2,0\n1,2,7\n":                                          true, // other classes
		"1,2,0\n1,2,1\n1,2,-1\n":                                         true,
		"a,b,kind\n1,2,u\n2,1,v\n":                                       true,
		"x1,x1,y\n5,6,0\n3,4,1\n":                                        true, // names twice
		"1,2,0\n1,nan,0\n3,2,1\n":                                        true, // missing values
		"a,b,c\n1,2,0\n1,,0\n4,2,1\n":                                    true,
		"age,sex,bought\n19,Male,0\n35,Female,1\n":                       true, // a column of words
		"day,age,bought\n2024-01-02,19,0\n2024-01-03,35,1\n":             true,
		"a,b,bought\n12%,1,0\n5%,2,1\n$3,4,1\n":                          true, // columns that are no numbers
		"ticket,age,survived\nA/5,22,0\nPC 1,38,1\n7,26,1\n8,3,0\n":      true,
		"1,2,0\ninf,3,1\n#REF!,4,1\n":                                    true,
		"a,b,a\n1,2,0\n2,3,1\n":                                          true, // names twice
		"name\ta\tb\tc\nu\t1,200\t3\t0\nv\t950\t2\t1\n":                  true, // two things are open at once
		"height,weight,sex\n180,80,0\n165,6O,1\n170,65,1\n":              true, // a slip, which another choice leaves out
		"height,weight,age,sex\n180,80,30,0\n165,6O,40,1\n170,65,20,1\n": true,
		"x1,x2,y\n1,2,0\n3,4,1\n":                                        false,
		"n,a,b,c\nu,1,2,0\nv,-1,3,1":                                     false,
		"Salary\tAge\tBought\n950\t23\t0\n1,200\t45\t1\n":                false,
		"x1,x2,y\n1,2,0\n3,zwei,1\n":                                     false,
		"hours,nights,passed\n1,2.5,Yes\n2,0.5,No\n3,4,Yes\n4,1,No":      false,
		"": false, "Dear Sir, or Madam": false, "a,b\nu,v\nw,x\n": false, "1,2,0\n1,2\n": false,
	} {
		x := open(t, "v=1&data=xor&n=20&net=2&steps=3")
		x.d.Run.Turn(0, 1e6)
		x.see()
		before := link.Fragment(x.d.Session())
		r := x.do("read", text)
		if _, open := r.Columns.(columns.Record); open != asks {
			t.Errorf("%q asks: %v", text, open)
		}
		if !asks {
			continue
		}
		first := "#columns-use"
		if r.Columns.(columns.Record).Unusable {
			first = "input:enabled"
		}
		if want := (panel.Effect{Name: "dialog", With: panel.Dialog{Element: columns.Dialog, First: first}}); !slices.Equal(x.asked, []panel.Effect{want}) {
			t.Errorf("%q asks for %+v", text, x.asked)
		}
		x.do("columns", "cancel")
		if want := (panel.Effect{Name: "close", With: Close{columns.Dialog}}); !slices.Equal(x.asked, []panel.Effect{want}) {
			t.Errorf("%q: cancelling asks for %+v", text, x.asked)
		}
		if r := x.do("read", text); r.Columns == nil || x.asked[0].Name != "dialog" { // before the browser tells that it is closed
			t.Errorf("%q: dropped right after cancelling, it is not asked about", text)
		}
		x.do("columns", "cancel")
		if r := x.do("columns", "leave"); r.Columns != nil || link.Fragment(x.d.Session()) != before || x.d.Session().Own().Len() != 0 {
			t.Errorf("%q: cancelled, it leaves %+v over %s", text, r.Columns, link.Fragment(x.d.Session()))
		}
	}
}

func TestColumnsAreChosen(t *testing.T) {
	iris, err := os.ReadFile("../../dataset/table/testdata/iris.csv")
	if err != nil {
		t.Fatal(err)
	}
	const prices = "rooms,area,price\n3,71.5,210.5\n2,50,180.25\n4,102,333\n1,28,99.5\n2,,90\n"
	for _, test := range []struct{ text, intents, config, said string }{
		{string(iris), "", "in=x1,x2,x3,x4 classes=3 out=softmax scaling=standard lr=1.2", "columns.says.classes"},
		{string(iris), "input 0 false;standard false", "in=x1,x2,x3 classes=3 out=softmax scaling=none lr=1.2", "columns.says.classes"},
		{string(iris), "input 0 false;input 1 false", "in=x1,x2 classes=3 out=softmax scaling=standard lr=1.2", "columns.says.classes"},
		{string(iris), "target 3", "in=x1,x2,x3 classes=0 out=linear scaling=standard/standard lr=0.03", "columns.says.value"},
		{prices, "", "in=x1,x2 classes=0 out=linear scaling=standard/standard lr=0.03", "columns.says.value columns.leftOut"},
		{"1,2,0\n1,nan,0\n3,2,1\n", "", "in=x1,x2 classes=2 out=sigmoid scaling=standard lr=1.2", "columns.says.classes columns.leftOut"},
	} {
		x := open(t, "v=1&data=xor&n=20&scaling=standard")
		x.do("read", test.text)
		for _, intent := range strings.Split(test.intents, ";") {
			x.do(append([]string{"columns"}, strings.Fields(intent)...)...)
		}
		r := x.do("columns", "use")
		c := x.d.Session().Config()
		yscaling := ""
		if c.YScaling == dataset.Standardised {
			yscaling = "/standard"
		}
		got := "in=" + config.Lookup("in").Text(c) + " classes=" + config.Lookup("classes").Text(c) + " out=" + c.Output.String() + " scaling=" + c.Scaling.String() + yscaling + " lr=" + config.Lookup("lr").Text(c)
		if got != test.config || r.Columns != nil {
			t.Errorf("%.20q, %s: %s", test.text, test.intents, got)
		}
		if x.said() != test.said {
			t.Errorf("%.20q, %s: says %s", test.text, test.intents, x.said())
		}
		if x.do("read", "a,b,c,class\n1,2,3,u\n3,4,5,v\n"); x.do("columns", "use").Columns != nil || x.d.Session().Config().LearningRate != 1.2 {
			t.Errorf("%.20q: after it classes are learnt at %v", test.text, x.d.Session().Config().LearningRate)
		}
		if first := x.asked[0]; first.With != (Close{columns.Dialog}) {
			t.Errorf("%.20q: asks for %+v first", test.text, first)
		}
		if x.do("columns", "leave"); len(x.asked) > 0 { // as the browser tells that it is closed
			t.Errorf("closed, it asks for %+v", x.asked)
		}
	}
}

// Undoing brings the points back that there were, as one step.
func TestATableIsUndone(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(1, 1)
	x.do("read", "a,b,c,class\n1,2,3,u\n3,4,5,v\n2,2,2,w\n")
	x.do("columns", "use")
	if got := x.d.Session().Own().Classes(); got != 3 || len(x.d.Session().Config().Inputs) != 3 {
		t.Errorf("%d classes", got)
	}
	x.do("undo")
	x.want("1 1 1")
	if got := len(x.d.Session().Config().Inputs); got != 2 {
		t.Errorf("%d inputs are left", got)
	}
	x.do("redo")
	if got := x.d.Session().Own().Classes(); got != 3 {
		t.Errorf("%d classes are done again", got)
	}
}

// A guess that was made without asking can be changed.
func TestTheColumnsOfTheLastTable(t *testing.T) {
	x := open(t, "v=1&data=own")
	if r := x.do("columns", "open"); r.Columns != nil {
		t.Error("there is no table to ask about")
	}
	x.do("read", "n,a,b,c,d\nu,1,2,0,x\nv,-1,3,1,y")
	x.want("1 2 0, -1 3 1")
	if r := x.do("columns", "open"); r.Columns == nil {
		t.Fatal("nothing is asked")
	}
	x.do("columns", "target", "4")
	x.do("columns", "use")
	if got := x.d.Session().Own(); got.Names.Target != "d" || got.Names.Classes[1] != "y" {
		t.Errorf("%+v", got)
	}
	if x.said() != "-reading; columns.says.classes" {
		t.Error(x.said())
	}
}

// A run that trains waits while it is asked, and goes on.
func TestTheRunWaits(t *testing.T) {
	for _, end := range []string{"leave", "use"} {
		x := open(t, "v=1&data=xor")
		x.d.Run.Play()
		x.do("read", "a,b,c,kind\n1,2,3,u\n3,4,5,v\n")
		if x.d.Run.State() != run.Paused {
			t.Error("it goes on behind the dialog")
		}
		x.do("read", "a,b,c,d,kind\n1,2,3,4,u\n3,4,5,6,v\n") // dropped over the dialog
		if len(x.asked) != 1 || x.asked[0].Name != "dialog" {
			t.Errorf("a table that is dropped while a browser closes the dialog is not asked about: %+v", x.asked)
		}
		x.do("columns", end)
		if x.d.Run.State() != run.Playing {
			t.Errorf("after %s it is %s", end, x.d.Run.State())
		}
	}
}

// A setting that is locked stays, and over the table as a text the sheet closes both.
func TestTheSheetOverTheText(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.d.Locked = []string{"scaling"}
	x.do("table")
	x.do("read", "salary,age,rank,bought\n20000,23,1,0\n150000,67,2,1\n")
	if r := x.do("columns", "standard", "true"); !r.Columns.(columns.Record).Given {
		t.Error("it asks what may not be chosen")
	}
	x.do("columns", "use")
	if got := x.d.Session().Config().Scaling.String(); got != "none" {
		t.Errorf("the scaling is %s", got)
	}
	var closed []string
	for _, e := range x.asked {
		if c, ok := e.With.(Close); ok {
			closed = append(closed, c.Element)
		}
	}
	if strings.Join(closed, " ") != "columns-dialog table-dialog" {
		t.Errorf("closed are %v", closed)
	}
}

// A table that is too much for a link says so, with a file to keep in place of it; that opens as the same run.
func TestATableThatNeedsAFile(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var text strings.Builder
	for i := range 4000 {
		for range 10 {
			text.WriteString(strconv.FormatFloat(random.NormFloat64(), 'g', 9, 64) + ",")
		}
		text.WriteString(strconv.Itoa(i%3) + "\n")
	}
	x := open(t, "v=1&data=xor&net=2")
	x.do("read", text.String())
	x.do("columns", "use")
	if x.said() != "columns.says.classes; share.large share keep" {
		t.Fatal(x.said())
	}
	x.d.Run.Step(2, "")
	for x.d.Run.State() == run.Seeking {
		x.d.Run.Turn(0, 1e6)
	}
	x.see()
	kept, cost := keep.Write(x.d.Session()), x.d.Session().Metrics().Cost
	other := open(t, "v=1&data=xor&n=20")
	other.do("read", "a,b,c,d\n5,6,7,0\n5,6,8,1\n")
	other.do("read", kept) // over the dialog
	if other.asked[0].With != (Close{columns.Dialog}) {
		t.Errorf("it asks for %+v", other.asked)
	}
	for other.d.Run.State() == run.Seeking {
		other.d.Run.Turn(0, 1e6)
	}
	if m := other.d.Session().Metrics(); m.Step != 2 || m.Cost != cost {
		t.Errorf("at step %d its cost is %v, not %v", m.Step, m.Cost, cost)
	}
}
