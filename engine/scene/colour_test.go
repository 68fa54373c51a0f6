package scene

import "testing"

func TestParseColour(t *testing.T) {
	for _, test := range []struct {
		text string
		want Colour
		ok   bool
	}{
		{"#ff8000", Colour{1, 128.0 / 255, 0, 1}, true},
		{"#FF800080", Colour{1, 128.0 / 255, 0, 128.0 / 255}, true},
		{"#f80", Colour{1, 8.0 / 15, 0, 1}, true},
		{"rgb(255, 128, 0)", Colour{1, 128.0 / 255, 0, 1}, true},
		{"rgba(255, 128, 0, 0.996)", Colour{1, 128.0 / 255, 0, 1}, true},
		{"color(srgb 1 0.5 0)", Colour{1, 0.5, 0, 1}, true},
		{"color(srgb 1 0.5 0 / 0.9)", Colour{1, 0.5, 0, 1}, true},
		{"rgb(255, 128)", Colour{}, false},
		{"ff8000", Colour{}, false},
		{"#ff80", Colour{}, false},
		{"#ff800g", Colour{}, false},
		{"", Colour{}, false},
	} {
		if got, ok := ParseColour(test.text); got != test.want || ok != test.ok {
			t.Errorf("%q: %v %v, want %v %v", test.text, got, ok, test.want, test.ok)
		}
	}
}

func TestThemeSetsItsTokens(t *testing.T) {
	var theme Theme
	for _, token := range []string{"background", "surface", "ink", "muted", "grid", "negative", "neutral", "positive", "accent", "class2", "class3", "class4", "class5", "class6", "class7", "class8", "class9"} {
		if !theme.Set(token, "#ffffff") {
			t.Errorf("no token %q", token)
		}
	}
	white := Colour{1, 1, 1, 1}
	want := Theme{Background: white, Surface: white, Ink: white, Muted: white, Grid: white, Negative: white, Neutral: white, Positive: white, Accent: white}
	for class := range want.Classes {
		want.Classes[class] = white
	}
	if theme != want {
		t.Errorf("%v", theme)
	}
	if theme.Set("shadow", "#000000") || theme.Set("class1", "#000000") || theme.Set("class10", "#000000") || theme.Set("ink", "black") {
		t.Error("an unknown token or a word was taken for a colour")
	}
}

func TestRamp(t *testing.T) {
	theme := Theme{Negative: Colour{1, 0, 0, 1}, Neutral: Colour{1, 1, 1, 1}, Positive: Colour{0, 0, 1, 1}}
	for _, test := range []struct {
		tone       float64
		discretise bool
		want       Colour
	}{
		{0, false, theme.Neutral},
		{-1, false, Mix(theme.Neutral, theme.Negative, rampStrength)},
		{0.5, false, Mix(theme.Neutral, theme.Positive, rampStrength/2)},
		{0.01, true, Mix(theme.Neutral, theme.Positive, rampStrength*discreteTone)},
		{0, true, Mix(theme.Neutral, theme.Positive, rampStrength*discreteTone)},
		{-0.9, true, Mix(theme.Neutral, theme.Negative, rampStrength*discreteTone)},
	} {
		if got := theme.Ramp(test.tone, test.discretise); got != test.want {
			t.Errorf("tone %v, discretised %v: %v, want %v", test.tone, test.discretise, got, test.want)
		}
	}
}
