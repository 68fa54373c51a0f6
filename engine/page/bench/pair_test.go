package bench

import (
	"encoding/base64"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/session"
)

// pair opens a link whose first two rows are laid side by side.
func pair(t *testing.T, fragment string, intents ...string) (*panel.Desk, *Pair) {
	t.Helper()
	d, p := open(fragment)
	do(d, p, append(intents, "mark 0 true", "mark 1 true", "pair")...)
	if p.pair.bench == nil {
		t.Fatal("nothing is laid side by side")
	}
	if asked := d.Asked(); asked[len(asked)-1].Name != "dialog" {
		t.Errorf("the page is asked for %v", asked)
	}
	return d, &p.pair
}

// settle has what is on its way arrive, in slices.
func settle(t *testing.T, p *Pair) {
	t.Helper()
	for start := time.Now(); p.busy(); p.work(1) {
		if time.Since(start) > time.Minute {
			t.Fatal("it does not arrive")
		}
	}
}

// At every step each side is the run of its row, bit for bit, whichever way it came there.
func TestSidesAreTheRunsOfTheirRows(t *testing.T) {
	const fragment = "v=1&data=moons&n=60&test=20&lr=0.5&batch=7&opt=adam&bench=act~tanh~relu~seeds~3~8~steps~200"
	d, p := pair(t, fragment)
	plan := p.bench.Plan()
	check := func(step int) {
		t.Helper()
		for i, s := range p.sides {
			want := plan.Run(plan.Rows()[i], p.seed)
			want.Step(step)
			if got := s.run; got.At() != step || got.Metrics() != want.Metrics() || !slices.Equal(state(got), state(want)) {
				t.Errorf("side %d at step %d, seed %d is another run", i, step, p.seed)
			}
		}
		if r := p.Record(d).(*PairRecord); r.Step.Get("step") != fmt.Sprint(step) || r.Status == nil {
			t.Errorf("at step %d it says %v", step, r.Step)
		}
	}
	settle(t, p)
	check(200)
	for _, test := range []struct {
		intents string
		step    int
	}{
		{"back", 199}, {"place 57", 57}, {"step", 58}, {"key ArrowLeft", 57}, {"key ArrowRight", 58}, {"place 9999", 200}, {"step", 200}, {"place 0", 0}, {"back", 0},
		{"place 120", 120}, {"seed 1", 120}, {"place 30;place 150;place 31", 31}, {"seed 7;seed x;place x;open 4;key Enter;nothing", 31},
	} {
		for _, intent := range strings.Split(test.intents, ";") {
			p.Do(d, strings.Fields(intent))
			p.work(0.01) // not always all the way
		}
		settle(t, p)
		check(test.step)
	}
}

func state(s *session.Session) []float64 {
	state := s.State()
	return slices.Concat(state.Parameters, state.V, state.S)
}

// On the way forward both are at the same step, whatever each costs, and the table's bench does not change.
func TestBothGoInStep(t *testing.T) {
	d, p := pair(t, "v=1&n=100&bench=net~1~9,9~seeds~1~steps~300")
	seen := 0
	for p.busy() {
		p.work(0.1)
		if p.sides[0].run.At() != p.sides[1].run.At() || p.sides[0].run.At() != p.at {
			t.Fatalf("at %d: %d and %d", p.at, p.sides[0].run.At(), p.sides[1].run.At())
		}
		seen++
	}
	if ended, _ := p.bench.Progress(); ended != 0 || seen < 3 {
		t.Errorf("%d runs have ended in %d turns", ended, seen)
	}
	// A record is made anew only where something has changed.
	if r := p.Record(d); r != p.Record(d) {
		t.Error("nothing has changed, and the record has")
	}
	p.Do(d, []string{"toggle"})
	if p.goal != 0 || !p.playing {
		t.Errorf("from the end it plays on to %d", p.goal)
	}
	for p.at != 0 {
		p.work(1)
	}
	p.owed, p.frame = 0, time.Now().Add(-100*time.Millisecond)
	p.work(1000)
	if want := 300 / 150; p.at != want && p.at != want+1 {
		t.Errorf("after a tenth of a second it is at %d", p.at)
	}
	at := p.at
	if p.Do(d, []string{"key", "Space"}); p.busy() || p.at != at {
		t.Errorf("it pauses at %d, after %d", p.at, at)
	}
	for p.Do(d, []string{"toggle"}); p.playing; p.work(1) {
		p.owed = 150
	}
	if settle(t, p); p.at != 300 {
		t.Errorf("it plays to %d", p.at)
	}
}

