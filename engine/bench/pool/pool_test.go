package pool

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"shallows/engine/bench"
	"shallows/engine/dataset"
	"shallows/engine/link"
)

// open returns the bench of a link.
func open(t *testing.T, fragment string) *bench.Bench {
	rest, text, _ := bench.Cut(fragment)
	run := link.Open(rest).Run
	p, warnings := bench.Decode(run.Config(), run.Own(), text)
	if len(warnings) > 0 {
		t.Fatal(warnings)
	}
	return bench.Open(p, bench.InTurn)
}

// outcome is all that has come of a bench, as a text.
func outcome(b *bench.Bench) string {
	var text bytes.Buffer
	if err := b.WriteCSV(&text); err != nil {
		panic(err)
	}
	for i := range b.Rows() {
		for _, r := range b.Ended(i) {
			fmt.Fprint(&text, r, "\n")
		}
	}
	return text.String()
}

func alone(b *bench.Bench) string {
	for b.Turn(1e9) {
	}
	return outcome(b)
}

// crew are trainers, by their names, whose texts are on their way in both directions as long as chance has it.
type crew struct {
	pool     *Pool
	trainers map[string]*Trainer
	orders   map[string][]string
	reports  map[string][]string
	chance   *rand.Rand
}

func newCrew(p *Pool, count int, seed uint64) *crew {
	c := &crew{p, map[string]*Trainer{}, map[string][]string{}, map[string][]string{}, rand.New(rand.NewPCG(seed, 0))}
	for i := range count {
		name := fmt.Sprint(i)
		c.trainers[name] = &Trainer{}
		p.Arrive(name)
	}
	return c
}

// act lets one text arrive, or one trainer train for a moment.
func (c *crew) act() {
	for _, o := range c.pool.Orders() {
		c.orders[o.Worker] = append(c.orders[o.Worker], o.Text)
	}
	name := fmt.Sprint(c.chance.IntN(len(c.trainers)))
	take := func(from map[string][]string, to func(string)) {
		if list := from[name]; len(list) > 0 {
			from[name] = list[1:]
			to(list[0])
		}
	}
	switch c.chance.IntN(3) {
	case 0:
		take(c.orders, c.trainers[name].Order)
	case 1:
		if report := c.trainers[name].Turn(time.Millisecond); report != "" {
			c.reports[name] = append(c.reports[name], report)
		}
	case 2:
		take(c.reports, func(text string) { c.pool.Report(name, text) })
	}
}

var fragments = []string{
	"v=1&n=50&test=20&bench=net~0~3~8~opt~gd~adam~seeds~4~points~steps~150~goal~accuracy~0.8~stop~row~batch~7~row~lr~100~loss~mse~out~linear",
	"v=1&bench=net~1~2~seeds~7~9~steps~60",
}

func TestAnyNumberOfWorkersGivesTheSameBits(t *testing.T) {
	for _, fragment := range fragments {
		want := alone(open(t, fragment))
		for workers := range 4 {
			p, b := New(), open(t, fragment)
			seen := 0
			p.Add(b, func(r Report) {
				if r.Ended {
					seen++
				}
			})
			c := newCrew(p, workers, uint64(workers))
			for !b.Done() {
				if p.Turn(8 * time.Millisecond); workers > 0 {
					c.act()
				}
			}
			if got := outcome(b); got != want {
				t.Errorf("%d workers give\n%s\nwant\n%s", workers, got, want)
			}
			if runs := len(b.Rows()) * b.Plan().Seeds.Len(); seen != runs {
				t.Errorf("%d workers: told of %d runs that ended, want %d", workers, seen, runs)
			}
			if most, news := p.Workers(); most != 0 || news {
				t.Errorf("%d workers are of use when all is done: %v", most, news)
			}
		}
	}
}

