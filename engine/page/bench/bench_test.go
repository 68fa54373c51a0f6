package bench

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shallows/engine/bench"
	"shallows/engine/bench/pool"
	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

// open opens a link with, perhaps, a bench in it, and returns the panel beside its run.
func open(fragment string) (*panel.Desk, *Panel) {
	d, p := paneltest.Desk("v=1"), New()
	d.Panel = bench.Key
	d.Run.Open(fragment)
	hear(d, p)
	return d, p
}

func hear(d *panel.Desk, p *Panel) {
	for _, event := range d.Run.Events() {
		p.Hear(d, event)
	}
	p.Link(d)
}

// do does what words apart by spaces say; _ is nothing.
func do(d *panel.Desk, p *Panel, intents ...string) {
	for _, intent := range intents {
		words := strings.Split(intent, " ")
		for i, word := range words {
			words[i] = strings.Trim(word, "_")
		}
		p.Do(d, words)
		hear(d, p)
	}
}

func finish(t *testing.T, d *panel.Desk, p *Panel) {
	t.Helper()
	do(d, p, "run")
	for start := time.Now(); d.Pool.Busy(); d.Pool.Turn(8 * time.Millisecond) {
		if time.Since(start) > time.Minute {
			t.Fatal("it does not end")
		}
	}
	hear(d, p)
	if r := p.draw(d); p.running || r.Status == nil || r.Form.Run.Key != "bench.run" {
		t.Errorf("at its end it says %v", r.Status)
	}
}

// The form and the link say the same.
func TestTheFormMakesThePlanOfTheLink(t *testing.T) {
	for _, test := range []struct{ intents, value string }{
		{"seeds 7", "seeds~7~steps~1000"},
		{"vary 0 net;values 0 1；2;4,4", "net~1~2~4,4~seeds~5~steps~1000"},
		{"vary 0 lr;values 0 0.001..10;seeds 3,5,9;of both", "lr~0.001..10~seeds~3~5~9~both~steps~1000"},
		{"vary 0 lr;values 0 0.1,0.3;vary 1 opt;steps 50", "lr~0.1~0.3~opt~gd~momentum~rmsprop~adam~seeds~5~steps~50"},
		{"vary 0 lr;vary 1 opt;vary 0 _", "opt~gd~momentum~rmsprop~adam~seeds~5~steps~1000"},
		{"vary 0 lr;vary 1 lr", "lr~0.001..10~seeds~5~steps~1000"},
		{"goal accuracy;level 85%;stop true", "seeds~5~steps~1000~goal~accuracy~0.85~stop"},
		{"goal cost;level 0.25", "seeds~5~steps~1000~goal~cost~0.25"},
		{"goal cost;goal _", "seeds~5~steps~1000"},
		{"seeds 1000;steps 1e9", "seeds~100~steps~100000"},
		{"seeds few;steps 2.5;of luck;vary 3 lr;values", "seeds~5~steps~1000"},
	} {
		d, p := open("v=1")
		for _, intent := range strings.Split(test.intents, ";") {
			// A list of values has the mark that parts intents here.
			if !strings.Contains(intent, " ") && intent != "values" {
				intent = "values 0 1;2;" + intent
			}
			do(d, p, intent)
		}
		if got := p.form.plan.Encode(); got != test.value {
			t.Errorf("%s: %s, want %s", test.intents, got, test.value)
		}
		again, q := open("v=1&bench=" + test.value)
		if got := q.form.plan.Encode(); got != test.value || again.Bench != test.value {
			t.Errorf("%s opens as %s, and links have %v", test.value, got, again.Bench)
		}
	}
}

