package own

import (
	"slices"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	tables "shallows/engine/dataset/table"
	"shallows/engine/number"
	"shallows/engine/page/keep"
	"shallows/engine/page/notice"
	"shallows/engine/page/own/columns"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// table is the points as a text to read, to change, to paste over, and what was read last. A text that cannot be read
// stays there with what is wrong with it, unless it is so long that the field would take minutes to show it.
type table struct {
	shown   bool
	problem record.Text
	draft   draft

	text  string         // that was read last, where it leaves anything open
	mark  number.Mark    // how its numbers could be read too
	sheet *columns.Sheet // asks what the columns of a table are for, nil while it does not

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

// read starts over with the points of a text, by a mark before decimals where it does not tell. Where it does not tell what
// its columns are for, they are to be chosen. What is wrong with it is told in one sentence, and then nothing has changed.
func (o *Own) read(d *panel.Desk, text string, mark number.Mark) {
	if fragment, points, ok := keep.Read(text); ok {
		o.close(d)
		d.Run.OpenOver(fragment, points)
		return
	}
	read, problem := tables.Read(text, mark)
	if problem == nil && (read.Columns == nil || read.Choice == nil) {
		o.open(d, text, read)
		return
	}
	sheet, none := columns.Open(text, mark)
	if none != nil && none.Reason == tables.Total { // without which there may be columns of words to choose from
		problem = none
	}
	chooses := problem == nil || asks[problem.Reason] || sheet != nil && sheet.Helps(problem)
	if chooses && none == nil {
		o.ask(d, sheet)
		return
	}
	if chooses && (problem.Column.Number == 0 || none.Reason != tables.NoInputs) { // of which a cell tells more
		problem = none
	}
	o.refuse(d, unchanged(columns.Wrong(problem)), text, problem.Line)
}

// asks are what of a table [tables.Read] cannot take that a reader can choose columns of.
var asks = map[tables.Reason]bool{tables.Choose: true, tables.Repeated: true, tables.Class: true, tables.Blank: true, tables.Missing: true}

// open starts over with the points that a text was read as, and says how it was.
func (o *Own) open(d *panel.Desk, text string, read *tables.Table) {
	t := &o.table
	points := dataset.NewPoints(read.Points)
	points.Names = read.Names
	o.close(d)
	d.Run.ReplacePoints(points)
	said := notice.Notice{Text: opened(read, points), Name: told}
	switch c := read.Choice; {
	case c != nil:
		t.text, t.mark = text, c.Mark.Other()
		said.Action, said.Do = record.T("own.choice.other", "other", number.Typed(c.Other, 17)), "own other"
	case read.Columns != nil:
		t.text, t.mark = text, 0
		said.Action, said.Do = record.T("own.columns.choose"), "own columns open"
	}
	if said.Lasting = said.Do != ""; said.Lasting {
		said.Name = "reading"
	}
	t.notices = []notice.Notice{said}
	if notice.Standardises(d) {
		scaled := notice.Notice{Text: record.T("own.outOfScale"), Action: record.T("own.standardise"), Do: "own standardise", Lasting: true, Name: "scaling"}
		if !said.Lasting {
			scaled.Text = columns.Chain("own.sentences", said.Text, scaled.Text)
			t.notices = nil
		}
		t.notices = append(t.notices, scaled)
	}
}

// close closes what is open, as a table has been read.
func (o *Own) close(d *panel.Desk) {
	t := &o.table
	t.text, t.notices = "", nil
	if t.sheet != nil {
		t.sheet = nil
		d.Run.Resume()
		d.Ask("close", Close{columns.Dialog})
	}
	if t.shown {
		t.shown, t.problem = false, record.Text{}
		d.Ask("close", Close{dialog})
	}
}

// ask opens the dialog that asks what the columns of a table are for. Meanwhile the run waits.
func (o *Own) ask(d *panel.Desk, sheet *columns.Sheet) {
	t := &o.table
	t.withdraw(d, func(name string) bool { return name == told })
	if t.problem = (record.Text{}); t.sheet == nil {
		d.Run.Hold()
	}
	t.sheet = sheet
	first := "#columns-use"
	if data, _ := sheet.Chosen(d); data == nil {
		first = "input:enabled"
	}
	// Also where it seems to be open: a browser tells only afterwards that its reader has closed it.
	d.Ask("dialog", panel.Dialog{Element: columns.Dialog, First: first})
}

// choose takes what is done in that dialog: open, over the text that was read last; use; cancel; leave, it is closed; and else what it takes itself.
func (o *Own) choose(d *panel.Desk, words []string) {
	t := &o.table
	switch verb := strings.Join(words, " "); {
	case t.sheet == nil && verb == "open" && t.text != "":
		if sheet, _ := columns.Open(t.text, t.mark); sheet != nil {
			o.ask(d, sheet)
		}
	case t.sheet == nil:
	case verb == "cancel" || verb == "leave":
		if t.sheet = nil; verb == "cancel" {
			d.Ask("close", Close{columns.Dialog})
		}
		d.Run.Resume()
	case verb == "use":
		o.use(d)
	default:
		t.sheet.Do(words)
	}
}

// use starts over with what was chosen.
func (o *Own) use(d *panel.Desk) {
	t := &o.table
	data, standard := t.sheet.Chosen(d)
	if data == nil {
		return
	}
	said := t.sheet.Says()
	o.close(d)
	d.Run.ReplacePoints(data.Points(), settings(d, data, standard)...)
	t.notices = []notice.Notice{{Text: said, Name: told}}
	if keep.Needed(d.Session()) {
		t.notices = append(t.notices, keep.TooLarge())
	}
}

// settings are those that suit what was chosen, but for locked ones.
func settings(d *panel.Desk, data *tables.Data, standard bool) []config.Pair {
	rate := d.Session().Config().LearningRate
	classes, values := dataset.Own.LearningRate(), dataset.Plane.LearningRate()
	switch was := d.Session().Config().Regression(); {
	case data.Classes == nil && rate > values:
		rate = values
	case data.Classes != nil && was && rate == values:
		rate = classes
	}
	pairs := append(scalings(standard, data.Classes == nil), config.Pair{Key: "lr", Value: number.Typed(rate, 17)})
	return unlocked(d, pairs)
}

// scalings are the settings by which inputs, and values to predict where there are any, are standardised, or nothing is.
func scalings(standard, values bool) []config.Pair {
	inputs, targets := dataset.Unscaled, dataset.Unscaled
	if standard {
		inputs = dataset.Standardised
		if values {
			targets = dataset.Standardised
		}
	}
	return []config.Pair{{Key: "scaling", Value: inputs.String()}, {Key: "yscaling", Value: targets.String()}}
}

// standardise standardises what there is.
func standardise(d *panel.Desk) {
	d.Run.SetAll(run.Set, unlocked(d, scalings(true, d.Session().Config().Regression()))...)
}

func unlocked(d *panel.Desk, pairs []config.Pair) []config.Pair {
	return slices.DeleteFunc(pairs, func(p config.Pair) bool { return slices.Contains(d.Locked, p.Key) })
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
		t.problem = columns.Chain("own.sentences", said, record.T("own.table.aside"))
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
