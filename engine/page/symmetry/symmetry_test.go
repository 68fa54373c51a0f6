package symmetry

import (
	"slices"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/run"
)

func said(d *panel.Desk) string {
	var keys []string
	for _, item := range show(d).Says {
		keys = append(keys, item.Key)
	}
	return strings.Join(keys, " ")
}

func TestWhatIsSaidOfARun(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1&net=0", "logistic"},
		{"v=1&net=0&data=blobs&init=zeros&steps=5", "several"},
		{"v=1&init=zeros&steps=50", "frozen balanced"},
		{"v=1&data=blobs&n=300&init=zeros&steps=5", "frozen balanced"},
		{"v=1&data=blobs&n=301&init=zeros&steps=5", "frozen outputBias"},
		{"v=1&init=zeros&out=tanh", "frozen balanced"},
		{"v=1&n=401&init=zeros", "frozen outputBias"},
		{"v=1&init=zeros&batch=100", "frozen outputBias"},
		{"v=1&init=zeros&batch=400", "frozen balanced"},
		{"v=1&init=zeros&out=linear", "frozen outputBias"},
		{"v=1&init=zeros&data=plane", "frozen outputBias"},
		{"v=1&init=zeros&act=sigmoid", "balanced"},
		{"v=1&n=401&init=zeros&act=sigmoid", "half"},
		{"v=1&init=constant&steps=100", "copies"},
		{"v=1&init=rows&scale=0.5&steps=100", "copies"},
		{"v=1&init=constant&net=3,2&steps=50", "copies"},
		{"v=1", "random"},
		{"v=1&scale=100", "random saturated"},
		{"v=1&scale=100&act=relu", "random"},
		{"v=1&net=1", "single"},
		{"v=1&net=1,1", "single"},
		{"v=1&net=1,3", "one"},
	} {
		if got := said(paneltest.Desk(test.link)); got != test.want {
			t.Errorf("%s: %s, want %s", test.link, got, test.want)
		}
	}
}

// From a constant all units move as one; poked, one of them parts from the others.
func TestAPokePartsUnits(t *testing.T) {
	d := paneltest.Desk("v=1&n=401&scale=0.5&init=constant&steps=100")
	d.Run.Poke()
	if got := said(d); got != "nudged" {
		t.Errorf("poked: %s", got)
	}
	d.Session().Step(1200)
	if got := said(d); !strings.HasPrefix(got, "parted rest") {
		t.Errorf("after 1200 steps more: %s", got)
	}
}

func TestAPokeThatIsUndone(t *testing.T) {
	f := factsOf(paneltest.Desk("v=1&init=constant").Session(), nil)
	f.network = paneltest.Desk("v=1").Session().Network() // of which no units are copies
	f.asymmetry = []float64{0, 1e-6, 1e-8}
	if got := f.ofUnits(); !slices.Equal(got, []string{"closing"}) {
		t.Error(got)
	}
}

func TestTheStartIsChosenHere(t *testing.T) {
	d, p := paneltest.Desk("v=1"), New()
	for _, words := range [][]string{{"start", "zeros"}, {"scale", "0"}, {"scale", "nonsense"}, {"scale"}, {"nonsense"}, {}} {
		p.Do(d, words)
	}
	if c := d.Session().Config(); c.Init.String() != "zeros" || c.Scale != 0.001 {
		t.Errorf("the run begins with %v at %g", c.Init, c.Scale)
	}
	if changes := d.Run.Changes(); len(changes) != 2 || changes[0].Cause != run.Set || changes[1].Cause != run.Drag {
		t.Errorf("the page hears of %v", changes)
	}
	if s := show(d).Start; !s.Idle || s.Scale != "–" {
		t.Errorf("from zeros the scale is %v", s.Scale)
	}
}

func TestTheLinesOfTheUnits(t *testing.T) {
	for link, want := range map[string]string{"v=1&scale=0.5": "symmetry.lines", "v=1&init=zeros": "symmetry.noLines", "v=1&in=x1": "symmetry.noPlane"} {
		if got := show(paneltest.Desk(link)).Lines.Key; got != want {
			t.Errorf("%s: %s, want %s", link, got, want)
		}
	}
}
