package graph

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

// visible are the keys of the nodes on show.
func visible(r Record) string {
	var keys []string
	for _, n := range r.Nodes {
		if !strings.Contains(n.Class, "graph-hidden") {
			keys = append(keys, n.Key)
		}
	}
	return strings.Join(keys, " ")
}

// derivatives is how many derivatives are on show.
func derivatives(r Record) (count int) {
	for _, n := range r.Nodes {
		if n.Slope != "" && !strings.Contains(n.Numbers+n.Slopes, "graph-hidden") {
			count++
		}
	}
	return count
}

// holds reports whether the numbers stand in a formula, one after the other.
func holds(m record.Markup, values ...float64) bool {
	rest := string(m)
	for _, v := range values {
		_, digits, _ := strings.Cut(number.Of(v).MathML(), ">")
		_, after, found := strings.Cut(rest, ">"+digits)
		if !found {
			return false
		}
		rest = after
	}
	return true
}

// Everything that a graph shows, worked out here from the parameters, for hidden layers of tanh and a sigmoid output.
func TestTheNumbersOfAnExample(t *testing.T) {
	for _, test := range []struct {
		link    string
		example int
	}{{"v=1&net=0&steps=20", 1}, {"v=1&steps=30", 1}, {"v=1&net=3,2&steps=50", 17}} {
		d, p := paneltest.Desk(test.link), &Panel{}
		d.Choose(test.example)
		n, X := d.Session().Network(), d.Session().Inputs()
		i := test.example - 1
		type node struct{ value, slope []float64 }
		want := map[string]*node{"Y": {value: []float64{d.Session().Train().Y[i]}}}
		x := []float64{X.Data[i], X.Data[X.Stride+i]}
		as := [][]float64{x}
		want["X"] = &node{value: x}
		for l := 1; l <= n.Layers(); l++ {
			var z, a []float64
			for r, b := range n.B[l] {
				sum := b
				for c, v := range as[l-1] {
					sum += n.W[l].Data[r*n.W[l].Cols+c] * v
				}
				z = append(z, sum)
				if l == n.Layers() {
					a = append(a, 1/(1+math.Exp(-sum)))
				} else {
					a = append(a, math.Tanh(sum))
				}
			}
			as = append(as, a)
			want[fmt.Sprint("Z", l)], want[fmt.Sprint("A", l)] = &node{value: z}, &node{value: a}
			want[fmt.Sprint("W", l)], want[fmt.Sprint("b", l)] = &node{value: n.W[l].Data}, &node{value: n.B[l]}
		}
		a, y := as[n.Layers()][0], want["Y"].value[0]
		upper := []float64{-y/a + (1-y)/(1-a)}
		for l := n.Layers(); l >= 1; l-- {
			var dz, dw, below []float64
			for r, v := range as[l] {
				slope := 1 - v*v
				if l == n.Layers() {
					slope = v * (1 - v)
				}
				dz = append(dz, upper[r]*slope)
				for _, v := range as[l-1] {
					dw = append(dw, dz[r]*v)
				}
			}
			for c := range as[l-1] {
				sum := 0.
				for r := range dz {
					sum += dz[r] * n.W[l].Data[r*n.W[l].Cols+c]
				}
				below = append(below, sum)
			}
			want[fmt.Sprint("A", l)].slope, want[fmt.Sprint("Z", l)].slope = upper, dz
			want[fmt.Sprint("W", l)].slope, want[fmt.Sprint("b", l)].slope = dw, dz
			upper = below
		}
		want["X"].slope = upper
		r := p.show(d)
		for _, shown := range r.Nodes[:len(r.Nodes)-1] {
			w := want[shown.Key]
			if !holds(shown.Value, w.value...) {
				t.Errorf("%s: %s is %s, want %v", test.link, shown.Key, shown.Value, w.value)
			}
			if !holds(shown.Slope, w.slope...) {
				t.Errorf("%s: d%s is %s, want %v", test.link, shown.Key, shown.Slope, w.slope)
			}
		}
		loss := -(y*math.Log(a) + (1-y)*math.Log(1-a))
		if last := r.Nodes[len(r.Nodes)-1]; last.Key != "L" || !last.Last || !holds(last.Content, loss) {
			t.Errorf("%s: the loss is %s, want %g", test.link, last.Content, loss)
		}
	}
}

