package bench

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// Axis is a setting that varies, and the values that it takes, as links spell them. Each of Items is such a value or a
// range of values.
//
// A range is low..high, of a number or of layers of one width. More may follow: how many values there are, and whether
// they are apart by equal steps (lin) or by equal factors (log): 0.001..10..5..log. Without that the values are apart
// as on the setting's slider; they are all integers in between where these are few, else 9.
type Axis struct {
	Key    string
	Items  []string
	Values []string
}

const (
	usualCount = 9
	fewCount   = 20                 // of integers that all are taken
	mostValues = MostRuns + 1       // enough to be too many
	between    = ".."               // parts a range
	linear     = "lin"              // scale of a range
	logarithm  = "log"              // scale of a range
	digits     = 4                  // of a value inside a range that is no integer: as it is read, so it is
	exact      = float64(1<<53 - 1) // the largest integer of a range
)

// ParseAxis reads what a person writes: net=1;2;3;4;5;20;50 or lr=0.001..10. See [NewAxis].
func ParseAxis(c config.Config, text string) (Axis, []config.Warning) {
	key, list, _ := strings.Cut(text, "=")
	return NewAxis(c, strings.TrimSpace(key), strings.Split(list, ";"))
}

// The reasons for warnings that only a bench has.
const (
	NotOwn  config.Reason = "notown"  // a row over own data, of which the bench does not start: links hold the points of the start only
	LeftOut config.Reason = "leftout" // not a value of what varies, nor a seed or a goal: nothing is in its place
	Third   config.Reason = "third"   // two settings vary already
	Again   config.Reason = "again"   // it stands more than once: the first counts
	Twice   config.Reason = "twice"   // a link holds several benches: the first counts
	Same    config.Reason = "same"    // a value stands in several places of a list: it counts once
)

// NewAxis returns the axis of a key with these items, in the context of c. Items that cannot be used are left out, values
// beyond a limit are moved into it, and what an item before has counts once, with one warning each; rounded values of a
// range may be the same. The axis has no values where there is nothing to vary.
func NewAxis(c config.Config, key string, items []string) (Axis, []config.Warning) {
	a := Axis{Key: key}
	s := config.Lookup(key)
	if s == nil || s.Group == config.Opening {
		return a, []config.Warning{config.NewWarning(config.Pair{Key: key, Value: strings.Join(items, ";")}, "", config.Unknown)}
	}
	var warnings []config.Warning
	for _, item := range items {
		item, values, ok := expand(s, strings.TrimSpace(item))
		if !ok {
			warnings = append(warnings, config.NewWarning(config.Pair{Key: key, Value: item}, "", LeftOut))
			continue
		}
		before := len(a.Values)
		for _, value := range values {
			warnings = append(warnings, a.take(c, s, value, before)...)
		}
		if added := a.Values[before:]; len(values) > 1 && len(added) > 0 {
			a.Items = append(a.Items, item)
		} else {
			a.Items = append(a.Items, added...)
		}
		if len(a.Values) >= mostValues {
			break
		}
	}
	return a, warnings
}

// take adds a value, as the setting spells it, unless it is there already or cannot be. It warns of one among those of the
// items before.
func (a *Axis) take(c config.Config, s *config.Setting, value string, before int) (warnings []config.Warning) {
	base := c
	c, warnings = c.With(config.Pair{Key: a.Key, Value: value})
	warnings = slices.DeleteFunc(warnings, func(w config.Warning) bool { return w.Key != a.Key })
	if slices.ContainsFunc(warnings, func(w config.Warning) bool { return w.Reason == config.Invalid }) {
		return []config.Warning{config.NewWarning(config.Pair{Key: a.Key, Value: value}, "", LeftOut)}
	}
	if strange(base, c) {
		return append(warnings, config.NewWarning(config.Pair{Key: a.Key, Value: value}, "", NotOwn))
	}
	text := s.Text(c)
	if at := slices.Index(a.Values, text); at < 0 {
		a.Values = append(a.Values, text)
	} else if at < before {
		warnings = append(warnings, config.NewWarning(config.Pair{Key: a.Key, Value: text}, text, Same))
	}
	return warnings
}

// strange reports whether a row of settings c is over own data in a bench that starts from other data.
func strange(base, c config.Config) bool { return c.Data == dataset.Own && base.Data != dataset.Own }

// expand returns the values of an item, and the item as links hold it.
func expand(s *config.Setting, item string) (written string, values []string, ok bool) {
	if !strings.Contains(item, between) {
		return item, []string{item}, true
	}
	parts := strings.Split(item, between)
	kind := s.Kind()
	whole := kind == config.Integer || kind == config.Integers
	if len(parts) > 4 || !whole && kind != config.Number {
		return item, nil, false
	}
	low, isLow := config.ParseNumber(parts[0])
	high, isHigh := config.ParseNumber(parts[1])
	if !isLow || !isHigh || max(math.Abs(low), math.Abs(high)) > exact || whole && (low != math.Trunc(low) || high != math.Trunc(high)) {
		return item, nil, false
	}
	count, scale := 0, ""
	for _, part := range parts[2:] {
		n, err := strconv.Atoi(part)
		switch {
		case err == nil && count == 0 && scale == "" && n >= 2:
			count = min(n, mostValues)
		case scale == "" && (part == linear || part == logarithm):
			scale = part
		default:
			return item, nil, false
		}
	}
	if scale == "" && s.Slider.Scale == config.Log && min(low, high) > 0 {
		scale = logarithm
	}
	if scale == logarithm && min(low, high) <= 0 {
		return item, nil, false
	}
	parts[0], parts[1] = config.FormatNumber(low), config.FormatNumber(high)
	return strings.Join(parts, between), spread(low, high, count, scale == logarithm, whole), true
}

// spread returns so many values from low to high, both included; as many as suit them where count is 0. Rounded values
// may be the same.
func spread(low, high float64, count int, byFactors, whole bool) []string {
	if count == 0 {
		count = usualCount
		if all := math.Abs(high-low) + 1; whole && !byFactors && all <= fewCount {
			count = int(all)
		}
	}
	values := []string{config.FormatNumber(low)}
	for k := 1; k < count; k++ {
		part := float64(k) / float64(count-1)
		v := low + (high-low)*part
		if byFactors {
			v = low * math.Pow(high/low, part)
		}
		switch {
		case k == count-1:
			v = high
		case whole:
			v = math.RoundToEven(v)
		default:
			v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
		}
		values = append(values, config.FormatNumber(v))
	}
	return values
}

// Text returns the axis as a person writes it, which [ParseAxis] reads.
func (a Axis) Text() string { return a.Key + "=" + strings.Join(a.Items, ";") }
