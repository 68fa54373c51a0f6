package config

import (
	"math"
	"strconv"
)

// Slider is the range that a slider covers, which may be narrower than the limits of the setting.
type Slider struct {
	Scale     Scale
	Low, High float64
}

// Scale tells how positions on a slider map to values.
type Scale string

// The scales; a Slider without one is no slider.
const (
	Linear Scale = "linear"
	Log    Scale = "log" // Low and High are positive
)

const (
	perDecade = 20   // steps to a factor of ten: neighbours differ in their first two digits
	fine      = 0.01 // the step between values that are no integers
)

// Steps returns how many steps the slider has; its positions are 0 to this.
func (s Slider) Steps(kind Kind) int {
	switch {
	case s.Scale == Log:
		return int(math.Round(perDecade * math.Log10(s.High/s.Low)))
	case kind == Integer:
		return int(math.Round(s.High - s.Low))
	}
	return int(math.Round((s.High - s.Low) / fine))
}

// Value returns the text of the value at a position, with few digits to read.
func (s Slider) Value(kind Kind, position int) string {
	t := float64(position) / float64(s.Steps(kind))
	switch {
	case s.Scale == Log:
		return strconv.FormatFloat(parse(strconv.FormatFloat(s.Low*math.Pow(s.High/s.Low, t), 'g', 2, 64)), 'g', -1, 64)
	case kind == Integer:
		return strconv.FormatFloat(s.Low+t*(s.High-s.Low), 'f', 0, 64)
	}
	return strconv.FormatFloat(parse(strconv.FormatFloat(s.Low+t*(s.High-s.Low), 'f', 2, 64)), 'f', -1, 64)
}

func parse(text string) float64 {
	v, _ := strconv.ParseFloat(text, 64)
	return v
}

// Position returns the position closest to a value; values beyond an end are at it.
func (s Slider) Position(kind Kind, v float64) int {
	t := (v - s.Low) / (s.High - s.Low)
	if s.Scale == Log {
		t = math.Log(v/s.Low) / math.Log(s.High/s.Low) // of 0 it is -Inf
	}
	return int(math.Round(float64(s.Steps(kind)) * max(0, min(1, t))))
}
