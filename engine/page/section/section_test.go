package section

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

func TestWhatIsShownOfWideData(t *testing.T) {
	d := paneltest.Shown("v=1&data=shell&n=100")
	do := func(intent string) Record {
		Part{}.Do(d, strings.Fields(intent))
		return Part{}.Record(d).(Record)
	}
	said := func(r Record) string {
		text := r.Across + r.Up + fmt.Sprint(r.Principal)
		for _, s := range r.Held {
			text += fmt.Sprintf(" %s at %d", s.Key, s.Position)
		}
		return text
	}
	first := said(do(""))
	if !strings.HasPrefix(first, "01false 2 at ") {
		t.Fatalf("at first: %s", first)
	}
	for _, test := range []struct{ intent, want string }{
		{"hold 2 200", "01false 2 at 200"},
		{"hold 2 0", "01false 2 at 0"},
		{"hold 2 201", "01false 2 at 0"},
		{"hold 2 x", "01false 2 at 0"},
		{"hold 7 3", "01false 2 at 0"},
		{"across 1", "10false 2 at 0"},
		{"up -1", "10false 2 at 0"},
		{"across 0", "01false 2 at 0"},
		{"principal true", "01true"},
		{"principal false", "01false 2 at 0"},
	} {
		if got := said(do(test.intent)); got != test.want {
			t.Errorf("%s: %s, want %s", test.intent, got, test.want)
		}
	}
	r := do("hold 2 200")
	if got := d.Session().Held()[2]; got != max(got, d.Session().Train().X[2][0]) || r.Held[0].Value == "" || r.Held[0].Symbol == "" || r.Held[0].Filled != "1" {
		t.Errorf("held at %v, told as %s", got, record.JSON(r))
	}
	if r = do("up 2"); len(r.Held) != 1 || r.Held[0].Key != "1" || len(r.Columns) != 3 {
		t.Errorf("%s", record.JSON(r))
	}
	if r = do("principal true"); r.Share.Key != "section.share" {
		t.Errorf("%s", record.JSON(r))
	}
	if r := (Part{}).Record(paneltest.Shown("v=1")).(Record); !r.Flat || r.Columns != nil {
		t.Errorf("of the plane: %s", record.JSON(r))
	}
	d = paneltest.Shown("v=1")
	d.Run.ReplacePoints(dataset.NewPoints(dataset.Set{X: [][]float64{{1, 2, 3}}, Y: []float64{0, 1, 1}}))
	if r := (Part{}).Record(d).(Record); !r.Flat || r.Columns != nil {
		t.Errorf("of one column: %s", record.JSON(r))
	}
}

// Of a table of many columns, with names and standardised, those that tell most are shown, here b and e, and the others held at
// their means, in the table's units.
func TestATableOfManyColumns(t *testing.T) {
	const columns = 13
	set, names := dataset.NewSet(columns, 30), dataset.Names{}
	for j := range columns {
		names.Inputs = append(names.Inputs, fmt.Sprintf("column %c", 'a'+j))
	}
	for i := range 30 {
		x := make([]float64, columns)
		for j := range x {
			x[j] = 1000*float64(j) + float64((i*(j+2)+i/7)%9)
		}
		set.Append(float64(i%3), x...)
	}
	points := dataset.NewPoints(set)
	points.Names = names
	d := paneltest.Shown("v=1")
	d.Run.ReplacePoints(points, config.Pair{Key: "scaling", Value: "standard"})
	r := Part{}.Record(d).(Record)
	if len(r.Columns) != columns || len(r.Held) != columns-2 || r.Columns[12].Name.Get("name") != "column m" || r.AcrossIs.Get("name") != "column b" || r.UpIs.Get("name") != "column e" || r.Across != "1" || r.Up != "4" || r.Held[0].Called != "column a" {
		t.Fatalf("%s", record.JSON(r))
	}
	for _, s := range r.Held {
		j, _ := strconv.Atoi(s.Key)
		mean, _, _ := dataset.Moments(set.X[j])
		if held := d.Session().Held()[j]; math.Abs(held-mean) > 1e-9 || s.Position <= 0 || s.Position >= 200 {
			t.Errorf("column %d is held at %v, its mean is %v", j, held, mean)
		}
	}
	Part{}.Do(d, []string{"principal", "true"})
	if r := (Part{}).Record(d).(Record); r.Share.Key == "" || r.Held != nil {
		t.Errorf("%s", record.JSON(r))
	}
	if got := d.Name(scene.Target{Kind: scene.Unit, Layer: 0, To: 2}); got.Get("name").(record.Text).Get("name") != "column b" {
		t.Errorf("an input is called %v", got)
	}
}