func TestOwnPointsGoAlong(t *testing.T) {
	plan := open(t, "v=1&data=own&bench=data~moons~own~xor~seeds~2~steps~30").Plan()
	plan.Points = dataset.AsOwn(plan.Run(plan.Rows()[0], 0).Train(), dataset.Home)
	if plan.Points.Len() == 0 {
		t.Fatal("no points")
	}
	want := alone(bench.Open(plan, bench.InOrder))
	p, b := New(), bench.Open(plan, bench.InOrder)
	p.Add(b, func(Report) {})
	c := newCrew(p, 2, 1)
	for !b.Done() {
		c.act()
	}
	if got := outcome(b); got != want {
		t.Errorf("workers give\n%s\nwant\n%s", got, want)
	}
}

// Two benches, of which one waits and the other is dropped in between, while workers come and go.
func TestWorkersComeAndGo(t *testing.T) {
	long := strings.Replace(fragments[0], "steps~150", "steps~3000", 1)
	want := alone(open(t, long))
	p, b, other := New(), open(t, long), open(t, fragments[1])
	task := p.Add(b, func(Report) {})
	dropped := p.Add(other, func(Report) {})
	p.Turn(8 * time.Millisecond)
	c := newCrew(p, 3, 5)
	if most, news := p.Workers(); most != mostWorkers || !news {
		t.Errorf("%d workers are of use: %v", most, news)
	}
	for i := 0; !b.Done(); i++ {
		c.act()
		switch i {
		case 40:
			task.Pause(true)
			if !task.Paused() {
				t.Error("it does not wait")
			}
		case 80:
			dropped.Cancel()
		case 120:
			task.Pause(false)
		case 60, 140:
			p.Lose("1")
			c.trainers["1"], c.orders["1"], c.reports["1"] = &Trainer{}, nil, nil
			p.Arrive("1")
		}
	}
	if got := outcome(b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for name := range c.trainers {
		p.Lose(name)
	}
	if p.Busy() {
		t.Error("there is work left")
	}
}

func TestAPausedBenchWaits(t *testing.T) {
	p, b := New(), open(t, "v=1&bench=seeds~3~steps~100000")
	task := p.Add(b, func(Report) {})
	c := newCrew(p, 1, 2)
	for range 20 {
		c.act()
	}
	task.Pause(true)
	for range 20 { // what is on its way arrives
		c.act()
	}
	_, before := b.Progress()
	for range 20 {
		c.act()
	}
	if _, after := b.Progress(); after != before || before == 0 {
		t.Errorf("a paused bench went from %v to %v", before, after)
	}
	if p.Busy() {
		t.Error("a paused bench is no work")
	}
	task.Cancel()
	for range 20 {
		c.act()
	}
	if report := c.trainers["0"].Turn(time.Second); report != "" {
		t.Errorf("a dropped bench is trained on: %s", report)
	}
}

// What a report says of a run is what the run says, in every bit; of other texts nothing is taken.
func TestReports(t *testing.T) {
	b := open(t, "v=1&lr=100&loss=mse&out=linear&bench=seeds~1~steps~1000")
	j := b.Next()
	for !j.Done() {
		j.Turn(1e6)
	}
	want := reportOf(j)
	want.Parameters[0], want.Curve[0] = 5e-324, -1.7976931348623157e308
	text := string(appendReport(nil, 7, want))
	got := parse("nothing\n" + text + strings.Replace(text, " ", " x", 3) + text[:strings.LastIndexByte(text[:len(text)-2], ' ')])
	if len(got) != 1 || fmt.Sprint(got[0]) != fmt.Sprint(told{7, want}) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !got[0].Diverged {
		t.Error("the run did not diverge")
	}
	if s := b.Plan().Run(b.Rows()[0], 0); !bench.Stand(s, reportOf(j).Parameters) || s.Metrics().Cost != j.Result().Cost {
		t.Error("the parameters are not those of the run")
	}
	var none Trainer
	for _, text := range []string{"", "x", "train", "train 1", "pause", "train 1 2 3\n1 2"} {
		none.Order(text)
	}
}
