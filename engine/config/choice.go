package config

import "slices"

// coded is an enumeration whose values have codes.
type coded interface{ String() string }

// choice is one of a few codes, those that suit the settings before it.
type choice[T coded] struct {
	at      func(*Config) *T
	initial func(*Config) T
	among   func(*Config) []T
}

func (choice[T]) kind() Kind                   { return Choice }
func (f choice[T]) options(c *Config) []string { return codes(f.among(c)) }
func (f choice[T]) reset(c *Config)            { *f.at(c) = f.initial(c) }
func (f choice[T]) text(c *Config) string      { return (*f.at(c)).String() }

func (f choice[T]) parse(c *Config, _ *Setting, text string) Reason {
	v, ok := find(f.among(c), text)
	if !ok {
		return Invalid
	}
	*f.at(c) = v
	return Fine
}

// codes returns the code of each value.
func codes[T coded](values []T) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = v.String()
	}
	return texts
}

// find returns the value with the given code.
func find[T coded](values []T, code string) (v T, ok bool) {
	i := slices.IndexFunc(values, func(v T) bool { return v.String() == code })
	if i < 0 {
		return v, false
	}
	return values[i], true
}