// What is used in place of what was typed is told.
func TestLimitsAreTold(t *testing.T) {
	for _, test := range []struct{ intents, key, value, used string }{
		{"seeds 0", "bench.clamped", "0", "1"},
		{"seeds 1e9", "bench.clamped", "1e9", "100"},
		{"steps 0", "bench.clamped", "0", "1"},
		{"steps 1e9", "bench.clamped", "1e9", "100000"},
		{"steps 100000", "", "", ""},
		{"steps _", "notice.empty", "", ""},
		{"goal accuracy;level -5%", "bench.clamped", "-5%", "0"},
		{"goal accuracy;level 101", "bench.clamped", "101", "100"},
		{"goal accuracy;level 100", "", "", ""},
		{"goal cost;level -1", "bench.clamped", "-1", "0"},
		{"seeds 0;seeds 3", "", "", ""},
		{"seeds 3,3", "warning.invalid", "3;3", "5"},
		{"seeds 3,4,3", "warning.same", "3", "3"},
		{"seeds 3,x", "notice.number", "", ""},
	} {
		d, p := open("v=1")
		for _, intent := range strings.Split(test.intents, ";") {
			do(d, p, strings.ReplaceAll(intent, ",", ";"))
		}
		said := p.form.problem
		if said.Key != test.key || test.used != "" && (said.Get("value") != test.value || said.Get("used") != test.used) {
			t.Errorf("%s: it says %v", test.intents, said)
		}
	}
	d, p := open("v=1")
	do(d, p, "vary 0 lr", "values 0 1;1e400")
	if form := p.draw(d).Form; form.Axes[0].Values != "1;100" || len(form.Problems) != 1 {
		t.Errorf("a rate beyond what is possible is shown as %s: %v", form.Axes[0].Values, form.Problems)
	}
	if do(d, p, "values 0 1;0.1;1.0"); p.draw(d).Form.Axes[0].Values != "1;0.1" || p.draw(d).Form.Problems[0].Text.Key != "warning.same" {
		t.Errorf("of a value twice it says %v", p.draw(d).Form.Problems)
	}
	if do(d, p, "values 0 1;fast"); p.draw(d).Form.Axes[0].Values != "1;fast" {
		t.Error("what cannot be read is lost")
	}
}

// Values and seeds are typed as it comes: in any case, full-width, apart by blanks.
func TestValuesAreTypedAsTheyCome(t *testing.T) {
	for _, test := range []struct{ key, values, want string }{
		{"opt", "Adam; MOMENTUM gd", "opt~adam~momentum~gd"},
		{"lr", "０．１ 0.3、１", "lr~0.1~0.3~1"},
		{"lr", "0.001 .. 10", "lr~0.001..10"},
		{"net", "1 2;4, 4；８", "net~1~2~4,4~8"},
		{"in", "X1, X2;x1", "in~x1,x2~x1"},
	} {
		d, p := open("v=1")
		do(d, p, "vary 0 "+test.key)
		p.Do(d, []string{"values", "0", test.values})
		p.Do(d, []string{"seeds", "１ ２，3"})
		if got := p.form.plan.Encode(); got != test.want+"~seeds~1~2~3~steps~1000" {
			t.Errorf("%s makes %s", test.values, got)
		}
	}
	d, p := open("v=1")
	do(d, p, "vary 0 opt")
	p.Do(d, []string{"values", "0", "fast;adam"})
	if got := said(p.draw(d).Form.Problems[0].Text); !strings.HasPrefix(got, "bench.notAmong") || !strings.Contains(got, "gd, momentum, rmsprop, adam") {
		t.Errorf("it says %s", got)
	}
}

// A run that is opened from a row is the one that the bench trained, bit for bit; back is the run that was there.
func TestARowOpensAsTheRunOnThePage(t *testing.T) {
	d, p := open("v=1&lr=0.3&steps=7&bench=net~1~3~seeds~3~steps~40~row~opt~adam")
	before := d.Session()
	d.Run.Turn(0, 1000)
	finish(t, d, p)
	want := link.Fragment(before)
	do(d, p, "seed 1 2", "open 1")
	for d.Session().At() < 40 {
		d.Run.Turn(0, 1000)
	}
	result, ended := p.bench.Result(1, 2)
	if got := d.Session().Metrics(); !ended || got.Cost != result.Cost || got.Accuracy != result.Accuracy || got.Step != 40 {
		t.Errorf("on the page %v, in the bench %v", got, result.Metrics)
	}
	if got, want := d.Session().Config().Encode(), "v=1&net=3&seed=4&lr=0.3&steps=40"; got != want {
		t.Errorf("on the page is %s, want %s", got, want)
	}
	if got, want := d.Fragment(), "v=1&net=3&seed=4&lr=0.3&steps=40"; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
	do(d, p, "open 2", "back")
	if got := link.Fragment(d.Session()); d.Session() != before || got != want || p.draw(d).Opened != nil {
		t.Errorf("back is %s, want %s", got, want)
	}
	if got, want := d.Fragment(), want+"&bench=net~1~3~seeds~3~steps~40~row~opt~adam"; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
}

