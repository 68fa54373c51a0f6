package panel

import "strings"

// Source is something on the desk that records are made of, or several of them as a sum.
type Source uint

// The sources.
const (
	Terms    Source = 1 << iota // the settings of the run and its own data, and the bench of its link; which settings the page leaves out, or shows only
	Numbers                     // all there is to see of the run, Terms too, which is another at every step
	Course                      // what the run is at, how fast and where it stops, and whether it can go a step on or back
	Places                      // where the pictures are, and how they are shown
	Labels                      // the numbers at their axes
	Unit                        // whose field the plane shows, and what is selected
	Writing                     // how formulas are written
	Pointed                     // the symbol that is pointed at
	Chosen                      // the example that is chosen, and the unit that is inspected
	Tabs                        // which panel, side, picture and lesson are on show
	Lull                        // how often all has become quiet
	Hovering                    // whether the pointer is over the network

	Any Source = 1<<iota - 1 // all of them
)

// Sources are the sources as they lie on a desk.
type Sources [12]any

// Sources returns those of the desk as it is now.
func (d *Desk) Sources() Sources {
	type list = [6]any
	s, layout, view := d.Session(), d.Stage.Layout(), d.Stage.View()
	first, _ := s.Reach()
	return Sources{ // in the order of the constants
		list{s.Terms(), strings.Join(d.Withheld, " "), strings.Join(d.Locked, " "), d.Bench},
		list{d.Standing(), d.Run.Rests()},
		list{d.Run.State(), d.Run.Way(), d.Run.Speed(), d.Run.Stop(), s.Diverged(), s.At() > first},
		list{layout.Version, d.Stage.Slots(), view.Discretise, view.LogSteps, view.HideTest},
		layout.Labelled,
		list{d.Stage.Shown(), d.Stage.Selected()},
		list{d.Notation, d.Targets},
		list{d.Pointed, d.Cell},
		list{d.Example, d.Inspected},
		list{d.Panel, d.Side, d.Picture, d.Lesson},
		d.Lulls,
		d.Hovering,
	}
}

// Since returns the sources that are others than at another time.
func (s Sources) Since(then Sources) (changed Source) {
	for i := range s {
		if s[i] != then[i] {
			changed |= 1 << i
		}
	}
	return changed
}
