// Package own is what makes own data: tools below the plane, a pointer and a keyboard over it, and tables.
package own

import (
	"slices"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// Own is there while the run is over own data.
type Own struct {
	begun  bool // the reader may draw
	framed bool // the page stands in a frame of another page
	tool   tool
	pen    pen
	cursor cursor
	table  table

	news record.Text // for screen readers
	told int         // how often there were news

	own    bool // the run was over own data, with so many points
	points int
}

// New returns own data that nobody draws yet.
func New() panel.Part { return &Own{cursor: cursor{carried: -1, visited: -1}} }

// Do takes, with places in CSS pixels from the left and upper edge of the plane, and kinds of pointers as browsers name them:
//
//	start FRAMED                  the reader may draw
//	tool NAME                     takes a tool in hand; the one in hand is laid down
//	VERB X Y KIND BUTTON          a pointer: press, its button goes down; move; lift, it goes up; cancel, the
//	                              system takes it away; leave; click
//	key [Shift] NAME              a key is pressed over the plane
//	focus VISIBLE, blur           the keyboard comes there, and leaves
//	undo, redo, clear
//	table                         shows the points as a table
//	read TEXT                     opens a table
//	paste TEXT                    the same, where a field is too small for it
//	other                         reads the last one in the other way that there is
//	standardise                   standardises the inputs, and values to predict
//	save TEXT                     saves one as a file; what is saved is selected too, as a frame may not save but copy
//	refuse REASON                 what was to be read cannot be
//	leave TEXT                    the table is closed over a text
//	columns open                  asks what the columns of the last table are for
//	columns use                   takes what was chosen
//	columns cancel, columns leave takes nothing: by its button, and once it is closed
//	columns WORD …                what [columns.Sheet] takes
func (o *Own) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	switch verb, rest := words[0], words[1:]; {
	case verb == "columns":
		o.choose(d, rest)
	case len(rest) == 4:
		if at, ok := readPlace(d, rest[:2]); ok && isDrawable(d) {
			o.point(d, verb, at, rest[2], rest[3])
		}
	case verb == "key" && len(rest) > 0 && isDrawable(d):
		o.key(d, rest[len(rest)-1], rest[0] == "Shift")
	case len(rest) == 1:
		o.take(d, verb, rest[0])
	case len(rest) == 0:
		o.act(d, verb)
	}
}

func (o *Own) take(d *panel.Desk, verb, word string) {
	switch verb {
	case "start":
		o.begun, o.framed = true, word == "true"
		o.begin(d)
	case "tool":
		if chosen := tool(word); chosen == o.tool {
			o.hold(none)
		} else if slices.Contains(tools(d), chosen) {
			o.hold(chosen)
		}
	case "focus":
		o.cursor.shown = o.cursor.shown || word == "true"
	case "read":
		o.read(d, word, 0)
	case "paste":
		o.paste(d, word)
	case "save":
		d.Ask("save", panel.Save{Name: "points.csv", Type: "text/csv", Text: word})
		d.Ask("select", panel.Focus{ID: field})
	case "refuse":
		o.refuse(d, unchanged(record.T("own.problem."+word)), "", 0)
	case "leave":
		o.leave(d, word)
	}
}

func (o *Own) act(d *panel.Desk, verb string) {
	switch verb {
	case "blur":
		o.cursor.hide()
	case "undo", "redo":
		o.travel(d, verb)
	case "clear":
		d.Run.ReplacePoints(dataset.NewPoints(dataset.Set{}))
		o.tell(record.T("own.cleared", "points", 0))
		d.Ask("focus", panel.Focus{ID: "own-undo"}) // there is nothing to clear any more
	case "table":
		o.show(d)
	case "other":
		if o.table.text != "" {
			o.read(d, o.table.text, o.table.mark)
		}
	case "standardise":
		standardise(d)
	}
}

// travel goes back in what was drawn and opened, or on.
func (o *Own) travel(d *panel.Desk, way string) {
	if !o.begun || !isOwn(d) && (way == "undo" || !d.Session().CanRedo()) {
		d.Pass()
		return
	}
	said, act := "own.undone", d.Run.Undo
	if way == "redo" {
		said, act = "own.redone", d.Run.Redo
	}
	o.pen.stop() // what is being done is done, and undone as a whole
	o.cursor.carried = -1
	if !act() {
		return
	}
	news := record.T(said, "points", d.Session().Data().Len())
	o.tell(news)
	if !isOwn(d) { // the tools are gone, and with them the way on
		o.table.notices = []notice.Notice{{Text: news, Action: record.T("own.redo"), Do: "own redo", Name: told}}
		d.Ask("return", panel.Focus{ID: "set-data-" + d.Session().Config().Data.String()})
	}
}