// What workers train comes out as what is trained here, and a bench that rests is not trained.
func TestRunsAreTrainedByWorkers(t *testing.T) {
	const fragment = "v=1&bench=lr~0.1~1~seeds~2~steps~30~goal~cost~0.69"
	here, p := open(fragment)
	finish(t, here, p)
	there, q := open(fragment)
	do(there, q, "run")
	var trainer pool.Trainer
	there.Pool.Arrive("1")
	do(there, q, "pause")
	for turns := 0; !q.bench.Done() && turns < 10; turns++ {
		for _, o := range there.Pool.Orders() {
			trainer.Order(o.Text)
		}
		if report := trainer.Turn(time.Second); report != "" {
			if q.running {
				there.Pool.Report("1", report)
			} else {
				t.Error("a bench that rests is trained")
			}
		}
		if !q.running {
			do(there, q, "run")
		}
	}
	var a, b strings.Builder
	p.bench.WriteCSV(&a)
	q.bench.WriteCSV(&b)
	if !q.bench.Done() || q.running || a.String() != b.String() {
		t.Errorf("elsewhere\n%shere\n%s", b.String(), a.String())
	}
	for row := range 2 {
		for seed := range 2 {
			if plane := p.plane(row, seed); plane != q.plane(row, seed) || len(plane) != cells*cells {
				t.Errorf("the planes of seed %d of row %d differ", seed, row)
			}
		}
	}
}

func TestTheBenchStartsFromTheRunOnThePage(t *testing.T) {
	d, p := open("v=1")
	do(d, p, "vary 0 net", "values 0 1;2", "seeds 2", "steps 20")
	d.Run.Set("lr", "0.3", "set")
	hear(d, p)
	if p.form.base.LearningRate != 0.3 || d.Fragment() != "v=1&lr=0.3&bench=net~1~2~seeds~2~steps~20" {
		t.Errorf("before it runs: %s", d.Fragment())
	}
	finish(t, d, p)
	d.Run.Set("lr", "0.5", "set")
	hear(d, p)
	if r := p.draw(d); p.form.base.LearningRate != 0.3 || !r.Form.Elsewhere {
		t.Error("once it has run it does not stay as it was")
	}
	for d.Run.Open("v=1&lr=0.5&steps=10"); d.Session().At() < 10; {
		d.Run.Turn(0, 1000)
	}
	hear(d, p)
	if got := d.Fragment(); got != "v=1&lr=0.5&steps=10" {
		t.Errorf("with another run the link is %s", got)
	}
	d.Site = "https://playground.example/"
	d.Asked()
	do(d, p, "link")
	const copied = "https://playground.example/#v=1&lr=0.3&bench=net~1~2~seeds~2~steps~20"
	if got := d.Asked(); len(got) != 1 || got[0].With != (panel.Copy{Text: copied, Part: "bench"}) {
		t.Errorf("to the bench it is %v", got)
	}
	if do(d, p, "selected"); fmt.Sprint(p.draw(d).Status) != fmt.Sprint(record.T("notice.copy", "link", copied)) {
		t.Errorf("where it cannot be copied it says %v", p.draw(d).Status)
	}
	do(d, p, "rebase")
	if ended, _ := p.bench.Progress(); p.form.base.LearningRate != 0.5 || ended != 0 {
		t.Error("it does not start from the run on the page")
	}
	do(d, p, "clear")
	if d.Bench != "" || p.form.plan.Encode() != "seeds~5~steps~1000" {
		t.Errorf("cleared it is %s", p.form.plan.Encode())
	}
}

