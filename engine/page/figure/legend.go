package figure

import (
	"shallows/engine/nn"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// surround writes headings and legends around the slots.
func (r *Record) surround(d *panel.Desk, slots scene.Slots) {
	c := d.Session().Config()
	if at := slots.Rects[scene.NetworkSlot]; !at.Empty() {
		r.legend(at.X+at.W/2, at.Y+at.H+legend-8, at.W, "center",
			Entry{Sign: "positive", Says: record.T("network.positive")},
			Entry{Sign: "negative", Says: record.T("network.negative")},
			Entry{Sign: "level", Says: record.T("network.level")})
	}
	if at := slots.Rects[scene.OutputSlot]; !at.Empty() {
		r.heading(at, d.Plane())
		r.legend(at.X+at.W/2, at.Y+at.H+14, at.W, "center", ofOutput(d)...)
	}
	if at := slots.Rects[scene.CostSlot]; !at.Empty() {
		r.heading(at, record.T("cost.title"))
		entries := []Entry{{Sign: "train", Says: record.T("cost.train")}}
		if c.Test > 0 {
			entries = append(entries, Entry{Sign: "tested", Says: record.T("cost.test")})
		}
		r.legend(at.X+at.W, at.Y-13, at.W, "right", entries...)
	}
}

func (r *Record) heading(at scene.Rect, says record.Text) {
	r.Headings = append(r.Headings, Heading{at.X, at.Y - 8, says})
}

func (r *Record) legend(x, y, room float64, align string, entries ...Entry) {
	r.Legends = append(r.Legends, Legend{x, y, room, align, entries})
}

// ofOutput is what the colours and the marks of the plane mean.
func ofOutput(d *panel.Desk) []Entry {
	c, says := d.Session().Config(), d.Class
	low, high := panel.Ramp(d.Stage)
	entries := []Entry{{Sign: "ramp", Low: low, Says: high}}
	if c.Output == nn.Softmax {
		entries = nil
	}
	if d.Session().Columns() == 1 {
		entries = append(entries, Entry{Sign: "train", Says: record.T("output.graph")})
	}
	if c.Regression() {
		return entries
	}
	if c.ClassCount() > few {
		says = d.ClassLabel
	}
	for k := range c.ClassCount() {
		entries = append(entries, Entry{Sign: panel.SignOf(k), Says: says(k)})
	}
	if c.Test > 0 {
		entries = append(entries, Entry{Sign: "test", Says: record.T("output.showTest")})
	}
	return entries
}

// few is how many classes without names of their own are called "class 2" in a legend: more have their numbers alone.
const few = 3
