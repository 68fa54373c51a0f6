package lesson

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// These tests hold every number that a lesson tells against the run that it speaks of. The lessons' files declare them
// beside what they belong to: what is said, of which measure, of which run (else that of the thing to try, of the task
// or of the lesson) and after how many steps (else those of its link). What a text claims without a number is declared
// as a condition.

const folder = "../../web/lessons/"

type (
	description struct {
		Start string
		Pages []page
	}
	page struct {
		Open    *string
		Panel   string
		Tries   []try
		Task    []asked
		Fewest  string
		Answer  *int
		Numbers []number_
		Claims  []claim
	}
	try struct {
		Open    string
		Numbers []number_
		Claims  []claim
	}
	number_ struct {
		Says, Of string
		Run      *string
		Steps    *int
	}
	claim struct {
		asked
		Run   *string
		Steps *int
	}
	asked struct {
		Of                     string
		Is, Keep               []string
		AtLeast, AtMost, Below *float64
	}
	words struct {
		Pages []struct {
			Heading string
			Text    []string
			Choices []struct{ Text, Why string }
			Tries   []struct{ Label, Look string }
			Solved  string
		}
	}
)

func (a asked) condition() Condition {
	return Condition{Of: a.Of, Is: a.Is, AtLeast: a.AtLeast, AtMost: a.AtMost, Below: a.Below, Keep: a.Keep}
}

func read(t *testing.T, file string, into any) {
	t.Helper()
	text, err := os.ReadFile(folder + file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// lessons returns the descriptions by their names.
func lessons(t *testing.T) map[string]description {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	list := make(map[string]description)
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".json"); ok {
			var d description
			read(t, e.Name(), &d)
			list[id] = d
		}
	}
	if len(list) != len(IDs) {
		t.Fatalf("%d lessons", len(list))
	}
	return list
}

// plain are numbers that stand in formulas, name classes and layers, or count what stands beside them.
var plain = []string{"0", "1", "2", "3"}

// item is a part of a page: texts, and the numbers and claims declared for them.
type item struct {
	name, open string
	texts      map[string][]string // by language
	numbers    []number_
	claims     []claim
}

// items returns the parts of all pages.
func items(t *testing.T) (all []item) {
	list := lessons(t)
	for _, id := range slices.Sorted(maps.Keys(list)) {
		said := map[string]words{}
		for _, language := range []string{"en", "zh-Hans"} {
			var w words
			read(t, language+"/"+id+".json", &w)
			said[language] = w
		}
		for i, p := range list[id].Pages {
			name := fmt.Sprintf("%s, page %d", id, i+1)
			whole := item{name, list[id].Start, map[string][]string{}, p.Numbers, p.Claims}
			if p.Open != nil {
				whole.open = *p.Open
			}
			tries := make([]item, len(p.Tries))
			for k, one := range p.Tries {
				tries[k] = item{fmt.Sprintf("%s, %d", name, k+1), one.Open, map[string][]string{}, one.Numbers, one.Claims}
			}
			for language, w := range said {
				own := w.Pages[i]
				texts := append([]string{own.Heading, own.Solved}, own.Text...)
				for _, c := range own.Choices {
					texts = append(texts, c.Text, c.Why)
				}
				whole.texts[language] = texts
				for k, one := range own.Tries {
					tries[k].texts[language] = []string{one.Label, one.Look}
				}
			}
			all = append(append(all, whole), tries...)
		}
	}
	return all
}

var (
	symbols = regexp.MustCompile("`[^`]*`")
	comma   = regexp.MustCompile(`(\d),(\d{3})`)
	digits  = regexp.MustCompile(`\d+(\.\d+)?%?`)
)