// Adding the run on the page keeps the rows there are, whatever the page's settings become.
// Whatever run is on the page, the address brings the form back at a reload, and what came of the bench is offered anew.
func TestTheAddressKeepsTheBench(t *testing.T) {
	d, p := open("v=1&lr=0.5&bench=net~3~1~seeds~2~steps~20")
	if got := fmt.Sprint(asked(d, "recall")); got != "{[bench] bench kept}" {
		t.Errorf("of earlier visits it asks for %s", got)
	}
	finish(t, d, p)
	kept := asked(d, "keep").(panel.Keep)
	d.Asked()
	do(d, p, "open 0")
	for d.Run.State() == "seeking" {
		d.Run.Turn(0, 1000)
	}
	hear(d, p)
	if got := d.Hash(); got != "#v=1&net=3&lr=0.5&steps=20" {
		t.Errorf("a link to the run is %s", got)
	}
	if got := d.Place(); got != "#v=1&net=3&lr=0.5&steps=20&bench=net~3~1~seeds~2~steps~20~from~net~4" {
		t.Errorf("the address is %s", got)
	}
	again, q := open(d.Place()[1:])
	again.Asked()
	r := q.draw(again)
	if q.base != p.base || q.form.plan.Encode() != p.form.plan.Encode() || again.Session().Config().Net[0] != 3 || !r.Form.Elsewhere || again.Place() != strings.Replace(d.Place(), "&steps=20", "", 1) {
		t.Errorf("it comes back as %s and %s", q.base, again.Place())
	}
	for _, test := range []struct {
		trace string
		said  bool
	}{{"", false}, {"another", false}, {kept.Text, true}} {
		q.Do(again, []string{"kept", test.trace})
		said, _ := asked(again, "notice").(notice.Notice)
		if got := said.Text.Key == "bench.gone" && said.Do == "bench run"; kept.Key != "bench" || got != test.said {
			t.Errorf("of %s it says %v", test.trace, said)
		}
	}
	if do(again, q, "seeds 3"); q.trace() == kept.Text {
		t.Error("another bench has the same trace")
	}
	do(again, q, "rebase")
	if got := again.Place(); got != "#v=1&net=3&lr=0.5&bench=net~3~1~seeds~3~steps~20" || again.Beside != "" {
		t.Errorf("from the run on the page the address is %s", got)
	}
}

func TestTheRunIsAdded(t *testing.T) {
	d, p := open("v=1")
	d.Run.Set("lr", "0.3", "set")
	hear(d, p)
	do(d, p, "seeds 2")
	d.Run.Set("lr", "0.5", "set") // nothing is added yet: the bench follows
	hear(d, p)
	do(d, p, "add")
	if got := p.form.plan.RowCount(); got != 1 || p.form.problem.Key != "bench.kept" {
		t.Errorf("the run that is the only row makes %d", got)
	}
	d.Run.Set("act", "relu", "set") // the row that was added stays
	hear(d, p)
	do(d, p, "add", "add")
	if got := p.form.plan; p.form.base.Encode() != "v=1&lr=0.5" || got.Encode() != "seeds~2~steps~1000~row~row~act~relu" || p.form.problem.Key != "bench.there" {
		t.Errorf("two runs make %s of %s", got.Encode(), p.form.base.Encode())
	}
	do(d, p, "clear", "seeds 2", "vary 0 opt", "values 0 gd;adam")
	d.Run.Set("act", "tanh", "set")
	d.Run.Set("net", "2", "set")
	hear(d, p)
	if got := d.Fragment(); got != "v=1&net=2&lr=0.5&bench=opt~gd~adam~seeds~2~steps~1000" {
		t.Errorf("the link is %s", got)
	}
	d.Run.Set("batch", "64", "set")
	hear(d, p)
	finish(t, d, p)
	d.Run.Set("lr", "2", "set")
	do(d, p, "add", "add")
	if got := p.form.plan.Encode(); got != "opt~gd~adam~seeds~2~steps~1000~row~lr~2" {
		t.Errorf("the plan is %s", got)
	}
	do(d, p, "remove 0")
	if got := p.form.plan.Encode(); got != "opt~adam~seeds~2~steps~1000~row~lr~2" {
		t.Errorf("without its first row the plan is %s", got)
	}
	do(d, p, "remove 1")
	if ended, _ := p.bench.Progress(); ended != 2 || p.form.plan.Encode() != "opt~adam~seeds~2~steps~1000" {
		t.Errorf("%s, and %d runs have ended", p.form.plan.Encode(), ended)
	}
}

