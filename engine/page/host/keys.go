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
	"ArrowLeft":  {Key: "ArrowLeft", Code: "ArrowLeft", KeyCode: 37},
	"ArrowUp":    {Key: "ArrowUp", Code: "ArrowUp", KeyCode: 38},
	"ArrowRight": {Key: "ArrowRight", Code: "ArrowRight", KeyCode: 39},
	"ArrowDown":  {Key: "ArrowDown", Code: "ArrowDown", KeyCode: 40},
	"PageUp":     {Key: "PageUp", Code: "PageUp", KeyCode: 33},
	"PageDown":   {Key: "PageDown", Code: "PageDown", KeyCode: 34},
	"Home":       {Key: "Home", Code: "Home", KeyCode: 36},
	"End":        {Key: "End", Code: "End", KeyCode: 35},
	"Escape":     {Key: "Escape", Code: "Escape", KeyCode: 27},
	"F5":         {Key: "F5", Code: "F5", KeyCode: 116},
	"Space":      {Key: " ", Code: "Space", KeyCode: 32},
	"b":          {Key: "b", Code: "KeyB", KeyCode: 66},
	"f":          {Key: "f", Code: "KeyF", KeyCode: 70},
	".":          {Key: ".", Code: "Period", KeyCode: 190},
}

// Yields reports whether keys that mean nothing in this page are for the page around: it is a picture in slides or notes
// then, of which no more than that is to be seen. The whole page has uses of its own for them, such as scrolling a panel.
func (h *Host) Yields() bool { return h.Framed && h.Shape != "full" }

// press tells of a key that has meant nothing here.
func (h *Host) press(d *panel.Desk, name string) {
	if key, ok := keys[name]; ok && h.Yields() {
		key.Bubbles, key.Cancelable = true, true
		h.tell(d, "key", key)
	}
}
