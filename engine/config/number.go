package config

import (
	"math"
	"strconv"
	"strings"

	"shallows/engine/dataset"
)

// numeric is a number, a whole one when of is Integer.
type numeric[T int | uint32 | float64] struct {
	of      Kind
	at      func(*Config) *T
	initial func(*Config) T
}

// integer is a whole number with a constant default.
func integer[T int | uint32](initial T, at func(*Config) *T) field {
	return numeric[T]{Integer, at, always(initial)}
}

// number is a decimal number with a constant default.
func number(initial float64, at func(*Config) *float64) field {
	return numeric[float64]{Number, at, always(initial)}
}

// always is a default that depends on nothing.
func always[T any](v T) func(*Config) T {
	return func(*Config) T { return v }
}

func (f numeric[T]) kind() Kind               { return f.of }
func (f numeric[T]) options(*Config) []string { return nil }
func (f numeric[T]) reset(c *Config)          { *f.at(c) = f.initial(c) }
func (f numeric[T]) text(c *Config) string    { return FormatNumber(float64(*f.at(c))) }

func (f numeric[T]) parse(c *Config, s *Setting, text string) Reason {
	v, ok := ParseNumber(text)
	if !ok || f.of == Integer && v != math.Trunc(v) {
		return Invalid
	}
	within := s.clamp(v)
	*f.at(c) = T(within)
	if within != v {
		return Clamped
	}
	return Fine
}

// FormatNumber returns the shortest decimal text that reads back as v, without a plus sign.
func FormatNumber(v float64) string {
	if v != 0 && math.Abs(v) < 1e-4 {
		return strings.Replace(strconv.FormatFloat(v, 'e', -1, 64), "e-0", "e-", 1)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// ParseNumber reads a decimal number, an infinity when it is too large for a float64.
// Unlike strconv it knows no names, hexadecimals or underscores.
func ParseNumber(text string) (v float64, ok bool) {
	if strings.Trim(text, "+-.0123456789eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v + 0, true // -0 + 0 is 0
}

// classes is a number of classes, at most as many as the data can have; of own data 0 says that they have values to predict.
type classes struct{ numeric[int] }

func (f classes) parse(c *Config, s *Setting, text string) Reason {
	if v, ok := ParseNumber(text); ok && v == 0 && c.Data == dataset.Own {
		c.Classes = 0
		return Fine
	}
	limited := *s
	if most := c.Data.MaxClasses(); most > 2 {
		limited.Max = float64(most)
	}
	return f.numeric.parse(c, &limited, text)
}
