package confusion

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// written is a matrix as rows of its cells, its sides and its feet.
func written(m Matrix) string {
	var lines []string
	for _, row := range m.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Text)
		}
		lines = append(lines, strings.Join(append(cells, row.Recall), " "))
	}
	var feet []string
	for _, f := range m.Feet {
		feet = append(feet, f.Precision)
	}
	return strings.Join(append(lines, strings.Join(feet, " ")), ", ")
}

// What is told of matrices made by hand: precision and recall computed by hand too.
func TestMatrices(t *testing.T) {
	twelve := make(session.Confusion, 6)
	for i := range twelve {
		twelve[i] = make([]int, 6)
		twelve[i][0], twelve[i][i] = 1, 2
	}
	for _, test := range []struct {
		link           string
		counts         session.Confusion
		counted, share string
		right, all     int
		accuracy       string
	}{
		{"v=1", session.Confusion{{88, 79}, {48, 105}}, "88 79 52.7%, 48 105 68.6%, 64.7% 57.1%", "52.7% 47.3% 52.7%, 31.4% 68.6% 68.6%, 64.7% 57.1%", 193, 320, "60.3%"},
		{"v=1&data=blobs&classes=3", session.Confusion{{3, 1, 0}, {0, 0, 0}, {0, 1, 7}}, "3 1 0 75.0%, 0 0 0 –, 0 1 7 87.5%, 100.0% 0.0% 100.0%",
			"75.0% 25.0% 0.0% 75.0%, – – – –, 0.0% 12.5% 87.5% 87.5%, 100.0% 0.0% 100.0%", 10, 12, "83.3%"},
		{"v=1&data=blobs&classes=3", session.Confusion{{5, 0, 0}, {4, 0, 0}, {3, 0, 0}}, "5 0 0 100.0%, 4 0 0 0.0%, 3 0 0 0.0%, 41.7% – –",
			"100.0% 0.0% 0.0% 100.0%, 100.0% 0.0% 0.0% 0.0%, 100.0% 0.0% 0.0% 0.0%, 41.7% – –", 5, 12, "41.7%"},
		{"v=1&data=blobs&classes=6", twelve, "2 0 0 0 0 0 100%, 1 2 0 0 0 0 67%, 1 0 2 0 0 0 67%, 1 0 0 2 0 0 67%, 1 0 0 0 2 0 67%, 1 0 0 0 0 2 67%, 29% 100% 100% 100% 100% 100%",
			"", 12, 17, "70.6%"},
	} {
		d, p := paneltest.Desk(test.link), New().(*Panel)
		p.of, p.counts[0] = d.Standing(), test.counts
		m := p.Record(d).(Record).Matrices
		if len(m) != 1 {
			t.Fatalf("%d matrices", len(m))
		}
		if got := written(m[0]); got != test.counted {
			t.Errorf("%v: %s, want %s", test.counts, got, test.counted)
		}
		if got, want := fmt.Sprint(m[0].Caption), fmt.Sprint(record.T("confusion.train", "right", test.right, "all", test.all, "accuracy", test.accuracy)); got != want {
			t.Errorf("%v: %s, want %s", test.counts, got, want)
		}
		if p.Do(d, []string{"shares", "true"}); test.share != "" {
			if got := written(p.Record(d).(Record).Matrices[0]); got != test.share {
				t.Errorf("shares of %v: %s, want %s", test.counts, got, test.share)
			}
		}
	}
}

// The matrices are of the run as it is, of the test examples where there are some, and of values there is none.
func TestOfWhichExamples(t *testing.T) {
	keys := func(link string) string {
		var list []string
		for _, m := range New().Record(paneltest.Desk(link)).(Record).Matrices {
			list = append(list, m.Key)
		}
		return strings.Join(list, " ")
	}
	if a, b, c := keys("v=1"), keys("v=1&test=20"), keys("v=1&data=plane&test=20"); a != "train" || b != "train test" || c != "" {
		t.Errorf("%q, %q, %q", a, b, c)
	}
	if r := New().Record(paneltest.Desk("v=1&data=plane")).(Record); fmt.Sprint(r.None) != fmt.Sprint(record.T("confusion.none")) {
		t.Errorf("of values: %v", r.None)
	}
	d, p := paneltest.Desk("v=1&data=blobs&classes=3&n=90"), New()
	d.Session().Step(20)
	want := d.Session().Confusion(false)
	for i, row := range p.Record(d).(Record).Matrices[0].Rows {
		for j, c := range row.Cells {
			if c.Text != fmt.Sprint(want[i][j]) || c.Right != (i == j) {
				t.Errorf("cell %d %d: %+v, want %d", i, j, c, want[i][j])
			}
		}
	}
}

