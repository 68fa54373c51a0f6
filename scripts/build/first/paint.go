package first

import (
	"fmt"
	"strings"

	"shallows/engine/scene"
)

// theme has a colour for each token of css/tokens.css that only it has: what is painted with it tells which token it is of, or how far
// it is from muted to one of the signs. So one picture has the colours of all themes.
var theme = func() (t scene.Theme) {
	for token, colour := range tokens {
		t.Set(token, colour)
	}
	return t
}()

var tokens = map[string]string{
	"muted": "#000000", "neutral": "#000000", "positive": "#ff0000", "negative": "#00ff00",
	"background": "#000010", "surface": "#000020", "ink": "#000030", "grid": "#000040", "accent": "#000050",
}

// paint returns an attribute with a colour of theme, and one with its opacity where it has one.
func paint(attribute string, c scene.Colour) string {
	value := "var(--muted)"
	switch {
	case c.R > 0:
		value = mixed("muted", "positive", 100*c.R)
	case c.G > 0:
		value = mixed("muted", "negative", 100*c.G)
	case c.B > 0:
		for token, hex := range tokens {
			if other, _ := scene.ParseColour(hex); other.B == c.B {
				value = "var(--" + token + ")"
			}
		}
	}
	value = fmt.Sprintf(` %s="%s"`, attribute, value)
	if c.A < 1 {
		value += fmt.Sprintf(` %s-opacity="%s"`, attribute, short(float64(c.A)))
	}
	return value
}

// mixed is the colour so many percent of the way from one token to another.
func mixed(from, to string, percent float32) string {
	if percent == 100 {
		return "var(--" + to + ")"
	}
	return fmt.Sprintf("color-mix(in srgb,var(--%s),var(--%s) %s%%)", from, to, short(float64(percent)))
}

// short is a number with the digits that a picture needs.
func short(v float64) string {
	text := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}
