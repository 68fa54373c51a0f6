package bench

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/session"
)

// tables are what courses have published, as benches. In a long training rounding can decide an example: what was
// published came of NumPy's sums, this engine's are in another order, and the places below are all that was printed.
var tables = []struct {
	name, fragment  string
	accuracies      []float64 // percent, to the places that are published
	places          float64   // half of the last one
	published, here string    // as the panel shows them
}{
	{
		"hidden sizes: course 1, week 3, tuning the hidden layer size",
		"v=1&bench=net~1~2~3~4~5~20~50~seeds~1~steps~5000",
		[]float64{67.5, 67.25, 90.75, 90.5, 91.25, 90.0, 90.25}, 0.005,
		"67.5, 67.25, 90.75, 90.5, 91.25, 90.0, 90.25 %", "67.5, 67.25, 90.75, 90.5, 91.25, 90, 90.25 %",
	},
	{
		"logistic regression: course 1, week 3",
		"v=1&net=0&bench=seeds~1~steps~5000",
		[]float64{47}, 0.5,
		"47 %", "47 %",
	},
	{
		"initialisation: course 2, week 1; 15,000 updates of all examples",
		"v=1&data=skcircles&n=300&net=10,5&act=relu&seed=3&lr=0.01&bench=seeds~1~steps~15000~" +
			"row~init~zeros~row~scale~10~row~init~he",
		[]float64{50, 83, 99.33}, 0.005,
		"50, 83, 99.33 %", "50, 83, 99.33 %",
	},
	{
		"optimizers: course 2, week 2; 10,000 epochs of five batches",
		"v=1&data=skmoons&n=300&dseed=3&net=5,2&act=relu&init=he&seed=3&lr=0.0007&batch=64&bseed=11&bench=opt~gd~momentum~adam~seeds~1~steps~50000",
		[]float64{79.7, 79.7, 94.0}, 0.05,
		"79.7, 79.7, 94.0 %", "79.67, 79.67, 94 %",
	},
}

// Takes about ten seconds alone on a core, most of it for 20 and 50 hidden units and for the optimizers' 150,000 updates.
func TestPublishedTables(t *testing.T) {
	for _, table := range tables {
		t.Run(table.name, func(t *testing.T) {
			t.Parallel()
			b := run(plan(t, table.fragment), InOrder, 1e9)
			if len(b.rows) != len(table.accuracies) {
				t.Fatalf("%d rows, want %d", len(b.rows), len(table.accuracies))
			}
			var here []string
			for i, want := range table.accuracies {
				r, _ := b.Result(i, 0)
				if got := 100 * r.Accuracy; math.Abs(got-want) > table.places+1e-9 {
					t.Errorf("%s: %v %% at step %d, want %v %%", b.rows[i].Config.Encode(), got, r.Step, want)
				}
				here = append(here, strconv.FormatFloat(math.Round(1e4*r.Accuracy)/100, 'f', -1, 64))
				if b.rows[i].Config.Scale == 10 && !says(t, "bench.course.rounding", fmt.Sprintf("%.5f", r.Cost)) {
					t.Errorf("the cost from large weights is %v", r.Cost)
				}
			}
			if got := strings.Join(here, ", ") + " %"; got != table.here {
				t.Errorf("%s, want %s", got, table.here)
			}
			offered(t, table.fragment, table.published, table.here)
		})
	}
}

// offered checks that the panel has a bench as a link, in a row of its table with these numbers.
func offered(t *testing.T, fragment, published, here string) {
	t.Helper()
	template := file(t, "../../web/templates/bench.html")
	_, row, found := strings.Cut(template, `href="#`+strings.ReplaceAll(fragment, "&", "&amp;")+`"`)
	row, _, _ = strings.Cut(row, "</tr>")
	if !found || published != "" && !strings.HasSuffix(row, `<td class="number">`+published+`</td><td class="number">`+here+`</td>`) {
		t.Errorf("web/templates/bench.html has another table for %s: %s", fragment, row)
	}
}

// says reports whether a text of the page has a number in both languages.
func says(t *testing.T, key, number string) bool {
	t.Helper()
	for _, language := range []string{"en", "zh-Hans"} {
		var texts map[string]any
		if err := json.Unmarshal([]byte(file(t, "../../web/locales/"+language+".json")), &texts); err != nil {
			t.Fatal(err)
		}
		text, _ := texts[key].(string)
		if !slices.Contains(numbers.FindAllString(text, -1), number) {
			return false
		}
	}
	return true
}

var numbers = regexp.MustCompile(`\d+(\.\d+)?`)

