// Package talk is the page before an audience: one view at a time, a picture, a panel or a lesson, with nothing around it.
package talk

import (
	"cmp"
	"math"
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
	shows func(view string) panel.Part
	views []link.TalkView
	at    int
	part  int    // of the view on show, where it has some, counted from 1
	due   int    // the step that is to be on show once the run of the view stands, counted from 1, 0 for none
	place string // that the address keeps
	run   string // the fragment of the run that was brought last, "" for none
	dark  bool   // the screen is, until something else is to be seen
}

// New returns a talk that has not begun; shows returns what shows a view, nil where that is a picture.
func New(shows func(view string) panel.Part) *Talk { return &Talk{shows: shows} }

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
		names = slices.Clone(panel.Pictures)
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
	t.run, t.part = t.views[t.at].Run, 1
	t.look(d)
	t.start(d)
	if t.shown.View == t.at+1 {
		t.due = t.shown.Step
	}
	t.place = t.written()
}

// Hear begins the view on show anew where the run of another link takes its place.
func (t *Talk) Hear(d *panel.Desk, change run.Change) {
	if d.Presenting && change.Cause == run.Open {
		t.start(d)
	}
}

// Do takes: start; end; next; back; first; last; dark, which has the screen dark or light again; turn BY, to another step or
// view once nothing more of this one is out of sight; swipe X Y, how far a finger has gone in CSS pixels.
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
	t.due = 0
	defer func() {
		t.Settle(d)
		t.keep(d)
	}()
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
		t.onward(d, 1, leaf)
	case verb == "back" && lit:
		t.onward(d, -1, leaf)
	case verb == "turn 1" && lit:
		t.turn(d, 1)
	case verb == "turn -1" && lit:
		t.turn(d, -1)
	case words[0] == "swipe" && lit:
		t.swipe(d, words[1:])
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

// onward shows more of a view that may be taller than the screen, by so much of that, and turns where there is no more.
func (t *Talk) onward(d *panel.Desk, by int, share float64) {
	id := "panel"
	_, walks := t.stepper(t.view()).(panel.Walker)
	switch view := t.view(); {
	case walks, slices.Contains(panel.Pictures, view), view == Lesson && d.Lesson == "":
		t.turn(d, by)
		return
	case view == Lesson:
		id = "lesson-page"
	}
	d.Ask("onward", Onward{id, share * float64(by), "talk turn " + strconv.Itoa(by)})
}

// How far a finger goes at least that turns, in CSS pixels, and how many times as far sideways as up or down.
const (
	far      = 50
	sideways = 2
)

// swipe turns, as leaves are turned, where a finger has gone left or right: what is out of sight it would have scrolled to.
func (t *Talk) swipe(d *panel.Desk, words []string) {
	var x, y float64
	if len(words) != 2 || !panel.ReadNumbers(words, &x, &y) || math.Abs(x) < max(far, sideways*math.Abs(y)) {
		return
	}
	if x < 0 {
		t.onward(d, 1, 0)
	} else {
		t.onward(d, -1, 0)
	}
}

// turn goes to the next step or the one before, and from the last or the first to another view, of which going back shows the last.
func (t *Talk) turn(d *panel.Desk, by int) {
	if steps := t.stepper(t.view()); (steps == nil || !steps.Turn(d, by)) && t.move(d, t.at+by) && by < 0 {
		t.due = last
	}
}

// last is a step beyond all there are.
const last = 1 << 30

// move goes to another view, and reports whether there is such a one.
func (t *Talk) move(d *panel.Desk, at int) bool {
	if at < 0 || at >= len(t.views) || at == t.at {
		return false
	}
	t.at, t.part = at, 1
	t.look(d)
	if begins := t.views[at].Run; begins != "" && begins != t.run {
		t.run = begins
		d.Run.Open(begins)
	}
	t.start(d)
	d.Ask("dismiss", notice.Dismissal{})
	return true
}

// start goes to the first step of the view on show.
func (t *Talk) start(d *panel.Desk) {
	if steps := t.stepper(t.view()); steps != nil {
		steps.Begin(d)
	}
}

// Settle goes to the step that is due, when the run of the view stands, and reports whether there was one. Of a run that plays the first
// one stays.
func (t *Talk) Settle(d *panel.Desk) bool {
	if t.due == 0 || !d.Presenting || d.Run.State() == run.Seeking || d.Lesson != t.shown.Lesson {
		return false
	}
	due := t.due
	t.due = 0
	steps := t.stepper(t.view())
	if steps == nil || t.view() == Lesson || d.Run.State() == run.Playing {
		return false
	}
	steps.Begin(d)
	if at, of := steps.Steps(); min(due, of) > at {
		steps.Turn(d, min(due, of)-at)
	}
	return true
}

// keep has the address keep the place, as view=2.3 the third step of the second view. The pages of a lesson it keeps by themselves.
func (t *Talk) keep(d *panel.Desk) {
	if place := t.written(); d.Presenting && t.due == 0 && place != t.place {
		t.place = place
		d.Ask("query", panel.Query{Key: "view", Value: place})
	}
}

func (t *Talk) written() string {
	step := 1
	if steps := t.stepper(t.view()); steps != nil && t.view() != Lesson {
		step, _ = steps.Steps()
	}
	switch {
	case step > 1:
		return strconv.Itoa(t.at+1) + "." + strconv.Itoa(step)
	case t.at > 0:
		return strconv.Itoa(t.at + 1)
	}
	return ""
}

// look has the view shown, as the effect "presented". A panel is open while it is on show, and no longer.
func (t *Talk) look(d *panel.Desk) {
	shown, view, open := t.shown, t.view(), ""
	shown.Shape, shown.Show, shown.Views, shown.Sequence = "present", []string{view}, nil, nil
	switch {
	case view == Lesson:
		d.Side = "lessons"
		shown.Show = []string{Lesson, d.PictureShown()}
	case !slices.Contains(panel.Pictures, view):
		open = view
		shown.Show = []string{"panel"}
		if t.parts(view) > 0 {
			shown.Show = append(shown.Show, "part-"+strconv.Itoa(t.part))
		}
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

// Record returns a Record. The pages of a lesson are counted as views.
func (t *Talk) Record(d *panel.Desk) any {
	if !d.Presenting {
		return Record{Away: true}
	}
	t.keep(d)
	whole := slices.Contains(panel.Pictures, t.view()) // at once, in one step
	r := Record{Dark: t.dark, First: whole && t.at == 0, Last: whole && t.at == len(t.views)-1}
	at, of, step, steps := t.at+1, len(t.views), 0, 0
	if shown := t.stepper(t.view()); shown != nil {
		step, steps = shown.Steps()
	}
	switch lesson := t.stepper(Lesson); {
	case t.view() == Lesson && steps > 0:
		at, of, steps = step, of+steps-1, 0
	case t.views[0].Name == Lesson && lesson != nil:
		if _, pages := lesson.Steps(); pages > 0 {
			at, of = at+pages-1, of+pages-1
		}
	}
	if r.Place = record.T("talk.place", "at", at, "of", of, "view", t.name(d)); steps > 1 {
		r.Place = record.T("talk.steps", "at", at, "of", of, "view", t.name(d), "step", step, "steps", steps)
	}
	return r
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
