package page

import (
	"shallows/engine/page/panel"
	"shallows/engine/scene"
)

// theme takes: TOKEN COLOUR …, the colours of the pictures, of which those it has no use for change nothing.
func (p *Page) theme(words []string) {
	theme := p.desk.Stage.Theme()
	for ; len(words) > 1; words = words[2:] {
		theme.Set(words[0], words[1])
	}
	p.desk.Stage.SetTheme(theme)
}

// slots takes: SCALE, of device pixels to a CSS pixel, and NAME X Y W H …, where in the window the slots are that are on
// show, in CSS pixels.
func (p *Page) slots(words []string) {
	var slots scene.Slots
	if len(words) == 0 || !panel.ReadNumbers(words[:1], &slots.Scale) || slots.Scale <= 0 {
		return
	}
	for words = words[1:]; len(words) > 4; words = words[5:] {
		slot, ok := scene.ParseSlot(words[0])
		if !ok {
			return
		}
		if r := &slots.Rects[slot]; !panel.ReadNumbers(words[1:5], &r.X, &r.Y, &r.W, &r.H) {
			return
		}
	}
	p.desk.Stage.SetSlots(slots)
}
