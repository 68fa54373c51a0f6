// Package talk is the page before an audience: one view at a time, a picture, a panel or a lesson, with nothing around it.
package talk

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/link"
	"shallows/engine/page/inspector"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
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

// bar is what has the focus where nothing else is to have it: a group of buttons, which takes no key itself.
var bar = panel.Focus{ID: "talk"}

// Talk goes through views in their order, and through the steps of each that has some. Of a view that is taller than the
// screen all is shown before that.
type Talk struct {
	shown presentation.Presentation // the page as it was asked for
	steps func(view string) panel.Stepper
	views []link.TalkView
	at    int
	run   string // the fragment of the run that was brought last, "" for none
	dark  bool   // the screen is, until something else is to be seen
}

// New returns a talk that has not begun; steps returns what has the steps of a view, nil for none.
func New(steps func(view string) panel.Stepper) *Talk { return &Talk{steps: steps} }

// view returns the view on show.
func (t *Talk) view() string { return t.views[t.at].Name }

// Run returns the fragment of the run with which the view on show begins, "" where it is that of the address.
func (t *Talk) Run(d *panel.Desk, address string) string {
	if _, _, fragment := link.Query(address); fragment != "" || !d.Presenting {
		return ""
	}
	return t.views[t.at].Run
}

// Open takes note of how the page was asked for, and begins the talk where one was.
func (t *Talk) Open(d *panel.Desk, shown presentation.Presentation) {
	t.shown, d.Presenting = shown, false
	if shown.Shape == "present" {
		t.begin(d)
	}
}

// begin begins with the views that are asked for or, where there are none, with the panel that is open and the pictures; a lesson comes
// first. The address gets views that it would lose when another one is on show. The run of the first view is brought by who opens
// that of the address.
func (t *Talk) begin(d *panel.Desk) {
	names, views := slices.Clone(t.shown.Views), slices.Clone(t.shown.Sequence)
	switch {
	case len(views) > 0:
		names = nil
	case len(names) == 0:
		names = slices.Clone(pictures)
		if t.shown.Open != "" && t.shown.Lesson == "" {
			names = slices.Insert(names, 0, t.shown.Open)
			d.Ask("query", panel.Query{Key: "show", Value: strings.Join(names, ",")})
		}
	}
	for _, name := range names {
		views = append(views, link.TalkView{Name: name})
	}
	if t.shown.Lesson != "" {
		views = slices.Insert(views, 0, link.TalkView{Name: Lesson})
	}
	t.views, t.at, t.dark, d.Presenting = views, min(max(t.shown.View, 1), len(views))-1, false, true
	t.run = t.views[t.at].Run
	t.look(d)
	t.start(d)
}

// Hear begins the view on show anew where the run of another link takes its place.
func (t *Talk) Hear(d *panel.Desk, change run.Change) {
	if d.Presenting && change.Cause == run.Open {
		t.start(d)
	}
}

// Do takes: start; end; next; back; first; last; dark, which has the screen dark or light again; turn BY, to another step or
// view once nothing more of this one is out of sight.
func (t *Talk) Do(d *panel.Desk, words []string) {
	verb := strings.Join(words, " ")
	if verb == "start" && !d.Presenting {
		t.shown.Shape, t.shown.Views, t.shown.Sequence, t.shown.View, t.shown.Open, t.shown.Lesson = "present", nil, nil, 0, d.Panel, d.Lesson
		d.Ask("query", panel.Query{Key: "ui", Value: "present", Push: true})
		t.begin(d)
		d.Ask("focus", bar)
		return
	}
	if !d.Presenting {
		return
	}
	lit := !t.dark
	t.dark = verb == "dark" && lit
	switch {
	case t.dark:
		leave(d)
		d.Ask("focus", panel.Focus{ID: "talk-dark"})
		return
	case !lit:
		d.Ask("focus", bar)
	}
	switch {
	case verb == "end" && lit:
		for _, key := range link.OfTalk {
			d.Ask("query", panel.Query{Key: key})
		}
		t.shown.Shape, t.shown.Show = "full", nil
		t.End(d, t.shown)
		d.Ask("focus", panel.Focus{ID: "present"}) // which small windows have not
	case verb == "next" && lit:
		t.onward(d, 1)
	case verb == "back" && lit:
		t.onward(d, -1)
	case verb == "turn 1" && lit:
		t.turn(d, 1)
	case verb == "turn -1" && lit:
		t.turn(d, -1)
	case verb == "first":
		t.move(d, 0)
	case verb == "last":
		t.move(d, len(t.views)-1)
	}
}

