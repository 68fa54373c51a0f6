package bench

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
)

// A link carries a bench under the key bench, beside the settings and the points it is based on:
//
//	v=1&lr=0.3&bench=net~1~2~3~lr~0.001..10~seeds~20~steps~1000~goal~accuracy~0.9
//
// Words are parted by '~'. A setting's key begins an axis, whose items follow; seeds has a number of seeds, or a list of
// two and more, and what they draw, weights unless it says otherwise; steps a number; goal a metric and a value, and
// stop where runs end there; row the keys and values in which a row beside differs, and from, at the end, those in which what the
// bench starts from differs from the link's settings. Like settings this is frozen.

// Key holds a bench in a fragment.
const Key = "bench"

// parting parts the words of a bench in a link.
const parting = "~"

// Cut takes the bench out of a fragment, of several the first. It is to be repaired before, and what is left opened as any link is.
func Cut(fragment string) (rest, bench string, found bool) {
	rest, benches := cut(fragment)
	if len(benches) == 0 {
		return rest, "", false
	}
	return rest, benches[0], true
}

func cut(fragment string) (rest string, benches []string) {
	var kept []string
	for pair := range strings.SplitSeq(fragment, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if config.Unescape(key) == Key {
			benches = append(benches, config.Unescape(value))
		} else {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&"), benches
}

// EncodeBeside returns the value of Key in a link to other settings than those that the bench starts from. Own points are
// those of the link.
func (p Plan) EncodeBeside(c config.Config) string {
	words := []string{p.Encode(), "from"}
	for _, pair := range Beside(c, p.Base) {
		words = append(words, pair.Key, pair.Value)
	}
	return strings.Join(words, parting)
}

// Encode returns the value of Key in a link to the bench.
func (p Plan) Encode() string {
	var words []string
	add := func(more ...string) { words = append(words, more...) }
	for _, a := range p.Vary {
		add(append([]string{a.Key}, a.Items...)...)
	}
	add("seeds")
	for _, seed := range p.Seeds.List {
		add(strconv.FormatUint(uint64(seed), 10))
	}
	if len(p.Seeds.List) == 0 {
		add(strconv.Itoa(p.Seeds.Count))
	}
	if p.Seeds.Of != Weights {
		add(string(p.Seeds.Of))
	}
	add("steps", strconv.Itoa(p.Steps))
	if p.Goal.Metric != "" {
		add("goal", string(p.Goal.Metric), config.FormatNumber(p.Goal.Value))
		if p.Goal.Stop {
			add("stop")
		}
	}
	for _, row := range p.Added {
		add("row")
		for _, pair := range row {
			add(pair.Key, pair.Value)
		}
	}
	return strings.Join(words, parting)
}

// mostWords is how many words of a link are read; every plan that can be run has fewer.
const mostWords = 4 * MostRuns

// OpenLink opens the fragment of a link, with or without its '#', as [link.Open] does, and the bench in it, nil for none.
func OpenLink(fragment string) (link.Opened, *Plan) {
	repaired, long := link.Repair(strings.TrimPrefix(fragment, "#"))
	rest, benches := cut(repaired)
	if len(benches) == 0 {
		return link.Open(fragment), nil
	}
	opened := link.Open(rest)
	plan, warnings := Decode(opened.Run.Config(), opened.Run.Own(), benches[0])
	opened.Warnings = append(opened.Warnings, warnings...)
	if slices.ContainsFunc(benches, func(other string) bool { return other != benches[0] }) {
		opened.Warnings = append(opened.Warnings, config.Warning{Key: Key, Reason: Twice})
	}
	if long && !slices.ContainsFunc(opened.Warnings, func(w config.Warning) bool { return w.Reason == config.TooLong }) {
		opened.Warnings = append(opened.Warnings, config.Warning{Reason: config.TooLong})
	}
	return opened, &plan
}

// Sound reports whether a fragment can be read to the letter, as [link.Sound] does, and the bench in it, which is to be there.
func Sound(fragment string) bool {
	if repaired, _ := link.Repair(fragment); repaired != fragment {
		return false
	}
	rest, benches := cut(fragment)
	if len(benches) != 1 || !link.Sound(rest) {
		return false
	}
	opened, _ := OpenLink(fragment)
	return len(opened.Warnings) == 0
}

// Decode reads what Encode has written, beside settings and points. It never fails: what cannot be used is left out or
// moved into its limits, with one warning each. What is still too much [Plan.Excess] says.
func Decode(c config.Config, points dataset.Points, text string) (Plan, []config.Warning) {
	d := decoder{Plan: New(c, points)}
	words := strings.SplitN(text, parting, mostWords+1)
	if len(words) > mostWords {
		words = words[:mostWords]
		d.warn(Key, text, "", config.TooLong)
	}
	var clauses [][]string
	for len(words) > 0 {
		n := 1
		for n < len(words) && !begins(words, n) {
			n++
		}
		clauses = append(clauses, words[:n])
		words = words[n:]
	}
	for _, start := range []bool{true, false} { // the others are about what the bench starts from
		for _, c := range clauses {
			if start == (c[0] == "from") {
				d.clause(c[0], c[1:])
			}
		}
	}
	return d.Plan, d.warnings
}

type decoder struct {
	Plan
	warnings []config.Warning
	had      []string // the clauses that can be there once
}

// warn tells of a clause, by its name, that it was not taken as given.
func (d *decoder) warn(name, value, used string, reason config.Reason) {
	d.warnings = append(d.warnings, config.NewWarning(config.Pair{Key: name, Value: value}, used, reason))
}

// begins reports whether a clause begins with word n. Those after row and from are keys and values, until the next one.
func begins(words []string, n int) bool {
	if words[0] == "row" || words[0] == "from" {
		return words[n] == "row" || words[n] == "from"
	}
	switch words[n] {
	case "seeds", "steps", "goal", "row", "from":
		return true
	}
	return config.Lookup(words[n]) != nil
}

func (d *decoder) clause(name string, words []string) {
	if name == "" && len(words) == 0 {
		return
	}
	if name != "row" && slices.Contains(d.had, name) {
		d.warn(name, strings.Join(words, ";"), "", Again)
		return
	}
	d.had = append(d.had, name)
	switch name {
	case "seeds":
		d.seeds(words)
	case "steps":
		d.Steps = d.count(name, words, d.Steps, MostSteps)
	case "goal":
		d.goal(words)
	case "row":
		if c, ok := d.settings(words); ok {
			d.Added = append(d.Added, Beside(d.Base, c))
		}
	case "from":
		if c, ok := d.settings(words); ok {
			d.Base = New(c, d.Points).Base
		}
	default:
		d.axis(name, words)
	}
}

func (d *decoder) axis(key string, items []string) {
	if len(d.Vary) == 2 {
		d.warn(key, strings.Join(items, ";"), "", Third)
		return
	}
	a, warnings := NewAxis(d.Base, key, items)
	d.warnings = append(d.warnings, warnings...)
	if len(a.Values) > 0 {
		d.Vary = append(d.Vary, a)
	}
}

// count reads a number from 1 to most, for which usual is used where it is none.
func (d *decoder) count(name string, words []string, usual, most int) int {
	text := strings.Join(words, " ")
	v, err := strconv.Atoi(text)
	if err != nil {
		d.warn(name, text, strconv.Itoa(usual), config.Invalid)
		return usual
	}
	n := min(max(v, 1), most)
	if n != v {
		d.warn(name, text, strconv.Itoa(n), config.Clamped)
	}
	return n
}

func (d *decoder) seeds(words []string) {
	if n := len(words); n > 0 && slices.Contains(Draws, Drawn(words[n-1])) {
		d.Seeds.Of, words = Drawn(words[n-1]), words[:n-1]
	}
	if len(words) < 2 {
		d.Seeds.Count = d.count("seeds", words, d.Seeds.Count, MostSeeds)
		return
	}
	var list []uint32
	for _, word := range words {
		seed, err := strconv.ParseUint(word, 10, 32)
		switch {
		case err != nil:
			d.warn("seeds", word, "", LeftOut)
		case slices.Contains(list, uint32(seed)):
			d.warn("seeds", word, word, Same)
		case len(list) == MostSeeds:
			d.warn("seeds", strconv.Itoa(len(words)), strconv.Itoa(MostSeeds), config.Clamped)
			d.Seeds.List = list
			return
		default:
			list = append(list, uint32(seed))
		}
	}
	if len(list) > 1 {
		d.Seeds.List = list
	} else {
		d.warn("seeds", strings.Join(words, " "), strconv.Itoa(d.Seeds.Count), config.Invalid)
	}
}

func (d *decoder) goal(words []string) {
	if n := len(words); n > 0 && words[n-1] == "stop" {
		d.Goal.Stop, words = true, words[:n-1]
	}
	metric, value := Metric(""), 0.
	ok := len(words) == 2
	if ok {
		metric = Metric(words[0])
		value, ok = config.ParseNumber(words[1])
	}
	if !ok || !slices.Contains(Metrics, metric) || value-value != 0 || !(Goal{Metric: metric, Value: value}).Possible() {
		d.Goal.Stop = false
		d.warn("goal", strings.Join(words, " "), "", LeftOut)
		return
	}
	d.Goal.Metric, d.Goal.Value = metric, value
}

// settings reads how settings differ from those that the bench starts from.
func (d *decoder) settings(words []string) (c config.Config, ok bool) {
	var pairs []config.Pair
	for len(words) > 0 {
		pair := config.Pair{Key: words[0]}
		if words = words[1:]; len(words) > 0 {
			pair.Value, words = words[0], words[1:]
		}
		pairs = append(pairs, pair)
	}
	c, warnings := d.Base.With(pairs...)
	d.warnings = append(d.warnings, warnings...)
	if strange(d.Base, c) {
		d.warnings = append(d.warnings, config.NewWarning(config.Pair{Key: "data", Value: c.Data.String()}, "", NotOwn))
		return c, false
	}
	return c, true
}

// Beside returns how a row of settings c differs from base, for [Plan.Added]. What differs may bring other defaults: what
// those would change is among the pairs too.
func Beside(base, c config.Config) []config.Pair {
	pairs := []config.Pair{}
	for range 2 {
		now, _ := base.With(pairs...)
		for i := range config.Settings {
			s := &config.Settings[i]
			if text := s.Text(c); s.Group != config.Opening && text != s.Text(now) {
				pairs = append(pairs, config.Pair{Key: s.Key, Value: text})
			}
		}
	}
	return pairs
}
