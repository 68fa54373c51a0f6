package transport

import (
	"fmt"
	"math"
	"strconv"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

// places are those of the slider where the steps of the curve are on a logarithmic scale.
const places = 1000

// Scrubber is the way through the run so far: a slider under the cost curve, as long as its axis. It is there once there
// is a step to go back to. The curve itself can be dragged along too.
type Scrubber struct {
	grabbed bool // the pointer has gone down on the curve
}

// ScrubberRecord is what it shows.
type ScrubberRecord struct {
	Away          bool
	Highest, Here int    // places
	Filled        string // share of them
	Left, Width   string // of the axis, CSS lengths
	Says          record.Text
}

// Record returns a ScrubberRecord.
func (*Scrubber) Record(d *panel.Desk) any {
	_, last := d.Session().Reach()
	step := d.Run.Destination()
	axis := d.Stage.Layout().Axes
	r := ScrubberRecord{
		Away: away(d), Highest: max(1, last), Here: step, Left: panel.Pixels(axis.X), Width: panel.Pixels(axis.W),
		Says: record.T("travel.at", "step", number.Count(step), "last", number.Count(last)),
	}
	if d.Stage.View().LogSteps {
		r.Highest = places
		r.Here = int(math.Round(places * math.Log1p(float64(step)) / math.Log1p(float64(max(1, last)))))
	}
	r.Filled = fmt.Sprint(float64(r.Here) / float64(r.Highest))
	return r
}

// away reports whether there is no step to go back to, or the run trains on its way to another.
func away(d *panel.Desk) bool {
	first, last := d.Session().Reach()
	return last == first || d.Run.State() == run.Seeking && !d.Run.Way().Travelling
}

// Do takes: place PLACE of the slider; key NAME, a key pressed there: arrows go one step, the page keys a tenth of the way;
// VERB X Y KIND BUTTON, what a pointer does on the picture of the curve, in CSS pixels: it takes hold by a press, and moves
// until it is lifted.
func (s *Scrubber) Do(d *panel.Desk, words []string) {
	if len(words) == 5 {
		s.pull(d, words[0], words[1:3], words[3], words[4])
		return
	}
	if len(words) != 2 {
		return
	}
	first, last := d.Session().Reach()
	step, tenth := d.Run.Destination(), max(1, int(math.Round(float64(last-first)/10)))
	switch words[0] + " " + words[1] {
	case "key ArrowLeft", "key ArrowDown":
		step--
	case "key ArrowRight", "key ArrowUp":
		step++
	case "key PageDown":
		step -= tenth
	case "key PageUp":
		step += tenth
	case "key Home":
		step = first
	case "key End":
		step = last
	default:
		place, err := strconv.Atoi(words[1])
		if words[0] != "place" || err != nil {
			return
		}
		step = place
		if d.Stage.View().LogSteps {
			step = int(math.Round(math.Expm1(float64(place) / places * math.Log1p(float64(last)))))
		}
	}
	d.Run.GoTo(step, "")
}

// pull goes to the step under the pointer that the curve knows the cost of. In a talk a finger turns.
func (s *Scrubber) pull(d *panel.Desk, verb string, place []string, kind, button string) {
	var x, y float64
	if !panel.ReadNumbers(place, &x, &y) {
		return
	}
	if verb != "move" {
		s.grabbed = verb == "press" && button == "0" && !(d.Presenting && kind == "touch") && !away(d) && d.Stage.Hit(scene.CostSlot, x, y).Kind == scene.Cost
	}
	if at, ok := d.Stage.CostAt(x); ok && s.grabbed {
		d.Run.GoTo(at.Step, "")
		d.Still = false
	}
}
