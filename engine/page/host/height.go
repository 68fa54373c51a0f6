package host

import "math"

// height returns what would suit a frame of a width, in CSS pixels, for so much of the page.
func height(width int, shape string) int {
	const (
		whole, wholeNarrow = 640, 780
		narrow             = 600 // below it the whole page has its parts under one another
		beside             = 440 // from here on a smaller shape has them side by side
		below, settings    = 60, 260
	)
	switch {
	case shape == "full" && width < narrow:
		return wholeNarrow
	case shape == "full":
		return whole
	case width >= beside:
		return int(math.Round(min(600, 0.6*float64(width))))
	case shape == "min":
		return width + settings
	}
	return width + below
}
