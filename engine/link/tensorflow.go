package link

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/session"
)

// tensorFlowKeys are the keys of TensorFlow Playground's links with their defaults and what it can make sense of, as in
// its src/state.ts. Of a switch every word but false is true; what is no word, such as "false</a", is damage.
var tensorFlowKeys = []struct {
	name, initial string
	valid         func(text string) bool
}{
	{"problem", "classification", among("classification", "regression")},
	{"dataset", "circle", among("circle", "xor", "gauss", "spiral")},
	{"regDataset", "reg-plane", among("reg-plane", "reg-gauss")},
	{"noise", "0", isNumber},
	{"percTrainData", "50", isWhole},
	{"seed", "", isNumber},
	{"x", "true", isWord},
	{"y", "true", isWord},
	{"xSquared", "false", isWord},
	{"ySquared", "false", isWord},
	{"xTimesY", "false", isWord},
	{"sinX", "false", isWord},
	{"sinY", "false", isWord},
	{"networkShape", "4,2", isShape},
	{"activation", "tanh", among("relu", "tanh", "sigmoid", "linear")},
	{"initZero", "false", isWord},
	{"learningRate", "0.03", isNumber},
	{"batchSize", "10", isPositive},
	{"regularization", "none", among("none", "L1", "L2")},
	{"regularizationRate", "0", isNumber},
	{"showTestData", "false", isWord},
	{"discretize", "false", isWord},

	// These say nothing about the experiment: for all its keys, that page has no cosine among its inputs.
	{"cosX", "", isText},
	{"cosY", "", isText},
	{"collectStats", "", isText},
	{"tutorial", "", isText},
	{"hideText", "", isText},
}

// hidden ends the keys that hide a control, and an input for good.
const hidden = "_hide"

// tensorFlowSettings make a setting each of a link's texts; an empty one leaves it at its default.
var tensorFlowSettings = []struct {
	key string
	of  func(tensorFlow) string
}{
	{"data", func(t tensorFlow) string {
		if t.regression() {
			return map[string]string{"reg-plane": "plane", "reg-gauss": "bumps"}[t["regDataset"]]
		}
		return t["dataset"]
	}},
	{"n", func(t tensorFlow) string {
		if t.regression() {
			return "1200"
		}
		return "500"
	}},
	{"noise", func(t tensorFlow) string { return spell(t.number("noise") / 50) }},
	{"dseed", tensorFlow.seed},
	{"test", func(t tensorFlow) string { return spell(100 - t.number("percTrainData")) }},
	{"in", tensorFlow.inputs},
	{"net", func(t tensorFlow) string {
		if t["networkShape"] == "" {
			return "0"
		}
		return t["networkShape"]
	}},
	{"act", func(t tensorFlow) string { return t["activation"] }},
	{"out", func(t tensorFlow) string {
		if t.regression() {
			return "linear"
		}
		return "tanh"
	}},
	{"init", func(t tensorFlow) string {
		if t.on("initZero") {
			return "zeros"
		}
		return "uniform"
	}},
	{"scale", func(tensorFlow) string { return "0.5" }},
	{"seed", tensorFlow.seed},
	{"lr", func(t tensorFlow) string { return spell(t.number("learningRate")) }},
	{"batch", func(t tensorFlow) string { return t["batchSize"] }},
	{"l1", func(t tensorFlow) string { return t.rate("L1") }},
	{"l2", func(t tensorFlow) string { return t.rate("L2") }},
}

// tensorFlow is a link of TensorFlow Playground: valid texts for its keys.
type tensorFlow map[string]string

// isTensorFlow reports whether a fragment is a link of TensorFlow Playground: it tells no version and has a key that
// only such a link has.
func isTensorFlow(pairs []config.Pair) bool {
	own := func(p config.Pair) bool {
		return config.Lookup(p.Key) == nil && (known(p.Key) || strings.HasSuffix(p.Key, hidden))
	}
	versioned := func(p config.Pair) bool { return p.Key == "v" }
	return slices.ContainsFunc(pairs, own) && !slices.ContainsFunc(pairs, versioned)
}