func isOwn(d *panel.Desk) bool { return d.Session().Config().Data == dataset.Own }

// isDrawable reports whether the plane is one to draw on: its points may be a table of other columns, or of values.
func isDrawable(d *panel.Desk) bool { return isOwn(d) && d.Session().Own().IsDrawable() }

// hold takes a tool in hand.
func (o *Own) hold(t tool) {
	if t != o.tool {
		o.tool = t
		o.pen.stop()
	}
}

// tell tells screen readers.
func (o *Own) tell(news record.Text) {
	o.news = news
	o.told++
}

// Hear follows the run.
func (o *Own) Hear(d *panel.Desk, change run.Change) {
	if !o.begun {
		return
	}
	cause, own, points := change.Cause, isOwn(d), d.Session().Own().Len()
	o.table.follow(d, !own || cause == run.Points || cause == run.Open, change.Another())
	if change.Restarted || cause == run.Travel {
		o.pen.stop()
		o.cursor.hide()
	}
	// Examples are numbered anew.
	if cause == run.Travel && points != o.points || cause == run.Points && (points < o.points || d.Session().Config().Test > 0) {
		d.Choose(0)
	}
	switch {
	case !isDrawable(d):
		o.hold(none)
	case !o.own && cause == run.Set && (change.Chosen || !o.framed):
		o.hold(one)
	case cause == run.Open:
		o.begin(d)
	case o.tool != none && !slices.Contains(tools(d), o.tool): // there are fewer classes
		o.hold(one)
	}
	o.own, o.points = own, points
}

// begin takes what one begins with in hand, where there is nothing yet; in a frame one finger scrolls until a tool is chosen.
func (o *Own) begin(d *panel.Desk) {
	o.own, o.points = isOwn(d), d.Session().Own().Len()
	o.hold(none)
	if o.own && o.points == 0 && !o.framed {
		o.hold(one)
	}
}

// Record is what is shown of own data.
type Record struct {
	Away                     bool   // the run is over other data, or is not to be drawn on
	Left, Top, Side          string // of the plane in its slot, CSS lengths
	Undrawable               bool   // its points are not to be drawn among
	Pens                     []Tool
	Erase                    string // whether the eraser is in hand, true or false
	InHand                   bool   // a tool is
	NoUndo, NoRedo, NoPoints bool
	Count                    record.Text
	Hint                     record.Text // in the plane
	Ring                     Mark        // the point that a press would take hold of
	Cursor                   Mark        // where the keyboard draws
	Carrying                 bool        // it moves a point
	News                     []News
	Problem                  record.Text // with the table
	Columns                  any         // a columns.Record; nil while nothing is asked
}

// Mark is something at a place of the plane.
type Mark struct {
	Away      bool
	Left, Top string // in percent
}

// News is what was told last.
type News struct {
	Key  string // others each time, so that the same is heard again
	Says record.Text
}

// Record returns a Record.
func (o *Own) Record(d *panel.Desk) any {
	s := d.Session()
	points := s.Own().Len()
	square := d.Stage.Layout().Square
	r := Record{
		Away: !o.begun || !isOwn(d), InHand: o.tool != none,
		Left: panel.Pixels(square.X), Top: panel.Pixels(square.Y), Side: panel.Pixels(square.W),
		Undrawable: !o.begun || !isDrawable(d), Pens: o.pens(d), Erase: strconv.FormatBool(o.tool == erase),
		NoUndo: !s.CanUndo(), NoRedo: !s.CanRedo(), NoPoints: points == 0,
		Count: record.T("own.count", "points", points),
		Ring:  mark(o.pen.ring), Cursor: Mark{Away: true}, Carrying: o.cursor.carried >= 0,
		Problem: o.table.problem,
	}
	if o.table.sheet != nil {
		r.Columns = o.table.sheet.Record(d)
	}
	if o.cursor.shown {
		r.Cursor = mark(&o.cursor.at)
	}
	if points == 0 && o.tool == none {
		r.Hint = record.T("own.choose")
	} else if points == 0 {
		r.Hint = record.T("own.draw")
	}
	if o.told > 0 {
		r.News = []News{{strconv.Itoa(o.told), o.news}}
	}
	return r
}

func mark(at *place) Mark {
	if at == nil {
		return Mark{Away: true}
	}
	percent := func(share float64) string { return strconv.FormatFloat(50*(1+share), 'f', 3, 64) + "%" }
	return Mark{Left: percent(at.u1 / dataset.Reach), Top: percent(-at.u2 / dataset.Reach)}
}