// order is the values of the first setting of the rows on show.
func order(d *panel.Desk, p *Panel) string {
	var list []string
	for _, row := range p.draw(d).Table.Rows {
		list = append(list, row.Cells[1].(Setting).Text[0].(string))
	}
	return strings.Join(list, " ")
}

func TestRowsAreSortedPinnedAndMoved(t *testing.T) {
	d, p := open("v=1&bench=lr~1~0.01~10~0.1~seeds~1~steps~50")
	finish(t, d, p)
	for _, test := range []struct{ intent, order string }{
		{"sort nothing", "1 0.01 10 0.1"},
		{"sort lr", "0.01 0.1 1 10"},
		{"sort lr", "10 1 0.1 0.01"},
		{"sort lr", "1 0.01 10 0.1"},
		{"move 3 up", "1 0.01 0.1 10"},
		{"pin 2", "10 1 0.01 0.1"},
		{"move 0 up", "10 1 0.01 0.1"}, // not above what is pinned
		{"sort lr", "10 0.01 0.1 1"},
		{"pin 2", "0.01 0.1 1 10"},
		{"move 9 up", "0.01 0.1 1 10"},
	} {
		do(d, p, test.intent)
		if got := order(d, p); got != test.order {
			t.Errorf("%s: %s, want %s", test.intent, got, test.order)
		}
	}
}

func TestTooMuchSaysWhatToCut(t *testing.T) {
	for _, test := range []struct{ value, key string }{
		{"seeds~100~steps~10", ""},
		{"n~10..2000..11~seeds~100~steps~1", "bench.excess.seeds"},
		{"n~10..2000..1500~seeds~1~steps~1", "bench.excess.rows"},
		{"n~1990~2000~seeds~100~steps~100000", "bench.excess.steps"},
		{"seed~1~4294967290~seeds~1~steps~9", ""},
		{"seeds~7~points~steps~9~row~dseed~4294967290", "bench.excess.last"},
		{"seeds~100~steps~100000", ""},
	} {
		d, p := open("v=1&bench=" + test.value)
		r := p.draw(d)
		got := ""
		if len(r.Form.Problems) > 0 {
			got = r.Form.Problems[0].Text.Key
		}
		if got != test.key || r.Form.Idle != fmt.Sprint(test.key != "") {
			t.Errorf("%s: %s, want %s", test.value, got, test.key)
		}
		if do(d, p, "run"); p.running != (test.key == "") {
			t.Errorf("%s runs: %v", test.value, p.running)
		}
	}
}

// Whatever a link holds opens, and what is on show can be told.
func TestHostileBenchesOpen(t *testing.T) {
	for _, value := range []string{"", "~", "row", "row~row~row", "lr~nan~inf~1e999", "net~99999~0~-1", "seeds~0", "goal~cost", "goal~cost~nan", "lr~1..2..999999", strings.Repeat("lr~1~", 5000), "data~own", "steps~-5~seeds~1~2~3~x", "%00~<b>"} {
		d, p := open("v=1&bench=" + value)
		p.draw(d)
		if p.bench != nil && p.form.plan.RowCount() < 1 {
			t.Errorf("%.40s has no row", value)
		}
	}
}

func TestPlanesAreDrawn(t *testing.T) {
	c := config.Default()
	s := bench.New(c, dataset.Points{}).Run(bench.Row{Config: c}, 0)
	s.Step(1000)
	svg := string(drawPlane(planeOf(s)))
	if !strings.Contains(svg, `class="positive"`) || !strings.Contains(svg, `class="negative"`) || len(svg) > 4000 {
		t.Errorf("%d bytes: %s", len(svg), svg)
	}
	if drawPlane("") != `<svg class="bench-plane" viewBox="0 0 24 24" aria-hidden="true"></svg>` {
		t.Error("nothing is not drawn as nothing")
	}
}

