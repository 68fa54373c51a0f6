// Package columns is the dialog that asks what the columns of a table are for, and what is said of tables in sentences.
package columns

import (
	"slices"
	"strconv"

	"shallows/engine/dataset/table"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Sheet is the dialog over a table. It begins with what is likeliest meant, and tells all the time what would come of it.
type Sheet struct {
	frame  *table.Frame
	guess  table.Selection // what is likeliest meant
	chosen table.Selection
	mark   number.Mark // before decimals, where the table does not tell; 0 for what is likelier
	data   *table.Data // what comes of it; nil where that is nothing
	wrong  *table.Problem

	raw bool // inputs, and a number to predict, stay as they stand there, instead of being standardised
}

// Dialog is the id of the dialog.
const Dialog = "columns-dialog"

// Open returns the sheet over a text, or else what keeps it from being a table of which columns could be chosen.
func Open(text string, mark number.Mark) (*Sheet, *table.Problem) {
	f, problem := table.Parse(text)
	if problem != nil {
		return nil, problem
	}
	if !slices.ContainsFunc(f.Fields, func(field table.Field) bool { return field.Content == table.Numbers }) {
		return nil, &table.Problem{Reason: table.NoInputs}
	}
	s := &Sheet{frame: f, guess: f.Guess(), mark: mark}
	s.chosen = s.guess
	s.look()
	if p := s.wrong; p != nil && p.Line > 0 && p.Column.Number == 0 {
		return nil, p // which is wrong whatever is chosen
	}
	return s, nil
}

// Helps reports whether other columns than that of a problem can be chosen: the column is no input by itself, or has a name of its own. A
// slip in a table of points of the plane is to be mended there.
func (s *Sheet) Helps(p *table.Problem) bool {
	return p.Reason != table.Brackets && p.Column.Number > 0 && (!s.frame.IsPlane() || s.unfit(p.Column.Number-1))
}

// unfit reports whether a column is no input by itself: it holds words and no number at all, or several cells that are none. A single
// one beside numbers is a slip.
func (s *Sheet) unfit(column int) bool {
	field := s.frame.Fields[column]
	if field.Content != table.Words {
		return s.frame.Doubt(column) == table.Mixed
	}
	words := slices.DeleteFunc(slices.Clone(field.Values), func(cell string) bool { return number.ConventionsOf(cell) != 0 })
	return len(words) > 1 || len(words) == len(field.Values)
}

// look finds out what comes of the columns that are chosen.
func (s *Sheet) look() {
	s.data, s.wrong = s.frame.Select(s.chosen, s.mark)
	if s.wrong != nil {
		s.data = nil
	}
}

// Do takes, with columns counted from 0:
//
//	input COLUMN BOOL   whether a column is an input
//	all, none           all columns of numbers are, or no column is
//	target COLUMN       what is to be learnt, -1 for nothing
//	as KIND             class, or value
//	mark MARK           what stands before decimals
//	standard BOOL       whether inputs are standardised, and a number to predict
//
// Words that are none of these change nothing.
func (s *Sheet) Do(words []string) {
	verb, word := "", ""
	if len(words) > 0 {
		verb = words[0]
	}
	if len(words) > 1 {
		word = words[1]
	}
	column, err := strconv.Atoi(word)
	known := err == nil && 0 <= column && column < len(s.frame.Fields)
	switch {
	case verb == "input" && known && len(words) == 3:
		s.choose(column, words[2] == "true")
	case verb == "all" || verb == "none":
		for column := range s.frame.Fields {
			s.choose(column, verb == "all")
		}
	case verb == "target" && (known || word == "-1"):
		s.chosen = s.frame.Toward(s.chosen, column)
	case verb == "as" && s.may(s.chosen.Target):
		s.chosen.Regression = word == "value"
	case verb == "mark" && (word == "." || word == ","):
		s.mark = number.Mark(word[0])
	case verb == "standard":
		s.raw = word != "true"
	}
	s.look()
}

// may reports whether a column can be an input, or a value to predict: it holds numbers.
func (s *Sheet) may(column int) bool {
	return column >= 0 && s.frame.Fields[column].Content == table.Numbers
}

// choose makes a column an input, or none. Inputs are in the order of the table.
func (s *Sheet) choose(column int, input bool) {
	s.chosen.Inputs = slices.DeleteFunc(slices.Clone(s.chosen.Inputs), func(chosen int) bool { return chosen == column })
	if input && s.may(column) && column != s.chosen.Target {
		s.chosen.Inputs = append(s.chosen.Inputs, column)
		slices.Sort(s.chosen.Inputs)
	}
}

// Chosen returns the examples that are chosen, and whether their inputs, and a number to predict, are to be standardised; nil
// where there is anything wrong.
func (s *Sheet) Chosen(d *panel.Desk) (data *table.Data, standard bool) {
	if s.problem(d).Key != "" {
		return nil, false
	}
	return s.data, !s.raw
}

// Says says what comes of what is chosen, which rows do not, and what else is to be known of it.
func (s *Sheet) Says() record.Text {
	said := []record.Text{s.will()}
	for _, more := range []record.Text{s.leftOut(), s.notes()} {
		if more.Key != "" {
			said = append(said, more)
		}
	}
	return Chain("own.sentences", said...)
}

// problem says what is wrong with what is chosen, nothing where it can be used.
func (s *Sheet) problem(d *panel.Desk) record.Text {
	if s.wrong != nil {
		return s.sentence()
	}
	outputs := len(s.data.Classes)
	if outputs <= 2 { // or a value
		outputs = 1
	}
	hidden := d.Session().Config().Net
	sizes := slices.Concat([]int{len(s.data.Inputs)}, hidden, []int{outputs})
	if count := (nn.Architecture{Sizes: sizes}).ParameterCount(); count > nn.MaxParameters {
		return record.T("columns.problem.parameters", "inputs", len(s.data.Inputs), "parameters", count, "most", nn.MaxParameters)
	}
	return record.Text{}
}