// Whoever points at a cell marks its examples, a press keeps them marked, and they are let go with the pointer, the press or the
// panel.
func TestCellsMarkTheirExamples(t *testing.T) {
	d, p := paneltest.Desk("v=1&test=20"), New().(*Panel)
	do := func(words string) { p.Do(d, strings.Fields(words)) }
	for _, test := range []struct {
		do   string
		want scene.Cell
	}{
		{"at train 1 2", scene.Cell{Class: 1, Told: 2}},
		{"at test 2 2 true", scene.Cell{Test: true, Class: 2, Told: 2}},
		{"away", scene.Cell{}},
		{"at train 1 1 false", scene.Cell{}},
		{"at train 1 3", scene.Cell{}},
		{"at train 0 1", scene.Cell{}},
		{"at nonsense 1 1", scene.Cell{}},
		{"keep train 2 1", scene.Cell{Class: 2, Told: 1}},
		{"at test 1 1", scene.Cell{Test: true, Class: 1, Told: 1}},
		{"away", scene.Cell{Class: 2, Told: 1}},
		{"at train 2 1", scene.Cell{Class: 2, Told: 1}},
		{"keep train 2 1", scene.Cell{}},
		{"keep test 2 1", scene.Cell{Test: true, Class: 2, Told: 1}},
		{"values", scene.Cell{}},
		{"keep train 1 1", scene.Cell{}},
	} {
		switch test.do {
		case "away":
			d.Point(lecture.Symbol{})
		case "values":
			d.Run.Set("data", "plane", "")
		default:
			do(test.do)
		}
		r := p.Record(d).(Record)
		if got := d.Stage.Cell(); got != test.want {
			t.Errorf("%s: %v is marked, want %v", test.do, got, test.want)
		}
		marked := 0
		for _, m := range r.Matrices {
			for _, row := range m.Rows {
				for _, c := range row.Cells {
					if c.Marked {
						marked++
					}
				}
			}
		}
		if hint := fmt.Sprint(r.Says) == fmt.Sprint(record.T("confusion.hint")); r.Matrices != nil && (hint != (test.want == scene.Cell{}) || marked != 1 != hint) {
			t.Errorf("%s: says %v with %d cells marked", test.do, r.Says, marked)
		}
	}
	do("at train 1 1")
	p.Leave(d)
	if d.Stage.Cell() != (scene.Cell{}) || d.Cell != (scene.Cell{}) {
		t.Error("a closed panel marks a cell")
	}
}

// The Tab key stops at one cell of each matrix, from which the arrows go on.
func TestKeysGoFromCellToCell(t *testing.T) {
	d, p := paneltest.Desk("v=1&data=blobs&classes=3&test=20"), New().(*Panel)
	for _, test := range []struct{ do, want string }{
		{"key train ArrowRight", "confusion-train-1-2"},
		{"key train ArrowDown", "confusion-train-2-2"},
		{"key train End", "confusion-train-2-3"},
		{"key train ArrowRight", "confusion-train-2-3"},
		{"key test ArrowUp", "confusion-test-1-1"},
		{"key test End", "confusion-test-1-3"},
		{"key train Home", "confusion-train-2-1"},
		{"key train ArrowLeft", "confusion-train-2-1"},
		{"at train 3 2 false", ""},
		{"key train ArrowUp", "confusion-train-2-2"},
		{"key nonsense ArrowUp", ""},
	} {
		p.Do(d, strings.Fields(test.do))
		focus := ""
		if asked := d.Asked(); len(asked) > 0 {
			focus = strings.Trim(fmt.Sprint(asked[0].With), "{}")
		}
		if focus != test.want {
			t.Errorf("%s: the focus goes to %q, want %q", test.do, focus, test.want)
		}
	}
	var stops []string
	for _, m := range p.Record(d).(Record).Matrices {
		for _, row := range m.Rows {
			for _, c := range row.Cells {
				if c.Stop == 0 {
					stops = append(stops, c.ID)
				}
			}
		}
	}
	if want := []string{"confusion-train-2-2", "confusion-test-1-3"}; !slices.Equal(stops, want) {
		t.Errorf("stops at %v, want %v", stops, want)
	}
}