// TestEveryNumberIsDeclared finds each number in each text, takes out those that the lesson declares for it, and wants
// no other left than the plain ones.
func TestEveryNumberIsDeclared(t *testing.T) {
	for _, item := range items(t) {
		said := slices.Clone(item.numbers)
		slices.SortStableFunc(said, func(a, b number_) int { return len(b.Says) - len(a.Says) })
		for language, texts := range item.texts {
			used := make(map[string]bool)
			for _, text := range texts {
				rest := comma.ReplaceAllString(symbols.ReplaceAllString(text, " "), "$1$2")
				for _, n := range said {
					whole := regexp.MustCompile(`(^|[^\d.])` + regexp.QuoteMeta(n.Says) + `($|[^\d%.]|\.($|\D))`)
					for whole.MatchString(rest) {
						used[n.Says] = true
						rest = whole.ReplaceAllString(rest, "$1 $2")
					}
				}
				for _, n := range digits.FindAllString(rest, -1) {
					if !slices.Contains(plain, n) {
						t.Errorf("%s in %s: %s is not declared: “%s”", item.name, language, n, text)
					}
				}
			}
			for _, n := range item.numbers {
				if !used[n.Says] {
					t.Errorf("%s in %s does not say %s", item.name, language, n.Says)
				}
			}
		}
	}
}

// train returns the run of a fragment after its steps, or others, and the same run but for the last bits of its
// parameters after the first step: what a text says must hold for both, or it would not hold for NumPy.
func train(fragment string, steps *int) [2]*session.Session {
	c, _ := config.Decode(fragment)
	n := c.Steps
	if steps != nil {
		n = *steps
	}
	run, other := session.New(c), session.New(c)
	run.Step(n)
	if n > 0 {
		other.Step(1)
		net, up := other.Network(), 1
		for l := 1; l <= net.Layers(); l++ {
			for i := range net.W[l].Rows {
				for j := range net.W[l].Cols {
					up = -up
					if v := net.W[l].Data[i*net.W[l].Stride+j]; v != 0 && !strings.Contains(fragment, "init=constant") {
						if err := other.SetWeight(l, i+1, j+1, math.Nextafter(v, math.Inf(up))); err != nil {
							panic(err)
						}
					}
				}
			}
		}
		other.Step(n - 1)
	}
	return [2]*session.Session{run, other}
}

