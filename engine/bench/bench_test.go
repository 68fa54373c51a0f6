package bench

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/number"
	"shallows/engine/session"
)

// run makes a whole bench, in turns of so much work.
func run(p Plan, order Order, work int) *Bench {
	b := Open(p, order)
	for b.Turn(work) {
	}
	return b
}

func curves(b *Bench) (list [][]float64) {
	for i := range b.rows {
		for _, r := range b.Ended(i) {
			list = append(list, r.Curve)
		}
	}
	return list
}

// outcome is all that has come of a bench, as a text.
func outcome(b *Bench) string { return fmt.Sprint(curves(b), written(b)) }

func written(b *Bench) string {
	var text bytes.Buffer
	if err := b.WriteCSV(&text); err != nil {
		panic(err)
	}
	return text.String()
}

// A hundred seeds of the default, and what the page shows of each as a run of its own.
func TestSeedsEqualSingleRuns(t *testing.T) {
	p := plan(t, "v=1&bench=seeds~100~both~steps~50~goal~cost~0.69")
	b := run(p, InTurn, 1e7)
	steps := p.Samples()
	for k := range 100 {
		c, _ := config.Decode(fmt.Sprintf("v=1&dseed=%d&seed=%d", 2+k, 2+k))
		s := session.New(c)
		s.Step(50)
		got, ended := b.Result(0, k)
		want := s.Metrics()
		got.TestCost, want.TestCost, got.TestAccuracy, want.TestAccuracy = 0, 0, 0, 0 // NaN
		if !ended || got.Metrics != want {
			t.Errorf("seed %d ends with %+v, want %+v", k, got.Metrics, want)
		}
		reached := -1
		for i, r := range s.History() {
			if reached < 0 && r.Cost <= 0.69 {
				reached = r.Step
			}
			if r.Step != steps[i] || r.Cost != got.Curve[i] {
				t.Errorf("seed %d: the cost at step %d is %v, want %v at %d", k, steps[i], got.Curve[i], r.Cost, r.Step)
			}
		}
		if got.Reached != reached {
			t.Errorf("seed %d reached the goal at step %d, want %d", k, got.Reached, reached)
		}
	}
}

func TestNeitherOrderNorSlicesChangeABit(t *testing.T) {
	p := plan(t, "v=1&n=50&test=20&bench=net~0~3~8~opt~gd~adam~seeds~4~points~steps~150~goal~accuracy~0.8~row~batch~7~row~lr~100~loss~mse~out~linear")
	want := outcome(run(p, InTurn, 1e9))
	for _, order := range []Order{InTurn, InOrder} {
		for _, work := range []int{1, 12345, 1e6} {
			if got := outcome(run(p, order, work)); got != want {
				t.Errorf("order %d in turns of %d:\n%s\nwant\n%s", order, work, got, want)
			}
		}
	}
	elsewhere, other := Open(p, InOrder), Open(p, InTurn)
	for j := other.Next(); j != nil; j = other.Next() {
		for !j.Done() {
			j.Turn(5000)
		}
		elsewhere.Put(j.Row, j.Seed, j.Result())
	}
	if got := outcome(elsewhere); got != want || !elsewhere.Done() || other.Turn(1) {
		t.Errorf("with jobs elsewhere: %s", got)
	}
}

func TestARunThatDivergesIsCounted(t *testing.T) {
	p := plan(t, "v=1&net=0&loss=mse&out=linear&bench=lr~0.01~0.1~100~seeds~3~steps~500")
	b := run(p, InTurn, 1e8)
	for i, want := range []int{0, 0, 3} {
		results := b.Ended(i)
		if got := Diverged(results); got != want || len(results) != 3 {
			t.Errorf("row %d: %d of %d diverge, want %d", i, got, len(results), want)
		}
	}
	r, _ := b.Result(2, 0)
	if r.Step >= 500 || math.IsInf(r.Cost, 0) || len(r.Curve) != 1+r.Step/10 {
		t.Errorf("a run that diverges ends with %+v", r)
	}
	bands := b.Bands(Cost)
	if bands.Diverges != 2 || bands.Steepest != 1 || !bands.Log || !bands.Numeric || bands.List[1].At != 0.1 {
		t.Errorf("the bands are %+v", bands)
	}
}

func TestARunStopsAtItsGoal(t *testing.T) {
	p := plan(t, "v=1&bench=seeds~1~steps~2000~goal~accuracy~0.85~stop")
	b := run(p, InTurn, 1e8)
	r, _ := b.Result(0, 0)
	s := session.New(p.Base)
	for s.Metrics().Accuracy < 0.85 {
		s.Step(1)
	}
	if first := s.At(); r.Step != r.Reached || r.Reached < first || r.Reached > first+1+first/32 || r.Accuracy < 0.85 {
		t.Errorf("stops with %+v, and the goal is reached at step %d", r, first)
	}
}

