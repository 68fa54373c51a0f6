package session

import (
	"encoding/json"
	"maps"
	"math"
	"os"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset/table"
)

// Tables as courses have them, opened as they are and with the columns that are guessed, or chosen, train as NumPy does.
func TestTablesEqualNumPy(t *testing.T) {
	text, err := os.ReadFile("testdata/tables.json") // by scripts/golden/tables.py
	if err != nil {
		t.Fatal(err)
	}
	var golden struct {
		Tables map[string]string
		Runs   []struct {
			Table, Settings string
			Inputs          []int
			Target, Rows    int
			Classes         []string
			Cost            map[int]float64
		}
	}
	if err := json.Unmarshal(text, &golden); err != nil || len(golden.Runs) != 14 {
		t.Fatalf("%d runs: %v", len(golden.Runs), err)
	}
	for _, run := range golden.Runs {
		f, problem := table.Parse(golden.Tables[run.Table])
		if problem != nil {
			t.Fatalf("%s: %+v", run.Table, problem)
		}
		guessed := f.Guess()
		values := run.Classes == nil
		if guessed.Target != run.Target || guessed.Regression != values || len(run.Inputs) > 2 && !slices.Equal(guessed.Inputs, run.Inputs) {
			t.Errorf("%s: the guess is %+v, want %v and %d", run.Table, guessed, run.Inputs, run.Target)
		}
		data, problem := f.Select(table.Selection{Inputs: run.Inputs, Target: run.Target, Regression: values}, 0)
		if problem != nil || data.Set.Len() != run.Rows || !slices.Equal(data.Classes, run.Classes) {
			t.Fatalf("%s: %+v, %+v", run.Table, problem, data)
		}
		points := data.Points()
		c, warnings := config.Default().Table(points).With(pairs(run.Settings)...)
		s := NewOver(c, points, nil)
		for _, step := range slices.Sorted(maps.Keys(run.Cost)) {
			s.Step(step - s.At())
			if got, want := s.Metrics().Cost, run.Cost[step]; math.Abs(got-want) > 1e-9*want || len(warnings) > 0 {
				t.Errorf("%s %v, %s: the cost at step %d is %.17g, want %.17g; %v", run.Table, run.Inputs, run.Settings, step, got, want, warnings)
			}
		}
	}
}

// pairs are those of settings as a link has them.
func pairs(settings string) []config.Pair {
	pairs, _ := config.Split(settings)
	return pairs
}

// The iris that is built in is that of the file.
func TestBuiltInIris(t *testing.T) {
	text, err := os.ReadFile("../dataset/table/testdata/iris.csv")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := table.Parse(string(text))
	data, problem := f.Select(f.Guess(), 0)
	if problem != nil {
		t.Fatal(problem)
	}
	s := open(t, "data=iris&n=20&noise=0.5&classes=2&dseed=7")
	if names := s.Names(); !s.Data().Equal(data.Set) || !slices.Equal(names.Classes, data.Classes) || len(names.Inputs) != 4 || !names.Valid() {
		t.Errorf("it is %v", names)
	}
	if c := s.Config(); c.ClassCount() != 3 || c.Output.String() != "softmax" || s.Columns() != 4 {
		t.Errorf("its settings are %s", c.Encode())
	}
	points := data.Points()
	points.Names = s.Names()
	own := NewOver(config.Default().Table(points), points, nil)
	iris := open(t, "data=iris")
	if axes := iris.View().Axes; axes != [2]int{2, 3} {
		t.Errorf("iris begins with the columns %v, and not with those of the petals", axes)
	}
	own.Step(20)
	if iris.Step(20); own.Metrics().Cost != iris.Metrics().Cost {
		t.Errorf("the two part: %+v, %+v", own.Metrics(), iris.Metrics())
	}
	c, _ := iris.Config().With(config.Pair{Key: "data", Value: "own"})
	if iris.Apply(c); !iris.Own().Equal(points) {
		t.Errorf("own data begin with %v", iris.Own().Names)
	}
}
