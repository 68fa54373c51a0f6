package handin

import (
	"slices"
	"strconv"

	"shallows/engine/handin"
	"shallows/engine/lesson"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Record is what the dialogs show.
type Record struct {
	Name         string
	Plain, Table bool // how the results are written
	Text         []any
	Empty        bool // there is nothing to hand in
	Status       record.Text

	Problem  record.Text
	Busy     bool
	Progress record.Text // while links are replayed
	Says     []any       // once all are
	Rest     []any       // what the table has not
	Rows     []Row
}

// Row is a result that was checked.
type Row struct {
	Key     string
	Name    string
	What    any   // the page of a lesson
	Claimed []any // the numbers or the answer
	Found   []any
	Verdict record.Text
	Mark    string // the verdict as a code
	Runless bool   // there is no run to open
}

// Record returns a Record.
func (p *Part) Record(*panel.Desk) any {
	r := &Record{Name: p.name, Plain: !p.csv, Table: p.csv, Status: p.status, Problem: p.problem}
	results := slices.Clone(p.mine)
	r.Empty = len(results) == 0
	for i := range results {
		results[i].Name = p.name
	}
	switch {
	case r.Empty:
	case p.csv:
		r.Text = []any{handin.CSV(results)}
	default:
		r.Text = written(p.name, results)
	}
	if p.checker != nil {
		p.check(r)
	}
	return r
}

// written returns results as a text, a line each below the name.
func written(name string, results []handin.Result) (text []any) {
	if name != "" {
		text = append(text, name+"\n")
	}
	for _, one := range results {
		says, title := record.T("handin.solved"), record.T("lesson."+one.Lesson)
		switch {
		case one.Answer != "" && one.Right == "no" && one.Tries != "":
			says = record.T("handin.answered.later", "tries", one.Tries)
		case one.Answer != "":
			says = record.T("handin.answered." + one.Right)
		}
		text = append(text, title, " · ", says, " "+one.Line()+"\n")
	}
	return text
}

func (p *Part) check(r *Record) {
	outcomes, all := p.checker.Outcomes(), p.checker.Results()
	r.Busy, r.Rows = p.checker.Busy(), p.rows()
	if r.Busy {
		r.Progress = record.T("handin.progress", "done", len(outcomes), "all", all)
		return
	}
	holds, byHand := 0, 0
	for _, o := range outcomes {
		switch o.Verdict {
		case handin.Holds:
			holds++
		case handin.ByHand:
			byHand++
		}
	}
	r.Says = []any{record.T("handin.checked", "all", len(outcomes), "holds", holds)}
	if byHand > 0 {
		r.Says = append(r.Says, " ", record.T("handin.checkedByHand", "byHand", byHand))
	}
	if p.stopped > 0 {
		r.Says = append(r.Says, " ", record.T("handin.stopped", "unchecked", p.stopped))
	}
	if p.more > 0 {
		r.Rest = append(r.Rest, record.T("handin.more", "more", p.more), " ")
	}
	if len(outcomes) > mostRows {
		r.Rest = append(r.Rest, record.T("handin.rest", "shown", mostRows))
	}
}

// shown returns the outcomes that the table has: the first ones.
func (p *Part) shown() []handin.Outcome {
	if p.checker == nil {
		return nil
	}
	outcomes := p.checker.Outcomes()
	return outcomes[:min(len(outcomes), mostRows)]
}

func (p *Part) rows() (rows []Row) {
	for i, o := range p.shown() {
		row := Row{
			Key: strconv.Itoa(i), Name: o.Name, What: handin.Shorten(o.Lesson), Runless: o.Fragment == "",
			Mark: string(o.Verdict), Verdict: record.T("handin.verdict." + string(o.Verdict)),
		}
		if slices.Contains(lesson.IDs, o.Lesson) {
			row.What = record.T("handin.page", "title", record.T("lesson."+o.Lesson), "page", short(o.Page))
		}
		found := o.Found()
		row.Claimed, row.Found = numbers(o.Result), numbers(found)
		if o.Answer != "" {
			row.Claimed = []any{short(o.Answer)}
			if o.Right == "yes" || o.Right == "no" {
				row.Claimed = append(row.Claimed, ", ", record.T("handin.right."+o.Right))
			}
			if o.Tries != "" && o.Tries != "1" {
				row.Claimed = append(row.Claimed, ", ", record.T("handin.tries", "tries", short(o.Tries)))
			}
			if found.Right != "" {
				row.Found = []any{record.T("handin.right." + found.Right)}
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// numbers says what the run of a result has, nothing where there is no number.
func numbers(r handin.Result) []any {
	if r.Step+r.Cost+r.Accuracy == "" {
		return nil
	}
	return []any{record.T("handin.numbers", "step", short(r.Step), "cost", short(r.Cost), "accuracy", short(r.Accuracy))}
}

// short leaves the beginning of what was claimed, of a number the digits that tell most apart, a dash for nothing.
func short(text string) string {
	const most = 12
	runes := []rune(text)
	switch {
	case text == "":
		return "–"
	case len(runes) > most:
		return string(runes[:most])
	}
	return text
}