// End shows the page otherwise, as the address has it by now.
func (t *Talk) End(d *panel.Desk, shown presentation.Presentation) {
	t.shown, t.dark, d.Presenting = shown, false, false
	leave(d)
	d.Ask("presented", shown)
	d.Ask("return", panel.Focus{ID: "play"})
}

// leave closes the inspector, which belongs to the view where it was opened.
func leave(d *panel.Desk) {
	if d.Inspected != (scene.Target{}) {
		inspector.Open(d, scene.Target{})
	}
}

// Onward is the effect "onward": what is out of sight of an element comes into sight, on by so many times its height or back;
// where there is nothing, an intent is done.
type Onward struct {
	ID   string
	By   float64
	Then string
}

// leaf is how much of a screen a view goes on at once: what was read last stays in sight.
const leaf = 0.8

// onward shows more of a view that may be taller than the screen, and turns where there is no more.
func (t *Talk) onward(d *panel.Desk, by int) {
	id := "panel"
	_, walks := t.steps(t.view()).(panel.Walker)
	switch view := t.view(); {
	case walks, slices.Contains(pictures, view), view == Lesson && d.Lesson == "":
		t.turn(d, by)
		return
	case view == Lesson:
		id = "lesson-page"
	}
	d.Ask("onward", Onward{id, leaf * float64(by), "talk turn " + strconv.Itoa(by)})
}

// turn goes to the next step or the one before, and from the last or the first to another view.
func (t *Talk) turn(d *panel.Desk, by int) {
	if steps := t.steps(t.view()); steps == nil || !steps.Turn(d, by) {
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
	if begins := t.views[at].Run; begins != "" && begins != t.run {
		t.run = begins
		d.Run.Open(begins)
	}
	if onward {
		t.start(d)
	}
	place := ""
	if at > 0 {
		place = strconv.Itoa(at + 1)
	}
	d.Ask("query", panel.Query{Key: "view", Value: place})
	d.Ask("dismiss", notice.Dismissal{})
}

// start goes to the first step of the view on show.
func (t *Talk) start(d *panel.Desk) {
	if steps := t.steps(t.view()); steps != nil {
		steps.Begin(d)
	}
}

// look has the view shown, as the effect "presented". A panel is open while it is on show, and no longer.
func (t *Talk) look(d *panel.Desk) {
	shown, view, open := t.shown, t.view(), ""
	shown.Shape, shown.Show, shown.Views, shown.Sequence = "present", []string{view}, nil, nil
	switch {
	case view == Lesson:
		d.Side = "lessons"
		shown.Show = []string{Lesson, cmp.Or(d.Picture, "output")}
	case !slices.Contains(pictures, view):
		open = view
		shown.Show = []string{"panel"}
	default:
		d.Picture = view
	}
	d.Panel = open
	leave(d)
	d.Ask("presented", shown)
}

// Record is the bar under the views: how far the talk is.
type Record struct {
	Away        bool // there is no talk
	Dark        bool
	First, Last bool        // there is nothing before, or after
	Place       record.Text // of the view among all, and what it is
}

// Record returns a Record.
func (t *Talk) Record(d *panel.Desk) any {
	if !d.Presenting {
		return Record{Away: true}
	}
	whole := slices.Contains(pictures, t.view()) // at once, in one step
	return Record{
		Dark: t.dark, First: whole && t.at == 0, Last: whole && t.at == len(t.views)-1,
		Place: record.T("talk.place", "at", t.at+1, "of", len(t.views), "view", t.name(d)),
	}
}

// name returns what the view on show is called.
func (t *Talk) name(d *panel.Desk) record.Text {
	switch view := t.view(); view {
	case "output":
		return d.Plane()
	case Lesson:
		return record.T("lesson." + cmp.Or(d.Lesson, t.shown.Lesson))
	case "network", "cost":
		return record.T(view + ".title")
	default:
		return record.T("panel." + view)
	}
}
