package config

import (
	"slices"
	"strings"
)

// Warning tells that a setting was not taken as given. It holds codes and values; the page has the words.
type Warning struct {
	Key    string // empty when the whole fragment is meant
	Value  string // as given, cut short when long
	Used   string // what was used instead; empty when the key was ignored
	Reason Reason
}

// NewWarning returns a warning that a pair of a link was not taken as given. Its texts are made fit to be shown: valid
// UTF-8, cut short.
func NewWarning(given Pair, used string, reason Reason) Warning {
	return Warning{brief(given.Key), brief(given.Value), brief(used), reason}
}

// Reason says why a value was not taken as given.
type Reason string

// The reasons for a warning.
const (
	Fine     Reason = ""         // taken as given, no warning
	Unknown  Reason = "unknown"  // no setting has this key
	Invalid  Reason = "invalid"  // not a value of this setting: the default is used
	Clamped  Reason = "clamped"  // beyond a limit: the nearest allowed value is used
	Repeated Reason = "repeated" // given more than once: the first counts
	Version  Reason = "version"  // made for another version: read as version 1
	TooLong  Reason = "long"     // the end of the fragment was not read
	More     Reason = "more"     // as many keys as Value says, beyond those told, are no settings
)

// Unmet returns warnings of c with those of the settings among given that own data have otherwise, as they are in used. Of a key that
// is told of already, it tells what is used in the end.
func (c Config) Unmet(used Config, given []Pair, warnings []Warning) []Warning {
	for i := range Settings {
		s := &Settings[i]
		at := slices.IndexFunc(given, func(p Pair) bool { return p.Key == s.Key })
		was, is := s.Text(c), s.Text(used)
		if at < 0 || was == is || s.Group == Opening {
			continue
		}
		reason := Invalid
		if kind := s.Kind(); kind == Integer || kind == Number {
			reason = Clamped
		}
		told := NewWarning(given[at], is, reason)
		j := slices.IndexFunc(warnings, func(w Warning) bool { return w.Key == s.Key && w.Used == brief(was) })
		if j < 0 {
			warnings = append(warnings, told)
		} else {
			warnings[j].Used = told.Used
		}
	}
	return warnings
}

// brief makes untrusted text fit to be shown: valid UTF-8 of at most 40 characters.
func brief(text string) string {
	const most = 40
	count := 0
	for i := range text {
		if count == most {
			text = text[:i] + "…"
			break
		}
		count++
	}
	return strings.ToValidUTF8(text, "\ufffd")
}
