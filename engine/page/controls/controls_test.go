package controls

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/run"
)

func TestWhatAControlDoes(t *testing.T) {
	for _, test := range []struct{ link, intent, want string }{
		{"v=1", "set lr 0.05", "v=1&lr=0.05"},
		{"v=1", "set lr 0,03", "v=1&lr=0.03"},
		{"v=1", "set lr １．５", "v=1&lr=1.5"},
		{"v=1", "set lr 1e-3", "v=1&lr=0.001"},
		{"v=1", "set n 1,000", "v=1&n=1000"},
		{"v=1", "set n 5", "v=1&n=10"},
		{"v=1", "set lr fast", "v=1"},
		{"v=1", "set nothing 5", "v=1"},
		{"v=1", "set opt adam", "v=1&opt=adam"},
		{"v=1", "set data circle", "v=1&data=circle"},
		{"v=1", "set data plane", "v=1&data=plane&lr=0.03"},
		{"v=1", "set data planet", "v=1"},
		{"v=1", "drag lr 0", "v=1&lr=1e-5"},
		{"v=1", "drag lr 120", "v=1&lr=10"},
		{"v=1", "drag opt 1", "v=1"},
		{"v=1", "step seed 1", "v=1&seed=3"},
		{"v=1", "step seed -1", "v=1&seed=1"},
		{"v=1&seed=4294967294", "step seed 1", "v=1&seed=4294967295"},
		{"v=1", "step seed ArrowUp", "v=1&seed=3"},
		{"v=1&net=4,3", "step net 2 ArrowDown", "v=1&net=4,2"},
		{"v=1", "step seed x", "v=1"},
		{"v=1", "set in x1sq true", "v=1&in=x1,x2,x1sq"},
		{"v=1", "set in x1 false", "v=1&in=x2"},
		{"v=1&in=x2", "set in x2 false", "v=1&in=x2"},
		{"v=1&net=4,3", "set act relu", "v=1&net=4,3&act=relu"},
		{"v=1&net=4,3", "set act 2 leaky", "v=1&net=4,3&act=tanh,leaky"},
		{"v=1&net=4,3", "set act 3 leaky", "v=1&net=4,3"},
		{"v=1&net=4,3", "set net 1 8", "v=1&net=8,3"},
		{"v=1&net=4,3", "set net 0 8", "v=1&net=4,3"},
		{"v=1&net=4,3", "set net 1 many", "v=1&net=4,3"},
		{"v=1&net=4,3", "set seed 1 8", "v=1&net=4,3"},
		{"v=1&net=4,3", "step net 2 -1", "v=1&net=4,2"},
		{"v=1&net=4,3", "step net 3 1", "v=1&net=4,3"},
		{"v=1&net=4,3", "add", "v=1&net=4,3,3"},
		{"v=1&net=4,3&act=tanh,relu", "add", "v=1&net=4,3,3&act=tanh,relu,relu"},
		{"v=1&net=4,3&act=tanh,relu", "remove", "v=1"},
		{"v=1", "remove", "v=1&net=0"},
		{"v=1&net=0", "remove", "v=1&net=0"},
		{"v=1&net=0", "add", "v=1"},
		{"v=1&net=1,1,1,1,1,1", "add", "v=1&net=1,1,1,1,1,1"},
		{"v=1&net=0", "step net 1 1", "v=1&net=0"},
		{"v=1", "", "v=1"},
		{"v=1", "set", "v=1"},
	} {
		d := paneltest.Desk(test.link)
		New().Do(d, strings.Fields(test.intent))
		if got := d.Session().Config().Encode(); got != test.want {
			t.Errorf("%s of %s leads to %s, want %s", test.intent, test.link, got, test.want)
		}
	}
}

func TestWhatIsRefusedIsSaid(t *testing.T) {
	for _, test := range []struct{ link, intent, want string }{
		{"v=1", "set lr fast", "{notice.number [value fast]}"},
		{"v=1", "set lr ", "{notice.empty []}"},
		{"v=1", "set net 1 many", "{notice.number [value many]}"},
		{"v=1&net=4,3", "set net 1 2.5", "{notice.whole [value 2.5]}"},
		{"v=1&net=5", "set net 1 0", "{notice.unit []}"},
		{"v=1&net=5", "set net 1 -0", "{notice.unit []}"},
		{"v=1&net=1", "step net 1 -1", "{notice.unit []}"},
		{"v=1&n=37", "set n 200.5", "{notice.whole [value 200.5]}"},
		{"v=1&n=37", "set n 2e2", ""},
		{"v=1&in=x2", "set in x2 false", "{notice.input []}"},
		{"v=1&in=x2", "set in x2 true", ""},
	} {
		d := paneltest.Desk(test.link)
		New().Do(d, strings.Split(test.intent, " "))
		got := ""
		for _, effect := range d.Asked() {
			got += fmt.Sprint(effect.With.(notice.Notice).Text)
		}
		if link := d.Session().Config().Encode(); got != "" && link != test.link {
			t.Errorf("%s leaves %s of %s", test.intent, link, test.link)
		}
		if got != test.want {
			t.Errorf("%s says %q, want %q", test.intent, got, test.want)
		}
	}
}

