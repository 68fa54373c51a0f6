// Package talk is the page before an audience: one view at a time, a picture, a panel or a lesson, with nothing around it.
package talk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
)

// Lesson is the view of the lesson that is open; others are called like pictures and panels.
const Lesson = "lesson"

// pictures are what a talk goes through where nothing else is asked for, in this order.
var pictures = []string{"network", "output", "cost"}

// Keys are the intents of keys during a talk: those that clickers send, among others.
var Keys = map[string]string{
	"PageDown": "talk next", "ArrowRight": "talk next", "ArrowDown": "talk next", "Space": "talk next",
	"PageUp": "talk back", "ArrowLeft": "talk back", "ArrowUp": "talk back", "Shift Space": "talk back",
	"Home": "talk first", "End": "talk last", "b": "talk dark", ".": "talk dark", "p": "run toggle", "Escape": "talk end",
}

// Talk goes through views in their order, and through the steps of each that has some.
type Talk struct {
	shown presentation.Presentation // the page as it was asked for
	steps func(view string) panel.Stepper
	views []string
	at    int
	on    bool
	dark  bool // the screen is, until something else is to be seen
}

// New returns a talk that has not begun; steps returns what has the steps of a view, nil for none.
func New(steps func(view string) panel.Stepper) *Talk { return &Talk{steps: steps} }

// On reports whether a talk goes on.
func (t *Talk) On() bool { return t.on }

// Open takes note of how the page was asked for, and begins the talk where one was.
func (t *Talk) Open(d *panel.Desk, shown presentation.Presentation) {
	t.shown, t.on = shown, false
	if shown.Shape == "present" {
		t.begin(d, shown.Views, shown.Open, shown.Lesson)
	}
}

// begin begins with some views or, where there are none, with the pictures and with what is open, which comes first.
func (t *Talk) begin(d *panel.Desk, views []string, open, lesson string) {
	if len(views) == 0 {
		views = slices.Clone(pictures)
		if lesson != "" {
			open = Lesson
		}
		if open != "" {
			views = slices.Insert(views, 0, open)
		}
	}
	t.views, t.at, t.on, t.dark = views, 0, true, false
	t.look(d)
}

// Do takes: start; end; next; back; first; last; dark, which has the screen dark or light again.
func (t *Talk) Do(d *panel.Desk, words []string) {
	verb := strings.Join(words, " ")
	if verb == "start" && !t.on {
		d.Ask("query", panel.Query{Key: "ui", Value: "present"})
		t.begin(d, nil, d.Panel, d.Lesson)
		return
	}
	if !t.on {
		return
	}
	lit := !t.dark
	t.dark = verb == "dark" && lit
	switch {
	case verb == "end" && lit:
		t.on = false
		d.Ask("query", panel.Query{Key: "ui"})
		t.shown.Shape, t.shown.Show = "full", nil
		d.Ask("presented", t.shown)
	case verb == "next" && lit:
		t.turn(d, 1)
	case verb == "back" && lit:
		t.turn(d, -1)
	case verb == "first":
		t.move(d, 0)
	case verb == "last":
		t.move(d, len(t.views)-1)
	}
}

// turn goes to the next step or the one before, and from the last or the first to another view.
func (t *Talk) turn(d *panel.Desk, by int) {
	if steps := t.steps(t.views[t.at]); steps == nil || !steps.Turn(d, by) {
		t.move(d, t.at+by)
	}
}

func (t *Talk) move(d *panel.Desk, at int) {
	if at < 0 || at >= len(t.views) || at == t.at {
		return
	}
	onward := at > t.at
	t.at = at
	t.look(d)
	if steps := t.steps(t.views[at]); steps != nil && onward {
		steps.Begin(d)
	}
}

// look has the view shown, as the effect "presented".
func (t *Talk) look(d *panel.Desk) {
	shown, view := t.shown, t.views[t.at]
	shown.Shape, shown.Show = "present", []string{view}
	switch {
	case view == Lesson:
		d.Side = "lessons"
		shown.Show = []string{Lesson, cmp.Or(d.Picture, "output")}
	case !slices.Contains(pictures, view):
		d.Panel = view
		shown.Show = []string{"panel"}
	}
	d.Ask("presented", shown)
}

// Record is what is over the views: how far the talk is, and buttons at the sides.
type Record struct {
	Away        bool // there is no talk
	Dark        bool
	First, Last bool   // there is nothing before, or after
	Place       string // of the view among all, such as 2 / 5
}

// Record returns a Record.
func (t *Talk) Record(d *panel.Desk) any {
	if !t.on {
		return Record{Away: true}
	}
	steps := t.steps(t.views[t.at]) != nil
	return Record{
		Dark: t.dark, First: t.at == 0 && !steps, Last: t.at == len(t.views)-1 && !steps,
		Place: fmt.Sprintf("%d / %d", t.at+1, len(t.views)),
	}
}
