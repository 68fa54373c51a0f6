// Package settings is a run's settings in words, for those who see the run and not the page's controls.
package settings

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/number"
	"shallows/engine/page/record"
)

// Said is a setting in words.
type Said struct {
	Key   string
	Name  record.Text
	Value []any // texts and numbers, side by side
}

// Of returns the settings of these keys, and all that are not the usual ones; none that says nothing of the run at hand. Inputs
// have their names in the data.
func Of(c config.Config, names dataset.Names, always ...string) []Said {
	var list []Said
	for i := range config.Settings {
		s := &config.Settings[i]
		if (slices.Contains(always, s.Key) || s.Text(c) != s.Default(c)) && means(s, c) {
			list = append(list, Said{s.Key, record.T("setting." + s.Key), value(s, c, names)})
		}
	}
	return list
}

// means reports whether a setting says something of a run. How far it is its numbers say.
func means(s *config.Setting, c config.Config) bool {
	switch s.Key {
	case "steps":
		return false
	case "act":
		return len(c.Net) > 0
	case "n", "noise":
		return c.Data != dataset.Own
	}
	return !s.Idle(c)
}

func value(s *config.Setting, c config.Config, names dataset.Names) []any {
	var list []any
	for i, item := range strings.Split(s.Text(c), ",") {
		if i > 0 {
			list = append(list, ", ")
		}
		if s.Kind() == config.Choice || s.Kind() == config.Choices {
			list = append(list, record.T("option."+item))
		} else {
			list = append(list, written(item))
		}
		if s.Key == "in" {
			if j, ok := c.Inputs[i].Column(); ok && names.Column(j) != "" {
				list = append(list, " ", record.Isolated(names.Column(j)))
			}
		}
	}
	return list
}

// written writes counts and seeds in full.
func written(text string) string {
	if v, err := strconv.ParseFloat(text, 64); err == nil && v != math.Trunc(v) {
		return number.Rounded(v, 15).String()
	}
	return text
}
