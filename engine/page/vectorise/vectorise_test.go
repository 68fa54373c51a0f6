package vectorise

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
)

// open opens the panel with both grids in sight.
func open(fragment string) (*panel.Desk, *Panel) {
	d, p := paneltest.Desk(fragment), &Panel{}
	p.Do(d, []string{"sight", "loop", "0", "0", "21", "9", "true", "product", "0", "0", "21", "9", "true"})
	return d, p
}

// numbers are those in sight of a grid, row by row, NaN where there is none yet.
func numbers(t *testing.T, exact string) (rows [][]float64) {
	t.Helper()
	for _, line := range strings.Split(exact, "\n") {
		var row []float64
		for _, text := range strings.Split(line, "\t") {
			v, err := strconv.ParseFloat(text, 64)
			if text == "" {
				v = math.NaN()
			} else if err != nil {
				t.Fatal(err)
			}
			row = append(row, v)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestColumnsFillAndTheProductFillsAll(t *testing.T) {
	d, p := open("v=1&n=50&net=3&steps=20")
	if r := p.show(d); strings.Trim(r.Loop.Exact+r.Product.Exact, "\t\n") != "" || r.Filled.Get("filled") != 0 || r.Result.Key != "" {
		t.Errorf("at first there is %q, %q", r.Loop.Exact, r.Product.Exact)
	}
	if rule := p.show(d).Column; !strings.Contains(string(rule), "<mi>i</mi>") {
		t.Errorf("at first the rule is %s", rule)
	}
	p.Do(d, []string{"one"})
	p.Do(d, []string{"one"})
	if d.Example != 2 {
		t.Errorf("chosen is example %d", d.Example)
	}
	r := p.show(d)
	n, X := d.Session().Network(), d.Session().Inputs()
	for i, row := range numbers(t, r.Loop.Exact) {
		for j, z := range row {
			want := math.NaN()
			if j < 2 {
				want = n.W[1].Data[2*i]*X.Data[j] + n.W[1].Data[2*i+1]*X.Data[X.Stride+j] + n.B[1][i]
			}
			if !(math.Abs(z-want) < 1e-12) && !(math.IsNaN(z) && math.IsNaN(want)) {
				t.Errorf("z of unit %d, example %d is %g, want %g", i+1, j+1, z, want)
			}
		}
	}
	if strings.Trim(r.Product.Exact, "\t\n") != "" {
		t.Error("the product has numbers before it is taken")
	}
	if !strings.Contains(string(r.Column), `&#34;name&#34;:&#34;X&#34;,&#34;layer&#34;:0,&#34;row&#34;:2,&#34;col&#34;:0,&#34;example&#34;:2`) {
		t.Errorf("the column is %s", r.Column)
	}
	p.Do(d, []string{"stack"})
	if r := p.show(d); r.Result.Key != "" || math.IsNaN(numbers(t, r.Product.Exact)[2][4]) {
		t.Errorf("the product has %q", r.Product.Exact)
	}
	d.Calm = true
	p.Do(d, []string{"play"})
	if r := p.show(d); p.Busy() || r.Filled.Get("filled") != 50 || !strings.HasPrefix(r.Result.Key, "vectorise.") || r.Result.Get("rows") != 3 {
		t.Errorf("filled are %v, and it says %v", r.Filled.Get("filled"), r.Result)
	}
	p.Do(d, []string{"again"})
	if r := p.show(d); strings.Trim(r.Loop.Exact+r.Product.Exact, "\t\n") != "" || r.Result.Key != "" {
		t.Error("begun again there are numbers")
	}
}

func TestColumnsFillByThemselvesEverFaster(t *testing.T) {
	d, p := open("v=1&n=400")
	p.Do(d, []string{"play"})
	after := func(share float64) int {
		p.began = time.Now().Add(-time.Duration(share * float64(duration)))
		p.Work(d, 8)
		return p.filled
	}
	if half, most := after(0.5), after(0.9); half < 50 || half > 60 || most < 290 || most > 310 || !p.Busy() {
		t.Errorf("after half of the time %d are filled, after nine tenths %d", half, most)
	}
	p.Do(d, []string{"play"})
	if r := p.show(d); p.Busy() || r.Play.Key != "vectorise.play" {
		t.Error("it is not held")
	}
	held := p.filled
	p.Do(d, []string{"play"})
	p.Work(d, 8)
	if r := p.show(d); p.filled < held || p.filled > held+20 || r.Play.Key != "vectorise.hold" {
		t.Errorf("held at %d it goes on at %d", held, p.filled)
	}
	if after(1) != 400 || p.Busy() {
		t.Errorf("in the end %d are filled", p.filled)
	}
	p.Do(d, []string{"play"})
	if p.filled != 0 || !p.Busy() {
		t.Error("filled, it does not begin anew")
	}
	p.Leave(d)
	if p.Busy() {
		t.Error("closed, it fills on")
	}
}

func TestAnotherShapeBeginsAnew(t *testing.T) {
	d, p := open("v=1&net=3")
	p.Do(d, []string{"one"})
	p.Do(d, []string{"measure"})
	d.Session().Step(3)
	if p.show(d); p.filled != 1 {
		t.Error("a step empties the columns")
	}
	d.Run.Set("net", "4", "set")
	if r := p.show(d); p.filled != 0 || !r.Times.None {
		t.Error("of another network columns are filled")
	}
}

func TestBothWaysAreMeasured(t *testing.T) {
	d, p := open("v=1")
	p.Do(d, []string{"measure"})
	times := p.show(d).Times
	if times.None || len(times.Rows) != 2 || !strings.HasPrefix(times.Ratio.Key, "vectorise.ratio.") {
		t.Fatalf("got %v", times)
	}
	for _, row := range times.Rows {
		if row.Runs < 1 || !strings.HasSuffix(row.Each, " µs") || strings.HasPrefix(row.Each, "0 ") {
			t.Errorf("got %v", row)
		}
	}
}
