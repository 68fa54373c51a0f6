package lessons

import (
	"strconv"
	"time"

	"shallows/engine/lesson"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Record is what is shown.
type Record struct {
	Open    bool        // a lesson is
	Title   record.Text // of that
	Count   record.Text // of the tasks solved
	Lessons []Entry
	Page    []Page // the one on show, while a lesson is open
}

// Entry is a lesson in the list.
type Entry struct {
	Key, ID           string
	Number            int
	State             string // new, begun or done
	Name, About, Says record.Text
}

// Page is a page of a lesson.
type Page struct {
	Key      string
	Title    record.Text
	Heading  []any
	Text     []Line
	Formulas []Line
	Panel    record.Text // of the button that opens the one spoken of, while it is not
	Choices  []Choice
	Verdict  record.Text // on the choice made
	Why      []any
	Tries    []Try
	Goals    []Goal
	Solved   []any // nil before the task is
	Fewest   record.Text

	First, Last bool
	Count       record.Text
	Next        record.Text // no Text after the last page of all
}

// Choice is one answer to a question.
type Choice struct {
	Key     string
	Says    []any
	Label   string // formulas alone are no name
	Pressed string // true or false
	Verdict string // right or wrong of the one chosen, else none
}

// Try is a thing to try.
type Try struct {
	Key, Label string
	Look       []any
}

// pause is how long the numbers in the formulas stay while the run trains.
const pause = 100 * time.Millisecond

// Record returns a pointer to a Record.
func (p *Part) Record(d *panel.Desk) any {
	if o := p.open; o != nil && !(d.Moving && time.Since(p.wrote) < pause) {
		if now := (subject{d.Standing(), d.Notation, d.Targets, d.Example, d.Panel}); now != p.written || p.wrote.IsZero() {
			o.formulas, p.written, p.wrote, p.record = formulas(d, o.page().Formulas), now, time.Now(), nil
		}
	}
	if p.record == nil {
		p.record = p.made(d)
	}
	return p.record
}

func (p *Part) made(d *panel.Desk) *Record {
	r := &Record{Open: p.open != nil}
	done := 0
	for i, id := range lesson.IDs {
		state := "new"
		if s, begun := p.progress[id]; s.Solved {
			state = "done"
			done++
		} else if begun {
			state = "begun"
		}
		r.Lessons = append(r.Lessons, Entry{
			Key: id, ID: "lesson-" + id, Number: i + 1, State: state,
			Name: record.T("lesson." + id), About: record.T("lessonAbout." + id), Says: record.T("lessons." + state),
		})
	}
	r.Count = record.T("lessons.count", "solved", done, "all", len(lesson.IDs))
	if p.open != nil {
		r.Title = record.T("lesson." + p.open.id)
		r.Page = []Page{p.page(d)}
	}
	return r
}

// page is the page on show.
func (p *Part) page(d *panel.Desk) Page {
	o := p.open
	does, says, s := o.page(), &o.words.Pages[o.at], p.progress[o.id]
	page := Page{
		Key:     o.id + "." + strconv.Itoa(o.at),
		Title:   record.T("lesson." + o.id),
		Heading: inline(d, says.Heading), Text: lines(d, says.Text), Formulas: o.formulas,
		Goals: goals(d, does.Task, o.judgement.Goals),
		First: o.at == 0, Last: o.at == len(o.script.Pages)-1,
		Count: record.T("lessons.page", "page", o.at+1, "pages", len(o.script.Pages)),
	}
	switch {
	case o.at < len(o.script.Pages)-1:
		page.Next = record.T("lessons.next")
	case following(o.id) != "":
		page.Next = record.T("lessons.nextLesson")
	}
	if does.Panel != "" && does.Panel != d.Panel {
		page.Panel = record.T("lessons.panel", "name", record.T("panel."+does.Panel))
	}
	if does.Answer != nil {
		page.ask(d, o, *does.Answer, s.Answer)
	}
	for i, try := range says.Tries {
		page.Tries = append(page.Tries, Try{strconv.Itoa(i), try.Label, inline(d, try.Look)})
	}
	if does.Task != nil && s.Solved {
		page.Solved = inline(d, says.Solved)
		if does.Fewest != "" && s.Fewest >= 0 {
			page.Fewest = record.T("lessons.fewest."+does.Fewest, "value", s.Fewest)
		}
	}
	return page
}

// ask adds a question with the choice that was made, or -1, of which one is right.
func (page *Page) ask(d *panel.Desk, o *opened, right, made int) {
	for i, one := range o.words.Pages[o.at].Choices {
		c := Choice{Key: strconv.Itoa(i), Says: inline(d, one.Text), Label: plain(one.Text), Pressed: strconv.FormatBool(i == made)}
		if i == made {
			c.Verdict = "wrong"
			if i == right {
				c.Verdict = "right"
			}
			page.Verdict, page.Why = record.T("lessons."+c.Verdict), inline(d, one.Why)
		}
		page.Choices = append(page.Choices, c)
	}
}

func missingNotice() notice.Notice { return notice.Say("lessons.missing") }