// value returns what a run has of a number's measure, and text what it has of one that is no number.
func value(t *testing.T, s *session.Session, of string, lesson description) (v float64, text string) {
	t.Helper()
	name, argument, _ := strings.Cut(of, " ")
	at := func() float64 {
		v, err := strconv.ParseFloat(argument, 64)
		if err != nil {
			t.Fatalf("%s: %v", of, err)
		}
		return v
	}
	n, c := s.Network(), s.Config()
	join := func(list []int, by string) string {
		return strings.Trim(strings.ReplaceAll(fmt.Sprint(list), " ", by), "[]")
	}
	rows := func() []string {
		if argument == "X" {
			return []string{strconv.Itoa(n.Sizes[0]), strconv.Itoa(s.Train().Len())}
		}
		return measure(s, c, argument)[0].List
	}
	switch name {
	case "sizes":
		return 0, join(n.Sizes, "-")
	case "counts":
		var list []int
		for l := 1; l <= n.Layers(); l++ {
			list = append(list, n.Sizes[l]*n.Sizes[l-1], n.Sizes[l])
		}
		return 0, join(list, " + ")
	case "shape":
		return 0, "(" + strings.Join(rows(), ", ") + ")"
	case "times":
		return 0, strings.Join(rows(), " × ")
	case "parameters":
		return float64(n.ParameterCount()), ""
	case "weights":
		return float64(n.ParameterCount()) - sum(n.Sizes[1:]), ""
	case "circles":
		return sum(n.Sizes), ""
	case "units":
		return float64(n.Sizes[int(at())]), ""
	case "examples":
		return float64(s.Train().Len()), ""
	case "held": // out for testing
		return float64(s.Test().Len()), ""
	case "lowest": // test cost, or the step of it
		lowest, step := math.Inf(1), 0
		for run := session.New(c); run.At() <= s.At(); run.Step(1) {
			if cost := run.Metrics().TestCost; cost < lowest {
				lowest, step = cost, run.At()
			}
		}
		if argument == "test cost at" {
			return float64(step), ""
		}
		return lowest, ""
	case "ones":
		total := 0.
		for _, y := range s.Train().Y {
			total += y
		}
		return total, ""
	case "output":
		return n.B[n.Layers()][0], ""
	case "sigmoid":
		return nn.Sigmoid.Of(at(), 0), ""
	case "slope":
		g, z, _ := strings.Cut(argument, " ")
		argument = z
		for _, one := range nn.Activations {
			if one.String() == g {
				return one.Derivative(at(), 0), ""
			}
		}
	case "crossing":
		z := 1.
		for nn.Tanh.Derivative(z, 0) > nn.Sigmoid.Derivative(z, 0) {
			z += 1e-4
		}
		return z, ""
	case "gradient":
		return lecture.Flows(s)[int(at())-1].DW, ""
	case "saturated":
		return lecture.Flows(s)[int(at())-1].Saturated, ""
	case "loss": // of gradient, from the output to the first layer
		flows := lecture.Flows(s)
		return flows[len(flows)-1].DW / flows[0].DW, ""
	case "least", "greatest": // loss a layer
		var ratios []float64
		flows := lecture.Flows(s)
		for i := range len(flows) - 1 {
			ratios = append(ratios, flows[i+1].DW/flows[i].DW)
		}
		if name == "least" {
			return slices.Min(ratios), ""
		}
		return slices.Max(ratios), ""
	case "poke":
		run := session.New(config.Default())
		before := run.Network().W[1].Data[0]
		if err := lecture.Poke(run); err != nil {
			t.Fatal(err)
		}
		return run.Network().W[1].Data[0] - before, ""
	case "thousands": // of steps from a poke until two units are more than 1 apart
		if err := lecture.Poke(s); err != nil {
			t.Fatal(err)
		}
		for poked := s.At(); s.At() < poked+10000; {
			s.Step(1000)
			if s.Network().Asymmetry() > 1 {
				return float64(s.At() - poked), ""
			}
		}
		t.Fatalf("%s: they do not part", of)
	case "taken": // for a class that does not lie beside their own in the ring of blobs
		total := 0
		for class, row := range s.Confusion(false) {
			for told, count := range row {
				if apart := (class - told + len(row)) % len(row); apart > 1 && apart < len(row)-1 {
					total += count
				}
			}
		}
		return float64(total), ""
	case "goal":
		g := goal(t, lesson, argument)
		if g.AtLeast != nil {
			return *g.AtLeast, ""
		}
		return *g.Below, ""
	case "steps": // to solve
		g := goal(t, lesson, "").condition()
		for run := session.New(c); ; run.Step(1) {
			if run.Metrics().Step > 10000 {
				t.Fatalf("%s: not solved", of)
			}
			if g.judge(run, c).Met {
				return float64(run.Metrics().Step), ""
			}
		}
	}
	v = measure(s, c, of)[0].Number
	if math.IsNaN(v) {
		t.Fatalf("there is no measure %s", of)
	}
	return v, ""
}

// goal returns a lesson's goal of a cost or an accuracy, or of either.
func goal(t *testing.T, lesson description, of string) asked {
	t.Helper()
	for _, p := range lesson.Pages {
		for _, g := range p.Task {
			if of != "" && g.Of == of || of == "" && (g.Of == "cost" || g.Of == "accuracy") {
				return g
			}
		}
	}
	t.Fatalf("the task has no goal %s", of)
	return asked{}
}

func sum(list []int) float64 {
	total := 0
	for _, n := range list {
		total += n
	}
	return float64(total)
}

