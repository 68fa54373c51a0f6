package config

import "strings"

// JSON returns all settings as an object, each under its key: a number, a text or a list of either.
func (c Config) JSON() string {
	members := make([]string, len(Settings))
	for i := range Settings {
		s := &Settings[i]
		text := s.Text(c)
		switch s.Kind() {
		case Choice:
			text = `"` + text + `"`
		case Choices:
			text = `["` + strings.ReplaceAll(text, ",", `","`) + `"]`
		case Integers:
			if text == "0" {
				text = ""
			}
			text = "[" + text + "]"
		}
		members[i] = `"` + s.Key + `":` + text
	}
	return "{" + strings.Join(members, ",") + "}"
}
