package activations

import (
	"math"
	"slices"
	"strings"
	"testing"

	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

func TestTheActivationsInTheTable(t *testing.T) {
	d, p := paneltest.Desk("v=1&slope=0.02"), &Panel{}
	c := p.show(d).Curves
	for i, want := range []struct{ key, interval, centred, derivative string }{
		{"sigmoid", "(0, 1)", "activations.no", "<mrow><mi>a</mi><mo>\u2062</mo><mrow><mo>(</mo><mrow><mn>1</mn><mo>−</mo><mi>a</mi></mrow><mo>)</mo></mrow></mrow>"},
		{"tanh", "(−1, 1)", "activations.yes", "<mrow><mn>1</mn><mo>−</mo><msup><mi>a</mi><mn>2</mn></msup></mrow>"},
		{"relu", "[0, ∞)", "activations.no", "<mrow><mo>{</mo><mtable><mtr><mtd><mn>0</mn></mtd><mtd><mrow><mi>z</mi><mo>&lt;</mo><mn>0</mn></mrow></mtd></mtr><mtr><mtd><mn>1</mn></mtd><mtd><mrow><mi>z</mi><mo>&gt;</mo><mn>0</mn></mrow></mtd></mtr></mtable></mrow>"},
		{"leaky", "(−∞, ∞)", "activations.no", "<mrow><mo>{</mo><mtable><mtr><mtd><mn>0.02</mn></mtd><mtd><mrow><mi>z</mi><mo>&lt;</mo><mn>0</mn></mrow></mtd></mtr><mtr><mtd><mn>1</mn></mtd><mtd><mrow><mi>z</mi><mo>&gt;</mo><mn>0</mn></mrow></mtd></mtr></mtable></mrow>"},
		{"swish", "[−0.2785, ∞)", "activations.no", "<mrow><mi>a</mi><mo>+</mo><mrow><mrow><mi>σ</mi><mo>\u2061</mo><mrow><mo>(</mo><mi>z</mi><mo>)</mo></mrow></mrow><mo>\u2062</mo><mrow><mo>(</mo><mrow><mn>1</mn><mo>−</mo><mi>a</mi></mrow><mo>)</mo></mrow></mrow></mrow>"},
		{"linear", "(−∞, ∞)", "activations.yes", "<mn>1</mn>"},
	} {
		r := c.Rows[i]
		if r.Key != want.key || r.Range != want.interval || r.Centred.Key != want.centred || r.Derivative != record.Markup("<math>"+want.derivative+"</math>") {
			t.Errorf("got %s %s %s %s, want %s", r.Key, r.Range, r.Centred.Key, r.Derivative, want)
		}
		for _, picture := range []record.Markup{c.Plot, c.Prime} {
			if !strings.Contains(string(picture), `class="plot-line `+want.key+`"`) {
				t.Errorf("there is no line of %s", want.key)
			}
		}
	}
	d.Run.Set("slope", "0", "set")
	if got := p.show(d).Curves.Rows[3].Range; got != "[0, ∞)" {
		t.Errorf("without a slope leaky takes the values %s", got)
	}
}

func marks(u Unit) (count int) {
	_, ticks, _ := strings.Cut(string(u.Plot), "activations-ticks")
	return strings.Count(ticks, "v11")
}

func TestAUnitAtWork(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=3&init=xavier&seed=4&n=200&steps=40"), &Panel{}
	share := func(unit int) string {
		n, flat := d.Session().Network(), 0
		train := d.Session().Train()
		for i := range train.Y {
			if math.Pow(math.Tanh(n.W[1].Data[2*unit]*train.X[0][i]+n.W[1].Data[2*unit+1]*train.X[1][i]+n.B[1][unit]), 2) > 0.95 {
				flat++
			}
		}
		return number.Percent(float64(flat)/float64(len(train.Y)), 1)
	}
	expect := func(chosen string, unit int) {
		t.Helper()
		u := p.show(d).Unit
		if u.Chosen != chosen || u.Saturated.Get("percent") != share(unit) || marks(u) != 200 {
			t.Errorf("%s is saturated for %v, with %d marks; want %s, %s", u.Chosen, u.Saturated.Get("percent"), marks(u), chosen, share(unit))
		}
	}
	expect("1,1", 0)
	p.Do(d, []string{"unit", "1,3"})
	expect("1,3", 2)
	if got := d.Stage.Selected(); got != (scene.Target{Kind: scene.Unit, Layer: 1, To: 3}) {
		t.Errorf("the diagram marks %v", got)
	}
	d.Stage.Select(scene.Target{Kind: scene.Unit, Layer: 1, To: 2})
	expect("1,2", 1)
	p.Do(d, []string{"unit", "4,1"})
	expect("1,2", 1)
	p.Leave(d)
	if d.Stage.Selected().To != 2 {
		t.Error("what was chosen in the diagram is let go")
	}
	p.Do(d, []string{"unit", "2,1"})
	d.Run.Set("net", "0", "set")
	if u := p.show(d).Unit; u.Chosen != "1,1" || len(u.Units) != 1 {
		t.Errorf("of one unit %s of %v is chosen", u.Chosen, u.Units)
	}
	d.Run.Set("data", "plane", "set")
	if u := p.show(d).Unit; !u.Values || marks(u) != 200 {
		t.Errorf("values have %d marks", marks(u))
	}
}

// A unit of a softmax has no curve: its output depends on the others too.
func TestAUnitOfASoftmaxAtWork(t *testing.T) {
	d := paneltest.Desk("v=1&data=blobs&steps=20")
	p := New()
	p.Do(d, []string{"unit", "2,3"})
	u := p.Record(d).(Record).Unit
	if u.Chosen != "2,3" || !u.Values || strings.Count(string(u.Plot), "h3") != d.Session().Train().Len() || strings.Contains(string(u.Plot), "plot-line") {
		t.Errorf("%+v", u)
	}
}

func TestDeadUnits(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	p.Do(d, []string{"set", "dead-dead"})
	if r := p.show(d); !r.Unit.Dead || r.Unit.Says.Key != "activations.dead" || r.Flows.Layers[0].Dead != 8 {
		t.Errorf("%d units are dead", r.Flows.Layers[0].Dead)
	}
	p.Do(d, []string{"set", "dead-leaky"})
	if r := p.show(d); r.Unit.Dead || r.Unit.Says.Key != "activations.alive" || r.Flows.Layers[0].Dead != 0 {
		t.Errorf("%d leaky units are dead", r.Flows.Layers[0].Dead)
	}
}

func TestACaseSetsWhatItsRuleSays(t *testing.T) {
	for name := range cases {
		d := paneltest.Desk("v=1&data=plane")
		New().Do(d, []string{"set", name})
		changes := d.Run.Changes()
		if len(changes) != 1 || len(changes[0].Warnings) > 0 {
			t.Errorf("%s: %v", name, changes)
		}
		for _, pair := range cases[name] {
			if !strings.Contains(d.Session().Config().Encode()+"&", "&"+pair.Key+"="+pair.Value+"&") && pair.Value != defaults[pair.Key] {
				t.Errorf("%s: %s", name, d.Session().Config().Encode())
			}
		}
	}
}

var defaults = map[string]string{"data": "planar", "net": "4", "act": "tanh", "out": "sigmoid", "loss": "bce"}

func column(f Flows, i int) (sizes []string) {
	for _, layer := range f.Layers {
		if i == 0 {
			sizes = append(sizes, layer.Size.Number)
		} else {
			sizes = append(sizes, layer.Runs[i-1].Number)
		}
	}
	return sizes
}

// Whoever trains the run beside those that are compared sees the same numbers where the activation is the same.
func TestRunsAreComparedLayerByLayer(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	p.Do(d, []string{"set", "deep-sigmoid"})
	start := p.show(d).Flows
	if own := column(start, 0); len(own) != 5 || !slices.Equal(own, column(start, 1)) {
		t.Errorf("the run has %v, the one compared %v", own, column(start, 1))
	}
	p.Do(d, []string{"train"})
	if f := p.show(d).Flows; f.Action.Key != "activations.stop" || f.Status.Key != "" {
		t.Errorf("while runs train: %v %v", f.Action, f.Status)
	}
	for p.Busy() {
		p.Work(d, 1)
	}
	d.Session().Step(100)
	f := p.show(d).Flows
	if f.Status.Get("step") != 100 || !slices.Equal(column(f, 0), column(f, 1)) || slices.Equal(column(f, 1), column(start, 1)) {
		t.Errorf("after 100 steps the run has %v, the one compared %v", column(f, 0), column(f, 1))
	}
	p.Do(d, []string{"again"})
	if f := p.show(d).Flows; !slices.Equal(column(f, 1), column(start, 1)) || f.Status.Get("step") != 0 {
		t.Errorf("back at step 0: %v", column(f, 1))
	}
	p.Do(d, []string{"train"})
	p.Do(d, []string{"train"})
	if p.Busy() {
		t.Error("a press does not stop it")
	}
	d.Run.Set("net", "0", "set")
	p.Do(d, []string{"train"})
	if f := p.show(d).Flows; !f.None || len(f.Runs) != 0 || p.Busy() {
		t.Error("without hidden layers there is something to compare")
	}
}

func TestOtherActivationsKeepTheComparison(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	p.Do(d, []string{"train"})
	p.Work(d, 1)
	before := p.trial.comparison
	d.Run.Set("act", nn.ReLU.String(), "set")
	if p.show(d); p.trial.comparison != before {
		t.Error("the activation of the run is not that of those compared")
	}
	d.Run.Set("seed", "9", "set")
	if p.show(d); p.trial.comparison == before || p.Busy() {
		t.Error("other settings go on with the old runs")
	}
}
