package transport

import (
	"fmt"
	"math"
	"strconv"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// places are those of the slider where the steps of the curve are on a logarithmic scale.
const places = 1000

// Scrubber is the way through the run so far: a slider under the cost curve, as long as its axis. It is there once there
// is a step to go back to.
type Scrubber struct{}

// ScrubberRecord is what it shows.
type ScrubberRecord struct {
	Away, There   bool
	Highest, Here int    // places
	Filled        string // share of them
	Says          record.Text
}

// Record returns a ScrubberRecord.
func (Scrubber) Record(d *panel.Desk) any {
	first, last := d.Session().Reach()
	step := d.Run.Destination()
	training := d.Run.State() == run.Seeking && !d.Run.Way().Travelling
	r := ScrubberRecord{
		Away: last == first || training, Highest: max(1, last), Here: step,
		Says: record.T("travel.at", "step", number.Count(step), "last", number.Count(last)),
	}
	if d.Stage.View().LogSteps {
		r.Highest = places
		r.Here = int(math.Round(places * math.Log1p(float64(step)) / math.Log1p(float64(max(1, last)))))
	}
	r.There, r.Filled = !r.Away, fmt.Sprint(float64(r.Here)/float64(r.Highest))
	return r
}

// Do takes: place PLACE of the slider; key NAME, a key pressed there: arrows go one step, the page keys a tenth of the way.
func (Scrubber) Do(d *panel.Desk, words []string) {
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