func TestWhatSidesSay(t *testing.T) {
	d, p := pair(t, "v=1&n=50&test=20&bench=lr~0.3~1~net~1~2~seeds~2~steps~50")
	settle(t, p)
	r := p.Record(d).(*PairRecord)
	if got := fmt.Sprint(r.Sides[0].Name, r.Sides[1].Name); got != "[{setting.net []}   1] [{setting.net []}   2]" {
		t.Errorf("they are called %s", got)
	}
	for _, side := range r.Sides {
		if label := said(side.Label...); !strings.HasPrefix(label, "setting.net ") || !strings.Contains(label, ": plane.classes ") {
			t.Errorf("the plane shows %s", label)
		}
		var names []string
		for _, n := range side.Numbers {
			names = append(names, n.Key)
		}
		if got := strings.Join(names, " "); got != "cost accuracy testcost testaccuracy here" || side.Note.Key != "" {
			t.Errorf("numbers %s, note %v", got, side.Note)
		}
		data, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(side.Picture, "data:image/bmp;base64,"))
		if n := mostCells; err != nil || len(data) != heads+4*palette+n*n || string(data[:2]) != "BM" {
			t.Errorf("a picture of %d bytes: %v", len(data), err)
		}
		if !strings.Contains(string(side.Points), `class="hole"`) || strings.Contains(string(side.Points), "NaN") {
			t.Error("points that are held out have no hole")
		}
	}
	if len(r.Seeds) != 2 || r.Seed != "0" || strings.Count(string(r.Curves), "<path class=\"plot-line") != 2 || strings.Count(string(r.Now), "<circle") != 2 {
		t.Errorf("%v, %s", r.Seeds, r.Now)
	}
}

// The line is where the output is 1/2: of logistic regression straight, to what the path's digits tell.
func TestTheLineIsWhereTheOutputChangesSides(t *testing.T) {
	d, p := pair(t, "v=1&net=0&data=moons&lr=3&bench=lr~1~3~seeds~1~steps~300")
	settle(t, p)
	line := p.Record(d).(*PairRecord).Sides[0].Line
	pieces := strings.Split(strings.ReplaceAll(line, "L", "M"), "M")[1:]
	for _, piece := range pieces {
		var x, y float64
		fmt.Sscan(piece, &x, &y)
		out := make([]float64, 1)
		p.sides[0].run.Predict(out, []float64{12*x/span - 6}, []float64{6 - 12*y/span})
		if math.Abs(out[0]-0.5) > 0.003 {
			t.Errorf("at %s the output is %v", piece, out)
		}
	}
	if len(pieces) < mostCells {
		t.Errorf("the line is %s", line)
	}
}

// What is pointed at in one plane is in the other as well, and the step can be pulled along the costs.
func TestBothArePointedAt(t *testing.T) {
	d, p := pair(t, "v=1&n=50&bench=net~1~2~seeds~1~steps~100")
	settle(t, p)
	for _, test := range []struct {
		intent string
		away   bool
		x      string
	}{
		{"at move 0.25 0.5 mouse -1", false, "25.00"}, {"at leave 0.9 0.9 mouse -1", true, "0.00"}, {"at press 0.75 0.25 touch 0", false, "75.00"},
		{"at move 0.75 NaN mouse -1", false, "75.00"}, {"at move 1.5 0.5 mouse -1", true, "0.00"},
	} {
		p.Do(d, strings.Fields(test.intent))
		for i, side := range p.Record(d).(*PairRecord).Sides {
			here := side.Numbers[len(side.Numbers)-1]
			if side.Away != test.away || side.X != test.x || (here.Text == "–") != test.away {
				t.Errorf("%s: side %d has %v, %s, %v", test.intent, i, side.Away, side.X, here)
			}
			if test.x == "25.00" { // of the plane from -6 to 6
				want := make([]float64, 1)
				p.sides[i].run.Predict(want, []float64{-3}, []float64{0})
				if here.Text != number.Of(want[0]).String() {
					t.Errorf("side %d is %s there, not %v", i, here.Text, want)
				}
			}
		}
	}
	left, wide, w := p.curves.extent()
	for _, test := range []struct {
		intent string
		share  float64 // of the way through the steps
		goal   int
	}{{"move", 0.5, 100}, {"press", 0.5, 50}, {"move", 0.2, 20}, {"move", -1, 0}, {"lift", 0.3, 0}, {"move", 0.7, 0}} {
		p.Do(d, strings.Fields(fmt.Sprintf("pull %s %g 0.5 mouse 0", test.intent, (left+test.share*w)/wide)))
		if settle(t, p); p.at != test.goal {
			t.Errorf("%s at %v leads to %d", test.intent, test.share, p.at)
		}
	}
}

