package own

import (
	"slices"

	"shallows/engine/dataset"
	tables "shallows/engine/dataset/table"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// table is the points as a text to read, to change, to paste over, and what was read last. A text that cannot be read
// stays there with what is wrong with it, unless it is so long that the field would take minutes to show it.
type table struct {
	shown   bool
	problem record.Text
	draft   draft

	text string      // that was read last, where it leaves open
	mark number.Mark // how it could be read too

	notices []notice.Notice // to be shown once those of the table before are gone
	offered []string        // the names of notices on show
}

// told is the name of the notice that says what has come of the last table, where it offers nothing.
const told = "table"

// draft is a text that was refused when the dialog was closed over it, beside the table of the points at that time.
type draft struct {
	text, over string
	problem    record.Text
}

// Fill is the effect "fill": a field gets a text and the focus, and a line of it is selected, counted from 1, 0 for none.
type Fill struct {
	Element, Text string
	Line          int
}

// Close is the effect "close": a dialog goes.
type Close struct{ Element string }

// The ids of the dialog and its field.
const (
	dialog = "table-dialog"
	field  = "table-text"
)

// show opens the dialog: the points there are, or what was refused beside these last.
func (o *Own) show(d *panel.Desk) {
	t := &o.table
	text := tables.Write(d.Session().Own())
	t.shown, t.problem = true, record.Text{}
	if t.draft.over == text {
		text, t.problem = t.draft.text, t.draft.problem
	}
	d.Ask("dialog", panel.Dialog{Element: dialog, First: "#" + field})
	d.Ask("fill", Fill{Element: field, Text: text})
}

// leave keeps what was refused.
func (o *Own) leave(d *panel.Desk, text string) {
	t := &o.table
	t.shown, t.draft = false, draft{}
	if over := tables.Write(d.Session().Own()); t.problem.Key != "" && text != over {
		t.draft = draft{text, over, t.problem}
	}
}

// paste reads a text that is too long for the field.
func (o *Own) paste(d *panel.Desk, text string) {
	if tables.IsEditable(text) {
		d.Pass()
		return
	}
	o.read(d, text, 0)
}

// read starts over with the points of a text, by a mark before decimals where it does not tell. What is wrong with it is
// told in one sentence, and then nothing has changed.
func (o *Own) read(d *panel.Desk, text string, mark number.Mark) {
	read, problem := tables.Read(text, mark)
	if problem != nil {
		o.refuse(d, wrong(problem), text, problem.Line)
		return
	}
	t := &o.table
	points := dataset.NewPoints(read.Points)
	d.Run.ReplacePoints(points)
	if t.shown {
		t.shown, t.problem = false, record.Text{}
		d.Ask("close", Close{dialog})
	}
	t.text, t.notices = "", nil
	said := opened(read, points)
	scaled := d.Session().OutOfScale() && !slices.Contains(d.Locked, "scaling")
	if c := read.Choice; c != nil {
		t.text, t.mark = text, c.Mark.Other()
		other := record.T("own.choice.other", "other", number.Typed(c.Other, 17))
		t.notices = append(t.notices, notice.Notice{Text: said, Action: other, Do: "own other", Lasting: true, Name: "reading"})
		said = record.T("own.outOfScale")
	} else if scaled {
		said = chain("own.sentences", said, record.T("own.outOfScale"))
	} else {
		t.notices = []notice.Notice{{Text: said, Name: told}}
	}
	if scaled {
		t.notices = append(t.notices, notice.Notice{Text: said, Action: record.T("own.standardise"), Do: "controls set scaling standard", Lasting: true, Name: "scaling"})
	}
}

// refuse says what is wrong with a text, the empty one where there is none to be seen.
func (o *Own) refuse(d *panel.Desk, said record.Text, text string, line int) {
	t := &o.table
	t.withdraw(d, func(name string) bool { return name == told })
	if !t.shown {
		t.notify(d, notice.Notice{Text: said, Name: told})
		return
	}
	t.problem = said
	if !tables.IsEditable(text) {
		t.problem = chain("own.sentences", said, record.T("own.table.aside"))
	} else if text != "" {
		d.Ask("fill", Fill{field, text, line})
	}
}

// follow takes back what was offered for a table once that helps no more, as when there are other points, and what was
// said of it once the run is another; and it says how the last one was read.
func (t *table) follow(d *panel.Desk, others, another bool) {
	t.withdraw(d, func(name string) bool {
		if name == told {
			return another
		}
		return others || name == "scaling" && !d.Session().OutOfScale()
	})
	t.notify(d, t.notices...)
	t.notices = nil
}

// withdraw takes notices on show back.
func (t *table) withdraw(d *panel.Desk, gone func(name string) bool) {
	t.offered = slices.DeleteFunc(t.offered, func(name string) bool {
		if !gone(name) {
			return false
		}
		d.Ask("dismiss", notice.Dismissal{Name: name})
		return true
	})
}

// notify shows notices, which have names.
func (t *table) notify(d *panel.Desk, notices ...notice.Notice) {
	for _, n := range notices {
		d.Ask("notice", n)
		t.offered = append(t.offered, n.Name)
	}
}