// rounded writes v with the digits of a text.
func rounded(v float64, like string) string {
	percent := strings.HasSuffix(like, "%")
	if percent {
		v *= 100
	}
	_, after, _ := strings.Cut(strings.TrimSuffix(like, "%"), ".")
	text := strings.Replace(strconv.FormatFloat(v, 'f', len(after), 64), "-", "−", 1)
	if percent {
		text += "%"
	}
	return text
}

func TestNumbersAreThoseOfTheirRuns(t *testing.T) {
	list := lessons(t)
	for _, item := range items(t) {
		id, _, _ := strings.Cut(item.name, ",")
		t.Run(item.name, func(t *testing.T) {
			t.Parallel()
			// Most of a page's numbers are of one run.
			runs := map[string][2]*session.Session{}
			trained := func(of, fragment string, steps *int) [2]*session.Session {
				if strings.Contains(of, "thousands") {
					return train(fragment, steps) // and it is trained on
				}
				key := fragment
				if steps != nil {
					key += fmt.Sprint(" ", *steps)
				}
				if _, known := runs[key]; !known {
					runs[key] = train(fragment, steps)
				}
				return runs[key]
			}
			for _, n := range item.numbers {
				fragment := item.open
				if n.Run != nil {
					fragment = *n.Run
				}
				of, above := strings.CutPrefix(n.Of, "more than ")
				of, below := strings.CutPrefix(of, "less than ")
				for _, s := range trained(n.Of, fragment, n.Steps) {
					v, text := value(t, s, of, list[id])
					if text == "" {
						text = rounded(v, n.Says)
					}
					if limit, err := strconv.ParseFloat(n.Says, 64); err == nil && (above && limit > v || below && limit < v) {
						continue
					}
					if text != n.Says {
						t.Errorf("%s of %s is %s (%v), the lesson says %s", n.Of, fragment, text, v, n.Says)
					}
				}
			}
			for _, c := range item.claims {
				fragment := item.open
				if c.Run != nil {
					fragment = *c.Run
				}
				if of, all := strings.CutPrefix(c.Of, "least "); all {
					of, from, _ := strings.Cut(of, " from step ")
					first, err := strconv.Atoi(from)
					if err != nil {
						t.Fatal(err)
					}
					last := trained(c.Of, fragment, c.Steps)[0].Metrics().Step
					for _, s := range train(fragment, &first) {
						for ; s.Metrics().Step <= last; s.Step(1) {
							if v := measure(s, s.Config(), of)[0]; v.Number < *c.AtLeast {
								t.Fatalf("%s of %s is %v at step %d", of, fragment, v.Number, s.Metrics().Step)
							}
						}
					}
					continue
				}
				for i, s := range trained(c.Of, fragment, c.Steps) {
					if c.Is != nil && i > 0 {
						break // what is exactly so need not be with other bits
					}
					v := Value{Number: math.NaN()}
					if strings.Contains(c.Of, " ") {
						v.Number, _ = value(t, s, c.Of, list[id])
					} else {
						v = measure(s, s.Config(), c.Of)[0]
					}
					if !c.condition().isMetBy(v) {
						t.Errorf("%s of %s is %v", c.Of, fragment, v)
					}
				}
			}
		})
	}
}

// The panel of the activations tells where the slopes cross, too.
func TestTheCrossingOfTheSlopesIsToldRightly(t *testing.T) {
	want := rounded(at(t, "crossing"), "1.66")
	for _, language := range []string{"en", "zh-Hans"} {
		var texts map[string]string
		read(t, "../locales/"+language+".json", &texts)
		if rule := texts["activations.rule.tanh"]; !strings.Contains(rule, want) {
			t.Errorf("%s: %s is not in “%s”", language, want, rule)
		}
	}
}

// at returns a measure that belongs to no run.
func at(t *testing.T, of string) float64 {
	v, _ := value(t, session.New(config.Default()), of, description{})
	return v
}