func TestProgress(t *testing.T) {
	b := Open(plan(t, "v=1&bench=net~1~40~seeds~2~steps~100"), InOrder)
	before := 0.
	for b.Turn(200_000) {
		ended, share := b.Progress()
		if share <= before || share >= 1 || ended > 3 {
			t.Errorf("%d runs have ended, and %v is done after %v", ended, share, before)
		}
		before = share
	}
	if ended, share := b.Progress(); ended != 4 || share != 1 {
		t.Errorf("at the end %d, %v", ended, share)
	}
	if Remaining(3, 0.25) != 9 || Remaining(3, 0) != 0 {
		t.Error("three of twelve seconds leave nine")
	}
}

// Rows that were there are not trained again, and come out as if they were.
func TestAdopt(t *testing.T) {
	old := Open(plan(t, "v=1&n=20&bench=net~1~2~3~seeds~2~steps~30"), InOrder)
	for ended := 0; ended < 5; ended, _ = old.Progress() {
		old.Turn(1)
	}
	for _, test := range []struct {
		fragment string
		ended    int
	}{
		{"v=1&n=20&bench=net~1~2~3~seeds~2~steps~30", 5},
		{"v=1&n=20&net=2&bench=net~3~1~seeds~3~steps~30~row", 5}, // all but the second seed of 3 units
		{"v=1&n=20&bench=net~1~2~3~seeds~2~steps~31", 0},
		{"v=1&n=20&bench=net~1~2~3~seeds~2~steps~30~goal~cost~0.5", 0},
		{"v=1&n=21&bench=net~1~2~3~seeds~2~steps~30", 0},
	} {
		b := Open(plan(t, test.fragment), InTurn)
		b.Adopt(old)
		if ended, _ := b.Progress(); ended != test.ended {
			t.Errorf("%s takes over %d runs, want %d", test.fragment, ended, test.ended)
		}
		for b.Turn(1e5) {
		}
		if got, want := outcome(b), outcome(run(b.plan, InOrder, 1e6)); got != want {
			t.Errorf("%s comes out as\n%s\nwant\n%s", test.fragment, got, want)
		}
	}
}

