package script

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// ask has a bench trained and returns what is told of it, and how it ends.
func ask(d *panel.Desk, plan string) (list []Told, end panel.Ended) {
	var b Benches
	b.Do(d, []string{"bench", "mine", plan, "7"})
	for d.Pool.Busy() {
		d.Pool.Turn(time.Millisecond)
		b.Tell(d)
	}
	for _, effect := range d.Asked() {
		if told, ok := effect.With.(Told); ok {
			list = append(list, told)
		} else {
			end = effect.With.(panel.Ended)
		}
	}
	return list, end
}

// Every run of a bench is that of its row's fragment with its seed, bit for bit.
func TestRunsAreThoseOfTheirFragments(t *testing.T) {
	for _, test := range []struct {
		page, plan string
		rows       []string
		seeds      []int
	}{
		{"v=1", `{"vary":{"net":[[1],[2,3],[]]},"seeds":2,"steps":70,"from":"#v=1&test=20","goal":{"accuracy":0.6}}`,
			[]string{"#v=1&test=20&net=1", "#v=1&test=20&net=2,3", "#v=1&test=20&net=0"}, []int{2, 3}},
		{"v=1&lr=0.5&steps=20", `{"seeds":[9,4],"steps":3}`, []string{"#v=1&lr=0.5"}, []int{9, 4}},
		{"v=1", `{"vary":{"opt":["gd","adam"],"lr":"0.1..1..2"},"seeds":1,"steps":2,"goal":{"cost":0.69315,"stop":true}}`,
			[]string{"#v=1&lr=0.1", "#v=1&lr=1", "#v=1&lr=0.1&opt=adam", "#v=1&lr=1&opt=adam"}, []int{2}},
		{"v=1", `{"from":"v=1&lr=100&loss=mse&out=linear","seeds":1,"steps":1000}`, []string{"#v=1&out=linear&lr=100"}, []int{2}},
	} {
		told, end := ask(paneltest.Desk(test.page), test.plan)
		rows, ok := end.Rows.([]Row)
		if len(told) == 0 || end.Problem != "" || !ok {
			t.Errorf("%s is told as %+v, %+v", test.plan, told, end)
			continue
		}
		for i, row := range rows {
			if row.Fragment != test.rows[i] {
				t.Errorf("row %d is %s, want %s", i, row.Fragment, test.rows[i])
			}
			for k, run := range row.Runs {
				opened := link.Open(row.Fragment + "&seed=" + string('0'+rune(test.seeds[k]))).Run
				for opened.At() < run.Step && opened.Step(1) == 1 {
				}
				opened.Step(btoi(run.Diverged))
				m := opened.Metrics()
				if run.Seed != test.seeds[k] || run.Step != m.Step || run.Cost != number(m.Cost) || run.Accuracy != number(m.Accuracy) ||
					run.TestCost != number(m.TestCost) || run.TestAccuracy != number(m.TestAccuracy) || run.Diverged != m.Diverged {
					t.Errorf("%s, seed %d: %+v, want %+v", row.Fragment, test.seeds[k], run, m)
				}
			}
			if len(row.Runs) != len(test.seeds) {
				t.Errorf("%s: %d runs", row.Fragment, len(row.Runs))
			}
		}
		if len(rows) != len(test.rows) {
			t.Errorf("%s: %d rows", test.plan, len(rows))
		}
		if text := record.JSON(end); !json.Valid(text) {
			t.Errorf("no JSON: %s", text)
		}
	}
}

