package numpy

import (
	"regexp"
	"strings"
	"testing"

	"shallows/engine/lecture/numpy"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
)

func TestAProgramIsHighlighted(t *testing.T) {
	for _, test := range []struct{ program, want string }{
		{"import numpy as np\n", `<keyword>import</> numpy <keyword>as</> np` + "\n"},
		{"x = 1e-07 + .5 * W1 # 2 if\nb", "x = <number>1e-07</> + .5 * W1 <comment># 2 if\n</>b"},
		{`print(f"{x:.6f} not", r"""a "b" c""")`, `print(<text>f&#34;{x:.6f} not&#34;</>, <text>r&#34;&#34;&#34;a &#34;b&#34; c&#34;&#34;&#34;</>)`},
		{"for_each = not(3<4)", "for_each = <keyword>not</>(<number>3</>&lt;<number>4</>)"},
		{`"open`, `<text>&#34;open</>`},
		{"# é", "<comment># é</>"},
		{"é.in", "é.in"},
		{"", ""},
	} {
		got := regexp.MustCompile(`<span class="python-(\w+)">`).ReplaceAllString(string(highlighted(test.program)), "<$1>")
		if got = strings.ReplaceAll(got, "</span>", "</>"); got != test.want {
			t.Errorf("%s is %s, want %s", test.program, got, test.want)
		}
	}
}

// asked is the text that an effect of a name has.
func asked(t *testing.T, d *panel.Desk, name string) string {
	t.Helper()
	effects := d.Asked()
	if len(effects) != 1 || effects[0].Name != name {
		t.Fatalf("asked for %v, want %s", effects, name)
	}
	switch with := effects[0].With.(type) {
	case panel.Copy:
		return with.Text
	case panel.Save:
		return with.Text
	}
	return ""
}

func TestTheProgramIsThatOfTheRun(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=20"), &Panel{}
	program := func() string {
		var twin numpy.Twin
		twin.Follow(d.Session(), func() bool { return true })
		return twin.Script(d.Session())
	}
	if r := p.show(d); r.Note.Key != "numpy.replays" || r.Status.Key != "" {
		t.Errorf("got %v %v", r.Note, r.Status)
	}
	p.Do(d, []string{"copy"})
	if got := asked(t, d, "copy"); got != program() || !strings.Contains(got, "steps = 20 ") {
		t.Errorf("copied is %s", got)
	}
	p.Do(d, []string{"copied"})
	if r := p.show(d); r.Status.Key != "numpy.copied" || r.Code != highlighted(program()) {
		t.Errorf("copied: %v", r.Status)
	}
	d.Session().Step(5)
	if r := p.show(d); r.Status.Key != "" {
		t.Errorf("of another program still: %v", r.Status)
	}
	for p.Busy() {
		p.Work(d, 1)
	}
	p.Do(d, []string{"save"})
	if got := asked(t, d, "save"); got != program() || p.show(d).Status.Get("file") != "shallows.py" {
		t.Errorf("saved is %s", got)
	}
	d.Run.Poke()
	if r := p.show(d); r.Note.Key != "numpy.edited" || r.Code != highlighted(program()) {
		t.Errorf("changed by hand: %v", r.Note)
	}
}

func TestWhatIsSelectedStays(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	before := p.show(d).Code
	p.Do(d, []string{"hold", "true"})
	p.Do(d, []string{"selected"})
	d.Session().Step(3)
	if r := p.show(d); r.Code != before || r.Status.Key != "numpy.selected" || p.Busy() {
		t.Errorf("the program changes under the reader's hand: %v", r.Status)
	}
	p.Do(d, []string{"copy"})
	if got := asked(t, d, "copy"); highlighted(got) != before {
		t.Error("copied is not what is selected")
	}
	p.Do(d, []string{"hold", "false"})
	if r := p.show(d); r.Code == before || r.Status.Key != "" {
		t.Errorf("let go: %v", r.Status)
	}
}