func TestStepsLeadForwardAndBack(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=2"), &Panel{}
	expect := func(nodes string, slopes int) {
		t.Helper()
		if r := p.show(d); visible(r) != nodes || derivatives(r) != slopes {
			t.Errorf("got %s and %d derivatives, want %s and %d", visible(r), derivatives(r), nodes, slopes)
		}
	}
	const all = "X W1 b1 Z1 A1 W2 b2 Z2 A2 Y L"
	expect(all, 9)
	p.Do(d, []string{"start"})
	expect("X W1 b1 Z1", 0)
	if r := p.show(d); r.Place.Key != "graph.forward" || r.Place.Get("steps") != 11 || !r.Start || r.End || len(r.Edges) != 3 {
		t.Errorf("at the start: %v, %d edges", r.Place, len(r.Edges))
	}
	p.Do(d, []string{"back"})
	p.Do(d, []string{"next"})
	expect("X W1 b1 Z1 A1", 0)
	for range 3 {
		p.Do(d, []string{"key", "ArrowRight"})
	}
	expect(all, 0)
	p.Do(d, []string{"next"})
	expect(all, 1)
	if r := p.show(d); r.Direction != "graph-told backward" || len(r.Told) != 1 || r.Told[0].Key != "A2" {
		t.Errorf("told is %v", r.Told)
	}
	p.Do(d, []string{"next"})
	p.Do(d, []string{"next"})
	expect(all, 4)
	if told := p.show(d).Told; len(told) != 2 || told[0].Key != "W2" || told[1].Key != "b2" {
		t.Errorf("told is %v", told)
	}
	p.Do(d, []string{"key", "ArrowLeft"})
	expect(all, 2)
	p.Do(d, []string{"key", "Home"})
	p.Do(d, []string{"key", "End"})
	expect(all, 9)
	if r := p.show(d); !r.End {
		t.Error("the last step is not the end")
	}
	d.Asked()
	p.Do(d, []string{"explain", "A1"})
	expect("X W1 b1 Z1 A1", 0)
	if asked := d.Asked(); len(asked) != 1 || asked[0].With != (panel.Focus{ID: "graph-A1"}) {
		t.Errorf("asked for %v", asked)
	}
	p.Do(d, []string{"explain", "A1"})
	expect(all, 5)
	p.Do(d, []string{"explain", "nonsense"})
	expect(all, 5)
	d.Run.Set("net", "3", "set")
	expect(all, 9)
}

// The number of the example, which all formulas are of, stands in none.
func TestFormulasAreOfOneExample(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=2"), &Panel{}
	d.Choose(17)
	p.Do(d, []string{"start"})
	r := p.show(d)
	text := regexp.MustCompile("<[^>]*>").ReplaceAllString(fmt.Sprint(r.Told[0].Pieces), "")
	if !strings.HasPrefix(text, "[z[1]") || strings.Contains(text, "17") || r.Label.Get("example") != 17 {
		t.Errorf("told is %s", text)
	}
}

func TestLogisticRegressionGrows(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=0"), &Panel{}
	if r := p.show(d); visible(r) != "X W1 b1 Z1 A1 Y L" || !r.Logistic || r.Hidden || d.Example != 1 {
		t.Errorf("got %s", visible(r))
	}
	p.Do(d, []string{"grow"})
	if r := p.show(d); r.Logistic || d.Session().Config().Net[0] != 4 {
		t.Errorf("it grows %v", d.Session().Config().Net)
	}
	p.Do(d, []string{"shrink"})
	if r := p.show(d); !r.Logistic {
		t.Error("it does not shrink")
	}
	p.Do(d, []string{"example", "type", "17"})
	if r := p.show(d); r.Example.Number != "17" {
		t.Errorf("shown is example %s", r.Example.Number)
	}
}

func TestLargeLayersUnfold(t *testing.T) {
	d, p := paneltest.Desk("v=1&net=6"), &Panel{}
	weights := func() Node { return p.show(d).Nodes[1] }
	if w := weights(); w.Whole || w.Value != "" || w.Shape != "6 × 2" || w.Unfolded != "false" || strings.Contains(string(w.Slope), "<mtd>") {
		t.Errorf("got %v", w)
	}
	p.Do(d, []string{"unfold", "W1"})
	if w := weights(); strings.Count(string(w.Value), "<mtd>") != 12 || w.Unfolded != "true" || w.Fold.Key != "graph.fold" {
		t.Errorf("unfolded: %v", w)
	}
	p.Do(d, []string{"unfold", "W1"})
	if w := weights(); w.Value != "" {
		t.Errorf("folded: %v", w)
	}
	if r := p.show(d); len(r.Rows) != 0 {
		t.Error("a closed table has rows")
	}
	p.Do(d, []string{"table", "true"})
	r := p.show(d)
	if len(r.Rows) != 11 || !holds(r.Rows[1].Value, d.Session().Network().W[1].Data...) || r.Rows[1].Name != "W[1]: " {
		t.Errorf("the table has %v", r.Rows)
	}
}
