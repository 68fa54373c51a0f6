package update

import (
	"slices"
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/grid"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

func do(p *Panel, d *panel.Desk, words string) { p.Do(d, strings.Fields(words)) }

// shown is the quantities on show.
func shown(p *Panel, d *panel.Desk) string {
	var names []string
	for _, group := range p.record(d).Groups {
		for _, item := range group.Items {
			names = append(names, item.Key)
		}
	}
	return strings.Join(names, " ")
}

// asked is the effects asked for, but for those of the example and of scrolling.
func asked(d *panel.Desk) string {
	var list []string
	for _, e := range d.Asked() {
		if e.Name != "example" && e.Name != "scroll" && e.Name != "sight" {
			list = append(list, e.Name+string(record.JSON(e.With)))
		}
	}
	return strings.Join(list, " ")
}

var stages = []string{"Z[1]", "A[1]", "Z[2]", "A[2]", "J", "dZ[2]", "dW[2]", "db[2]", "dA[1] dZ[1]", "dW[1]", "db[1]", "W[1]' b[1]' W[2]' b[2]'"}

func TestTheStagesInTheLecturesOrderMakeTheUpdate(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=5"), &Panel{}
	for i, stage := range stages {
		r := p.record(d)
		if got := shown(p, d); got != stage || r.First != (i == 0) || r.Stages[i].Current != "step" {
			t.Errorf("stage %d is %s", i+1, got)
		}
		if told := r.Told[0].(record.Text); told.Get("stage") != i+1 || told.Get("stages") != len(stages) {
			t.Errorf("stage %d is told as %v", i+1, told)
		}
		if commit := r.Next.Key == "update.commit"; commit != (i == len(stages)-1) {
			t.Errorf("stage %d goes on by %v", i+1, r.Next)
		}
		d.Asked()
		do(p, d, "next")
	}
	if got := d.Session().At(); got != 6 {
		t.Errorf("going on from the last stage leads to step %d", got)
	}
	if got := shown(p, d); got != stages[0] {
		t.Errorf("the next update begins with %s", got)
	}
}

func TestWhatTheUpdateChangesStandsBesideWhatItWas(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=5"), &Panel{}
	do(p, d, "go 11")
	do(p, d, "sight W[1]'- 0 0 90 90 true W[1]' 0 0 90 90 true")
	var before, after grid.Record
	for _, one := range p.record(d).Groups[0].Items[0].Grids {
		before, after = after, one.Grid
	}
	if before.Cells == "" || before.Cells == after.Cells || before.Label.Key != "ledger.table" || after.Label.Key != "ledger.tableAfter" {
		t.Errorf("before %v, after %v", before, after)
	}
}

func TestAStageMarksItsPartOfTheDiagram(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	p.record(d)
	asked(d)
	for _, test := range []struct {
		words    string
		selected scene.Target
		way      scene.Travel
		sample   string
	}{
		{"go 2", scene.Target{Kind: scene.Unit, Layer: 2}, scene.Travel{Layer: 2}, "Z"},
		{"go 4", scene.Target{Kind: scene.Unit, Layer: 2}, scene.Travel{}, "J"},
		{"next", scene.Target{Kind: scene.Unit, Layer: 2}, scene.Travel{}, "dZ"},
		{"next", scene.Target{Kind: scene.Link, Layer: 2}, scene.Travel{}, "dW"},
		{"next", scene.Target{Kind: scene.Bias, Layer: 2}, scene.Travel{}, "db"},
		{"next", scene.Target{Kind: scene.Unit, Layer: 1}, scene.Travel{Layer: 2, Back: true}, "dZ"},
		{"back", scene.Target{Kind: scene.Bias, Layer: 2}, scene.Travel{}, "db"},
		{"go 11", scene.Target{}, scene.Travel{}, "W"},
		{"go 12", scene.Target{}, scene.Travel{}, "W"},
		{"go nonsense", scene.Target{}, scene.Travel{}, "W"},
	} {
		do(p, d, test.words)
		if d.Stage.Selected() != test.selected || d.Stage.Sent() != test.way {
			t.Errorf("%s: marked is %v, on its way %v", test.words, d.Stage.Selected(), d.Stage.Sent())
		}
		if lines := p.record(d).Full.Lines; !strings.Contains(string(lines[0].Pieces[0]), "&#34;name&#34;:&#34;"+test.sample+"&#34;") {
			t.Errorf("%s: %v", test.words, lines)
		}
	}
	d.Stage.Select(scene.Target{Kind: scene.Unit, Layer: 1})
	p.Leave(d)
	if asked(d) != "" || d.Stage.Selected() != (scene.Target{}) {
		t.Error("closed, it leaves its mark")
	}
	if got := shown(p, d); got != stages[0] {
		t.Errorf("opened again it shows %s", got)
	}
	d.Calm = true
	if do(p, d, "go 2"); d.Stage.Sent() != (scene.Travel{}) {
		t.Error("numbers travel where that is not welcome")
	}
}

func TestTheStagesPlayUntilTheUpdateIsMade(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=0"), &Panel{}
	p.record(d)
	asked(d)
	do(p, d, "play")
	if got := asked(d); !strings.Contains(got, `later{"milliseconds":2600,"intent":"update tick 1","unused":""}`) {
		t.Errorf("it waits for %s", got)
	}
	if r := p.record(d); r.Play.Key != "update.pause" || shown(p, d) != "A[1]" {
		t.Errorf("playing: %v, %s", r.Play, shown(p, d))
	}
	do(p, d, "tick 7")
	if got := shown(p, d); got != "A[1]" {
		t.Errorf("at a timer of another time it goes to %s", got)
	}
	for i := 1; p.playing; i++ {
		do(p, d, "tick "+string(rune('0'+i)))
	}
	if got := d.Session().At(); got != 1 {
		t.Errorf("they lead to step %d", got)
	}
	do(p, d, "play")
	do(p, d, "play")
	do(p, d, "tick 8")
	if p.playing {
		t.Error("it plays on when it is held")
	}
}

func TestTheStagesBeginAnew(t *testing.T) {
	d, p := paneltest.Desk("v=1"), &Panel{}
	for name, change := range map[string]func(){
		"a step":       func() { d.Session().Step(1) },
		"a setting":    func() { d.Run.Set("lr", "0.5", run.Set) },
		"another run":  func() { d.Run.Set("net", "3", run.Set) },
		"other inputs": func() { d.Run.Set("seed", "9", run.Set) },
	} {
		if do(p, d, "go 3"); shown(p, d) != "A[2]" {
			t.Fatalf("at %s", shown(p, d))
		}
		if change(); shown(p, d) != stages[0] {
			t.Errorf("after %s at %s", name, shown(p, d))
		}
	}
	do(p, d, "go 3")
	if d.Targets = lecture.SignedTargets; shown(p, d) != "A[2]" {
		t.Error("another notation begins anew")
	}
	d.Run.Play()
	if do(p, d, "next"); d.Run.State() != run.Paused {
		t.Error("the run goes on meanwhile")
	}
}

// The example chosen is one of the batch.
func TestTheExampleIsOfTheBatch(t *testing.T) {
	d, p := paneltest.Desk("v=1&batch=16"), &Panel{}
	for range 3 {
		p.record(d)
		if first := d.Session().Ahead()[0] + 1; d.Example != first {
			t.Errorf("example %d, the batch begins with %d", d.Example, first)
		}
		d.Session().Step(1)
	}
	do(p, d, "example 1")
	if second := p.ledger.Examples[1]; d.Example != second {
		t.Errorf("the second is %d, not %d", d.Example, second)
	}
}

func TestATalkShowsAStageLeafByLeaf(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=5"), &Panel{}
	d.Presenting = true
	p.Begin(d)
	told := shown(p, d)
	for p.Turn(d, 1) {
		told += " | " + shown(p, d)
	}
	stages := append(slices.Clone(stages[:len(stages)-1]), "W[1]'", "b[1]'", "W[2]' b[2]'")
	if want := strings.Join(stages, " | "); told != want {
		t.Errorf("%s, want %s", told, want)
	}
	if at, of := p.Steps(); at != 14 || of != 14 || d.Session().At() != 5 {
		t.Errorf("at the end it is at %d of %d", at, of)
	}
	p.Turn(d, -1)
	d.Presenting = false
	if got := shown(p, d); got != "W[1]' b[1]' W[2]' b[2]'" {
		t.Errorf("after the talk there is %s", got)
	}
	p.Leave(d)
	if at, of := p.Steps(); of != 0 {
		t.Errorf("closed it is at %d of %d", at, of)
	}
}