func TestALockedSettingIsShownOnly(t *testing.T) {
	d := paneltest.Desk("v=1")
	p := New()
	d.Locked = []string{"lr", "net", "opt"}
	for _, intent := range []string{"set lr 0.5", "drag lr 3", "step net 1 1", "add", "remove", "set opt adam"} {
		p.Do(d, strings.Fields(intent))
	}
	if got := d.Session().Config().Encode(); got != "v=1" {
		t.Errorf("got %s", got)
	}
	p.Do(d, strings.Fields("set data plane"))
	if got := d.Session().Config().Encode(); got != "v=1&data=plane" {
		t.Errorf("the learning rate is locked: %s", got)
	}
	r := p.Record(d).(Record)
	if !r.Rate.Disabled || !r.Layers.AtLeast || !r.Layers.AtMost || !r.Layers.List[0].SizeLocked || r.Layers.ActIdle {
		t.Errorf("got %+v", r)
	}
}

// fields are the keys of those on show, by group, those disabled in brackets.
func fields(r Record) string {
	var b strings.Builder
	for _, group := range r.Groups {
		b.WriteString(group.Key + ":")
		for _, f := range group.Fields {
			switch {
			case f.Hidden:
			case f.Disabled:
				b.WriteString(" (" + f.Key + ")")
			default:
				b.WriteString(" " + f.Key)
			}
		}
		b.WriteString("; ")
	}
	return b.String()
}

func TestWhatIsOnShow(t *testing.T) {
	for _, test := range []struct{ link, hide, want string }{
		{"v=1", "", "data: n noise dseed test scaling; network: in (slope) out loss; start: init scale seed; training: opt batch (bseed) l1 l2; "},
		{"v=1&data=own", "", "data: classes dseed test scaling; network: in (slope) out loss; start: init scale seed; training: opt batch (bseed) l1 l2; "},
		{"v=1&data=plane", "", "data: n noise dseed test scaling yscaling; network: in (slope) out loss; start: init scale seed; training: opt batch (bseed) l1 l2; "},
		{"v=1&data=skblobs", "", "data: n noise clusters dseed test scaling; network: in (slope) out loss; start: init scale seed; training: opt batch (bseed) l1 l2; "},
		{"v=1&act=leaky&init=he&batch=8", "", "data: n noise dseed test scaling; network: in slope out loss; start: init (scale) seed; training: opt batch bseed l1 l2; "},
		{"v=1", "init scale seed in", "data: n noise dseed test scaling; network: (slope) out loss; training: opt batch (bseed) l1 l2; "},
	} {
		d := paneltest.Desk(test.link)
		p := New()
		d.Withheld = strings.Fields(test.hide)
		if got := fields(p.Record(d).(Record)); got != test.want {
			t.Errorf("%s shows %s\nwant %s", test.link, got, test.want)
		}
	}
}

// Inputs are called as the columns of the data are.
func TestInputsHaveNames(t *testing.T) {
	for link, want := range map[string]string{"v=1&data=iris&in=x2": "sepal length (cm)", "v=1": ""} {
		for _, group := range New().Record(paneltest.Desk(link)).(Record).Groups {
			for _, f := range group.Fields {
				if f.Key == "in" && (f.Options[0].Called != want || f.Options[0].Set != "controls set in x1") {
					t.Errorf("%s: %+v", link, f.Options[0])
				}
			}
		}
	}
}

