package host

import "shallows/engine/page/panel"

// Key is what the event "key" says of a key that is pressed in a frame and means nothing there: what a browser makes a
// KeyboardEvent of. Slides look at one or another of its names.
type Key struct {
	Key, Code           string
	KeyCode             int
	Bubbles, Cancelable bool
}

// keys are those that slides and notes around a figure may use, by their names in data-keys: to turn slides, to leave and to
// begin a talk, to see all of it, and to have the screen dark. All else that is pressed stays in the frame.
var keys = map[string]Key{
	"ArrowLeft":  {"ArrowLeft", "ArrowLeft", 37, true, true},
	"ArrowUp":    {"ArrowUp", "ArrowUp", 38, true, true},
	"ArrowRight": {"ArrowRight", "ArrowRight", 39, true, true},
	"ArrowDown":  {"ArrowDown", "ArrowDown", 40, true, true},
	"PageUp":     {"PageUp", "PageUp", 33, true, true},
	"PageDown":   {"PageDown", "PageDown", 34, true, true},
	"Home":       {"Home", "Home", 36, true, true},
	"End":        {"End", "End", 35, true, true},
	"Escape":     {"Escape", "Escape", 27, true, true},
	"F5":         {"F5", "F5", 116, true, true},
	"Space":      {" ", "Space", 32, true, true},
	"b":          {"b", "KeyB", 66, true, true},
	"f":          {"f", "KeyF", 70, true, true},
	".":          {".", "Period", 190, true, true},
}

// Yields reports whether keys that mean nothing in this page are for the page around: it is a picture in slides or notes
// then, of which no more than that is to be seen. The whole page has uses of its own for them, such as scrolling a panel.
func (h *Host) Yields() bool { return h.Framed && h.Shape != "full" }

// press tells of a key that has meant nothing here.
func (h *Host) press(d *panel.Desk, name string) {
	if key, ok := keys[name]; ok && h.Yields() {
		h.tell(d, "key", key)
	}
}
