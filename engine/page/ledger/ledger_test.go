package ledger

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/grid"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/quantities"
	"shallows/engine/page/record"
)

func do(p *Panel, d *panel.Desk, words string) { p.Do(d, strings.Fields(words)) }

// items are the quantities on show, by their headings.
func items(r Record) (headings string, all []quantities.Item) {
	for _, group := range r.Groups {
		headings += group.Key + ":"
		for _, item := range group.Items {
			headings += " " + item.Key
			all = append(all, item)
		}
		headings += "\n"
	}
	return headings, all
}

// written is the markup of a formula as plain text.
func written[M ~string](pieces []M) string {
	text := ""
	for _, piece := range pieces {
		text += regexp.MustCompile(`<[^>]*>|[\x{2061}\x{2062}]`).ReplaceAllString(string(piece), "")
	}
	return text
}

// see has a grid of the panel in sight, in whole.
func see(p *Panel, d *panel.Desk, key string) grid.Record {
	do(p, d, "sight "+key+" 0 0 3000 3000 true")
	_, all := items(p.show(d))
	for _, item := range all {
		for _, one := range item.Grids {
			if one.Key == key {
				return one.Grid
			}
		}
	}
	return grid.Record{}
}

func TestTheQuantitiesInTheLecturesOrder(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1", `forward: X W[1] b[1] Z[1] A[1] W[2] b[2] Z[2] A[2]
cost: Y J
backward: dZ[2] dW[2] db[2] dA[1] dZ[1] dW[1] db[1]
updating: W[1]' b[1]' W[2]' b[2]'
`},
		{"v=1&net=0&opt=momentum", `forward: X W[1] b[1] Z[1] A[1]
cost: Y J
backward: dZ[1] dW[1] db[1]
updating: vdW[1] vdb[1] vdW[1]' vdb[1]' W[1]' b[1]'
`},
	} {
		if got, _ := items((&Panel{}).show(paneltest.Desk(test.link))); got != test.want {
			t.Errorf("%s:\n%s", test.link, got)
		}
	}
}

// The numbers of a grid are the run's own, and what the update makes of them is what the run makes of them next.
func TestTheNumbersAreTheRuns(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=50"), &Panel{}
	numbers := func(key string) (list []float64) {
		for _, text := range strings.FieldsFunc(see(p, d, key).Exact, func(r rune) bool { return r == '\t' || r == '\n' }) {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, v)
		}
		return list
	}
	if got, want := numbers("W[1]"), d.Session().Network().W[1].Data; !slices.Equal(got, want) {
		t.Errorf("W[1] is %v, the run's %v", got, want)
	}
	if got, want := numbers("J")[0], d.Session().Metrics().Cost; got != want {
		t.Errorf("J is %v, the run's %v", got, want)
	}
	if got, want := numbers("W[1]'-"), numbers("W[1]"); !slices.Equal(got, want) {
		t.Errorf("beside what W[1] becomes stands %v, it is %v", got, want)
	}
	after := numbers("W[1]'")
	d.Session().Step(1)
	for i, w := range d.Session().Network().W[1].Data {
		if diff := w - after[i]; diff > 1e-12 || diff < -1e-12 {
			t.Errorf("weight %d becomes %v, the ledger says %v", i, w, after[i])
		}
	}
	if got, want := numbers("W[1]"), d.Session().Network().W[1].Data; !slices.Equal(got, want) {
		t.Errorf("a step on W[1] is %v, the run's %v", got, want)
	}
}

func TestShapes(t *testing.T) {
	d, p := paneltest.Desk("v=1&batch=16&scaling=standard"), &Panel{}
	shape := func(key string) string {
		_, all := items(p.show(d))
		i := slices.IndexFunc(all, func(item quantities.Item) bool { return item.Key == key })
		return all[i].Shape[0].(string)
	}
	if got := shape("X"); got != "(2, 16)" || !p.show(d).Examples[0].Chosen {
		t.Errorf("of a batch X is %s", got)
	}
	do(p, d, "examples all")
	if got := shape("X"); got != "(2, 400)" || !p.show(d).Examples[1].Chosen {
		t.Errorf("of all examples X is %s", got)
	}
	_, all := items(p.show(d))
	if x, b := all[0], all[2]; x.Standard.Key != "ledger.standardised" || len(b.Shape) != 3 || b.Grids[0].Grid.Broadcast != 400 {
		t.Errorf("X is %v, b[1] %v", x, b)
	}
}

// Where the next update is beyond all numbers each cell says so.
func TestNoCellIsBlankHoweverTheUpdateEnds(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=1&act=linear&out=linear&data=plane"), &Panel{}
	if err := d.Session().SetWeight(2, 1, 1, 1e-10); err != nil {
		t.Fatal(err)
	}
	if err := d.Session().SetWeight(1, 1, 1, 1e160); err != nil {
		t.Fatal(err)
	}
	none := false
	_, all := items(p.show(d))
	for _, item := range all {
		for _, one := range item.Grids {
			cells := see(p, d, one.Key)
			for _, text := range strings.Split(strings.ReplaceAll(cells.Cells, "\n", "\t"), "\t") {
				none = none || strings.HasSuffix(text, "∞") || text == "NaN"
				if text == "" {
					t.Fatalf("%s has a blank cell", one.Key)
				}
			}
		}
	}
	if !none {
		t.Error("all is finite: the test is of nothing")
	}
}

func TestTheFormulaOfWhatIsPointedAt(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=4&steps=50"), &Panel{}
	full := func() (lines []string) {
		for _, line := range p.show(d).Full.Lines {
			lines = append(lines, written(line.Pieces))
		}
		return lines
	}
	if got := full(); len(got) != 2 || !strings.HasPrefix(got[0], "z1[1](1)=w11[1]x1(1)+") || !strings.HasPrefix(got[1], "a1[1](1)=tanh(z1[1](1))=") {
		t.Errorf("before anything is pointed at: %q", got)
	}
	for _, test := range []struct {
		at    lecture.Symbol
		lines int
		first string
	}{
		{lecture.Symbol{Name: lecture.A, Layer: 1, Row: 4}, 2, "z4[1](1)="},
		{lecture.Symbol{Name: lecture.X, Row: 2}, 1, "x2(1)="},
		{lecture.Symbol{Name: lecture.Z, Layer: 1, Row: 2, Example: 7}, 2, "z2[1](7)="},
		{lecture.Symbol{Name: lecture.W, Layer: 1, Row: 2, Col: 1}, 3, "w21[1]="},
		{lecture.Symbol{Name: lecture.B, Layer: 1, Row: 2, Next: true}, 3, "b2[1]="},
		{lecture.Symbol{Name: lecture.DZ, Layer: 2, Row: 1}, 1, "dz1[2](1)=a1[2](1)−y(1)="},
		{lecture.Symbol{Name: lecture.Y, Example: 3}, 1, "y(3)="},
		{lecture.Symbol{Name: lecture.DW, Layer: 1}, 1, "dW[1]=1m"},
		{lecture.Symbol{Name: lecture.J}, 1, "J=−1m"},
		{lecture.Symbol{Name: lecture.Alpha}, 1, "J=−1m"},
		{lecture.Symbol{}, 1, "J=−1m"},
	} {
		d.Point(test.at)
		if got := full(); len(got) != test.lines || !strings.HasPrefix(got[0], test.first) {
			t.Errorf("%v: %q", test.at, got)
		}
	}
	d.Point(lecture.Symbol{Name: lecture.A, Layer: 1, Row: 4})
	full()
	d.Point(lecture.Symbol{})
	d.Run.Set("net", "3", "set")
	if got := full(); !strings.HasPrefix(got[0], "z1[1](1)=") {
		t.Errorf("of a unit that is gone: %q", got)
	}
	if live := p.show(d).Full.Live; live != "polite" {
		t.Errorf("at rest it is told %s", live)
	}
	d.Moving = true
	if live := p.show(d).Full.Live; live != "off" {
		t.Errorf("while numbers change it is told %s", live)
	}
}

func TestAnExampleIsChosen(t *testing.T) {
	d, p := paneltest.Desk("v=1&batch=16"), &Panel{}
	batch := []int{}
	for _, i := range d.Session().Ahead() {
		batch = append(batch, i+1)
	}
	if r := p.show(d); r.Example.Number != strconv.Itoa(batch[0]) || r.Example.Total != "/ 400" {
		t.Errorf("at first it is %v, the batch %v", r.Example, batch)
	}
	for _, test := range []struct {
		words string
		want  int
	}{
		{"1", batch[1]}, {"1", batch[2]}, {"-1", batch[1]}, {"-1", batch[0]}, {"-1", batch[0]},
		{"type 3", 3}, {"type 0", 1}, {"type 1,000", 400}, {"type three", 400}, {"type", 400}, {"1", batch[0]},
	} {
		if do(p, d, "example "+test.words); d.Example != test.want {
			t.Errorf("%s: %d, want %d", test.words, d.Example, test.want)
		}
	}
	d.Asked()
	p.Follow(d)
	if asked := d.Asked(); len(asked) != 1 || asked[0].With.(grid.Scroll).Key != "X" {
		t.Errorf("the column is brought into sight by %v", asked)
	}
}

func TestTheNotation(t *testing.T) {
	for _, test := range []struct {
		link, words      string
		note             []string
		target, notation string
		cost             string
	}{
		{"v=1", "", nil, "binary", "bracket", "J=−1m∑i=1m(y(i)log(a1[2](i))"},
		{"v=1", "targets signed", []string{"targets.signed.bce"}, "signed", "bracket", "J=1m∑i=1mlog(1+e−y(i)z1[2](i))"},
		{"v=1", "notation round", []string{"notation.note"}, "binary", "round", "J=−1m∑i=1m(yilog(a1,i(2))"},
		{"v=1&out=tanh&loss=mse", "targets binary", []string{"targets.binary.mse"}, "binary", "bracket", "J=12m"},
		{"v=1&data=plane", "targets signed", nil, "signed", "bracket", "J=12m"},
		{"v=1", "notation nonsense", nil, "binary", "bracket", "J"},
	} {
		d, p := paneltest.Desk(test.link), &Panel{}
		do(p, d, test.words)
		r := p.show(d)
		var note []string
		for _, part := range r.Note {
			note = append(note, part.(record.Text).Key)
		}
		_, all := items(r)
		i := slices.IndexFunc(all, func(item quantities.Item) bool { return item.Key == "J" })
		cost := written(all[i].Formula)
		if !slices.Equal(note, test.note) || r.Target != test.target || r.Notation != test.notation || !strings.HasPrefix(cost, test.cost) {
			t.Errorf("%s, %s: %v %s %s %s", test.link, test.words, note, r.Target, r.Notation, cost)
		}
		if r.Regression != (test.link == "v=1&data=plane") || r.Plain != (len(note) == 0) {
			t.Errorf("%s: %+v", test.link, r)
		}
	}
}

func TestATalkShowsItLeafByLeaf(t *testing.T) {
	d, p := paneltest.Desk("v=1&steps=3"), &Panel{}
	whole, _ := items(p.show(d))
	d.Presenting = true
	told := ""
	for p.Begin(d); ; {
		headings, _ := items(p.show(d))
		told += headings
		if at, of := p.Steps(); at == 3 && (headings != "forward: Z[1] A[1]\n" || of != 11) {
			t.Errorf("the third of %d leaves is %s", of, headings)
		}
		if at, _ := p.Steps(); at == 6 && !strings.HasPrefix(written(p.show(d).Full.Lines[0].Pieces), "dz1[2](1)=") {
			t.Errorf("in full stands %s", written(p.show(d).Full.Lines[0].Pieces))
		}
		if !p.Turn(d, 1) {
			break
		}
	}
	names := regexp.MustCompile(`(\w+:|\s)+`)
	if got, want := names.ReplaceAllString(told, " "), names.ReplaceAllString(whole, " "); got != want {
		t.Errorf("leaves have %s, want %s", got, want)
	}
	d.Run.Set("net", "0", "set") // which has fewer
	if p.show(d); p.at != len(p.leaves)-1 {
		t.Errorf("it is at leaf %d of %d", p.at, len(p.leaves))
	}
	d.Presenting = false
	if headings, _ := items(p.show(d)); strings.Count(headings, "\n") != 4 {
		t.Errorf("after the talk there is %s", headings)
	}
}
