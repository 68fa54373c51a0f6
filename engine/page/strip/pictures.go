package strip

import "shallows/engine/page/panel"

// Pictures says which picture is chosen.
type Pictures struct{ Output, Network, Cost bool }

// Full reports whether a picture fills the window.
func (s *Strip) Full() bool { return s.full != "" }

// fill has boundary or network fill the window, or ends that. Where none is named it is the one that the pointer is over, or the
// only one on show.
func (s *Strip) fill(d *panel.Desk, picture string) {
	switch {
	case s.full != "":
		s.full = ""
		return
	case picture == "network" || picture == "" && (d.Hovering || d.Picture == "network" && shown(d) == 1):
		s.full = "network"
	default:
		s.full = "output"
	}
	d.Ask("return", panel.Focus{ID: "fill-" + s.full})
}

// shown returns how many pictures the window has room for.
func shown(d *panel.Desk) (n int) {
	for _, slot := range d.Stage.Slots().Rects {
		if !slot.Empty() {
			n++
		}
	}
	return n
}
