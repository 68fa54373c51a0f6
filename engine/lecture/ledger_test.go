package lecture

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"gonum.org/v1/gonum/floats"

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

// Whoever reads a ledger leaves the run as it is, and the run leaves the ledger.
func TestLedgerAndRunLeaveEachOtherAlone(t *testing.T) {
	const link = "v=1&n=20&batch=6&opt=adam&lr=0.01&init=he"
	watched, alone := run(t, link), run(t, link)
	first := NewLedger(watched, OwnTargets)
	bias := first.Quantity(Symbol{Name: B, Layer: 2})
	before := bias.Value(1, 1)
	for range 9 {
		NewLedger(watched, SignedTargets)
		NewFullLedger(watched, OwnTargets)
		NewGraph(watched, 1, OwnTargets)
		watched.Step(1)
	}
	alone.Step(9)
	if !slices.Equal(watched.Network().Parameters(), alone.Network().Parameters()) {
		t.Error("a run that is looked at goes another way")
	}
	if after := bias.Value(1, 1); after != before {
		t.Errorf("training changes a ledger from %v to %v", before, after)
	}
}

// The ledger's update is the one the run makes, but for the rounding of its kernel.
func TestLedgerForetellsTheUpdate(t *testing.T) {
	for _, link := range []string{"v=1&n=20&steps=3", "v=1&n=20&batch=6&opt=adam&lr=0.01&init=he&l1=0.01&steps=3"} {
		s := run(t, link)
		l := NewLedger(s, OwnTargets)
		s.Step(1)
		for k := 1; k <= s.Network().Layers(); k++ {
			if q := l.Quantity(Symbol{Name: W, Layer: k, Next: true}); !floats.EqualApprox(q.data.Data, s.Network().W[k].Data, 1e-12) {
				t.Errorf("%s: W[%d] becomes %v, the ledger says %v", link, k, s.Network().W[k].Data, q.data.Data)
			}
		}
	}
}

func TestFullLedgerTakesEveryExample(t *testing.T) {
	s := run(t, "v=1&n=20&batch=6&steps=2")
	l := NewFullLedger(s, OwnTargets)
	if len(l.Examples) != 20 || l.Examples[0] != 1 || l.Examples[19] != 20 {
		t.Errorf("examples %v", l.Examples)
	}
	if got, want := l.Quantity(Symbol{Name: J}).Value(1, 1), s.Metrics().Cost; got != want {
		t.Errorf("J = %v, want the run's cost %v", got, want)
	}
}

func TestWindow(t *testing.T) {
	l := NewFullLedger(run(t, "v=1&n=10&init=he"), OwnTargets)
	q := l.Quantity(Symbol{Name: Z, Layer: 1, Row: 2, Example: 7}) // any cell of it will do
	for _, test := range []struct{ row, rows, col, cols, wantRows, wantCols int }{
		{1, 4, 1, 10, 4, 10},
		{2, 2, 3, 5, 2, 5},
		{3, 9, 9, 9, 2, 2},
		{5, 1, 1, 10, 0, 0},
		{1, 4, 11, 1, 0, 0},
	} {
		var want []float64
		for i := range test.wantRows {
			for j := range test.wantCols {
				want = append(want, q.Value(test.row+i, test.col+j))
			}
		}
		if got := q.Window(nil, test.row, test.rows, test.col, test.cols); !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", test, got, want)
		}
	}
}

// A class is written as the reader writes it, and regression has no classes.
func TestTargets(t *testing.T) {
	for _, test := range []struct {
		link    string
		targets Targets
		want    float64
	}{
		{"v=1", OwnTargets, 0},
		{"v=1", BinaryTargets, 0},
		{"v=1", SignedTargets, -1},
		{"v=1&out=tanh", OwnTargets, -1},
		{"v=1&out=tanh", BinaryTargets, 0},
		{"v=1&out=tanh", SignedTargets, -1},
		{"v=1&out=linear", SignedTargets, -1},
	} {
		y := Symbol{Name: Y, Example: 1}
		if got, _ := NewLedger(run(t, test.link), test.targets).Value(y); got != test.want {
			t.Errorf("%s, targets %d: y(1) = %v, want %v", test.link, test.targets, got, test.want)
		}
	}
	s := run(t, "v=1&data=plane")
	if got, _ := NewLedger(s, SignedTargets).Value(Symbol{Name: Y, Example: 1}); got != s.Train().Y[0] {
		t.Errorf("y(1) = %v, want %v", got, s.Train().Y[0])
	}
}
