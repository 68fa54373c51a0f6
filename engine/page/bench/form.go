package bench

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/page/notice"
	"shallows/engine/page/record"
)

// form is what is asked for, as it was typed, and the plan that it makes.
type form struct {
	base   config.Config
	points dataset.Points
	kept   bool // they stay, whatever the run on the page becomes: it was added

	axes  [2]axis
	seeds string
	of    bench.Drawn
	steps int
	goal  bench.Goal // with no metric, the value that one would begin with
	added [][]config.Pair
	order bench.Order

	plan    bench.Plan
	excess  *bench.Excess // of it
	rows    []bench.Row   // of it, none where there is an excess
	problem record.Text   // with what was typed last
}

// axis is a setting that varies, "" for none, and its values as they were typed.
type axis struct {
	key, text string
	faults    []config.Warning
}

// levelsOf are what goals begin with.
var levelsOf = map[bench.Metric]float64{bench.Cost: 0.3, bench.TestCost: 0.3, bench.Accuracy: 0.9, bench.TestAccuracy: 0.9}

// newForm returns the form of a bench of some seeds of one run.
func newForm(base config.Config, points dataset.Points) form { return formOf(bench.New(base, points)) }

// formOf returns the form that makes a plan.
func formOf(p bench.Plan) form {
	f := form{base: p.Base, points: p.Points, of: p.Seeds.Of, steps: p.Steps, goal: p.Goal, added: p.Added}
	for i, a := range p.Vary {
		f.axes[i] = axis{key: a.Key, text: strings.Join(a.Items, ";")}
	}
	f.seeds = strconv.Itoa(p.Seeds.Count)
	if len(p.Seeds.List) > 0 {
		f.seeds = listed(p.Seeds.List)
	}
	f.read()
	return f
}

func listed(seeds []uint32) string {
	var words []string
	for _, seed := range seeds {
		words = append(words, strconv.FormatUint(uint64(seed), 10))
	}
	return strings.Join(words, "; ")
}

// do takes: vary NUMBER KEY, or "" for nothing; values NUMBER TEXT; seeds TEXT, a number or a list; of what they draw;
// steps NUMBER; goal METRIC, or none; level NUMBER; stop true or false; order race or rows. It reports whether there is
// such a word.
func (f *form) do(words []string) bool {
	word := words[len(words)-1]
	switch verb := words[0] + " " + strconv.Itoa(len(words)-1); verb {
	case "vary 2", "values 2":
		at, err := strconv.Atoi(words[1])
		if err != nil || at < 0 || at >= len(f.axes) {
			return false
		}
		f.problem = record.Text{}
		if verb == "vary 2" {
			f.vary(at, word)
		} else {
			f.axes[at].text = word
		}
	case "seeds 1":
		f.problem = record.Text{}
		f.count(word)
	case "of 1":
		if d := bench.Drawn(word); slices.Contains(bench.Draws, d) {
			f.of = d
		}
	case "steps 1":
		if v, ok := f.number(word, true); ok {
			f.steps = int(f.within(v, 1, bench.MostSteps, word))
		}
	case "goal 1":
		f.goal.Metric = ""
		if m := bench.Metric(word); slices.Contains(bench.Metrics, m) {
			f.goal = bench.Goal{Metric: m, Value: levelsOf[m], Stop: f.goal.Stop}
		}
	case "level 1":
		percent := strings.TrimRight(strings.TrimSpace(word), "%％ ")
		if v, ok := f.number(percent, false); ok {
			if f.goal.Metric.Rises() {
				f.goal.Value = math.Round(1e4*f.within(v, 0, 100, word)) / 1e6
			} else {
				f.goal.Value = f.within(v, 0, math.MaxFloat64, word)
			}
		}
	case "stop 1":
		f.goal.Stop = word == "true"
	case "order 1":
		f.order = bench.InTurn
		if word == "rows" {
			f.order = bench.InOrder
		}
	default:
		return false
	}
	return true
}

// number reads a number that was typed, or says that it is none.
func (f *form) number(text string, whole bool) (v float64, ok bool) {
	v, wrong, ok := notice.ReadNumber(text, whole)
	f.problem = wrong.Text
	return v, ok
}

// within returns the number from low to high that is nearest to one that was typed, and says so where it is another.
func (f *form) within(v, low, high float64, text string) float64 {
	used := max(low, min(v, high))
	if used != v {
		f.problem = record.T("bench.clamped", "value", notice.Short(strings.TrimSpace(text)), "used", config.FormatNumber(used))
	}
	return used
}

