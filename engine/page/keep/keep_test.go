package keep

import (
	"math/rand/v2"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	"shallows/engine/link"
	"shallows/engine/session"
)

// drawn is a run over a table of so many rows and columns, with so many classes, 0 for values.
func drawn(rows, columns, classes int, names dataset.Names) *session.Session {
	random := rand.New(rand.NewPCG(1, 2))
	set := dataset.NewSet(columns, rows)
	for range rows {
		x := make([]float64, columns)
		for j := range x {
			x[j] = random.NormFloat64()
		}
		y := random.NormFloat64()
		if classes > 0 {
			y = float64(random.IntN(classes))
		}
		set.Append(y, x...)
	}
	points := dataset.NewPoints(set)
	points.Values, points.Names = classes == 0, names
	s := session.New(config.Default())
	s.Replace(points, config.Pair{Key: "scaling", Value: "standard"}, config.Pair{Key: "yscaling", Value: "standard"})
	return s
}

// What was too much for a link is the same run again, to the last bit.
func TestAFileIsTheSameRun(t *testing.T) {
	for name, s := range map[string]*session.Session{
		"a large table":          drawn(5000, 16, 3, dataset.Names{}),
		"names":                  drawn(20, 3, 3, dataset.Names{Inputs: []string{"a, b", "", "长 \"度\""}, Target: "Shallows", Classes: []string{"no", "", "yes"}}),
		"names that are numbers": drawn(20, 3, 3, dataset.Names{Classes: []string{"2", "1", "0"}}),
		"values":                 drawn(20, 4, 0, dataset.Names{Target: "price"}),
		"one column":             drawn(20, 1, 2, dataset.Names{}),
	} {
		s.Step(3)
		if name == "values" { // where settings and data do not lead
			if err := s.SetWeight(1, 2, 1, 0.125); err != nil {
				t.Fatal(err)
			}
		}
		if Needed(s) != (name == "a large table") {
			t.Errorf("%s: a file is needed: %v", name, Needed(s))
		}
		text := Write(s)
		fragment, points, ok := Read(text)
		if !ok || !points.Equal(s.Own()) {
			t.Fatalf("%s: read as %d points, %v, of %.300s", name, points.Len(), ok, text)
		}
		opened := link.OpenOver(fragment, points)
		opened.Run.Step(opened.Steps - opened.Run.At())
		if len(opened.Warnings) > 0 || opened.Run.Metrics().Cost != s.Metrics().Cost || opened.Run.At() != 3 {
			t.Errorf("%s: opened with %v at %d, the costs are %v and %v", name, opened.Warnings, opened.Run.At(), opened.Run.Metrics().Cost, s.Metrics().Cost)
		}
		if len(text) > table.MaxFile {
			t.Errorf("%s: %d bytes are more than a file has", name, len(text))
		}
		if name == "names" {
			if _, problem := table.Parse(text); problem != nil {
				t.Errorf("without its first line it is %+v", problem)
			}
		}
	}
}

// Any other text is no such file, and a file that was changed is one only where it is whole.
func TestWhatIsNoFile(t *testing.T) {
	good := Write(drawn(3, 2, 2, dataset.Names{Inputs: []string{"a", "b"}, Target: "c", Classes: []string{"u", "v"}}))
	if _, _, ok := Read(strings.ReplaceAll(good, "\n", "\r\n")); !ok {
		t.Error("with the line ends of Windows it is none")
	}
	line, rest, _ := strings.Cut(good, "\n")
	for name, text := range map[string]string{
		"nothing":            "",
		"a table":            rest,
		"no JSON":            first + "{\n" + rest,
		"no table":           line,
		"no rows":            line + "\na,b,c\n",
		"no number":          strings.Replace(good, "\na,b,c\n", "\na,b,c\n1,zwei,u\n", 1),
		"beyond numbers":     strings.Replace(good, "\na,b,c\n", "\na,b,c\n1,1e99,u\n", 1),
		"another class":      strings.Replace(good, "\na,b,c\n", "\na,b,c\n1,2,w\n", 1),
		"ragged":             strings.Replace(good, "\na,b,c\n", "\na,b,c\n1,2\n", 1),
		"names too many":     strings.Replace(good, `["a","b"]`, `["a","b","d"]`, 1),
		"names alike":        strings.Replace(good, `["a","b"]`, `["a","A"]`, 1),
		"classes too many":   strings.Replace(good, `["u","v"]`, `["u","v","1","2","3","4","5","6","7","8","9"]`, 1),
		"rows too many":      line + "\na,b,c\n" + strings.Repeat("1,2,u\n", 5001),
		"columns too many":   line + "\n" + strings.Repeat("a,", 17) + "c\n" + strings.Repeat("1,", 17) + "u\n",
		"a quote for nobody": good + "\"",
	} {
		if _, _, ok := Read(text); ok {
			t.Errorf("%s is a file", name)
		}
	}
	if _, points, ok := Read(good); !ok || points.Len() != 3 {
		t.Error("the file itself is none")
	}
}
