package lesson

import (
	"math"
	"regexp"
	"slices"
	"strconv"

	"shallows/engine/config"
	"shallows/engine/session"
)

// Condition is one thing that a task asks of a run: a setting or a measure that is, or is at least, at most or below a
// value; or settings that are as the task began.
type Condition struct {
	// Of is the key of a setting, a shape as dZ[1], or one of the measures cost, testCost, accuracy, step, hiddenUnits (in all
	// hidden layers), hiddenActivations (each once), asymmetry, parted (see [session.Session.Parted]), typed (see
	// [session.Session.Typed]; 0 or 1) and changes (settings that differ from those the task began with).
	Of string

	Is      []string // the value, or each of a list: codes and numbers as links spell them
	AtLeast *float64
	AtMost  *float64
	Below   *float64

	Keep []string // settings that are to be as the task began, by key or all of a group: group.data; then nothing else counts
}

// Value is what a run has of what a condition asks: a number, a list of codes or numbers as links spell them, or
// nothing where it does not apply.
type Value struct {
	Number float64 // NaN without one
	List   []string
}

// Goal is how a run stands to a condition.
type Goal struct {
	Value Value
	Met   bool
}

// judge returns how s stands to c, where the task began with other settings or these.
func (c Condition) judge(s *session.Session, began config.Config) Goal {
	if len(c.Keep) > 0 {
		return Goal{none, !slices.ContainsFunc(config.Settings, func(setting config.Setting) bool {
			kept := slices.Contains(c.Keep, setting.Key) || slices.Contains(c.Keep, "group."+string(setting.Group))
			return kept && setting.Text(s.Config()) != setting.Text(began)
		})}
	}
	values := measure(s, began, c.Of)
	g := Goal{Value: values[0]}
	for _, v := range values {
		g.Met = g.Met || c.isMetBy(v)
	}
	return g
}

// isMetBy reports whether a value is as c asks. A number that is not there is nothing that could be asked for.
func (c Condition) isMetBy(v Value) bool {
	if c.Is != nil {
		return slices.Equal(v.List, c.Is) || len(c.Is) == 1 && c.Is[0] == spelt(v.Number)
	}
	return (c.AtLeast == nil || v.Number >= *c.AtLeast) &&
		(c.AtMost == nil || v.Number <= *c.AtMost) &&
		(c.Below == nil || v.Number < *c.Below) &&
		!math.IsNaN(v.Number)
}

var none = Value{Number: math.NaN()}

func of(v float64) Value { return Value{Number: v} }

// spelt returns v as links spell it.
func spelt(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// measure returns what s has of a condition's Of: one value, or of a shape that is not the same in each update of a
// pass all there are, the usual one first.
func measure(s *session.Session, began config.Config, name string) []Value {
	if found := shape.FindStringSubmatch(name); found != nil {
		layer, _ := strconv.Atoi(found[2])
		return shapes(s, found[1], layer)
	}
	one := func(v float64) []Value { return []Value{of(v)} }
	switch name {
	case "cost":
		return one(s.Metrics().Cost)
	case "testCost":
		return one(s.Metrics().TestCost)
	case "accuracy":
		return one(s.Metrics().Accuracy)
	case "step":
		return one(float64(s.Metrics().Step))
	case "hiddenUnits":
		units := 0
		for _, n := range s.Config().Net {
			units += n
		}
		return one(float64(units))
	case "hiddenActivations":
		list := []string{}
		for _, g := range s.Config().Activations() {
			if !slices.Contains(list, g.String()) {
				list = append(list, g.String())
			}
		}
		return []Value{{math.NaN(), list}}
	case "asymmetry":
		return one(s.Network().Asymmetry())
	case "parted":
		return one(s.Parted())
	case "typed":
		if s.Typed() {
			return one(1)
		}
		return one(0)
	case "changes":
		return one(float64(changes(s.Config(), began)))
	}
	setting := config.Lookup(name)
	if setting == nil {
		return []Value{none}
	}
	text := setting.Text(s.Config())
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		v = math.NaN()
	}
	return []Value{{v, []string{text}}}
}

// changes counts the settings that were chosen differently; those that follow from them do not count.
func changes(a, b config.Config) (n int) {
	chosen := func(c config.Config) map[string]string {
		c.Steps = 0
		pairs, _ := config.Split(c.Encode())
		list := make(map[string]string)
		for _, p := range pairs {
			list[p.Key] = p.Value
		}
		return list
	}
	of, before := chosen(a), chosen(b)
	for i := range config.Settings {
		if key := config.Settings[i].Key; of[key] != before[key] {
			n++
		}
	}
	return n
}

// shape is a quantity of which the shape is meant.
var shape = regexp.MustCompile(`^(W|b|dW|db|Z|A|dZ|dA)\[(\d)\]$`)

// shapes returns the shapes of a quantity in the updates of a pass, as lists of rows and columns.
func shapes(s *session.Session, name string, layer int) []Value {
	sizes := s.Network().Sizes
	if layer < 1 || layer >= len(sizes) {
		return []Value{none}
	}
	of := func(cols int) Value {
		return Value{math.NaN(), []string{strconv.Itoa(sizes[layer]), strconv.Itoa(cols)}}
	}
	switch name {
	case "W", "dW":
		return []Value{of(sizes[layer-1])}
	case "b", "db":
		return []Value{of(1)}
	}
	m, batch := s.Train().Len(), s.Config().Batch
	if batch == 0 || batch >= m {
		return []Value{of(m)}
	}
	if m%batch == 0 {
		return []Value{of(batch)}
	}
	return []Value{of(batch), of(m % batch)} // the last batch of a pass is what is left
}