func file(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The costs that the course prints of its default.
func TestPublishedCosts(t *testing.T) {
	p := plan(t, "v=1&bench=seeds~1~steps~2000")
	r, _ := run(p, InTurn, 1e8).Result(0, 0)
	offered(t, "v=1&bench=seeds~1~steps~2000", "0.693048, 0.288083, 0.254385", "0.693048, 0.288083, 0.254385")
	for i, step := range p.Samples() {
		want, published := map[int]float64{0: 0.693048, 1000: 0.288083, 2000: 0.254385}[step]
		if published && math.Abs(r.Curve[i]-want) > 5e-7 {
			t.Errorf("the cost at step %d is %v, want %v", step, r.Curve[i], want)
		}
	}
}

// A graded sheet: six networks with three activations on two data sets. Two settings vary, and the other data are
// a second link; or all are one, with rows beside.
func TestTheGradedSheetIsOneLink(t *testing.T) {
	link := "v=1&n=100&lr=0.1&init=xavier&bench=seeds~3~steps~20~goal~accuracy~0.9"
	for _, data := range []string{"circle", "xor"} {
		for _, net := range []string{"1", "2", "4", "8", "2,2", "4,4"} {
			for _, act := range []string{"tanh", "relu", "sigmoid"} {
				link += "~row~data~" + data + "~net~" + net + "~act~" + act
			}
		}
	}
	p := plan(t, link)
	b := run(p, InTurn, 1e8)
	if len(b.rows) != 36 || len(b.plan.Differing(b.rows)) != 3 || b.Runs() != 108 {
		t.Fatalf("%d rows that differ in %d settings", len(b.rows), len(b.plan.Differing(b.rows)))
	}
	for i, row := range b.rows {
		single := session.New(p.Seeds.In(row.Config, 2))
		single.Step(20)
		if r, _ := b.Result(i, 2); r.Cost != single.Metrics().Cost || r.Step != 20 {
			t.Errorf("%s ends with %+v", row.Config.Encode(), r.Metrics)
		}
	}
}

// The exercises of docs/bench.md, some four seconds of a core: how many runs of each row reach the goal, and the median steps or, without a goal, costs.
func TestExercises(t *testing.T) {
	guide := file(t, "../../docs/bench.md")
	for _, test := range []struct{ fragment, want, key, told string }{
		{"v=1&data=xor&net=2&init=xavier&lr=1&bench=seeds~100~steps~1000~goal~accuracy~0.85", "64 160", "xor", "64"},
		{"v=1&data=xor&net=4&init=xavier&lr=1&bench=seeds~100~steps~1000~goal~accuracy~0.85", "100 23", "xor", "100"},
		{"v=1&bench=lr~0.01..100~seeds~5~steps~500", "0.693 0.685 0.631 0.359 0.306 0.285 0.296 1.315 7.067", "rate", "0.693 0.285"},
		{
			"v=1&data=skmoons&n=300&net=5&init=xavier&bench=opt~gd~momentum~adam~lr~0.1~1~seeds~20~steps~500~goal~cost~0.2",
			"0 NaN, 16 214, 0 NaN, 14 248, 20 71, 14 32.5",
			"momentum", "16 14 71",
		},
		{"v=1&bench=net~1..6~seeds~10~steps~2000~goal~accuracy~0.89", "0 NaN, 0 NaN, 9 576, 10 648, 10 904, 10 1032", "units", "9 576 10 1032"},
	} {
		t.Run(test.fragment, func(t *testing.T) {
			t.Parallel()
			b := run(plan(t, test.fragment), InOrder, 1e9)
			var got []string
			for _, l := range b.Lines() {
				if l.Diverged > 0 {
					t.Errorf("row %d diverges", l.Row)
				}
				if b.plan.Goal.Metric == "" {
					got = append(got, fmt.Sprintf("%.3f", l.Spread[Cost].Median))
				} else {
					got = append(got, fmt.Sprintf("%d %v,", l.Rate.Reached, l.Rate.Steps))
				}
			}
			if got := strings.TrimSuffix(strings.Join(got, " "), ","); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
			for _, number := range strings.Fields(test.told) {
				if !slices.Contains(numbers.FindAllString(test.want, -1), number) || !says(t, "bench.exercise."+test.key+".says", number) {
					t.Errorf("the page tells another number than %s", number)
				}
			}
			// Guide and panel have the first and speak of the second.
			offer := strings.Replace(test.fragment, "xor&net=4", "xor&net=2", 1)
			if !strings.Contains(guide, "`"+offer+"`") {
				t.Errorf("docs/bench.md has another exercise")
			}
			offered(t, offer, "", "")
		})
	}
	low, high := Wilson(64, 100)
	if math.Round(100*low) != 54 || math.Round(100*high) != 73 || !says(t, "bench.exercise.xor.says", "54") || !says(t, "bench.exercise.xor.says", "73") {
		t.Errorf("64 of 100: %v to %v", low, high)
	}
}
