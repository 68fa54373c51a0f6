package scene

import (
	"math"
	"os"
	"regexp"
	"testing"
)

// pageTheme reads the colours of the page from its style sheets, in order.
func pageTheme(t *testing.T, sheets ...string) Theme {
	t.Helper()
	var theme Theme
	for _, sheet := range sheets {
		text, err := os.ReadFile("../../web/css/" + sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, token := range regexp.MustCompile(`--(\w+): (#[0-9a-f]{6,8});`).FindAllStringSubmatch(string(text), -1) {
			theme.Set(token[1], token[2])
		}
	}
	if theme.Positive.A == 0 || theme.Negative.A == 0 || theme.Background.A == 0 || theme.Muted.A == 0 {
		t.Fatalf("%v lack colours", sheets)
	}
	return theme
}

var pageThemes = map[string][]string{"light": {"tokens.css"}, "dark": {"tokens.css", "dark.css"}}

// luminance is that of WCAG 2.
func luminance(c Colour) float64 {
	linear := func(v float32) float64 {
		if v <= 0.04045 {
			return float64(v) / 12.92
		}
		return math.Pow((float64(v)+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is the contrast ratio of two opaque colours, from 1 to 21.
func contrast(a, b Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over is the opaque colour that c makes on an opaque ground.
func (c Colour) over(ground Colour) Colour {
	opaque := c
	opaque.A = 1
	return Mix(ground, opaque, c.A)
}

func TestFieldsDifferWithoutTheirHue(t *testing.T) {
	for name, sheets := range pageThemes {
		theme := pageTheme(t, sheets...)
		for what, pair := range map[string][2]Colour{
			"fields":            {theme.Ramp(1, false), theme.Ramp(-1, false)},
			"fields in two":     {theme.Ramp(1, true), theme.Ramp(-1, true)},
			"positive/negative": {theme.Positive, theme.Negative},
		} {
			if c := contrast(pair[0], pair[1]); c < 1.4 {
				t.Errorf("%s, %s: contrast %.2f in greyscale, want 1.4", name, what, c)
			}
		}
	}
}

func TestMarksAreSeenOnThePage(t *testing.T) {
	for name, sheets := range pageThemes {
		theme := pageTheme(t, sheets...)
		for what, colour := range map[string]Colour{"positive": theme.Positive, "negative": theme.Negative, "muted": theme.Muted} {
			if c := contrast(colour, theme.Background); c < 3 {
				t.Errorf("%s, %s: contrast %.2f with the background, want 3", name, what, c)
			}
		}
	}
}

// On the dark ground no class is dark; on the light one pale marks have an edge.
func TestClassesAreSeenInTheDark(t *testing.T) {
	theme := pageTheme(t, pageThemes["dark"]...)
	for i := range colours {
		if c := contrast(theme.Classes[i], theme.Background); c < 3 {
			t.Errorf("class %d: contrast %.2f with the background, want 3", i, c)
		}
	}
}

func TestSmallWeightsAndUntrainedUnitsAreSeen(t *testing.T) {
	for name, sheets := range pageThemes {
		for _, link := range []string{"net=4", "net=12,12"} {
			s := newStage(link, 0)
			theme := pageTheme(t, sheets...)
			s.SetTheme(theme)
			for _, size := range []float64{0, 1e-9, 0.003, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 10} {
				for _, layer := range s.session.Network().W[1:] {
					for i := range layer.Data {
						layer.Data[i] = size * float64(1-2*(i%2))
					}
				}
				for _, stroke := range s.Picture(NetworkSlot).Strokes {
					if c := contrast(stroke.Colour.over(theme.Background), theme.Background); c < 3 || stroke.Width < 0.9*s.slots.Scale {
						t.Fatalf("%s, %s: a weight of size %v has contrast %.2f and width %v, want 3", name, link, size, c, stroke.Width)
					}
				}
			}
			p := s.Picture(NetworkSlot)
			for i, u := range s.diagram.units {
				outlines := 0
				for _, b := range boxesAt(p, inPixels(s, NetworkSlot, u.Rect.Centre())) {
					if b.Stroke > 0 && contrast(b.Colour.over(theme.Background), theme.Background) >= 3 {
						outlines++
					}
				}
				if outlines == 0 {
					t.Errorf("%s, %s: unit %d has no outline of contrast 3", name, link, i)
				}
			}
		}
	}
}

func TestNegativeLinksAreDashed(t *testing.T) {
	s := newStage("net=2", 0)
	for i, w := range []float64{0, 0.001, -0.001, -50} {
		s.session.Network().W[1].Data[i] = w
	}
	strokes := s.Picture(NetworkSlot).Strokes
	for i, dashed := range []bool{false, false, true, true} {
		if (strokes[i].Dash > 0) != dashed {
			t.Errorf("link %d has dashes of %v", i+1, strokes[i].Dash)
		}
		if dashed && strokes[i].Dash < 1.5*strokes[i].Width {
			t.Errorf("dashes of %v are hardly longer than the line is wide, %v", strokes[i].Dash, strokes[i].Width)
		}
	}
}