func btoi(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func TestNumbersAreReadAsThemselves(t *testing.T) {
	for _, v := range []float64{0, math.Copysign(0, -1), 0.1, 5e-324, -math.MaxFloat64} {
		var got float64
		if json.Unmarshal([]byte(number(v)), &got); math.Float64bits(got) != math.Float64bits(v) {
			t.Errorf("%v is written %s", v, number(v))
		}
	}
	if number(math.NaN()) != "null" || number(math.Inf(-1)) != "-1e999" {
		t.Error("what is no number")
	}
}

func TestWhatCannotBeIsASentence(t *testing.T) {
	for _, test := range []struct{ plan, problem string }{
		{`null`, `bench(plan): an object such as {`},
		{`[1]`, `bench(plan): an object such as {`},
		{`7`, `bench(plan): an object such as {`},
		{``, `bench(plan): an object such as {`},
		{`{"sead":5}`, `bench(plan): there is no sead in a plan`},
		{`{"from":5}`, `bench(plan), from: a fragment, such as`},
		{`{"from":"#v=1&lr=-4"}`, `bench(plan), from: lr=-4 `},
		{`{"vary":[1]}`, `bench(plan), vary: an object of one setting or two`},
		{`{"vary":{"lr":[1],"net":[1],"opt":["gd"]}}`, `bench(plan), vary: an object of one setting or two`},
		{`{"vary":{"lr":7}}`, `bench(plan), vary: the values of lr are to be a list`},
		{`{"vary":{"lr":[]}}`, `bench(plan), vary: the values of lr are to be a list`},
		{`{"vary":{"lr":[null]}}`, `bench(plan), vary: lr=NaN or null is no value of this setting`},
		{`{"vary":{"lr":[{"a":1}]}}`, `bench(plan), vary: lr={"a":1} is no value of this setting`},
		{`{"vary":{"lr":[1000]}}`, `bench(plan), vary: lr=1000 is beyond what is possible, at most 100`},
		{`{"vary":{"lr":[-1]}}`, `bench(plan), vary: lr=-1 is beyond what is possible, at least 0`},
		{`{"vary":{"data":["own"]}}`, `bench(plan), vary: data=own needs points, which come with from: a fragment`},
		{`{"goal":{"accuracy":1.1}}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"goal":{"cost":-1}}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"goal":{"cost":null}}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"vary":{"lr":[1,0.3,1]}}`, `bench(plan), vary: the values of lr are to be different ones, and 1 stands`},
		{`{"vary":{"lr":[0.1,"0.1..1"]}}`, `bench(plan), vary: the values of lr are to be different ones, and 0.1 stands`},
		{`{"vary":{"data":["plane","bumps"]},"goal":{"accuracy":0.9}}`, `bench(plan), goal: none of these runs has a number of it`},
		{`{"goal":{"testCost":0.3}}`, `bench(plan), goal: none of these runs has a number of it`},
		{`{"from":"#v=1&bench=goal~accuracy~1.5"}`, `bench(plan), from: goal=accuracy 1.5 is no value`},
		{`{"seeds":"5n"}`, `bench(plan), seeds: how many`},
		{`{"from":"#v=1&seed=4294967295","seeds":2}`, `bench(plan): seeds from 4294967295 on go beyond 4294967295, the last there is: have 1`},
		{`{"vary":{"dseed":[4294967290]},"draw":"points","seeds":10}`, `bench(plan): seeds from 4294967290 on go beyond 4294967295, the last there is: have 6 or fewer`},
		{`{"vary":{"size":[1]}}`, `bench(plan), vary: there is no setting size`},
		{`{"seeds":0}`, `bench(plan), seeds: how many, from 1 to 100, or`},
		{`{"seeds":[1,1]}`, `bench(plan), seeds: how many`},
		{`{"seeds":[-1]}`, `bench(plan), seeds: how many`},
		{`{"seeds":[]}`, `bench(plan), seeds: how many`},
		{`{"seeds":"all"}`, `bench(plan), seeds: how many`},
		{`{"draw":"luck"}`, `bench(plan), draw: what seeds draw is "weights", "points" or "both"`},
		{`{"steps":2.5}`, `bench(plan), steps: a whole number from 1 to 100000`},
		{`{"steps":null}`, `bench(plan), steps: a whole number`},
		{`{"signal":null}`, `bench(plan), signal: an AbortSignal`},
		{`{"onProgress":"now"}`, `bench(plan), onProgress: a function`},
		{`{"goal":0.9}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"goal":{"stop":true}}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"goal":{"accuracy":0.9,"cost":1}}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"goal":{"accuracy":"much"}}`, `bench(plan), goal: one of cost, accuracy`},
		{`{"seeds":100,"vary":{"lr":"0.001..1..50"}}`, `bench(plan): that makes 5000 runs, and 1000 are possible: have at most 20 seeds`},
		{`{"seeds":100,"steps":100000,"vary":{"lr":"0.001..1..10"}}`, `bench(plan): that makes 40000000000 examples in updates, and`},
	} {
		told, end := ask(paneltest.Desk("v=1"), test.plan)
		if len(told) != 0 || !strings.HasPrefix(end.Problem, test.problem) || end.Ticket != "7" || end.Rows != nil {
			t.Errorf("%s is told as %+v, %+v, want %s", test.plan, told, end, test.problem)
		}
	}
}

func TestABenchTellsHowItGetsOn(t *testing.T) {
	told, end := ask(paneltest.Desk("v=1"), `{"seeds":30,"steps":500}`)
	for i, now := range told {
		if now.Name != "mine" || now.Runs != 30 || i > 0 && now.Ended <= told[i-1].Ended {
			t.Errorf("told %+v", now)
		}
	}
	if len(told) < 3 || told[len(told)-1].Ended != 30 || len(end.Rows.([]Row)) != 1 || end.Ticket != "7" {
		t.Errorf("told %+v, in the end %+v", told, end)
	}
}

// A bench that is cancelled trains no more, and whoever waits for it hears so once.
func TestABenchIsCancelled(t *testing.T) {
	d := paneltest.Desk("v=1")
	var b Benches
	b.Do(d, []string{"bench", "mine", `{"seeds":9,"steps":5000,"signal":{}}`, "7"})
	b.Do(d, []string{"bench", "yours", `{"seeds":1,"steps":3}`, "8"})
	d.Pool.Turn(time.Millisecond)
	b.Tell(d)
	d.Asked()
	for _, name := range []string{"mine", "mine", "nobody's"} {
		b.Do(d, []string{"cancel", name})
	}
	for d.Pool.Busy() {
		d.Pool.Turn(time.Millisecond)
		b.Tell(d)
	}
	var ends []panel.Ended
	for _, effect := range d.Asked() {
		if end, ok := effect.With.(panel.Ended); ok {
			ends = append(ends, end)
		}
	}
	if len(ends) != 2 || ends[0] != (panel.Ended{Ticket: "7"}) || ends[1].Ticket != "8" || ends[1].Rows == nil {
		t.Errorf("they end as %+v", ends)
	}
	b.Do(d, []string{"cancel", "yours"})
	if asked := d.Asked(); len(asked) != 0 {
		t.Errorf("one that has ended is told %+v", asked)
	}
}

// A script may give anything for a number of steps; a step of the run so far is the nearest there is.
func TestWaysOfAScript(t *testing.T) {
	const last = "step(n): a run ends at step 2147483647; n can be 2147483644 at most"
	for _, test := range []struct {
		how, given, problem string
		at                  int
	}{
		{"step", "0", "", 3}, {"step", "1", "", 4}, {"step", "2147483645", last, 3}, {"step", "1e+300", last, 3},
		{"step", "-1", "step(n): n must be a whole number, not negative", 3}, {"step", "1.5", "step(n): n must be a whole number, not negative", 3},
		{"step", `"5"`, "step(n): n must be a whole number, not negative", 3}, {"step", "null", "step(n): n must be a whole number, not negative", 3}, {"step", "", "step(n): n must be a whole number, not negative", 3},
		{"go", "1", "", 1}, {"go", "-5", "", 0}, {"go", "1e+300", "", 3}, {"go", "[1]", "goTo(step): step must be a whole number", 3}, {"go", "0.5", "goTo(step): step must be a whole number", 3},
	} {
		d := paneltest.Desk("v=1&net=1")
		d.Session().Remember()
		d.Session().Step(3)
		var b Benches
		b.Do(d, []string{test.how, test.given, "7"})
		var end panel.Ended
		for _, event := range d.Run.Events() {
			if e, ok := event.(run.Ended); ok {
				end = panel.Ended{Ticket: e.Ticket, Reached: e.Reached}
			}
		}
		for _, effect := range d.Asked() {
			end = effect.With.(panel.Ended)
		}
		want := panel.Ended{Ticket: "7", Reached: test.problem == "", Problem: test.problem, Beyond: test.problem == last}
		if end != want || d.Session().At() != test.at {
			t.Errorf("%s %s: at step %d, %+v, want %+v", test.how, test.given, d.Session().At(), end, want)
		}
	}
}
