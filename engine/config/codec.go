package config

import (
	"slices"
	"strings"
)

// version is the meaning of keys and defaults that links carry as their first pair.
const version = "1"

// Encode returns the fragment of c, without '#': the version, then each setting that differs from its default,
// in the order of Settings. It holds unreserved characters, commas, '=' and '&' only.
func (c Config) Encode() string {
	var b strings.Builder
	b.WriteString("v=" + version)
	for _, p := range c.pairs() {
		b.WriteString("&" + p.Key + "=" + p.Value)
	}
	return b.String()
}

// pairs returns the settings that differ from their defaults.
func (c Config) pairs() []Pair {
	var pairs []Pair
	for i := range Settings {
		s := &Settings[i]
		if text := s.Text(c); text != s.Default(c) {
			pairs = append(pairs, Pair{s.Key, text})
		}
	}
	return pairs
}

// Decode reads a fragment with or without its '#'. It never fails: what cannot be used as given is left out,
// replaced by its default or moved into its limits, with one warning each. Of a repeated key the first counts; a pair that
// stands there again as it is says nothing.
func Decode(fragment string) (Config, []Warning) {
	pairs, cut := Split(strings.TrimPrefix(fragment, "#"))
	c, warnings := decode(pairs)
	if cut {
		warnings = append(warnings, Warning{"", brief(fragment), c.Encode(), TooLong})
	}
	return c, warnings
}

// With returns c with the patched settings replaced, all together. Settings of c at their default stay so, even
// where a replaced setting changes what that is: other data bring their own noise, output and loss.
func (c Config) With(patch ...Pair) (Config, []Warning) {
	pairs := slices.Clone(patch)
	for _, own := range c.pairs() {
		if !slices.ContainsFunc(patch, func(p Pair) bool { return p.Key == own.Key }) {
			pairs = append(pairs, own)
		}
	}
	return decode(pairs)
}

// decode walks Settings in order, because a default or a limit may depend on the settings before it.
func decode(pairs []Pair) (Config, []Warning) {
	var c Config
	given, warnings := sift(pairs)
	for i := range Settings {
		s := &Settings[i]
		s.field.reset(&c)
		text, ok := given[s.Key]
		if !ok {
			continue
		}
		if reason := s.field.parse(&c, s, text); reason != Fine {
			warnings = append(warnings, NewWarning(Pair{s.Key, text}, s.Text(c), reason))
		}
	}
	return c, warnings
}

// sift returns the text given for each setting and warns about every other pair.
func sift(pairs []Pair) (given map[string]string, warnings []Warning) {
	given = make(map[string]string)
	for i, p := range pairs {
		if slices.Contains(pairs[:i], p) {
			continue
		}
		used, repeated := given[p.Key]
		switch {
		case p.Key != "v" && Lookup(p.Key) == nil:
			warnings = append(warnings, NewWarning(p, "", Unknown))
			continue
		case repeated:
			warnings = append(warnings, NewWarning(p, used, Repeated))
			continue
		case p.Key == "v" && p.Value != version:
			warnings = append(warnings, NewWarning(p, version, Version))
		}
		given[p.Key] = p.Value
	}
	return given, warnings
}
