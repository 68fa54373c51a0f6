// Package transport is what drives the run: its buttons, the way back through its steps, and the progress on the way to
// one. What they do is [run.Run.Do]'s.
package transport

import (
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Buttons are the buttons that drive the run.
type Buttons struct{}

// Do does nothing: the buttons' intents are the run's.
func (Buttons) Do(*panel.Desk, []string) {}

// ButtonsRecord is what they show.
type ButtonsRecord struct {
	Play     record.Text // what the first would do
	Tip      record.Text // the same, or why it cannot
	Diverged bool        // no update can be made
	AtFirst  bool        // there is no step to go back to
	Away     bool        // never, once the engine is there: the page loads with its buttons out of use
	Speeds   []panel.Choice
	Speed    string
}

// Record returns a ButtonsRecord.
func (Buttons) Record(d *panel.Desk) any {
	first, _ := d.Session().Reach()
	r := ButtonsRecord{
		Play: record.T("transport.play"), Diverged: d.Session().Diverged(), AtFirst: d.Session().At() <= first,
		Speed: d.Run.Speed().Name,
	}
	switch stop := d.Run.Stop(); {
	case d.Run.State() == run.Playing:
		r.Play = record.T("transport.pause")
	case stop != (run.Stop{}):
		r.Play = record.T("until.play", "where", notice.Where(stop))
	}
	r.Tip = r.Play
	if r.Diverged {
		r.Tip = record.T("transport.stopped")
	}
	for _, speed := range run.Speeds {
		name := record.T("speed."+speed.Name, "from", number.Count(int(speed.Slowest)), "to", number.Count(int(speed.Fastest)))
		r.Speeds = append(r.Speeds, panel.Choice{Key: speed.Name, Name: name, Chosen: speed.Name == r.Speed})
	}
	return r
}

// Progress is how far the run is on its way to a step.
type Progress struct{}

// Do does nothing: the way out is an intent of the run.
func (Progress) Do(*panel.Desk, []string) {}

// ProgressRecord is what it shows.
type ProgressRecord struct {
	Away       bool // the run is on no such way
	Endless    bool // where it ends is not known
	Steps, All int  // done, and to do from where the way began
	Text       record.Text
}

// Record returns a ProgressRecord.
func (Progress) Record(d *panel.Desk) any {
	if d.Run.State() != run.Seeking {
		return ProgressRecord{Away: true}
	}
	way, step := d.Run.Way(), d.Session().At()
	if way.Stop.Goal.Metric != "" && way.Stop.Step == 0 {
		return ProgressRecord{Endless: true, All: 1, Text: record.T("until.seeking", "where", notice.Where(way.Stop), "step", step)}
	}
	key := "seeking.text"
	if way.Travelling {
		key = "seeking.travel"
	}
	return ProgressRecord{Steps: step - way.From, All: way.Goal - way.From, Text: record.T(key, "step", step, "goal", way.Goal)}
}
