package script

import (
	"fmt"
	"slices"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// parts are what a plan can say, in the order in which they are taken: what a bench starts from comes first.
var parts = []part{
	{"from", from},
	{"vary", vary},
	{"seeds", seeds},
	{"draw", draw},
	{"steps", steps},
	{"goal", goal},
	{"signal", signal},
	{"onProgress", onProgress},
}

// part takes one of them; the error is a sentence for who wrote it.
type part struct {
	name string
	take func(p *bench.Plan, value record.Encoded) error
}

// form is what a plan looks like.
const form = `bench(plan): an object such as {vary: {net: [[1], [2], [3]]}, seeds: 5, steps: 1000}`

// planOf returns the plan that a script asks for, as JSON.
func planOf(d *panel.Desk, text string) (bench.Plan, error) {
	p := bench.New(d.Session().Config(), d.Session().Own())
	members, ok := record.Encoded(text).Members()
	if !ok {
		return p, fmt.Errorf("%s", form)
	}
	for _, part := range parts {
		for _, m := range members {
			if m.Name != part.name {
				continue
			}
			if err := part.take(&p, m.Value); err != nil {
				return p, err
			}
		}
	}
	for _, m := range members {
		if !slices.ContainsFunc(parts, func(one part) bool { return one.name == m.Name }) {
			return p, fmt.Errorf("bench(plan): there is no %s in a plan, but from, vary, seeds, draw, steps, goal, signal and onProgress", m.Name)
		}
	}
	if e := p.Excess(); e != nil {
		return p, fmt.Errorf("bench(plan): %w", e)
	}
	if m := p.Goal.Metric; m != "" && !slices.ContainsFunc(p.Rows(), func(r bench.Row) bool { return p.Has(r, m) }) {
		return p, fmt.Errorf("bench(plan), goal: none of these runs has a number of it")
	}
	return p, nil
}

// whole returns an integer from low to high.
func whole(value record.Encoded, low, high int) (n int, ok bool) {
	v, ok := config.ParseNumber(string(value))
	n = int(v)
	return n, ok && v == float64(n) && low <= n && n <= high
}

// refused says what of a plan cannot be used, if anything.
func refused(where string, warnings []config.Warning) error {
	if len(warnings) == 0 {
		return nil
	}
	w := warnings[0]
	given := w.Key + "=" + w.Value
	if w.Value == "null" { // as which JSON has it
		given = w.Key + "=NaN or null"
	}
	switch w.Reason {
	case config.Unknown:
		return fmt.Errorf("bench(plan), %s: there is no setting %s", where, w.Key)
	case config.Clamped:
		return fmt.Errorf("bench(plan), %s: %s is beyond what is possible, %s %s", where, given, end(w), w.Used)
	case bench.Same:
		return fmt.Errorf("bench(plan), %s: the values of %s are to be different ones, and %s stands there more than once", where, w.Key, w.Value)
	case bench.NotOwn:
		return fmt.Errorf("bench(plan), %s: %s needs points, which come with from: a fragment of a run with data=own", where, given)
	case config.Invalid, bench.LeftOut:
		return fmt.Errorf("bench(plan), %s: %s is no value of this setting", where, given)
	}
	return fmt.Errorf("bench(plan), %s: %s cannot be used (%s)", where, given, w.Reason)
}

// end says at which end of what is possible the value lies that is used in place of one beyond.
func end(w config.Warning) string {
	given, isNumber := config.ParseNumber(w.Value)
	used, _ := config.ParseNumber(w.Used)
	switch {
	case !isNumber:
		return "the nearest is"
	case given < used:
		return "at least"
	}
	return "at most"
}

func from(p *bench.Plan, value record.Encoded) error {
	fragment, ok := value.Text()
	if !ok {
		return fmt.Errorf(`bench(plan), from: a fragment, such as "#v=1&lr=0.3"`)
	}
	opened, plan := bench.OpenLink(fragment)
	if *p = bench.New(opened.Run.Config(), opened.Run.Own()); plan != nil {
		*p = *plan
	}
	return refused("from", opened.Warnings)
}

func vary(p *bench.Plan, value record.Encoded) error {
	members, ok := value.Members()
	if !ok || len(members) > 2 {
		return fmt.Errorf("bench(plan), vary: an object of one setting or two with their values, such as {net: [[1], [2]], lr: [0.1, 1]}")
	}
	p.Vary, p.Added = nil, nil
	for _, m := range members {
		var items []string
		if words, ok := m.Value.Text(); ok {
			items = strings.Split(words, ";")
		} else if values, ok := m.Value.Items(); ok && len(values) > 0 {
			for _, v := range values {
				items = append(items, spell(m.Name, v))
			}
		} else {
			return fmt.Errorf(`bench(plan), vary: the values of %s are to be a list, or a range such as "0.001..10"`, m.Name)
		}
		axis, warnings := bench.NewAxis(p.Base, m.Name, items)
		if err := refused("vary", warnings); err != nil {
			return err
		}
		p.Vary = append(p.Vary, axis)
	}
	return nil
}

// spell returns a value as links spell it: a list is parted by commas, and none is 0 where it is of integers.
func spell(key string, value record.Encoded) string {
	if words, ok := value.Text(); ok {
		return words
	}
	items, ok := value.Items()
	if !ok {
		return string(value)
	}
	if len(items) == 0 {
		return config.Spelt(key, "")
	}
	var words []string
	for _, item := range items {
		words = append(words, spell(key, item))
	}
	return strings.Join(words, ",")
}

func seeds(p *bench.Plan, value record.Encoded) error {
	problem := fmt.Errorf("bench(plan), seeds: how many, from 1 to %d, or a list of as many different ones from 0 to 4294967295", bench.MostSeeds)
	p.Seeds.List = nil
	if count, ok := whole(value, 1, bench.MostSeeds); ok {
		p.Seeds.Count = count
		return nil
	}
	items, ok := value.Items()
	if !ok || len(items) == 0 || len(items) > bench.MostSeeds {
		return problem
	}
	for _, item := range items {
		seed, ok := whole(item, 0, 1<<32-1)
		if !ok || slices.Contains(p.Seeds.List, uint32(seed)) {
			return problem
		}
		p.Seeds.List = append(p.Seeds.List, uint32(seed))
	}
	return nil
}

func draw(p *bench.Plan, value record.Encoded) error {
	what, _ := value.Text()
	p.Seeds.Of = bench.Drawn(what)
	if !slices.Contains(bench.Draws, p.Seeds.Of) {
		return fmt.Errorf("bench(plan), draw: what seeds draw is %q, %q or %q", bench.Weights, bench.Points, bench.Both)
	}
	return nil
}

func steps(p *bench.Plan, value record.Encoded) error {
	n, ok := whole(value, 1, bench.MostSteps)
	if !ok {
		return fmt.Errorf("bench(plan), steps: a whole number from 1 to %d", bench.MostSteps)
	}
	p.Steps = n
	return nil
}

// signal takes what is no AbortSignal, of which JSON has an object without members.
func signal(_ *bench.Plan, value record.Encoded) error {
	if value == "{}" {
		return nil
	}
	return fmt.Errorf("bench(plan), signal: an AbortSignal, which ends the bench")
}

// onProgress takes what is no function, as JSON has none.
func onProgress(*bench.Plan, record.Encoded) error {
	return fmt.Errorf("bench(plan), onProgress: a function, which is called each time that runs have ended")
}

func goal(p *bench.Plan, value record.Encoded) error {
	members, ok := value.Members()
	p.Goal = bench.Goal{}
	for _, m := range members {
		switch {
		case m.Name == "stop" && (m.Value == "true" || m.Value == "false"):
			p.Goal.Stop = m.Value == "true"
			continue
		case p.Goal.Metric == "":
			p.Goal.Metric, p.Goal.Value, ok = metricOf(m)
		default:
			ok = false
		}
		if !ok {
			break
		}
	}
	if !ok || p.Goal.Metric == "" {
		return fmt.Errorf("bench(plan), goal: one of cost, accuracy, testCost and testAccuracy with its value, which is none below 0 and no accuracy above 1, such as {accuracy: 0.9}, and stop: true where runs end there")
	}
	return nil
}
