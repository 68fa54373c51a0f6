package figure

import (
	"strconv"

	"shallows/engine/nn"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// surround writes headings and legends around the slots.
func (r *Record) surround(d *panel.Desk, slots scene.Slots) {
	c := d.Session().Config()
	if at := slots.Rects[scene.NetworkSlot]; !at.Empty() {
		r.legend(at.X+at.W/2, at.Y+at.H+legend-8, "center",
			Entry{Sign: "positive", Says: record.T("network.positive")},
			Entry{Sign: "negative", Says: record.T("network.negative")},
			Entry{Sign: "level", Says: record.T("network.level")})
	}
	if at := slots.Rects[scene.OutputSlot]; !at.Empty() {
		r.heading(at, d.Plane())
		r.legend(at.X+at.W/2, at.Y+at.H+14, "center", ofOutput(d)...)
	}
	if at := slots.Rects[scene.CostSlot]; !at.Empty() {
		r.heading(at, record.T("cost.title"))
		entries := []Entry{{Sign: "train", Says: record.T("cost.train")}}
		if c.Test > 0 {
			entries = append(entries, Entry{Sign: "tested", Says: record.T("cost.test")})
		}
		r.legend(at.X+at.W, at.Y-13, "right", entries...)
	}
}

func (r *Record) heading(at scene.Rect, says record.Text) {
	r.Headings = append(r.Headings, Heading{at.X, at.Y - 8, says})
}

func (r *Record) legend(x, y float64, align string, entries ...Entry) {
	r.Legends = append(r.Legends, Legend{x, y, align, entries})
}

// ofOutput is what the colours and the marks of the plane mean.
func ofOutput(d *panel.Desk) []Entry {
	c, says := d.Session().Config(), d.Class
	low, high := panel.Ramp(d.Stage)
	entries := []Entry{{Sign: "ramp", Low: low, Says: high}}
	if c.Output == nn.Softmax {
		entries = nil
	}
	if c.Regression() {
		return entries
	}
	if c.ClassCount() > few {
		says = func(class int) any { return strconv.Itoa(class) }
	}
	for k := range c.ClassCount() {
		entries = append(entries, Entry{Sign: panel.SignOf(k), Says: says(k)})
	}
	if c.Test > 0 {
		entries = append(entries, Entry{Sign: "test", Says: record.T("output.showTest")})
	}
	return entries
}

// few is how many classes have their names in a legend: those of more do not fit in a line, their numbers do.
const few = 3
