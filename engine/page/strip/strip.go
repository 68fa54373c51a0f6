// Package strip is what of the page is on show: the panel, by tabs, and how high it is; what the zone at the side has, by
// tabs as well; and the picture, where there is room for one.
package strip

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Strip is the tabs, and the choice of a picture.
type Strip struct {
	names  []string // of the panels, in the order of their tabs
	stop   string   // the panel whose tab the Tab key stops at
	last   string   // the panel that was open when the tabs were told
	beside string   // what the zone at the side had then
	up     bool     // the sheet is, which a phone has for settings, lessons and panels
	full   string   // the picture that fills the window, "" for none
	swap   bool     // boundary and network stand in each other's place
	only   bool     // the panel is shown by itself and stays open
	height float64  // in percent of what is below the header
	edge   drag     // of the panel
	handle drag     // of the sheet
}

// How high the open panel may be, and by how much a key changes that, in percent.
const (
	least = 25
	most  = 80
	usual = 45
	step  = 5
)

// farthest is how far the sheet follows a finger, in shares of the window's height: about as far as it goes by itself.
const farthest = 0.3

// sides are what the zone at the side can show, the first at first.
var sides = []string{"settings", "lessons"}

// New returns the tabs of panels, at least one.
func New(names []string) *Strip { return &Strip{names: names, stop: names[0], height: usual} }

// Do takes: press PANEL, which opens it, or closes it where it is open; close; only PANEL, which is shown by itself; along
// KEY, from tab to tab; side NAME, in place of a panel too where the two have one place; other KEY, from one tab of the side to the
// other; pull, which has the sheet up or down, or what a pointer does on its handle in shares of the window; fill, a PICTURE or the one at hand
// the window, or no more; swap, boundary and network; height PERCENT or KEY, or what a pointer does on the panel's edge in shares of what is below
// the header; picture NAME; skip ID, to a part of the page.
func (s *Strip) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	verb, word := words[0], ""
	if len(words) == 2 {
		word = words[1]
	}
	if at := 0.0; (verb == "pull" || verb == "height") && len(words) == 6 {
		if panel.ReadNumbers(words[3:4], &at) {
			s.point(d, verb, words[1], words[5], at)
		}
		return
	}
	switch {
	case verb == "press" && word != d.Panel:
		d.Panel = word
	case verb == "press" || verb == "close":
		s.close(d)
	case verb == "only":
		d.Panel, s.only = word, true
	case verb == "along":
		s.stop = beside(s.names, s.stop, word)
		d.Ask("focus", panel.TabOf(s.stop))
	case verb == "side" && slices.Contains(sides, word):
		d.Side = word
		if s.covered(d) {
			d.Panel = ""
			d.Choose(0)
		}
	case verb == "pull" && word == "":
		s.up = !s.up
	case verb == "fill":
		s.fill(d, word)
	case verb == "swap":
		s.swap = !s.swap
	case verb == "other":
		d.Side = beside(sides, side(d), word)
		d.Ask("focus", panel.Focus{ID: "side-tab-" + d.Side})
	case verb == "picture" && slices.Contains(panel.Pictures, word):
		d.Picture = word
	case verb == "skip":
		s.full = ""
		if slices.Contains(panel.Pictures, word) {
			d.Picture = word
		}
		d.Ask("focus", panel.Focus{ID: word})
	case verb == "height":
		s.size(word)
	}
}

// point does what a pointer means on the handle of the sheet, or on the edge of the panel.
func (s *Strip) point(d *panel.Desk, on, verb, button string, at float64) {
	d.Still = true
	switch {
	case on == "height":
		let := s.edge.follow(verb, button, at)
		if s.edge.held && s.edge.heading != 0 {
			s.size(fmt.Sprint(100 * (1 - at)))
		} else if let && s.edge.taps == 2 {
			s.height, s.edge.taps = usual, 0
		}
	case verb == "click":
		if s.handle.heading == 0 {
			d.Pass() // which pulls
		}
	case s.handle.follow(verb, button, at) && s.handle.heading != 0:
		s.up = s.handle.heading < 0
	}
}

// pulled is how far a finger has the sheet above its place, as a share of the window's height.
func (s *Strip) pulled() float64 {
	if !s.handle.held {
		return 0
	}
	if s.up {
		return max(-farthest, min(0, s.handle.from-s.handle.at))
	}
	return max(0, min(farthest, s.handle.from-s.handle.at))
}

// covered reports whether the window has one place for what the zone at the side has and for the panel that is open: where it
// has room for one picture only.
func (s *Strip) covered(d *panel.Desk) bool {
	return shown(d) == 1 && d.Panel != "" && !s.only
}