// count reads how many seeds there are, or a list of them.
func (f *form) count(text string) {
	items := parted(text, true)
	if len(items) < 2 {
		if v, ok := f.number(text, true); ok {
			f.seeds = strconv.Itoa(int(f.within(v, 1, bench.MostSeeds, text)))
		}
		return
	}
	var seeds []uint32
	warn := func(value, used string, reason config.Reason) {
		f.problem = notice.Warned(config.NewWarning(config.Pair{Key: "seeds", Value: value}, used, reason))
	}
	for _, item := range items {
		seed, err := strconv.ParseUint(item, 10, 32)
		switch {
		case err != nil:
			f.problem = record.T("notice.number", "value", notice.Short(item))
			return
		case slices.Contains(seeds, uint32(seed)):
			warn(item, item, bench.Same)
		default:
			seeds = append(seeds, uint32(seed))
		}
	}
	if len(seeds) == 1 { // a list of one would be a number of seeds
		warn(text, f.seeds, config.Invalid)
		return
	}
	if len(seeds) > bench.MostSeeds {
		warn(strconv.Itoa(len(seeds)), strconv.Itoa(bench.MostSeeds), config.Clamped)
		seeds = seeds[:bench.MostSeeds]
	}
	f.seeds = listed(seeds)
}

// vary has another setting vary over values that suit it.
func (f *form) vary(at int, key string) {
	s := config.Lookup(key)
	if s == nil || s.Group == config.Opening || key == f.axes[1-at].key {
		f.axes[at] = axis{}
		if at == 0 { // the second is the first now
			f.axes = [2]axis{f.axes[1], {}}
		}
		return
	}
	f.axes[at] = axis{key: key, text: suggested(s, f.base)}
}

// suggestions are values to begin with, of settings for which neither a slider nor options tell them.
var suggestions = map[string]string{
	"net": "1;2;3;4;5;20;50", "lr": "0.001..10", "test": "10;30;50", "batch": "0;16;64", "l1": "0;0.001;0.01;0.1", "l2": "0;0.001;0.01;0.1",
	"dseed": "1..5", "seed": "1..5", "bseed": "1..5", "n": "50;100;400;1000", "scale": "0.001..10",
}

func suggested(s *config.Setting, c config.Config) string {
	if text, ok := suggestions[s.Key]; ok {
		return text
	}
	if options := s.Options(c); options != nil {
		options = slices.DeleteFunc(slices.Clone(options), func(code string) bool { return code == dataset.Own.String() && s.Key == "data" })
		return strings.Join(options, ";")
	}
	return config.FormatNumber(s.Slider.Low) + ".." + config.FormatNumber(s.Slider.High) + "..5"
}

// lacking returns how many rows have no number for the goal.
func (f *form) lacking() int {
	n := 0
	if m := f.plan.Goal.Metric; m != "" {
		for _, row := range f.rows {
			if !f.plan.Has(row, m) {
				n++
			}
		}
	}
	return n
}

// pointless reports whether rows are over own data that have no points.
func (f *form) pointless() bool {
	return f.points.Len() == 0 && slices.ContainsFunc(f.rows, func(r bench.Row) bool { return r.Config.Data == dataset.Own })
}

// marks are what parts values on other keyboards; full-width letters and digits are plain ones.
var marks = strings.NewReplacer("、", ",", "…", "..", "。", ".", "−", "-")

// parted returns what stands apart by semicolons or blanks, and by commas where those do not join.
func parted(text string, commas bool) []string {
	text = marks.Replace(strings.Map(link.HalfWidth, text))
	text = strings.Join(strings.Fields(text), " ")
	for _, mark := range []string{"..", ",", ";"} {
		text = strings.ReplaceAll(strings.ReplaceAll(text, " "+mark, mark), mark+" ", mark)
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ' ' || commas && r == ',' })
}

// coded returns an item with the codes of a choice as links spell them, in whatever case they were typed.
func coded(s *config.Setting, c config.Config, item string) string {
	codes := strings.Split(item, ",")
	for i, code := range codes {
		for _, option := range s.Options(c) {
			if strings.EqualFold(code, option) {
				codes[i] = option
			}
		}
	}
	return strings.Join(codes, ",")
}

// read makes the plan.
func (f *form) read() {
	p := bench.New(f.base, f.points)
	p.Steps, p.Added, p.Seeds.Of = f.steps, f.added, f.of
	if f.goal.Metric != "" {
		p.Goal = f.goal
	}
	if items := strings.Split(f.seeds, "; "); len(items) > 1 {
		for _, item := range items {
			seed, _ := strconv.ParseUint(item, 10, 32)
			p.Seeds.List = append(p.Seeds.List, uint32(seed))
		}
	} else {
		p.Seeds.Count, _ = strconv.Atoi(f.seeds)
	}
	for i := range f.axes {
		a := &f.axes[i]
		a.faults = nil
		s := config.Lookup(a.key)
		if s == nil {
			continue
		}
		kind := s.Kind()
		items := parted(a.text, kind == config.Number || kind == config.Integer || kind == config.Choice)
		for i, item := range items {
			items[i] = coded(s, f.base, item)
		}
		read, faults := bench.NewAxis(f.base, a.key, items)
		a.faults = faults
		if len(read.Values) == 0 {
			continue
		}
		left := slices.ContainsFunc(faults, func(w config.Warning) bool { return w.Used == "" })
		if !left { // what cannot be read stays to be mended, else it shows what is used
			a.text = strings.Join(read.Items, ";")
		}
		p.Vary = append(p.Vary, read)
	}
	f.plan, f.excess, f.rows = p, p.Excess(), nil
	if f.excess == nil {
		f.rows = p.Rows()
	}
}
