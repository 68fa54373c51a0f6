// Package example is the choice of a training example by its number, or of the one before or after it among those on
// show.
package example

import (
	"slices"
	"strconv"

	"shallows/engine/number"
	"shallows/engine/page/panel"
)

// Record is what is shown.
type Record struct {
	Number string // of the example that is chosen, empty for none
	Total  string
}

// Show returns the Record.
func Show(d *panel.Desk) Record {
	r := Record{Total: "/ " + strconv.Itoa(d.Session().Train().Len())}
	if d.Example > 0 {
		r.Number = strconv.Itoa(d.Example)
	}
	return r
}

// Do takes, with the examples on show: 1 or -1, to go on or back among them, or an arrow key that does; type TEXT.
func Do(d *panel.Desk, shown []int, words []string) {
	switch {
	case len(words) == 1:
		if by, ok := panel.ReadStep(words[0]); ok {
			walk(d, shown, by)
		}
	case len(words) == 2 && words[0] == "type":
		if v, ok := number.Parse(words[1], true); ok {
			d.Choose(int(max(1, min(float64(d.Session().Train().Len()), v))))
		}
	}
}

// walk goes among the examples on show.
func walk(d *panel.Desk, shown []int, step int) {
	at := slices.Index(shown, d.Example) + step
	if !slices.Contains(shown, d.Example) {
		at = 0
	}
	if at >= 0 && at < len(shown) {
		d.Choose(shown[at])
	}
}

// First chooses the first of some examples where none is chosen yet.
func First(d *panel.Desk, shown []int) {
	if d.Example == 0 && len(shown) > 0 {
		d.Choose(shown[0])
	}
}