// A run that diverged stands where it was finite last, and one that stops at its goal where that was.
func TestSidesThatEndBefore(t *testing.T) {
	d, p := pair(t, "v=1&data=plane&act=relu&init=he&scale=1&bench=lr~0.001~100~seeds~1~steps~400")
	settle(t, p)
	r := p.Record(d).(*PairRecord)
	if r.Sides[0].Note.Key != "" || r.Sides[1].Note.Key != "pair.diverged" || p.sides[1].run.At() >= 400 || p.sides[0].run.At() != 400 {
		t.Errorf("notes %v and %v", r.Sides[0].Note, r.Sides[1].Note)
	}
	if drawn := string(r.Curves); !r.Above || strings.Count(drawn, `<path class="plot-dot pair-1"`) != 1 || strings.Contains(drawn, "plot-dot pair-0") || r.Legend != nil {
		t.Errorf("the costs are %s, the legend is %v", drawn, r.Legend)
	}
	if p.Do(d, []string{"place", "1"}); true {
		settle(t, p)
	}
	if r := p.Record(d).(*PairRecord); p.sides[1].run.At() > 1 || r.Sides[1].Note.Key != "" && p.sides[1].run.At() == 1 {
		t.Errorf("back at step %d: %v", p.sides[1].run.At(), r.Sides[1].Note)
	}

	d, panel := open("v=1&data=gauss&bench=lr~1~0.0001~seeds~1~steps~300~goal~accuracy~0.95~stop")
	finish(t, d, panel)
	do(d, panel, "pair")
	p = &panel.pair
	settle(t, p)
	result, _ := p.bench.Result(0, 0)
	if r := p.Record(d).(*PairRecord); r.Sides[0].Note.Key != "pair.halted" || p.sides[0].run.At() != result.Step || result.Step == 0 || p.at != 300 {
		t.Errorf("at %d: %v", p.sides[0].run.At(), r.Sides[0].Note)
	}
}

// Two rows are marked at most, two alone without being asked; a run is opened as it stands, and the dialog goes with the bench.
func TestRowsAreMarked(t *testing.T) {
	d, p := open("v=1&bench=net~1~2~3~seeds~1~steps~20")
	for _, test := range []struct{ intents, want string }{
		{"", "[]"}, {"mark 2 true", "[2]"}, {"mark 0 true", "[0 2]"}, {"mark 1 true", "[0 1]"}, {"mark 0 false", "[1]"}, {"mark 9 true", "[1]"}, {"mark 2 true", "[1 2]"}, {"move 2 up", "[2 1]"},
	} {
		do(d, p, strings.Split(test.intents, ";")...)
		if got := fmt.Sprint(p.marks()); got != test.want {
			t.Errorf("after %s: %s, want %s", test.intents, got, test.want)
		}
		if table := p.draw(d).Table; table.Unpaired != fmt.Sprint(len(p.marks()) < 2) || table.Single {
			t.Errorf("after %s the button is %s", test.intents, table.Unpaired)
		}
	}
	do(d, p, "pair")
	if p.pair.sides[0].row != 2 || p.pair.sides[1].row != 1 {
		t.Errorf("rows %d and %d", p.pair.sides[0].row, p.pair.sides[1].row)
	}
	settle(t, &p.pair)
	p.pair.Do(d, []string{"place", "7"})
	settle(t, &p.pair)
	p.pair.Do(d, []string{"open", "1"})
	for d.Run.State() == "seeking" {
		d.Run.Turn(0, 100)
	}
	if s := d.Session(); p.pair.bench != nil || s.At() != 7 || s.Network().Sizes[1] != 2 || p.opened == nil {
		t.Errorf("on the page is %v at %d", s.Network().Sizes, s.At())
	}
	do(d, p, "back", "pair", "remove 0")
	if p.pair.bench != nil || fmt.Sprint(p.marks()) != "[1 0]" {
		t.Errorf("with the bench another, rows %v lie side by side", p.marks())
	}
	do(d, p, "remove 0", "pair")
	if p.pair.bench != nil || p.pair.Record(d) != any(&closed) || !p.draw(d).Table.Single {
		t.Error("one row lies beside itself")
	}
}