// close closes the panel and goes back to its tab; the example that was chosen for it is none any more.
func (s *Strip) close(d *panel.Desk) {
	if d.Panel == "" || s.only {
		return
	}
	d.Ask("focus", panel.TabOf(d.Panel))
	d.Panel, s.up = "", false
	d.Choose(0)
}

// beside returns where a key leads from an item of a list, round its ends.
func beside(list []string, from, key string) string {
	at, n := slices.Index(list, from), len(list)
	switch key {
	case "ArrowRight":
		at++
	case "ArrowLeft":
		at += n - 1
	case "Home":
		at = 0
	case "End":
		at = n - 1
	}
	return list[at%n]
}

func (s *Strip) size(word string) {
	height, err := strconv.ParseFloat(word, 64)
	switch word {
	case "ArrowUp":
		height = s.height + step
	case "ArrowDown":
		height = s.height - step
	case "Home":
		height = least
	case "End":
		height = most
	default:
		if err != nil || math.IsNaN(height) {
			return
		}
	}
	s.height = max(least, min(most, height))
}

// Record is what is shown.
type Record struct {
	Panel    any // the name of the open one, nil for none
	Tabs     []Tab
	Lasting  bool  // there is no panel to be closed
	Stop     Named // the panel whose tab the Tab key stops at
	Seen     Named // the title of the picture that is chosen
	Side     string
	Settings Tab
	Lessons  Tab
	Percent  int    // how high the panel is
	Share    string // the same, as a number from 0 to 1
	Picture  string
	Pictures Pictures
	Sheet    any     // up, or nil
	Raised   string  // the same: true or false
	Pulled   float64 // how far it is pulled above its place, as a share of the window
	Full     any     // the picture that fills the window, or nil
	Filled   string  // whether one does: true or false
	Swapped  any     // whether boundary and network have changed places: true, or nil
	Turned   string  // the same: true or false
}

// Named is something with its name.
type Named struct {
	Key  string
	Name record.Text
}

// Tab is the tab of something that is shown while it is selected.
type Tab struct {
	Key      string
	ID       string      // of a panel's
	Name     record.Text // of a panel's
	Selected string      // true or false
	Stop     int         // tabindex: of some tabs the Tab key stops at one
	Hidden   bool        // what it shows is
}

// Record returns a Record. The tab of another panel than before is brought into sight, and the sheet comes up with what is opened.
func (s *Strip) Record(d *panel.Desk) any {
	picture := d.PictureShown()
	if d.Panel != "" && d.Panel != s.last || side(d) != sides[0] && side(d) != s.beside {
		s.up = true
	}
	if d.Panel != s.last || side(d) != s.beside {
		s.full = "" // what was opened is to be seen
	}
	s.beside = side(d)
	chosen := s.beside
	if s.covered(d) && d.Lesson == "" {
		chosen = ""
	}
	r := Record{
		Lasting: d.Panel == "" || s.only, Side: s.beside, Settings: tab("settings", chosen, s.beside), Lessons: tab("lessons", chosen, s.beside),
		Raised: strconv.FormatBool(s.up), Pulled: s.pulled(), Filled: strconv.FormatBool(s.Full()), Turned: strconv.FormatBool(s.swap),
		Percent: int(math.Round(s.height)), Share: fmt.Sprint(s.height / 100),
		Picture: picture, Pictures: Pictures{picture == "output", picture == "network", picture == "cost"},
	}
	if d.Panel != s.last && d.Panel != "" {
		s.stop = d.Panel
		d.Ask("sight", panel.TabOf(d.Panel))
	}
	s.last = d.Panel
	r.Settings.Hidden, r.Lessons.Hidden = s.beside != "settings", s.beside != "lessons"
	if d.Panel != "" {
		r.Panel = d.Panel
	}
	if s.up {
		r.Sheet = "up"
	}
	if s.full != "" {
		r.Full = s.full
	}
	if s.swap {
		r.Swapped = true
	}
	r.Stop, r.Seen = Named{s.stop, record.T("panel." + s.stop)}, Named{picture + ".title", record.T(picture + ".title")}
	for _, name := range s.names {
		t := tab(name, d.Panel, s.stop)
		t.ID, t.Name = panel.TabOf(name).ID, record.T("panel."+name)
		r.Tabs = append(r.Tabs, t)
	}
	return r
}

// tab returns the tab of a name, of which one is selected and one is where the Tab key stops.
func tab(name, selected, stop string) Tab {
	t := Tab{Key: name, Selected: strconv.FormatBool(name == selected), Hidden: name != selected}
	if name != stop {
		t.Stop = -1
	}
	return t
}

// side returns what the zone at the side shows.
func side(d *panel.Desk) string { return cmp.Or(d.Side, sides[0]) }