// While rows fill the form is one line, which says what was asked for.
func TestTheFormFoldsWhenTheBenchRuns(t *testing.T) {
	d, p := open("v=1&bench=net~1~2~seeds~3~steps~20")
	if form := p.draw(d).Form; !form.Open {
		t.Error("it is folded before anything has come of it")
	}
	do(d, p, "run")
	form := p.draw(d).Form
	if form.Open {
		t.Error("it stays open")
	}
	if got := fmt.Sprint(form.Setup); !strings.Contains(got, "setting.net") || !strings.Contains(got, "1;2") || !strings.Contains(got, "seeds 3 steps 20") {
		t.Errorf("it says %s", got)
	}
	do(d, p, "fold true", "pause", "run")
	if !p.draw(d).Form.Open {
		t.Error("what the reader has opened is folded again")
	}
	do(d, p, "fold false", "clear")
	if !p.draw(d).Form.Open {
		t.Error("it is folded after all is dropped")
	}
}

// Cancel stops what runs or has paused and keeps what has ended; there is nothing to cancel otherwise.
func TestCancelKeepsWhatHasEnded(t *testing.T) {
	d, p := open("v=1&bench=net~1~2~seeds~2~steps~20")
	if !p.draw(d).Form.Resting {
		t.Error("there is something to cancel before it runs")
	}
	if do(d, p, "run", "pause"); p.draw(d).Form.Resting || !p.begun() {
		t.Error("paused before a run has ended, there is nothing to cancel")
	}
	if do(d, p, "cancel"); !p.draw(d).Form.Resting || d.Pool.Busy() || p.begun() {
		t.Error("cancelled, it goes on")
	}
	finish(t, d, p)
	if do(d, p, "cancel"); !p.draw(d).Form.Resting || !p.bench.Done() {
		t.Error("where all has ended there is something to cancel")
	}
	do(d, p, "seeds 3")
	if r := p.draw(d); r.Status != nil || len(r.Progress.Text) != 1 || !r.Form.Resting || r.Form.Run.Key != "bench.goOn" || r.Form.Idle != "false" {
		t.Errorf("with more seeds it says %v, %v", r.Status, r.Progress.Text)
	}
	do(d, p, "run", "pause")
	if r := p.draw(d); len(r.Progress.Text) != 3 || r.Form.Resting {
		t.Errorf("paused it says %v", r.Progress.Text)
	}
	do(d, p, "cancel")
	if ended, _ := p.bench.Progress(); ended != 4 {
		t.Errorf("of 4 runs that have ended %d are kept", ended)
	}
}

// What is dropped can be brought back, with all that was trained.
func TestWhatIsDroppedComesBack(t *testing.T) {
	const value = "net~1~2~3~seeds~2~steps~20~goal~accuracy~0.9"
	d, p := open("v=1&bench=" + value)
	finish(t, d, p)
	do(d, p, "pin 1", "sort net")
	before := fmt.Sprint(p.draw(d).Table)
	for _, intents := range [][]string{{"clear"}, {"remove 1"}, {"clear", "seeds 7", "pin 0"}, {"remove 0", "run"}} {
		do(d, p, intents[0])
		asked := false
		for _, effect := range d.Asked() {
			n, ok := effect.With.(notice.Notice)
			asked = asked || ok && n.Do == "bench undo"
		}
		do(d, p, intents[1:]...)
		if p.form.plan.Encode() == value || !asked {
			t.Errorf("%v: it is %s, and a notice is shown: %v", intents, p.form.plan.Encode(), asked)
		}
		do(d, p, "undo")
		if got := fmt.Sprint(p.draw(d).Table); got != before || d.Bench != value || !p.bench.Done() {
			t.Errorf("%v: back is %s\n%s, want\n%s", intents, d.Bench, got, before)
		}
	}
	do(d, p, "undo")
	if d.Bench != value {
		t.Error("there is one more to undo")
	}
}
