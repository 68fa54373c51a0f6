package scene

import (
	"strconv"
	"strings"
)

// Colour is red, green, blue and opacity in [0, 1], as in CSS: gamma-encoded sRGB, not premultiplied.
type Colour struct{ R, G, B, A float32 }

// ParseColour reads #rgb, #rrggbb or #rrggbbaa, or a colour as browsers compute it, rgb(26, 28, 31) or color(srgb 0.1 0.11 0.12), of
// which opacity does not count.
func ParseColour(text string) (Colour, bool) {
	for form, most := range map[string]float64{"rgb": 255, "color(srgb": 1} {
		channels, ok := strings.CutPrefix(text, form)
		words := strings.FieldsFunc(channels, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
		if !ok || len(words) < 3 {
			continue
		}
		channel := func(i int) float32 {
			v, _ := strconv.ParseFloat(words[i], 64)
			return float32(v / most)
		}
		return Colour{channel(0), channel(1), channel(2), 1}, true
	}
	if len(text) == 0 || text[0] != '#' {
		return Colour{}, false
	}
	var digits [8]uint8
	n := len(text) - 1
	if n != 3 && n != 6 && n != 8 {
		return Colour{}, false
	}
	for i := range n {
		switch c := text[i+1]; {
		case '0' <= c && c <= '9':
			digits[i] = c - '0'
		case 'a' <= c && c <= 'f':
			digits[i] = c - 'a' + 10
		case 'A' <= c && c <= 'F':
			digits[i] = c - 'A' + 10
		default:
			return Colour{}, false
		}
	}
	if n == 3 {
		channel := func(i int) float32 { return float32(digits[i]) / 15 }
		return Colour{channel(0), channel(1), channel(2), 1}, true
	}
	if n == 6 {
		digits[6], digits[7] = 15, 15
	}
	channel := func(i int) float32 { return float32(16*int(digits[2*i])+int(digits[2*i+1])) / 255 }
	return Colour{channel(0), channel(1), channel(2), channel(3)}, true
}

// Mix goes from a at t = 0 to b at t = 1, channel by channel.
func Mix(a, b Colour, t float32) Colour {
	channel := func(a, b float32) float32 { return a*(1-t) + b*t }
	return Colour{channel(a.R, b.R), channel(a.G, b.G), channel(a.B, b.B), channel(a.A, b.A)}
}

// Fade scales the opacity.
func (c Colour) Fade(opacity float32) Colour {
	c.A *= opacity
	return c
}

func (c Colour) rgb() [3]float32 { return [3]float32{c.R, c.G, c.B} }

// Theme holds the colours of the page that the picture uses.
type Theme struct {
	Background, Surface, Ink, Muted, Grid Colour
	Negative, Neutral, Positive           Colour          // the ramp of values: orange, near white or near black, blue
	Accent                                Colour          // hover, selection and cursor
	Classes                               [colours]Colour // the first two are Negative and Positive
}

// Set changes the colour of a token, such as "background", "negative" or, of classes from 2 on, "class2". It reports whether
// there is such a token and the text is a colour.
func (t *Theme) Set(token, text string) bool {
	colour, ok := ParseColour(text)
	if !ok {
		return false
	}
	switch token {
	case "background":
		t.Background = colour
	case "surface":
		t.Surface = colour
	case "ink":
		t.Ink = colour
	case "muted":
		t.Muted = colour
	case "grid":
		t.Grid = colour
	case "negative":
		t.Negative, t.Classes[0] = colour, colour
	case "neutral":
		t.Neutral = colour
	case "positive":
		t.Positive, t.Classes[1] = colour, colour
	case "accent":
		t.Accent = colour
	default:
		number, ok := strings.CutPrefix(token, "class")
		class, err := strconv.Atoi(number)
		if !ok || err != nil || class < 2 || class >= colours {
			return false
		}
		t.Classes[class] = colour
	}
	return true
}