// Own data without points end at once.
func TestNothingToLearnFrom(t *testing.T) {
	b := run(plan(t, "v=1&data=own&bench=seeds~2~steps~100~goal~cost~1"), InTurn, 1)
	if r, ended := b.Result(0, 1); !ended || r.Step != 0 || r.Reached != -1 || Summarise(b.Ended(0), Cost).Count != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestOwnPointsAreThoseOfEachRun(t *testing.T) {
	points := dataset.AsOwn(dataset.Generate(dataset.Moons, 30, 0.1, 1), dataset.Home)
	c, _ := config.Decode("v=1&data=own")
	p, _ := Decode(c, points, "net~2~3~seeds~2~steps~50")
	b := run(p, InTurn, 1e6)
	s := session.NewOver(p.Seeds.In(p.Rows()[1].Config, 1), points, nil)
	s.Step(50)
	if r, _ := b.Result(1, 1); r.Cost != s.Metrics().Cost {
		t.Errorf("got %v, want %v", r.Cost, s.Metrics().Cost)
	}
	var text bytes.Buffer
	b.WriteCSV(&text)
	lines := strings.Split(strings.TrimSpace(text.String()), "\n")
	last := lines[len(lines)-1]
	opened := link.Open(strings.Trim(last[strings.Index(last, "v=1"):], `"`))
	if opened.Steps != 50 || opened.Run.Config().Encode() != p.Seeds.In(p.Rows()[1].Config, 1).Encode() || opened.Run.Own().Len() != points.Len() {
		t.Errorf("the table ends with %s", last)
	}
}

func TestCSV(t *testing.T) {
	b := run(plan(t, "v=1&n=20&bench=net~2~4,2~seeds~2~steps~30~goal~cost~0.6931"), InTurn, 1e6)
	lines, err := csv.NewReader(strings.NewReader(written(b))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(lines[0], " "); len(lines) != 5 || got != "row net seed step cost accuracy testCost testAccuracy diverged reached fragment" {
		t.Errorf("%d lines under %s", len(lines)-1, got)
	}
	r, _ := b.Result(1, 1)
	want := []string{"2", "4,2", "3", "30", number.Exact(r.Cost), number.Exact(r.Accuracy), "", "", "false", reached(r.Reached), "v=1&n=20&net=4,2&seed=3&steps=30"}
	if !reflect.DeepEqual(lines[4], want) {
		t.Errorf("got %q, want %q", lines[4], want)
	}
}

func TestCSVOfRows(t *testing.T) {
	for _, goal := range []string{"", "~goal~cost~0.693"} {
		b := run(plan(t, "v=1&n=20&bench=act~relu~tanh~seeds~3~steps~30"+goal), InTurn, 1e6)
		var text bytes.Buffer
		if err := b.WriteLinesCSV(&text); err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(&text).ReadAll()
		if err != nil || len(lines) != 3 {
			t.Fatalf("%v: %q", err, lines)
		}
		if got := strings.Join(lines[0][:13], " "); got != "row act runs diverged reached shareLow shareHigh steps costMedian costLower costUpper costBest costWorst" {
			t.Errorf("the columns are %s", got)
		}
		l := b.Lines()[1]
		want := []string{"2", "tanh", "3", "0", "", "", "", "", number.Exact(l.Spread[Cost].Median)}
		if goal != "" {
			copy(want[4:], []string{fmt.Sprint(l.Rate.Reached), number.Exact(l.Rate.Low), number.Exact(l.Rate.High), number.Exact(l.Rate.Steps)})
		}
		if got := lines[2][:9]; !reflect.DeepEqual(got, want) || lines[2][18] != "" {
			t.Errorf("got %q, want %q", lines[2], want)
		}
	}
}

func TestLines(t *testing.T) {
	b := run(plan(t, "v=1&n=20&bench=net~8~1~opt~gd~adam~seeds~3~steps~60~goal~cost~0.6"), InTurn, 1e6)
	lines := b.Lines()
	for i, want := range []string{"[8 gd]", "[8 adam]", "[1 gd]", "[1 adam]"} {
		l := lines[i]
		if fmt.Sprint(l.Settings) != want || l.Ended != 3 || l.Rate != RateOf(b.Ended(i), b.plan.Goal.Metric) && l.Rate.Reached > 0 || l.Spread[Cost] != Summarise(b.Ended(i), Cost) {
			t.Errorf("line %d is %+v", i, l)
		}
	}
	median := func(m Metric) func(Line) float64 { return func(l Line) float64 { return l.Spread[m].Median } }
	Sort(lines, median(Accuracy), true)
	for i := range 3 {
		if lines[i].Spread[Accuracy].Median < lines[i+1].Spread[Accuracy].Median {
			t.Errorf("accuracies are in the order of %v, %v", lines[i].Spread[Accuracy], lines[i+1].Spread[Accuracy])
		}
	}
	Sort(lines, median(TestCost), true) // there is none
	Sort(lines, func(l Line) float64 { return math.Log(float64(2 - l.Row)) }, false)
	if lines[0].Row != 2 || lines[1].Row != 1 || lines[2].Row != 0 {
		t.Errorf("log 0 to log 2, then log -1, are rows %d, %d, %d, %d", lines[0].Row, lines[1].Row, lines[2].Row, lines[3].Row)
	}
}

func TestRunsAreSeenWhileTheyLast(t *testing.T) {
	b := Open(plan(t, "v=1&n=20&bench=net~1~2~seeds~2~steps~50"), InTurn)
	seen := 0
	b.Watch(func(j *Job) {
		seen++
		if r := j.Result(); !j.Done() || j.Session().At() != 50 || r.Cost != j.Session().Metrics().Cost {
			t.Errorf("run %d of row %d ends at step %d", j.Seed, j.Row, j.Session().At())
		}
	})
	b.Turn(1)
	if live := b.Live(); len(live) != 4 || live[0].Session().At() == 0 || live[3].Row != 1 || live[3].Seed != 1 {
		t.Errorf("%d runs are on their way", len(live))
	}
	for b.Turn(1e6) {
	}
	if seen != 4 || len(b.Live()) != 0 {
		t.Errorf("%d runs were seen to end, %d are on their way", seen, len(b.Live()))
	}
}

func TestPictures(t *testing.T) {
	one := run(plan(t, "v=1&n=20&bench=act~tanh~relu~seeds~3~steps~10"), InTurn, 1e6)
	if bands := one.Bands(Accuracy); bands.Numeric || bands.Log || len(bands.List) != 2 || bands.List[1].At != 1 || bands.List[1].Spread.Count != 3 {
		t.Errorf("got %+v", bands)
	}
	two := Open(plan(t, "v=1&n=20&bench=net~1~2~3~lr~0.1~1~seeds~1~steps~10"), InOrder)
	for ended := 0; ended < 4; ended, _ = two.Progress() {
		two.Turn(1)
	}
	heat := two.Heat(Cost)
	if len(heat) != 3 || len(heat[2]) != 2 || heat[1][1] != two.results[3][0].Cost || !math.IsNaN(heat[2][1]) {
		t.Errorf("got %v", heat)
	}
	if one.Heat(Cost) != nil || two.Bands(Cost) != nil {
		t.Error("a picture of other settings than vary")
	}
}