func TestTheKindOfAControl(t *testing.T) {
	d := paneltest.Desk("v=1&lr=0.00001")
	r := New().Record(d).(Record)
	var kinds []string
	for _, group := range r.Groups {
		for _, f := range group.Fields {
			kinds = append(kinds, f.Key+" "+f.Kind+" "+f.Value)
		}
	}
	want := "n slider 400, noise slider 0.2, factor slider 0.8, clusters slider 6, classes stepper 2, dseed stepper 1, test slider 0, scaling choice none, yscaling choice none, " +
		"in inputs x1,x2, slope slider 0.01, out choice sigmoid, loss choice bce, init choice randn, scale slider 0.01, seed stepper 2, " +
		"opt choice gd, batch stepper 0, bseed stepper 10, l1 number 0, l2 number 0"
	if got := strings.Join(kinds, ", "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if r.Rate.Value != "1e-5" || r.Rate.Position != 0 || r.Rate.Steps != 120 || r.Rate.Filled != "0" {
		t.Errorf("the learning rate is %+v", r.Rate)
	}
}

func TestLayersDifferOrDoNot(t *testing.T) {
	for _, test := range []struct{ link, act, each string }{
		{"v=1", "tanh", "4 tanh true; "},
		{"v=1&net=4,3&act=relu", "relu", "4 relu false; 3 relu false; "},
		{"v=1&net=4,3&act=relu,tanh", "", "4 relu false; 3 tanh false; "},
		{"v=1&net=0", "tanh", ""},
	} {
		l := New().Record(paneltest.Desk(test.link)).(Record).Layers
		each := ""
		for _, layer := range l.List {
			each += fmt.Sprintf("%s %s %v; ", layer.Size, layer.Act, layer.Alone)
		}
		if l.Act != test.act || each != test.each {
			t.Errorf("%s: %q of %q", test.link, each, l.Act)
		}
	}
}

func TestOtherDataSetsAreFoldedAway(t *testing.T) {
	d := paneltest.Desk("v=1&data=moons")
	sets := New().Record(d).(Record).Sets
	list := ""
	for _, o := range append(sets.First, sets.Others...) {
		list += " " + o.Key
		if o.Chosen {
			list += "*"
		}
	}
	if want := " planar circle xor spiral moons* own rings gauss blobs line shell skcircles skmoons skblobs skquantiles iris plane bumps"; list != want {
		t.Errorf("got%s\nwant%s", list, want)
	}
	d.Withheld, d.Locked = []string{"data"}, []string{"data"}
	if sets := New().Record(d).(Record).Sets; !sets.Hidden || !sets.Disabled {
		t.Errorf("withheld and locked: %+v", sets)
	}
}

func TestFolds(t *testing.T) {
	for _, test := range []struct{ link, lesson, intents, want string }{
		{"v=1", "", "", ""},
		{"v=1&net=8&act=relu&lr=0.5&data=own&steps=7", "", "", ""},
		{"v=1&data=iris", "", "", "sets"},
		{"v=1&n=100", "", "", "data"},
		{"v=1&init=he&opt=adam&in=x1", "", "", "network start training"},
		{"v=1&init=zeros", "symmetry", "", ""},
		{"v=1", "", "controls kept training sets nonsense", "sets training"},
		{"v=1&n=100", "", "controls kept training", "data training"},
		{"v=1", "", "controls fold start true", "start; keep start"},
		{"v=1", "", "controls fold start true, controls fold data true", "data start; keep data start"},
		{"v=1&n=100", "", "controls fold data true", "data"},
		{"v=1&n=100", "", "controls fold data false", "; keep "},
		{"v=1", "", "controls fold nonsense true", ""},
		{"v=1", "", "controls set seed 5", ""},
	} {
		d := paneltest.Desk(test.link)
		d.Lesson = test.lesson
		p := New()
		p.Hear(d, run.Change{Cause: run.Open})
		last := ""
		for _, intent := range strings.Split(test.intents, ", ") {
			words := strings.Fields(strings.TrimPrefix(intent, "controls "))
			if len(words) > 2 && words[0] == "kept" {
				words = []string{"kept", strings.Join(words[1:], " ")}
			}
			p.Do(d, words)
			for _, e := range d.Asked() {
				if keep, ok := e.With.(panel.Keep); ok {
					last = "; " + e.Name + " " + keep.Text
				}
			}
			p.Hear(d, run.Change{Cause: run.Set})
		}
		r := p.Record(d).(Record)
		var open []string
		if r.Sets.Open {
			open = append(open, "sets")
		}
		for _, group := range r.Groups {
			if group.Open {
				open = append(open, group.Key)
			}
		}
		if got := strings.Join(open, " ") + last; got != test.want {
			t.Errorf("%s, %s: %q, want %q", test.link, test.intents, got, test.want)
		}
	}
}
