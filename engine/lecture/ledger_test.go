package lecture

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/session"
)

// run returns the run of a link, trained as far as the link says.
func run(t *testing.T, link string) *session.Session {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) > 0 {
		t.Fatalf("%s: %v", link, warnings)
	}
	s := session.New(c)
	if done := s.Step(c.Steps); done < c.Steps {
		t.Fatalf("%s diverges after %d steps", link, done)
	}
	return s
}

// golden is one update by scripts/golden/ledger.py: a link and, by name, matrices or lists of one
// matrix a layer.
type golden map[string]json.RawMessage

func readGolden(t *testing.T) []golden {
	t.Helper()
	text, err := os.ReadFile("testdata/ledger.json")
	if err != nil {
		t.Fatal(err)
	}
	var updates []golden
	if err := json.Unmarshal(text, &updates); err != nil {
		t.Fatal(err)
	}
	return updates
}

func (g golden) read(t *testing.T, name string, into any) {
	t.Helper()
	if err := json.Unmarshal(g[name], into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// Every number of every quantity is NumPy's, to 1e-12 of the matrix's largest. The two add up in
// different orders, and training carries the difference on: up to 3e-14 here.
func TestLedgerIsNumPys(t *testing.T) {
	const tolerance = 1e-12
	for _, g := range readGolden(t) {
		var link string
		g.read(t, "link", &link)
		t.Run(link, func(t *testing.T) {
			l := NewLedger(run(t, link), OwnTargets)
			var examples []int
			g.read(t, "examples", &examples)
			if !slices.Equal(l.Examples, examples) {
				t.Fatalf("examples %v, want %v", l.Examples, examples)
			}
			compared := map[string]int{}
			for _, q := range l.Quantities {
				name := q.Name
				if q.Next {
					name += " next"
				}
				compared[name]++
				var want [][]float64
				if q.Layer == 0 {
					g.read(t, name, &want)
				} else {
					var layers [][][]float64
					g.read(t, name, &layers)
					want = layers[q.Layer-1]
				}
				compare(t, &q, want, tolerance)
			}
			for name := range g {
				if name != "link" && name != "examples" && compared[name] == 0 {
					t.Errorf("the ledger has no %s", name)
				}
			}
		})
	}
}

func compare(t *testing.T, q *Quantity, want [][]float64, tolerance float64) {
	t.Helper()
	if len(want) != q.Rows || len(want[0]) != q.Cols {
		t.Errorf("%v is %d x %d, want %d x %d", q.Symbol, q.Rows, q.Cols, len(want), len(want[0]))
		return
	}
	largest := 0.
	for _, row := range want {
		for _, w := range row {
			largest = max(largest, math.Abs(w))
		}
	}
	for i, row := range want {
		for j, w := range row {
			if got := q.Value(i+1, j+1); !(math.Abs(got-w) <= tolerance*largest) {
				t.Errorf("%v[%d, %d] = %v, want %v", q.Symbol, i+1, j+1, got, w)
			}
		}
	}
}
