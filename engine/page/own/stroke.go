package own

import (
	"shallows/engine/dataset"
	"shallows/engine/page/panel"
)

// stroke is changes of the points that are undone as one, as those of a pointer while its button is down.
type stroke struct {
	begun  bool // it has changed something
	before dataset.Drawing
}

// edit lets edit change the points, joined to what the stroke has changed before. It returns what edit reports.
func (s *stroke) edit(d *panel.Desk, edit func(drawing *dataset.Drawing, joined bool) bool) bool {
	return d.Run.EditPoints(func(drawing *dataset.Drawing) bool {
		before := *drawing
		changed := edit(drawing, s.begun)
		if changed && !s.begun {
			s.begun, s.before = true, before
		}
		return changed
	})
}

// takeBack puts back what there was before the stroke, the way back and on from there too.
func (s *stroke) takeBack(d *panel.Desk) {
	if s.begun {
		d.Run.EditPoints(func(drawing *dataset.Drawing) bool {
			*drawing = s.before
			return true
		})
	}
	*s = stroke{}
}
