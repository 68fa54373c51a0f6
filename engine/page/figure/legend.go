package figure

import (
	"strconv"

	"shallows/engine/config"
	"shallows/engine/nn"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// surround writes headings and legends around the slots.
func (r *Record) surround(c config.Config, slots scene.Slots) {
	if at := slots.Rects[scene.NetworkSlot]; !at.Empty() {
		r.legend(at.X+at.W/2, at.Y+at.H+legend-8, "center",
			Entry{Sign: "positive", Says: record.T("network.positive")},
			Entry{Sign: "negative", Says: record.T("network.negative")},
			Entry{Sign: "level", Says: record.T("network.level")})
	}
	if at := slots.Rects[scene.OutputSlot]; !at.Empty() {
		key := "output.title"
		if c.Regression() {
			key = "output.surface"
		}
		r.heading(at, key)
		r.legend(at.X+at.W/2, at.Y+at.H+14, "center", ofOutput(c)...)
	}
	if at := slots.Rects[scene.CostSlot]; !at.Empty() {
		r.heading(at, "cost.title")
		entries := []Entry{{Sign: "train", Says: record.T("cost.train")}}
		if c.Test > 0 {
			entries = append(entries, Entry{Sign: "tested", Says: record.T("cost.test")})
		}
		r.legend(at.X+at.W, at.Y-13, "right", entries...)
	}
}

func (r *Record) heading(at scene.Rect, key string) {
	r.Headings = append(r.Headings, Heading{at.X, at.Y - 8, record.T(key)})
}

func (r *Record) legend(x, y float64, align string, entries ...Entry) {
	r.Legends = append(r.Legends, Legend{x, y, align, entries})
}

// ofOutput is what the colours and the marks of the plane mean.
func ofOutput(c config.Config) []Entry {
	low := "−1"
	if c.Output == nn.Sigmoid {
		low = "0"
	}
	entries := []Entry{{Sign: "ramp", Low: low, Says: "1"}}
	if c.Output == nn.Softmax {
		entries = nil
	}
	if c.Regression() {
		return entries
	}
	if K := c.ClassCount(); K > 2 { // the names of ten do not fit in a line, their numbers do
		entries = append(entries, Entry{Sign: "zero", Says: "0"}, Entry{Sign: "one", Says: "1"})
		for k := 2; k < K; k++ {
			entries = append(entries, Entry{Sign: "class" + strconv.Itoa(k), Says: strconv.Itoa(k)})
		}
	} else {
		entries = append(entries, Entry{Sign: "zero", Says: record.T("output.zero")}, Entry{Sign: "one", Says: record.T("output.one")})
	}
	if c.Test > 0 {
		entries = append(entries, Entry{Sign: "test", Says: record.T("output.showTest")})
	}
	return entries
}
