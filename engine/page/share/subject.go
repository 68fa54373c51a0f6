package share

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/settings"
	"shallows/engine/page/share/snippet"
)

// heights suit the page's shapes, in CSS pixels.
var heights = map[string]int{"full": 640, "min": 420, "figure": 360}

// siteOf returns where the playground is, of its own address.
func siteOf(address string) string {
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i]
	}
	if site, ok := strings.CutSuffix(address, "/index.html"); ok {
		return site + "/"
	}
	return address
}

// nameOf is what a run is called where the reader gives it no name.
func nameOf(d *panel.Desk) record.Text {
	c := d.Session().Config()
	data := record.T("option." + c.Data.String())
	if len(c.Net) == 0 {
		return record.T("share.shallowName", "data", data)
	}
	var units []string
	for _, n := range c.Net {
		units = append(units, strconv.Itoa(n))
	}
	return record.T("share.name", "data", data, "units", strings.Join(units, " + "))
}

// title is what the run is called.
func (s *Share) title() string {
	if title := snippet.OneLine(s.chosen["title"]); title != "" {
		return title
	}
	return s.name
}

// file is the name of a file about the run.
func file(d *panel.Desk, ending string) string {
	return "shallows-" + d.Session().Config().Data.String() + "." + ending
}

// figure is the run for the snippets, for a frame in another page or a page of its own.
func (s *Share) figure(d *panel.Desk, framed bool) snippet.Figure {
	keys, title := []string{"lang", "theme", "run"}, snippet.OneLine(s.chosen["title"])
	if framed {
		keys, title = []string{"ui", "show", "lang", "theme", "run"}, s.title()
	}
	f := snippet.Figure{
		Site: d.Site, Fragment: d.Fragment(),
		Title: s.title(), Width: "100%", Height: heights[s.chosen["ui"]], Picture: s.chosen["picture"],
	}
	// A lesson has a run of its own on each page.
	if !framed && s.chosen["lesson"] == "1" && d.Lesson != "" {
		f.Fragment = "v=1"
		f.Query = []snippet.Pair{{Key: "lesson", Value: d.Lesson}, {Key: "page", Value: strconv.Itoa(d.Page)}}
	}
	for _, key := range keys {
		if value := s.chosen[key]; value != choices[key].usual {
			f.Query = append(f.Query, snippet.Pair{Key: key, Value: value})
		}
	}
	f.Query = append(f.Query, snippet.Pair{Key: "title", Value: title})
	if width, _ := size(s.chosen["width"]); width > 0 {
		f.Width = strconv.Itoa(width)
	}
	if height, _ := size(s.chosen["height"]); height > 0 {
		f.Height = height
	}
	return f
}

// link is the address of the run.
func (s *Share) address(d *panel.Desk) string { return snippet.Forms[0].Write(s.figure(d, false)) }

// summary is the settings and how far the run is, in short: the main settings and those that are not usual.
func summary(d *panel.Desk) []any {
	var list []any
	say := func(parts ...any) {
		if len(list) > 0 {
			list = append(list, " · ")
		}
		list = append(list, parts...)
	}
	for _, said := range settings.Of(d.Session().Config(), d.Session().Names(), "data", "n", "in", "net", "act", "lr") {
		if said.Key == "data" {
			say(said.Value...)
		} else {
			say(slices.Concat([]any{said.Name, " "}, said.Value)...)
		}
	}
	m := d.Session().Metrics()
	say(record.T("readout.step"), " ", m.Step)
	if !d.Run.Empty() {
		cost := m.Cost
		if math.IsNaN(cost) {
			cost = math.Inf(1)
		}
		say(record.T("readout.cost"), " ", number.Cost(cost).String())
	}
	if !math.IsNaN(m.Accuracy) {
		say(record.T("readout.accuracy"), " ", number.Percent(m.Accuracy, 1))
	}
	return list
}