func known(key string) bool {
	for _, k := range tensorFlowKeys {
		if k.name == key {
			return true
		}
	}
	return false
}

// openTensorFlow opens a link of TensorFlow Playground. As there, the last of a repeated key counts, and a key without
// a text does not, except for no hidden layers. cut tells that the end of the link was not read.
func openTensorFlow(pairs []config.Pair, cut bool) Opened {
	var warnings []config.Warning
	if cut {
		warnings = append(warnings, config.Warning{Reason: config.TooLong})
	}
	t := make(tensorFlow)
	for _, p := range pairs {
		switch {
		case known(p.Key), strings.HasSuffix(p.Key, hidden):
			t[p.Key] = strings.TrimSpace(p.Value)
		default:
			warnings = append(warnings, config.NewWarning(p, "", config.Unknown))
		}
	}
	for _, k := range tensorFlowKeys {
		text, given := t[k.name]
		switch {
		case !given, text == "" && k.name != "networkShape":
			t[k.name] = k.initial
		case !k.valid(text):
			t[k.name] = k.initial
			warnings = append(warnings, config.NewWarning(config.Pair{Key: k.name, Value: text}, k.initial, config.Invalid))
		}
	}

	var patch []config.Pair
	for _, s := range tensorFlowSettings {
		if text := s.of(t); text != "" || s.key == "in" {
			patch = append(patch, config.Pair{Key: s.key, Value: text})
		}
	}
	c, more := config.Default().With(patch...)
	return Opened{
		Run:      session.New(c),
		View:     &View{Discretise: t.on("discretize"), ShowTest: t.on("showTestData")},
		Warnings: slices.Concat(warnings, more, []config.Warning{{Reason: TensorFlow}}),
	}
}

func (t tensorFlow) regression() bool { return t["problem"] == "regression" }

func (t tensorFlow) on(key string) bool { return t[key] != "false" }

// number returns the value of a key that holds one.
func (t tensorFlow) number(key string) float64 {
	v, _ := parse(t[key])
	return v
}

// rate returns the rate of one kind of regularisation.
func (t tensorFlow) rate(kind string) string {
	if t["regularization"] != kind {
		return ""
	}
	return spell(t.number("regularizationRate"))
}

// seed makes a whole number of a seed, which is usually one from 0 to 1 with five decimals.
func (t tensorFlow) seed() string {
	if t["seed"] == "" {
		return ""
	}
	v := t.number("seed")
	if math.Abs(v) < 1 {
		v *= 1e5
	}
	return spell(math.Round(v))
}

// inputs returns those that are on and not hidden: there, a hidden input is none.
func (t tensorFlow) inputs() string {
	var codes []string
	for _, in := range [...]struct{ name, code string }{
		{"x", "x1"}, {"y", "x2"}, {"xSquared", "x1sq"}, {"ySquared", "x2sq"}, {"xTimesY", "x1x2"},
		{"sinX", "sinx1"}, {"sinY", "sinx2"},
	} {
		if t.on(in.name) && t[in.name+hidden] != "true" {
			codes = append(codes, in.code)
		}
	}
	return strings.Join(codes, ",")
}

func spell(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// parse reads a finite number.
func parse(text string) (v float64, ok bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

func isText(string) bool { return true }

// isWord knows letters and digits.
func isWord(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	})
}

func isNumber(text string) bool {
	_, ok := parse(text)
	return ok
}

func isWhole(text string) bool {
	v, ok := parse(text)
	return ok && v == math.Trunc(v)
}

// isShape knows whole numbers with commas between them, or none for no hidden layer.
func isShape(text string) bool {
	return text == "" || !slices.ContainsFunc(strings.Split(text, ","), func(size string) bool { return !isWhole(size) })
}

func isPositive(text string) bool {
	v, ok := parse(text)
	return ok && v >= 1 && v == math.Trunc(v)
}

func among(texts ...string) func(string) bool {
	return func(text string) bool { return slices.Contains(texts, text) }
}
